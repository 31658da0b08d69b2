// Sheet: the window of a dialog, centred over the page, for as long as the object lives. Clicking
// beside it closes the dialog, as Escape does; what lies behind does not take that click.
#pragma once

#include "web/panels/panel.hpp"

namespace standpoint::web {

class Sheet {
  public:
    // `top_share`: how far down it starts, as a share of the page's height. With `keep` a click
    // beside it does not close it: there is something typed to lose.
    Sheet(const Panel& panel, const char* title, float width, float top_share = 0.16F,
          bool keep = false);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;
};

float room();  // width left in the current window
// Enter went down in this frame, and no control that Tab has reached takes it for itself.
bool entered();

void draw_export(const Panel& panel, ExportDialog& dialog);

}  // namespace standpoint::web
