#include "web/app/decorate.hpp"

#include <algorithm>
#include <utility>

namespace standpoint::web {

using model::Decision;
using model::Kind;

namespace {

void add(std::vector<Decoration>& out, Span span, Mark mark, edit::Ref item, ImU32 colour,
         const model::Provenance& p) {
    Decoration d;
    d.span = span;
    d.mark = mark;
    d.item = item_code(item);
    d.colour = colour;
    d.suggested = p.decision == Decision::suggested;
    d.rejected = p.decision == Decision::rejected;
    out.push_back(d);
}

// The last word of a name serves in a narrow margin: "Lindqvist → toll".
std::string last_word(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    return std::string(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

std::string clipped(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    const std::size_t blank = text.rfind(' ', cut);
    if (blank != std::string_view::npos && blank > most / 3) cut = blank;
    return std::string(text.substr(0, cut)) + "…";
}

void focus_attribution(const model::Attribution& a, TextFocus& focus) {
    focus.spans = a.content;
    if (a.source) focus.linked.push_back(*a.source);
    if (a.cue) focus.linked.push_back(*a.cue);
    if (a.source && a.cue) focus.arcs.push_back({*a.source, *a.cue});
    if (a.content.empty()) return;
    if (a.cue)
        focus.arcs.push_back({*a.cue, a.content.front()});
    else if (a.source)
        focus.arcs.push_back({*a.source, a.content.front()});
}

// Holder, target and evidence light up: of holder and target the mentions nearest the evidence.
void focus_stance(const model::Document& document, const model::Stance& s, TextFocus& focus) {
    focus.spans = s.evidence;
    const std::uint32_t at = s.evidence.empty() ? 0 : s.evidence.front().begin;
    for (const model::Id entity : {s.holder.entity, s.target}) {
        const model::Mention* nearest = nullptr;
        std::uint32_t distance = 0;
        for (const model::Mention& m : document.mentions) {
            if (entity == 0 || m.entity != entity || m.provenance.decision == Decision::rejected) {
                continue;
            }
            const std::uint32_t d = m.span.begin > at ? m.span.begin - at : at - m.span.begin;
            if (!nearest || d < distance) {
                nearest = &m;
                distance = d;
            }
        }
        if (nearest) focus.linked.push_back(nearest->span);
    }
    if (focus.linked.size() == 2) focus.arcs.push_back({focus.linked[0], focus.linked[1]});
}

}  // namespace

std::uint64_t item_code(edit::Ref item) {
    return (static_cast<std::uint64_t>(item.kind) + 1) << 32 | item.id;
}

edit::Ref item_of(std::uint64_t code) {
    return {static_cast<Kind>((code >> 32) - 1), static_cast<model::Id>(code & 0xFFFFFFFF)};
}

ImU32 label_colour(const model::Codebook& codebook, std::string_view label, const Theme& theme) {
    if (const model::Label* known = codebook.label(label)) return theme.label(known->colour);
    std::size_t sum = 0;
    for (const char c : label) sum = sum * 31 + static_cast<unsigned char>(c);
    return theme.label(sum);
}

Decorated decorate(const model::Document& document, const model::Codebook& codebook,
                   const Theme& theme, std::optional<edit::Ref> focus, const Fold& fold) {
    // What is folded away is not drawn, unless it is in hand; unfolded, it is faint.
    const auto shade = [&fold](ImU32 colour, const model::Provenance& p) {
        return fold.holds(p) ? faded(colour, 0.45F) : colour;
    };
    Decorated out;
    out.spans.reserve(document.mentions.size() + 3 * document.attributions.size() +
                      document.stances.size());
    for (const model::Attribution& a : document.attributions) {
        const edit::Ref item{Kind::attribution, a.id};
        const bool in_hand = focus == item;
        // A rejected statement leaves the page quiet, unless it is the one in hand.
        if (a.provenance.decision == Decision::rejected && !in_hand) continue;
        if (fold.hides(a.provenance) && !in_hand) continue;
        for (const Span& piece : a.content) {
            add(out.spans, piece, Mark::content, item, shade(theme.wash, a.provenance),
                a.provenance);
        }
        if (a.cue)
            add(out.spans, *a.cue, Mark::cue, item, shade(theme.muted, a.provenance), a.provenance);
        if (a.source && in_hand) {
            add(out.spans, *a.source, Mark::source, item, theme.accent, a.provenance);
        }
    }
    for (const model::Mention& m : document.mentions) {
        const edit::Ref item{Kind::mention, m.id};
        if (m.provenance.decision == Decision::rejected && focus != item) continue;
        if (fold.hides(m.provenance) && focus != item) continue;
        add(out.spans, m.span, Mark::mention, item,
            shade(label_colour(codebook, m.label, theme), m.provenance), m.provenance);
    }
    for (const model::Stance& s : document.stances) {
        const edit::Ref item{Kind::stance, s.id};
        if (s.provenance.decision == Decision::rejected && focus != item) continue;
        if (s.evidence.empty() || (fold.hides(s.provenance) && focus != item)) continue;
        const ImU32 colour = shade(theme.polarity(s.polarity), s.provenance);
        const bool suggested = s.provenance.decision == Decision::suggested;
        MarginNote note;
        note.at = s.evidence.front().begin;
        note.item = item_code(item);
        note.pill = std::string(model::name_of(s.polarity)) + (suggested ? " ?" : "");
        note.caption = last_word(model::name_of(s.holder, document)) + " → " +
                       clipped(model::target_text(document, s.target), 16);
        note.colour = colour;
        note.suggested = suggested;
        out.notes.push_back(std::move(note));
        for (const Span& piece : s.evidence) {
            out.bars.push_back({piece, suggested ? faded(colour, 0.55F) : colour});
            if (focus == item) {
                add(out.spans, piece, Mark::evidence, item, colour, s.provenance);
            }
        }
    }
    if (!focus) return out;
    out.focus.item = item_code(*focus);
    if (focus->kind == Kind::mention) {
        if (const auto* m = document.mentions.find(focus->id)) out.focus.spans = {m->span};
    } else if (focus->kind == Kind::attribution) {
        if (const auto* a = document.attributions.find(focus->id)) focus_attribution(*a, out.focus);
    } else if (focus->kind == Kind::stance) {
        if (const auto* s = document.stances.find(focus->id)) focus_stance(document, *s, out.focus);
    }
    return out;
}

std::string subtitle_of(const model::Document& document, std::size_t words) {
    std::string line;
    const auto join = [&line](std::string_view part) {
        if (part.empty()) return;
        if (!line.empty()) line += " · ";
        line += part;
    };
    join(document.info.source);
    join(document.info.author);
    join(document.info.date);
    join(std::to_string(words) + (words == 1 ? " word" : " words"));
    if (document.info.done) join("done");
    if (document.info.flagged) join("flagged");
    if (!document.info.note.empty()) join("note: " + clipped(document.info.note, 60));
    return line;
}

}  // namespace standpoint::web
