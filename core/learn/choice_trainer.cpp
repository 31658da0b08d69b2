#include "core/learn/choice_trainer.hpp"

#include <algorithm>
#include <cmath>

namespace standpoint::learn {
namespace {

constexpr float first_square = 1e-6F;

}  // namespace

ChoiceTrainer::ChoiceTrainer(const ChoicePlan& plan)
    : plan_(plan), state_(plan.seed * 0x9e3779b97f4a7c15ULL + 1) {}

float ChoiceTrainer::random() {
    // Steele, Lea and Flood 2014: SplitMix.
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<float>((z ^ (z >> 31)) >> 40) / 16777216.0F;
}

void ChoiceTrainer::add(const std::vector<const std::vector<std::uint32_t>*>& candidates,
                        std::size_t right, float weight) {
    choices_.push_back({static_cast<std::uint32_t>(starts_.size() - 1),
                        static_cast<std::uint32_t>(candidates.size()),
                        static_cast<std::uint32_t>(right), weight});
    for (const std::vector<std::uint32_t>* candidate : candidates) {
        for (const std::uint32_t key : *candidate) {
            const auto id = ids_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
            if (id.second) {
                keys_.push_back(key);
                counts_.push_back(0);
            }
            ++counts_[id.first->second];
            features_.push_back(id.first->second);
        }
        starts_.push_back(static_cast<std::uint32_t>(features_.size()));
    }
}

double ChoiceTrainer::learn(const Choice& choice) {
    const float loudness = 1 / (1 - plan_.feature_drop);  // what is heard speaks for what is not
    scores_.assign(choice.count, 0);
    heard_.clear();
    heard_from_.clear();
    for (std::uint32_t c = 0; c < choice.count; ++c) {
        heard_from_.push_back(static_cast<std::uint32_t>(heard_.size()));
        for (std::uint32_t f = starts_[choice.first + c]; f < starts_[choice.first + c + 1]; ++f) {
            const std::uint32_t id = features_[f];
            if (counts_[id] < plan_.least_count || random() < plan_.feature_drop) continue;
            heard_.push_back(id);
            scores_[c] += loudness * weights_[id];
        }
    }
    heard_from_.push_back(static_cast<std::uint32_t>(heard_.size()));
    const float most = *std::max_element(scores_.begin(), scores_.end());
    float total = 0;
    for (float& score : scores_) total += score = std::exp(score - most);
    for (float& score : scores_) score /= total;
    for (std::uint32_t c = 0; c < choice.count; ++c) {
        const float gradient = choice.weight * (scores_[c] - (c == choice.right ? 1.0F : 0.0F));
        for (std::uint32_t h = heard_from_[c]; h < heard_from_[c + 1]; ++h) {
            const std::uint32_t id = heard_[h];
            const float g = gradient + plan_.ridge * weights_[id];
            squares_[id] += g * g;
            weights_[id] -= plan_.rate * g / std::sqrt(squares_[id] + first_square);
        }
    }
    return -std::log(std::max(scores_[choice.right], 1e-9F));
}

void ChoiceTrainer::run(const std::function<void(int, double)>& progress) {
    weights_.assign(keys_.size(), 0);
    squares_.assign(keys_.size(), 0);
    sums_.assign(keys_.size(), 0);
    for (int epoch = 1; epoch <= plan_.epochs; ++epoch) {
        for (std::size_t i = choices_.size(); i > 1; --i) {
            const auto other = static_cast<std::size_t>(random() * static_cast<float>(i));
            std::swap(choices_[i - 1], choices_[std::min(other, i - 1)]);
        }
        double loss = 0;
        for (const Choice& choice : choices_) loss += learn(choice);
        progress(epoch, loss / static_cast<double>(std::max<std::size_t>(choices_.size(), 1)));
        if (epoch <= plan_.epochs - plan_.kept) continue;
        for (std::size_t id = 0; id < sums_.size(); ++id) sums_[id] += weights_[id];
    }
}

std::vector<extract::FeatureWeights::Row> ChoiceTrainer::rows() const {
    std::vector<std::uint32_t> loud(sums_.size());
    for (std::uint32_t id = 0; id < loud.size(); ++id) loud[id] = id;
    std::sort(loud.begin(), loud.end(), [&](std::uint32_t a, std::uint32_t b) {
        const float x = std::abs(sums_[a]), y = std::abs(sums_[b]);
        return x != y ? x > y : a < b;
    });
    if (loud.size() > plan_.most_rows) loud.resize(plan_.most_rows);
    std::vector<extract::FeatureWeights::Row> rows;
    if (loud.empty() || sums_[loud.front()] == 0) return rows;
    const float unit = std::abs(sums_[loud.front()]) / 127.0F;
    for (const std::uint32_t id : loud) {
        extract::FeatureWeights::Row row;
        row.key = keys_[id];
        row.weights[0] = static_cast<std::int8_t>(std::lround(sums_[id] / unit));
        if (row.weights[0] != 0 && row.key != 0) rows.push_back(row);
    }
    return rows;
}

}  // namespace standpoint::learn
