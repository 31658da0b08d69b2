// Painter: draws highlights and arcs with our own shaders, inside ImGui's order of drawing.
//
// `below` and `above` put one draw call each into a draw list, at the point where they are called;
// they run when the list is rendered, and draw what `set` was last given (which is copied to the
// graphics card once a frame). ImGui's render state is put back after each. Natively nothing is
// drawn (painter_native.cpp): a test's renderer is a null one.
#pragma once

#include <imgui.h>

#include <memory>
#include <vector>

#include "web/textview/arcs.hpp"
#include "web/textview/highlights.hpp"

namespace standpoint::web {

class Painter {
  public:
    Painter();
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    // Both must stay alive and unchanged until the frame is rendered.
    void set(const HighlightLayers& layers, const std::vector<ArcVertex>& arcs);
    void below(ImDrawList& list);
    void above(ImDrawList& list);

    // The graphics context is a new one: what was made in the old is gone.
    void forget();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace standpoint::web
