#include "core/learn/chain_trainer.hpp"

#include <algorithm>
#include <cmath>

#include "core/extract/feature_kinds.hpp"

namespace standpoint::learn {
namespace {

using namespace extract;

constexpr float first_square = 1e-2F;
constexpr std::int16_t no_such_tag = -4096;  // the least that a model may hold

std::int16_t steps_of(float weight, float unit, float limit) {
    return static_cast<std::int16_t>(std::clamp(std::round(weight / unit), -limit, limit));
}

void add_to(TagRow<float>& sum, const TagRow<float>& row) {
    for (std::size_t t = 0; t < tag_lanes; ++t) sum[t] += row[t];
}

}  // namespace

ChainTrainer::ChainTrainer(TrainingSet& set, const TrainingPlan& plan)
    : set_(set), plan_(plan), state_(plan.seed * 0x9e3779b97f4a7c15ULL + 1) {
    std::vector<bool> keep(set_.keys.size());
    for (std::size_t id = 0; id < keep.size(); ++id) {
        keep[id] = set_.counts[id] >= plan_.least_count &&
                   feature_kind(set_.kinds[id]).group != plan_.without;
    }
    set_.keep(keep);
    weights_.assign(set_.keys.size(), {});
    squares_.assign(set_.keys.size(), {});
    for (std::size_t i = 0; i < set_.regions.size(); ++i) {
        order_.push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
        const auto group = feature_kind(static_cast<std::uint8_t>(kind)).group;
        drops_.push_back(group == "word" || group == "affix" ? 1 : group == "list" ? 2 : 0);
    }
}

std::uint32_t ChainTrainer::random() {
    // Steele, Lea and Flood 2014: SplitMix.
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<std::uint32_t>((z ^ (z >> 31)) >> 32);
}

void ChainTrainer::run(const std::function<void(int, double)>& progress) {
    for (int i = 0; i < plan_.epochs; ++i) progress(i + 1, epoch());
    if (plan_.most_rows == 0 || set_.keys.size() <= plan_.most_rows) return;
    prune();
    // Every epoch ends a little off the middle, another way each time: their mean is what stays.
    std::vector<Row> sums(weights_.size());
    TagMatrix<float> transition_sums{};
    for (int i = 0; i < plan_.epochs_after; ++i) {
        progress(plan_.epochs + i + 1, epoch());
        for (std::size_t id = 0; id < sums.size(); ++id) add_to(sums[id], weights_[id]);
        for (std::size_t b = 0; b < tag_count; ++b) add_to(transition_sums[b], transition_[b]);
    }
    if (plan_.epochs_after < 1) return;
    const float share = 1.0F / static_cast<float>(plan_.epochs_after);
    for (std::size_t id = 0; id < sums.size(); ++id) {
        for (std::size_t t = 0; t < tag_lanes; ++t) weights_[id][t] = share * sums[id][t];
    }
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_lanes; ++t) {
            transition_[b][t] = share * transition_sums[b][t];
        }
    }
}

// Leaves out the features that weigh least, by how often they speak and how loud.
void ChainTrainer::prune() {
    std::vector<std::pair<float, std::uint32_t>> loud;
    for (std::uint32_t id = 0; id < weights_.size(); ++id) {
        float square = 0;
        for (const float w : weights_[id]) square += w * w;
        const auto count = static_cast<float>(set_.counts[id]);
        loud.emplace_back(square * std::sqrt(count), id);
    }
    std::sort(loud.begin(), loud.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<bool> keep(weights_.size(), false);
    for (std::size_t i = 0; i < plan_.most_rows; ++i) keep[loud[i].second] = true;
    std::uint32_t next = 0;
    for (std::uint32_t id = 0; id < weights_.size(); ++id) {
        if (!keep[id]) continue;
        weights_[next] = weights_[id];
        squares_[next++] = squares_[id];
    }
    weights_.resize(next);
    squares_.resize(next);
    set_.keep(keep);
}

double ChainTrainer::epoch() {
    for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random() % i]);
    double loss = 0;
    std::size_t words = 0;
    for (const std::uint32_t index : order_) {
        const TrainingRegion& region = set_.regions[index];
        if (region.weight <= 0) continue;
        loss += learn(region);
        words += region.size;
    }
    return loss / static_cast<double>(std::max<std::size_t>(words, 1));
}

double ChainTrainer::learn(const TrainingRegion& region) {
    const std::size_t size = region.size;
    scores_.assign(size, {});
    potentials_.assign(size, {});
    hidden_.assign(size, 0);
    heard_.clear();
    heard_from_.clear();
    const float loudness = 1 / (1 - plan_.feature_drop);  // what is heard speaks for what is not
    if (set_.open.empty()) {
        open_.assign(size, plan_.tags);
    } else {
        const TagSet* open = set_.open.data() + region.first;
        open_.assign(open, open + size);
    }
    const TagSet* tags = set_.allowed.data() + region.first;
    allowed_.assign(tags, tags + size);
    if (allowed_ == open_) {  // it says nothing
        return 0;
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (chance(plan_.word_drop)) hidden_[i] |= 1;
        if (chance(plan_.list_drop)) hidden_[i] |= 2;
        Row& score = scores_[i];
        const std::size_t word = region.first + i;
        if (!set_.given.empty()) score = set_.given[word];
        heard_from_.push_back(static_cast<std::uint32_t>(heard_.size()));
        for (std::uint32_t f = set_.starts[word]; f < set_.starts[word + 1]; ++f) {
            const std::uint32_t id = set_.features[f];
            if ((drops_[set_.kinds[id]] & hidden_[i]) != 0 || chance(plan_.feature_drop)) continue;
            heard_.push_back(id);
            for (std::size_t t = 0; t < tag_lanes; ++t) score[t] += loudness * weights_[id][t];
        }
        const float most = *std::max_element(score.begin(), score.begin() + tag_count);
        for (std::size_t t = 0; t < tag_count; ++t) potentials_[i][t] = std::exp(score[t] - most);
    }
    heard_from_.push_back(static_cast<std::uint32_t>(heard_.size()));
    TagMatrix<float> transition{};
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) transition[b][t] = std::exp(transition_[b][t]);
    }
    free_.set(transition);
    free_.run(potentials_, open_);
    bound_.set(transition);
    bound_.run(potentials_, allowed_);
    const double loss = free_.log_sum() - bound_.log_sum();
    // Infinite, or no number, where the annotation allows no path.
    if (!(loss >= -1e-3) || loss > 1e4) return 0;

    const auto step = [this](float& weight, float& square, float gradient) {
        if (gradient > -1e-4F && gradient < 1e-4F) return;
        const float g = gradient + plan_.ridge * weight;
        square += g * g;
        weight -= plan_.rate * g / std::sqrt(square + first_square);
    };
    for (std::size_t i = 0; i < size; ++i) {
        Row gradient{};
        float most = 0;
        for (std::size_t t = 0; t < tag_count; ++t) {
            const auto tag = static_cast<Tag>(t);
            gradient[t] = loudness * region.weight * (free_.tag(i, tag) - bound_.tag(i, tag));
            most = std::max(most, std::abs(gradient[t]));
        }
        if (most < 1e-4F) continue;
        for (std::uint32_t f = heard_from_[i]; f < heard_from_[i + 1]; ++f) {
            const std::uint32_t id = heard_[f];
            Row& weight = weights_[id];
            Row& square = squares_[id];
            for (std::size_t t = 0; t < tag_lanes; ++t) {
                const float g = gradient[t] + plan_.ridge * weight[t];
                square[t] += g * g;
                weight[t] -= plan_.rate * g / std::sqrt(square[t] + first_square);
            }
        }
    }
    if (fixed_) return loss;
    for (std::size_t t = 0; t < tag_count; ++t) {
        const auto tag = static_cast<Tag>(t);
        step(transition_[outside][t], transition_squares_[outside][t],
             region.weight * (free_.tag(0, tag) - bound_.tag(0, tag)));
        step(transition_[t][outside], transition_squares_[t][outside],
             region.weight * (free_.tag(size - 1, tag) - bound_.tag(size - 1, tag)));
    }
    for (std::size_t i = 1; i < size; ++i) {
        for (std::size_t b = 0; b < tag_count; ++b) {
            for (std::size_t t = 0; t < tag_count; ++t) {
                const auto before = static_cast<Tag>(b), tag = static_cast<Tag>(t);
                step(transition_[b][t], transition_squares_[b][t],
                     region.weight * (free_.pair(i, before, tag) - bound_.pair(i, before, tag)));
            }
        }
    }
    return loss;
}

void ChainTrainer::quantise(ChainModel& model, std::vector<FeatureWeights::Row>& rows) const {
    // The unit is such that all but a few in ten thousand weights fit a byte; those are cut.
    std::vector<float> sizes;
    for (const Row& row : weights_) {
        for (const float w : row) sizes.push_back(std::abs(w));
    }
    float most = 1;
    if (!sizes.empty()) {
        const auto at = static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 20'000);
        std::nth_element(sizes.begin(), sizes.begin() + at, sizes.end());
        most = std::max(sizes[static_cast<std::size_t>(at)], 0.5F);
    }
    model.unit = most / 127.0F;
    quantise(model.unit, rows);
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            const bool there = (plan_.tags >> b & plan_.tags >> t & 1u) != 0;
            model.transition[b][t] =
                there ? steps_of(transition_[b][t], model.unit, 2000) : no_such_tag;
        }
    }
}

void ChainTrainer::quantise(float unit, std::vector<FeatureWeights::Row>& rows) const {
    const auto grain = static_cast<float>(plan_.grain);
    rows.clear();
    for (std::size_t id = 0; id < weights_.size(); ++id) {
        FeatureWeights::Row row;
        row.key = set_.keys[id];
        bool speaks = false;
        for (std::size_t t = 0; t < tag_count; ++t) {
            const float steps = steps_of(weights_[id][t], grain * unit, std::floor(127 / grain));
            row.weights[t] = static_cast<std::int8_t>(steps * grain);
            speaks |= row.weights[t] != 0;
        }
        if (speaks && row.key != 0) rows.push_back(row);
    }
}

void ChainTrainer::fix_transitions(const TagMatrix<std::int16_t>& transition, float unit) {
    fixed_ = true;
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            transition_[b][t] = unit * static_cast<float>(transition[b][t]);
        }
    }
}

}  // namespace standpoint::learn
