// The rules of the grammar of dates and quantities (quantities.hpp), one kind of expression a file.
// Each reads one expression around a word: what it returns lies in the passage and covers the word.
// A rule looks back no further than the passage's first word.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/extract/amounts.hpp"
#include "core/text/calendar.hpp"

namespace standpoint::extract {

using Today = std::optional<text::CivilDate>;

// measures.cpp: money, percentages and quantities that begin with a number, a currency sign or a
// currency code.
std::optional<Quantity> read_measure(const Passage&, std::uint32_t first);

// clock_times.cpp: times of day that begin with a number, and noon and midnight.
std::optional<Quantity> read_clock_time(const Passage&, std::uint32_t first);

// dates.cpp: dates that begin with a number, an ordinal or a month, and years.
std::optional<Quantity> read_date(const Passage&, std::uint32_t first, const Today&);

// What the rules for dates share (date_forms.cpp).
//
// ISO 8601 with as many of its parts as are known: 2024, 2024-06, 2024-06-05; a year that is not
// known is XXXX. A month or day of 0 is left out.
inline constexpr int no_year = -1;
std::string iso_date(int year, int month = 0, int day = 0);
std::string iso_interval(const std::string& from, const std::string& to);
std::string iso_quarter(int year, int quarter);
std::string iso_decade(int year);
// The year that puts the month (and day, if not 0) nearest to today, of two the earlier; with a
// `direction` the nearest before (-1) or after (1).
int nearest_year(const text::CivilDate& today, int month, int day, int direction = 0);
// A year of four digits from 1000 to 2199.
std::optional<int> year_of(std::string_view word);
// A day of the month: 5, 5th.
std::optional<int> day_of(std::string_view word);
std::optional<int> ordinal_of(std::string_view word);  // 5th, 21st
// The first word of what the words at and before `begin` belong to: mid-|May, early |1998.
std::uint32_t with_part(const Passage&, std::uint32_t begin);

// relative_dates.cpp: dates and times that count from today, and durations.
std::optional<Quantity> read_relative_date(const Passage&, std::uint32_t at, const Today&);
std::optional<Quantity> read_duration(const Passage&, std::uint32_t first, const Today&);

}  // namespace standpoint::extract
