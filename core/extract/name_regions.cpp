// Where names may stand: the regions of an article.
#include <algorithm>

#include "core/extract/name_features.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t longest_joint = 3;

// Words that a name may end in though they are written small.
constexpr Classes heads =
    organisation_head | facility_head | place_head | event_head | law_head | weapon_head;

bool joins(const Article& article, std::uint32_t i) {
    const Word& word = article.words[i];
    if (word.kind == text::TokenKind::number) return true;
    const std::string_view w = article.at(i);
    if (word.kind == text::TokenKind::punctuation || word.kind == text::TokenKind::symbol) {
        return w == "-" || w == "&" || w == "/" || w == "." || w == "," || w == "–" || w == ":";
    }
    if (word.kind == text::TokenKind::quote) return true;
    return word.is(determiner | preposition | particle | conjunction) || w == "'s" || w == "’s" ||
           w == "'" || w == "’";
}

}  // namespace

void NameFeatures::find_regions(const Article& article, Scratch& scratch) const {
    scratch.regions.clear();
    scratch.looks.clear();
    for (const Sentence& sentence : article.sentences) {
        std::uint32_t i = sentence.words.begin;
        while (i < sentence.words.end) {
            if (!article.words[i].capital) {
                ++i;
                continue;
            }
            Range region{i, i + 1};
            const std::uint32_t end = std::min(sentence.words.end, i + longest_region);
            for (std::uint32_t j = i + 1; j < end; ++j) {
                if (article.words[j].capital) {
                    region.end = j + 1;
                } else if (j - region.end >= longest_joint || !joins(article, j)) {
                    break;
                }
            }
            // bin Laden; the Rafah crossing.
            while (region.begin > sentence.words.begin && i - region.begin < longest_joint &&
                   article.words[region.begin - 1].is(particle) &&
                   !article.words[region.begin - 1].is(determiner | preposition) &&
                   (scratch.regions.empty() || scratch.regions.back().end < region.begin)) {
                --region.begin;
            }
            if (region.end < sentence.words.end && article.words[region.end].is(heads)) {
                ++region.end;
            }
            i = region.end;
            // A number beside a name can be part of it: Resolution 1441, the 2012 Olympics.
            if (region.begin > sentence.words.begin &&
                article.words[region.begin - 1].kind == text::TokenKind::number &&
                (scratch.regions.empty() || scratch.regions.back().end < region.begin)) {
                --region.begin;
            }
            if (region.end < sentence.words.end &&
                article.words[region.end].kind == text::TokenKind::number) {
                i = ++region.end;
            }
            scratch.regions.push_back(region);
        }
    }
}

}  // namespace standpoint::extract
