// StatementTagger: who said what, by two trained chains.
//
// The first tags every sentence with sources, cues and contents at once, of which the cues are
// kept; the second reads the sentence again for each cue and tags the source and the content of
// that cue. So two cues may share a source, and a content may lie on both sides of its cue. The
// rules (attributions.cpp) run before: what they made of a sentence is among what the chains see,
// and of a cue that both find the rules say what kind of statement it is.
//
// Statements without a cue, sentences that lie in quotation marks, are the rules', and those whose
// cue the codebook names. What the rules alone take for words counts as a plain act. Both chains
// are conditional random fields (chain.hpp) with whole numbers for weights.
#pragma once

#include <vector>

#include "core/extract/chain.hpp"
#include "core/extract/chain_model.hpp"
#include "core/extract/role_features.hpp"
#include "core/extract/stages.hpp"

namespace standpoint::extract {

struct StatementModel {
    ChainModel cues;         // the first chain; its calibration is that of whole statements
    ChainModel spans;        // the second
    FeatureWeights holders;  // of the choice of whose words they are (holder_candidates.hpp)

    static text::Result<StatementModel> read(const ModelFile& file);
    bool empty() const { return cues.weights.size() == 0; }
};

class StatementTagger {
  public:
    StatementTagger(const Vocabulary& vocabulary, const WordTables& tables,
                    const StatementModel& model);

    struct Scratch {
        RoleFeatures::Scratch features;
        std::vector<Feature> of_word;
        std::vector<TagRow<std::int16_t>> emission;
        std::vector<TagRow<float>> potentials;
        std::vector<TagSet> allowed;
        std::vector<Tag> path;
        Viterbi cues, spans;
        ForwardBackward cue_chances, span_chances;
        std::vector<Range> found;       // the cues of a sentence
        std::vector<float> found_sure;  // how probable each is
        std::vector<Range> nearby;
    };

    // Puts its own statements in the place of the rules'. With an empty model it does nothing.
    // False if the pace says stop. REQUIRES: parts of speech and the rules' statements are there.
    bool run(Article& article, Scratch& scratch, Pace pace) const;

  private:
    void find_cues(const Article&, const Sentence&, Scratch&) const;
    // The statement of a cue; without content there is none.
    Statement read_cue(const Article&, std::size_t cue, Scratch&) const;
    // What kind of statement it is: as the rules say, or by its verb.
    void classify(const Article&, Statement& made, const Scratch&) const;

    const Vocabulary& vocabulary_;
    const StatementModel& model_;
    RoleFeatures features_;
    Powers cue_powers_, span_powers_;
    TagMatrix<float> cue_transition_{}, span_transition_{};
};

}  // namespace standpoint::extract
