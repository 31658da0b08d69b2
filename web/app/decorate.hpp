// From the project to what the text view draws: decorations, margin notes and bars, and what is in
// hand. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/edit/command.hpp"
#include "core/model/project.hpp"
#include "web/app/derived.hpp"
#include "web/app/theme.hpp"
#include "web/textview/text_view.hpp"

namespace standpoint::web {

struct Decorated {
    std::vector<Decoration> spans;
    std::vector<MarginNote> notes;
    std::vector<MarginBar> bars;
    TextFocus focus;
};

Decorated decorate(const model::Document& document, const model::Codebook& codebook,
                   const Theme& theme, std::optional<edit::Ref> focus, const Fold& fold = {});

// "Northport Courier · 14 March 2026 · 612 words"
std::string subtitle_of(const model::Document& document, std::size_t words);

// The name by which the view carries an item, and back.
std::uint64_t item_code(edit::Ref item);
edit::Ref item_of(std::uint64_t code);

// The colour of a label: the codebook's, or one by its name if the codebook lacks it.
ImU32 label_colour(const model::Codebook& codebook, std::string_view label, const Theme& theme);

}  // namespace standpoint::web
