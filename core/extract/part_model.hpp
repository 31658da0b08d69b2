// PartModel: what the tagger of parts of speech was taught: a row of weights for each feature, a
// byte for each part of speech.
//
// Read from the section `parts` of the model file. Its features ask the model's word tables for
// clusters and lists: the section knows which tables it was trained with, and is refused beside
// others.
#pragma once

#include <string>
#include <vector>

#include "core/extract/feature_weights.hpp"
#include "core/extract/model_file.hpp"
#include "core/extract/parts.hpp"

namespace standpoint::extract {

struct PartModel {
    FeatureWeights weights;

    static text::Result<PartModel> read(const ModelFile& file);
};
static_assert(part_count <= tag_lanes);

// The section `parts`. `lists` and `clusters` are the model's sections of those names. REQUIRES: no
// key is 0, each but once.
std::string write_parts(std::vector<FeatureWeights::Row> rows, std::string_view lists,
                        std::string_view clusters);

}  // namespace standpoint::extract
