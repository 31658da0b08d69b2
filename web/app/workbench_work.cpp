// What the keys do: on the selection if there is one, else on the item in hand.

#include <algorithm>
#include <utility>

#include "core/text/tokens.hpp"
#include "web/app/workbench.hpp"

namespace standpoint::web {

using model::Decision;
using model::Kind;

namespace {

Span sentence_at(const model::Document& document, std::uint32_t at) {
    for (const Span& sentence : document.sentences) {
        if (sentence.contains(at)) return sentence;
    }
    return text::line_at(document.text, at);
}

// White space at the ends of a dragged selection is never meant.
Span trimmed(std::string_view text, Span span) {
    const auto blank = [text](std::uint32_t i) {
        return text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    };
    while (span.begin < span.end && blank(span.begin)) ++span.begin;
    while (span.begin < span.end && blank(span.end - 1)) --span.end;
    return span;
}

std::optional<Span> selected(const Workbench& bench) {
    const auto selection = bench.selection();
    if (!selection || !bench.document()) return {};
    const Span span = trimmed(bench.document()->text, *selection);
    if (span.empty()) return {};
    return span;
}

constexpr const char* no_article = "Add an article first: paste it with Ctrl+V.";

}  // namespace

bool Workbench::selection_in_the_way() {
    if (!view.selection()) return false;
    say("Words are selected: press a label's key, q or s, or Escape to let them go.");
    return true;
}

void Workbench::decide(Decision decision) {
    const model::Document* d = document();
    if (!d) return say(no_article);
    if (selection_in_the_way()) return;
    if (!focus_) return step(true, true);
    const model::Provenance* p = provenance_of(*d, *focus_);
    if (!p) return;
    if (p->decision == decision) return advance();
    if (run(edit::Decide{{*focus_}, decision})) advance();
}

void Workbench::label(std::string_view name) {
    const model::Document* d = document();
    if (!d) return say(no_article);
    if (const auto span = selected(*this)) {
        auto done = history_.run(d->id, edit::AddMention{*span, std::string(name), 0}, stamp());
        if (!done) return say(done.error().message, true);
        after_change(*done);
        view.clear_selection();
        if (!done->touched.empty()) focus_on(done->touched.front());
        return;
    }
    if (view.selection()) return say("Only blanks are selected.");
    if (!focus_ || focus_->kind != Kind::mention) {
        return say("Select some words first, or go to a mention with Tab.");
    }
    const model::Mention* m = d->mentions.find(focus_->id);
    const bool waiting = m->provenance.decision == Decision::suggested;
    const bool done = m->label == name ? run(edit::Decide{{*focus_}, Decision::accepted})
                                       : run(edit::Relabel{{focus_->id}, std::string(name)});
    if (done && waiting) advance();
}

void Workbench::resize(edit::Edge edge, int tokens) {
    const model::Document* d = document();
    if (!d || !focus_) return say("Go to an item with Tab first.");
    if (selection_in_the_way()) return;
    edit::Resize command{*focus_, edit::Part::whole, 0, edge, tokens};
    if (focus_->kind == Kind::attribution) command.part = edit::Part::content;
    if (focus_->kind == Kind::stance) command.part = edit::Part::evidence;
    if (focus_->kind == Kind::target) return say("A target has no place in the text.");
    if (command.part != edit::Part::whole && edge == edit::Edge::right) {
        const auto pieces = focus_->kind == Kind::attribution
                                ? d->attributions.find(focus_->id)->content.size()
                                : d->stances.find(focus_->id)->evidence.size();
        command.index = pieces == 0 ? 0 : static_cast<std::uint32_t>(pieces - 1);
    }
    run(command);
}

void Workbench::remove() {
    const model::Document* d = document();
    if (!d || !focus_) return say("Go to an item with Tab first.");
    if (selection_in_the_way()) return;
    const std::size_t place = derived_.position(*focus_).value_or(0);
    const std::string what = summary_of(*d, *focus_);
    if (!run(edit::Remove{{*focus_}})) return;
    // On to what stands in its place now.
    if (place < derived_.queue.size()) focus_on(derived_.queue[place].item);
    say("Removed “" + what + "”; Ctrl+Z brings it back.");
}

void Workbench::make_statement() {
    const model::Document* d = document();
    if (!d) return say(no_article);
    const auto span = selected(*this);
    if (!span) return say("Select what was said first; then q makes a statement of it.");
    auto done = history_.run(d->id, edit::MakeAttribution{{*span}, {}, {}, {}}, stamp());
    if (!done) return say(done.error().message, true);
    after_change(*done);
    view.clear_selection();
    if (!done->touched.empty()) focus_on(done->touched.front());
    say("Statement made. Now select who says it and press w, the cue word and c.");
}

void Workbench::set_source() {
    const auto held = statement();
    if (!held) return say("Go to a statement first, or make one with q.");
    auto span = selected(*this);
    if (!span && focus_ && focus_->kind == Kind::mention) {
        span = document()->mentions.find(focus_->id)->span;
    }
    if (!span) return say("Select who says it first, or go to the name; then w.");
    if (run(edit::SetSource{*held, span})) {
        view.clear_selection();
        focus_on(Ref{Kind::attribution, *held});
    }
}

void Workbench::set_cue() {
    const auto held = statement();
    if (!held) return say("Go to a statement first, or make one with q.");
    const auto span = selected(*this);
    if (!span) return say("Select the cue first (said, warned, according to); then c.");
    if (run(edit::SetCue{*held, span})) {
        view.clear_selection();
        focus_on(Ref{Kind::attribution, *held});
    }
}

void Workbench::extend_content() {
    const model::Document* d = document();
    const auto span = selected(*this);
    if (!d || !span) return say("Select the words that belong to it first; then +.");
    if (focus_ && focus_->kind == Kind::stance) {
        const Id stance = focus_->id;
        std::vector<Span> evidence = d->stances.find(stance)->evidence;
        evidence.push_back(*span);
        if (run(edit::SetEvidence{stance, std::move(evidence)})) view.clear_selection();
        return;
    }
    const auto held = statement();
    if (!held) return say("Go to a statement first, or make one with q.");
    std::vector<Span> content = d->attributions.find(*held)->content;
    content.push_back(*span);
    if (run(edit::SetContent{*held, std::move(content)})) {
        view.clear_selection();
        focus_on(Ref{Kind::attribution, *held});
    }
}

void Workbench::replace_content() {
    const model::Document* d = document();
    const auto span = selected(*this);
    if (!d || !span) return say("Select the words that it is to hold first; then Shift+Q.");
    const bool done = focus_ && focus_->kind == Kind::stance
                          ? run(edit::SetEvidence{focus_->id, {*span}})
                          : statement() && run(edit::SetContent{*statement(), {*span}});
    if (done) return view.clear_selection();
    if (!statement()) say("Go to a statement or a stance first.");
}

void Workbench::reopen() {
    const model::Document* d = document();
    if (!d || !focus_) return say("Go to an item with Tab first.");
    if (provenance_of(*d, *focus_)->decision == Decision::suggested) {
        return say("Nothing has been decided on this one.");
    }
    if (run(edit::Decide{{*focus_}, Decision::suggested})) say("It waits for a decision again.");
}

void Workbench::toggle_certainty() {
    const model::Document* d = document();
    if (!d || !focus_ || focus_->kind != Kind::stance) return say("Go to a stance first.");
    const bool inferred = d->stances.find(focus_->id)->certainty == model::Certainty::explicit_;
    const auto now = inferred ? model::Certainty::inferred : model::Certainty::explicit_;
    if (run(edit::SetCertainty{focus_->id, now})) {
        say(inferred ? "The stance is inferred." : "The stance is stated.");
    }
}

void Workbench::toggle_caret() {
    if (view.caret_mode()) return view.set_caret_mode(false);
    // Where the person is looking: at the item in hand if it is to be seen, else at the first line.
    std::optional<std::uint32_t> at;
    if (focus_ && document()) {
        const std::vector<Span> spans = spans_of(*document(), *focus_);
        if (!spans.empty() && view.rect_of(spans.front())) at = spans.front().begin;
    }
    if (!at && !view.visible_lines().empty()) at = view.visible_lines().front().span.begin;
    view.set_caret_mode(true, at);
}

void Workbench::set_polarity(model::Polarity polarity) {
    const model::Document* d = document();
    if (!d) return say(no_article);
    if (selected(*this) || !focus_ || focus_->kind != Kind::stance) return begin_stance(polarity);
    const bool waiting = d->stances.find(focus_->id)->provenance.decision == Decision::suggested;
    if (run(edit::SetPolarity{focus_->id, polarity}) && waiting) advance();
}

void Workbench::split_mention() {
    const model::Document* d = document();
    if (!d || !focus_ || focus_->kind != Kind::mention)
        return say("Go to a mention with Tab first.");
    run(edit::SplitEntity{{focus_->id}, {}});
    if (const auto* m = document()->mentions.find(focus_->id)) entity_ = m->entity;
}

void Workbench::take_alternative() {
    const model::Document* d = document();
    if (!d || !focus_ || focus_->kind != Kind::mention)
        return say("Go to a mention with Tab first.");
    run(edit::TakeAlternative{{focus_->id}});
    if (const auto* m = document()->mentions.find(focus_->id)) entity_ = m->entity;
}

std::vector<model::EntityAt> Workbench::elsewhere() const {
    if (!entity_) return {};
    return across_.elsewhere(history_, current_, *entity_);
}

void Workbench::toggle_flag() {
    const model::Document* d = document();
    if (!d) return say(no_article);
    const bool now = focus_ ? provenance_of(*d, *focus_)->flagged : d->info.flagged;
    if (run(edit::SetFlag{focus_, !now}))
        say(now ? "Flag removed." : "Flagged: come back to this.");
}

void Workbench::preview_every() {
    const model::Document* d = document();
    if (!d) return say(no_article);
    std::optional<Span> span = selected(*this);
    Occurrences every;
    if (focus_ && focus_->kind == Kind::mention) {
        const model::Mention* m = d->mentions.find(focus_->id);
        every.label = m->label;
        if (!span) {
            span = m->span;
            every.entity = m->entity;
        }
    }
    if (!span) return say("Select a name first, or go to a mention with Tab.");
    if (every.label.empty())
        every.label =
            project().codebook.labels.empty() ? "PER" : project().codebook.labels.front().name;
    every.spans = edit::occurrences(*d, *span);
    every.chosen.assign(every.spans.size(), true);
    dialog = std::move(every);
}

void Workbench::confirm_every() {
    const auto* every = std::get_if<Occurrences>(&dialog);
    if (!every) return;
    edit::LabelEvery command{{}, every->label, every->entity};
    for (std::size_t i = 0; i < every->spans.size(); ++i) {
        if (every->chosen[i]) command.spans.push_back(every->spans[i]);
    }
    const std::size_t count = command.spans.size();
    const std::string label = every->label;
    close_dialog();
    if (count == 0) return;
    if (run(std::move(command))) {
        view.clear_selection();
        say("Labelled " + std::to_string(count) + (count == 1 ? " place as " : " places as ") +
            label + "; Ctrl+Z takes them all back.");
    }
}

// --- stances -------------------------------------------------------------------------------------

std::vector<Span> Workbench::stance_evidence() const {
    const model::Document& d = *document();
    if (const auto span = selected(*this)) return {*span};
    if (!focus_) return {};
    if (focus_->kind == Kind::attribution) return d.attributions.find(focus_->id)->content;
    const std::vector<Span> spans = spans_of(d, *focus_);
    if (spans.empty()) return {};
    return {sentence_at(d, spans.front().begin)};
}

model::Actor Workbench::likely_holder(Span at) const {
    const model::Document& d = *document();
    if (focus_ && focus_->kind == Kind::mention && !selected(*this)) {
        return {d.mentions.find(focus_->id)->entity, {}};
    }
    for (const model::Attribution& a : d.attributions) {
        if (a.provenance.decision == Decision::rejected || a.holder.none()) continue;
        for (const Span& content : a.content) {
            if (content.overlaps(at)) return a.holder;
        }
    }
    const model::Mention* likely = nullptr;
    for (const model::Mention& m : d.mentions) {
        if (m.entity == 0 || m.provenance.decision == Decision::rejected ||
            !m.span.overlaps(sentence_at(d, at.begin))) {
            continue;
        }
        // Who acts is mostly a person, else an organisation or a state, and named early.
        const auto rank = [](const model::Mention& x) {
            const int kind = x.label == "PER" ? 0 : x.label == "ORG" ? 1 : x.label == "GPE" ? 2 : 3;
            return std::pair(kind, x.span.begin);
        };
        if (!likely || rank(m) < rank(*likely)) likely = &m;
    }
    return likely ? model::Actor{likely->entity, {}} : model::Actor{};
}

void Workbench::begin_stance(std::optional<model::Polarity> polarity) {
    if (!document()) return say(no_article);
    StancePicker stance;
    stance.draft.evidence = stance_evidence();
    if (stance.draft.evidence.empty()) {
        return say("Select the sentence that shows the stance first, or go to an item in it.");
    }
    stance.draft.polarity = polarity;
    stance.draft.holder = likely_holder(stance.draft.evidence.front());
    dialog = std::move(stance);
    pick(Picker::Purpose::stance_holder);
}

void Workbench::make_stance(const StanceDraft& draft) {
    edit::MakeStance command{draft.holder,
                             draft.target,
                             draft.polarity.value_or(model::Polarity::unclear),
                             draft.evidence,
                             model::Certainty::explicit_,
                             draft.new_target};
    auto done = history_.run(document()->id, std::move(command), stamp());
    if (!done) return say(done.error().message, true);
    after_change(*done);
    view.clear_selection();
    if (!done->touched.empty()) focus_on(done->touched.front());
}

}  // namespace standpoint::web
