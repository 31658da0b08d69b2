// NameTagger: spans, types and scores of names by a trained linear chain (a conditional random
// field, Lafferty et al. 2001, over hashed features).
#pragma once

#include <string>
#include <utility>
#include <vector>

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
        // What spoke at each of them: a feature's weights and its kind. `spoke_from` has one more.
        std::vector<std::pair<const FeatureWeights::Row*, std::uint8_t>> spoke;
        std::vector<std::uint32_t> spoke_from;
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
    // The range without titles and offices at its start: Foreign Minister [Jan Lipavsky].
    Range without_titles(const Article& article, Range words) const;
    // The vocabulary's known name that it is; 0 if none.
    std::uint32_t known(const Article& article, const Name& name) const;
    // What spoke most for the name's type, in words (name_reasons.cpp). `first` is where the region
    // begins in the scratch.
    std::string reason(const Article& article, Range region, std::size_t first, const Name& name,
                       const Scratch& scratch) const;
    float exponential(std::int32_t steps) const;

    const Vocabulary& vocabulary_;
    const NameModel& model_;
    NameFeatures features_;
    std::vector<float> powers_;  // of e: [steps] is exp(-steps * unit)
    TagMatrix<float> transition_{};
};

}  // namespace standpoint::extract
