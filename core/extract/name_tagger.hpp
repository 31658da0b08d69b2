// NameTagger: spans, types and scores of names by a trained linear chain (a conditional random
// field, Lafferty et al. 2001, over hashed features).
#pragma once

#include "core/extract/chain.hpp"
#include "core/extract/document_votes.hpp"
#include "core/extract/name_model.hpp"
#include "core/extract/stages.hpp"

namespace standpoint::extract {

class NameTagger {
  public:
    NameTagger(const Vocabulary& vocabulary, const NameModel& model);

    struct Scratch {
        NameFeatures::Scratch features;
        std::vector<Feature> of_word;
        // Of all words of the regions, one region after the other:
        std::vector<TagRow<std::int16_t>> emission;
        std::vector<Tag> path;
        DocumentVotes votes;
        // Of one region:
        std::vector<TagRow<float>> potentials;
        std::vector<TagSet> allowed;
        Viterbi viterbi;
        ForwardBackward sums;
    };

    // Appends to the article's names, in order. False if the pace says stop.
    bool run(Article& article, Scratch& scratch, Pace pace) const;

    // What `run` does before the words hear what the text says of them elsewhere: regions, emission
    // and path of the scratch. For training.
    bool look(const Article& article, Scratch& scratch, Pace pace) const;

  private:
    void write_names(Article& article, Range region, std::size_t first, Scratch& scratch) const;
    float exponential(std::int32_t steps) const;

    const Vocabulary& vocabulary_;
    const NameModel& model_;
    NameFeatures features_;
    std::vector<float> powers_;  // of e: [steps] is exp(-steps * unit)
    TagMatrix<float> transition_{};
};

}  // namespace standpoint::extract
