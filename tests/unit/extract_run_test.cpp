// What holds for any text: valid spans and references, the same output twice, cancelling, and time
// that grows with the text alone.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/extract/embedded_model.hpp"
#include "core/extract/extractor.hpp"
#include "core/text/utf8.hpp"

using namespace standpoint;
using namespace standpoint::extract;

namespace {

const Extractor& extractor() {
    static const Extractor made;
    return made;
}

model::Suggestions run(std::string_view text) {
    model::Suggestions out;
    const ScratchPtr scratch = extractor().make_scratch();
    Input input;
    input.text = text;
    REQUIRE(extractor().run(input, *scratch, out));
    return out;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

void check_valid(std::string_view text, const model::Suggestions& s) {
    const auto good = [&](text::Span span) {
        return !span.empty() && span.end <= text.size() && text::is_boundary(text, span.begin) &&
               text::is_boundary(text, span.end);
    };
    const auto ordered = [&](const std::vector<text::Span>& spans) {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (!good(spans[i]) || (i > 0 && spans[i - 1].end > spans[i].begin)) return false;
        }
        return !spans.empty();
    };
    std::set<model::Id> ids, entities, aims;
    for (const auto& e : s.entities) {
        CHECK(ids.insert(e.id).second);
        CHECK_FALSE(e.canonical.empty());
        entities.insert(e.id);
        aims.insert(e.id);
    }
    for (const auto& t : s.targets) {
        CHECK(ids.insert(t.id).second);
        aims.insert(t.id);
    }
    const auto known = [&](const model::Actor& actor) {
        return actor.entity == model::no_id || entities.count(actor.entity) == 1;
    };
    const auto proposed = [](const model::Provenance& p) {
        return p.score > 0 && p.score < 1 && !p.reasons.empty() && !p.reasons[0].empty();
    };
    for (const auto& m : s.mentions) {
        CHECK(ids.insert(m.id).second);
        CHECK(good(m.span));
        CHECK(entities.count(m.entity) == 1);
        CHECK(proposed(m.provenance));
    }
    for (const auto& a : s.attributions) {
        CHECK(ids.insert(a.id).second);
        CHECK((!a.source || good(*a.source)));
        CHECK((!a.cue || good(*a.cue)));
        CHECK(ordered(a.content));
        CHECK(known(a.holder));
        CHECK(proposed(a.provenance));
    }
    for (const auto& stance : s.stances) {
        CHECK(ids.insert(stance.id).second);
        CHECK(ordered(stance.evidence));
        CHECK(known(stance.holder));
        CHECK(aims.count(stance.target) == 1);
        CHECK(proposed(stance.provenance));
    }
}

class StopAfter final : public Watch {
  public:
    explicit StopAfter(int calls) : left_(calls) {}
    bool go_on(float done) override {
        CHECK(done >= last_);
        CHECK(done <= 1.0F);
        last_ = done;
        return left_-- > 0;
    }

  private:
    int left_;
    float last_ = 0;
};

const std::string article =
    "OSLO — Foreign Minister Kari Solheim said Monday that Norway must open the port. “We’re "
    "ready,” she told reporters. Kenya's government rejected the plan, according to the Daily "
    "Courier.\nCritics accused Solheim of ‘weakness’ — and urged Oslo to wait.\n";

}  // namespace

TEST_CASE("extract run: spans, ids and references are valid on mixed and odd texts") {
    for (const std::string& text : {std::string(), std::string("\n\n \n"), article,
                                    std::string("Łódź’s Ørsted said “π ≈ 3”."),
                                    std::string("“““””” said \" ' « » He He said said that that"),
                                    std::string("東京 said 「はい」. Ἀθῆναι urged Σπάρτη to wait. "
                                                "🙂 said 🙂"),
                                    std::string("\"\n\"\n\" said He\n“\n”")}) {
        CAPTURE(text);
        check_valid(text, run(text));
    }
}

TEST_CASE("extract run: the same scratch, reused, gives the same output") {
    const ScratchPtr scratch = extractor().make_scratch();
    model::Suggestions first, second;
    Input input;
    input.text = article;
    REQUIRE(extractor().run(input, *scratch, first));
    Input other;
    other.text = "Peru urged Chile to wait. Chile refused to sign the Lima Treaty.";
    REQUIRE(extractor().run(other, *scratch, second));
    REQUIRE(extractor().run(input, *scratch, second));
    CHECK(first.mentions == second.mentions);
    CHECK(first.entities == second.entities);
    CHECK(first.attributions == second.attributions);
    CHECK(first.targets == second.targets);
    CHECK(first.stances == second.stances);
    CHECK(first.mentions.size() >= 6);
    CHECK(first.stances.size() >= 2);
}

TEST_CASE("extract run: names alone are the names of a whole run") {
    const model::Suggestions whole = run(article);
    Input input;
    input.text = article;
    input.names_only = true;
    model::Suggestions names;
    REQUIRE(extractor().run(input, *extractor().make_scratch(), names));
    CHECK(names.mentions == whole.mentions);
    CHECK_FALSE(whole.attributions.empty());
    CHECK(names.attributions.empty());
    CHECK(names.targets.empty());
    CHECK(names.stances.empty());
}

TEST_CASE("extract run: a watch sees rising progress and can cancel at any call") {
    const std::string text = repeated(article, 100000);
    Input input;
    input.text = text;
    model::Suggestions out;
    const ScratchPtr scratch = extractor().make_scratch();
    for (const int calls : {0, 1, 2, 3, 5, 8}) {
        StopAfter watch(calls);
        CHECK_FALSE(extractor().run(input, *scratch, out, &watch));
    }
    StopAfter watch(1 << 20);
    CHECK(extractor().run(input, *scratch, out, &watch));
}

TEST_CASE("extract run: hostile lines take time in proportion to their length") {
    // Far below what anything quadratic in 400,000 bytes would allow a test to wait for.
    for (const std::string_view piece :
         {"Aa Bb ", "ABC ", "“ ", "\" a ", "(A) ", "he said ", "Ministry of ", "Bush and said ",
          "Bush, who, ", "urged a to ", "President Minister of State ", "A bin al ", "A-", "said, ",
          "United Nations (UN) ", "that and to for of ", "Mr. Ray urged Bo to ban it ", "'s "}) {
        CAPTURE(piece);
        const std::string text = repeated(piece, 400000);
        CHECK(run(text).mentions.size() < text.size());
    }
}

TEST_CASE("extract: a model that cannot be read is told, and finds no names") {
    const Extractor sound;
    CHECK(sound.problem().empty());
    const std::string cut(embedded_model().substr(0, embedded_model().size() / 2));
    for (const std::string& bytes : {cut, std::string(), std::string("no model")}) {
        const Extractor broken{std::string_view(bytes)};
        CHECK(broken.problem().ends_with("."));
        Input input;
        input.text = "Mayor Ruth Alder said the bridge is safe.";
        model::Suggestions out;
        CHECK(broken.run(input, *broken.make_scratch(), out));
        CHECK(out.mentions.empty());
    }
}
