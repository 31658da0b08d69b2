#include "core/exchange/iso_time.hpp"

#include <algorithm>

#include "core/text/calendar.hpp"

namespace standpoint::exchange {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

void append_digits(std::string& out, std::int64_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

// Reads fixed fields off the front of a string; once something does not fit, stays failed.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool accept(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void expect(char c) { ok_ = accept(c) && ok_; }
    std::int64_t number(std::size_t digits) {
        std::int64_t value = 0;
        for (std::size_t i = 0; i < digits; ++i) value = value * 10 + digit();
        return value;
    }
    // The digits after a decimal point as milliseconds.
    std::int64_t milliseconds() {
        std::int64_t value = digit() * 100, scale = 10;
        for (; at_digit(); scale /= 10) value += digit() * scale;
        return value;
    }
    bool at_end() const { return rest_.empty(); }
    bool ok() const { return ok_; }

  private:
    bool at_digit() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }
    std::int64_t digit() {
        if (!at_digit()) {
            ok_ = false;
            return 0;
        }
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c - '0';
    }
    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace

std::string iso_time(std::int64_t ms) {
    ms = std::clamp(ms, -max_time_ms, max_time_ms);
    const std::int64_t days = (ms >= 0 ? ms : ms - (ms_per_day - 1)) / ms_per_day;
    const std::int64_t of_day = ms - days * ms_per_day;
    const text::CivilDate date = text::date_of(days);

    std::string out;
    if (date.year >= 0 && date.year <= 9999) {
        append_digits(out, date.year, 4);
    } else {
        out += date.year < 0 ? '-' : '+';
        append_digits(out, date.year < 0 ? -date.year : date.year, 6);
    }
    out += '-';
    append_digits(out, date.month, 2);
    out += '-';
    append_digits(out, date.day, 2);
    out += 'T';
    append_digits(out, of_day / 3'600'000, 2);
    out += ':';
    append_digits(out, of_day / 60'000 % 60, 2);
    out += ':';
    append_digits(out, of_day / 1000 % 60, 2);
    out += '.';
    append_digits(out, of_day % 1000, 3);
    out += 'Z';
    return out;
}

std::optional<std::int64_t> parse_iso_time(std::string_view text) {
    Scanner scan(text);
    std::int64_t year = 0;
    if (scan.accept('-'))
        year = -scan.number(6);
    else
        year = scan.number(scan.accept('+') ? 6 : 4);
    scan.expect('-');
    const std::int64_t month = scan.number(2);
    scan.expect('-');
    const std::int64_t day = scan.number(2);
    scan.expect('T');
    const std::int64_t hour = scan.number(2);
    scan.expect(':');
    const std::int64_t minute = scan.number(2);
    scan.expect(':');
    const std::int64_t second = scan.number(2);
    const std::int64_t fraction = scan.accept('.') ? scan.milliseconds() : 0;
    std::int64_t offset_minutes = 0;
    if (!scan.accept('Z')) {
        const bool west = scan.accept('-');
        if (!west) scan.expect('+');
        offset_minutes = scan.number(2) * 60;
        scan.expect(':');
        offset_minutes += scan.number(2);
        if (west) offset_minutes = -offset_minutes;
    }
    if (!scan.ok() || !scan.at_end()) return std::nullopt;
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;

    const text::CivilDate date{year, month, day};
    if (!text::exists(date)) return std::nullopt;
    const std::int64_t days = text::days_of(date);
    const std::int64_t minutes = hour * 60 + minute - offset_minutes;
    const std::int64_t ms = days * ms_per_day + minutes * 60'000 + second * 1000 + fraction;
    if (ms < -max_time_ms || ms > max_time_ms) return std::nullopt;
    return ms;
}

}  // namespace standpoint::exchange
