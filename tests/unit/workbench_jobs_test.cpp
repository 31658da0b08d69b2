// What is too long for a frame: read in the worker, taken in between frames, and all of it or
// nothing.

#include <doctest/doctest.h>

#include <algorithm>

#include "core/exchange/jsonl.hpp"
#include "tests/unit/workbench_desk.hpp"

using namespace standpoint;
using web::article;
using web::Desk;

namespace {

std::string long_article() {
    std::string text;
    while (text.size() < 120'000) text += article;
    return text;
}

// The worker's answer to the oldest job is given to the workbench.
void answer(Desk& desk) {
    desk.bench.refresh();  // with which a long job is sent
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.job_finished(job, result);
}

// Frames until all is taken in; how many.
int frames(Desk& desk) {
    int count = 0;
    for (; desk.bench.working() && desk.host.posted.empty(); ++count) desk.bench.refresh();
    return count;
}

// A desk whose clock allows one step a frame, with a long article that waits for its proposals.
struct SlowDesk : Desk {
    SlowDesk() {
        bench.add_article(long_article(), "town.txt");
        answer(*this);
        host.ms_a_look = 3;
    }
};

}  // namespace

TEST_CASE("a long text is read by the worker, and can be cancelled") {
    Desk desk;
    desk.bench.add_article(long_article(), "town.txt");
    CHECK(desk.bench.project().documents.empty());
    REQUIRE(desk.bench.working());
    CHECK(desk.bench.working()->words == "Opening town.txt");
    desk.bench.cancel_job();
    CHECK_FALSE(desk.bench.working());
    CHECK(desk.host.said.back() == "Opening town.txt cancelled.");

    desk.bench.add_article(long_article(), "");
    CHECK(desk.bench.working()->words == "Opening the pasted text");
    answer(desk);
    REQUIRE(desk.bench.document());
    CHECK(desk.bench.document()->text == long_article());
    CHECK(desk.bench.document()->id == "bridge-plan-divides-the-town");
    CHECK(desk.bench.working()->words == "Proposing");
}

TEST_CASE("proposals are taken in over many frames, in one step of the history") {
    SlowDesk slow;
    const std::string before = slow.snapshot();
    slow.bench.refresh();
    std::uint32_t job = 0;
    const std::string result = slow.host.work(job);
    slow.bench.job_finished(job, result);
    CHECK(slow.snapshot() == before);
    CHECK(frames(slow) > 10);
    const std::string after = slow.snapshot();
    CHECK_FALSE(slow.bench.document()->mentions.empty());
    CHECK(slow.bench.history().steps().size() == 2);
    CHECK(slow.bench.history().steps().back().background);

    Desk at_once;
    at_once.bench.add_article(long_article(), "town.txt");
    answer(at_once);
    at_once.bench.refresh();
    at_once.bench.job_finished(job, result);
    CHECK(at_once.bench.document()->mentions == slow.bench.document()->mentions);
    CHECK(at_once.bench.document()->stances == slow.bench.document()->stances);
    CHECK(at_once.bench.document()->next_id == slow.bench.document()->next_id);
}

TEST_CASE("proposals that are cancelled half taken in leave nothing") {
    SlowDesk slow;
    const std::string before = slow.snapshot();
    answer(slow);
    for (int i = 0; i < 8; ++i) slow.bench.refresh();
    slow.bench.cancel_job();
    CHECK(frames(slow) == 0);
    CHECK(slow.snapshot() == before);
}

TEST_CASE("proposals half taken in go with their article") {
    SlowDesk slow;
    answer(slow);
    slow.bench.refresh();
    slow.bench.undo();
    CHECK_FALSE(slow.bench.working());
    slow.bench.refresh();
    CHECK(slow.bench.project().documents.empty());
}

TEST_CASE("what is decided while proposals are taken in stands beside them") {
    for (const int frames_before : {1, 6, 12, 18, 24}) {
        CAPTURE(frames_before);
        SlowDesk slow;
        answer(slow);
        for (int i = 0; i < frames_before; ++i) slow.bench.refresh();
        slow.bench.view.select({29, 43});  // "Mayor Ida Holm"
        slow.bench.label("ORG");
        REQUIRE(slow.bench.document()->mentions.size() == 1);
        frames(slow);
        const auto& mentions = slow.bench.document()->mentions;
        CHECK(mentions.size() > 100);
        const auto same_place = [](const model::Mention& m) {
            return m.span == text::Span{29, 43};
        };
        CHECK(std::count_if(mentions.begin(), mentions.end(), same_place) == 1);
        CHECK_FALSE(model::problem_in(*slow.bench.document()));
    }
}

TEST_CASE("long files are read by the worker: before proposals, and as they were") {
    SlowDesk slow;
    answer(slow);
    frames(slow);
    const std::string saved = slow.snapshot();
    const std::string line = exchange::write_jsonl_line(*slow.bench.document());

    Desk desk;
    desk.bench.add_article(article, {});
    desk.bench.add_article("Mayor Bo Lee said no.\nMore of it.\n", {});
    desk.bench.open_bytes("town.jsonl", line);
    desk.bench.open_bytes("town.standpoint.json", saved);
    answer(desk);  // the proposals that were being made
    CHECK(desk.bench.working()->words == "Opening town.jsonl");
    desk.host.ms_a_look = 3;
    answer(desk);
    CHECK(desk.bench.project().documents.size() == 2);
    CHECK(frames(desk) > 3);
    REQUIRE(desk.bench.project().documents.size() == 3);
    CHECK(exchange::write_jsonl_line(desk.bench.project().documents[2]) == line);
    CHECK(desk.bench.working()->words == "Opening town.standpoint.json");
    desk.host.ms_a_look = 0;
    answer(desk);
    REQUIRE(std::holds_alternative<web::PendingImport>(desk.bench.dialog));
    desk.bench.finish_import(std::get<web::PendingImport>(std::move(desk.bench.dialog)), true);
    CHECK(desk.snapshot() == saved);
    CHECK_FALSE(desk.bench.working());
}

TEST_CASE("an answer that is broken is said to be, and the next job runs") {
    Desk desk;
    desk.bench.add_article(article, {});
    desk.bench.add_article("Mayor Bo Lee said no.\nMore of it.\n", {});
    std::uint32_t job = 0;
    std::string result = desk.host.work(job);
    result.resize(result.size() / 2);
    desk.bench.job_finished(job, result);
    CHECK(desk.host.said.back() == "No proposals could be made: What the worker sent is broken.");
    answer(desk);
    CHECK_FALSE(desk.bench.document()->mentions.empty());
    CHECK_FALSE(desk.bench.working());
}
