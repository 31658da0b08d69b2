// Panels: one file each. A panel draws a part of the page from what the workbench holds, changes
// nothing in it, and returns what the person did as intents. It draws into the current ImGui window
// at the cursor, in the width and height that are left there.
#pragma once

#include <imgui.h>

#include "web/app/intent.hpp"
#include "web/app/widgets.hpp"
#include "web/app/workbench.hpp"

namespace standpoint::web {

struct Panel {
    const Ui& ui;
    const Workbench& bench;
    Looks& looks;  // how things are shown: filters, tabs, widths
    Intents& out;

    void act(std::string_view action) const { out.push_back(Act{action}); }
    std::string key(std::string_view action) const;  // as shown on a key cap
    // Scrolls the list that begins here so that the row is in view, once when another item is taken
    // in hand.
    void follow(std::size_t row, float row_height) const;
};

void draw_top_bar(const Panel& panel, bool narrow);
void draw_documents(const Panel& panel);
void draw_article(const Panel& panel, TextView& view, bool covered);
void draw_welcome(const Panel& panel);
void draw_inspector(const Panel& panel);
void draw_entities(const Panel& panel);
void draw_statements(const Panel& panel);
void draw_stances(const Panel& panel);
void draw_guide(const Panel& panel);
void draw_status_bar(const Panel& panel);
void draw_dialog(const Panel& panel, Dialog& dialog);

// Parts that several panels share.
void draw_picker(const Panel& panel, Picker& picker);
void draw_why(const Panel& panel, const model::Provenance& provenance);
void draw_evidence(const Panel& panel, std::string_view words);
// Note and flag of the item in hand, where it has any.
void draw_remarks(const Panel& panel, const model::Provenance& provenance);
void draw_decide(const Panel& panel, const model::Provenance& provenance);

}  // namespace standpoint::web
