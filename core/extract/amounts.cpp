#include "core/extract/amounts.hpp"

#include <algorithm>

namespace standpoint::extract {
namespace {

constexpr std::size_t most_digits = 15;
constexpr std::uint64_t largest = 1'000'000'000'000'000;  // so that nothing below overflows

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A place between words or between the hyphens of one.
struct Cursor {
    const Passage& passage;
    std::uint32_t word;
    std::string_view piece;  // the rest of the word

    Cursor(const Passage& p, std::uint32_t i) : passage(p), word(i), piece(p.at(i)) {}
    Cursor(const Cursor&) = default;
    Cursor& operator=(const Cursor& other) {
        word = other.word;
        piece = other.piece;
        return *this;
    }

    bool inside() const { return piece.data() != passage.at(word).data(); }
    Term term() const { return term_of(piece); }
    bool is(std::string_view small) const {
        return same_word(piece.substr(0, piece.find('-')), small);
    }
    void step() {
        const std::size_t hyphen = piece.find('-');
        if (hyphen != std::string_view::npos && hyphen + 1 < piece.size()) {
            piece.remove_prefix(hyphen + 1);
        } else {
            piece = passage.at(++word);
        }
    }
};

// Reads one number, without a range.
class NumberReader {
  public:
    NumberReader(const Passage& passage, std::uint32_t first) : at_(passage, first) {}

    std::optional<Amount> read() {
        const bool in_digits = !at_.piece.empty() && (is_digit(at_.piece[0]) ||
                                                      at_.piece[0] == '-' || at_.piece[0] == '.');
        if (in_digits ? !read_digits() : !read_words()) return std::nullopt;
        if (at_.is("and")) add_half();
        while (at_.term().is(Role::scale) && value_.power < 24) {
            value_.power += at_.term().value;
            magnitude_ += at_.term().value;
            at_.step();
        }
        if (at_.term().is(Role::dozen)) {
            value_.digits *= 12;
            at_.step();
        }
        Amount amount;
        amount.low = amount.high = value_;
        amount.in_digits = in_digits;
        amount.magnitude = magnitude_;
        amount.end = at_.word;
        if (at_.inside()) {
            amount.tail = at_.piece;
            ++amount.end;
        }
        return amount;
    }

  private:
    bool read_digits() {
        const std::size_t hyphen = at_.piece.find('-', 1);
        const auto value = decimal_of(at_.piece.substr(0, hyphen));
        if (!value) return false;
        value_ = *value;
        if (hyphen == std::string_view::npos) {
            at_.piece = at_.passage.at(++at_.word);
        } else {
            if (hyphen + 1 >= at_.piece.size()) return false;
            at_.piece.remove_prefix(hyphen + 1);
        }
        return true;
    }

    bool read_words() {
        const Term first = at_.term();
        if (first.is(Role::half) || first.is(Role::one)) return read_opener(first);
        if (!first.is(Role::number) && !first.is(Role::tens)) return false;
        std::uint64_t total = 0;
        int below = 15;  // scales fall: two million five thousand
        while (const auto group = read_group()) {
            value_.digits = *group;
            const Term scale = at_.term();
            if (!scale.is(Role::scale) || scale.value >= below) {
                value_.digits += total;
                return true;
            }
            std::uint64_t power = 1;
            for (int i = 0; i < scale.value; ++i) power *= 10;
            total += *group * power;  // below a thousand times 10^12
            value_.digits = total;
            magnitude_ = below = scale.value;
            at_.step();
            Cursor ahead = at_;
            if (ahead.is("and")) ahead.step();
            const Term next = ahead.term();
            if (!next.is(Role::number) && !next.is(Role::tens)) break;
            at_ = ahead;
        }
        return true;
    }

    // half a, a hundred
    bool read_opener(Term first) {
        at_.step();
        if (first.is(Role::half)) {
            value_ = {5, -1};
            if (at_.term().is(Role::one)) at_.step();
            return true;
        }
        value_ = {1, 0};
        if (at_.term().is(Role::half)) {
            value_ = {5, -1};
            at_.step();
        }
        return at_.term().is(Role::scale) || at_.term().is(Role::dozen);
    }

    // Below a thousand: five, twenty-five, two hundred and five.
    std::optional<std::uint64_t> read_group() {
        const Term first = at_.term();
        if (!first.is(Role::number) && !first.is(Role::tens)) return std::nullopt;
        auto value = static_cast<std::uint64_t>(first.value);
        at_.step();
        if (first.is(Role::tens) && is_ones(at_.term())) {
            value += static_cast<std::uint64_t>(at_.term().value);
            at_.step();
        }
        const Term next = at_.term();
        if (!next.is(Role::scale) || next.value != 2) return value;
        value *= 100;
        at_.step();
        Cursor ahead = at_;
        if (ahead.is("and")) ahead.step();
        const Term rest = ahead.term();
        if (!rest.is(Role::number) && !rest.is(Role::tens)) return value;
        at_ = ahead;
        value += static_cast<std::uint64_t>(rest.value);
        at_.step();
        if (rest.is(Role::tens) && is_ones(at_.term())) {
            value += static_cast<std::uint64_t>(at_.term().value);
            at_.step();
        }
        return value;
    }
    static bool is_ones(Term term) {
        return term.is(Role::number) && term.value > 0 && term.value < 10;
    }

    // two and a half
    void add_half() {
        Cursor ahead = at_;
        ahead.step();
        if (!ahead.term().is(Role::one)) return;
        ahead.step();
        if (!ahead.term().is(Role::half) || value_.power != 0) return;
        ahead.step();
        value_ = {value_.digits * 10 + 5, -1, value_.negative};
        at_ = ahead;
    }

    Cursor at_;
    Decimal value_;
    int magnitude_ = 0;
};

// A number token that is a range by itself: 5-7.
std::optional<Amount> read_range_word(const Passage& passage, std::uint32_t i) {
    const std::string_view word = passage.at(i);
    const std::size_t hyphen = word.find('-', 1);
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto low = decimal_of(word.substr(0, hyphen)), high = decimal_of(word.substr(hyphen + 1));
    if (!low || !high || high->negative) return std::nullopt;
    Amount amount;
    amount.low = *low;
    amount.high = *high;
    amount.range = amount.in_digits = true;
    amount.end = i + 1;
    const Term scale = passage.term(i + 1);
    if (scale.is(Role::scale)) {
        amount.scale(scale.value);
        ++amount.end;
    }
    return amount;
}

}  // namespace

std::optional<Decimal> decimal_of(std::string_view word) {
    Decimal value;
    if (!word.empty() && word.front() == '-') {
        value.negative = true;
        word.remove_prefix(1);
    }
    const std::size_t point = std::min(word.find('.'), word.size());
    std::size_t digits = 0, since_comma = 0;
    bool commas = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i == point) continue;
        if (word[i] == ',' && i < point && i > 0) {
            if (commas ? since_comma < 2 || since_comma > 3 : since_comma > 3) return std::nullopt;
            commas = true;
            since_comma = 0;
            continue;
        }
        if (!is_digit(word[i]) || ++digits > most_digits) return std::nullopt;
        if (i < point) ++since_comma;
        value.digits = value.digits * 10 + static_cast<std::uint64_t>(word[i] - '0');
        if (i > point) --value.power;
    }
    if (digits == 0 || (commas && since_comma != 3)) return std::nullopt;
    return value;
}

std::optional<int> digits_of(std::string_view word) {
    if (word.empty() || word.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : word) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string Decimal::text() const {
    std::string out = std::to_string(digits);
    if (power >= 0) {
        if (digits != 0) out.append(static_cast<std::size_t>(power), '0');
    } else {
        const auto places = static_cast<std::size_t>(-power);
        if (out.size() <= places) out.insert(0, places + 1 - out.size(), '0');
        out.insert(out.size() - places, ".");
        while (out.back() == '0') out.pop_back();
        if (out.back() == '.') out.pop_back();
    }
    return negative && digits != 0 ? "-" + out : out;
}

std::optional<int> Decimal::small() const {
    std::uint64_t value = digits;
    for (int i = 0; i < power && value < largest; ++i) value *= 10;
    for (int i = power; i < 0; ++i) {
        if (value % 10 != 0) return std::nullopt;
        value /= 10;
    }
    if (negative || value >= 1'000'000) return std::nullopt;
    return static_cast<int>(value);
}

std::string Amount::text() const {
    return range ? low.text() + "/" + high.text() : low.text();
}

std::optional<Amount> read_amount(const Passage& passage, std::uint32_t first, bool money) {
    if (passage.is_number(first)) {
        if (auto range = read_range_word(passage, first)) return range;
    }
    auto amount = NumberReader(passage, first).read();
    if (!amount || !amount->tail.empty()) return amount;
    const std::uint32_t link = amount->end;
    const bool between = passage.is(first - 1, "between") && passage.is(link, "and");
    if (!passage.is_dash(link) && !passage.is(link, "to") && !passage.is(link, "or") && !between)
        return amount;
    std::uint32_t next = link + 1;
    if (money && passage.is_symbol(next)) ++next;
    if (!passage.is_number(next) && !passage.is_word(next)) return amount;
    if (passage.term(next).is(Role::one) || passage.term(next).is(Role::half)) return amount;
    const auto high = NumberReader(passage, next).read();
    if (!high || high->low.negative) return amount;
    amount->high = high->low;
    if (amount->magnitude == 0) amount->low.power += high->magnitude;
    amount->magnitude = high->magnitude;
    amount->tail = high->tail;
    amount->end = high->end;
    amount->range = true;
    return amount;
}

}  // namespace standpoint::extract
