#include "web/platform/mirror.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <set>
#include <utility>

namespace standpoint::web {
namespace {

// Private-use characters are icons of a font: they mean nothing when read aloud.
bool is_private_use(unsigned code) {
    return (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
}

std::string without_icons(std::string_view label) {
    std::string result;
    const char* const end = label.data() + label.size();
    for (const char* p = label.data(); p < end;) {
        unsigned code = 0;
        const int size = std::max(ImTextCharFromUtf8(&code, p, end), 1);
        if (!is_private_use(code)) result.append(p, static_cast<std::size_t>(size));
        p += size;
    }
    const std::size_t first = result.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return result.substr(first, result.find_last_not_of(' ') - first + 1);
}

std::string widget_id(ImGuiID id) {
    char text[16];
    std::snprintf(text, sizeof text, "w:%08x", id);
    return text;
}

// Hooks say what a widget can do, not what it is; the rest is told by where it stands.
std::string role_of(const ImGuiContext& context, ImGuiID id, int status) {
    const ImGuiWindow* window = context.CurrentWindow;
    const bool in_menu =
        window->DC.MenuBarAppending ||
        (window->Flags & (ImGuiWindowFlags_ChildMenu | ImGuiWindowFlags_Popup)) != 0;
    if (status & ImGuiItemStatusFlags_Inputable) return "textbox";
    if (status & ImGuiItemStatusFlags_Checkable) return in_menu ? "menuitemcheckbox" : "checkbox";
    if (context.CurrentTabBar != nullptr &&
        ImGui::TabBarFindTabByID(context.CurrentTabBar, id) != nullptr)
        return "tab";
    if ((status & ImGuiItemStatusFlags_Openable) && in_menu) return "menuitem";
    return "button";
}

bool is_selected_tab(const ImGuiContext& context, ImGuiID id) {
    return context.CurrentTabBar != nullptr && context.CurrentTabBar->VisibleTabId == id;
}

std::string window_role(const ImGuiWindow& window) {
    if (window.Flags & ImGuiWindowFlags_Modal) return "dialog";
    if (window.Flags & ImGuiWindowFlags_Tooltip) return "tooltip";
    if (window.Flags & ImGuiWindowFlags_ChildMenu) return "menu";
    return "region";
}

bool is_behind_modal(ImGuiWindow* window) {
    ImGuiWindow* modal = ImGui::GetTopMostPopupModal();
    return modal != nullptr && !ImGui::IsWindowWithinBeginStackOf(window->RootWindow, modal);
}

int rounded(float value) {
    return static_cast<int>(std::lround(value));
}

void place(MirrorElement& element, const Rect& rect) {
    element.x = rounded(rect.x);
    element.y = rounded(rect.y);
    element.width = rounded(rect.x + rect.width) - element.x;
    element.height = rounded(rect.y + rect.height) - element.y;
}

void add_nodes(const std::vector<MirrorNode>& nodes, const std::string& parent,
               std::string previous, std::vector<MirrorElement>& elements) {
    for (const MirrorNode& node : nodes) {
        MirrorElement element;
        element.id = "p:" + node.id;
        element.parent = parent;
        element.previous = std::exchange(previous, element.id);
        element.role = node.role;
        element.name = node.name;
        element.text = node.text;
        element.pressed = node.pressed;
        element.enabled = node.enabled;
        place(element, node.rect);
        const std::string id = element.id;
        elements.push_back(std::move(element));
        add_nodes(node.children, id, {}, elements);
    }
}

constexpr char field_end = '\x1f';
constexpr char record_end = '\x1e';

void add_field(std::string& patch, std::string_view field) {
    std::remove_copy_if(field.begin(), field.end(), std::back_inserter(patch),
                        [](char c) { return c == field_end || c == record_end; });
    patch += field_end;
}

std::string state_letters(const MirrorElement& element) {
    std::string letters;
    if (element.pressed) letters += 'p';
    if (!element.enabled) letters += 'd';
    if (element.focused) letters += 'f';
    if (element.modal) letters += 'm';
    if (element.expanded) letters += *element.expanded ? 'o' : 'c';
    return letters;
}

void add_record(std::string& patch, const MirrorElement& element) {
    add_field(patch, "+");
    for (const std::string* field : {&element.id, &element.parent, &element.previous, &element.role,
                                     &element.name, &element.text})
        add_field(patch, *field);
    for (const int number : {element.x, element.y, element.width, element.height})
        add_field(patch, std::to_string(number));
    add_field(patch, state_letters(element));
    patch += record_end;
}

}  // namespace

std::string accessible_name(std::string_view label) {
    const std::size_t mark = std::min(label.find("##"), label.size());
    std::string name = without_icons(label.substr(0, mark));
    if (!name.empty() || mark == label.size()) return name;
    const std::string_view id = label.substr(mark);
    return std::string(id.substr(std::min(id.find_first_not_of('#'), id.size())));
}

Mirror::Mirror(ImGuiContext& context) : context_(context) {
    context_.TestEngine = this;
}

Mirror::~Mirror() {
    context_.TestEngineHookItems = false;
    context_.TestEngine = nullptr;
}

void Mirror::begin_frame(bool collect) {
    context_.TestEngineHookItems = collect;
    if (collect) widgets_.clear();
}

void Mirror::add_item(ImGuiID id, const Rect& visible) {
    if (!widgets_.empty() && widgets_.back().id == id) {
        widgets_.back().rect = visible;
        return;
    }
    Widget widget;
    widget.id = id;
    widget.window = context_.CurrentWindow->RootWindow->ID;
    widget.rect = visible;
    widgets_.push_back(std::move(widget));
}

void Mirror::label_item(ImGuiID id, const char* label, int status) {
    if (label == nullptr) return;
    const auto is_it = [id](const Widget& item) { return item.id == id; };
    auto widget = std::find_if(widgets_.rbegin(), widgets_.rend(), is_it);
    if (widget == widgets_.rend()) {  // tabs are labelled before they are added
        add_item(id, {});
        widget = widgets_.rbegin();
    }
    widget->label = label;
    widget->status = status;
    widget->role = role_of(context_, id, status);
    widget->selected =
        (status & ImGuiItemStatusFlags_Checked) != 0 || is_selected_tab(context_, id);
    widget->enabled = (context_.CurrentItemFlags & ImGuiItemFlags_Disabled) == 0;
}

std::string Mirror::add_window_elements(std::vector<MirrorElement>& elements) const {
    std::string previous_window;
    for (const Widget& top : widgets_) {
        if (top.id != top.window) continue;
        ImGuiWindow* window = ImGui::FindWindowByID(top.window);
        if (window == nullptr || window->Hidden || is_behind_modal(window)) continue;

        MirrorElement group;
        group.id = widget_id(top.id);
        group.previous = previous_window;
        group.role = window_role(*window);
        group.name = accessible_name(window->Name);
        group.modal = (window->Flags & ImGuiWindowFlags_Modal) != 0;
        place(group, top.rect);
        const std::size_t group_index = elements.size();
        elements.push_back(group);

        std::string previous;
        for (const Widget& widget : widgets_) {
            const bool is_a_window = ImGui::FindWindowByID(widget.id) != nullptr;
            if (widget.window != top.window || widget.label.empty() || is_a_window) continue;
            if (widget.rect.width < 1 || widget.rect.height < 1) continue;
            MirrorElement element;
            element.id = widget_id(widget.id);
            element.parent = group.id;
            element.previous = std::exchange(previous, element.id);
            element.role = widget.role;
            element.name = accessible_name(widget.label);
            element.pressed = widget.selected;
            element.enabled = widget.enabled;
            element.focused = context_.ActiveId == widget.id ||
                              (context_.NavId == widget.id && context_.NavCursorVisible);
            if (widget.status & ImGuiItemStatusFlags_Openable)
                element.expanded = (widget.status & ImGuiItemStatusFlags_Opened) != 0;
            const ImGuiInputTextState& edited = context_.InputTextState;
            if (context_.ActiveId == widget.id && edited.ID == widget.id)
                element.text.assign(edited.TextA.Data, static_cast<std::size_t>(edited.TextLen));
            place(element, widget.rect);
            elements.push_back(std::move(element));
        }
        const bool has_widgets = elements.size() > group_index + 1;
        if (has_widgets || group.modal)
            previous_window = group.id;
        else
            elements.pop_back();
    }
    return previous_window;
}

std::vector<MirrorElement> Mirror::elements() const {
    std::vector<MirrorElement> elements;
    std::string last_window = add_window_elements(elements);
    add_nodes(program_nodes_, {}, std::move(last_window), elements);
    return elements;
}

std::string Mirror::patch() {
    std::string patch;
    std::map<std::string, MirrorElement, std::less<>> next;
    std::set<std::string_view>
        moved;  // a record also puts the element in its place: all that follow
    for (const MirrorElement& element : elements()) {
        const auto [entry, is_first] = next.emplace(element.id, element);
        if (!is_first) continue;  // ids that clash: the first keeps it
        const auto before = published_.find(element.id);
        const bool is_new = before == published_.end();
        const bool has_moved = !is_new && (before->second.previous != element.previous ||
                                           before->second.parent != element.parent ||
                                           moved.count(element.previous) != 0);
        if (has_moved) moved.insert(entry->first);
        if (is_new || has_moved || !(before->second == element)) add_record(patch, element);
    }
    for (const auto& [id, element] : published_) {
        if (next.count(id) != 0) continue;
        add_field(patch, "-");
        add_field(patch, id);
        patch += record_end;
    }
    published_ = std::move(next);
    return patch;
}

std::optional<ImVec2> Mirror::middle(std::string_view id) const {
    const auto found = published_.find(id);
    if (found == published_.end()) return std::nullopt;
    const MirrorElement& element = found->second;
    return ImVec2(static_cast<float>(element.x) + static_cast<float>(element.width) / 2,
                  static_cast<float>(element.y) + static_cast<float>(element.height) / 2);
}

}  // namespace standpoint::web

// The four functions that ImGui calls when IMGUI_ENABLE_TEST_ENGINE is defined. The context's
// TestEngine pointer is ours: it holds the mirror.

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
    ImRect visible = box;
    visible.ClipWithFull(context->CurrentWindow->ClipRect);
    const standpoint::web::Rect rect{visible.Min.x, visible.Min.y, visible.GetWidth(),
                                     visible.GetHeight()};
    static_cast<standpoint::web::Mirror*>(context->TestEngine)->add_item(id, rect);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags status) {
    static_cast<standpoint::web::Mirror*>(context->TestEngine)->label_item(id, label, status);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}
