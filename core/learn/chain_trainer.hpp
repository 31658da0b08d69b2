// ChainTrainer: the weights of the recogniser's chain, by stochastic gradient on the likelihood of
// what the annotation allows (a conditional random field with partial labels: Bellare and McCallum
// 2007), with AdaGrad's step sizes (Duchi et al. 2011) and a ridge.
//
// Features that name a word outright are dropped at random in training, so that the context learns
// to speak for words that were never seen. The same seed gives the same weights on the same
// machine. The state of training (weights and squared gradients in floating point) is apart from
// what ships.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/extract/chain_model.hpp"
#include "core/learn/training_set.hpp"

namespace standpoint::learn {

struct TrainingPlan {
    int epochs = 12;
    float rate = 0.1F;
    float ridge = 1e-6F;
    float word_drop = 0.15F;    // the share of words whose own name is hidden
    float list_drop = 0.1F;     // the share of words whose lists are hidden
    float feature_drop = 0.0F;  // the share of features that are hidden, whatever they are
    std::uint32_t seed = 1;
    std::uint32_t least_count = 2;     // features seen less often are left out
    std::uint32_t most_rows = 50'000;  // features that are kept
    int epochs_after = 4;              // after all others were left out
    int grain = 1;  // weights that ship are multiples of so many units: coarser ones pack better
    // The second look is trained on texts as recognisers saw them that were trained on the rest; 0:
    // there is none.
    std::uint32_t folds = 4;
    int vote_epochs = 6;
    std::string without;  // a group of features (feature_kinds.hpp) that is left out
    extract::TagSet tags = extract::all_tags;  // those that there are
};

class ChainTrainer {
  public:
    ChainTrainer(TrainingSet& set, const TrainingPlan& plan);

    // Starts from these transitions, in steps of `unit`, and leaves them as they are.
    void fix_transitions(const extract::TagMatrix<std::int16_t>& transition, float unit);

    // All epochs. `progress` is told of each with the mean negative log-likelihood of a word.
    void run(const std::function<void(int epoch, double loss)>& progress);

    // What ships: rows and transitions in steps of `unit`.
    void quantise(extract::ChainModel& model,
                  std::vector<extract::FeatureWeights::Row>& rows) const;
    // The rows alone, in the steps of another model.
    void quantise(float unit, std::vector<extract::FeatureWeights::Row>& rows) const;

  private:
    using Row = extract::TagRow<float>;
    void prune();
    double epoch();
    double learn(const TrainingRegion& region);
    std::uint32_t random();
    bool chance(float share) { return static_cast<float>(random() >> 8) < share * 16777216.0F; }

    TrainingSet& set_;
    TrainingPlan plan_;
    std::vector<Row> weights_, squares_;  // by feature id
    extract::TagMatrix<float> transition_{}, transition_squares_{};
    bool fixed_ = false;  // the transitions are
    std::uint64_t state_;
    std::vector<std::uint32_t> order_;
    std::vector<Row> scores_, potentials_;
    std::vector<std::uint8_t> hidden_;  // by word of the region: bit 0 its name, bit 1 its lists
    std::vector<extract::TagSet> open_, allowed_;
    extract::ForwardBackward free_, bound_;
    std::vector<std::uint32_t> heard_;       // the features of the region that are not hidden
    std::vector<std::uint32_t> heard_from_;  // by word, and one more
    std::vector<std::uint8_t> drops_;        // by kind: which bit of hidden_ hides it
};

}  // namespace standpoint::learn
