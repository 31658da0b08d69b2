// A desk to try commands on: one small document, and checks that hold for every command.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/edit/history.hpp"
#include "core/model/project.hpp"
#include "core/text/door.hpp"

namespace standpoint::edit {

using model::Actor;
using model::Attribution;
using model::Certainty;
using model::Decision;
using model::Document;
using model::Entity;
using model::Mention;
using model::Origin;
using model::Polarity;
using model::Provenance;
using model::Stance;
using model::Target;

inline constexpr std::string_view desk_text =
    "President Mara Okoye said the harbour tax must go.\n"
    "\n"
    "The Port Union warned that Okoye would regret it. \u201cWe back the tax,\u201d said Ivo Lindt "
    "of the Port Union.\n"
    "Okoye\u2019s office in Lagos did not answer.\n";

class Desk {
  public:
    static constexpr std::string_view doc = "d";

    explicit Desk(std::string_view text = desk_text) {
        model::Project project;
        project.id = "p";
        project.codebook = model::default_codebook();
        auto admitted = text::admit(text);
        REQUIRE(admitted);
        project.documents.push_back(model::make_document(std::string(doc), *admitted));
        history.open(std::move(project));
    }

    const model::Project& project() const { return history.project(); }
    const Document& document() const { return *project().document(doc); }
    std::string_view text(Span span) const { return text::slice(document().text, span); }

    // The nth place where the words stand, counted from 0.
    Span at(std::string_view words, int nth = 0) const {
        std::size_t found = document().text.find(words);
        while (nth-- > 0 && found != std::string::npos) {
            found = document().text.find(words, found + 1);
        }
        REQUIRE(found != std::string::npos);
        const auto begin = static_cast<std::uint32_t>(found);
        return {begin, begin + static_cast<std::uint32_t>(words.size())};
    }

    // Runs a command that must succeed; checks that the project stays sound and that undo and redo
    // lead exactly back and forth.
    Done run(Command command) {
        const model::Project before = project();
        const bool could_undo = history.can_undo();
        auto done = history.run(doc, std::move(command), stamp);
        CHECK_MESSAGE(done, (done ? "" : done.error().message));
        if (!done) return {};
        CHECK(model::problem_in(project()).value_or("") == "");
        const model::Project after = project();
        if (after == before) {
            CHECK(history.can_undo() == could_undo);  // no step was made
            return *done;
        }
        CHECK(history.undo());
        CHECK(project() == before);
        CHECK(history.redo());
        CHECK(project() == after);
        return *done;
    }

    // The id of the first item that the command made or changed.
    Id run_id(Command command) {
        const Done done = run(std::move(command));
        REQUIRE(!done.touched.empty());
        return done.touched.front().id;
    }

    // The sentence with which a command is refused; nothing may have changed.
    std::string refusal(const Command& command) {
        const model::Project before = project();
        const auto done = history.run(doc, command, stamp);
        CHECK(!done);
        if (done) return {};
        CHECK(project() == before);
        CHECK(problem(before, doc, command) == done.error().message);
        return done.error().message;
    }

    // Puts a suggestion in as an extraction would.
    Id suggest(std::string_view words, std::string label, int nth = 0, float score = 0.5F) {
        const Id before = document().next_id;
        Mention mention;
        mention.id = before + 1;
        mention.span = at(words, nth);
        mention.label = std::move(label);
        mention.entity = before;
        mention.provenance = suggestion(score);
        Entity entity;
        entity.id = before;
        entity.canonical = words;
        put(entity);
        put(mention);
        return mention.id;
    }

    static Provenance suggestion(float score = 0.5F) {
        Provenance p;
        p.origin = Origin::rule;
        p.decision = Decision::suggested;
        p.score = score;
        p.reasons = {"capitalised"};
        return p;
    }

    // Puts an item in past the commands, under its id, or under a new one if it has none.
    template <class T>
    Id put(T item) {
        model::Project changed = project();
        if (item.id == 0) item.id = document().next_id;
        const Id id = item.id;
        const auto inverse = apply(changed, Put{std::string(doc), std::move(item), 0});
        REQUIRE(inverse);
        history.open(std::move(changed));
        return id;
    }

    const Mention& mention(Id id) const { return *document().mentions.find(id); }
    const Entity& entity(Id id) const { return *document().entities.find(id); }
    const Entity& entity_of(Id mention_id) const { return entity(mention(mention_id).entity); }
    const Attribution& attribution(Id id) const { return *document().attributions.find(id); }
    const Target& target(Id id) const { return *document().targets.find(id); }
    const Stance& stance(Id id) const { return *document().stances.find(id); }

    History history;
    Stamp stamp{"ada", 1000};
};

}  // namespace standpoint::edit
