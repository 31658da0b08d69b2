// The workbench where things meet: articles that go while something of them is in hand, proposals
// that arrive while somebody works, several files at once, keys of other keyboards.

#include <doctest/doctest.h>

#include "core/exchange/jsonl.hpp"
#include "tests/unit/workbench_desk.hpp"
#include "web/app/actions.hpp"

using namespace standpoint;
using web::article;
using web::Desk;

TEST_CASE("annotated articles that are imported together are left as they are") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("Ida Holm");
    desk.bench.label("PER");
    std::string jsonl;
    for (const char* id : {"x", "y", "z"}) {
        model::Document d = *desk.bench.document();
        d.id = id;
        jsonl += exchange::write_jsonl_line(d) + "\n";
    }
    Desk other;
    other.bench.open_bytes("three.jsonl", jsonl);
    REQUIRE(other.bench.project().documents.size() == 3);
    CHECK(other.host.posted.empty());
    CHECK(other.bench.progress(2).total == 1);
    other.bench.undo();
    CHECK(other.bench.project().documents.empty());
    CHECK(other.bench.document() == nullptr);
}

TEST_CASE("removing an article leaves nothing of it in hand, and undo shows it again") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("Ida Holm");
    desk.bench.label("PER");
    desk.add_without_proposals("Another article with a Name in it.\nAnd a second line.\n");
    desk.select("Name");
    desk.bench.label("PER");
    desk.bench.open_document(0);
    desk.bench.focus_on(web::Ref{model::Kind::mention, desk.bench.document()->mentions[0].id});
    const std::string removed = desk.bench.document()->id;
    web::perform(desk.bench, "article.remove");
    CHECK(desk.bench.project().documents.size() == 1);
    CHECK_FALSE(desk.bench.focus());
    CHECK(desk.bench.progress(0).total == 1);
    desk.bench.undo();
    CHECK(desk.bench.document()->id == removed);
}

TEST_CASE("removing a target moves on to something that is still there") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("Sund Lines welcomed the plan.");
    REQUIRE(desk.bench.run(edit::MakeStance{{0, "shops"},
                                            0,
                                            model::Polarity::favor,
                                            {desk.find("We oppose the toll")},
                                            model::Certainty::explicit_,
                                            "A toll"}));
    desk.bench.view.clear_selection();
    desk.bench.focus_on(web::Ref{model::Kind::target, desk.bench.document()->targets[0].id});
    desk.bench.remove();
    CHECK(desk.bench.document()->stances.empty());
    CHECK_FALSE(desk.bench.focus());
    desk.bench.toggle_flag();  // the article's own flag now
    CHECK(desk.bench.document()->info.flagged);
}

TEST_CASE("a score is a whole number with a point or a comma, or nothing is accepted") {
    Desk desk;
    desk.bench.add_article(article, {});
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.job_finished(job, result);
    const auto answer = [&](const char* words) {
        desk.bench.ask(web::Prompt::Purpose::accept_above);
        web::Prompt prompt = std::get<web::Prompt>(desk.bench.dialog);
        prompt.text = words;
        desk.bench.answer(prompt);
        return desk.bench.derived().progress.decided;
    };
    CHECK(answer("0.9x") == 0);
    CHECK(answer("nan") == 0);
    CHECK(answer("2") == 0);
    const std::size_t some = answer("0,9");
    CHECK(some < desk.bench.derived().progress.total);
    CHECK(answer("0") == desk.bench.derived().progress.total);
}

TEST_CASE("what was proposed on a text that is gone never lands in another") {
    Desk desk;
    desk.bench.add_article(article, {});
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.undo();
    desk.bench.add_article("Bridge plan divides the town\nQuite another text.\n", {});
    desk.bench.job_finished(job, result);
    CHECK(desk.bench.document()->mentions.empty());
    CHECK(desk.host.posted.size() == 1);
}

TEST_CASE("proposals that arrive leave the person's selection and undo alone") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("Ida Holm");
    desk.bench.label("PER");
    desk.bench.focus_on(std::nullopt);
    const std::string first = desk.bench.document()->id;
    desk.bench.add_article("Mayor Bo Lee said no.\nMore of it.\n", {});
    desk.bench.open_document(0);
    desk.select("Sund Lines");
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.job_finished(job, result);
    CHECK(desk.bench.selection());
    CHECK_FALSE(desk.bench.focus());
    REQUIRE_FALSE(desk.bench.project().documents[1].mentions.empty());
    desk.bench.undo();  // the second article, with what was proposed in it
    CHECK(desk.bench.project().documents.size() == 1);
    desk.bench.undo();  // the label
    CHECK(desk.bench.document()->mentions.empty());
}

TEST_CASE("with words selected, keys for the item in hand do not touch it") {
    Desk desk;
    desk.add_without_proposals();
    desk.select("Ida Holm");
    desk.bench.label("PER");
    const std::string before = desk.snapshot();
    desk.select("Sund Lines");
    for (const char* action : {"item.remove", "item.reject", "edge.grow_right"}) {
        web::perform(desk.bench, action);
    }
    CHECK(desk.snapshot() == before);
    desk.select(" ");
    desk.bench.label("ORG");
    CHECK(desk.snapshot() == before);
}

TEST_CASE("several files that need an answer are asked about one after another") {
    Desk desk;
    desk.add_without_proposals();
    const std::string line = exchange::write_jsonl_line(*desk.bench.document());
    desk.bench.open_bytes("a.jsonl", line + "\nbroken\n");
    desk.bench.open_bytes("b.jsonl", line + "\nbroken too\n");
    desk.bench.open_bytes("c.txt", "A plain text.\nWith two lines.\n");
    REQUIRE(std::holds_alternative<web::PendingImport>(desk.bench.dialog));
    CHECK(std::get<web::PendingImport>(desk.bench.dialog).name == "a.jsonl");
    desk.bench.finish_import(std::get<web::PendingImport>(desk.bench.dialog), false);
    desk.bench.refresh();
    REQUIRE(std::holds_alternative<web::PendingImport>(desk.bench.dialog));
    CHECK(std::get<web::PendingImport>(desk.bench.dialog).name == "b.jsonl");
    CHECK(desk.bench.project().documents.size() == 3);
}

TEST_CASE("letters work on a keyboard of another script") {
    const web::Action* undo = web::action_for({"я", "KeyZ", true, false, false, false});
    REQUIRE(undo != nullptr);
    CHECK(undo->name == "edit.undo");
    CHECK(web::action_for({"Ы", "KeyS", false, true, false, false})->name == "entity.split");
}

TEST_CASE("escape says when there was nothing to clear") {
    Desk desk;
    CHECK_FALSE(desk.bench.escape());
    web::perform(desk.bench, "page.documents");
    CHECK_FALSE(desk.bench.escape());
    web::perform(desk.bench, "page.keys");
    CHECK(desk.bench.escape());
    CHECK_FALSE(desk.bench.escape());
}

TEST_CASE("notes reach the item in hand, its entity, and the article") {
    Desk desk;
    desk.add_without_proposals();
    const auto write = [&desk](web::Prompt::Purpose purpose, const char* words) {
        desk.bench.ask(purpose);
        web::Prompt prompt = std::get<web::Prompt>(desk.bench.dialog);
        prompt.text = words;
        desk.bench.answer(prompt);
    };
    write(web::Prompt::Purpose::note, "Check the date.");
    CHECK(desk.bench.document()->info.note == "Check the date.");
    desk.select("Ida Holm");
    desk.bench.label("PER");
    write(web::Prompt::Purpose::note, "Irony? é 日 😀");
    write(web::Prompt::Purpose::entity_note, "The mayor.");
    const model::Mention& m = desk.bench.document()->mentions[0];
    CHECK(m.provenance.note == "Irony? é 日 😀");
    CHECK(desk.bench.document()->entities.find(m.entity)->note == "The mayor.");
}
