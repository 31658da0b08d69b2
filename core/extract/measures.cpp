// Money, percentages and quantities with a unit.
#include <string>
#include <utility>

#include "core/extract/grammar.hpp"

namespace standpoint::extract {
namespace {

class MeasureReader {
  public:
    MeasureReader(const Passage& passage, std::uint32_t first) : p_(passage), first_(first) {}

    std::optional<Quantity> read() {
        if (const Currency sign = currency_at(first_); sign.known) return signed_money(sign);
        const auto amount = read_amount(p_, first_);
        if (!amount) return std::nullopt;
        amount_ = *amount;
        if (!amount_.tail.empty()) return compound();
        if (auto percent = percentage()) return percent;
        if (auto sum = money()) return sum;
        return quantity();
    }

  private:
    Currency currency_at(std::uint32_t i) const {
        if (p_.is_symbol(i)) return currency_of_sign(p_.at(i));
        if (!p_.term(i).is(Role::money_code)) return {};
        const std::string_view word = p_.at(i);
        const bool capitals = word[1] >= 'A' && word[1] <= 'Z';
        return capitals || word.substr(0, 2) == "Rs" ? currency_of(word) : Currency{};
    }

    Quantity found(QuantityType type, std::uint32_t end, std::string normal) const {
        return {{first_, end}, type, std::move(normal)};
    }

    Quantity sum(const Currency& currency, std::uint32_t end) {
        amount_.low.power += currency.power;
        amount_.high.power += currency.power;
        std::string normal(currency.code);
        if (!normal.empty()) normal += ' ' + amount_.text();
        return found(QuantityType::money, end, std::move(normal));
    }

    // $5 million
    std::optional<Quantity> signed_money(const Currency& currency) {
        if (!p_.is_number(first_ + 1) && !p_.is_word(first_ + 1)) return std::nullopt;
        const auto amount = read_amount(p_, first_ + 1, true);
        if (!amount || !amount->in_digits) return std::nullopt;
        amount_ = *amount;
        std::uint32_t end = amount_.end;
        if (amount_.magnitude == 0 && amount_.tail.empty()) {
            const std::string_view letter = p_.at(end);
            const int power = letter == "m" || letter == "M"   ? 6
                              : letter == "k" || letter == "K" ? 3
                              : letter == "b" || letter == "B" ? 9
                                                               : 0;
            if (power > 0) {
                amount_.scale(power);
                ++end;
            }
        }
        return sum(currency, end);
    }

    // 5 million euros, 5 Hong Kong dollars, 5 €
    std::optional<Quantity> money() {
        const std::uint32_t end = amount_.end;
        if (p_.is_symbol(end) && p_.joined(end) && !p_.is_number(end + 1)) {
            if (const Currency sign = currency_of_sign(p_.at(end)); sign.known)
                return sum(sign, end + 1);
        }
        for (std::uint32_t coin = end; coin <= end + 2 && p_.is_word(coin); ++coin) {
            Currency currency = currency_of(p_.at(coin));
            if (!currency.known) continue;
            if (coin > end) {
                currency.code = national_currency(p_.at(coin - 1), p_.at(coin));
                const char initial = p_.at(end).front();
                const bool adjective = initial >= 'A' && initial <= 'Z';
                if (!adjective || (currency.code.empty() && coin > end + 1)) return std::nullopt;
            } else if (currency.doubtful && amount_.magnitude < 3) {
                if (!p_.is(coin + 1, "sterling")) return std::nullopt;
            }
            return sum(currency, p_.is(coin + 1, "sterling") ? coin + 2 : coin + 1);
        }
        return std::nullopt;
    }

    std::optional<Quantity> percentage() const {
        const std::uint32_t end = amount_.end;
        if (p_.is(end, "%") || p_.is(end, "percent") || p_.is(end, "pct"))
            return percent("%", end + 1);
        if (p_.is(end, "per") && p_.is(end + 1, "cent")) return percent("%", end + 2);
        if (!p_.is(end + 1, "point") && !p_.is(end + 1, "points")) return std::nullopt;
        if (p_.is(end, "percentage")) return percent(" pp", end + 2);
        if (p_.is(end, "basis")) return percent(" bp", end + 2);
        return std::nullopt;
    }
    Quantity percent(std::string_view sign, std::uint32_t end) const {
        return found(QuantityType::percent, end, amount_.text().append(sign));
    }

    // What a hyphen ties to the number: five-kilometre, 20-percent, 500-euro.
    std::optional<Quantity> compound() {
        const std::string_view tail = amount_.tail;
        const std::string_view head = tail.substr(0, tail.find('-'));
        if (same_word(head, "percent") || same_word(tail, "per-cent")) {
            return percent("%", amount_.end);
        }
        if (same_word(tail, "percentage-point")) return percent(" pp", amount_.end);
        if (same_word(tail, "percentage") && p_.is(amount_.end, "point"))
            return percent(" pp", amount_.end + 1);
        const Currency currency = currency_of(head);
        if (currency.known && (!currency.doubtful || amount_.magnitude >= 3))
            return sum(currency, amount_.end);
        if (same_word(head, "magnitude")) return measured("magnitude", amount_.end);
        const auto squared = [&](std::string_view word, std::string_view power) {
            const std::string_view unit = unit_of(tail.substr(tail.find('-') + 1));
            return same_word(head, word) && head.size() < tail.size() && !unit.empty()
                       ? std::string(unit).append(power)
                       : std::string();
        };
        std::string unit = squared("square", "2");
        if (unit.empty()) unit = squared("cubic", "3");
        if (unit.empty()) unit = unit_of(head);
        if (unit.empty() && same_word(head, "square")) return unit_after(amount_.end, "2");
        if (unit.empty()) return std::nullopt;
        return measured(unit, amount_.end);
    }

    // 500-square metres: the unit follows as a word of its own.
    std::optional<Quantity> unit_after(std::uint32_t i, std::string_view power) const {
        const std::string_view unit = unit_of(p_.at(i));
        if (unit.empty()) return std::nullopt;
        return measured(std::string(unit).append(power), i + 1);
    }

    Quantity measured(std::string_view unit, std::uint32_t end) const {
        return found(QuantityType::quantity, end, amount_.text().append(" ").append(unit));
    }

    std::optional<Quantity> quantity() {
        std::uint32_t end = amount_.end;
        if (amount_.in_digits && p_.is(first_ - 1, "magnitude")) {
            --first_;
            return measured("magnitude", end);
        }
        std::string unit;
        if (p_.is(end, "square") || p_.is(end, "sq") || p_.is(end, "sq.")) {
            return unit_after(end + 1, "2");
        } else if (p_.is(end, "cubic")) {
            return unit_after(end + 1, "3");
        } else if (p_.is(end, "nautical") && unit_of(p_.at(end + 1)) == "mi") {
            unit = "nmi";
            end += 2;
        } else if (p_.is(end, "metric") && (p_.is(end + 1, "tons") || p_.is(end + 1, "tonnes"))) {
            unit = "t";
            end += 2;
        } else if (p_.is(end, "light") && p_.is(end + 1, "years")) {
            unit = "ly";
            end += 2;
        } else if (p_.at(end) == "°" || unit_of(p_.at(end)) == "deg") {
            return temperature(end);
        } else {
            unit = single_unit(end);
            if (unit.empty()) return std::nullopt;
            ++end;
        }
        if (unit == "ft") {
            if (auto height = feet_and_inches(end)) return height;
        }
        const std::string_view rate = rate_at(end);
        return measured(unit.append(rate), end + (rate.empty() ? 0 : 2));
    }

    // Letters that are units only beside digits, and where nothing shows that they are something
    // else: 100m from the border, but 5m people.
    std::string single_unit(std::uint32_t i) const {
        const std::string_view word = p_.at(i);
        if (word == "m" && amount_.in_digits) {
            for (const std::string_view after :
                 {"high", "tall", "long", "deep", "wide", "away", "above", "below", "from", "of",
                  "race", "final", "sprint", "hurdles", "freestyle", "and", "or"}) {
                if (p_.is(i + 1, after)) return "m";
            }
            return p_.is_word(i + 1) || p_.is_number(i + 1) ? "" : "m";
        }
        if (word == "g" && amount_.in_digits && p_.joined(i)) return "g";
        return std::string(unit_of(word));
    }

    Quantity temperature(std::uint32_t end) const {
        const bool sign = p_.at(end) == "°";
        ++end;
        if (p_.is(end, "celsius") || p_.is(end, "centigrade") || p_.at(end) == "C")
            return measured("°C", end + 1);
        if (p_.is(end, "fahrenheit") || p_.at(end) == "F") return measured("°F", end + 1);
        return measured(sign ? "°" : "deg", end);
    }

    // 6 feet 2 inches, 6ft 2in
    std::optional<Quantity> feet_and_inches(std::uint32_t i) const {
        if (p_.is(i, ",") || p_.is(i, "and")) ++i;
        const auto inches = p_.is_number(i) ? decimal_of(p_.at(i)) : std::nullopt;
        if (!inches || (unit_of(p_.at(i + 1)) != "in" && p_.at(i + 1) != "in")) return std::nullopt;
        return found(QuantityType::quantity, i + 2,
                     amount_.text() + " ft " + inches->text() + " in");
    }

    // "/d" for "a day", "per day", "/ d".
    std::string_view rate_at(std::uint32_t i) const {
        const std::string_view of = p_.at(i), period = p_.at(i + 1);
        if (of == "/") return period == "h" ? "/h" : period == "s" ? "/s" : "";
        if (!p_.is(i, "a") && !p_.is(i, "an") && !p_.is(i, "per")) return {};
        const Term term = p_.term(i + 1);
        if (!term.is_period() || term.plural) return {};
        switch (term.period()) {
            case Period::second: return "/s";
            case Period::minute: return "/min";
            case Period::hour: return "/h";
            case Period::day: return "/d";
            case Period::week: return "/week";
            case Period::month: return "/month";
            case Period::year: return "/year";
            default: return {};
        }
    }

    const Passage& p_;
    std::uint32_t first_;
    Amount amount_;
};

}  // namespace

std::optional<Quantity> read_measure(const Passage& passage, std::uint32_t first) {
    return MeasureReader(passage, first).read();
}

}  // namespace standpoint::extract
