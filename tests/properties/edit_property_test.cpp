// What holds for every command on every project.
#include <doctest/doctest.h>

#include <set>

#include "core/edit/history.hpp"
#include "core/exchange/project_json.hpp"
#include "tests/properties/random_project.hpp"

namespace standpoint::properties {

namespace {

// Runs random commands in one project; calls `after` with the project before each that succeeded.
template <class F>
void run_commands(std::uint64_t seed, std::size_t commands, edit::History& history, F after) {
    Random random(seed);
    history.open(random_project(random));
    REQUIRE(model::problem_in(history.project()).value_or("") == "");
    for (std::size_t i = 0; i < commands; ++i) {
        const model::Project before = history.project();
        const auto& documents = before.documents;
        const model::Document& d = documents[random.below(documents.size())];
        edit::Command command = random_command(random, before, d);
        const edit::Stamp stamp{random.chance(80) ? "ada" : "bo", static_cast<std::int64_t>(i)};
        const std::string name(name_of(command).name);
        CAPTURE(seed);
        CAPTURE(i);
        CAPTURE(name);
        const auto predicted = edit::problem(before, d.id, command);
        const auto done = history.run(d.id, std::move(command), stamp);
        CHECK(bool(done) == !predicted);
        if (!done) {
            CHECK(done.error().message == *predicted);
            CHECK(history.project() == before);
            continue;
        }
        CHECK(model::problem_in(history.project()).value_or("") == "");
        after(before, *done);
    }
}

// Entities that nothing refers to.
std::set<Id> unreferenced(const model::Document& d) {
    std::set<Id> ids;
    for (const auto& e : d.entities) ids.insert(e.id);
    for (const auto& m : d.mentions) ids.erase(m.entity);
    for (const auto& a : d.attributions) ids.erase(a.holder.entity);
    for (const auto& s : d.stances) {
        ids.erase(s.holder.entity);
        ids.erase(s.target);
    }
    return ids;
}

}  // namespace

TEST_CASE("every command keeps the project sound, and its undo restores it byte for byte") {
    std::size_t done_commands = 0, refused = 0;
    std::set<std::string> titles;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        edit::History history;
        std::size_t succeeded = 0;
        run_commands(seed, 60, history, [&](const model::Project& before, const edit::Done& done) {
            ++succeeded;
            titles.insert(done.title.substr(0, done.title.find(' ')));
            const model::Project after = history.project();
            if (after == before) return;
            CHECK(history.undo());
            CHECK(history.project() == before);
            CHECK(exchange::write_project(history.project()) == exchange::write_project(before));
            CHECK(history.redo());
            CHECK(history.project() == after);
        });
        done_commands += succeeded;
        refused += 60 - succeeded;
    }
    // The generator is worth its name: most commands succeed, many are refused.
    CHECK(done_commands > 1800);
    CHECK(refused > 300);
    CHECK(titles.size() > 15);
}

TEST_CASE("undoing all and redoing all leads back and forth") {
    for (std::uint64_t seed = 100; seed < 130; ++seed) {
        CAPTURE(seed);
        edit::History history;
        model::Project first;
        bool started = false;
        run_commands(seed, 120, history, [&](const model::Project& before, const edit::Done&) {
            if (!started) first = before;
            started = true;
        });
        const model::Project last = history.project();
        const std::size_t steps = history.steps().size();
        CHECK(steps > 10);
        while (history.can_undo()) CHECK(history.undo());
        CHECK(history.project() == first);
        CHECK(!history.dirty());
        while (history.can_redo()) CHECK(history.redo());
        CHECK(history.project() == last);
        CHECK(history.steps().size() == steps);
        // And from the middle.
        for (std::size_t i = 0; i < steps / 2; ++i) CHECK(history.undo());
        const model::Project middle = history.project();
        while (history.can_undo()) CHECK(history.undo());
        for (std::size_t i = 0; i < steps - steps / 2; ++i) CHECK(history.redo());
        CHECK(history.project() == middle);
    }
}

TEST_CASE("no command leaves behind an entity that has lost its last reference") {
    for (std::uint64_t seed = 200; seed < 240; ++seed) {
        edit::History history;
        run_commands(seed, 50, history, [&](const model::Project& before, const edit::Done&) {
            for (const model::Document& d : history.project().documents) {
                const model::Document* old = before.document(d.id);
                if (!old) continue;
                const std::set<Id> lonely_before = unreferenced(*old);
                for (const Id id : unreferenced(d)) CHECK(lonely_before.count(id) == 1);
            }
        });
    }
}

TEST_CASE("proposals never touch a decision, and proposing twice changes nothing") {
    for (std::uint64_t seed = 300; seed < 500; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        edit::History history(random_project(random));
        const std::string id = history.project().documents[0].id;
        const model::Document before = *history.project().document(id);
        const model::Suggestions proposals = random_suggestions(random, before, 30);
        const auto done = history.run(id, edit::Propose{proposals}, {});
        CHECK_MESSAGE(done, (done ? "" : done.error().message));
        const model::Document& after = *history.project().document(id);
        CHECK(model::problem_in(after).value_or("") == "");

        const auto check_kept = [](const auto& old_items, const auto& new_items) {
            for (const auto& item : old_items) {
                const auto& p = item.provenance;
                if (p.decision == model::Decision::suggested && p.origin != model::Origin::human &&
                    p.note.empty() && !p.flagged) {
                    continue;
                }
                const auto* there = new_items.find(item.id);
                CHECK(there);
                if (there) CHECK(*there == item);
            }
        };
        check_kept(before.mentions, after.mentions);
        check_kept(before.attributions, after.attributions);
        check_kept(before.targets, after.targets);
        check_kept(before.stances, after.stances);

        // No two mentions say the same, unless they did before.
        std::set<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::string>> seen;
        for (const auto& m : after.mentions) {
            const bool is_new = seen.insert({{m.span.begin, m.span.end}, m.label}).second;
            if (!is_new) CHECK(before.mentions.find(m.id));
        }

        const model::Project once = history.project();
        CHECK(history.run(id, edit::Propose{proposals}, {}));
        CHECK(history.project() == once);
        if (history.can_undo()) CHECK(history.undo());
        CHECK(*history.project().document(id) == before);
    }
}

TEST_CASE("every occurrence reads as the span does, in order and without overlaps") {
    for (std::uint64_t seed = 600; seed < 700; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const model::Document d = random_document(random, "d");
        if (d.text.empty()) continue;
        Generator g(random, d, true);
        for (int i = 0; i < 20; ++i) {
            const Span span = g.span();
            std::uint32_t reach = 0;
            bool itself = false;
            for (const Span& found : edit::occurrences(d, span)) {
                CHECK(text::slice(d.text, found) == text::slice(d.text, span));
                CHECK(found.begin >= reach);
                reach = found.end;
                itself = itself || found == span;
            }
            CHECK(itself);
        }
    }
}

}  // namespace standpoint::properties
