// Margin notes: pills with a caption beside the lines they speak of, stacked downwards where lines
// are close. A decided note has a soft ground, a suggested one a dashed outline.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "web/textview/font_face.hpp"
#include "web/textview/highlights.hpp"

namespace standpoint::web {

class MarginNotes {
  public:
    void set(std::vector<MarginNote> notes);

    struct Place {
        float x = 0;        // left edge
        float width = 100;  // widest
    };
    // Lays the notes of these rows out and appends their pills. Rows above the view count too, so
    // that a stack does not jump while it is scrolled.
    void arrange(const std::vector<Row>& rows, const RowMetrics& metrics, const TextStyle& style,
                 const FontFace& face, Place place, std::uint64_t focus,
                 std::vector<Highlight>& out);
    void draw(ImDrawList& list, const TextStyle& style, const FontFace& face) const;

    // The item of the note under a point of the screen.
    std::optional<std::uint64_t> item_at(ImVec2 point) const;

  private:
    struct Placed {
        const MarginNote* note = nullptr;
        ShapedLine pill, caption;
        ImVec2 low, high;  // the note's corners
        float pill_baseline = 0, caption_baseline = 0;
    };
    std::vector<MarginNote> notes_;  // by place in the text
    std::vector<Placed> placed_;
};

}  // namespace standpoint::web
