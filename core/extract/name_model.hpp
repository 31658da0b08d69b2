// NameModel: what the recogniser of names was taught: weights, transitions, word tables.
//
// Read from the sections `chain`, `weights`, `lists` and `clusters` of the model file, whose bytes
// must stay as long as the model: the word tables are views of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/extract/chain_model.hpp"
#include "core/extract/model_file.hpp"
#include "core/extract/name_features.hpp"
#include "core/text/result.hpp"

namespace standpoint::extract {

struct NameModel : ChainModel {
    WordTables tables;
    std::string card;

    static text::Result<NameModel> read(const ModelFile& file);
    static text::Result<NameModel> read(std::string_view bytes);  // of the whole file
};

}  // namespace standpoint::extract
