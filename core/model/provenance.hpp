// Who made an annotation, who decided on it and why it was proposed. Everything that a person can
// decide on carries one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace standpoint::model {

// Written to files by name (see name_of): renaming one breaks every saved project.
enum class Origin : std::uint8_t { model, rule, dictionary, propagated, imported, human };
enum class Decision : std::uint8_t { suggested, accepted, rejected };

struct Provenance {
    Origin origin = Origin::human;
    Decision decision = Decision::accepted;
    float score = 1.0F;                // probability that it is right, 0 to 1
    std::string annotator;             // who decided last; empty while undecided
    std::int64_t time_ms = 0;          // when, Unix milliseconds UTC, handed in; 0 = unknown
    std::vector<std::string> reasons;  // why it was proposed, each readable by a person
    std::string note;                  // the annotator's own words
    bool flagged = false;              // "come back to this"

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

// The reason that is added when a person changes what something else proposed. The origin stays: it
// says who proposed the item, this says that it is no longer as proposed.
inline constexpr std::string_view corrected_by_hand = "corrected by hand";

std::string_view name_of(Origin);
std::string_view name_of(Decision);
std::optional<Origin> origin_named(std::string_view);
std::optional<Decision> decision_named(std::string_view);

}  // namespace standpoint::model
