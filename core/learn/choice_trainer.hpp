// ChoiceTrainer: weights by which one of several candidates is chosen, by stochastic gradient on
// the likelihood of the right one (a conditional logit; McFadden 1974), with AdaGrad's step sizes
// (Duchi et al. 2011) and a ridge.
//
// The same seed gives the same weights on the same machine.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "core/extract/feature_weights.hpp"

namespace standpoint::learn {

struct ChoicePlan {
    int epochs = 12;
    int kept = 5;  // of the last epochs the mean weights are taken
    float rate = 0.1F, ridge = 0.003F;
    float feature_drop = 0.3F;
    std::uint32_t least_count = 3;
    std::uint32_t most_rows = 20'000;
    std::uint32_t seed = 1;
};

class ChoiceTrainer {
  public:
    explicit ChoiceTrainer(const ChoicePlan& plan);

    // One choice: the features of each candidate, and which is right. REQUIRES: right is one of
    // them.
    void add(const std::vector<const std::vector<std::uint32_t>*>& candidates, std::size_t right,
             float weight);
    void run(const std::function<void(int epoch, double loss)>& progress);

    // What ships: the weight is that of tag 0.
    std::vector<extract::FeatureWeights::Row> rows() const;

  private:
    struct Choice {
        std::uint32_t first = 0, count = 0, right = 0;  // of the candidates
        float weight = 1;
    };
    double learn(const Choice& choice);
    float random();  // in [0, 1)

    ChoicePlan plan_;
    std::unordered_map<std::uint32_t, std::uint32_t> ids_;
    std::vector<std::uint32_t> keys_, counts_;         // by id
    std::vector<float> weights_, squares_, sums_;      // by id
    std::vector<std::uint32_t> features_, starts_{0};  // of the candidates
    std::vector<Choice> choices_;
    std::vector<float> scores_;
    std::vector<std::uint32_t> heard_, heard_from_;
    std::uint64_t state_;
};

}  // namespace standpoint::learn
