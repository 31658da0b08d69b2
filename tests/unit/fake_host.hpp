// A Host without a machine: it remembers what it was asked for. Extraction jobs wait until the test
// has them run.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "web/app/worker_job.hpp"
#include "web/platform/host.hpp"

namespace standpoint::web {

class FakeHost : public Host {
  public:
    void wake() override { ++wakes; }
    void repaint_after(double seconds) override { repaint_in = seconds; }
    std::int64_t now_ms() const override { return time_ms += ms_a_look; }
    bool dark() const override { return is_dark; }
    bool reduced_motion() const override { return false; }
    bool is_mac() const override { return mac; }
    void open_files() override { ++pickers; }
    void download(std::string_view name, std::string_view, std::string_view bytes) override {
        downloads[std::string(name)] = std::string(bytes);
    }
    void copy(std::string_view text) override { clipboard = std::string(text); }
    void post_to_worker(std::uint32_t job, std::string_view message) override {
        posted.push_back({job, std::string(message)});
    }
    void cancel_worker() override { posted.clear(); }
    void set_unsaved(bool unsaved_now) override { unsaved = unsaved_now; }
    void set_page_title(std::string_view) override {}
    void announce(std::string_view sentence) override { said.push_back(std::string(sentence)); }
    void set_mirror(std::vector<MirrorNode> nodes) override { mirror = std::move(nodes); }

    // Runs the oldest waiting job, as the worker would; its result.
    std::string work(std::uint32_t& job) {
        const auto [number, message] = posted.front();
        posted.erase(posted.begin());
        job = number;
        const auto result = run_job(message, {});
        return result ? *result : std::string();
    }

    mutable std::int64_t time_ms = 1'700'000'000'000;
    std::int64_t ms_a_look = 0;  // how much later it is each time the clock is looked at
    bool is_dark = false, mac = false, unsaved = false;
    int wakes = 0, pickers = 0;
    double repaint_in = 0;  // as last asked for
    std::map<std::string, std::string> downloads;
    std::string clipboard;
    std::vector<std::pair<std::uint32_t, std::string>> posted;
    std::vector<std::string> said;
    std::vector<MirrorNode> mirror;
};

}  // namespace standpoint::web
