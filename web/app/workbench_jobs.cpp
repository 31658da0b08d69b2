// What the worker does for the workbench, one job at a time: proposals, and the reading of files
// and texts that are too long to be read in a frame. What it sends back is taken in between frames.

#include <algorithm>
#include <optional>
#include <utility>

#include "core/edit/proposing.hpp"
#include "web/app/workbench.hpp"
#include "web/app/worker_job.hpp"

namespace standpoint::web {

namespace {

// Of a frame, for what has arrived.
constexpr std::int64_t slice_ms = 4;

model::Suggestions suggestions_in(model::Document document) {
    return {document.mentions.release(), document.entities.release(),
            document.attributions.release(), document.targets.release(),
            document.stances.release()};
}

}  // namespace

bool Workbench::extracting(std::string_view id) const {
    return std::any_of(jobs_.begin(), jobs_.end(), [id](const Job& job) {
        return job.work == Job::Work::proposals && job.subject == id;
    });
}

std::optional<Workbench::Working> Workbench::working() const {
    if (jobs_.empty()) return {};
    const Job& job = jobs_.front();
    const bool proposals = job.work == Job::Work::proposals;
    // The smaller part of the work is done here.
    const float here = arrival_ ? arrival_->unpacking.done() : 0.0F;
    return Working{proposals ? "Proposing" : "Opening " + job.name(),
                   progress_ * 0.8F + here * 0.2F};
}

void Workbench::extract(std::string_view id) {
    if (extracting(id) || !project().document(id)) return;
    post({Job::Work::proposals, 0, std::string(id), {}});
}

// Files come before proposals, but what is running runs on.
void Workbench::post(Job job) {
    job.number = ++last_job_;
    auto place = jobs_.end();
    if (job.work != Job::Work::proposals) {
        if (std::holds_alternative<AddArticle>(dialog)) close_dialog();
        place = std::find_if(jobs_.begin(), jobs_.end(), [this](const Job& other) {
            return other.work == Job::Work::proposals && other.number != running_;
        });
    }
    jobs_.insert(place, std::move(job));
    start_next_job();
}

void Workbench::start_next_job() {
    host_.wake();
    if (jobs_.empty()) return;
    const Job& job = jobs_.front();
    const bool brief = job.work == Job::Work::proposals &&
                       project().document(job.subject)->text.size() <= most_at_once;
    if (brief) send_next_job();
}

void Workbench::send_next_job() {
    if (jobs_.empty() || running_ == jobs_.front().number) return;
    Job& job = jobs_.front();
    running_ = job.number;
    progress_ = 0;
    if (job.work == Job::Work::proposals)
        job.message = write_proposals_job(*project().document(job.subject), project().codebook,
                                          looks.quantities);
    host_.post_to_worker(job.number, std::exchange(job.message, {}));
}

Workbench::Job Workbench::end_job() {
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    arrival_.reset();
    return job;
}

void Workbench::cancel_job() {
    if (jobs_.empty()) return;
    host_.cancel_worker();
    const Job job = end_job();
    say(job.work == Job::Work::proposals ? "Proposing cancelled. Ctrl+Shift+E proposes again."
                                         : "Opening " + job.name() + " cancelled.");
    start_next_job();
}

void Workbench::drop_proposals(bool all) {
    const auto for_nothing = [&](const Job& job) {
        return job.work == Job::Work::proposals && (all || !project().document(job.subject));
    };
    if (!jobs_.empty() && for_nothing(jobs_.front())) {
        host_.cancel_worker();
        end_job();
    }
    jobs_.erase(std::remove_if(jobs_.begin(), jobs_.end(), for_nothing), jobs_.end());
    start_next_job();
}

void Workbench::job_progressed(std::uint32_t number, float done) {
    if (jobs_.empty() || running_ != number) return;
    progress_ = done;
    host_.wake();
}

void Workbench::job_failed(std::uint32_t number, std::string_view reason) {
    if (jobs_.empty() || running_ != number) return;
    const Job job = end_job();
    say((job.work == Job::Work::proposals ? "No proposals could be made: "
                                          : job.name() + " cannot be read: ") +
            std::string(reason),
        true);
    start_next_job();
}

void Workbench::job_finished(std::uint32_t number, std::string_view result) {
    if (jobs_.empty() || running_ != number) return;  // cancelled in the meantime
    progress_ = 1;
    arrival_.emplace(std::string(result));
    take_in();
}

void Workbench::take_in() {
    const std::int64_t until = host_.now_ms() + slice_ms;
    while (arrival_ && host_.now_ms() < until) {
        if (arrival_->unpacked)
            take_in_unpacked();
        else
            arrival_->unpacked = !arrival_->unpacking.go_on();
    }
    if (arrival_) host_.wake();
}

// One step; each is short enough for a frame.
void Workbench::take_in_unpacked() {
    Arrival& arrival = *arrival_;
    if (arrival.revision != 0 && arrival.revision != history_.revision()) {
        // The project has changed in the meantime: planned anew.
        std::string bytes = std::move(arrival.bytes);
        arrival_.emplace(std::move(bytes));
    } else if (!arrival.parcel) {
        auto parcel = std::move(arrival.unpacking).finish();
        if (!parcel) return job_failed(running_, parcel.error().message);
        arrival.parcel = std::move(*parcel);
    } else if (jobs_.front().work == Job::Work::proposals) {
        take_in_proposals(arrival);
    } else if (!arrival.derived && !arrival.parcel->project.documents.empty()) {
        arrival.derived = derive(arrival.parcel->project.documents.front(), looks.fold);
    } else {
        exchange::Parcel parcel = std::move(*arrival.parcel);
        const bool replaces = parcel.contents == exchange::Parcel::Contents::project;
        if (replaces) prepared_ = std::move(arrival.derived);
        const Job job = end_job();
        if (job.work == Job::Work::article)
            place_article(std::move(parcel.project.documents.front()), job.subject);
        else
            offer(job.subject, std::move(parcel));
        prepared_.reset();
        start_next_job();
    }
}

void Workbench::take_in_proposals(Arrival& arrival) {
    const model::Document& subject = *project().document(jobs_.front().subject);
    if (!arrival.proposing && !arrival.change) {
        arrival.revision = history_.revision();
        arrival.proposing.emplace(
            project(), subject,
            suggestions_in(std::move(arrival.parcel->project.documents.front())), stamp());
    } else if (!arrival.change) {
        if (arrival.proposing->go_on()) return;
        auto change = std::move(*arrival.proposing).finish();
        if (!change) return job_failed(running_, change.error().message);
        arrival.change = std::move(*change);
    } else if (arrival.proposing) {
        arrival.proposing.reset();
    } else if (!arrival.derived && &subject == document()) {
        arrival.derived = derive_after(subject, *arrival.change, looks.fold);
    } else {
        edit::Change change = std::move(*arrival.change);
        if (&subject == document()) prepared_ = std::move(arrival.derived);
        const Job job = end_job();
        propose(history_.commit(std::move(change), true), job.subject);
        prepared_.reset();
        start_next_job();
    }
}

void Workbench::propose(text::Result<edit::Done> done, const std::string& id) {
    if (!done) return say(done.error().message, true);
    after_change(*done);
    if (document() && document()->id == id) announce_proposals();
}

// The first suggestion is taken in hand if that moves nobody: nothing else is in hand, and it
// stands where the person is reading.
void Workbench::announce_proposals() {
    const auto waiting = static_cast<std::size_t>(
        std::count_if(derived_.queue.begin(), derived_.queue.end(),
                      [](const QueueItem& q) { return !q.decided && !q.hidden; }));
    if (waiting == 0) {
        const std::string folded = folded_words();
        return say(folded.empty() ? "Nothing to propose in this article."
                                  : "Nothing sure enough to propose: " + folded + ".");
    }
    const auto first = next_undecided(derived_, {}, true);
    const std::vector<Span> spans = first ? spans_of(*document(), *first) : std::vector<Span>();
    const bool busy = focus_ || view.selection() || view.caret_mode() ||
                      !std::holds_alternative<NoDialog>(dialog);
    const bool drawn = !view.visible_lines().empty();
    if (!busy && !spans.empty() && (!drawn || view.rect_of(spans.front()))) focus_on(first);
    say(std::to_string(waiting) + (waiting == 1 ? " suggestion" : " suggestions") +
        " to review. Tab goes to the next.");
}

}  // namespace standpoint::web
