// Sheet: the window of a dialog, centred over the page, for as long as the object lives. Clicking
// beside it closes the dialog, as Escape does.
#pragma once

#include "web/panels/panel.hpp"

namespace standpoint::web {

class Sheet {
  public:
    // `top_share`: how far down it starts, as a share of the page's height.
    Sheet(const Panel& panel, const char* title, float width, float top_share = 0.16F);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;
};

float room();    // width left in the current window
bool entered();  // Enter went down in this frame

void draw_export(const Panel& panel, ExportDialog& dialog);

}  // namespace standpoint::web
