// NameModel: what the recogniser of names was taught: weights, transitions, word tables.
//
// Read from the bytes of the model file (assets/model), which must stay as long as the model: the
// word tables are views of them. The file says of itself what it is: a header with the version and
// a checksum, then named sections; `card` is JSON for people and tools (labels, data, date,
// measures). Little-endian everywhere. A file that is cut short, damaged or newer is refused with a
// sentence.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/extract/feature_weights.hpp"
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

    static text::Result<NameModel> read(std::string_view bytes);
};

// The sections of a model file, and the file of sections.
using ModelSections = std::vector<std::pair<std::string, std::string>>;
std::string write_model(const ModelSections& sections);
std::string write_chain(const NameModel& model);  // the section `chain`

}  // namespace standpoint::extract
