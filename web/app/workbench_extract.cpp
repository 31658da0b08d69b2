// Extraction in the background: one job at a time in the worker, the article in hand first.

#include <algorithm>
#include <utility>

#include "web/app/extract_job.hpp"
#include "web/app/workbench.hpp"

namespace standpoint::web {

bool Workbench::extracting(std::string_view id) const {
    return std::any_of(jobs_.begin(), jobs_.end(),
                       [id](const Job& job) { return job.document == id; });
}

void Workbench::extract(std::string_view id) {
    if (extracting(id) || !project().document(id)) return;
    jobs_.push_back({++last_job_, std::string(id)});
    if (jobs_.size() == 1) start_next_job();
}

void Workbench::start_next_job() {
    while (!jobs_.empty()) {
        const model::Document* d = project().document(jobs_.front().document);
        if (!d) {
            jobs_.pop_front();  // removed while it waited
            continue;
        }
        progress_ = 0.0F;
        host_.post_to_worker(jobs_.front().number, write_job(*d, project().codebook));
        host_.wake();
        return;
    }
    progress_.reset();
    host_.wake();
}

void Workbench::cancel_extraction() {
    if (jobs_.empty()) return;
    host_.cancel_worker();
    jobs_.clear();
    progress_.reset();
    say("Extraction cancelled. Ctrl+Shift+E proposes again.");
}

void Workbench::extraction_progressed(std::uint32_t job, float done) {
    if (jobs_.empty() || jobs_.front().number != job) return;
    progress_ = done;
    host_.wake();
}

void Workbench::extraction_finished(std::uint32_t job, std::string_view result) {
    if (jobs_.empty() || jobs_.front().number != job) return;  // cancelled in the meantime
    const std::string id = jobs_.front().document;
    jobs_.pop_front();
    auto suggestions = read_job_result(result);
    if (!suggestions) {
        say(suggestions.error().message, true);
    } else if (project().document(id)) {
        auto done = history_.run(id, edit::Propose{std::move(*suggestions)}, stamp());
        if (!done) {
            say(done.error().message, true);
        } else {
            const bool here = document() && document()->id == id;
            const auto held = focus_;
            done->touched.clear();  // proposals do not move the person about
            after_change(*done);
            if (here) {
                if (!held) step(true, true);
                say(std::to_string(derived_.progress.total - derived_.progress.decided) +
                    " suggestions to review. Tab goes to the next.");
            }
        }
    }
    start_next_job();
}

void Workbench::extraction_failed(std::uint32_t job, std::string_view reason) {
    if (jobs_.empty() || jobs_.front().number != job) return;
    jobs_.pop_front();
    say("No proposals could be made: " + std::string(reason), true);
    start_next_job();
}

}  // namespace standpoint::web
