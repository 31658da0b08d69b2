// The two sides of the page's edge. Host is what the program may ask of the machine it runs on;
// Program is what the machine tells the program. Neither knows what the other is: the browser
// implements Host (browser.cpp), tests implement it natively (tests/unit), and nothing here knows
// of documents or annotations.
//
// Units: positions and sizes are CSS pixels, origin at the top left of the page. Strings are UTF-8.
// Everything runs on one thread. Views passed to a call are valid during that call only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace standpoint::web {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
};

// A key that went down while no text field of ours had the keyboard, or a command chord that such a
// field has no use for. Letters come as typed (`key`, KeyboardEvent.key), positions by `code`
// (KeyboardEvent.code).
struct KeyPress {
    std::string_view key;
    std::string_view code;
    bool control = false;  // Control, or Command on a Mac
    bool shift = false;
    bool alt = false;
    bool repeat = false;
};

// One thing that a screen reader (or a browser test) can find. Widgets are collected by the
// platform from ImGui itself; the article and everything else that is drawn by hand is given by the
// program.
struct MirrorNode {
    std::string id;    // stable while the thing is the same; what `Program::activate` gets back
    std::string role;  // ARIA role: "button", "article", "mark", "option", "table", ...
    std::string name;  // accessible name
    std::string text;  // text content, if any (children follow in `children`)
    Rect rect;
    bool pressed = false;  // selected / checked
    bool enabled = true;
    std::vector<MirrorNode> children;
};

class Host {
  public:
    virtual ~Host() = default;

    // Frames are drawn only when asked for: now (and a few more to settle), or in a while.
    virtual void wake() = 0;
    virtual void repaint_after(double seconds) = 0;

    virtual std::int64_t now_ms() const = 0;  // Unix time, UTC
    virtual bool dark() const = 0;            // the system's colour scheme
    virtual bool reduced_motion() const = 0;
    virtual bool is_mac() const = 0;  // show Cmd for Ctrl

    // Files. `open_files` shows the picker; what is chosen (or dropped) comes to Program::opened.
    virtual void open_files() = 0;
    // Saves under the name: a download.
    virtual void download(std::string_view name, std::string_view mime, std::string_view bytes) = 0;
    // Must be called during Program::key / a click's frame (browsers demand a gesture).
    virtual void copy(std::string_view text) = 0;

    // The worker: takes one message at a time, answers with progress and one result. `cancel` stops
    // the job in hand at once (the worker is thrown away and made anew).
    virtual void post_to_worker(std::uint32_t job, std::string_view message) = 0;
    virtual void cancel_worker() = 0;

    // Asks before the page is closed.
    virtual void set_unsaved(bool unsaved) = 0;
    virtual void set_page_title(std::string_view title) = 0;

    // Accessibility: what was just done, said politely; and what the program drew itself. The
    // mirror may be set every frame: the DOM is touched only where it differs.
    virtual void announce(std::string_view sentence) = 0;
    virtual void set_mirror(std::vector<MirrorNode> nodes) = 0;
};

class Program {
  public:
    virtual ~Program() = default;

    // Once, when ImGui and the graphics context are ready.
    virtual void start(Host& host) = 0;
    // Between ImGui::NewFrame and ImGui::Render. `width` x `height` CSS pixels.
    virtual void frame(float width, float height) = 0;

    // True if taken: then the browser's own action is prevented and ImGui does not see the key.
    // Not called for the browser's keys (web/platform/keys.hpp). An Escape that is not taken lets
    // the next Tab leave the page, so take it only if there was something to close.
    virtual bool key(const KeyPress& press) = 0;

    // Clipboard events while no text field has the keyboard. What is pasted comes as it is, line
    // ends included. `copied` returns nothing if there is nothing to copy; then the browser's
    // default happens.
    virtual void pasted(std::string_view text) = 0;
    virtual std::optional<std::string> copied(bool cut) = 0;

    virtual void opened(std::string_view name, std::string_view bytes) = 0;
    virtual void drag_over(bool over) = 0;  // files are being dragged over the page
    virtual void could_not_open(std::string_view name, std::string_view reason) = 0;

    virtual void worker_progress(std::uint32_t job, float done) = 0;
    virtual void worker_result(std::uint32_t job, std::string_view message) = 0;
    virtual void worker_failed(std::uint32_t job, std::string_view reason) = 0;

    virtual void scheme_changed(bool dark) = 0;

    // A mirror node that the program gave was clicked or pressed by an assistive tool.
    virtual void activate(std::string_view mirror_id) = 0;

    // The program's state as JSON, for tests.
    virtual std::string describe() const = 0;

    // The graphics context was lost and is back: programs of our own must be made anew.
    virtual void graphics_restored() = 0;
};

}  // namespace standpoint::web
