// Dates that name a day, a month, a year or a longer time by its place in the calendar.
#include <string>
#include <utility>

#include "core/extract/grammar.hpp"

namespace standpoint::extract {
namespace {

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

class DateReader {
  public:
    DateReader(const Passage& passage, std::uint32_t first, const Today& today)
        : p_(passage), first_(first), begin_(first), today_(today) {}

    std::optional<Quantity> read() {
        const Term term = p_.term(first_);
        if (term.is(Role::month)) return month_first(term);
        if (term.is(Role::ordinal)) {
            if (auto day = day_of_month(term.value)) return day;
            return ordinal(term.value);
        }
        if (term.is(Role::decade)) return named_decade(term.value);
        if (term.is(Role::quarter)) return quarter(term.value, first_ + 1);
        if (p_.is_number(first_)) return number();
        return century_word();
    }

  private:
    std::string_view word() const { return p_.at(first_); }

    Quantity found(std::uint32_t end, std::string normal) const {
        const bool relative = relative_ && !normal.empty();
        return {{begin_, end}, QuantityType::date, std::move(normal), relative};
    }

    // "2024" after a day or a month, with or without a comma; moves past it.
    int year_at(std::uint32_t& i) const {
        const std::uint32_t at = p_.is(i, ",") || p_.is(i, "of") ? i + 1 : i;
        const auto year = p_.is_number(at) ? year_of(p_.at(at)) : std::nullopt;
        if (!year) return no_year;
        i = at + 1;
        return *year;
    }

    std::string dated(int year, int month, int day = 0, int direction = 0) {
        if (year == no_year && today_) {
            year = nearest_year(*today_, month, day, direction);
            relative_ = true;
        }
        if (day > 0 && !text::exists({year == no_year ? 2000 : year, month, day})) return {};
        return iso_date(year, month, day);
    }

    // The last day of a range that the day at `i` begins: June 5 - 7, June 5 to 7; moves past it.
    std::optional<int> last_day(std::uint32_t& i) const {
        if (!p_.is_dash(i) && !p_.is(i, "to")) return std::nullopt;
        const auto day = p_.is_number(i + 1) ? day_of(p_.at(i + 1)) : std::nullopt;
        if (day) i += 2;
        return day;
    }

    std::string days(int year, int month, int from, std::optional<int> to) {
        std::string first = dated(year, month, from);
        if (!to || first.empty()) return first;
        const std::string last = dated(year, month, *to);
        return last.empty() || *to <= from ? "" : iso_interval(first, last);
    }

    // 5, 5th, 5-7: the days of a number.
    static std::pair<std::optional<int>, std::optional<int>> days_in(std::string_view number) {
        const std::size_t hyphen = number.find('-', 1);
        if (hyphen == std::string_view::npos) return {day_of(number), std::nullopt};
        const auto to = day_of(number.substr(hyphen + 1));
        return {to ? day_of(number.substr(0, hyphen)) : std::nullopt, to};
    }

    // June 5, June 5-7, 2024, June 2024, June
    std::optional<Quantity> month_first(Term month) {
        if (!is_capital(word()[0])) return std::nullopt;
        std::uint32_t end = first_ + 1;
        if (p_.is_number(end)) {
            auto [from, to] = days_in(p_.at(end));
            if (from && !counts_on(end + 1)) {
                ++end;
                if (!to) to = last_day(end);
                const int year = year_at(end);
                return found(end, days(year, month.value, *from, to));
            }
        }
        if (const Term day = p_.term(end); day.is(Role::ordinal)) {  // November ninth
            const int year = year_at(++end);
            return found(end, dated(year, month.value, day.value));
        }
        begin_ = with_part(p_, first_);
        const int year = year_at(end);
        if (year != no_year) return found(end, dated(year, month.value));
        const Term before = p_.term(begin_ - 1);
        int direction = 0;
        if (before.is(Role::last)) direction = -1;
        if (before.is(Role::next)) direction = 1;
        const bool leads = direction != 0 || before.is(Role::current);
        if (!leads && begin_ == first_ && !stands_alone(month)) return std::nullopt;
        if (leads) --begin_;
        return found(end, dated(no_year, month.value, 0, direction));
    }

    // What shows that the number before `i` counts something: June 5 percent.
    bool counts_on(std::uint32_t i) const {
        return p_.is(i, "%") || p_.is(i, "percent") || p_.term(i).is(Role::scale);
    }

    // Whether the month is one by itself, not a name (June Carter, Theresa May) or a verb.
    bool stands_alone(Term month) const {
        if (month.short_form) return false;
        const bool shared = month.value >= 3 && month.value <= 6;  // March to June
        const std::string_view next = p_.at(first_ + 1);
        if (!next.empty() && is_capital(next[0])) return false;
        if (!shared && month.value != 8) return true;
        for (const std::string_view cue :
             {"in", "since", "until", "till", "during", "through", "from", "before", "after",
              "between", "and", "or", "to", "by", "of"}) {
            const bool firm = cue.size() > 2 || cue == "in";
            if (p_.is(first_ - 1, cue) && (firm || month.value == 4 || month.value == 8))
                return true;
        }
        return false;
    }

    // 5 June 2024, 5th of June
    std::optional<Quantity> day_first(std::uint32_t i, int from, std::optional<int> to) {
        if (p_.is(i, "of")) ++i;
        const Term month = p_.term(i);
        if (!month.is(Role::month) || !is_capital(p_.at(i)[0])) return std::nullopt;
        std::uint32_t end = i + 1;
        const int year = year_at(end);
        return found(end, days(year, month.value, from, to));
    }
    std::optional<Quantity> day_of_month(int day) {
        return p_.is(first_ + 1, "of") ? day_first(first_ + 1, day, std::nullopt) : std::nullopt;
    }

    std::optional<Quantity> number() {
        if (const auto ordinal_number = ordinal_of(word())) {
            if (*ordinal_number <= 31) {
                if (auto date = day_first(first_ + 1, *ordinal_number, std::nullopt)) return date;
            }
            return ordinal(*ordinal_number);
        }
        if (auto date = in_figures()) return date;
        if (auto date = decade()) return date;
        auto [from, to] = days_in(word());
        if (from) {
            std::uint32_t i = first_ + 1;
            if (!to && !p_.term(i).is(Role::month)) to = last_day(i);
            if (auto date = day_first(i, *from, to)) return date;
        }
        if (auto date = ancient()) return date;
        if (auto date = years()) return date;
        return year();
    }

    // 2024-06-05, 5/6/2024, 05.06.2024
    std::optional<Quantity> in_figures() {
        const std::string_view w = word();
        const std::size_t mark = w.find_first_of("-/.");
        if (mark == std::string_view::npos || mark == 0) return std::nullopt;
        const std::size_t second = w.find(w[mark], mark + 1);
        if (second == std::string_view::npos) return std::nullopt;
        const auto a = digits_of(w.substr(0, mark));
        const auto b = digits_of(w.substr(mark + 1, second - mark - 1));
        const auto c = digits_of(w.substr(second + 1));
        if (!a || !b || !c) return std::nullopt;
        if (year_of(w.substr(0, mark)) && w[mark] != '.') {
            if (!text::exists({*a, *b, *c})) return std::nullopt;
            return found(first_ + 1, iso_date(*a, *b, *c));
        }
        if (!year_of(w.substr(second + 1)) || mark > 2 || second - mark > 3) return std::nullopt;
        const bool day_first = text::exists({*c, *b, *a});
        const bool month_first = w[mark] != '.' && text::exists({*c, *a, *b});
        if (!day_first && !month_first) return std::nullopt;
        if (day_first && month_first && *a != *b) return found(first_ + 1, iso_date(*c));
        return found(first_ + 1, day_first ? iso_date(*c, *b, *a) : iso_date(*c, *a, *b));
    }

    // 1990s, '90s, and 90s after "the"
    std::optional<Quantity> decade() {
        std::string_view w = word();
        if (w.size() < 3 || w.back() != 's') return std::nullopt;
        w.remove_suffix(1);
        begin_ = with_part(p_, first_);
        if (const auto year = year_of(w)) {
            if (*year % 10 != 0) return std::nullopt;
            return found(first_ + 1, *year % 100 == 0 ? "" : iso_decade(*year));
        }
        const bool elided = w.size() > 2;
        for (const std::string_view mark : {"'", "’", "‘"}) {
            if (w.substr(0, mark.size()) == mark) w.remove_prefix(mark.size());
        }
        const auto tens = w.size() == 2 ? digits_of(w) : std::nullopt;
        if (!tens || *tens % 10 != 0) return std::nullopt;
        if (!elided && begin_ == first_ && !p_.is(first_ - 1, "the")) return std::nullopt;
        return found(first_ + 1, of_twentieth(*tens));
    }
    // The decades that lie in both centuries tell nothing by their tens.
    static std::string of_twentieth(int tens) { return tens >= 30 ? iso_decade(1900 + tens) : ""; }

    // the nineties; but a person is in her nineties
    std::optional<Quantity> named_decade(int tens) {
        begin_ = with_part(p_, first_);
        if (!p_.is(begin_ - 1, "the")) return std::nullopt;
        return found(first_ + 1, of_twentieth(tens));
    }

    std::optional<Quantity> ancient() {
        const auto year = digits_of(word());
        if (!year || *year == 0) return std::nullopt;
        const std::string_view era = p_.at(first_ + 1);
        if (era != "BC" && era != "B.C." && era != "BCE") return std::nullopt;
        const std::string before = iso_date(*year - 1);  // ISO has a year 0
        return found(first_ + 2, *year == 1 ? before : "-" + before);
    }

    bool links_years(std::uint32_t i) const {
        return p_.is_dash(i) || (p_.is(first_ - 1, "from") && p_.is(i, "to")) ||
               (p_.is(first_ - 1, "between") && p_.is(i, "and"));
    }

    // 1998-2001, 2014/15, 1998–2001, from 1998 to 2001, 2024-06
    std::optional<Quantity> years() {
        std::uint32_t end = first_ + 1;
        std::string_view from = word(), to;
        if (const std::size_t mark = from.find_first_of("-/"); mark != std::string_view::npos) {
            to = from.substr(mark + 1);
            from = from.substr(0, mark);
        } else if (p_.is_number(end + 1) && links_years(end)) {
            to = p_.at(end + 1);
            end += 2;
        }
        const auto first = year_of(from), short_last = digits_of(to);
        if (!first || !short_last || *first < 1800) return std::nullopt;
        int last = *short_last;
        if (to.size() == 2 && last <= *first % 100 && last >= 1 && last <= 12 &&
            end == first_ + 1) {
            return found(end, iso_date(*first, last));
        }
        if (to.size() == 2) last += *first / 100 * 100;
        if (last <= *first || last >= 2200 || (to.size() != 2 && to.size() != 4))
            return std::nullopt;
        return found(end, iso_interval(iso_date(*first), iso_date(last)));
    }

    std::optional<Quantity> year() {
        const auto value = year_of(word());
        if (!value) return std::nullopt;
        const std::uint32_t end = first_ + 1;
        begin_ = with_part(p_, first_);
        const std::uint32_t before = begin_ - 1;
        if (p_.is(before, "fiscal") || (p_.is(before, "year") && p_.is(before - 1, "fiscal"))) {
            begin_ = p_.is(before, "fiscal") ? before : before - 1;
            return found(end, "");
        }
        const Term cue = p_.term(before);
        if (cue.is(Role::numbered) || counts_on(end) || p_.is_symbol(before)) return std::nullopt;
        if (!unit_of(p_.at(end)).empty() || currency_of(p_.at(end)).known) return std::nullopt;
        if (begin_ == first_ && !cued(cue, before) && !recent(*value)) return std::nullopt;
        return found(end, iso_date(*value));
    }
    bool cued(Term cue, std::uint32_t before) const {
        const bool leads = cue.is(Role::cue) || (cue.is_period() && p_.is(before, "year"));
        const bool bracketed = p_.is(before, "(") && p_.is(first_ + 1, ")");
        return bracketed || (leads && !counted(first_ + 1));
    }
    // Whether the words from `i` on look like what a number counts: 1500 soldiers.
    bool counted(std::uint32_t i) const {
        const std::string_view next = p_.at(i);
        if (!p_.is_word(i) || next[0] < 'a' || next[0] > 'z') return false;
        for (const std::string_view many : {"people", "men", "women", "children", "police"}) {
            if (next == many) return true;
        }
        for (const std::string_view small : {"was", "is", "has", "as", "this", "its", "his"}) {
            if (next == small) return false;
        }
        return next.size() > 2 && next.back() == 's';
    }
    // A number that, standing anywhere, is likelier a year than a count.
    bool recent(int year) const {
        if (year < 1900 || year >= 2060 || year % 100 == 0) return false;
        const std::string_view before = p_.at(first_ - 1);
        const bool in_name = p_.is_word(first_ - 1) && is_capital(before[0]) &&
                             first_ - 1 > p_.words.begin && !p_.is(first_ - 1, "the");
        return !in_name;
    }

    // second quarter of 2019, first half of 2019, 20th century
    std::optional<Quantity> ordinal(int value) {
        const std::uint32_t next = first_ + 1;
        if (p_.is(next, "century")) {
            begin_ = with_part(p_, first_);
            return found(next + 1, century(value));
        }
        if (p_.is(next, "quarter") && value <= 4) return quarter(value, next + 1);
        if (p_.is(next, "half") && value <= 2) {
            std::uint32_t end = next + 1;
            const int year = year_at(end);
            if (year == no_year) return std::nullopt;
            const int from = value == 1 ? 1 : 7;
            return found(end, iso_interval(iso_date(year, from), iso_date(year, from + 5)));
        }
        return std::nullopt;
    }

    std::optional<Quantity> quarter(int value, std::uint32_t end) {
        const int year = year_at(end);
        if (year != no_year) return found(end, iso_quarter(year, value));
        const std::uint32_t at = p_.is(end, "of") ? end + 1 : end;
        const Term which = p_.term(at);
        const bool known = which.is(Role::last) || which.is(Role::next) || which.is(Role::current);
        if (known && p_.is(at + 1, "year")) {
            const int step = which.is(Role::last) ? -1 : which.is(Role::next) ? 1 : 0;
            if (!today_) return found(at + 2, "");
            relative_ = true;
            return found(at + 2, iso_quarter(static_cast<int>(today_->year) + step, value));
        }
        const Term before = p_.term(first_ - 1);
        if (!before.is(Role::cue) && !p_.is(first_ - 1, "the") && !p_.is(first_ - 1, "fiscal"))
            return std::nullopt;
        return found(end, "");
    }

    static std::string century(int number) {
        if (number < 1 || number > 21) return {};
        const std::string before = std::to_string(number - 1);
        return (before.size() < 2 ? "0" + before : before) + "XX";
    }

    // 21st-century, nineteenth-century: one word.
    std::optional<Quantity> century_word() {
        const std::string_view w = word();
        const std::size_t hyphen = w.find('-');
        if (hyphen == std::string_view::npos || !same_word(w.substr(hyphen + 1), "century"))
            return std::nullopt;
        const Term term = term_of(w.substr(0, hyphen));
        const auto value = term.is(Role::ordinal) ? term.value : ordinal_of(w.substr(0, hyphen));
        if (!value) return std::nullopt;
        return found(first_ + 1, century(*value));
    }

    const Passage& p_;
    std::uint32_t first_, begin_;
    const Today& today_;
    bool relative_ = false;
};

}  // namespace

std::optional<Quantity> read_date(const Passage& passage, std::uint32_t first, const Today& today) {
    return DateReader(passage, first, today).read();
}

}  // namespace standpoint::extract
