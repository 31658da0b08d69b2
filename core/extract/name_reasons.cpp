// Why a name was proposed, in words: the features that spoke most for its type against the next
// best.
#include <algorithm>
#include <string>
#include <tuple>

#include "core/extract/feature_kinds.hpp"
#include "core/extract/name_tagger.hpp"

namespace standpoint::extract {
namespace {

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
           kind != clusters_0_a1 && kind != region_size && kind != region_place;
}

}  // namespace

std::string NameTagger::reason(const Article& article, Range region, std::size_t first,
                               const Name& name, Scratch& scratch) const {
    constexpr std::uint32_t words_heard = 3;  // of a long name the first ones
    constexpr std::size_t reasons = 2;
    features_.read_region(vocabulary_, article, region, scratch.features);
    std::vector<Scratch::Voice>& voices = scratch.voices;
    voices.clear();
    const std::uint32_t end = std::min(name.words.end, name.words.begin + words_heard);
    for (std::uint32_t i = name.words.begin; i < end; ++i) {
        const auto& sums = scratch.emission[first + i - region.begin];
        const std::size_t own =
            i == name.words.begin ? begin_tag(name.type) : inside_tag(name.type);
        std::size_t rival = own == 0 ? 1 : 0;
        for (std::size_t t = 0; t < tag_count; ++t) {
            if (t == own || type_of(static_cast<Tag>(t)) == name.type) continue;
            if (sums[t] > sums[rival]) rival = t;
        }
        scratch.of_word.clear();
        features_.of_word(vocabulary_, article, region, i, scratch.features, scratch.of_word);
        for (const Feature& feature : scratch.of_word) {
            const FeatureWeights::Row* row = model_.weights.find(feature.key);
            if (row == nullptr || !tells(feature.kind)) continue;
            const int weight = row->weights[own] - row->weights[rival];
            if (weight > 0) voices.push_back({weight, feature.kind, i});
        }
    }
    std::sort(voices.begin(), voices.end(), [](const Scratch::Voice& a, const Scratch::Voice& b) {
        return std::tuple(b.weight, a.word, a.kind) < std::tuple(a.weight, b.word, b.kind);
    });
    std::string text;
    std::size_t told = 0;
    for (const Scratch::Voice& voice : voices) {
        const FeatureKind& kind = feature_kind(voice.kind);
        std::string reason(kind.words);
        if (const std::uint32_t word = seen_from(article, region, voice.word, kind.place);
            word != none) {
            reason += " (“" + std::string(article.at(word)) + "”)";
        }
        if (text.find(reason) != std::string::npos) continue;
        text += told == 0 ? "" : "; ";
        text += reason;
        if (++told == reasons) break;
    }
    return text.empty() ? "what is around it" : text;
}

}  // namespace standpoint::extract
