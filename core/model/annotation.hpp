// The five things that a document is annotated with: mention, entity, attribution, target, stance.
//
// Plain data. Spans are byte ranges in the owning document's text. Ids are numbers, unique within
// the document across all five kinds, never reused and never renumbered; 0 is "none". `extra` holds
// the members of a file's record that this version does not know, as JSON object text, untouched
// (empty when there are none), so that they survive a round trip.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/provenance.hpp"
#include "core/text/span.hpp"

namespace standpoint::model {

using text::Span;

using Id = std::uint32_t;
inline constexpr Id no_id = 0;

enum class Kind : std::uint8_t { mention, entity, attribution, target, stance };

// A span labelled with an entity type. Mentions may overlap and nest.
struct Mention {
    Id id = no_id;
    Span span;
    std::string label;  // "PER", "ORG", ...: a label of the codebook, or one that a file brought
    Id entity = no_id;  // the entity that it names, if known
    Provenance provenance;
    std::string extra;
    // What a date, a sum or a measure comes to: "2024-06-05", "USD 5000000" (the forms are those of
    // core/extract/quantities.hpp); empty if it has no such form. Goes when span or label change.
    std::string normal{};
    // The canonical name of what it may name instead: for a capital its country, whose government
    // it may mean ("Moscow warned"). Empty if nothing offers itself. Goes with `normal`.
    std::string alternative{};

    friend bool operator==(const Mention&, const Mention&) = default;
};

// A cluster of mentions that name one thing. An entity has no decision of its own: it is there
// while something refers to it.
struct Entity {
    Id id = no_id;
    std::string canonical;    // fullest or agreed name; not empty
    std::string external_id;  // e.g. "wikidata:Q6279"; may be empty
    std::string note;
    std::string extra;
    // What it is called across documents (same_entities.hpp), if a person has said so.
    std::string across{};

    friend bool operator==(const Entity&, const Entity&) = default;
};

// Who acts: an entity, or a noun phrase where no entity is named ("civil rights activists").
// Exactly one of the two is set, or neither ("nobody is named").
struct Actor {
    Id entity = no_id;
    std::string phrase;

    bool none() const { return entity == no_id && phrase.empty(); }
    friend bool operator==(const Actor&, const Actor&) = default;
};

// Who said what (PARC/PolNeAR terms). `content` is ordered, non-overlapping and not empty.
struct Attribution {
    Id id = no_id;
    std::optional<Span> source;
    std::optional<Span> cue;
    std::vector<Span> content;
    Actor holder;  // whose words they are
    Provenance provenance;
    std::string extra;

    friend bool operator==(const Attribution&, const Attribution&) = default;
};

// What a stance of this document can be about, when it is a proposition. `key` is the name by which
// files refer to it ("P1", or the key of a codebook target); unique within the document, not empty.
struct Target {
    Id id = no_id;
    std::string key;
    std::string text;  // the proposition, phrased so that one can be for or against
    Provenance provenance;
    std::string extra;

    friend bool operator==(const Target&, const Target&) = default;
};

enum class Polarity : std::uint8_t { favor, against, neutral, unclear };
enum class Certainty : std::uint8_t { explicit_, inferred };

// Where a holder stands on a target, with the evidence that shows it. The target is a Target of the
// document or an Entity of it.
struct Stance {
    Id id = no_id;
    Actor holder;
    Id target = no_id;
    Polarity polarity = Polarity::unclear;
    Certainty certainty = Certainty::explicit_;
    std::vector<Span> evidence;  // ordered, non-overlapping; may be empty while being made
    Provenance provenance;
    std::string extra;

    friend bool operator==(const Stance&, const Stance&) = default;
};

std::string_view name_of(Kind);
std::string_view name_of(Polarity);
std::string_view name_of(Certainty);  // "explicit", "inferred"
std::optional<Polarity> polarity_named(std::string_view);
std::optional<Certainty> certainty_named(std::string_view);

}  // namespace standpoint::model
