// NameModel: what the recogniser of names was taught: weights, transitions, word tables.
//
// Read from the sections `chain`, `weights`, `lists` and `clusters` of the model file, whose bytes
// must stay as long as the model: the word tables are views of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/extract/feature_weights.hpp"
#include "core/extract/model_file.hpp"
#include "core/extract/name_features.hpp"
#include "core/text/result.hpp"

namespace standpoint::extract {

// Turns a name's probability under the chain into how often such names are right: both as odds in
// logarithms, slope and shift fitted on held-out text (Platt 1999).
struct Calibration {
    float slope = 1, shift = 0;
};

struct NameModel {
    WordTables tables;
    FeatureWeights weights;
    TagMatrix<std::int16_t> transition{};
    float unit = 1.0F / 32;  // one step of a weight, as a logarithm
    Calibration calibration;
    std::string card;

    static text::Result<NameModel> read(const ModelFile& file);
    static text::Result<NameModel> read(std::string_view bytes);  // of the whole file
};

std::string write_chain(const NameModel& model);  // the section `chain`

}  // namespace standpoint::extract
