// The words that the grammar of dates and quantities knows (quantities.hpp): months, number words,
// units, currencies, time zones. English, closed lists. Lookups fold ASCII capitals and do not
// allocate.
#pragma once

#include <cstdint>
#include <string_view>

namespace standpoint::extract {

enum class Role : std::uint8_t {
    no_role,
    one,      // a, an
    number,   // two
    tens,     // twenty
    scale,    // thousand: the power of ten
    ordinal,  // fifth
    vague,    // several
    half,
    dozen,
    month,    // 1 to 12
    weekday,  // 1 to 7
    day,      // yesterday -1, today 0, tomorrow 1
    tonight,
    clock,       // noon: the hour
    day_part,    // morning
    season,      // spring: its code in ISO 8601-2
    period,      // weeks: a Period
    decade,      // nineties: 90
    quarter,     // Q2
    part,        // mid 0, early 1, late 2, earlier 3, later 4: part of what follows
    last,        // past, previous
    next,        // coming
    current,     // this
    cue,         // in, since: a year may follow
    numbered,    // resolution, flight: what follows is a number of its own
    money_code,  // USD, Rs
};

enum class Period : std::uint8_t {
    second,
    minute,
    hour,
    day,
    weekend,
    week,
    month,
    quarter,
    year,
    decade,
    century,
};

struct Term {
    Role role = Role::no_role;
    int value = 0;            // as said beside the roles
    bool short_form = false;  // Sun, Mar
    bool plural = false;
    std::string_view rest{};  // what follows the word's first hyphen

    bool is(Role wanted) const { return role == wanted; }
    bool is_period() const { return role == Role::period || (role == Role::ordinal && value == 2); }
    Period period() const {
        return role == Role::period ? static_cast<Period>(value) : Period::second;
    }
};
// Of the word, or of what stands before its first hyphen.
Term term_of(std::string_view word);

// The canonical symbol of a unit, "km" for kilometers; empty if the word is none.
std::string_view unit_of(std::string_view word);

struct Currency {
    bool known = false;
    std::string_view code{};  // of ISO 4217; empty if the word alone does not tell
    int power = 0;            // -2 for cents
    bool doubtful = false;    // money only beside a large number: won, pounds
};
Currency currency_of(std::string_view word);       // dollars, USD
Currency currency_of_sign(std::string_view sign);  // $, US$, €
// The code of what the adjective makes of the word: Canadian dollars; empty if it makes nothing.
std::string_view national_currency(std::string_view adjective, std::string_view word);

struct Zone {
    bool known = false;
    bool fixed = false;  // its offset depends neither on the season nor on who writes
    int offset = 0;      // minutes east of UTC
};
Zone zone_of(std::string_view word);

// Whether the word, ASCII capitals folded, is the one given in small letters.
bool same_word(std::string_view word, std::string_view small);

}  // namespace standpoint::extract
