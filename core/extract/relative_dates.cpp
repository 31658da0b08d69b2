// Dates and times that count from the article's date, and durations.
#include <string>
#include <utility>

#include "core/extract/grammar.hpp"

namespace standpoint::extract {
namespace {

std::string iso_day(std::int64_t days) {
    const text::CivilDate date = text::date_of(days);
    return iso_date(static_cast<int>(date.year), static_cast<int>(date.month),
                    static_cast<int>(date.day));
}

std::string iso_week(std::int64_t days) {
    const text::IsoWeek week = text::iso_week_of(days);
    return iso_date(static_cast<int>(week.year)) + (week.week < 10 ? "-W0" : "-W") +
           std::to_string(week.week);
}

std::string iso_weekend(std::int64_t days) {
    const std::int64_t saturday = days + 6 - text::weekday_of(days);
    return iso_interval(iso_day(saturday), iso_day(saturday + 1));
}

// The stretch of the calendar of that length that lies so many of them from today's.
std::string stepped(const text::CivilDate& today, Period period, int steps) {
    const std::int64_t days = text::days_of(today), year = today.year;
    const std::int64_t months = year * 12 + today.month - 1 + steps;
    const std::int64_t quarters = year * 4 + (today.month - 1) / 3 + steps;
    const std::int64_t years = period == Period::month     ? months / 12
                               : period == Period::quarter ? quarters / 4
                               : period == Period::decade  ? year + 10LL * steps
                               : period == Period::century ? year + 100LL * steps
                               : period == Period::year    ? year + steps
                                                           : year + steps / 50;
    if (years < 1 || years > 9998 || year < 1 || year > 9998) return {};
    const int result = static_cast<int>(years);
    switch (period) {
        case Period::day: return iso_day(days + steps);
        case Period::weekend: return iso_weekend(days + 7LL * steps);
        case Period::week: return iso_week(days + 7LL * steps);
        case Period::month: return iso_date(result, static_cast<int>(months % 12) + 1);
        case Period::quarter: return iso_quarter(result, static_cast<int>(quarters % 4) + 1);
        case Period::year: return iso_date(result);
        case Period::decade: return iso_decade(result);
        case Period::century: return iso_date(result).substr(0, 2) + "XX";
        default: return {};
    }
}

class RelativeReader {
  public:
    RelativeReader(const Passage& passage, std::uint32_t at, const Today& today)
        : p_(passage), at_(at), begin_(at), end_(at + 1), today_(today) {}

    std::optional<Quantity> read() {
        const Term term = p_.term(at_);
        switch (term.role) {
            case Role::weekday: return weekday(term);
            case Role::day: return named_day(term.value);
            case Role::tonight: return found(QuantityType::time, Period::day, 0);
            case Role::day_part: return part_of_day();
            case Role::season: return season(term.value);
            case Role::period: return period(term);
            default: return std::nullopt;
        }
    }

    std::optional<Quantity> read_duration() {
        const Term first = p_.term(at_);
        if (first.is(Role::vague)) return vague(same_word(p_.at(at_), "couple"));
        const auto amount = read_amount(p_, at_);
        if (!amount) return std::nullopt;
        end_ = amount->end;
        if (!amount->tail.empty()) {
            const Term term = term_of(amount->tail);
            if (!term.is_period()) return std::nullopt;
            if (p_.is(end_, "old")) ++end_;
            return duration(*amount, term.period());
        }
        const Term term = term_of(p_.at(end_));
        if (!term.is(Role::period) || term.period() == Period::weekend) return age(*amount);
        ++end_;
        if (!term.rest.empty()) {  // 61 year-old
            if (!same_word(term.rest.substr(0, 3), "old")) return std::nullopt;
            return duration(*amount, term.period());
        }
        if (term.period() == Period::quarter && p_.is(end_, "of")) return std::nullopt;
        if (p_.is(end_, "old")) ++end_;
        if (auto counted = counted_from_today(*amount, term.period())) return counted;
        return duration(*amount, term.period());
    }

  private:
    Quantity made(QuantityType type, std::string normal, bool relative = false) const {
        return {{begin_, end_}, type, std::move(normal), relative};
    }
    // So many steps from today, if it is known.
    Quantity found(QuantityType type, Period period, int steps) const {
        if (!today_) return made(type, "");
        std::string normal = stepped(*today_, period, steps);
        const bool relative = !normal.empty();
        return made(type, std::move(normal), relative);
    }
    static QuantityType type_of(Period period) {
        return period < Period::day ? QuantityType::time : QuantityType::date;
    }

    std::optional<Quantity> weekday(Term day) {
        const char initial = p_.at(at_)[0];
        if (initial < 'A' || initial > 'Z') return std::nullopt;
        if (auto date = weekday_and_date()) return date;
        if (day.short_form && p_.at(at_).back() != '.') return std::nullopt;
        const Term before = p_.term(at_ - 1);
        int direction = 0;
        if (before.is(Role::last)) direction = -1;
        if (before.is(Role::next)) direction = 1;
        if (direction != 0 || before.is(Role::current)) --begin_;
        if (direction > 0 && p_.is(begin_ - 1, "this")) --begin_;
        begin_ = with_part(p_, begin_);
        const QuantityType type = with_day_part();
        if (!today_) return made(type, "");
        const std::int64_t here = text::days_of(*today_);
        const int ahead = (day.value - text::weekday_of(here) + 7) % 7;  // 0: today
        const int back = ahead == 0 ? 0 : ahead - 7;
        const int steps = direction > 0              ? (ahead == 0 ? 7 : ahead)
                          : direction < 0            ? (back == 0 ? -7 : back)
                          : before.is(Role::current) ? ahead
                                                     : back;
        return made(type, iso_day(here + steps), true);
    }

    // Monday, June 5, 2024; Mon 5 June
    std::optional<Quantity> weekday_and_date() {
        const std::uint32_t i = p_.is(at_ + 1, ",") ? at_ + 2 : at_ + 1;
        const bool month_first = p_.term(i).is(Role::month) && p_.is_number(i + 1);
        const bool day_first = p_.is_number(i) && day_of(p_.at(i)) &&
                               (p_.term(i + 1).is(Role::month) || p_.is(i + 1, "of"));
        if (!month_first && !day_first) return std::nullopt;
        auto date = read_date(p_, i, today_);
        if (!date || date->words.begin != i || date->words.size() < 2) return std::nullopt;
        date->words.begin = begin_;
        return date;
    }

    // Takes in "morning" after a day, and says what the whole is.
    QuantityType with_day_part() {
        if (!p_.term(end_).is(Role::day_part)) return QuantityType::date;
        ++end_;
        return QuantityType::time;
    }

    Quantity named_day(int step) {
        begin_ = with_part(p_, begin_);
        const QuantityType type = with_day_part();
        return found(type, Period::day, step);
    }

    // this morning, last night
    std::optional<Quantity> part_of_day() {
        const bool last_night = p_.is(at_ - 1, "last") && p_.is(at_, "night");
        if (!last_night && !p_.is(at_ - 1, "this")) return std::nullopt;
        --begin_;
        begin_ = with_part(p_, begin_);
        return found(QuantityType::time, Period::day, last_night ? -1 : 0);
    }

    std::optional<Quantity> season(int code) {
        const auto of_year = [&](int year) { return iso_date(year) + "-" + std::to_string(code); };
        const std::uint32_t year_at = p_.is(end_, "of") ? end_ + 1 : end_;
        const auto year = p_.is_number(year_at) ? year_of(p_.at(year_at)) : std::nullopt;
        if (year) {
            begin_ = with_part(p_, begin_);
            end_ = year_at + 1;
            return made(QuantityType::date, of_year(*year));
        }
        const Term before = p_.term(at_ - 1);
        const bool leads = before.is(Role::last) || before.is(Role::next);
        if (!leads && !p_.is(at_ - 1, "this")) return std::nullopt;
        --begin_;
        if (leads || !today_) return made(QuantityType::date, "");
        return made(QuantityType::date, of_year(static_cast<int>(today_->year)), true);
    }

    // last year, this week, a year ago
    std::optional<Quantity> period(Term term) {
        const Period length = term.period();
        const Term before = p_.term(at_ - 1);
        if (before.is(Role::one) && !term.plural) {
            begin_ = at_ - 1;
            Amount one;
            one.low = one.high = {1, 0};
            one.end = end_;
            return counted_from_today(one, length);
        }
        const int direction = before.is(Role::last) ? -1 : before.is(Role::next) ? 1 : 0;
        if (direction == 0 && !before.is(Role::current)) return std::nullopt;
        const bool past = p_.is(at_ - 1, "past");
        if (length < (past ? Period::hour : Period::day)) return std::nullopt;
        --begin_;
        if (p_.term(begin_ - 1).is(Role::part)) --begin_;
        if (term.plural) return made(type_of(length), "");
        if (past) {
            Amount one;
            one.low = one.high = {1, 0};
            return made(type_of(length), iso_duration(one, length));
        }
        if (length <= Period::day) {
            if (direction < 1 && !p_.is(at_ - 1, "previous")) return std::nullopt;
            return made(type_of(length), "");  // from what was told, not from today
        }
        if (p_.is(at_ - 1, "previous")) return made(QuantityType::date, "");
        return found(QuantityType::date, length, direction);
    }

    // several days, a few weeks ago, the past few months
    std::optional<Quantity> vague(bool couple) {
        if (couple && p_.is(end_, "of")) ++end_;
        const Term term = p_.term(end_);
        if (!term.is(Role::period) || !term.plural) return std::nullopt;
        ++end_;
        if (p_.term(begin_ - 1).is(Role::one)) --begin_;
        take_direction();
        take_distance();
        return made(type_of(term.period()), "");
    }

    void take_direction() {
        const Term before = p_.term(begin_ - 1);
        if (before.is(Role::last) || before.is(Role::next)) --begin_;
    }
    // ago -1, from now 1, earlier or later (than what was told) 2, or nothing 0.
    int take_distance() {
        if (p_.is(end_, "ago")) {
            ++end_;
            return -1;
        }
        if (p_.is(end_, "from") && (p_.is(end_ + 1, "now") || p_.is(end_ + 1, "today"))) {
            end_ += 2;
            return 1;
        }
        if (p_.is(end_, "earlier") || p_.is(end_, "later")) {
            ++end_;
            return 2;
        }
        return 0;
    }

    std::optional<Quantity> counted_from_today(const Amount& amount, Period length) {
        const int direction = take_distance();
        if (direction == 0) return std::nullopt;
        const auto steps = amount.range ? std::nullopt : amount.low.small();
        if (direction == 2 || !steps) return made(type_of(length), "");
        return found(type_of(length), length, direction * *steps);
    }

    Quantity duration(const Amount& amount, Period length) {
        take_direction();
        return made(type_of(length), iso_duration(amount, length));
    }

    // aged 50, the age of 50
    std::optional<Quantity> age(const Amount& amount) {
        const bool told = p_.is(at_ - 1, "aged") || p_.is(at_ - 1, "age") ||
                          (p_.is(at_ - 1, "of") && p_.is(at_ - 2, "age"));
        if (!told || amount.range || amount.magnitude > 0) return std::nullopt;
        return made(QuantityType::date, iso_duration(amount, Period::year));
    }

    // P2W, PT30M; a range has none.
    static std::string iso_duration(const Amount& amount, Period length) {
        if (amount.range) return {};
        Decimal count = amount.low;
        count.negative = false;
        if (length == Period::quarter) count.digits *= 3;
        if (length == Period::decade) ++count.power;
        if (length == Period::century) count.power += 2;
        const std::string number = count.text();
        switch (length) {
            case Period::second: return "PT" + number + "S";
            case Period::minute: return "PT" + number + "M";
            case Period::hour: return "PT" + number + "H";
            case Period::day: return "P" + number + "D";
            case Period::weekend: return {};
            case Period::week: return "P" + number + "W";
            case Period::month:
            case Period::quarter: return "P" + number + "M";
            case Period::year:
            case Period::decade:
            case Period::century: return "P" + number + "Y";
        }
        return {};
    }

    const Passage& p_;
    std::uint32_t at_, begin_, end_;
    const Today& today_;
};

}  // namespace

std::optional<Quantity> read_relative_date(const Passage& passage, std::uint32_t at,
                                           const Today& today) {
    return RelativeReader(passage, at, today).read();
}

std::optional<Quantity> read_duration(const Passage& passage, std::uint32_t first,
                                      const Today& today) {
    return RelativeReader(passage, first, today).read_duration();
}

}  // namespace standpoint::extract
