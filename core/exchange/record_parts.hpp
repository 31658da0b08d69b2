// The parts that the items of a record have in common: ids, spans, provenance.
//
// Internal to core/exchange. What is ill-formed is reported through the item's Fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/fields.hpp"
#include "core/exchange/json.hpp"
#include "core/exchange/places.hpp"
#include "core/model/annotation.hpp"
#include "core/text/span.hpp"

namespace standpoint::exchange {

// The letter that begins an item's id in files ("m12").
constexpr char id_letter(model::Kind kind) {
    switch (kind) {
        case model::Kind::mention: return 'm';
        case model::Kind::entity: return 'e';
        case model::Kind::attribution: return 'a';
        case model::Kind::target: return 't';
        case model::Kind::stance: return 's';
    }
    return '?';
}

// Larger numbers are not taken over from files: what is made later still needs numbers.
inline constexpr model::Id max_read_id = 4'000'000'000;

// The number in an id of our own form ("m12" for a mention), or 0. `id` may be null.
model::Id number_in(const json::Value* id, model::Kind kind);

// An id as something else refers to it: a string as it is, a whole number by its digits.
std::string reference(const json::Value& id);

// The span of the text between two code points of the file's text; nullopt if either lies outside
// or there is nothing between them.
std::optional<text::Span> span_between(const Places& places, std::int64_t begin, std::int64_t end);
// The same of [begin, end]; nullopt also if the value is not two whole numbers.
std::optional<text::Span> span_in(const Places& places, const json::Value& value);

// Read one span, or one span or a list of them, in order and not overlapping. False, and reported,
// if the member is there and is something else.
bool read_span(Fields& fields, std::string_view name, const Places& places,
               std::optional<text::Span>& out);
bool read_spans(Fields& fields, std::string_view name, const Places& places,
                std::vector<text::Span>& out);

// The value that the member names; `otherwise` if it is absent, or reported as unknown.
template <class T>
T read_named(Fields& fields, std::string_view member, std::optional<T> (*lookup)(std::string_view),
             T otherwise) {
    const std::string name = fields.string(member);
    if (name.empty()) return otherwise;
    const auto value = lookup(name);
    if (!value) {
        fields.say(quoted(name) + " is not known as " + std::string(member) + "; " +
                   quoted(model::name_of(otherwise)) + " was taken.");
    }
    return value.value_or(otherwise);
}

// What a record without `decision` is taken for: what a machine proposed waits for a decision.
model::Decision default_decision(model::Origin origin);

// `annotator` is who decided where the item is decided and names nobody.
model::Provenance read_provenance(Fields& fields, const std::string& annotator);

}  // namespace standpoint::exchange
