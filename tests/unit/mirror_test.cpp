#include "web/platform/mirror.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/unit/null_renderer.hpp"

using namespace standpoint::web;

namespace {

class Scene {
  public:
    // Frames until the layout has settled, the last of them collected.
    void show(const std::function<void()>& content) {
        for (int i = 0; i < 4; ++i) {
            mirror.begin_frame(i == 3);
            renderer_.frame(content);
        }
    }

    // The element of this name; an empty one if there is none.
    MirrorElement find(const std::string& name) const {
        const auto elements = mirror.elements();
        const auto found =
            std::find_if(elements.begin(), elements.end(),
                         [&](const MirrorElement& element) { return element.name == name; });
        return found == elements.end() ? MirrorElement{} : *found;
    }

  private:
    NullRenderer renderer_{{400, 300}};

  public:
    Mirror mirror{*ImGui::GetCurrentContext()};
};

MirrorNode node(std::string id, std::string role, std::string name) {
    MirrorNode result;
    result.id = std::move(id);
    result.role = std::move(role);
    result.name = std::move(name);
    result.rect = {10, 20, 30, 40};
    return result;
}

std::size_t records(const std::string& patch, char sign) {
    std::size_t count = 0;
    const std::string start{sign, '\x1f'};
    for (std::size_t at = 0; at < patch.size(); at = patch.find('\x1e', at) + 1)
        if (patch.compare(at, 2, start) == 0) ++count;
    return count;
}

}  // namespace

TEST_CASE("a label's name is what is read of it") {
    CHECK(accessible_name("Save") == "Save");
    CHECK(accessible_name("Save##2") == "Save");
    CHECK(accessible_name("Save###save") == "Save");
    CHECK(accessible_name("##Close panel") == "Close panel");
    CHECK(accessible_name("###Close panel") == "Close panel");
    CHECK(accessible_name("\uE001##Remove") == "Remove");
    CHECK(accessible_name("\uE001 Remove") == "Remove");
    CHECK(accessible_name("日本 😀") == "日本 😀");
    CHECK(accessible_name("").empty());
    CHECK(accessible_name("##").empty());
}

TEST_CASE("widgets are found by name, with role, state and place") {
    Scene scene;
    bool checked = true;
    char text[16] = "";
    scene.show([&] {
        ImGui::SetCursorPos({100, 50});
        ImGui::Button("Press", {80, 20});
        ImGui::Checkbox("Check", &checked);
        ImGui::InputText("Text", text, sizeof text);
        ImGui::BeginDisabled();
        ImGui::Button("Off");
        ImGui::EndDisabled();
        if (ImGui::BeginTabBar("tabs")) {
            if (ImGui::BeginTabItem("One")) ImGui::EndTabItem();
            if (ImGui::BeginTabItem("Two")) ImGui::EndTabItem();
            ImGui::EndTabBar();
        }
        if (ImGui::TreeNode("Tree")) ImGui::TreePop();
    });
    const MirrorElement press = scene.find("Press");
    CHECK(press.role == "button");
    CHECK((press.x == 100 && press.y == 50 && press.width == 80 && press.height == 20));
    CHECK(scene.find("page").id == press.parent);
    CHECK(scene.find("Check").role == "checkbox");
    CHECK(scene.find("Check").pressed);
    CHECK(scene.find("Text").role == "textbox");
    CHECK_FALSE(scene.find("Off").enabled);
    CHECK(scene.find("One").role == "tab");
    CHECK(scene.find("One").pressed);
    CHECK_FALSE(scene.find("Two").pressed);
    CHECK(scene.find("Tree").expanded == false);
}

TEST_CASE("what cannot be seen is not there, and what is cut off is as large as it looks") {
    Scene scene;
    scene.show([] {
        ImGui::SetCursorPos({10, 280});
        ImGui::Button("Cut", {50, 40});
        ImGui::SetCursorPos({0, 1000});
        ImGui::Button("Below", {50, 20});
    });
    CHECK(scene.find("Cut").width == 50);
    CHECK(scene.find("Cut").height == 19);  // to the window's border
    CHECK(scene.find("Below").id.empty());
}

TEST_CASE("behind a modal window there is nothing") {
    Scene scene;
    bool open = false;
    const auto content = [&] {
        ImGui::Button("Behind");
        if (open) ImGui::OpenPopup("Sure?");
        open = false;
        if (ImGui::BeginPopupModal("Sure?")) {
            ImGui::Button("Yes");
            ImGui::EndPopup();
        }
    };
    scene.show(content);
    CHECK_FALSE(scene.find("Behind").id.empty());
    open = true;
    scene.show(content);
    CHECK(scene.find("Behind").id.empty());
    CHECK(scene.find("Sure?").role == "dialog");
    CHECK(scene.find("Sure?").modal);
    CHECK(scene.find("Yes").parent == scene.find("Sure?").id);
}

TEST_CASE("a patch says what changed, and nothing if nothing did") {
    Scene scene;
    bool second = true;
    const auto content = [&] {
        ImGui::Button("First");
        if (second) ImGui::Button("Second");
    };
    scene.show(content);
    std::string patch = scene.mirror.patch();
    CHECK(records(patch, '+') == 3);  // the window and two buttons
    CHECK(scene.mirror.patch().empty());
    scene.show(content);
    CHECK(scene.mirror.patch().empty());
    second = false;
    scene.show(content);
    patch = scene.mirror.patch();
    CHECK(records(patch, '+') == 0);
    CHECK(records(patch, '-') == 1);
}

TEST_CASE("elements that change places are all put anew") {
    Scene scene;
    scene.mirror.set_program_nodes({node("a", "mark", "A"), node("b", "mark", "B"),
                                    node("c", "mark", "C"), node("d", "mark", "D")});
    CHECK(records(scene.mirror.patch(), '+') == 4);
    scene.mirror.set_program_nodes({node("c", "mark", "C"), node("d", "mark", "D"),
                                    node("a", "mark", "A"), node("b", "mark", "B")});
    CHECK(records(scene.mirror.patch(), '+') == 4);  // D still follows C, but C has moved
}

TEST_CASE("the program's nodes come after the windows, with their children") {
    Scene scene;
    MirrorNode article = node("art", "article", "Article");
    article.children = {node("m1", "mark", "PER"), node("m2", "mark", "ORG")};
    article.children[1].text = "separators \x1e and \x1f are dropped";
    article.children[1].pressed = true;
    scene.mirror.set_program_nodes({article});
    scene.show([] { ImGui::Button("Press"); });
    CHECK(scene.find("Article").previous == scene.find("page").id);
    CHECK(scene.find("PER").parent == "p:art");
    CHECK(scene.find("ORG").previous == "p:m1");
    const std::string patch = scene.mirror.patch();
    CHECK(patch.find("separators  and  are dropped\x1f"
                     "10\x1f"
                     "20\x1f"
                     "30\x1f"
                     "40\x1fp\x1f") != std::string::npos);
    const auto middle = scene.mirror.middle("p:m1");
    REQUIRE(middle.has_value());
    CHECK((middle->x == 25 && middle->y == 40));
    CHECK_FALSE(scene.mirror.middle("p:gone").has_value());
}

TEST_CASE("ids that clash do no harm") {
    Scene scene;
    scene.mirror.set_program_nodes({node("a", "mark", "A"), node("a", "mark", "again")});
    CHECK(records(scene.mirror.patch(), '+') == 1);
}
