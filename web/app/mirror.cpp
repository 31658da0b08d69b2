// The article as a screen reader finds it.

#include <string>

#include "web/app/app.hpp"
#include "web/app/decorate.hpp"

namespace standpoint::web {

namespace {

// "Lindqvist, PER, suggested"
std::string name_of(const model::Document& document, const Decoration& decoration) {
    const Id id = item_of(decoration.item).id;
    std::string name(text::slice(document.text, decoration.span));
    switch (decoration.mark) {
        case Mark::mention: name += ", " + document.mentions.find(id)->label; break;
        case Mark::cue: name += ", cue"; break;
        case Mark::content: name += ", statement"; break;
        case Mark::source: name += ", source"; break;
        case Mark::evidence:
            name += ", ";
            name += model::name_of(document.stances.find(id)->polarity);
            name += ", evidence";
            break;
        case Mark::found: break;
    }
    if (decoration.suggested) name += ", suggested";
    if (decoration.rejected) name += ", rejected";
    return name;
}

}  // namespace

std::vector<MirrorNode> article_mirror(const Workbench& bench) {
    std::vector<MirrorNode> nodes;
    const model::Document* d = bench.document();
    if (!d) return nodes;
    const auto& lines = bench.view.visible_lines();
    if (lines.empty()) return nodes;
    MirrorNode article;
    article.id = "article";
    article.role = "document";
    article.name = model::display_title(*d);
    article.rect = {lines.front().x, lines.front().y, lines.front().width,
                    lines.back().y + lines.back().height - lines.front().y};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        MirrorNode line;
        line.id = "line-" + std::to_string(lines[i].span.begin);
        line.role = "paragraph";
        line.text = std::string(text::slice(d->text, lines[i].span));
        line.rect = {lines[i].x, lines[i].y, lines[i].width, lines[i].height};
        article.children.push_back(std::move(line));
    }
    const Span seen{lines.front().span.begin, lines.back().span.end};
    const auto& decorations = bench.view.decorations();
    const std::uint64_t held = bench.focus() ? item_code(*bench.focus()) : 0;
    for (const std::uint32_t index : bench.view.decorations_in(seen)) {
        const Decoration& decoration = decorations[index];
        if (decoration.item == 0) continue;
        MirrorNode mark;
        mark.id =
            "item-" + std::to_string(decoration.item) + "-" + std::to_string(decoration.span.begin);
        mark.role = "mark";
        mark.name = name_of(*d, decoration);
        mark.pressed = decoration.item == held;
        if (const auto rect = bench.view.rect_of(decoration.span)) {
            mark.rect = {rect->x, rect->y, rect->z, rect->w};
        }
        article.children.push_back(std::move(mark));
    }
    nodes.push_back(std::move(article));
    return nodes;
}

}  // namespace standpoint::web
