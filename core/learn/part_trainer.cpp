#include "core/learn/part_trainer.hpp"

#include <algorithm>
#include <cmath>

#include "core/extract/stages.hpp"

namespace standpoint::learn {
namespace {

using namespace extract;

constexpr std::uint32_t unknown = UINT32_MAX;
constexpr std::size_t context_features = PartFeatures::context_features;

std::size_t index_of(Part part) {
    return static_cast<std::size_t>(part);
}

}  // namespace

void PartTrainer::add(const TreebankDocument& document) {
    Article article;
    read_words(vocabulary_, document.text, article);
    const std::vector<Part> gold = parts_of(article, document);
    for (const Sentence& sentence : article.sentences) add_sentence(article, sentence.words, gold);
}

void PartTrainer::add_sentence(const Article& article, Range words, const std::vector<Part>& gold) {
    std::string buffer;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const auto at = [&](int offset) {
            const std::int64_t j = std::int64_t{i} + offset;
            return j < words.begin || j >= words.end ? none : static_cast<std::uint32_t>(j);
        };
        const auto hash = [&](std::uint32_t j) {
            return j == none ? PartFeatures::hash_of(PartFeatures::nothing, {}, buffer)
                             : PartFeatures::hash_of(PartFeatures::form_of(article, j),
                                                     article.at(j), buffer);
        };
        features_.of_form(article, i, Place::self, buffer, spoken_);
        features_.of_form(article, at(-1), Place::before, buffer, spoken_);
        features_.of_form(article, at(1), Place::after, buffer, spoken_);
        features_.of_form(article, at(-2), Place::second_before, buffer, spoken_);
        features_.of_form(article, at(2), Place::second_after, buffer, spoken_);
        spoken_from_.push_back(static_cast<std::uint32_t>(spoken_.size()));
        words_.push_back({hash(at(-1)), hash(i), hash(at(1)), gold[i]});
    }
    sentences_.push_back(static_cast<std::uint32_t>(words_.size()));
}

void PartTrainer::begin() {
    find_certain();
    std::unordered_map<std::uint32_t, std::uint32_t> seen;
    for (const std::uint32_t key : spoken_) ++seen[key];
    for (std::size_t s = 0; s + 1 < sentences_.size(); ++s) {
        PartFeatures::Around around;
        for (std::uint32_t i = sentences_[s]; i < sentences_[s + 1]; ++i) {
            around.before = words_[i].before;
            around.self = words_[i].self;
            around.after = words_[i].after;
            std::uint32_t keys[context_features];
            PartFeatures::of_context(around, keys);
            for (const std::uint32_t key : keys) ++seen[key];
            around.two = around.one;
            around.one = words_[i].gold;
        }
        order_.push_back(static_cast<std::uint32_t>(s));
    }
    for (const auto& [key, count] : seen) {
        if (count >= plan_.least_count) keys_.push_back(key);
    }
    std::sort(keys_.begin(), keys_.end());
    for (const std::uint32_t key : keys_) counts_.push_back(seen[key]);
    weights_.assign(keys_.size(), {});
    std::vector<std::uint32_t> all(keys_.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    number(all);
}

// Keeps these features, and numbers them in their order.
void PartTrainer::number(const std::vector<std::uint32_t>& kept) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
        keys_[i] = keys_[kept[i]];
        counts_[i] = counts_[kept[i]];
        weights_[i] = weights_[kept[i]];
    }
    keys_.resize(kept.size());
    counts_.resize(kept.size());
    weights_.resize(kept.size());
    sums_.assign(kept.size(), {});
    since_.assign(kept.size(), 0);
    step_ = 0;
    ids_.clear();
    for (std::uint32_t id = 0; id < keys_.size(); ++id) ids_.emplace(keys_[id], id);
    static_.clear();
    static_from_.assign(1, 0);
    for (std::size_t word = 0; word < words_.size(); ++word) {
        for (std::uint32_t i = spoken_from_[word]; i < spoken_from_[word + 1]; ++i) {
            if (const std::uint32_t id = id_of(spoken_[i]); id != unknown) static_.push_back(id);
        }
        static_from_.push_back(static_cast<std::uint32_t>(static_.size()));
    }
}

std::uint32_t PartTrainer::id_of(std::uint32_t key) const {
    const auto found = ids_.find(key);
    return found == ids_.end() ? unknown : found->second;
}

void PartTrainer::find_certain() {
    std::unordered_map<std::uint32_t, Row<std::uint32_t>> counts;
    for (const Word& word : words_) ++counts[word.self][index_of(word.gold)];
    for (const auto& [form, row] : counts) {
        std::uint32_t all = 0;
        for (const std::uint32_t n : row) all += n;
        const auto most = std::max_element(row.begin(), row.end());
        if (all >= plan_.certain_count &&
            static_cast<float>(*most) >= plan_.certain_share * static_cast<float>(all)) {
            certain_[form] = static_cast<Part>(most - row.begin());
        }
    }
}

std::uint32_t PartTrainer::random() {
    // Steele, Lea and Flood 2014: SplitMix.
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<std::uint32_t>((z ^ (z >> 31)) >> 32);
}

double PartTrainer::epoch() {
    for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random() % i]);
    wrong_ = 0;
    for (const std::uint32_t s : order_) {
        PartFeatures::Around around;
        for (std::uint32_t i = sentences_[s]; i < sentences_[s + 1]; ++i) learn(i, around);
    }
    return static_cast<double>(wrong_) /
           static_cast<double>(std::max<std::size_t>(words_.size(), 1));
}

// One word: what stands around it goes on to the next.
void PartTrainer::learn(std::size_t index, PartFeatures::Around& around) {
    const Word& word = words_[index];
    around.before = word.before;
    around.self = word.self;
    around.after = word.after;
    ++step_;
    Part found;
    if (const auto sure = certain_.find(word.self); sure != certain_.end()) {
        found = sure->second;
    } else {
        const auto drop = static_cast<std::uint32_t>(plan_.feature_drop * 16777216.0F);
        heard_.clear();
        const auto hear = [&](std::uint32_t id) {
            if (random() >> 8 >= drop) heard_.push_back(id);
        };
        for (std::uint32_t i = static_from_[index]; i < static_from_[index + 1]; ++i) {
            hear(static_[i]);
        }
        std::uint32_t keys[context_features];
        PartFeatures::of_context(around, keys);
        for (const std::uint32_t key : keys) {
            if (const std::uint32_t id = id_of(key); id != unknown) hear(id);
        }
        Row<std::int32_t> score{};
        for (const std::uint32_t id : heard_) {
            for (std::size_t t = 0; t < part_count; ++t) score[t] += weights_[id][t];
        }
        const std::size_t gold = index_of(word.gold);
        std::size_t rival = gold == 0 ? 1 : 0;
        for (std::size_t t = 0; t < part_count; ++t) {
            if (t != gold && score[t] > score[rival]) rival = t;
        }
        found = static_cast<Part>(score[rival] > score[gold] ? rival : gold);
        if (score[gold] - score[rival] <= plan_.margin) {
            for (const std::uint32_t id : heard_) {
                for (std::size_t t = 0; t < part_count; ++t) {
                    sums_[id][t] += std::int64_t{step_ - since_[id]} * weights_[id][t];
                }
                since_[id] = step_;
                ++weights_[id][gold];
                --weights_[id][rival];
            }
        }
    }
    wrong_ += found != word.gold ? 1U : 0U;
    around.two = around.one;
    around.one = found;
}

bool PartTrainer::prune() {
    if (keys_.size() <= plan_.most_rows) return false;
    std::vector<std::pair<double, std::uint32_t>> loud;
    for (std::uint32_t id = 0; id < keys_.size(); ++id) {
        double square = 0;
        for (std::size_t t = 0; t < part_count; ++t) {
            const double sum = static_cast<double>(sums_[id][t]) +
                               static_cast<double>(step_ - since_[id]) * weights_[id][t];
            square += sum * sum;
        }
        loud.emplace_back(square * std::sqrt(static_cast<double>(counts_[id])), id);
    }
    std::sort(loud.begin(), loud.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < plan_.most_rows; ++i) kept.push_back(loud[i].second);
    std::sort(kept.begin(), kept.end());
    number(kept);
    return true;
}

std::vector<FeatureWeights::Row> PartTrainer::rows() const {
    std::vector<Row<double>> means(keys_.size());
    std::vector<double> sizes;
    for (std::size_t id = 0; id < keys_.size(); ++id) {
        for (std::size_t t = 0; t < part_count; ++t) {
            const std::int64_t sum =
                sums_[id][t] + std::int64_t{step_ - since_[id]} * weights_[id][t];
            means[id][t] = static_cast<double>(sum) / std::max(step_, 1U);
            if (sum != 0) sizes.push_back(std::abs(means[id][t]));
        }
    }
    // The unit is such that all but a few in ten thousand weights fit a byte; those are cut.
    double unit = 1;
    if (!sizes.empty()) {
        const std::size_t at = sizes.size() - 1 - sizes.size() / 2000;
        std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(at),
                         sizes.end());
        unit = sizes[at] / 127;
    }
    const double limit = std::floor(127.0 / plan_.grain);
    std::vector<FeatureWeights::Row> rows;
    for (std::size_t id = 0; id < keys_.size(); ++id) {
        FeatureWeights::Row row;
        row.key = keys_[id];
        bool speaks = false;
        for (std::size_t t = 0; t < part_count; ++t) {
            const double steps = std::round(means[id][t] / (unit * plan_.grain));
            row.weights[t] =
                static_cast<std::int8_t>(std::clamp(steps, -limit, limit) * plan_.grain);
            speaks = speaks || row.weights[t] != 0;
        }
        if (speaks && row.key != 0) rows.push_back(row);
    }
    for (const auto& [form, part] : certain_) {
        FeatureWeights::Row row;
        row.key = PartFeatures::certain(form);
        row.weights[index_of(part)] = 1;
        if (row.key != 0) rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    const auto same = [](const auto& a, const auto& b) { return a.key == b.key; };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
    return rows;
}

void PartCounts::add(const Article& found, const TreebankDocument& gold) {
    std::vector<bool> is_whole;
    const std::vector<Part> parts = parts_of(found, gold, &is_whole);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part part = found.words[i].part;
        const bool alike = extract::universal(part) == extract::universal(parts[i]);
        ++words;
        right += part == parts[i] ? 1U : 0U;
        universal += alike ? 1U : 0U;
        whole += is_whole[i] ? 1U : 0U;
        whole_universal += is_whole[i] && alike ? 1U : 0U;
    }
}

}  // namespace standpoint::learn
