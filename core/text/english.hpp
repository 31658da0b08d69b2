// What tokens.cpp and sentences.cpp know of English: closed lists of words. For core/text alone.
//
// Words are given without their final dot, and in any case unless said otherwise.
#pragma once

#include <cstdint>
#include <string_view>

namespace standpoint::text::english {

// How the dot of an abbreviation behaves.
enum class Abbreviation : std::uint8_t {
    none,
    before_name,    // Gen., Mr.: a name follows, so it never ends a sentence
    before_number,  // No., pp.: only if a number follows
    date,           // Jan., Sat.: only if a number, a comma or a word in lower case follows
    after_name,     // Inc., Jr., Calif.: part of a name, and may end a sentence
    after_comma,    // Ill., Wash.: the same after a comma; else a word of its own
    within,         // vs., cf.: never ends a sentence
    closing,        // etc., a.m.: ends a sentence before a capital
};

Abbreviation abbreviation(std::string_view word);

// A word that in capitals is far likelier to open a sentence than to continue a name: The, He, But.
bool opens_sentences(std::string_view word);

// Group, Vitamin, War: after it a single capital is a label (Group A), not an initial.
bool takes_letter(std::string_view word);

// What may follow a time of day (a.m.) in capitals without a sentence's end: EST, Monday.
bool follows_time(std::string_view word);

// A verb that tells who spoke, in the forms found right after a quotation: said, asks, told.
bool is_cue_verb(std::string_view word);

// s, m, d, ll, re, ve: with an apostrophe before it, a token of its own.
bool is_clitic(std::string_view word);

// em, tis, twas: words that an apostrophe begins.
bool is_elision(std::string_view word);

// km, m, bn, pm: what directly after a number is a token of its own. Case matters.
bool is_unit(std::string_view word);

// The last label of host names common in news: com, org, uk.
bool is_top_domain(std::string_view word);

// Whether a hyphen between the two parts ends or begins a name (U.S.-led, pro-Russian, Egypt-Gaza),
// so that the parts are tokens of their own, or makes one word (Al-Qaida, Jong-un, long-range).
bool hyphen_parts_name(std::string_view left, std::string_view right);

}  // namespace standpoint::text::english
