// NameTagger: spans, types and scores of names by a trained linear chain (a conditional random
// field, Lafferty et al. 2001, over hashed features).
#pragma once

#include <array>
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
        std::vector<Feature> found;
        // What a spelling says at a place, read when it is first asked for: the features that the
        // model knows, [begin, end) of `spoken`, and the sum of their weights.
        struct Voice {
            TagRow<std::int16_t> sum{};
            std::uint32_t begin = 0, end = 0;
        };
        struct Spoken {
            const FeatureWeights::Row* row = nullptr;
            std::uint8_t kind = 0;
        };
        std::vector<std::uint32_t> voice_at;  // place_count a spelling: 1 + index of voices, or 0
        std::vector<Voice> voices;
        std::vector<Spoken> spoken;  // if reasons are asked for
        bool reasons = false;
        // Weights that are added to the model's: what a person taught. May be null; the caller's.
        const FeatureWeights* learned = nullptr;
        // Of all words of the regions, one region after the other:
        std::vector<TagRow<std::int16_t>> emission;
        std::vector<Tag> path;
        DocumentVotes votes;
        // Of one region:
        std::vector<TagRow<float>> potentials;
        std::vector<TagSet> allowed;
        Viterbi viterbi;
        ForwardBackward chances;
    };

    // Appends to the article's names, in order, with the reason for each if `reasons`. False if the
    // pace says stop.
    bool run(Article& article, Scratch& scratch, Pace pace, bool reasons = true) const;

    // What `run` does before the words hear what the text says of them elsewhere: regions, emission
    // and path of the scratch. For training.
    bool look(const Article& article, Scratch& scratch, Pace pace) const;

  private:
    // The sum of the weights of all features of word `i`.
    TagRow<std::int16_t> weigh(const Article& article, Range region, std::uint32_t i,
                               Scratch& scratch) const;
    const Scratch::Voice& voice(const Article& article, NameFeatures::Seen seen,
                                Scratch& scratch) const;
    // Adds the weights of the features that the scratch has found; whether there are any.
    bool add_found(const Scratch& scratch, TagRow<std::int16_t>& sum) const;
    // The model's weights of a feature, and the learned ones.
    std::array<const FeatureWeights::Row*, 2> rows_of(const Feature& feature,
                                                      const Scratch& scratch) const {
        return {model_.weights.find(feature.key),
                scratch.learned == nullptr ? nullptr : scratch.learned->find(feature.key)};
    }
    // `first` is where the region begins in the scratch.
    void write_names(Article& article, Range region, std::size_t first, Scratch& scratch) const;
    // The range without titles and offices at its start: Foreign Minister [Jan Lipavsky].
    Range without_titles(const Article& article, Range words) const;
    // The vocabulary's known name that it is; 0 if none.
    std::uint32_t known(const Article& article, const Name& name) const;
    // What spoke most for the name's type, in words (name_reasons.cpp). REQUIRES: the region was
    // the last to be read.
    std::string reason(const Article& article, Range region, std::size_t first, const Name& name,
                       Scratch& scratch) const;

    const Vocabulary& vocabulary_;
    const NameModel& model_;
    NameFeatures features_;
    Powers powers_;
    TagMatrix<float> transition_{};
};

}  // namespace standpoint::extract
