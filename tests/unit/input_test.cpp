#include "web/platform/input.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/unit/null_renderer.hpp"

using namespace standpoint::web;

namespace {

// Takes every key and remembers what it was told.
class Listener final : public Program {
  public:
    void start(Host&) override {}
    void frame(float, float) override {}
    bool key(const KeyPress& press) override {
        std::string name;
        if (press.control) name += "Control+";
        if (press.shift) name += "Shift+";
        if (press.alt) name += "Alt+";
        heard.push_back(name + std::string(press.key));
        return takes_keys;
    }
    void pasted(std::string_view text) override { heard.push_back("paste " + std::string(text)); }
    std::optional<std::string> copied(bool cut) override {
        heard.push_back(cut ? "cut" : "copy");
        return selection;
    }
    void opened(std::string_view, std::string_view) override {}
    void drag_over(bool) override {}
    void could_not_open(std::string_view, std::string_view) override {}
    void worker_progress(std::uint32_t, float) override {}
    void worker_result(std::uint32_t, std::string_view) override {}
    void worker_failed(std::uint32_t, std::string_view) override {}
    void scheme_changed(bool) override {}
    void activate(std::string_view) override {}
    std::string describe() const override { return "{}"; }
    void graphics_restored() override {}

    std::vector<std::string> heard;
    std::optional<std::string> selection;
    bool takes_keys = true;
};

using Heard = std::vector<std::string>;

// A page with a button and a text field, and the means to work it.
class Page {
  public:
    explicit Page(bool mac = false)
        : input(program, mac,
                {[this] { catch_up(); },
                 [this](std::string_view text) { system_clipboard = std::string(text); },
                 [this] { ++agent_cleared; }}) {
        catch_up();
    }

    void catch_up() {
        for (int i = 0; i < 6; ++i)
            renderer_.frame([this] {
                if (ImGui::Button("Button")) ++clicks;
                button = middle();
                ImGui::InputText("Field", field, sizeof field);
                text_field = middle();
                if (ImGui::Button("Copy")) ImGui::SetClipboardText("from a button");
                copy_button = middle();
            });
    }

    bool press(Keystroke stroke) {
        const bool prevented = input.key_down(stroke);
        input.key_up(stroke);
        catch_up();
        return prevented;
    }

    void click(ImVec2 at) {
        input.pointer_button(0, true, at.x, at.y, ImGuiMouseSource_Mouse);
        input.pointer_button(0, false, at.x, at.y, ImGuiMouseSource_Mouse);
        catch_up();
    }

  private:
    static ImVec2 middle() {
        const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
        return {from.x + 5, (from.y + to.y) / 2};
    }

    NullRenderer renderer_{{400, 300}};

  public:
    Listener program;
    std::string system_clipboard;
    int agent_cleared = 0;
    int clicks = 0;
    char field[256] = "";
    ImVec2 button, text_field, copy_button;
    Input input;
};

Keystroke key(std::string_view name, std::string_view code) {
    Keystroke stroke;
    stroke.key = name;
    stroke.code = code;
    return stroke;
}

Keystroke with_control(std::string_view name, std::string_view code) {
    Keystroke stroke = key(name, code);
    stroke.control = true;
    return stroke;
}

}  // namespace

TEST_CASE("keys go to the program unless a field has the keyboard") {
    Page page;
    CHECK(page.press(key("a", "KeyA")));
    CHECK(page.press(with_control("k", "KeyK")));
    CHECK(page.program.heard == Heard{"a", "Control+k"});

    page.click(page.text_field);
    REQUIRE(page.input.text_active());
    CHECK_FALSE(page.press(key("a", "KeyA")));  // the browser types it into the agent
    page.input.typed("a", false);
    page.catch_up();
    CHECK(page.program.heard.size() == 2);
    CHECK(std::string(page.field) == "a");
}

TEST_CASE("a field keeps the chords that edit; the program has the other ones") {
    Page page;
    page.click(page.text_field);
    page.input.typed("abc", false);
    page.catch_up();
    for (const char* name : {"a", "z", "y", "ArrowLeft", "End", "Backspace"})
        CHECK_MESSAGE(page.press(with_control(name, name)), name);
    CHECK(page.program.heard.empty());
    CHECK(std::string(page.field).empty());  // Ctrl+Backspace erased the word

    Keystroke at = with_control("@", "KeyQ");
    at.alt = at.alt_graph = true;
    CHECK_FALSE(page.press(at));
    CHECK_FALSE(page.press(with_control("w", "KeyW")));
    CHECK(page.press(with_control("s", "KeyS")));
    CHECK(page.program.heard == Heard{"Control+s"});

    page.program.takes_keys = false;
    CHECK(page.press(with_control("Enter", "Enter")));
    CHECK(page.program.heard.back() == "Control+Enter");
    CHECK_FALSE(page.input.text_active());  // so the field had it
}

TEST_CASE("a key right after a click meets the field that the click opened") {
    Page page;
    page.input.pointer_button(0, true, page.text_field.x, page.text_field.y,
                              ImGuiMouseSource_Mouse);
    page.input.pointer_button(0, false, page.text_field.x, page.text_field.y,
                              ImGuiMouseSource_Mouse);
    CHECK_FALSE(page.input.key_down(key("a", "KeyA")));
    CHECK(page.program.heard.empty());
    CHECK(page.input.text_active());
}

TEST_CASE("what the program does not take works ImGui, and what nobody knows is the browser's") {
    Page page;
    page.program.takes_keys = false;
    CHECK(page.press(key("ArrowDown", "ArrowDown")));
    CHECK_FALSE(page.press(key("PrintScreen", "PrintScreen")));
    CHECK_FALSE(page.press(with_control("w", "KeyW")));
    CHECK(page.program.heard ==
          Heard{"ArrowDown", "PrintScreen"});  // Ctrl+W is not even asked about
}

TEST_CASE("any script is typed, erased and corrected") {
    Page page;
    page.click(page.text_field);
    page.input.typed("é日😀", false);
    page.catch_up();
    CHECK(std::string(page.field) == "é日😀");
    CHECK(page.press(key("Backspace", "Backspace")));
    CHECK(std::string(page.field) == "é日");
    CHECK(page.agent_cleared == 1);  // the agent's text no longer is the field's
    page.input.typed("teh", false);
    page.input.typed("the ", false);
    for (int i = 0; i < 3; ++i) page.catch_up();
    CHECK(std::string(page.field) == "é日the ");
}

TEST_CASE("a composition is in the field only once it is committed") {
    Page page;
    page.click(page.text_field);
    Keystroke enter = key("Enter", "Enter");
    enter.composing = true;
    page.input.typed("にほ", true);
    CHECK_FALSE(page.press(enter));
    CHECK(page.input.preedit() == "にほ");
    CHECK(std::string(page.field).empty());
    page.input.typed("日本", false);
    page.catch_up();
    CHECK(std::string(page.field) == "日本");
    CHECK(page.input.preedit().empty());
}

TEST_CASE("text that is committed by clicking elsewhere is not lost") {
    Page page;
    page.click(page.text_field);
    page.input.typed("に", true);
    page.input.typed("に", false);
    page.click(page.button);
    CHECK(std::string(page.field) == "に");
    CHECK(page.clicks == 1);
    CHECK_FALSE(page.input.text_active());
}

TEST_CASE("copy, cut and paste in a field") {
    Page page;
    page.click(page.text_field);
    page.input.typed("abc", false);
    page.catch_up();
    page.press(with_control("a", "KeyA"));
    CHECK_FALSE(page.press(with_control("c", "KeyC")));  // the event does it
    CHECK(page.input.copied(false) == "abc");
    CHECK(page.input.copied(true) == "abc");
    page.catch_up();
    CHECK(std::string(page.field).empty());
    page.input.pasted("one\r\ntwo");
    page.catch_up();
    CHECK(std::string(page.field) == "one two");  // the field has a single line
    CHECK(page.system_clipboard.empty());         // events carry their own data
    CHECK(page.program.heard.empty());
}

TEST_CASE("copy, cut and paste elsewhere are the program's, line ends as they came") {
    Page page;
    page.input.pasted("one\r\ntwo\rthree\n");
    CHECK_FALSE(page.input.copied(false).has_value());
    page.program.selection = "selected";
    CHECK(page.input.copied(true) == "selected");
    CHECK(page.program.heard == Heard{"paste one\r\ntwo\rthree\n", "copy", "cut"});
}

TEST_CASE("a button that copies writes the system's clipboard") {
    Page page;
    page.click(page.copy_button);
    CHECK(page.system_clipboard == "from a button");
}

TEST_CASE("keys do not stick") {
    Page page;
    page.program.takes_keys = false;
    page.input.key_down(key("ArrowDown", "ArrowDown"));
    CHECK(page.input.holding());
    page.input.window_focus(false);
    CHECK_FALSE(page.input.holding());

    // A Mac sends no keyup for letters while Cmd is down.
    Page mac(true);
    mac.program.takes_keys = false;
    Keystroke z = key("z", "KeyZ");
    z.meta = true;
    mac.input.key_down(z);
    CHECK(mac.input.holding());
    mac.input.key_up(key("Meta", "MetaLeft"));
    CHECK_FALSE(mac.input.holding());
}

TEST_CASE("Cmd is the program's Control on a Mac, and Control is not") {
    Page mac(true);
    Keystroke save = key("s", "KeyS");
    save.meta = true;
    CHECK(mac.press(save));
    CHECK_FALSE(mac.press(with_control("s", "KeyS")));
    CHECK(mac.program.heard == Heard{"Control+s"});
}

TEST_CASE("Escape with nothing left to close, then Tab, leaves the page") {
    Page page;
    const Keystroke tab = key("Tab", "Tab"), escape = key("Escape", "Escape");
    CHECK(page.press(tab));
    CHECK(page.press(escape));  // the program closed something
    CHECK(page.press(tab));
    page.press(escape);
    page.program.takes_keys = false;
    page.press(escape);
    CHECK_FALSE(page.press(key("Shift", "ShiftLeft")));
    CHECK_FALSE(page.press(tab));
    CHECK(page.press(tab));  // the way out is open only once
    CHECK(page.program.heard == Heard{"Tab", "Escape", "Tab", "Escape", "Escape", "Tab"});
}

TEST_CASE("an Escape that a field took does not open the way out") {
    Page page;
    page.program.takes_keys = false;
    page.click(page.text_field);
    CHECK(page.press(key("Escape", "Escape")));
    CHECK_FALSE(page.input.text_active());
    CHECK(page.press(key("Tab", "Tab")));
}

TEST_CASE("dead keys and half-known keys are no commands") {
    Page page;
    CHECK_FALSE(page.press(key("Unidentified", "")));
    page.press(key("Dead", "BracketLeft"));
    CHECK(page.program.heard.empty());
}

TEST_CASE("a click from outside presses, and leaves the mouse where it was") {
    Page page;
    page.input.pointer_moved(300, 200, ImGuiMouseSource_Mouse);
    page.input.click(page.button.x, page.button.y);
    page.catch_up();
    CHECK(page.clicks == 1);
    CHECK(ImGui::GetMousePos().x == 300);
}
