#include "web/textview/layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "core/text/graphemes.hpp"
#include "tests/unit/cpu_time.hpp"
#include "tests/unit/fake_metrics.hpp"
#include "web/textview/shaped_line.hpp"
#include "web/textview/viewport.hpp"

using namespace standpoint;
using namespace standpoint::web;
using text::Span;

namespace {

const FakeMetrics metrics;

// The lines of one paragraph, each as it is printed.
std::vector<std::string> broken(std::string_view text, float column) {
    std::vector<Line> lines;
    break_lines(text, {0, static_cast<std::uint32_t>(text.size())}, column, metrics, lines);
    std::vector<std::string> out;
    std::uint32_t expected = 0;
    for (const Line& line : lines) {
        REQUIRE(line.begin == expected);
        REQUIRE(line.ink_end >= line.begin);
        REQUIRE(line.ink_end <= line.end);
        expected = line.end;
        out.emplace_back(text.substr(line.begin, line.ink_end - line.begin));
    }
    REQUIRE(expected == text.size());
    return out;
}

using Lines = std::vector<std::string>;

std::string random_text(std::mt19937& random, int pieces) {
    static const char* const samples[] = {
        "a",  "b",  "word", " ",  " ",    "  ",    "\t",      "-",
        "/",  "(",  ")",    "“",  "”",    "é",     "e\u0301", "日",
        "本", "。", "「",   "」", "שלום", "سلام",  "नमस्ते",    "👩‍👩‍👧",
        "🇩🇰", "—",  "1",    ".",  ",",    "\u00A0"};
    std::string text;
    for (int i = 0; i < pieces; ++i) text += samples[random() % std::size(samples)];
    return text;
}

}  // namespace

TEST_CASE("lines break at spaces, and the spaces hang") {
    CHECK(broken("one two three", 70) == Lines{"one two", "three"});
    CHECK(broken("one two    three", 70) == Lines{"one two", "three"});
    CHECK(broken("one two ", 70) == Lines{"one two"});
    CHECK(broken("", 70) == Lines{""});
    CHECK(broken("   ", 20) == Lines{""});
}

TEST_CASE("lines break after hyphens, dashes and slashes inside words only") {
    CHECK(broken("well-known", 60) == Lines{"well-", "known"});
    CHECK(broken("and/or more", 50) == Lines{"and/", "or", "more"});
    CHECK(broken("one—two", 50) == Lines{"one—", "two"});
    CHECK(broken("at -5 deg", 40) == Lines{"at", "-5", "deg"});
    CHECK(broken("in 2024-25", 70) == Lines{"in", "2024-25"});
    CHECK(broken("10\u00A0km on", 50) == Lines{"10\u00A0km", "on"});
}

TEST_CASE("ideographs break anywhere, but not before closing or after opening punctuation") {
    CHECK(broken("日本語日本語", 40) == Lines{"日本語日", "本語"});
    CHECK(broken("日本語。日本", 30) == Lines{"日本", "語。日", "本"});
    CHECK(broken("日本「語」日", 30) == Lines{"日本", "「語」", "日"});
}

TEST_CASE("a word wider than the column breaks at graphemes") {
    CHECK(broken("abcdefgh", 30) == Lines{"abc", "def", "gh"});
    CHECK(broken("ab abcdefgh", 30) == Lines{"ab", "abc", "def", "gh"});
    CHECK(broken("e\u0301e\u0301e\u0301", 20) == Lines{"e\u0301e\u0301", "e\u0301"});
    CHECK(broken("سلامسلام", 30) == Lines{"سلا", "مسل", "ام"});
    CHECK(broken("abc", 1) == Lines{"a", "b", "c"});
}

TEST_CASE("any text is covered by lines that fit and begin at graphemes") {
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        const std::string text = random_text(random, 60);
        const float column = static_cast<float>(10 * (1 + random() % 14));
        std::vector<Line> lines;
        break_lines(text, {0, static_cast<std::uint32_t>(text.size())}, column, metrics, lines);
        std::uint32_t expected = 0;
        const bool leftwards = begins_right_to_left(text);
        for (const Line& line : lines) {
            REQUIRE(line.begin == expected);
            REQUIRE((line.end > line.begin || lines.size() == 1));
            REQUIRE(text::is_grapheme_boundary(text, line.begin));
            expected = line.end;
            const ShapedLine shaped = shape_line(text, line, leftwards, column, metrics);
            CHECK((shaped.width <= column + 0.1F || shaped.cells.size() == 1 ||
                   shaped.width <= 40.1F));  // a tab is as wide as four
            // Cells are the graphemes of the line, each once and in order.
            std::uint32_t byte = line.begin;
            for (const Cell& cell : shaped.cells) {
                REQUIRE(cell.begin == byte);
                byte = static_cast<std::uint32_t>(text::next_grapheme(text, byte));
            }
            REQUIRE(byte == line.end);
            // What stands somewhere is found there.
            for (const Cell& cell : shaped.cells) {
                const float middle = (cell.leading + cell.trailing) / 2;
                const auto found = shaped.grapheme_at(middle);
                if (cell.leading != cell.trailing) REQUIRE(found);
            }
        }
        REQUIRE(expected == text.size());
    }
}

TEST_CASE("a line of one right-to-left run is one picture, its caret runs to the left") {
    const std::string text = "שלום עולם";  // nine letters and a space, all in one picture
    std::vector<Line> lines;
    break_lines(text, {0, static_cast<std::uint32_t>(text.size())}, 200, metrics, lines);
    const ShapedLine line = shape_line(text, lines.front(), true, 200, metrics);
    REQUIRE(line.glyphs.size() == 1);
    CHECK(line.caret_x(0) == doctest::Approx(200));  // at the right edge of the column
    CHECK(line.caret_x(line.span.end) == doctest::Approx(200 - 90));
    CHECK(line.nearest(199) == 0);
    CHECK(line.nearest(109) == line.span.end);
    std::vector<Extent> extents;
    line.extents({0, 8}, extents);  // the first word
    REQUIRE(extents.size() == 1);
    CHECK(extents[0].left == doctest::Approx(160));
    CHECK(extents[0].right == doctest::Approx(200));
}

TEST_CASE("a right-to-left run inside a left-to-right line keeps its neighbours in place") {
    const std::string text = "see שלום עולם here";
    std::vector<Line> lines;
    break_lines(text, {0, static_cast<std::uint32_t>(text.size())}, 400, metrics, lines);
    const ShapedLine line = shape_line(text, lines.front(), false, 400, metrics);
    CHECK(line.caret_x(0) == 0);
    CHECK(line.caret_x(4) == doctest::Approx(130));  // before its first letter, at its right
    CHECK(line.caret_x(line.span.end) == doctest::Approx(180));
    CHECK(line.mixed);
}

TEST_CASE("words of a right-to-left line stand from right to left") {
    const std::string text = "שלום abc שלום";
    std::vector<Line> lines;
    break_lines(text, {0, static_cast<std::uint32_t>(text.size())}, 300, metrics, lines);
    const ShapedLine line = shape_line(text, lines.front(), true, 300, metrics);
    CHECK(line.caret_x(0) == doctest::Approx(300));
    CHECK(line.caret_x(9) == doctest::Approx(220));  // "abc" reads to the right
    CHECK(line.caret_x(10) == doctest::Approx(230));
    CHECK(line.caret_x(line.span.end) == doctest::Approx(300 - 130));
}

TEST_CASE("punctuation around the words of a right-to-left line belongs to their picture") {
    const std::string text = "(שלום), 12 עולם. abc";
    std::vector<Line> lines;
    break_lines(text, {0, static_cast<std::uint32_t>(text.size())}, 300, metrics, lines);
    const ShapedLine line = shape_line(text, lines.front(), true, 300, metrics);
    CHECK(line.glyphs.size() == 1 + 3);  // one picture up to "abc"
    CHECK(line.caret_x(0) == doctest::Approx(300));
    // Without a right-to-left word after it, punctuation follows the letters before it.
    const ShapedLine plain = shape_line("abc.", {0, 4, 4}, true, 300, metrics);
    CHECK(plain.glyphs.size() == 4);
    CHECK(plain.caret_x(0) == doctest::Approx(260));
}

TEST_CASE("estimates turn exact, and the sum of heights is that of the paragraphs") {
    std::mt19937 random(11);
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += random_text(random, static_cast<int>(random() % 80)) + '\n';
    Layout layout;
    layout.set_text(text);
    REQUIRE(layout.paragraphs() == 201);
    layout.reset(metrics, 150, {28, 14, 10});
    std::vector<std::size_t> order(layout.paragraphs());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    for (const std::size_t p : order) layout.lines(p);
    double total = 0;
    for (std::size_t p = 0; p < layout.paragraphs(); ++p) {
        CHECK(layout.top(p) == doctest::Approx(total));
        if (layout.height(p) > 0) {
            CHECK(layout.paragraph_at(total + 0.1) == p);
            CHECK(layout.paragraph_at(total + layout.height(p) - 0.1) == p);
        }
        total += layout.paragraph(p).empty()
                     ? 10
                     : static_cast<double>(layout.lines(p).size()) * 28 + 14;
    }
    CHECK(layout.total() == doctest::Approx(total));
    for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
        const Span span = layout.paragraph(layout.paragraph_of(byte));
        REQUIRE((span.begin <= byte && byte <= span.end));
    }
}

TEST_CASE("a paragraph that is too long is cut at spaces, and nothing is lost") {
    std::string text;
    while (text.size() < 100'000) text += "some words and then some more, ";
    text += std::string(50'000, 'x');
    Layout layout;
    layout.set_text(text);
    CHECK(layout.paragraphs() > 15);
    std::uint32_t expected = 0;
    for (std::size_t p = 0; p < layout.paragraphs(); ++p) {
        const Span span = layout.paragraph(p);
        CHECK(span.begin == expected);
        CHECK(span.size() <= Layout::longest_paragraph);
        expected = span.end;
        if (p > 0 && span.begin < 100'000) CHECK(text[span.begin - 1] == ' ');
    }
    CHECK(expected == text.size());
}

TEST_CASE("what is in view stays while estimates above it turn exact") {
    std::mt19937 random(3);
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        for (int w = static_cast<int>(random() % 60); w >= 0; --w) text += "日本 ";
        text += '\n';
    }
    Layout layout;
    layout.set_text(text);
    layout.reset(metrics, 300, {28, 14, 10});
    Viewport view(layout);
    view.resize(600, 100, 50);
    view.scroll_to(view.farthest() / 2);
    std::vector<LineInView> before, after;
    view.collect(before);
    REQUIRE(before.size() > 10);
    for (std::size_t p = 0; p < before.front().paragraph; ++p) layout.lines(p);
    view.collect(after);
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        CHECK(after[i].paragraph == before[i].paragraph);
        CHECK(after[i].y == doctest::Approx(before[i].y));
    }
    // Scrolling up and down again by pixels comes back to the same place.
    const double y = after.front().y;
    for (int i = 0; i < 50; ++i) view.scroll_by(-333);
    for (int i = 0; i < 50; ++i) view.scroll_by(333);
    view.collect(after);
    CHECK(after.front().paragraph == before.front().paragraph);
    CHECK(after.front().y == doctest::Approx(y));
}

TEST_CASE("the view ends where the text ends, and starts where it starts") {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "a few words that make a line or two of text\n";
    Layout layout;
    layout.set_text(text);
    layout.reset(metrics, 200, {28, 14, 10});
    Viewport view(layout);
    view.resize(600, 100, 50);
    CHECK(view.position() == 0);
    std::vector<LineInView> lines;
    view.scroll_by(-1000);
    view.collect(lines);
    CHECK(view.position() == 0);
    CHECK(lines.front().y == doctest::Approx(100));
    view.scroll_to(1e12);
    for (int i = 0; i < 3; ++i) {
        view.scroll_by(1e4);
        view.collect(lines);
    }
    CHECK(view.position() == doctest::Approx(view.farthest()));
    CHECK(lines.back().paragraph == layout.paragraphs() - 1);
    CHECK(lines.back().y < 600 - 50);
    // A page of its own width: the line at the top stays at the top.
    view.scroll_to(view.farthest() / 3);
    view.collect(lines);
    const std::uint32_t top = layout.lines(lines[0].paragraph)[lines[0].line].begin;
    view.remember();
    layout.reset(metrics, 90, {28, 14, 10});
    view.resize(600, 100, 50);
    view.collect(lines);
    const Line line = layout.lines(lines[0].paragraph)[lines[0].line];
    CHECK((line.begin <= top && top < line.end));
}

TEST_CASE("a book opens in a frame: with line feeds, and without a single one") {
    for (const bool feeds : {true, false}) {
        std::string text;
        while (text.size() < 5'000'000) {
            text += "The council met again on Tuesday and talked about the bridge for hours. ";
            if (feeds && text.size() % 7 == 0) text += '\n';
        }
        const CpuTime time;
        Layout layout;
        layout.set_text(text);
        layout.reset(metrics, 600, {28, 14, 10});
        Viewport view(layout);
        view.resize(800, 100, 50);
        std::vector<LineInView> lines;
        view.collect(lines);
        for (const double share : {0.5, 0.99, 0.1}) {
            view.scroll_to(view.farthest() * share);
            view.collect(lines);
        }
        const double took = time.ms();
        MESSAGE("5 MB ", std::string(feeds ? "in paragraphs" : "in one paragraph"), ": ", took,
                " ms");
        CHECK(took < 200);  // far more than it takes, for slow and sanitized builds
        CHECK(lines.size() > 20);
    }
}
