#include "core/extract/feature_kinds.hpp"

#include <array>

namespace standpoint::extract {
namespace {

constexpr std::array<FeatureKind, kind_count> kinds{{
    {"bias", "how often such words are names", no_place},
    {"word", "the word", 0},
    {"context", "the word before", -1},
    {"context", "the word after", 1},
    {"context", "the word two before", -2},
    {"context", "the word two after", 2},
    {"word", "the word as it is written", 0},
    {"word", "the word with the one before", 0},
    {"word", "the word with the one after", 0},
    {"context", "the two words before", no_place},
    {"context", "the two words after", no_place},
    {"affix", "how it begins", 0},
    {"affix", "how it begins", 0},
    {"affix", "how it begins", 0},
    {"affix", "its ending", 0},
    {"affix", "its ending", 0},
    {"affix", "its ending", 0},
    {"affix", "its ending", 0},
    {"affix", "the ending of the word before", -1},
    {"affix", "the ending of the word after", 1},
    {"shape", "its capitals", 0},
    {"shape", "the capitals before", -1},
    {"shape", "the capitals after", 1},
    {"shape", "the capitals around", no_place},
    {"shape", "the word before, and its capitals", -1},
    {"shape", "the word after, and its capitals", 1},
    {"cluster", "words like it", 0},
    {"cluster", "words like the one before", -1},
    {"cluster", "words like the one after", 1},
    {"cluster", "words like the one two before", -2},
    {"cluster", "words like the one two after", 2},
    {"cluster", "words like these", no_place},
    {"cluster", "words like these", no_place},
    {"list", "a list of names", 0},
    {"list", "a listed name before", -1},
    {"list", "a listed name after", 1},
    {"list", "a list of names, and its capitals", 0},
    {"list", "a listed word before", -1},
    {"list", "a listed word after", 1},
    {"list", "how the run of capitals ends", run_end},
    {"class", "what kind of word it is", 0},
    {"class", "what kind of word is before", -1},
    {"class", "what kind of word is after", 1},
    {"class", "what kind of word is two before", -2},
    {"class", "what kind of word is two after", 2},
    {"class", "how the run of capitals ends", run_end},
    {"class", "what kind of word is before the run of capitals", before_run},
    {"document", "it opens the sentence", no_place},
    {"document", "it stands in a headline", no_place},
    {"document", "it stands in quotation marks", no_place},
    {"document", "how the text writes it elsewhere", no_place},
    {"region", "the word before the run of capitals", before_run},
    {"region", "the word after the run of capitals", after_run},
    {"region", "the last word of the run of capitals", run_end},
    {"region", "the first word of the run of capitals", no_place},
    {"region", "the length of the run of capitals", no_place},
    {"region", "its place in the run of capitals", no_place},
    {"region", "the words around the run of capitals", no_place},
    {"cluster", "words like the one before the run", before_run},
    {"cluster", "words like the one after the run", after_run},
    {"document", "what it is elsewhere in the text", no_place},
    {"document", "what it is elsewhere in the text", no_place},
    {"document", "what it mostly is elsewhere in the text", no_place},
    {"document", "it stands nowhere else in the text", no_place},
    {"document", "a longer name elsewhere in the text", no_place},
    {"document", "a longer name elsewhere in the text that ends so", no_place},
}};

}  // namespace

const FeatureKind& feature_kind(std::uint8_t kind) {
    return kinds[kind];
}

}  // namespace standpoint::extract
