// TrainingSet: annotated texts as the recogniser's chain sees them: regions of words, the features
// of each word, and the tags that the annotation leaves open for it.
//
// Corpora differ in what they mark. A gold name carries the set of types that it may have (a LOC of
// a corpus of three types may be a GPE, a LOC or a FAC), and a corpus says what words that it left
// unmarked may be (a corpus without nationalities does not say that *Danish* is outside). The chain
// is trained on the sum over all taggings that the annotation allows, so what a corpus does not say
// teaches nothing wrong.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/extract/name_tagger.hpp"
#include "core/extract/tags.hpp"

namespace standpoint::learn {

// A set of types by NameType; bit 0: no name.
using TypeSet = std::uint32_t;
constexpr TypeSet type_bit(extract::NameType type) {
    return TypeSet{1} << static_cast<int>(type);
}
inline constexpr TypeSet no_name = 1;
inline constexpr TypeSet anything = (1u << 11) - 1;

struct GoldName {
    text::Span span;  // bytes
    TypeSet types = 0;
};

struct TrainingText {
    std::string text;
    std::vector<GoldName> names;  // in order, not overlapping
    TypeSet unmarked = no_name;   // what a word outside all names may be
    float weight = 1;
};

// The tags that each word of the article may have. REQUIRES: read_words has run.
std::vector<extract::TagSet> allowed_tags(const extract::Article&, const TrainingText&);

struct TrainingRegion {
    std::uint32_t first = 0;  // word of the set
    std::uint32_t size = 0;
    float weight = 1;
};

struct TrainingSet {
    std::vector<TrainingRegion> regions;
    std::vector<extract::TagSet> allowed;  // by word
    std::vector<extract::TagSet> open;     // by word, or empty: what it could be at all
    std::vector<std::uint32_t> starts{0};  // by word: where its features begin; one more at the end
    std::vector<std::uint32_t> features;   // ids
    // By word, or empty: scores that stand beside those of the features and are not learned.
    std::vector<extract::TagRow<float>> given;
    std::vector<std::uint32_t> keys;    // by id
    std::vector<std::uint8_t> kinds;    // by id
    std::vector<std::uint32_t> counts;  // by id
    std::uint32_t lost = 0;             // gold names that no region holds whole
    std::uint32_t names = 0;            // gold names in all

    std::unordered_map<std::uint32_t, std::uint32_t> ids;  // key to id

    // Adds the regions of a text that has passed text::admit.
    void add(const extract::Vocabulary&, const extract::WordTables&, const TrainingText&);
    // Adds the text's regions as the second look sees them: what the tagger made of them at first
    // is given, and the features are those of the votes.
    void add_votes(const extract::Vocabulary&, const extract::NameTagger&, float unit,
                   const TrainingText&);
    void add_features(const std::vector<extract::Feature>& of_word);
    // Keeps the features for which `keep[id]`, and renumbers.
    void keep(const std::vector<bool>& keep);
};

}  // namespace standpoint::learn
