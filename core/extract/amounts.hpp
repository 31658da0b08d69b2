// Amounts: numbers as text writes them, in digits, in words or both, and the passage that they are
// read from. Exact: a number is kept in decimal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/extract/article.hpp"
#include "core/extract/quantity_words.hpp"

namespace standpoint::extract {

// The words of one sentence. A word outside it reads as an empty one.
struct Passage {
    const Article& article;
    Range words;

    bool has(std::uint32_t i) const { return words.contains(i); }
    std::string_view at(std::uint32_t i) const { return has(i) ? article.at(i) : ""; }
    bool is(std::uint32_t i, std::string_view small) const { return same_word(at(i), small); }
    bool is_number(std::uint32_t i) const {
        return has(i) && article.words[i].kind == text::TokenKind::number;
    }
    bool is_symbol(std::uint32_t i) const {
        return has(i) && article.words[i].kind == text::TokenKind::symbol;
    }
    bool is_word(std::uint32_t i) const {
        return has(i) && article.words[i].kind == text::TokenKind::word;
    }
    // A hyphen or a short dash between words: 5 - 7, 5–7.
    bool is_dash(std::uint32_t i) const { return is(i, "-") || is(i, "–"); }
    // The term that is the whole word.
    Term term(std::uint32_t i) const {
        const Term term = is_word(i) ? term_of(at(i)) : Term{};
        return term.rest.empty() ? term : Term{};
    }
    // Whether no space parts the word from the one before it.
    bool joined(std::uint32_t i) const {
        return has(i) && has(i - 1) && article.words[i - 1].span.end == article.words[i].span.begin;
    }
};

// digits * 10^power.
struct Decimal {
    std::uint64_t digits = 0;
    int power = 0;
    bool negative = false;

    std::string text() const;  // "2000", "-0.5"
    // The value if it is a whole number below a million.
    std::optional<int> small() const;
};

// A number in digits, with or without separators: 5, 2,000, 3.5, 5,00,000, -5; nothing else.
std::optional<Decimal> decimal_of(std::string_view word);
// Up to four digits and nothing else.
std::optional<int> digits_of(std::string_view word);

struct Amount {
    Decimal low, high;        // of a range; else both are the same
    std::uint32_t end = 0;    // past the last word
    std::string_view tail{};  // what follows the number inside that word: 50-|year-old
    bool range = false;
    int magnitude = 0;  // the power of ten of its last scale word: 6 in millions
    bool in_digits = false;

    void scale(int power) {
        low.power += power;
        high.power += power;
        magnitude = power;
    }
    std::string text() const;  // "5", "5/7"
};
// The amount that begins with the word. `money` lets a currency sign stand within a range.
std::optional<Amount> read_amount(const Passage&, std::uint32_t first, bool money = false);

}  // namespace standpoint::extract
