#include "web/textview/highlights.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "tests/unit/fake_metrics.hpp"
#include "web/textview/arcs.hpp"

using namespace standpoint::web;

namespace {

const FakeMetrics fake;
constexpr ImU32 red = IM_COL32(200, 0, 0, 255), blue = IM_COL32(0, 0, 200, 255);

// A text set in lines of ten characters, the column's left edge at x = 100.
struct Page {
    explicit Page(std::string content) : text(std::move(content)) {
        std::vector<Line> broken;
        break_lines(text, {0, static_cast<std::uint32_t>(text.size())}, 100, fake, broken);
        for (const Line& line : broken) lines.push_back(shape_line(text, line, false, 100, fake));
        float top = 50;
        for (const ShapedLine& line : lines) {
            rows.push_back({&line, 100, top, top + 20});
            top += metrics.line_height;
        }
        style.wash = IM_COL32(230, 230, 250, 255);
        style.focus_ring = blue;
        style.selection = IM_COL32(180, 210, 255, 255);
    }
    HighlightLayers build() {
        std::vector<std::uint32_t> visible(decorations.size());
        for (std::uint32_t i = 0; i < visible.size(); ++i) visible[i] = i;
        HighlightLayers layers;
        HighlightBuilder().build({rows, metrics, style, decorations, visible, focus, selection},
                                 layers);
        return layers;
    }
    Decoration& add(Span span, Mark mark, ImU32 colour = red) {
        Decoration d;
        d.span = span;
        d.mark = mark;
        d.colour = colour;
        return decorations.emplace_back(d);
    }

    std::string text;
    std::vector<ShapedLine> lines;
    std::vector<Row> rows;
    RowMetrics metrics;
    TextStyle style;
    std::vector<Decoration> decorations;
    TextFocus focus;
    std::optional<Span> selection;
};

bool is_foot(const Highlight& h) {
    return h.foot > 0;
}

}  // namespace

TEST_CASE("a decided mention is filled and underlined, a suggested one only dashed") {
    Page page("one two");
    page.add({4, 7}, Mark::mention);
    HighlightLayers layers = page.build();
    REQUIRE(layers.below.size() == 2);
    CHECK(layers.above.empty());
    const Highlight fill = layers.below[0], foot = layers.below[1];
    CHECK(fill.fill != 0);
    CHECK(fill.x == 138);
    CHECK(fill.width == 34);
    CHECK(fill.radius_left > 0);
    CHECK(foot.line == red);
    CHECK(foot.dash == 0);
    CHECK(foot.y + foot.height == fill.y + fill.height);

    page.decorations[0].suggested = true;
    layers = page.build();
    REQUIRE(layers.below.size() == 1);
    CHECK(layers.below[0].fill == 0);
    CHECK(layers.below[0].dash > layers.below[0].foot);
    // The line begins and ends with a whole dash.
    const Highlight& line = layers.below[0];
    const float periods = (line.width + line.gap) / (line.dash + line.gap);
    CHECK(periods == doctest::Approx(std::round(periods)));
}

TEST_CASE("every mark has a look of its own") {
    Page page("one two");
    for (const Mark mark :
         {Mark::mention, Mark::cue, Mark::content, Mark::source, Mark::evidence, Mark::found}) {
        page.decorations.clear();
        page.add({0, 3}, mark);
        CHECK(!page.build().below.empty());
    }
    page.decorations.clear();
    page.add({0, 3}, Mark::cue);
    const Highlight dots = page.build().below.front();
    CHECK(dots.dash == doctest::Approx(dots.foot).epsilon(0.2));
    page.decorations[0].mark = Mark::content;
    CHECK(page.build().below.front().fill == page.style.wash);
    page.decorations[0].mark = Mark::found;
    CHECK(page.build().below.front().stroke > 0);
}

TEST_CASE("a rejected suggestion is drawn faintly, whatever its mark") {
    Page page("one two");
    page.style.muted = IM_COL32(120, 120, 120, 255);
    page.add({0, 3}, Mark::mention).rejected = true;
    const HighlightLayers layers = page.build();
    REQUIRE(layers.below.size() == 1);
    CHECK(layers.below[0].fill == 0);
    CHECK((layers.below[0].line >> IM_COL32_A_SHIFT) < 255);
}

TEST_CASE("a span over several lines is rounded at its own ends only") {
    Page page("one two three four");  // "one two", "three four"
    REQUIRE(page.rows.size() == 2);
    page.add({4, 13}, Mark::evidence);
    const HighlightLayers layers = page.build();
    REQUIRE(layers.below.size() == 2);
    CHECK(layers.below[0].radius_left > 0);
    CHECK(layers.below[0].radius_right == 0);
    CHECK(layers.below[0].x + layers.below[0].width == 170);  // hanging space aside
    CHECK(layers.below[1].radius_left == 0);
    CHECK(layers.below[1].radius_right > 0);
    CHECK(layers.below[1].x == 100);
}

TEST_CASE("underlines of spans that overlap are stacked, inner ones nearest the text") {
    Page page("0123456789");
    page.add({0, 10}, Mark::mention);
    page.add({2, 6}, Mark::mention).suggested = true;
    page.add({2, 4}, Mark::cue);
    page.add({7, 9}, Mark::mention);
    page.add({0, 9}, Mark::content);
    CHECK(stack_underlines(page.decorations, {0, 1, 2, 3, 4}) ==
          std::vector<std::uint8_t>{2, 1, 0, 0, 0});
    const HighlightLayers layers = page.build();
    std::vector<float> bottoms;
    for (const Highlight& h : layers.below)
        if (is_foot(h)) bottoms.push_back(h.y + h.height);
    REQUIRE(bottoms.size() == 4);
    // In the order given: the outermost is lowest, and nothing reaches the next line's letters.
    CHECK(bottoms[0] > bottoms[1]);
    CHECK(bottoms[1] > bottoms[2]);
    CHECK(bottoms[3] == bottoms[2]);
    const float next_box = page.rows[0].baseline + page.metrics.line_height - page.metrics.above;
    for (const float bottom : bottoms) CHECK(bottom <= next_box + 2);
}

TEST_CASE("no two overlapping underlines share a level, up to the deepest") {
    auto random = [engine = std::mt19937(9)]() mutable {
        return static_cast<std::uint32_t>(engine());
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<Decoration> all(random() % 12);
        std::vector<std::uint32_t> visible;
        for (Decoration& d : all) {
            d.span.begin = random() % 30;
            d.span.end = d.span.begin + 1 + random() % 10;
            visible.push_back(static_cast<std::uint32_t>(visible.size()));
        }
        const std::vector<std::uint8_t> levels = stack_underlines(all, visible);
        const std::uint8_t deepest = 5;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (all[i].span.overlaps(all[j].span) && levels[i] < deepest)
                    CHECK(levels[i] != levels[j]);
    }
}

TEST_CASE("what is in focus is filled and ringed, above the text") {
    Page page("one two");
    page.focus.item = 5;
    page.focus.spans = {{0, 3}};
    page.focus.linked = {{4, 7}};
    const HighlightLayers layers = page.build();
    REQUIRE(layers.above.size() == 1);
    CHECK(layers.above[0].stroke == 2);
    CHECK(layers.above[0].line == page.style.focus_ring);
    CHECK(layers.below.size() == 2);
}

TEST_CASE("what is in focus over several lines has one ring, without lines inside it") {
    Page page("one two three four five six seven");
    REQUIRE(page.rows.size() == 4);
    page.focus.item = 5;
    page.focus.spans = {{4, 27}};
    const HighlightLayers layers = page.build();
    CHECK(layers.above.empty());
    REQUIRE(layers.below.size() == 6);  // three boxes in the ring's colour, then three of ground
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(layers.below[i].fill == page.style.focus_ring);
        CHECK(layers.below[i].x < layers.below[i + 3].x);
        if (i > 0)
            CHECK(layers.below[i + 2].y + layers.below[i + 2].height == layers.below[i + 3].y);
    }
}

TEST_CASE("selected lines join without a gap") {
    Page page("one two three four");
    page.selection = Span{2, 16};
    const HighlightLayers layers = page.build();
    REQUIRE(layers.below.size() == 2);
    CHECK(layers.below[0].x == 120);
    CHECK(layers.below[0].y + layers.below[0].height == layers.below[1].y);
}

TEST_CASE("shapes lie on device pixels at every ratio") {
    for (const float ratio : {1.0F, 1.25F, 1.5F, 2.0F}) {
        Page page("one two three four");
        page.metrics.pixel = 1 / ratio;
        page.add({4, 7}, Mark::mention);
        for (const Highlight& h : page.build().below) {
            CHECK(h.x * ratio == doctest::Approx(std::round(h.x * ratio)));
            CHECK((h.x + h.width) * ratio == doctest::Approx(std::round((h.x + h.width) * ratio)));
            if (h.foot > 0) CHECK(h.foot * ratio == doctest::Approx(std::round(h.foot * ratio)));
        }
    }
}

TEST_CASE("margin bars stand along the rows of their span") {
    Page page("one two three four five six");
    const auto bar = margin_bar({{5, 14}, red}, page.rows, page.metrics);
    REQUIRE(bar);
    CHECK(bar->y > page.rows[0].top);
    CHECK(bar->y + bar->height > page.rows[1].baseline);
    CHECK(bar->y + bar->height < page.rows[2].baseline);
    CHECK(!margin_bar({{500, 510}, red}, page.rows, page.metrics));
}

TEST_CASE("arcs run between lines and end at their spans") {
    Page page("one two three four five six seven");
    const RowMetrics& m = page.metrics;
    const auto clear_of_words = [&](const std::vector<ImVec2>& way) {
        for (const ImVec2& point : way)
            for (const Row& row : page.rows)
                if (point.x > row.x && point.x < row.x + row.line->width)
                    CHECK(!(point.y > row.baseline - m.above + 5 && point.y < row.baseline));
    };
    SUBCASE("on one line it runs above") {
        const auto way = arc_between({0, 3}, {4, 7}, page.rows, m);
        REQUIRE(way);
        CHECK((way->front().x > 100 && way->front().x < 130));
        CHECK((way->back().x > 140 && way->back().x < 170));
        for (const ImVec2& point : *way) CHECK(point.y < page.rows[0].baseline - 12);
        clear_of_words(*way);
    }
    SUBCASE("to the next line it runs through the gap, up or down") {
        const auto down = arc_between({0, 3}, {14, 18}, page.rows, m);
        const auto up = arc_between({14, 18}, {0, 3}, page.rows, m);
        REQUIRE((down && up));
        clear_of_words(*down);
        clear_of_words(*up);
        CHECK(down->back().y > down->front().y);
        CHECK(up->back().y < up->front().y);
    }
    SUBCASE("over more lines it runs by way of the margin") {
        const auto way = arc_between({4, 7}, {28, 33}, page.rows, m);
        REQUIRE(way);
        clear_of_words(*way);
        CHECK(std::any_of(way->begin(), way->end(), [](ImVec2 p) { return p.x < 100; }));
    }
    SUBCASE("to what is not in view there is none") {
        CHECK(!arc_between({0, 3}, {400, 410}, page.rows, m));
    }
    SUBCASE("its strip has no broken vertex, and a head wider than the line") {
        std::vector<ArcVertex> strip;
        stroke_arc(*arc_between({0, 3}, {14, 18}, page.rows, m), red, 1, strip);
        CHECK(strip.size() % 3 == 0);
        float widest = 0;
        for (const ArcVertex& v : strip) {
            CHECK((std::isfinite(v.x) && std::isfinite(v.y)));
            widest = std::max(widest, v.half);
        }
        CHECK(widest > 2 * strip.front().half);
    }
}
