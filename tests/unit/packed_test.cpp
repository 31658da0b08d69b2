// The packed form: there and back, and nothing that is cut off or changed gets through unsound.

#include "core/exchange/packed.hpp"

#include <doctest/doctest.h>

using namespace standpoint;
using exchange::Parcel;

namespace {

model::Document annotated() {
    text::Admitted admitted;
    admitted.text = "Ida Holm said “the toll hurts”.\nSund Lines disagrees.\n";
    model::Document d = model::make_document("bridge", std::move(admitted));
    d.newlines = text::Newlines::crlf;
    d.bom = true;
    d.info = {"Bridge", "Sund Post", "A. B.", "2026-03-14", "en",
              "a note", true,        true,    "{\"a\":1}"};
    d.entities.put({2, "Ida Holm", "wikidata:Q1", "mayor", {}});
    d.targets.put({3, "P1", "The toll should go", {}, {}});
    model::Provenance p;
    p.origin = model::Origin::rule;
    p.decision = model::Decision::suggested;
    p.score = 0.625F;
    p.time_ms = -5;
    p.reasons = {"title “Mayor”", std::string(300, 'x')};
    d.mentions.put({4, {0, 8}, "PER", 2, p, {}});
    d.mentions.put({7, {36, 46}, "ORG", 0, p, "{\"b\":[]}"});
    d.attributions.put({5, text::Span{0, 8}, std::nullopt, {{17, 31}}, {2, {}}, p, {}});
    d.stances.put({6,
                   {0, "the town"},
                   3,
                   model::Polarity::against,
                   model::Certainty::inferred,
                   {{17, 20}, {21, 25}},
                   p,
                   {}});
    d.next_id = 90;
    return d;
}

Parcel parcel_of_everything() {
    Parcel parcel;
    parcel.contents = Parcel::Contents::project;
    parcel.project.id = "p";
    parcel.project.name = "Bridges";
    parcel.project.annotator = "ab";
    parcel.project.codebook = model::default_codebook();
    parcel.project.codebook.targets.push_back(
        {"toll", "The toll should go", "toll", {"toll"}, {"abolish"}, {"keep"}, "Guide", {}});
    parcel.project.extra = "{\"c\":2}";
    parcel.project.documents = {annotated(), annotated()};
    parcel.project.documents[1].id = "bridge-2";
    parcel.report.documents = 2;
    parcel.report.add({7, "bridge", "Something was left out."});
    return parcel;
}

void check_sound(const text::Result<Parcel>& parcel) {
    if (!parcel || parcel->contents == Parcel::Contents::proposals) return;
    for (const model::Document& d : parcel->project.documents) CHECK_FALSE(model::problem_in(d));
}

}  // namespace

TEST_CASE("a parcel arrives as it was sent") {
    const Parcel sent = parcel_of_everything();
    REQUIRE_FALSE(model::problem_in(sent.project));
    const std::string packed = exchange::pack(sent);
    const auto arrived = exchange::unpack(packed);
    REQUIRE(arrived);
    CHECK(arrived->contents == sent.contents);
    CHECK(arrived->project == sent.project);
    CHECK(arrived->report.documents == 2);
    REQUIRE(arrived->report.issues.size() == 1);
    CHECK(arrived->report.issues[0].line == 7);
    CHECK(arrived->report.issues[0].message == "Something was left out.");
    CHECK(exchange::pack(*arrived) == packed);
}

TEST_CASE("a parcel is read in pieces, and says how far it is") {
    Parcel sent = parcel_of_everything();
    model::Document& d = sent.project.documents[0];
    for (model::Id id = 100; id < 5100; ++id) d.mentions.put({id, {0, 3}, "PER", 0, {}, {}});
    d.next_id = 5100;
    const std::string packed = exchange::pack(sent);
    exchange::Unpacking unpacking(packed);
    int pieces = 1;
    float before = 0;
    for (; unpacking.go_on(); ++pieces) {
        CHECK(unpacking.done() >= before);
        before = unpacking.done();
    }
    CHECK(pieces > 10);
    CHECK(unpacking.done() == 1.0F);
    const auto arrived = std::move(unpacking).finish();
    REQUIRE(arrived);
    CHECK(arrived->project == sent.project);
}

TEST_CASE("a parcel that is cut off is refused wherever it is cut") {
    const std::string packed = exchange::pack(parcel_of_everything());
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CHECK_FALSE(exchange::unpack(std::string_view(packed).substr(0, size)));
    }
    CHECK_FALSE(exchange::unpack(packed + '\0'));
}

TEST_CASE("a parcel with any byte changed is refused or sound") {
    const std::string packed = exchange::pack(parcel_of_everything());
    for (std::size_t at = 0; at < packed.size(); ++at) {
        for (const int change : {1, 0x7F, 0x80, 0xFF}) {
            std::string changed = packed;
            changed[at] = static_cast<char>(changed[at] ^ change);
            check_sound(exchange::unpack(changed));
        }
    }
}

TEST_CASE("random bytes are refused or sound") {
    std::uint64_t state = 1;
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (int i = 0; i < round % 64; ++i) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            bytes += static_cast<char>(state >> (round % 3 == 0 ? 62 : 56));
        }
        check_sound(exchange::unpack(bytes));
    }
}

TEST_CASE("spans outside the text, ids twice and two documents of one name are refused") {
    const auto refused = [](auto change) {
        Parcel parcel = parcel_of_everything();
        change(parcel.project);
        return !exchange::unpack(exchange::pack(parcel));
    };
    CHECK_FALSE(refused([](model::Project&) {}));
    CHECK(refused([](model::Project& p) {
        p.documents[0].mentions.put({8, {0, 900}, "PER", 0, {}, {}});
    }));
    CHECK(refused([](model::Project& p) {
        p.documents[0].mentions.put({6, {0, 3}, "PER", 0, {}, {}});
    }));
    CHECK(refused([](model::Project& p) { p.documents[0].next_id = 3; }));
    CHECK(refused([](model::Project& p) { p.documents[1].id = "bridge"; }));
    CHECK(refused([](model::Project& p) { p.name = "\xC3("; }));
    CHECK(refused([](model::Project& p) { p.codebook.labels[1] = p.codebook.labels[0]; }));
}
