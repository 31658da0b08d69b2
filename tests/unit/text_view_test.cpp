#include "web/textview/text_view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "tests/unit/cpu_time.hpp"
#include "tests/unit/null_renderer.hpp"
#include "web/platform/fonts.hpp"

using namespace standpoint::web;
using standpoint::CpuTime;

namespace {

// The view on a page of 800 x 600, with ImGui's built-in font, and a mouse.
class Bench {
  public:
    explicit Bench(std::string content, float pixel_ratio = 1)
        : renderer_({800, 600}, pixel_ratio), text(std::move(content)) {
        const Faces faces = load_faces();
        style.text = faces.reading;
        style.heading = faces.ui_bold;
        style.ui = faces.ui;
        style.ink = style.muted = style.accent = IM_COL32(0, 0, 0, 255);
        view.set_content({text, "A title", "a source", 1});
        frame();
    }

    TextEvents frame() {
        TextEvents events;
        renderer_.frame([&] { events = view.draw({0, 0}, size, style, active); });
        return events;
    }
    void move_to(ImVec2 to) {
        ImGui::GetIO().AddMousePosEvent(to.x, to.y);
        frame();
    }
    void press() {
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        frame();
    }
    TextEvents release() {
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        return frame();
    }
    TextEvents click(ImVec2 at, int times = 1) {
        move_to(at);
        TextEvents events;
        for (int i = 0; i < times; ++i) {
            press();
            events = release();
        }
        for (int i = 0; i < 40; ++i) frame();  // until the next click is a first one again
        return events;
    }
    Span span(std::string_view words) const {
        const auto at = static_cast<std::uint32_t>(text.find(words));
        return {at, at + static_cast<std::uint32_t>(words.size())};
    }
    std::string selected() const {
        const auto selection = view.selection();
        return selection ? std::string(standpoint::text::slice(text, *selection)) : "";
    }
    ImVec2 left_of(Span s) const {
        const ImVec4 r = view.rect_of({s.begin, s.begin}).value();
        return {r.x, r.y + r.w / 2};
    }
    ImVec2 right_of(Span s) const {
        const ImVec4 r = view.rect_of({s.end, s.end}).value();
        return {r.x, r.y + r.w / 2};
    }
    ImVec2 middle_of(Span s) const {
        const ImVec4 r = view.rect_of(s).value();
        return {r.x + r.z / 2, r.y + r.w / 2};
    }
    void decorate(std::string_view words, std::uint64_t item, Mark mark = Mark::mention) {
        Decoration d;
        d.span = span(words);
        d.item = item;
        d.mark = mark;
        d.colour = IM_COL32(0, 0, 200, 255);
        decorations.push_back(d);
        view.set_decorations(decorations, notes, {});
        frame();
    }

  private:
    NullRenderer renderer_;

  public:
    std::string text;
    TextView view;
    TextStyle style;
    ImVec2 size{800, 600};
    bool active = true;
    std::vector<Decoration> decorations;
    std::vector<MarginNote> notes;
};

const std::string article =
    "Mayor Anna Ruiz said on Monday that the plan would go ahead. Nobody answered her.\n"
    "The University of Northport School of Law in Northport published a paper on it.";

std::string long_text() {
    std::string text;
    for (int i = 0; i < 400; ++i)
        text +=
            "Paragraph " + std::to_string(i) + " says something about the bridge and the toll.\n";
    return text;
}

}  // namespace

TEST_CASE("what is drawn somewhere is found there") {
    Bench b(article);
    for (std::uint32_t byte = 0; byte < b.text.size(); ++byte) {
        if (b.text[byte] == '\n' || b.text[byte] == ' ') continue;
        const ImVec4 rect = b.view.rect_of({byte, byte + 1}).value();
        CHECK(rect.z > 0);
        CHECK(b.view.byte_at({rect.x + 0.1F, rect.y + 5}) == byte);
        CHECK(b.view.byte_at({rect.x + rect.z - 0.1F, rect.y + 5}) == byte + 1);
    }
    CHECK(!b.view.byte_at({900, 100}));
}

TEST_CASE("a drag selects what it passes over") {
    Bench b(article);
    const Span words = b.span("Anna Ruiz said");
    b.move_to(b.left_of(words));
    b.press();
    b.move_to(b.right_of(words));
    CHECK(b.selected() == "Anna Ruiz said");
    const TextEvents events = b.release();
    CHECK(events.selection_changed);
    CHECK(events.clicked.empty());
    CHECK(!events.clicked_nothing);

    SUBCASE("backwards, over lines") {
        b.move_to(b.right_of(b.span("University")));
        b.press();
        b.move_to(b.left_of(b.span("Monday")));
        b.release();
        const Span from = b.span("Monday"), to = b.span("University");
        CHECK(b.view.selection() == Span{from.begin, to.end});
    }
    SUBCASE("so fast that the last move and the release come in one frame") {
        const ImVec2 to = b.right_of(b.span("Monday"));
        b.move_to(b.left_of(words));
        b.press();
        ImGui::GetIO().AddMousePosEvent(to.x, to.y);
        b.release();
        CHECK(b.selected() == "Anna Ruiz said on Monday");
    }
    SUBCASE("Shift and a click extend it") {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
        b.click(b.right_of(b.span("Monday")));
        CHECK(b.selected() == "Anna Ruiz said on Monday");
    }
    SUBCASE("a plain click ends it, and says so") {
        const TextEvents click = b.click(b.middle_of(b.span("answered")));
        CHECK(b.selected().empty());
        CHECK(click.selection_changed);
        CHECK(click.clicked_nothing);
    }
}

TEST_CASE("a double click takes the word, or the mention that holds it; three take the sentence") {
    Bench b(article);
    CHECK(b.click(b.middle_of(b.span("University")), 2).selection_changed);
    CHECK(b.selected() == "University");
    b.decorate("University of Northport School of Law", 1);
    b.decorate("University of Northport School of Law in Northport", 2);
    b.decorate("Anna Ruiz said", 3, Mark::content);
    b.click(b.middle_of(b.span("School")), 2);
    CHECK(b.selected() == "University of Northport School of Law");
    b.click(b.middle_of(b.span("Anna")), 2);
    CHECK(b.selected() == "Anna");
    b.click(b.middle_of(b.span("Anna")), 3);
    CHECK(b.selected() == "Mayor Anna Ruiz said on Monday that the plan would go ahead.");
    b.click(b.middle_of(b.span("Anna")), 4);
    CHECK(b.selected() == b.text.substr(0, b.text.find('\n')));
}

TEST_CASE("a double click and a drag select by words") {
    Bench b(article);
    b.move_to(b.middle_of(b.span("Ruiz")));
    b.press();
    b.release();
    b.press();
    b.move_to(b.middle_of(b.span("Monday")));
    CHECK(b.selected() == "Ruiz said on Monday");
    b.move_to(b.middle_of(b.span("Mayor")));
    CHECK(b.selected() == "Mayor Anna Ruiz");
    b.release();
}

TEST_CASE("a click returns the items under it, innermost first, each once") {
    Bench b(article);
    b.decorate("University of Northport School of Law in Northport", 1);
    b.decorate("University of Northport School of Law", 2);
    b.decorate("School of Law", 3);
    b.decorate("The University of Northport School", 2, Mark::content);
    b.decorate("Law in", 0);
    using Items = std::vector<std::uint64_t>;
    CHECK(b.click(b.middle_of(b.span("School"))).clicked == Items{3, 2, 1});
    CHECK(b.click(b.middle_of(b.span("published"))).clicked_nothing);
    CHECK(b.view.decorations_in(b.span("Law")) == std::vector<std::uint32_t>{0, 1, 2, 4});
    b.active = false;
    CHECK(b.click(b.middle_of(b.span("School"))).clicked.empty());
}

TEST_CASE("a margin note is clicked as its item") {
    Bench b(article);
    MarginNote note;
    note.at = b.span("Ruiz").begin;
    note.item = 77;
    note.pill = "favor ?";
    note.caption = "Ruiz -> plan";
    b.notes = {note, note};
    b.notes[1].item = 78;
    b.view.set_decorations({}, b.notes, {});
    b.frame();
    const ImVec4 line = b.view.rect_of(b.span("Mayor")).value();
    const float x = b.style.margin_left + b.style.column + 30;
    CHECK(b.click({x, line.y + 10}).clicked == std::vector<std::uint64_t>{77});
    // The second of the same line is stacked below the first.
    CHECK(b.click({x, line.y + 50}).clicked == std::vector<std::uint64_t>{78});
}

TEST_CASE("reveal brings a span well into view, near or far") {
    Bench b(long_text());
    for (const char* words : {"Paragraph 399", "Paragraph 3 ", "Paragraph 150", "Paragraph 155"}) {
        b.view.reveal(b.span(words));
        int frames = 0;
        do b.frame();
        while (b.view.animating() && ++frames < 60);
        CHECK(frames < 60);
        const auto rect = b.view.rect_of(b.span(words));
        REQUIRE(rect);
        CHECK(rect->y > 20);
        CHECK(rect->y + rect->w < 580);
        CHECK(b.view.byte_at({rect->x + 1, rect->y + 5}) == b.span(words).begin);
    }
    // What is in view stays where it is.
    const ImVec4 before = b.view.rect_of(b.span("Paragraph 155")).value();
    b.view.reveal(b.span("Paragraph 154"));
    b.frame();
    CHECK(b.view.rect_of(b.span("Paragraph 155")).value().y == before.y);
}

TEST_CASE("reveal jumps where motion is to be reduced") {
    Bench b(long_text());
    b.style.reduced_motion = true;
    b.view.reveal(b.span("Paragraph 15 "));  // near enough to glide
    b.frame();
    CHECK_FALSE(b.view.animating());
    CHECK(b.view.rect_of(b.span("Paragraph 15 ")));
}

TEST_CASE("the wheel, fractions and the scrollbar scroll; the ends hold") {
    Bench b(long_text());
    b.move_to({300, 300});
    const float y = b.view.rect_of(b.span("Paragraph 5 ")).value().y;
    ImGui::GetIO().AddMouseWheelEvent(0, -1);
    b.frame();
    CHECK(b.view.rect_of(b.span("Paragraph 5 ")).value().y == doctest::Approx(y - 100));
    b.view.scroll_to_fraction(1);
    for (int i = 0; i < 4; ++i) b.frame();
    CHECK(b.view.rect_of(b.span("Paragraph 399")));
    b.view.scroll_by(-1e9);
    b.frame();
    CHECK(b.view.rect_of(b.span("Paragraph 0")));
    // Taken at its top and dragged to the bottom.
    b.move_to({793, 10});
    b.press();
    b.move_to({793, 598});
    b.frame();
    CHECK(b.view.rect_of(b.span("Paragraph 399")));
    CHECK(b.release().clicked.empty());
    CHECK(b.selected().empty());
}

TEST_CASE("a drag beyond the edge scrolls on and selects on") {
    Bench b(long_text());
    b.move_to(b.left_of(b.span("Paragraph 5 ")));
    b.press();
    b.move_to({300, 640});
    for (int i = 0; i < 120; ++i) b.frame();
    CHECK(b.view.animating());
    CHECK(b.release().selection_changed);
    CHECK(!b.view.animating());
    CHECK(b.view.selection().value().end > b.span("Paragraph 20 ").begin);
    CHECK(b.view.selection().value().begin == b.span("Paragraph 5 ").begin);
}

TEST_CASE("the keyboard moves the caret and the view follows") {
    Bench b(long_text());
    b.view.set_caret_mode(true, 0);
    for (int i = 0; i < 5; ++i) b.view.move(Motion::word_right, true);
    CHECK(b.selected() == "Paragraph 0 says something about");
    b.view.move(Motion::text_end, false);
    for (int i = 0; i < 4; ++i) b.frame();
    CHECK(b.view.caret() == b.text.size());
    CHECK(b.view.rect_of({b.view.caret(), b.view.caret()}));
    for (int i = 0; i < 10; ++i) {
        b.view.move(Motion::page_up, false);
        b.frame();
    }
    CHECK(b.view.rect_of({b.view.caret(), b.view.caret()}));
}

TEST_CASE("a resize and another pixel ratio keep the line at the top") {
    Bench b(long_text());
    b.view.scroll_to_fraction(0.5);
    b.frame();
    const Span top = b.view.visible_lines().front().span;
    b.size = {500, 600};
    b.frame();
    const Span narrow = b.view.visible_lines().front().span;
    CAPTURE(top.begin);
    CAPTURE(narrow.begin);
    CHECK((narrow.begin <= top.end && top.begin <= narrow.end));
    ImGui::GetIO().DisplayFramebufferScale = {1.5F, 1.5F};
    b.frame();
    for (const VisibleLine& line : b.view.visible_lines())
        CHECK(line.y * 1.5F == doctest::Approx(std::round(line.y * 1.5F)));
}

TEST_CASE(
    "hostile texts draw: empty, all blank lines, one endless word, combining marks, no fonts for "
    "it") {
    std::string marks = "a";
    for (int i = 0; i < 5000; ++i) marks += "\u0301";
    for (const std::string& text :
         {std::string(), std::string(2000, '\n'), std::string(200'000, 'x'), marks,
          std::string("a\0b\u202Ec\u2028d", 11),
          std::string("שלום سلام नमस्ते 👩‍👩‍👧 日本\n")}) {
        Bench b(text);
        b.view.select({0, static_cast<std::uint32_t>(text.size())});
        b.view.set_caret_mode(true);
        for (int m = 0; m < 14; ++m) {
            b.view.move(static_cast<Motion>(m), m % 2 == 0);
            b.frame();
        }
        b.view.scroll_to_fraction(1);
        b.frame();
        b.click({300, 300}, 3);
        CHECK(b.view.caret() <= text.size());
    }
}

TEST_CASE("another text starts at its top, without what belonged to the former") {
    Bench b(long_text());
    b.decorate("Paragraph 3 ", 9);
    b.view.scroll_to_fraction(0.8);
    b.frame();
    const std::string other = "Something else.";
    b.view.set_content({other, "", "", 2});
    b.frame();
    CHECK(b.view.decorations().empty());
    REQUIRE(b.view.visible_lines().size() == 1);
    CHECK(b.view.visible_lines()[0].span == Span{0, 15});
    CHECK(!b.view.selection());
}

TEST_CASE("a frame of a book with 50,000 decorations") {
    auto random = [engine = std::mt19937(4)]() mutable {
        return static_cast<std::uint32_t>(engine());
    };
    std::string text;
    while (text.size() < 5'000'000) {
        for (int i = 0; i < 5; ++i)
            text += "The council of Northport met on Tuesday and talked about the bridge. ";
        text += '\n';
    }
    std::vector<Decoration> decorations(50'000);
    for (Decoration& d : decorations) {
        d.span.begin = static_cast<std::uint32_t>(random() % (text.size() - 40));
        d.span.end = d.span.begin + 3 + random() % 20;
        d.item = 1 + random();
        d.colour = IM_COL32(0, 100, 0, 255);
        d.suggested = random() % 2 == 0;
        d.mark = static_cast<Mark>(random() % 6);
    }
    const CpuTime opening;
    Bench b(std::move(text));
    const double opened = opening.ms();
    const CpuTime decorating;
    b.view.set_decorations(std::move(decorations), {}, {});
    const double decorated = decorating.ms();
    std::vector<double> frames;
    for (int i = 0; i < 300; ++i) {
        if (i % 50 == 0) b.view.scroll_to_fraction(i / 300.0);
        b.view.scroll_by(120);
        const CpuTime time;
        b.frame();
        frames.push_back(time.ms());
        REQUIRE(b.view.visible_lines().size() > 15);
    }
    std::sort(frames.begin(), frames.end());
    MESSAGE("open ", opened, " ms, decorate ", decorated, " ms, frame median ",
            frames[frames.size() / 2], " ms, 99th ", frames[frames.size() * 99 / 100], " ms");
    CHECK(frames[frames.size() / 2] < 20);  // far more than it takes, for slow and sanitized builds
}
