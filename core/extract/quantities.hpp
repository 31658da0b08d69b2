// Quantities: dates, times, money, percentages and measured quantities, with their normal forms, by
// a deterministic grammar of English over an article's words.
//
// One pass from left to right, linear: a word that is no number, currency sign, month, weekday or
// the like costs one lookup, and a rule reads a bounded distance. What is found covers whole words,
// lies inside one sentence, is in order and does not overlap. A leading "the", "about" or "on" is
// left out; "last", "mid-" and "a" (few days) are taken in.
//
// DATE     days and longer: ISO 8601: 2024-06-05, 2024-06, 2024, 2024-W23; quarters, halves,
//          weekends and ranges are intervals (2019-04/2019-06); durations and ages are P2W, P50Y;
//          of ISO 8601-2 the decade 199X, the century 19XX, the season 2019-22 (21 to 24 from
//          spring) and, where no year is known, XXXX-06-05. "mid-May" has the form of May. 5/6/2024
//          is 2024, for it says no more; 05.06.2024 is the fifth of June.
// TIME     parts of a day: T15:30, with Z or an offset where the zone's is fixed (GMT, EST, CET);
//          durations below a day (PT30M); "Monday morning" has the form of its day.
// MONEY    code of ISO 4217 and amount: "USD 5000000", "GBP 5/10" for a range. $ alone is USD, £ is
//          GBP, ¥ is JPY, a rupee INR; pounds are money from a thousand on, or sterling.
// PERCENT  "20%"; percentage points "2 pp", basis points "25 bp". Fractions (a third) are none.
// QUANTITY number and unit: "120 km", "2000 bbl/d", "-5 °C"; a count (40 people) is none.
//
// Relative dates count from the article's date: that of Input, else a line of its own near the top
// ("Published June 5, 2024"), else a dateline with a year. Conventions where the text does not
// tell: a bare weekday is the nearest on or before that day, with "last" before it, with "next" or
// "coming" after it, with "this" on or after it; a day or month without a year is the nearest one.
// Without the article's date relative dates have no normal form. Nor has what counts from a day
// that was told ("two days later", "the next day"), a fiscal year, or "o'clock" before noon.
#pragma once

#include <optional>
#include <string_view>

#include "core/extract/article.hpp"
#include "core/text/calendar.hpp"

namespace standpoint::extract {

// The article's own date, as its top states it. `given` comes from elsewhere (a file's metadata)
// and goes first; it may be empty or unreadable.
std::optional<text::CivilDate> date_of_article(const Article&, std::string_view given);

// Appends to `article.quantities`. What lies inside a longer name (September 11 attacks) is left
// to it.
void find_quantities(const std::optional<text::CivilDate>& today, Article&);

std::string_view label_of(QuantityType);

}  // namespace standpoint::extract
