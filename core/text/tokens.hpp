// Tokens and sentences, deterministic, with exact byte offsets.
//
// Tokens cover everything but white space and never overlap; none contains white space or crosses a
// line end, so the tokens of a line depend on that line alone (editing commands use this: they
// tokenize one line, not the document). Contractions and possessives are split as in the Penn
// Treebank (do|n't, Biden|'s, with ' or ’); abbreviations (U.S., Gen., Jan.), initials (J. K.),
// hyphenated words, URLs, e-mail addresses and numbers with separators or decimals are one token;
// a number and its unit are two (10|km, $|5). A hyphen that ends or begins a name inside a compound
// is a token, so that the name is whole tokens: U.S.|-|led, pro|-|Russian, but Al-Qaida and
// long-range. Runs of the same mark (..., ——, ’’) are one token, but not of brackets and ". Han
// characters and hiragana are a token each.
//
// Sentences cover whole tokens, in order, without overlap; the white space between them belongs to
// none. A line end always ends a sentence (in news a newline is a paragraph). Closing quotes and
// brackets belong to the sentence that they close. A dateline (PRAGUE — ...) belongs to the
// sentence that it opens. Works in any script; the rules for abbreviations and contractions are
// English.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/span.hpp"

namespace standpoint::text {

enum class TokenKind : std::uint8_t {
    word,    // letters, with inner hyphens, apostrophes, digits or dots; 's, n't, ’ (owners’)
    number,  // 5, 5,000, 3.5, 5th, 2024-05-01, 1990s
    punctuation,  // . , ; : ! ? ( ) [ ] and dashes, ellipses
    quote,        // " ' “ ” ‘ ’ « » as quotation marks (not apostrophes)
    symbol,       // $ % & + emoji
    url,          // URLs, e-mail addresses, @handles, #tags
};

struct Token {
    Span span;
    TokenKind kind = TokenKind::word;
};

// REQUIRES: valid UTF-8, at most 2^32 - 1 bytes. Offsets are relative to `text` plus `base`.
std::vector<Token> tokenize(std::string_view text, std::uint32_t base = 0);

// REQUIRES: `tokens` are those of `text`.
std::vector<Span> sentences(std::string_view text, const std::vector<Token>& tokens);

// The line (between LFs, without them) that holds `byte`; lines touching at their LF: the earlier.
Span line_at(std::string_view text, std::uint32_t byte);

}  // namespace standpoint::text
