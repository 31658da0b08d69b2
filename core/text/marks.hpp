// Punctuation marks by what they do in running text, for core/text alone.
#pragma once

#include <string_view>

namespace standpoint::text {

inline constexpr char32_t left_single_quote = 0x2018, right_single_quote = 0x2019;

constexpr bool is_one_of(std::u32string_view marks, char32_t c) {
    return marks.find(c) != std::u32string_view::npos;
}

constexpr bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == right_single_quote;
}
constexpr bool is_hyphen(char32_t c) {
    return c == U'-' || c == 0x2010 || c == 0x2011;
}
constexpr bool is_dash(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015);
}

constexpr bool is_quotation_mark(char32_t c) {
    return is_one_of(U"\"'`«»‘’‚‛“”„‟‹›「」『』〝〞〟＂｢｣", c);
}
// Marks that close a quotation when nothing around them says otherwise.
constexpr bool is_closing_quotation_mark(char32_t c) {
    return is_one_of(U"»’”›」』〞〟｣", c);
}

constexpr bool is_opening_bracket(char32_t c) {
    return is_one_of(U"([{<⟨（［｛【〈《〔〖", c);
}
constexpr bool is_closing_bracket(char32_t c) {
    return is_one_of(U")]}>⟩）］｝】〉》〕〗", c);
}

// Punctuation by its Unicode category that stands for a word or a quantity.
constexpr bool is_symbol_mark(char32_t c) {
    return is_one_of(U"%&@#*§¶†‡°‰•٪％＆＠＃＊", c);
}

// Marks that belong to a word when letters stand on both sides: Catalan l·l, Hebrew ׳ and ״.
constexpr bool is_inner_mark(char32_t c) {
    return c == 0x00B7 || c == 0x05F3 || c == 0x05F4;
}

}  // namespace standpoint::text
