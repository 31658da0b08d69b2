#include "core/text/chars.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "core/text/unicode_data.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::text {
namespace {

// Code points first, first + step, ..., last map to themselves plus `difference`.
struct CaseRun {
    char32_t first, last;
    std::int32_t difference;
    std::uint8_t step;
};

}  // namespace

#include "core/text/unicode_tables.inc"

namespace {

template <std::size_t N>
char32_t map_case(const CaseRun (&runs)[N], char32_t c) {
    const auto run =
        std::lower_bound(std::begin(runs), std::end(runs), c,
                         [](const CaseRun& r, char32_t value) { return r.last < value; });
    if (run == std::end(runs) || c < run->first || (c - run->first) % run->step != 0) return c;
    return static_cast<char32_t>(static_cast<std::int32_t>(c) + run->difference);
}

}  // namespace

std::uint32_t packed_properties(char32_t c) {
    if (c > 0x10FFFF) return static_cast<std::uint32_t>(GraphemeBreak::control) << 4;
    const auto next = std::upper_bound(std::begin(property_ranges), std::end(property_ranges),
                                       static_cast<std::uint32_t>(c) << 8 | 0xFF);
    return *std::prev(next) & 0xFF;
}

bool is_letter(char32_t c) {
    switch (class_of(c)) {
        case CharClass::upper:
        case CharClass::lower:
        case CharClass::letter:
        case CharClass::mark:
        case CharClass::ideograph: return true;
        default: return false;
    }
}

bool is_upper(char32_t c) {
    return class_of(c) == CharClass::upper;
}
bool is_lower(char32_t c) {
    return class_of(c) == CharClass::lower;
}
bool is_digit(char32_t c) {
    return class_of(c) == CharClass::digit;
}
bool is_space(char32_t c) {
    return class_of(c) == CharClass::space;
}
bool is_punctuation(char32_t c) {
    return class_of(c) == CharClass::punctuation;
}
bool is_symbol(char32_t c) {
    return class_of(c) == CharClass::symbol;
}
bool is_ideograph(char32_t c) {
    return class_of(c) == CharClass::ideograph;
}

char32_t to_lower(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
    return map_case(lower_runs, c);
}

char32_t to_upper(char32_t c) {
    if (c < 0x80) return c >= U'a' && c <= U'z' ? c - 32 : c;
    return map_case(upper_runs, c);
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t pos = 0; pos < text.size();) {
        const CodePoint c = decode(text, pos);
        append(out, to_lower(c.value));
        pos += c.bytes;
    }
    return out;
}

bool starts_upper(std::string_view word) {
    for (std::size_t pos = 0; pos < word.size();) {
        const CodePoint c = decode(word, pos);
        if (is_letter(c.value)) return is_upper(c.value);
        pos += c.bytes;
    }
    return false;
}

bool all_upper(std::string_view word) {
    int letters = 0;
    for (std::size_t pos = 0; pos < word.size();) {
        const CodePoint c = decode(word, pos);
        const CharClass kind = class_of(c.value);
        if (kind == CharClass::lower) return false;
        if (kind == CharClass::upper) ++letters;
        pos += c.bytes;
    }
    return letters >= 2;
}

}  // namespace standpoint::text
