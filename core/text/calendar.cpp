#include "core/text/calendar.hpp"

namespace standpoint::text {

// Years are counted from March, so that the leap day is a year's last; 400 of them, an era, have
// 146,097 days.
std::int64_t days_of(const CivilDate& date) {
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
    const std::int64_t leap_days = year_of_era / 4 - year_of_era / 100;
    return era * 146'097 + year_of_era * 365 + leap_days + day_of_year - 719'468;
}

CivilDate date_of(std::int64_t days) {
    const std::int64_t shifted = days + 719'468;  // since 0000-03-01
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const std::int64_t day_of_era = shifted - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
    const std::int64_t from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t month = from_march < 10 ? from_march + 3 : from_march - 9;
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
            day_of_year - (153 * from_march + 2) / 5 + 1};
}

bool exists(const CivilDate& date) {
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date_of(days_of(date)) == date;
}

int weekday_of(std::int64_t days) {
    const std::int64_t since_monday = (days + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<int>(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

// A week belongs to the year that its Thursday lies in.
IsoWeek iso_week_of(std::int64_t days) {
    const std::int64_t thursday = days + 4 - weekday_of(days);
    const std::int64_t year = date_of(thursday).year;
    return {year, (thursday - days_of({year, 1, 1})) / 7 + 1};
}

}  // namespace standpoint::text
