// Why a name was proposed, in words: the features that spoke most for its type against the next
// best.
#include <algorithm>
#include <string>

#include "core/extract/feature_kinds.hpp"
#include "core/extract/name_tagger.hpp"

namespace standpoint::extract {
namespace {

// How much a feature of one word spoke for the name's type.
struct Voice {
    int weight = 0;
    std::uint8_t kind = 0;
    std::uint32_t word = 0;
};

// The word that a feature of this kind looks at, from word `i` of a name; `none` if it is no one
// word.
std::uint32_t seen_from(const Article& article, Range region, std::uint32_t i, int place) {
    const Range sentence = article.sentences[article.words[i].sentence].words;
    std::uint32_t first = i, last = i;
    while (first > region.begin && could_be_name(article, first - 1)) --first;
    while (last + 1 < region.end && could_be_name(article, last + 1)) ++last;
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
                               const Name& name, const Scratch& scratch) const {
    constexpr std::uint32_t words_heard = 3;  // of a long name the first ones
    Voice loudest, second;
    const std::uint32_t end = std::min(name.words.end, name.words.begin + words_heard);
    for (std::uint32_t i = name.words.begin; i < end; ++i) {
        const std::size_t at = first + i - region.begin;
        const auto& sums = scratch.emission[at];
        const std::size_t own =
            i == name.words.begin ? begin_tag(name.type) : inside_tag(name.type);
        std::size_t rival = outside;
        for (std::size_t t = 1; t < tag_count; ++t) {
            if (type_of(static_cast<Tag>(t)) != name.type && sums[t] > sums[rival]) rival = t;
        }
        for (std::uint32_t s = scratch.spoke_from[at]; s < scratch.spoke_from[at + 1]; ++s) {
            const auto [row, kind] = scratch.spoke[s];
            const Voice voice{row->weights[own] - row->weights[rival], kind, i};
            if (voice.weight <= second.weight || !tells(kind)) continue;
            const bool alike = feature_kind(kind).words == feature_kind(loudest.kind).words &&
                               loudest.weight > 0 && loudest.word == i;
            if (voice.weight <= loudest.weight) {
                if (!alike) second = voice;
                continue;
            }
            if (!alike) second = loudest;
            loudest = voice;
        }
    }
    std::string text;
    for (const Voice& voice : {loudest, second}) {
        if (voice.weight <= 0) continue;
        const FeatureKind& kind = feature_kind(voice.kind);
        text += text.empty() ? "" : "; ";
        text += kind.words;
        const std::uint32_t word = seen_from(article, region, voice.word, kind.place);
        if (word == none) continue;
        text += " (“";
        text += article.at(word);
        text += "”)";
    }
    return text.empty() ? "what is around it" : text;
}

}  // namespace standpoint::extract
