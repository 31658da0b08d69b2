// PartTagger: a part of speech for every word, from left to right, by a linear classifier over
// hashed features that knows the two parts before (an averaged perceptron: Collins 2002).
//
// Forms that were one part of speech nearly everywhere in training are taken as such without a look
// around. What any other says of itself and of its neighbours is summed once, and stays in the
// scratch from text to text. Whole numbers throughout.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/extract/part_features.hpp"
#include "core/extract/part_model.hpp"
#include "core/extract/stages.hpp"

namespace standpoint::extract {

class PartTagger {
  public:
    PartTagger(const Vocabulary& vocabulary, const WordTables& tables, const PartModel& model)
        : vocabulary_(vocabulary), features_(tables), model_(model) {}

    // Of one tagger. What a run leaves in it changes the speed of the next and nothing else.
    struct Scratch {
        struct Form {
            std::uint32_t hash = 0;
            bool certain = false;
            Part part = Part::other;  // if certain
            std::uint8_t summed = 0;  // by place: a bit
            std::array<TagRow<std::int16_t>, places> sums;
        };
        std::vector<std::uint32_t> slots;  // by FormId: index of a form plus one
        std::vector<Form> forms;
        std::unordered_map<std::string, std::uint32_t>
            known;  // index of words not in the vocabulary
        std::vector<std::uint32_t> keys;
        std::string buffer;
    };

    // Sets the part of all words. False if the pace says stop. REQUIRES: read_words has run.
    bool run(Article& article, Scratch& scratch, Pace pace) const;

  private:
    static constexpr std::size_t most_forms = 1u << 14;  // that are kept for the next text

    // Index of the form of a word; none: of what is outside the sentence.
    std::uint32_t form(const Article& article, std::uint32_t word, Scratch& scratch) const;
    const TagRow<std::int16_t>& sum(const Article& article, std::uint32_t word, std::uint32_t form,
                                    Place place, Scratch& scratch) const;
    void read_sentence(Article& article, Range words, Scratch& scratch) const;

    const Vocabulary& vocabulary_;
    PartFeatures features_;
    const PartModel& model_;
};

}  // namespace standpoint::extract
