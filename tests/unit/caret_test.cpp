#include "web/textview/caret.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "core/text/graphemes.hpp"
#include "core/text/tokens.hpp"
#include "tests/unit/fake_metrics.hpp"
#include "web/textview/shaped_line.hpp"

using namespace standpoint;
using namespace standpoint::web;

namespace {

const FakeMetrics metrics;

// A caret in a text of its own, in lines of ten characters.
class Bench final : public LineGeometry {
  public:
    explicit Bench(std::string text) : text_(std::move(text)) {
        layout.set_text(text_);
        layout.reset(metrics, 100, {28, 14, 10});
        caret.set_text(text_);
    }
    void go(Motion motion, bool extend = false) { caret.move(motion, extend, layout, *this); }
    std::string selected() const {
        const auto span = caret.selection();
        return span ? std::string(text::slice(text_, *span)) : "";
    }
    std::string after() const { return text_.substr(caret.head()); }

    float caret_x(std::size_t p, std::size_t line, std::uint32_t byte) override {
        return shape(p, line).caret_x(byte);
    }
    std::uint32_t nearest(std::size_t p, std::size_t line, float x) override {
        return shape(p, line).nearest(x);
    }
    std::size_t lines_per_page() const override { return 3; }

    Layout layout;
    Caret caret;

  private:
    ShapedLine shape(std::size_t p, std::size_t line) {
        return shape_line(text_, layout.lines(p)[line], false, 100, metrics);
    }
    std::string text_;
};

}  // namespace

TEST_CASE("the caret moves by graphemes and extends from its anchor") {
    Bench b("ae\u0301👩‍👩‍👧b");
    b.go(Motion::character_right);
    b.go(Motion::character_right, true);
    CHECK(b.selected() == "e\u0301");
    b.go(Motion::character_right, true);
    CHECK(b.selected() == "e\u0301👩‍👩‍👧");
    b.go(Motion::character_left, true);
    CHECK(b.selected() == "e\u0301");
    b.go(Motion::character_right);  // leaves the selection at its end
    CHECK(b.after() == "👩‍👩‍👧b");
    CHECK(!b.caret.selection());
    b.go(Motion::character_left, true);
    b.go(Motion::character_left);
    CHECK(b.after() == "e\u0301👩‍👩‍👧b");
}

TEST_CASE("words are tokens, across paragraphs too") {
    Bench b("Ms. Ruiz’s plan,\n\nsaid the U.S. press");
    std::vector<std::uint32_t> stops;
    do {
        b.go(Motion::word_right);
        stops.push_back(b.caret.head());
    } while (!b.after().empty());
    std::vector<std::uint32_t> ends;
    for (std::size_t p = 0; p < b.layout.paragraphs(); ++p)
        for (const text::Token& token : text::tokenize(
                 text::slice(b.layout.text(), b.layout.paragraph(p)), b.layout.paragraph(p).begin))
            ends.push_back(token.span.end);
    CHECK(stops == ends);
    b.go(Motion::word_left);
    CHECK(b.after() == "press");
    b.go(Motion::word_left, true);
    CHECK(b.selected() == "U.S. ");
    for (int i = 0; i < 20; ++i) b.go(Motion::word_left);
    CHECK(b.caret.head() == 0);
}

TEST_CASE("line motions keep the column that they began in") {
    Bench b("123456789 123\n1234\n123456789 1234567");
    b.caret.place(8);
    b.go(Motion::line_down);
    CHECK(b.caret.head() == 13);  // "123": shorter
    b.go(Motion::line_down);
    CHECK(b.caret.head() == 18);
    b.go(Motion::line_down);
    CHECK(b.caret.head() == 27);  // back in the ninth column
    b.go(Motion::line_up);
    b.go(Motion::line_up, true);
    CHECK(b.caret.head() == 13);
    b.go(Motion::text_end);
    b.go(Motion::line_down);
    CHECK(b.after().empty());
    b.go(Motion::page_up);
    CHECK(b.caret.head() == 13);
    b.go(Motion::page_up);
    CHECK(b.caret.head() == 0);
}

TEST_CASE("line and paragraph edges") {
    Bench b("123456789 123\n1234\nabcdefghijklmno");
    b.caret.place(5);
    b.go(Motion::line_end);
    CHECK(b.caret.head() == 9);
    b.go(Motion::line_end);
    CHECK(b.caret.head() == 9);
    b.go(Motion::line_start);
    CHECK(b.caret.head() == 0);
    b.go(Motion::paragraph_down);
    CHECK(b.caret.head() == 14);
    b.go(Motion::paragraph_down);
    b.go(Motion::line_end);  // of a line cut inside a word: the last place that is still on it
    CHECK(b.caret.head() == 28);
    b.go(Motion::paragraph_up);
    CHECK(b.caret.head() == 19);
    b.go(Motion::paragraph_up);
    CHECK(b.caret.head() == 14);
    b.go(Motion::paragraph_down);
    b.go(Motion::paragraph_down, true);
    CHECK(b.selected() == "abcdefghijklmno");
}

TEST_CASE("a selection is widened to whole graphemes") {
    Bench b("ae\u0301b");
    b.caret.select({2, 3});
    CHECK(b.selected() == "e\u0301");
    b.caret.place(2);
    CHECK(b.caret.head() == 1);
    b.caret.place(99);
    CHECK(b.after().empty());
}

TEST_CASE("words and sentences at a place") {
    Bench b("Ruiz won. Holm, she said, lost.\nNext.");
    CHECK(word_at(b.layout, 1) == text::Span{0, 4});
    CHECK(word_at(b.layout, 4) == text::Span{0, 4});
    CHECK(!word_at(b.layout, 32 + 20));
    CHECK(sentence_at(b.layout, 12) == text::Span{10, 31});
    CHECK(sentence_at(b.layout, 2) == text::Span{0, 9});
    CHECK(sentence_at(b.layout, 33) == text::Span{32, 37});
}

TEST_CASE("no motion ever leaves the text or a grapheme boundary") {
    std::mt19937 random(5);
    static const char* const samples[] = {"a",  " ",  "\n",   "é",     "e\u0301",
                                          "🇩🇰", "日", "שלום", "word ", ","};
    for (int round = 0; round < 60; ++round) {
        std::string text;
        for (int i = static_cast<int>(random() % 60); i > 0; --i)
            text += samples[random() % std::size(samples)];
        Bench b(text);
        for (int step = 0; step < 100; ++step) {
            b.go(static_cast<Motion>(random() % 14), random() % 2 == 0);
            REQUIRE(b.caret.head() <= text.size());
            REQUIRE(text::is_grapheme_boundary(text, b.caret.head()));
        }
        b.go(Motion::text_start);
        std::size_t steps = 0;
        for (; b.caret.head() < text.size(); ++steps) b.go(Motion::character_right);
        for (; b.caret.head() > 0; --steps) b.go(Motion::character_left);
        CHECK(steps == 0);
    }
}
