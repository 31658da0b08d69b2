// Moving about, changing, undoing: the part of the workbench that everything else stands on.

#include "web/app/workbench.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/app/decorate.hpp"
#include "web/app/theme.hpp"

namespace standpoint::web {

using model::Decision;
using model::Kind;

Looks::Looks() : documents_width(space::documents) {}

namespace {

model::Project new_project(std::int64_t now_ms) {
    model::Project project;
    project.id = "project-" + std::to_string(now_ms);
    project.annotator = "annotator-1";
    project.codebook = model::default_codebook();
    return project;
}

constexpr std::int64_t toast_ms = 5000;

}  // namespace

Workbench::Workbench(Host& host) : host_(host), history_(new_project(host.now_ms())) {}

const model::Document* Workbench::document() const {
    return current_ < project().documents.size() ? &project().documents[current_] : nullptr;
}

std::optional<Id> Workbench::statement() const {
    const model::Document* d = document();
    if (d && statement_ && d->attributions.find(*statement_)) return statement_;
    return {};
}

model::Progress Workbench::progress(std::size_t index) const {
    const model::Document& d = project().documents[index];
    const std::uint64_t revision = history_.revision(d.id);
    const auto [known, fresh] = progress_cache_.try_emplace(d.id);
    if (fresh || known->second.first != revision) {
        known->second = {revision, model::progress_of(d)};
    }
    return known->second.second;
}

edit::Stamp Workbench::stamp() const {
    return {project().annotator, host_.now_ms()};
}

void Workbench::say(std::string text, bool problem) {
    host_.announce(text);
    toast_ = Toast{std::move(text), problem, host_.now_ms() + toast_ms};
    host_.wake();
}

void Workbench::open_document(std::size_t index) {
    leave_document();
    if (index >= project().documents.size()) return update();
    current_ = index;
    current_id_ = document()->id;
    looks.documents_drawer = false;
    update();
    view.scroll_to_fraction(0);
    host_.announce(model::display_title(*document()));
    host_.wake();
}

void Workbench::leave_document() {
    current_ = 0;
    current_id_.clear();
    focus_.reset();
    statement_.reset();
    entity_.reset();
    view.clear_selection();
    view.set_caret_mode(false);
}

void Workbench::focus_on(std::optional<Ref> item, bool reveal) {
    const model::Document* d = document();
    if (item && (!d || !provenance_of(*d, *item))) item.reset();  // it went in the meantime
    focus_ = item;
    decorations_stale_ = true;
    entity_.reset();
    if (!item) return;
    if (item->kind == Kind::attribution) statement_ = item->id;
    if (item->kind == Kind::mention) {
        if (const Id named = d->mentions.find(item->id)->entity) entity_ = named;
    }
    if (item->kind == Kind::attribution) looks.tab = Tab::statements;
    if (item->kind == Kind::stance || item->kind == Kind::target) looks.tab = Tab::stances;
    if (item->kind == Kind::mention && looks.tab != Tab::guide) looks.tab = Tab::entities;
    const std::vector<Span> spans = spans_of(*d, *item);
    if (reveal && !spans.empty()) view.reveal(spans.front());
    host_.announce(std::string(model::name_of(item->kind)) + ": " + summary_of(*d, *item));
    host_.wake();
}

void Workbench::show_entity(Id entity) {
    entity_ = entity;
    looks.tab = Tab::entities;
    const model::Document* d = document();
    if (!d) return;
    for (const EntityRow& row : derived_.entities) {
        if (row.entity == entity) {
            focus_on(Ref{Kind::mention, row.mentions.front()});
            break;
        }
    }
    entity_ = entity;
}

void Workbench::advance() {
    update();
    const auto next = next_undecided(derived_, focus_, true);
    if (next) {
        focus_on(next);
    } else if (document()) {
        say_nothing_left();
    }
}

void Workbench::step(bool forward, bool undecided_only) {
    update();
    view.clear_selection();
    const auto next = undecided_only ? next_undecided(derived_, focus_, forward)
                                     : neighbour(derived_, focus_, forward);
    if (next) {
        focus_on(next);
    } else if (undecided_only && document()) {
        say_nothing_left();
    }
}

void Workbench::say_nothing_left() {
    const std::string folded = looks.fold.shown ? std::string() : folded_words();
    say("Nothing is left to decide in this article" +
        (folded.empty() ? "." : ", but for what is folded: " + folded + "."));
}

std::string Workbench::folded_words() const {
    if (derived_.folded == 0) return {};
    return std::to_string(derived_.folded) + " more below " +
           std::to_string(std::lround(looks.fold.below * 100)) + " %";
}

void Workbench::fold_below(float score) {
    looks.fold.below = std::clamp(score, 0.0F, 0.95F);
    update();
    say("Folded below " + std::to_string(std::lround(looks.fold.below * 100)) +
        " %: " + std::to_string(derived_.folded) +
        (derived_.folded == 1 ? " suggestion." : " suggestions."));
}

void Workbench::toggle_fold() {
    looks.fold.shown = !looks.fold.shown;
    update();
    host_.wake();
}

bool Workbench::escape() {
    if (!std::holds_alternative<NoDialog>(dialog)) {
        close_dialog();
    } else if (looks.documents_drawer || looks.inspector_drawer) {
        looks.documents_drawer = looks.inspector_drawer = false;
    } else if (view.selection()) {
        view.clear_selection();
    } else if (view.caret_mode()) {
        view.set_caret_mode(false);
    } else if (focus_) {
        focus_on(std::nullopt);
    } else {
        return false;
    }
    host_.wake();
    return true;
}

bool Workbench::run(edit::Command command) {
    const std::string id = document() ? document()->id : std::string();
    auto done = history_.run(id, std::move(command), stamp());
    if (!done) {
        say(done.error().message, true);
        return false;
    }
    after_change(*done);
    return true;
}

void Workbench::after_change(const edit::Done& done) {
    host_.set_unsaved(history_.dirty());
    if (document_count_ != project().documents.size()) {
        // Documents have moved in memory, and another one may go by a name known before.
        document_count_ = project().documents.size();
        derived_document_.clear();
        ++content_version_;
        drop_proposals(false);
    }
    if (const auto here = project().index_of(current_id_)) {
        current_ = *here;
    } else {
        open_document(std::min(current_, document_count_ == 0 ? 0 : document_count_ - 1));
    }
    const model::Document* d = document();
    if (focus_ && (!d || !provenance_of(*d, *focus_))) focus_.reset();
    if (entity_ && (!d || !d->entities.find(*entity_))) entity_.reset();
    host_.announce(done.title);
    decorations_stale_ = true;
    update();
    host_.wake();
}

void Workbench::undo() {
    travel(history_.undo(), "Undone: ");
}

void Workbench::redo() {
    travel(history_.redo(), "Redone: ");
}

// What was undone or done again is shown, in whichever article it is.
void Workbench::travel(text::Result<edit::Done> done, std::string_view word) {
    if (!done)
        return say(done.error().message, !done.error().message.starts_with("There is nothing"));
    after_change(*done);
    if (const auto index = project().index_of(done->document); index && *index != current_) {
        open_document(*index);
    }
    if (!done->touched.empty()) focus_on(done->touched.front());
    say(std::string(word) + done->title);
}

void Workbench::update() {
    // Asked for in every frame: of several repaints that are due the host keeps only the next.
    if (toast_ && host_.now_ms() >= toast_->until_ms)
        toast_.reset();
    else if (toast_)
        host_.repaint_after(static_cast<double>(toast_->until_ms - host_.now_ms()) / 1000 + 0.05);
    const model::Document* d = document();
    if (!d) {
        derived_ = {};
        derived_document_.clear();
        derived_revision_ = 0;
        view.set_content({});
        view.set_decorations({}, {}, {});
        view.set_focus({});
        return;
    }
    const std::uint64_t revision = history_.revision(d->id);
    const bool other = derived_document_ != d->id;
    if (other || derived_revision_ != revision || derived_.fold != looks.fold) {
        const bool prepared = prepared_ && prepared_->fold == looks.fold;
        derived_ = prepared ? std::move(*prepared_) : derive(*d, looks.fold);
        prepared_.reset();
        derived_document_ = d->id;
        derived_revision_ = revision;
        decorations_stale_ = true;
        if (other) words_ = count_words(d->text);
        heading_ = model::display_title(*d);
        subheading_ = subtitle_of(*d, words_);
    }
    // The text lives in the documents vector, which moves when documents come and go: hand the view
    // its address anew whenever it is another one.
    if (other) ++content_version_;
    view.set_content({d->text, heading_, subheading_, content_version_});
}

void Workbench::refresh() {
    if (!waiting_.empty() && std::holds_alternative<NoDialog>(dialog)) {
        dialog = std::move(waiting_.front());
        waiting_.pop_front();
    }
    send_next_job();
    const std::uint64_t before = history_.revision();
    take_in();
    update();
    const model::Document* d = document();
    if (!d || (!decorations_stale_ && decorated_dark_ == dark())) return;
    // What has just been taken in is long: it is decorated in a frame of its own.
    if (history_.revision() != before) return host_.wake();
    decorated_dark_ = dark();
    Decorated decorated = decorate(*d, project().codebook, theme(dark()), focus_, looks.fold);
    view.set_decorations(std::move(decorated.spans), std::move(decorated.notes),
                         std::move(decorated.bars));
    view.set_focus(std::move(decorated.focus));
    decorations_stale_ = false;
}

}  // namespace standpoint::web
