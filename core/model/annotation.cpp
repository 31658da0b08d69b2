#include "core/model/annotation.hpp"

#include <array>

#include "core/model/provenance.hpp"

namespace standpoint::model {

namespace {

// Names in the order of the enumerators.
constexpr std::array<std::string_view, 6> origins = {"model",      "rule",     "dictionary",
                                                     "propagated", "imported", "human"};
constexpr std::array<std::string_view, 3> decisions = {"suggested", "accepted", "rejected"};
constexpr std::array<std::string_view, 5> kinds = {"mention", "entity", "attribution", "target",
                                                   "stance"};
constexpr std::array<std::string_view, 4> polarities = {"favor", "against", "neutral", "unclear"};
constexpr std::array<std::string_view, 2> certainties = {"explicit", "inferred"};

template <class E, std::size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, E value) {
    const auto i = static_cast<std::size_t>(value);
    return i < N ? names[i] : std::string_view();
}

template <class E, std::size_t N>
std::optional<E> value_in(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Origin origin) {
    return name_in(origins, origin);
}
std::string_view name_of(Decision decision) {
    return name_in(decisions, decision);
}
std::string_view name_of(Kind kind) {
    return name_in(kinds, kind);
}
std::string_view name_of(Polarity polarity) {
    return name_in(polarities, polarity);
}
std::string_view name_of(Certainty certainty) {
    return name_in(certainties, certainty);
}

std::optional<Origin> origin_named(std::string_view name) {
    return value_in<Origin>(origins, name);
}
std::optional<Decision> decision_named(std::string_view name) {
    return value_in<Decision>(decisions, name);
}
std::optional<Polarity> polarity_named(std::string_view name) {
    return value_in<Polarity>(polarities, name);
}
std::optional<Certainty> certainty_named(std::string_view name) {
    return value_in<Certainty>(certainties, name);
}

}  // namespace standpoint::model
