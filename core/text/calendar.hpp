// Calendar: days since 1970-01-01 and dates of the proleptic Gregorian calendar, without a clock, a
// locale or a time zone database. Total for years up to some billions; year 0 is 1 BC.
#pragma once

#include <cstdint>

namespace standpoint::text {

struct CivilDate {
    std::int64_t year = 0, month = 1, day = 1;  // January is 1

    friend constexpr bool operator==(const CivilDate&, const CivilDate&) = default;
};

// A day beyond the month's last counts on into the next month.
std::int64_t days_of(const CivilDate& date);
CivilDate date_of(std::int64_t days);
bool exists(const CivilDate& date);

// 1 = Monday to 7 = Sunday.
int weekday_of(std::int64_t days);

struct IsoWeek {
    std::int64_t year = 0, week = 1;
};
IsoWeek iso_week_of(std::int64_t days);

}  // namespace standpoint::text
