// Training: what `standpoint train` does for each stage. Each reads its part of the recipe, puts
// its sections into the model, and tells standard output how it gets on.
#pragma once

#include <string>
#include <string_view>

#include "core/cli/recipe.hpp"
#include "core/cli/sources.hpp"
#include "core/extract/model_file.hpp"

namespace standpoint::cli {

// False after a complaint. `report`, if there is one, gets the measures as Markdown.

// The sections chain, lists, clusters and weights. The report has a learning curve and an ablation,
// too: eleven more trainings.
bool train_names(const Recipe& recipe, Sources& sources, extract::ModelSections& sections,
                 std::string* report);

// The section parts. REQUIRES: the sections lists and clusters.
bool train_parts(const Recipe& recipe, Sources& sources, extract::ModelSections& sections,
                 std::string* report);

// The sections cue.c, cue.w, span.c and span.w. REQUIRES: those of names and parts.
bool train_statements(const Recipe& recipe, Sources& sources, extract::ModelSections& sections,
                      std::string* report);

// In the place of the section of that name, or at the end.
void put_section(extract::ModelSections& sections, std::string_view name, std::string bytes);

std::string per_cent(double share);  // of 1, with one digit after the point

}  // namespace standpoint::cli
