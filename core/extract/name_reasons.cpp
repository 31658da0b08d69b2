// Why a name was proposed, in words: the features that spoke most for its type against the next
// best.
#include <algorithm>
#include <string>
#include <utility>

#include "core/extract/feature_kinds.hpp"
#include "core/extract/name_tagger.hpp"

namespace standpoint::extract {
namespace {

// How much a feature of one word spoke for the name's type. Of equals the first is louder.
struct Call {
    int weight = 0;
    std::uint32_t word = 0;
    std::uint8_t kind = 0;

    bool louder_than(const Call& other) const {
        if (weight != other.weight) return weight > other.weight;
        return std::pair(word, kind) < std::pair(other.word, other.kind);
    }
    // Whether a person is told the same of both.
    bool like(const Call& other) const {
        return word == other.word && feature_kind(kind).words == feature_kind(other.kind).words;
    }
};

// The word that a feature of this kind looks at, from word `i` of a name; `none` if it is no one
// word.
std::uint32_t seen_from(const Article& article, Range region, std::uint32_t i, int place) {
    const Range sentence = article.sentences[article.words[i].sentence].words;
    std::uint32_t first = i, last = i;
    while (first > region.begin && article.words[first - 1].capital) --first;
    while (last + 1 < region.end && article.words[last + 1].capital) ++last;
    std::int64_t at = i;
    switch (place) {
        case no_place: return none;
        case before_run: at = static_cast<std::int64_t>(first) - 1; break;
        case after_run: at = static_cast<std::int64_t>(last) + 1; break;
        case run_end: at = last; break;
        default: at += place; break;
    }
    if (at < sentence.begin || at >= sentence.end) return none;
    return static_cast<std::uint32_t>(at);
}

// Whether a person can make something of it: capitals alone and pairs of clusters say little.
bool tells(std::uint8_t kind) {
    return kind != bias && feature_kind(kind).group != "shape" && kind != clusters_b1_0 &&
           kind != clusters_0_a1 && kind != list_match_shape && kind != region_size &&
           kind != region_place;
}

}  // namespace

std::string NameTagger::reason(const Article& article, Range region, std::size_t first,
                               const Name& name, Scratch& scratch) const {
    constexpr std::uint32_t words_heard = 3;  // of a long name the first ones
    Call loudest, second;                     // silent, and so like no other
    const std::uint32_t end = std::min(name.words.end, name.words.begin + words_heard);
    for (std::uint32_t i = name.words.begin; i < end; ++i) {
        const auto& sums = scratch.emission[first + i - region.begin];
        const std::size_t own =
            i == name.words.begin ? begin_tag(name.type) : inside_tag(name.type);
        std::size_t rival = outside;
        for (std::size_t t = 1; t < tag_count; ++t) {
            if (type_of(static_cast<Tag>(t)) != name.type && sums[t] > sums[rival]) rival = t;
        }
        const auto hear = [&](const FeatureWeights::Row* row, std::uint8_t kind) {
            if (row == nullptr) return;
            const Call call{row->weights[own] - row->weights[rival], i, kind};
            if (call.weight <= 0 || !call.louder_than(second) || !tells(kind)) return;
            const bool like = loudest.weight > 0 && call.like(loudest);
            if (!call.louder_than(loudest)) {
                if (!like) second = call;
                return;
            }
            if (!like) second = loudest;
            loudest = call;
        };
        for (const NameFeatures::Seen seen :
             features_.around(article, region, i, scratch.features)) {
            const Scratch::Voice& said = voice(article, seen, scratch);
            for (std::uint32_t s = said.begin; s < said.end; ++s) {
                hear(scratch.spoken[s].row, scratch.spoken[s].kind);
            }
        }
        scratch.found.clear();
        features_.of_rest(article, region, i, scratch.features, scratch.found);
        for (const Feature& feature : scratch.found) {
            for (const auto* row : rows_of(feature, scratch)) hear(row, feature.kind);
        }
    }
    std::string text;
    for (const Call& call : {loudest, second}) {
        if (call.weight == 0) continue;
        const FeatureKind& kind = feature_kind(call.kind);
        text += text.empty() ? "" : "; ";
        text += kind.words;
        const std::uint32_t word = seen_from(article, region, call.word, kind.place);
        if (word == none) continue;
        text += " (“";
        text += article.at(word);
        text += "”)";
    }
    return text.empty() ? "what is around it" : text;
}

}  // namespace standpoint::extract
