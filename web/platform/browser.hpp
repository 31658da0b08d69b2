// The browser as a Host, and the frame loop.
//
// A frame is drawn only when Repaint says that one is due: then the browser is asked for an
// animation frame, or for a timer first. Frames may also be run without drawing (catch_up), so that
// an event that comes faster than the screen refreshes still meets an interface that has seen the
// one before.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "web/platform/host.hpp"
#include "web/platform/input.hpp"
#include "web/platform/mirror.hpp"
#include "web/platform/repaint.hpp"

namespace standpoint::web {

class Browser final : public Host {
  public:
    // ImGui and the graphics context must be ready.
    explicit Browser(std::unique_ptr<Program> program);

    // Once, when everything stands.
    void start() { program_->start(*this); }

    void wake() override;
    void repaint_after(double seconds) override;
    std::int64_t now_ms() const override;
    bool dark() const override;
    bool reduced_motion() const override;
    bool is_mac() const override { return mac_; }
    void open_files() override;
    void download(std::string_view name, std::string_view mime, std::string_view bytes) override;
    void copy(std::string_view text) override;
    void post_to_worker(std::uint32_t job, std::string_view message) override;
    void cancel_worker() override;
    void set_unsaved(bool unsaved) override;
    void set_page_title(std::string_view title) override;
    void announce(std::string_view sentence) override;
    void set_mirror(std::vector<MirrorNode> nodes) override;

    Program& program() { return *program_; }
    Input& input() { return input_; }

    // The canvas has a new size, in device pixels; drawn at once, because the browser has just
    // cleared it.
    void resize(int width, int height, float pixel_ratio);
    void animation_frame();
    void timer();
    // Runs and draws frames now, due or not.
    void step(int frames);
    // Runs the frames that are owed, without drawing.
    void catch_up();
    // A click on an element of the mirror.
    void activate(std::string_view mirror_id);
    void graphics_lost() { graphics_lost_ = true; }
    void graphics_restored();

    int frames() const { return frames_; }
    bool idle() const;

  private:
    enum class Drawing { no, yes };

    void run_frame(Drawing drawing);
    void draw() const;
    void draw_preedit() const;
    void ask_for_more_frames();
    void update_page();
    void publish_mirror();
    void schedule();
    bool can_run() const { return !graphics_lost_ && !in_frame_ && width_ > 0 && height_ > 0; }

    std::unique_ptr<Program> program_;
    bool mac_;
    Input input_;
    Mirror mirror_;
    Repaint repaint_;
    int width_ = 0, height_ = 0;  // device pixels
    float pixel_ratio_ = 1;
    int frames_ = 0;
    double last_frame_ = 0;
    double last_mirror_ = 0;
    bool collecting_ = false;
    bool in_frame_ = false;
    bool frame_requested_ = false;
    bool graphics_lost_ = false;
    ImGuiMouseCursor cursor_ = ImGuiMouseCursor_Arrow;
};

}  // namespace standpoint::web
