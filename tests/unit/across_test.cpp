#include "web/app/across.hpp"

#include "tests/unit/workbench_desk.hpp"
#include "web/app/actions.hpp"

using namespace standpoint;
using web::Desk;

namespace {

// Accepts the words as a mention of their own entity; its id.
model::Id name(Desk& desk, const char* words, const char* label) {
    REQUIRE(desk.bench.run(edit::AddMention{desk.find(words), label, 0}));
    model::Id found = 0;
    for (const model::Mention& m : desk.bench.document()->mentions)
        if (text::slice(desk.bench.document()->text, m.span) == words) found = m.id;
    return found;
}

model::Id entity_of(Desk& desk, model::Id mention) {
    return desk.bench.document()->mentions.find(mention)->entity;
}

}  // namespace

TEST_CASE("an entity is found in the other articles, until a person parts the two") {
    Desk desk;
    desk.add_without_proposals();
    const model::Id first = entity_of(desk, name(desk, "Ida Holm", "PER"));
    desk.bench.add_article("A second piece\nIda Holm left.\n", {});
    desk.bench.cancel_job();
    const model::Id second = entity_of(desk, name(desk, "Ida Holm", "PER"));
    desk.bench.refresh();
    desk.bench.show_entity(second);
    CHECK(desk.bench.elsewhere() == std::vector<model::EntityAt>{{0, first}});

    web::perform(desk.bench, "entity.across");
    REQUIRE(std::holds_alternative<web::Prompt>(desk.bench.dialog));
    web::Prompt prompt = std::get<web::Prompt>(desk.bench.dialog);
    CHECK(prompt.text == "Ida Holm");
    prompt.text = "Ida Holm (a swimmer)";
    desk.bench.answer(prompt);
    CHECK(desk.bench.elsewhere().empty());
    web::perform(desk.bench, "edit.undo");
    desk.bench.show_entity(second);
    CHECK(desk.bench.elsewhere() == std::vector<model::EntityAt>{{0, first}});
}

TEST_CASE("a capital is read as its government, and as the town again") {
    Desk desk;
    desk.bench.add_article("Talks\nOslo warned that it would not sign.\n", {});
    std::uint32_t job = 0;
    const std::string result = desk.host.work(job);
    desk.bench.job_finished(job, result);
    desk.bench.refresh();
    const auto oslo = [&] {
        const model::Mention* found = nullptr;
        for (const model::Mention& m : desk.bench.document()->mentions)
            if (m.span == desk.find("Oslo")) found = &m;
        REQUIRE(found != nullptr);
        return found;
    };
    const auto named = [&] {
        return desk.bench.document()->entities.find(oslo()->entity)->canonical;
    };
    CHECK(named() == "Oslo");
    desk.bench.focus_on(web::Ref{model::Kind::mention, oslo()->id});
    web::perform(desk.bench, "entity.alternative");
    CHECK(named() == "Norway");
    CHECK(desk.bench.entity() == oslo()->entity);
    web::perform(desk.bench, "entity.alternative");
    CHECK(named() == "Oslo");
}
