// ChainModel: what a chain over tags was taught: weights of features, transitions, and how its
// probabilities read as scores.
//
// A model file holds it as two sections: transitions, unit and calibration; and the weights.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/extract/feature_weights.hpp"
#include "core/extract/model_file.hpp"
#include "core/text/result.hpp"

namespace standpoint::extract {

// Turns a probability under the chain into how often such findings are right: both as odds in
// logarithms, slope and shift fitted on held-out text (Platt 1999).
struct Calibration {
    float slope = 1, shift = 0;
};
// Between 0.01 and 0.99; the same on every machine.
float calibrated(const Calibration& calibration, float p);

struct ChainModel {
    FeatureWeights weights;
    TagMatrix<std::int16_t> transition{};
    float unit = 1.0F / 32;  // one step of a weight, as a logarithm
    Calibration calibration;
};

text::Result<ChainModel> read_chain(const ModelFile& file, std::string_view chain_section,
                                    std::string_view weights_section);
std::string write_chain(const ChainModel& model);  // the first of the two

// exp(-steps * unit), from a table; never 0, so that some path always has a positive weight. The
// same on every machine.
class Powers {
  public:
    explicit Powers(float unit);
    // REQUIRES: steps >= 0.
    float operator()(std::int32_t steps) const {
        const auto at = static_cast<std::size_t>(steps);
        return powers_[at < powers_.size() ? at : powers_.size() - 1];
    }
    // The potentials of transitions, the largest 1.
    TagMatrix<float> of(const TagMatrix<std::int16_t>& transition) const;
    // The potentials of a word's tags, the largest 1.
    TagRow<float> of(const TagRow<std::int16_t>& emission) const;

  private:
    std::vector<float> powers_;
};

}  // namespace standpoint::extract
