// The page without a browser: frames of a scripted scroll and of edits on one long article, in CPU
// time. tests/bench/page.mjs does the same in the page.
//
// usage: bench_frames BYTES MENTIONS FRAMES ROUNDS
// Prints one line per sample: what it is, a tab, milliseconds. An edit's sample is everything until
// the page is at rest: the command, what is derived from it, four frames and the mirror's patch. Of
// what comes from the worker every step that the page takes is a sample.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <vector>

#include "core/exchange/project_json.hpp"
#include "tests/bench/workload.hpp"
#include "tests/unit/fake_host.hpp"
#include "tests/unit/null_renderer.hpp"
#include "web/app/app.hpp"
#include "web/platform/mirror.hpp"
#include "web/platform/repaint.hpp"

namespace {

using namespace standpoint;

constexpr float width = 1280, height = 800;

class Page : public web::FakeHost {
  public:
    Page() : renderer_({width, height}), mirror_(*ImGui::GetCurrentContext()) { app_.start(*this); }

    void set_mirror(std::vector<web::MirrorNode> nodes) override {
        mirror_.set_program_nodes(std::move(nodes));
    }

    std::int64_t now_ms() const override { return std::clock() / (CLOCKS_PER_SEC / 1000); }

    void open(std::string_view name, std::string_view bytes) { app_.opened(name, bytes); }
    // Does the worker's next job and hands the answer over. A long job is sent in a frame of its
    // own.
    template <class Step>
    void work(Step step) {
        for (int owed = web::Repaint::settle_frames; owed >= 0 && posted.empty(); --owed) {
            step([&] { frame(false); });
        }
        if (posted.empty()) std::exit(1);  // no job was sent
        std::uint32_t job = 0;
        const std::string result = FakeHost::work(job);
        for (int before = -1; before != wakes;) {
            before = wakes;
            step([&] {
                if (!result.empty() && job != answered_) app_.worker_result(job, result);
                answered_ = job;
                frame(false);
            });
        }
    }

    void frame(bool mirrored) {
        mirror_.begin_frame(mirrored);
        renderer_.frame([this] { app_.frame(width, height); });
        if (mirrored) patched_ += mirror_.patch().size();
    }
    void rest() {
        for (int owed = web::Repaint::settle_frames; owed >= 0; --owed) frame(owed == 0);
    }
    bool press(std::string_view key, bool control = false, bool shift = false) {
        web::KeyPress press;
        press.key = key;
        press.control = control;
        press.shift = shift;
        return app_.key(press);
    }

  private:
    web::NullRenderer renderer_;
    web::Mirror mirror_;
    web::App app_;
    std::size_t patched_ = 0;
    std::uint32_t answered_ = 0;
};

template <class Work>
void measure(const char* what, Work work) {
    const std::clock_t begin = std::clock();
    work();
    std::printf("%s\t%.3f\n", what,
                1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
}

// Reads on line by line, leafs through, and comes back at a run.
void scroll(Page& page, int frames) {
    ImGui::GetIO().AddMousePosEvent(width / 2, height / 2);
    for (int i = 0; i < frames; ++i) {
        const float steps = i < frames / 2 ? -1 : i < frames * 3 / 4 ? -8 : 40;
        ImGui::GetIO().AddMouseWheelEvent(0, steps);
        measure("scroll", [&] { page.frame(i % 9 == 0); });
    }
}

struct Edit {
    const char* name;
    std::string_view key;
    bool control;
};
constexpr Edit edits[] = {{"next", "Tab", false},  {"accept", "Enter", false},
                          {"relabel", "3", false}, {"undo", "z", true},
                          {"redo", "y", true},     {"reject", "x", false}};

void correct(Page& page, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        for (const Edit& e : edits) {
            measure(e.name, [&] {
                page.press(e.key, e.control);
                page.rest();
            });
        }
        page.press("v");
        page.press("ArrowRight", true, false);
        page.press("ArrowRight", true, true);
        page.rest();
        measure("label", [&] {
            page.press("1");
            page.rest();
        });
        page.press("v");
        page.rest();
    }
}

void read_an_article(const std::string& text) {
    Page page;
    page.rest();
    const auto reading = [](auto work) { measure("open an article: a step", work); };
    reading([&] { page.open("bench.txt", text); });
    page.work(reading);
    page.work(reading);  // the proposals
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const auto number = [argv](int i) { return std::atoi(argv[i]); };
    const model::Project workload = bench::make_workload(static_cast<std::size_t>(number(1)),
                                                         static_cast<std::size_t>(number(2)));
    read_an_article(workload.documents.front().text);
    const std::string project = exchange::write_project(workload);
    Page page;
    page.rest();
    const auto step = [](auto work) { measure("open a project: a step", work); };
    step([&] { page.open("bench.standpoint.json", project); });
    page.work(step);
    page.rest();
    scroll(page, number(3));
    page.press("Home");
    correct(page, number(4));
}
