// Part: the part of speech of a word, and for verbs their form.
//
// The universal parts of speech (Universal Dependencies), with verbs and auxiliaries told apart by
// form, and every word of a name a proper noun: the United Nations are two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace standpoint::extract {

// The order is part of the model file's meaning.
enum class Part : std::uint8_t {
    adjective,
    adposition,  // in, of; and the particles of verbs: up, out
    adverb,
    conjunction,  // and, but
    determiner,
    interjection,
    noun,
    number,
    particle,  // to, not, 's
    pronoun,
    proper_noun,
    punctuation,
    subordinator,  // that, if
    symbol,
    other,
    verb_base,
    verb_past,
    verb_present,
    verb_ing,
    verb_participle,
    modal,
    auxiliary_past,
    auxiliary_present,
    auxiliary_other,  // be, been, being, have, having, do
};
inline constexpr std::size_t part_count = 24;

constexpr bool is_verb(Part part) {
    return part >= Part::verb_base && part <= Part::verb_participle;
}
constexpr bool is_auxiliary(Part part) {
    return part >= Part::modal && part <= Part::auxiliary_other;
}
// Says, said, will, has: what makes a clause.
constexpr bool is_finite(Part part) {
    return part == Part::verb_past || part == Part::verb_present || part == Part::modal ||
           part == Part::auxiliary_past || part == Part::auxiliary_present;
}
constexpr bool is_noun(Part part) {
    return part == Part::noun || part == Part::proper_noun;
}

// The universal part of speech: NOUN, VERB, ...
std::string_view universal(Part part);

}  // namespace standpoint::extract
