// Parts of dates and their ISO forms.
#include "core/extract/grammar.hpp"

namespace standpoint::extract {
namespace {

void append_digits(std::string& out, int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

}  // namespace

std::string iso_date(int year, int month, int day) {
    std::string out;
    if (year == no_year)
        out = "XXXX";
    else
        append_digits(out, year, 4);
    if (month == 0) return out;
    out += '-';
    append_digits(out, month, 2);
    if (day == 0) return out;
    out += '-';
    append_digits(out, day, 2);
    return out;
}

std::string iso_interval(const std::string& from, const std::string& to) {
    return from + "/" + to;
}

std::string iso_quarter(int year, int quarter) {
    return iso_interval(iso_date(year, quarter * 3 - 2), iso_date(year, quarter * 3));
}

std::string iso_decade(int year) {
    std::string out = iso_date(year);
    out.back() = 'X';
    return out;
}

int nearest_year(const text::CivilDate& today, int month, int day, int direction) {
    const std::int64_t here = text::days_of(today);
    const bool this_month = day == 0 && month == today.month;
    std::int64_t best = today.year, distance = -1;
    for (std::int64_t year = today.year - 1; year <= today.year + 1; ++year) {
        const std::int64_t there = text::days_of({year, month, day == 0 ? 15 : day});
        const bool same = this_month && year == today.year;
        if (direction < 0 && (same || there >= here)) continue;
        if (direction > 0 && (same || there <= here)) continue;
        const std::int64_t apart = same ? 0 : there < here ? here - there : there - here;
        if (distance >= 0 && apart >= distance) continue;
        best = year;
        distance = apart;
    }
    return static_cast<int>(best);
}

std::optional<int> year_of(std::string_view word) {
    const auto year = word.size() == 4 ? digits_of(word) : std::nullopt;
    return year && *year >= 1000 && *year < 2200 ? year : std::nullopt;
}

std::optional<int> ordinal_of(std::string_view word) {
    if (word.size() < 3 || word.size() > 4) return std::nullopt;
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (same_word(word.substr(word.size() - 2), ending))
            return digits_of(word.substr(0, word.size() - 2));
    }
    return std::nullopt;
}

std::optional<int> day_of(std::string_view word) {
    const auto day = word.size() <= 2 ? digits_of(word) : ordinal_of(word);
    return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::uint32_t with_part(const Passage& p, std::uint32_t begin) {
    const std::uint32_t before = p.is(begin - 1, "-") ? begin - 2 : begin - 1;
    const Term term = p.term(before);
    constexpr int late = 2;
    return term.is(Role::part) && term.value <= late ? before : begin;
}

}  // namespace standpoint::extract
