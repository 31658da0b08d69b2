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
    jobs_.pop_front();
    say("Proposing cancelled. Ctrl+Shift+E proposes again.");
    start_next_job();
}

void Workbench::drop_orphaned_jobs() {
    const auto gone = [this](const Job& job) { return !project().document(job.document); };
    const bool running = !jobs_.empty() && gone(jobs_.front());
    jobs_.erase(std::remove_if(jobs_.begin(), jobs_.end(), gone), jobs_.end());
    if (!running) return;
    host_.cancel_worker();
    start_next_job();
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
        auto done = history_.run(id, edit::Propose{std::move(*suggestions)}, stamp(), true);
        if (!done) {
            say(done.error().message, true);
        } else {
            after_change(*done);
            if (document() && document()->id == id) announce_proposals();
        }
    }
    start_next_job();
}

// The first suggestion is taken in hand if that moves nobody: nothing else is in hand, and it
// stands where the person is reading.
void Workbench::announce_proposals() {
    const auto waiting = derived_.progress.total - derived_.progress.decided;
    if (waiting == 0) return say("Nothing to propose in this article.");
    const auto first = next_undecided(derived_, {}, true);
    const std::vector<Span> spans = first ? spans_of(*document(), *first) : std::vector<Span>();
    const bool busy = focus_ || view.selection() || view.caret_mode() ||
                      !std::holds_alternative<NoDialog>(dialog);
    const bool drawn = !view.visible_lines().empty();
    if (!busy && !spans.empty() && (!drawn || view.rect_of(spans.front()))) focus_on(first);
    say(std::to_string(waiting) + (waiting == 1 ? " suggestion" : " suggestions") +
        " to review. Tab goes to the next.");
}

void Workbench::extraction_failed(std::uint32_t job, std::string_view reason) {
    if (jobs_.empty() || jobs_.front().number != job) return;
    jobs_.pop_front();
    say("No proposals could be made: " + std::string(reason), true);
    start_next_job();
}

}  // namespace standpoint::web
