// The page's state and keys, without a browser: what an annotator does in a session.

#include "web/app/workbench.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/exchange/jsonl.hpp"
#include "core/exchange/project_json.hpp"
#include "tests/unit/workbench_desk.hpp"
#include "web/app/actions.hpp"

using namespace standpoint;
using web::article;
using web::Desk;
using web::Workbench;

namespace {

const model::Mention* mention_on(const Workbench& bench, text::Span span) {
    for (const model::Mention& m : bench.document()->mentions) {
        if (m.span == span) return &m;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("an article is pasted, proposed on in the background, and reviewed by keys alone") {
    Desk desk;
    desk.bench.add_article(article, {});
    REQUIRE(desk.bench.document() != nullptr);
    CHECK(desk.bench.document()->info.title == "Bridge plan divides the town");
    CHECK(desk.bench.extracting(desk.bench.document()->id));
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.job_finished(job, result);
    CHECK_FALSE(desk.bench.working());
    const model::Progress before = desk.bench.derived().progress;
    REQUIRE(before.total > 3);
    CHECK(before.decided == 0);
    // The first item is in hand; Enter accepts it and goes on to the next undecided.
    REQUIRE(desk.bench.focus());
    const web::Ref first = *desk.bench.focus();
    web::perform(desk.bench, "item.accept");
    CHECK(web::provenance_of(*desk.bench.document(), first)->decision == model::Decision::accepted);
    CHECK(desk.bench.focus() != first);
    const web::Ref second = *desk.bench.focus();
    web::perform(desk.bench, "item.reject");
    CHECK(web::provenance_of(*desk.bench.document(), second)->decision ==
          model::Decision::rejected);
    // To the end, and the page says so.
    for (std::size_t i = 0; i < before.total; ++i) web::perform(desk.bench, "item.accept");
    CHECK(desk.bench.derived().progress.decided == desk.bench.derived().progress.total);
    CHECK(desk.host.said.back() == "Nothing is left to decide in this article.");
    CHECK(desk.host.unsaved);
}

TEST_CASE("proposals that come after a cancel are ignored") {
    Desk desk;
    desk.bench.add_article(article, {});
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.cancel_job();
    desk.bench.job_finished(job, result);
    CHECK(desk.bench.document()->mentions.empty());
}

TEST_CASE("dates and quantities are proposed on demand, and what was accepted of them stays") {
    Desk desk;
    desk.bench.add_article("Toll begins\nJune 5, 2024\nIt starts next Monday, at 5 euros.\n", {});
    const auto finish = [&] {
        std::uint32_t job = 0;
        const std::string result = desk.host.work(job);
        desk.bench.job_finished(job, result);
        desk.bench.refresh();
    };
    finish();
    const text::Span monday = desk.find("next Monday"), sum = desk.find("5 euros");
    CHECK(mention_on(desk.bench, monday) == nullptr);
    web::perform(desk.bench, "article.quantities");
    finish();
    REQUIRE(mention_on(desk.bench, monday) != nullptr);
    CHECK(mention_on(desk.bench, monday)->normal == "2024-06-10");
    REQUIRE(mention_on(desk.bench, sum) != nullptr);
    CHECK(mention_on(desk.bench, sum)->normal == "EUR 5");
    desk.bench.focus_on(web::Ref{model::Kind::mention, mention_on(desk.bench, sum)->id});
    web::perform(desk.bench, "item.accept");
    web::perform(desk.bench, "article.quantities");
    finish();
    CHECK(mention_on(desk.bench, monday) == nullptr);
    REQUIRE(mention_on(desk.bench, sum) != nullptr);
    CHECK(mention_on(desk.bench, sum)->normal == "EUR 5");
}

TEST_CASE("a selection is labelled, and undone and redone byte for byte") {
    Desk desk;
    desk.add_without_proposals();
    const std::string before = desk.snapshot();
    desk.select("Ida Holm");
    desk.bench.label("PER");
    const model::Mention* m = mention_on(desk.bench, desk.find("Ida Holm"));
    REQUIRE(m != nullptr);
    CHECK(m->label == "PER");
    CHECK(m->provenance.origin == model::Origin::human);
    CHECK(m->provenance.annotator == desk.bench.project().annotator);
    CHECK(m->provenance.time_ms == desk.host.time_ms);
    CHECK_FALSE(desk.bench.selection());
    const std::string after = desk.snapshot();
    desk.bench.undo();
    CHECK(desk.snapshot() == before);
    desk.bench.redo();
    CHECK(desk.snapshot() == after);
}

TEST_CASE("white space at the ends of a selection is not labelled") {
    Desk desk;
    desk.add_without_proposals();
    desk.select(" Ida Holm ");
    desk.bench.label("PER");
    CHECK(mention_on(desk.bench, desk.find("Ida Holm")) != nullptr);
}

TEST_CASE("every occurrence is previewed, and labelled as one undo step") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("Holm");
    desk.bench.preview_every();
    auto* every = std::get_if<web::Occurrences>(&desk.bench.dialog);
    REQUIRE(every != nullptr);
    REQUIRE(every->spans.size() == 2);
    every->label = "PER";
    const std::size_t steps = desk.bench.history().steps().size();
    desk.bench.confirm_every();
    CHECK(desk.bench.document()->mentions.size() == 2);
    CHECK(desk.bench.history().steps().size() == steps + 1);
    desk.bench.undo();
    CHECK(desk.bench.document()->mentions.empty());
}

TEST_CASE("a statement is made from a selection, then its source and cue") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("“We oppose the toll,”");
    desk.bench.make_statement();
    REQUIRE(desk.bench.statement());
    desk.bench.view.select({desk.find("Holm said.").begin, desk.find("Holm said.").begin + 4});
    desk.bench.set_source();
    const text::Span said = desk.find("said.");
    desk.bench.view.select({said.begin, said.begin + 4});
    desk.bench.set_cue();
    const model::Attribution* a = desk.bench.document()->attributions.find(*desk.bench.statement());
    REQUIRE(a != nullptr);
    CHECK(text::slice(desk.bench.document()->text, *a->source) == "Holm");
    CHECK(text::slice(desk.bench.document()->text, *a->cue) == "said");
    CHECK(model::name_of(a->holder, *desk.bench.document()) == "Holm");
}

TEST_CASE("a stance is made by three choices, with a new target, as one undo step") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("Sund Lines");
    desk.bench.label("ORG");
    const std::string before = desk.snapshot();
    desk.select("Sund Lines welcomed the plan.");
    desk.bench.begin_stance(model::Polarity::favor);
    auto* stance = std::get_if<web::StancePicker>(&desk.bench.dialog);
    REQUIRE(stance != nullptr);
    REQUIRE(stance->picker.purpose == web::Picker::Purpose::stance_holder);
    REQUIRE_FALSE(stance->picker.options.empty());
    CHECK(stance->picker.options.front().text == "Sund Lines");
    desk.bench.picked(stance->picker, 0);
    stance = std::get_if<web::StancePicker>(&desk.bench.dialog);
    REQUIRE(stance != nullptr);
    REQUIRE(stance->picker.purpose == web::Picker::Purpose::stance_target);
    web::Picker typed = stance->picker;
    typed.typed = "A toll on the bridge";
    desk.bench.picked(typed, std::nullopt);
    REQUIRE(desk.bench.document()->stances.size() == 1);
    const model::Stance& made = desk.bench.document()->stances[0];
    CHECK(made.polarity == model::Polarity::favor);
    CHECK(model::target_text(*desk.bench.document(), made.target) == "A toll on the bridge");
    CHECK(desk.bench.derived().table.cells.size() == 1);
    desk.bench.undo();
    CHECK(desk.snapshot() == before);
}

TEST_CASE("a polarity key on a suggested stance decides it and goes on") {
    Desk desk;
    desk.add_without_proposals();
    model::Suggestions s;
    s.targets.push_back({1, "P1", "A toll", {}, {}});
    model::Stance stance;
    stance.id = 2;
    stance.holder.phrase = "shops";
    stance.target = 1;
    stance.polarity = model::Polarity::favor;
    stance.evidence = {desk.find("We oppose the toll")};
    stance.provenance.decision = model::Decision::suggested;
    stance.provenance.origin = model::Origin::rule;
    s.stances.push_back(stance);
    REQUIRE(desk.bench.run(edit::Propose{s}));
    const model::Id id = desk.bench.document()->stances[0].id;
    desk.bench.focus_on(web::Ref{model::Kind::stance, id});
    desk.bench.set_polarity(model::Polarity::against);
    const model::Stance* now = desk.bench.document()->stances.find(id);
    CHECK(now->polarity == model::Polarity::against);
    CHECK(now->provenance.decision == model::Decision::accepted);
}

TEST_CASE("what is exported, read back, is what was on the screen") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("Ida Holm");
    desk.bench.label("PER");
    desk.bench.save_project();
    REQUIRE(desk.host.downloads.size() == 1);
    CHECK_FALSE(desk.host.unsaved);
    Desk other;
    other.bench.open_bytes("p.json", desk.host.downloads.begin()->second);
    CHECK(other.bench.project() == desk.bench.project());

    const std::string jsonl = desk.bench.export_bytes({});
    exchange::Report report;
    const auto documents = exchange::read_jsonl(jsonl, report);
    REQUIRE(documents.size() == 1);
    CHECK(report.clean());
    CHECK(documents.front() == *desk.bench.document());
}

TEST_CASE("exporting only what was accepted leaves suggestions and rejections out") {
    Desk desk;
    desk.bench.add_article(article, {});
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.job_finished(job, result);
    desk.bench.decide(model::Decision::accepted);
    desk.bench.decide(model::Decision::rejected);
    web::ExportChoice choice;
    choice.suggestions = choice.rejections = false;
    exchange::Report report;
    const auto documents = exchange::read_jsonl(desk.bench.export_bytes(choice), report);
    REQUIRE(documents.size() == 1);
    CHECK_FALSE(model::problem_in(documents.front()));
    CHECK(documents.front().mentions.size() + documents.front().attributions.size() == 1);
}

TEST_CASE("what cannot be read says why and changes nothing") {
    Desk desk;
    desk.add_without_proposals();
    const std::string before = desk.snapshot();
    desk.bench.open_bytes("x.txt", "abc\xFF\xFE z");
    REQUIRE(desk.bench.toast());
    CHECK(desk.bench.toast()->problem);
    desk.bench.open_bytes("y.json", R"({"format":"standpoint-project","version":99})");
    CHECK(desk.bench.toast()->text.find("newer") != std::string::npos);
    desk.bench.add_article("  \n ", {});
    CHECK(desk.snapshot() == before);
}

TEST_CASE("keys are found as they are typed, on any keyboard") {
    const auto name = [](std::string_view key, bool control, bool shift) {
        const web::Action* action = web::action_for({key, "", control, shift, false, false});
        return action ? action->name : std::string_view("none");
    };
    CHECK(name("Enter", false, false) == "item.accept");
    CHECK(name("x", false, false) == "item.reject");
    CHECK(name("X", false, false) == "item.reject");  // Caps Lock
    CHECK(name("Tab", false, true) == "review.previous");
    CHECK(name("z", true, false) == "edit.undo");
    CHECK(name("Z", true, true) == "edit.redo");
    CHECK(name("?", false, true) == "page.keys");
    CHECK(name("{", false, true) == "edge.grow_left");
    CHECK(name("s", false, false) == "stance.make");
    CHECK(name("S", false, true) == "entity.split");
    CHECK(name("k", true, false) == "page.commands");
    CHECK(name("7", false, false) == "none");
}

TEST_CASE("no key is bound twice, and no label's key is an action's") {
    std::vector<std::string> keys;
    for (const web::Action& action : web::actions()) {
        std::string_view rest = action.keys;
        while (!rest.empty()) {
            const std::size_t blank = rest.find(' ');
            keys.emplace_back(rest.substr(0, blank));
            rest = blank == std::string_view::npos ? "" : rest.substr(blank + 1);
        }
    }
    for (const model::Label& label : model::default_codebook().labels) {
        if (label.hotkey) keys.emplace_back(1, label.hotkey);
    }
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("an action whose precondition fails says so and does nothing") {
    Desk desk;
    web::perform(desk.bench, "item.accept");
    CHECK(desk.host.said.back() == "Add an article first.");
    desk.add_without_proposals();
    web::perform(desk.bench, "statement.make");
    CHECK(desk.host.said.back() == "Select some words first.");
}

TEST_CASE("what was said last goes away in its time, though something was said shortly before") {
    Desk desk;
    desk.bench.say("One.");
    desk.host.time_ms += 4000;
    desk.bench.say("Two.");
    desk.host.time_ms += 1100;  // the repaint that the first one asked for
    desk.bench.refresh();
    REQUIRE(desk.bench.toast());
    CHECK(desk.host.repaint_in == doctest::Approx(3.95));
    desk.host.time_ms += 3950;
    desk.bench.refresh();
    CHECK_FALSE(desk.bench.toast());
}

TEST_CASE("the threshold folds suggestions away and says how many; all above it are accepted") {
    Desk desk;
    desk.bench.add_article(article, {});
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.job_finished(job, result);
    desk.bench.refresh();
    const std::size_t drawn = desk.bench.view.decorations().size();
    REQUIRE(drawn > 0);

    const std::string before = desk.snapshot();
    desk.bench.fold_below(0.95F);
    desk.bench.focus_on({});
    desk.bench.refresh();
    const std::size_t folded = desk.bench.derived().folded;
    REQUIRE(folded > 0);
    CHECK(desk.bench.folded_words() == std::to_string(folded) + " more below 95 %");
    CHECK(desk.bench.view.decorations().size() < drawn);
    CHECK(desk.snapshot() == before);

    desk.bench.toggle_fold();
    desk.bench.refresh();
    CHECK(desk.bench.view.decorations().size() == drawn);

    desk.bench.toggle_fold();
    desk.bench.ask(web::Prompt::Purpose::accept_above);
    web::Prompt prompt = std::get<web::Prompt>(desk.bench.dialog);
    CHECK(prompt.text == "0.95");
    desk.bench.answer(prompt);
    CHECK(desk.bench.derived().folded == folded);
    for (const auto& m : desk.bench.document()->mentions) {
        CHECK((m.provenance.decision == model::Decision::suggested) ==
              (m.provenance.score < 0.95F));
    }
    desk.bench.advance();
    CHECK(desk.host.said.back() ==
          "Nothing is left to decide in this article, but for what is folded: " +
              desk.bench.folded_words() + ".");
}
