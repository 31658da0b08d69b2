#include "core/learn/online_learner.hpp"

#include <algorithm>
#include <cmath>

#include "core/extract/feature_kinds.hpp"
#include "core/extract/hash.hpp"
#include "core/extract/model_file.hpp"

namespace standpoint::learn {
namespace {

using namespace extract;

constexpr float first_square = 1e-2F;
constexpr float weight_steps = 4096, square_steps = 1024;  // of what is written, in 1
constexpr float most_square = 1000;
constexpr std::size_t row_bytes = 8 + 2 * tag_count;
constexpr std::size_t header = 8;  // the model, rows

// What names words and what stands around them may be learned from a few corrections; what speaks
// of very many words alike (capitals, endings, clusters, lists) is left as it ships.
float rate_of(std::uint8_t kind, const OnlinePlan& plan) {
    const std::string_view group = feature_kind(kind).group;
    if (group == "word") return plan.word_rate;
    return group == "context" || group == "region" ? plan.rate : 0;
}

float rounded(float value, float steps) {
    return std::round(value * steps) / steps;
}

float loudness(const TagRow<float>& weights) {
    float most = 0;
    for (const float w : weights) most = std::max(most, std::abs(w));
    return most;
}

}  // namespace

OnlineLearner::OnlineLearner(const Vocabulary& vocabulary, const NameModel& model,
                             const NameTagger& tagger, const OnlinePlan& plan)
    : vocabulary_(vocabulary), model_(model), tagger_(tagger), plan_(plan), powers_(model.unit) {
    const TagMatrix<float> transition = powers_.of(model.transition);
    free_.set(transition);
    bound_.set(transition);
}

OnlineLearner::Row& OnlineLearner::row(std::uint32_t key) {
    const auto [found, added] = at_.try_emplace(key, static_cast<std::uint32_t>(rows_.size()));
    if (added) rows_.push_back({.key = key});
    return rows_[found->second];
}

void OnlineLearner::learn(const TrainingText& corrected, text::Span reviewed) {
    Article article;
    read_words(vocabulary_, corrected.text, article);
    find_quotes(article);
    scratch_.learned = &overlay_;
    tagger_.run(article, scratch_, {nullptr, 0, 1}, false);
    TrainingSet set;
    set.add(vocabulary_, model_.tables, corrected);
    read_given(set);
    for (std::size_t r = 0; r < set.regions.size(); ++r) {
        const text::Span span = article.span_of(scratch_.features.regions[r]);
        if (span.end <= reviewed.begin || span.begin >= reviewed.end) continue;
        for (int i = 0; i < plan_.steps; ++i) {
            if (!step(set, {set.regions[r].first, set.regions[r].size})) break;
        }
    }
    round();
    if (rows_.size() > plan_.most_rows) forget();
    make_overlay();
}

// What the tagger makes of the words without what was learned.
void OnlineLearner::read_given(const TrainingSet& set) {
    given_.assign(scratch_.emission.size(), {});
    for (std::size_t word = 0; word < given_.size(); ++word) {
        TagRow<std::int16_t> learned{};
        for (std::uint32_t f = set.starts[word]; f < set.starts[word + 1]; ++f) {
            const auto* known = overlay_.find(set.keys[set.features[f]]);
            if (known != nullptr) FeatureWeights::add(*known, learned);
        }
        for (std::size_t t = 0; t < tag_count; ++t) {
            given_[word][t] =
                model_.unit * static_cast<float>(scratch_.emission[word][t] - learned[t]);
        }
    }
}

// False if there is nothing to learn (any more).
bool OnlineLearner::step(const TrainingSet& set, Stretch stretch) {
    potentials_.assign(stretch.size, {});
    open_.assign(stretch.size, all_tags);
    const TagSet* tags = set.allowed.data() + stretch.first;
    allowed_.assign(tags, tags + stretch.size);
    for (std::size_t i = 0; i < stretch.size; ++i) {
        const std::size_t word = stretch.first + i;
        TagRow<float> score = given_[word];
        for (std::uint32_t f = set.starts[word]; f < set.starts[word + 1]; ++f) {
            const auto known = at_.find(set.keys[set.features[f]]);
            if (known == at_.end()) continue;
            for (std::size_t t = 0; t < tag_count; ++t) score[t] += rows_[known->second].weights[t];
        }
        TagRow<std::int16_t> steps{};
        for (std::size_t t = 0; t < tag_count; ++t) {
            steps[t] = static_cast<std::int16_t>(
                std::clamp(std::round(score[t] / model_.unit), -32'000.0F, 32'000.0F));
        }
        potentials_[i] = powers_.of(steps);
    }
    free_.run(potentials_, open_);
    bound_.run(potentials_, allowed_);
    bool any = false;
    for (std::size_t i = 0; i < stretch.size; ++i) {
        float sure = 0, possible = 0;
        TagRow<float> gradient{};
        for (std::size_t t = 0; t < tag_count; ++t) {
            const auto tag = static_cast<Tag>(t);
            possible += bound_.tag(i, tag);
            if ((allowed_[i] & tag_bit(tag)) != 0) sure += free_.tag(i, tag);
            gradient[t] = free_.tag(i, tag) - bound_.tag(i, tag);
        }
        // No sum where the annotation allows no path.
        if (!(possible > 0.5F) || !(sure < plan_.sure)) continue;
        any = true;
        float square = 0;
        for (const float g : gradient) square += g * g;
        const std::size_t word = stretch.first + i;
        for (std::uint32_t f = set.starts[word]; f < set.starts[word + 1]; ++f) {
            const std::uint32_t id = set.features[f];
            const float rate = rate_of(set.kinds[id], plan_);
            if (rate == 0) continue;
            Row& taught = row(set.keys[id]);
            taught.square += square;
            const float pace = rate / std::sqrt(taught.square + first_square);
            for (std::size_t t = 0; t < tag_count; ++t) {
                taught.weights[t] =
                    std::clamp(taught.weights[t] - pace * gradient[t], -plan_.most, plan_.most);
            }
        }
    }
    return any;
}

void OnlineLearner::round() {
    for (Row& taught : rows_) {
        taught.square = std::min(rounded(taught.square, square_steps), most_square);
        for (float& w : taught.weights) w = rounded(w, weight_steps);
    }
}

// Half of the rows, those that say most, stay.
void OnlineLearner::forget() {
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
        const float x = loudness(a.weights), y = loudness(b.weights);
        return x != y ? x > y : a.key < b.key;
    });
    rows_.resize(plan_.most_rows / 2);
    at_.clear();
    for (std::uint32_t i = 0; i < rows_.size(); ++i) at_.emplace(rows_[i].key, i);
}

void OnlineLearner::make_overlay() {
    std::vector<FeatureWeights::Row> made;
    for (const Row& taught : rows_) {
        FeatureWeights::Row out;
        out.key = taught.key;
        bool speaks = false;
        for (std::size_t t = 0; t < tag_count; ++t) {
            const float steps =
                std::clamp(std::round(taught.weights[t] / model_.unit), -127.0F, 127.0F);
            out.weights[t] = static_cast<std::int8_t>(steps);
            speaks = speaks || out.weights[t] != 0;
        }
        if (speaks && out.key != 0) made.push_back(out);
    }
    overlay_ = FeatureWeights(made);
}

// Layout of the section `learned`: u32 which model, u32 rows; for each row, in ascending order of
// keys, u32 key, u32 square, and a signed 16-bit weight for each tag.
std::string OnlineLearner::write() const {
    std::vector<const Row*> order;
    for (const Row& taught : rows_) order.push_back(&taught);
    std::sort(order.begin(), order.end(),
              [](const Row* a, const Row* b) { return a->key < b->key; });
    std::string out;
    put_u32(out, hash_bytes(write_chain(model_)));
    put_u32(out, static_cast<std::uint32_t>(order.size()));
    for (const Row* taught : order) {
        put_u32(out, taught->key);
        put_u32(out, static_cast<std::uint32_t>(taught->square * square_steps));
        for (std::size_t t = 0; t < tag_count; ++t) {
            const auto steps = static_cast<std::uint32_t>(
                static_cast<std::int32_t>(taught->weights[t] * weight_steps));
            out += static_cast<char>(steps & 255);
            out += static_cast<char>(steps >> 8 & 255);
        }
    }
    return write_model({{"learned", std::move(out)}});
}

text::Result<std::size_t> OnlineLearner::read(std::string_view bytes) {
    const auto refuse = [](const char* sentence) {
        return model_refusal(text::ErrorKind::malformed, sentence);
    };
    const auto file = ModelFile::open(bytes);
    if (!file) return file.error();
    const std::string_view section = file->section("learned");
    if (section.size() < header) return refuse("Nothing that was learned is in this file.");
    if (get_u32(section, 0) != hash_bytes(write_chain(model_)))
        return refuse("What was learned belongs to another model.");
    const std::size_t count = get_u32(section, 4);
    if (count > plan_.most_rows || section.size() != header + count * row_bytes)
        return refuse("What was learned is damaged.");
    std::vector<Row> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = header + i * row_bytes;
        rows[i].key = get_u32(section, at);
        const std::uint32_t square = get_u32(section, at + 4);
        if (i > 0 && rows[i].key <= rows[i - 1].key) return refuse("What was learned is damaged.");
        rows[i].square = std::min(static_cast<float>(square) / square_steps, most_square);
        for (std::size_t t = 0; t < tag_count; ++t) {
            const auto low = static_cast<unsigned char>(section[at + 8 + 2 * t]);
            const auto high = static_cast<unsigned char>(section[at + 9 + 2 * t]);
            const auto steps = static_cast<std::int16_t>(low | high << 8);
            rows[i].weights[t] =
                std::clamp(static_cast<float>(steps) / weight_steps, -plan_.most, plan_.most);
        }
    }
    rows_ = std::move(rows);
    at_.clear();
    for (std::uint32_t i = 0; i < rows_.size(); ++i) at_.emplace(rows_[i].key, i);
    make_overlay();
    return count;
}

}  // namespace standpoint::learn
