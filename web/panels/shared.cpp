// What the inspector's tabs have in common: why, evidence, remarks, decide.

#include "web/panels/panel.hpp"

namespace standpoint::web {

void Panel::follow(std::size_t row, float row_height) const {
    if (looks.followed == bench.focus()) return;
    const float top = row_height * static_cast<float>(row), height = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top + row_height > ImGui::GetScrollY() + height) {
        ImGui::SetScrollY(top + row_height - height);
    }
}

namespace {

// A bordered card around what `fill` draws; as wide as the panel.
template <class Fill>
void card(const Panel& panel, Fill fill) {
    const Theme& t = panel.ui.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    constexpr float inset = 12;
    list->ChannelsSplit(2);
    list->ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({at.x + inset, at.y + inset - 2});
    ImGui::BeginGroup();
    fill(width - 2 * inset);
    ImGui::EndGroup();
    const ImVec2 high(at.x + width, ImGui::GetItemRectMax().y + inset - 2);
    list->ChannelsSetCurrent(0);
    list->AddRectFilled(at, high, t.card, space::radius + 2);
    list->AddRect(at, high, t.border, space::radius + 2);
    list->ChannelsMerge();
    ImGui::SetCursorScreenPos({at.x, high.y});
    ImGui::Dummy({width, 0});
}

}  // namespace

void draw_why(const Panel& panel, const model::Provenance& p) {
    if (p.reasons.empty() && p.origin == model::Origin::human) return;
    section(panel.ui, p.decision == model::Decision::suggested
                          ? "Why this suggestion · " + two_digits(p.score)
                          : "Proposed because");
    card(panel, [&](float width) {
        const Theme& t = panel.ui.theme;
        for (std::size_t i = 0; i < p.reasons.size(); ++i) {
            label(panel.ui, (i == 0 ? "" : "· ") + p.reasons[i], i == 0 ? t.ink : t.muted,
                  type::small, false, width);
        }
        if (p.reasons.empty()) {
            label(panel.ui, "It came with the file; no reason was given.", t.muted, type::small,
                  false, width);
        }
        if (p.decision != model::Decision::suggested) {
            const std::string by = p.annotator.empty() ? "" : " by " + p.annotator;
            label(panel.ui, std::string(model::name_of(p.decision)) + by, t.muted, type::small,
                  false, width);
        }
    });
}

void draw_evidence(const Panel& panel, std::string_view words) {
    if (words.empty()) return;
    section(panel.ui, "Evidence");
    card(panel, [&](float width) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = prose(ImGui::GetWindowDrawList(), panel.ui.faces.reading, at, words,
                                   panel.ui.theme.ink, 14, width);
        ImGui::Dummy({width, height});
    });
}

void draw_remarks(const Panel& panel, const model::Provenance& p) {
    if (p.note.empty() && !p.flagged) return;
    section(panel.ui, p.flagged ? "Flagged" : "Note");
    if (p.note.empty()) return;
    card(panel,
         [&](float width) { label(panel.ui, p.note, panel.ui.theme.ink, type::ui, false, width); });
}

void draw_decide(const Panel& panel, const model::Provenance& p) {
    section(panel.ui, "Decide");
    const bool waiting = p.decision == model::Decision::suggested;
    if (p.decision != model::Decision::accepted) {
        if (button(panel.ui, "accept##decide", panel.key("item.accept"))) panel.act("item.accept");
        ImGui::SameLine();
    }
    if (p.decision != model::Decision::rejected) {
        if (button(panel.ui, "reject##decide", panel.key("item.reject"))) panel.act("item.reject");
        ImGui::SameLine();
    }
    if (!waiting) {
        if (button(panel.ui, "remove##decide", panel.key("item.remove"))) panel.act("item.remove");
        ImGui::SameLine();
    }
    if (button(panel.ui, "note##decide", panel.key("item.note"))) panel.act("item.note");
    ImGui::SameLine();
    if (button(panel.ui, "flag##decide", panel.key("item.flag"))) panel.act("item.flag");
}

}  // namespace standpoint::web
