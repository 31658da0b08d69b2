#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

namespace {

Mention mention(Id id, Span span) {
    Mention m;
    m.id = id;
    m.span = span;
    m.label = "PER";
    return m;
}

// The project with the ids 1 to n as mentions.
model::Project with_mentions(Id n) {
    model::Project project = Desk().project();
    std::vector<Edit> edits;
    for (Id id = 1; id <= n; ++id) edits.push_back(Put{"d", mention(id, {id, id + 3}), 0});
    CHECK(apply_all(project, std::move(edits)));
    return project;
}

// Applies, and checks that the inverse leads back and that its inverse leads forth again.
void check_inverse(model::Project project, const std::vector<Edit>& edits) {
    const model::Project before = project;
    auto undo = apply_all(project, edits);
    REQUIRE(undo);
    const model::Project after = project;
    auto redo = apply_all(project, *undo);
    REQUIRE(redo);
    CHECK(project == before);
    REQUIRE(apply_all(project, *redo));
    CHECK(project == after);
}

}  // namespace

TEST_CASE("every primitive edit returns its inverse") {
    const model::Project project = with_mentions(6);
    Entity entity;
    entity.id = 20;
    entity.canonical = "Okoye";
    Document other = project.documents[0];
    other.id = "e";
    Document changed = project.documents[0];
    changed.info.title = "changed";
    model::DocumentInfo info;
    info.note = "n";

    check_inverse(project, {Put{"d", mention(9, {0, 9}), 0}});
    check_inverse(project, {Put{"d", mention(3, {0, 9}), 0}});
    check_inverse(project, {Put{"d", entity, 0}});
    check_inverse(project, {Put{"d", info, 0}});
    check_inverse(project, {Erase{"d", Kind::mention, 3, 0}});
    check_inverse(project, {Erase{"d", Kind::mention, 6, 6}});
    check_inverse(project, {PutDocument{0, other}});
    check_inverse(project, {PutDocument{99, other}});
    check_inverse(project, {PutDocument{0, other}, PutDocument{1, other}, PutDocument{0, changed}});
    check_inverse(project, {EraseDocument{"d"}});
    check_inverse(project, {PutCodebook{}});
    check_inverse(project, {PutProjectInfo{"name", "bo"}});
}

TEST_CASE("runs of edits in one table are carried out as one and undone one by one") {
    const model::Project project = with_mentions(8);
    // Rising puts, some new and some not; falling erasures from the middle; both mixed.
    check_inverse(project, {Put{"d", mention(2, {0, 1}), 0}, Put{"d", mention(7, {0, 1}), 0},
                            Put{"d", mention(11, {0, 1}), 0}, Put{"d", mention(15, {0, 1}), 0}});
    check_inverse(project, {Erase{"d", Kind::mention, 8, 0}, Erase{"d", Kind::mention, 5, 0},
                            Erase{"d", Kind::mention, 1, 0}});
    check_inverse(project, {Erase{"d", Kind::mention, 2, 0}, Erase{"d", Kind::mention, 4, 0},
                            Put{"d", mention(4, {1, 2}), 0}, Put{"d", mention(3, {1, 2}), 0},
                            Put{"d", mention(3, {1, 4}), 0}, Erase{"d", Kind::mention, 3, 0}});

    model::Project changed = project;
    REQUIRE(
        apply_all(changed, {Erase{"d", Kind::mention, 8, 0}, Erase{"d", Kind::mention, 5, 0},
                            Put{"d", mention(5, {1, 2}), 0}, Put{"d", mention(12, {1, 2}), 0}}));
    std::vector<Id> ids;
    for (const Mention& m : changed.documents[0].mentions) ids.push_back(m.id);
    CHECK(ids == std::vector<Id>{1, 2, 3, 4, 5, 6, 7, 12});
    CHECK(changed.documents[0].next_id == 13);
}

TEST_CASE("the id counter rises with puts, is restored by undo and never falls below an id") {
    model::Project project = with_mentions(2);
    CHECK(project.documents[0].next_id == 3);
    REQUIRE(apply(project, Put{"d", mention(7, {0, 1}), 0}));
    CHECK(project.documents[0].next_id == 8);
    REQUIRE(apply(project, Erase{"d", Kind::mention, 7, 3}));
    CHECK(project.documents[0].next_id == 3);
    REQUIRE(apply(project, Erase{"d", Kind::mention, 1, 1}));
    CHECK(project.documents[0].next_id == 3);
    REQUIRE(apply(project, Put{"d", mention(5, {0, 1}), 2}));
    CHECK(project.documents[0].next_id == 6);
    CHECK(!model::problem_in(project));
}

TEST_CASE("an edit that cannot be applied changes nothing and says why") {
    model::Project project = with_mentions(3);
    const model::Project before = project;
    const auto refused = [&](std::vector<Edit> edits) {
        const auto result = apply_all(project, std::move(edits));
        CHECK(!result);
        CHECK(project == before);
        return result ? std::string() : result.error().message;
    };
    CHECK(refused({Put{"x", mention(4, {0, 1}), 0}}) == "There is no document \"x\".");
    CHECK(refused({Erase{"x", Kind::mention, 1, 0}}) == "There is no document \"x\".");
    CHECK(refused({EraseDocument{"x"}}) == "There is no document \"x\".");
    CHECK(refused({PutDocument{0, {}}}) == "A document needs an id.");
    CHECK(refused({Put{"d", mention(0, {0, 1}), 0}}) == "The id 0 cannot be used.");
    CHECK(refused({Put{"d", mention(4294967295U, {0, 1}), 0}}) ==
          "The id 4294967295 cannot be used.");
    CHECK(refused({Erase{"d", Kind::stance, 1, 0}}) == "There is no stance 1 to remove.");

    Attribution a;
    a.id = 9;
    a.content = {{0, 1}};
    a.cue = Span{5, 5};
    CHECK(refused({Put{"d", a, 0}}) == "The span from byte 5 to 5 is empty.");
    Stance s;
    s.id = 9;
    s.evidence = {{0, 4000}};
    CHECK(refused({Put{"d", s, 0}}) == "The span from byte 0 to 4000 reaches beyond the text.");

    // What came before the failing edit is taken back.
    CHECK(refused({Put{"d", mention(4, {0, 1}), 0}, Erase{"d", Kind::mention, 2, 0},
                   PutProjectInfo{"n", "a"}, EraseDocument{"d"},
                   Put{"d", mention(5, {0, 1}), 0}}) == "There is no document \"d\".");
    CHECK(refused({Erase{"d", Kind::mention, 3, 0}, Erase{"d", Kind::mention, 1, 0},
                   Erase{"d", Kind::mention, 1, 0}}) == "There is no mention 1 to remove.");
}

}  // namespace standpoint::edit
