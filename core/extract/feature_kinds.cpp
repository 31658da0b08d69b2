#include "core/extract/feature_kinds.hpp"

#include <array>

namespace standpoint::extract {
namespace {

constexpr std::array<FeatureKind, kind_count> kinds{{
    {"bias", "how often such words are names"},
    {"word", "the word"},
    {"context", "the word before"},
    {"context", "the word after"},
    {"context", "the word two before"},
    {"context", "the word two after"},
    {"word", "the word as it is written"},
    {"word", "the word with the one before"},
    {"word", "the word with the one after"},
    {"context", "the two words before"},
    {"context", "the two words after"},
    {"affix", "how it begins"},
    {"affix", "how it begins"},
    {"affix", "how it begins"},
    {"affix", "its ending"},
    {"affix", "its ending"},
    {"affix", "its ending"},
    {"affix", "its ending"},
    {"affix", "the ending of the word before"},
    {"affix", "the ending of the word after"},
    {"shape", "its capitals"},
    {"shape", "the capitals before"},
    {"shape", "the capitals after"},
    {"shape", "the capitals around"},
    {"shape", "the word before, and its capitals"},
    {"shape", "the word after, and its capitals"},
    {"cluster", "words like it"},
    {"cluster", "words like the one before"},
    {"cluster", "words like the one after"},
    {"cluster", "words like the one two before"},
    {"cluster", "words like the one two after"},
    {"cluster", "words like these"},
    {"cluster", "words like these"},
    {"list", "a list of names"},
    {"list", "a listed name before"},
    {"list", "a listed name after"},
    {"list", "a list of names, and its capitals"},
    {"list", "a list of words"},
    {"list", "a listed word before"},
    {"list", "a listed word after"},
    {"list", "how the run of capitals ends"},
    {"class", "what kind of word it is"},
    {"class", "what kind of word is before"},
    {"class", "what kind of word is after"},
    {"class", "what kind of word is two before"},
    {"class", "what kind of word is two after"},
    {"class", "how the run of capitals ends"},
    {"class", "what kind of word is before the run of capitals"},
    {"document", "it opens the sentence"},
    {"document", "it stands in a headline"},
    {"document", "it stands in quotation marks"},
    {"document", "how the text writes it elsewhere"},
    {"region", "the word before the run of capitals"},
    {"region", "the word after the run of capitals"},
    {"region", "the last word of the run of capitals"},
    {"region", "the first word of the run of capitals"},
    {"region", "the length of the run of capitals"},
    {"region", "its place in the run of capitals"},
    {"region", "the words around the run of capitals"},
    {"cluster", "words like the one before the run"},
    {"cluster", "words like the one after the run"},
    {"document", "what it is elsewhere in the text"},
    {"document", "what it is elsewhere in the text"},
    {"document", "what it mostly is elsewhere in the text"},
    {"document", "it stands nowhere else in the text"},
    {"document", "a longer name elsewhere in the text"},
    {"document", "a longer name elsewhere in the text that ends so"},
}};

}  // namespace

const FeatureKind& feature_kind(std::uint8_t kind) {
    return kinds[kind];
}

}  // namespace standpoint::extract
