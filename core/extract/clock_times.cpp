// Times of day: 3:30 p.m., 0900 GMT, five o'clock, noon.
#include <string>

#include "core/extract/grammar.hpp"

namespace standpoint::extract {
namespace {

struct Clock {
    int hour = -1, minute = 0, second = -1;
    bool colon = false;  // 15:30
    bool four = false;   // 0900
    bool valid() const {
        return hour >= 0 && hour <= 24 && minute < 60 && second < 60 &&
               (hour < 24 || (minute == 0 && second <= 0));
    }
};

// hh, hh:mm, hh:mm:ss, h.mm, hhmm.
Clock clock_of(std::string_view word) {
    Clock clock;
    const std::size_t mark = word.find_first_of(":.");
    if (mark == std::string_view::npos) {
        const auto value = digits_of(word);
        if (!value) return {};
        clock.four = word.size() == 4;
        clock.hour = clock.four ? *value / 100 : word.size() <= 2 ? *value : -1;
        clock.minute = clock.four ? *value % 100 : 0;
        return clock;
    }
    const auto hour = digits_of(word.substr(0, mark));
    const auto minute = digits_of(word.substr(mark + 1, 2));
    if (!hour || mark > 2 || !minute || word.size() < mark + 3) return {};
    clock.hour = *hour;
    clock.minute = *minute;
    clock.colon = word[mark] == ':';
    const std::string_view rest = word.substr(mark + 3);
    if (rest.empty()) return clock;
    const auto second = digits_of(rest.substr(1));
    if (rest[0] != ':' || rest.size() != 3 || !second) return {};
    clock.second = *second;
    return clock;
}

void append_two(std::string& out, int value) {
    out += static_cast<char>('0' + value / 10);
    out += static_cast<char>('0' + value % 10);
}

std::string iso(const Clock& clock) {
    std::string out = "T";
    append_two(out, clock.hour);
    out += ':';
    append_two(out, clock.minute);
    if (clock.second >= 0) {
        out += ':';
        append_two(out, clock.second);
    }
    return out;
}

enum class Half { none, morning, afternoon };

class ClockReader {
  public:
    ClockReader(const Passage& passage, std::uint32_t first) : p_(passage), first_(first) {}

    std::optional<Quantity> read() {
        const Term term = p_.term(first_);
        end_ = first_ + 1;
        if (term.is(Role::clock)) {
            read_zone();
            Clock clock;
            clock.hour = term.value;
            return found(iso(clock) + offset_);
        }
        if (p_.is_number(first_)) {
            if (auto range = read_range()) return range;
        }
        Clock clock;
        if (term.is(Role::number)) clock.hour = term.value;
        if (p_.is_number(first_)) clock = clock_of(p_.at(first_));
        if (!clock.valid()) return std::nullopt;
        if (const Half half = read_half(); half != Half::none) {
            if (clock.four || !shift(clock, half)) return std::nullopt;
            read_zone();
            return found(iso(clock) + offset_);
        }
        if (p_.is(end_, "o'clock") || p_.is(end_, "o’clock")) {
            ++end_;
            return found(clock.hour > 12 ? iso(clock) : "");
        }
        const bool zoned = p_.is_number(first_) && read_zone();
        if (!zoned && !(clock.colon && after_cue())) return std::nullopt;
        return found(iso(clock) + offset_);
    }

  private:
    Quantity found(std::string normal) const {
        return {{first_, end_}, QuantityType::time, std::move(normal)};
    }

    bool after_cue() const {
        for (const std::string_view cue : {"at", "about", "by", "until", "till", "from", "before",
                                           "after", "around", "since", "between"}) {
            if (p_.is(first_ - 1, cue)) return true;
        }
        return false;
    }

    Half read_half() {
        const bool morning = p_.is(end_, "a.m.") || p_.is(end_, "am") || p_.is(end_, "a.m");
        const bool afternoon = p_.is(end_, "p.m.") || p_.is(end_, "pm") || p_.is(end_, "p.m");
        if (!morning && !afternoon) return Half::none;
        ++end_;
        return morning ? Half::morning : Half::afternoon;
    }

    // From twelve hours to twenty-four; false if the hour is none of twelve.
    static bool shift(Clock& clock, Half half) {
        if (clock.hour < 1 || clock.hour > 12) return false;
        clock.hour = clock.hour % 12 + (half == Half::afternoon ? 12 : 0);
        return true;
    }

    // 9-11 a.m.
    std::optional<Quantity> read_range() {
        const std::string_view word = p_.at(first_);
        const std::size_t hyphen = word.find('-', 1);
        if (hyphen == std::string_view::npos) return std::nullopt;
        Clock from = clock_of(word.substr(0, hyphen)), to = clock_of(word.substr(hyphen + 1));
        const Half half = read_half();
        if (half == Half::none || from.four || to.four || !from.valid() || !to.valid() ||
            !shift(from, half) || !shift(to, half)) {
            end_ = first_ + 1;
            return std::nullopt;
        }
        read_zone();
        if (from.hour >= to.hour && from.hour >= 12) from.hour -= 12;  // 11-1 p.m.
        return found(iso(from) + offset_ + "/" + iso(to) + offset_);
    }

    // GMT, local time, Eastern Daylight Time, Kyiv time.
    bool read_zone() {
        if (const Zone zone = zone_of(p_.at(end_)); zone.known) {
            ++end_;
            if (zone.fixed) set_offset(zone.offset);
            return true;
        }
        std::uint32_t i = end_;
        const auto capital = [&](std::uint32_t at) {
            const std::string_view word = p_.at(at);
            return p_.is_word(at) && word[0] >= 'A' && word[0] <= 'Z';
        };
        if (p_.is(i, "local")) {
            ++i;
        } else {
            while (i < end_ + 2 && capital(i) && !p_.is(i, "time")) ++i;
        }
        if (i == end_ || !p_.is(i, "time")) return false;
        end_ = i + 1;
        return true;
    }

    void set_offset(int minutes) {
        if (minutes == 0) {
            offset_ = "Z";
            return;
        }
        offset_ = minutes < 0 ? "-" : "+";
        const int size = minutes < 0 ? -minutes : minutes;
        append_two(offset_, size / 60);
        offset_ += ':';
        append_two(offset_, size % 60);
    }

    const Passage& p_;
    std::uint32_t first_, end_ = 0;
    std::string offset_;
};

}  // namespace

std::optional<Quantity> read_clock_time(const Passage& passage, std::uint32_t first) {
    return ClockReader(passage, first).read();
}

}  // namespace standpoint::extract
