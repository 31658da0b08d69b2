// The codebook file, shared by a team; also the `codebook` member of a project.
//
//   {"format":"standpoint-codebook","version":1,"name":"...","guideline":"...",
//    "labels":[{"name":"PER","title":"Person","hotkey":"1","colour":0,"guideline":"..."}],
//    "targets":[{"key":"lift-ban","text":"...","short":"...","keywords":[...],"pro":[...],
//                "con":[...],"guideline":"..."}],
//    "cue_verbs":["quipped"]}
#pragma once

#include <string>
#include <string_view>

#include "core/exchange/report.hpp"
#include "core/model/codebook.hpp"
#include "core/text/result.hpp"

namespace standpoint::exchange {

inline constexpr int codebook_version = 1;

text::Result<model::Codebook> read_codebook(std::string_view bytes, Report& report);
std::string write_codebook(const model::Codebook& codebook);

}  // namespace standpoint::exchange
