// The mirror: what the canvas shows, as a tree that a screen reader and a browser test can read.
//
// Widgets come from ImGui's own item hooks (IMGUI_ENABLE_TEST_ENGINE; the engine itself is not
// used): every labelled item that is visible and not blocked by a modal window, grouped by window.
// What is drawn by hand comes from the Program. A widget's name is its label, see
// accessible_name().
//
// One mirror serves one ImGui context. Collecting costs a little, publishing costs the DOM, so the
// owner says in which frames to collect, and a patch holds only what changed since the last one.
#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/platform/host.hpp"

namespace standpoint::web {

// The part of a label before "##", without icons; if that is empty (an icon button), the part
// after.
std::string accessible_name(std::string_view label);

// One element of the mirror, flat. Ids start with "w:" (widgets, windows) or "p:" (the Program's).
struct MirrorElement {
    std::string id;
    std::string parent;    // empty: at the top
    std::string previous;  // the sibling before it, or empty
    std::string role;
    std::string name;
    std::string text;
    int x = 0, y = 0, width = 0, height = 0;
    bool pressed = false;  // checked or selected
    bool enabled = true;
    bool focused = false;
    bool modal = false;
    std::optional<bool> expanded;

    bool operator==(const MirrorElement&) const = default;
};

class Mirror {
  public:
    // Called by the hooks.
    struct Widget {
        ImGuiID id = 0;
        ImGuiID window = 0;  // the root window
        Rect rect;           // what is visible of it
        std::string label;   // empty until ImGui tells it
        int status = 0;      // ImGuiItemStatusFlags
        std::string role;
        bool selected = false;
        bool enabled = true;
    };

    explicit Mirror(ImGuiContext& context);
    ~Mirror();
    Mirror(const Mirror&) = delete;
    Mirror& operator=(const Mirror&) = delete;

    // Before ImGui::NewFrame.
    void begin_frame(bool collect);
    void set_program_nodes(std::vector<MirrorNode> nodes) { program_nodes_ = std::move(nodes); }

    // After ImGui::Render of a frame that collected: everything that can be found, parents first.
    std::vector<MirrorElement> elements() const;

    // The same as changes since the last patch, for the page: records that end in U+001E, with
    // fields that end in U+001F. "-" id, or "+" id parent previous role name text x y width height
    // state, where state is letters: p pressed, d disabled, f focused, m modal, o open, c closed.
    // Empty if nothing changed.
    std::string patch();

    // The middle of a widget of the last patch, by its mirror id; nothing if it is gone.
    std::optional<ImVec2> middle(std::string_view id) const;

    void add_item(ImGuiID id, const Rect& visible);
    void label_item(ImGuiID id, const char* label, int status);

  private:
    // Returns the id of the last window.
    std::string add_window_elements(std::vector<MirrorElement>& elements) const;

    ImGuiContext& context_;
    std::vector<Widget> widgets_;  // in the order of their submission
    std::vector<MirrorNode> program_nodes_;
    std::map<std::string, MirrorElement, std::less<>> published_;
};

}  // namespace standpoint::web
