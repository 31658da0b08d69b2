// UTF-8: validation, decoding and stepping.
//
// Strict, as Unicode defines it: overlong forms, surrogates and code points over U+10FFFF are
// invalid. Everything but `first_invalid` and `is_valid` REQUIRES valid UTF-8; on invalid bytes the
// functions stay inside the text and make progress, but what they return is unspecified.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace standpoint::text {

struct CodePoint {
    char32_t value = 0;
    std::uint8_t bytes = 1;  // length of its encoding, 1 to 4
};

// Byte position of the first byte that cannot be part of valid UTF-8, or nullopt.
std::optional<std::size_t> first_invalid(std::string_view text);
inline bool is_valid(std::string_view text) {
    return !first_invalid(text);
}

// The code point that starts at `pos`. REQUIRES: pos < text.size().
CodePoint decode(std::string_view text, std::size_t pos);
// The code point that ends just before `pos`. REQUIRES: 0 < pos <= text.size().
CodePoint decode_before(std::string_view text, std::size_t pos);

void append(std::string& out, char32_t value);

// Whether `pos` is a code-point boundary: the text's end, or not a continuation byte.
constexpr bool is_boundary(std::string_view text, std::size_t pos) {
    if (pos >= text.size()) return pos == text.size();
    return (static_cast<unsigned char>(text[pos]) & 0xC0) != 0x80;
}

}  // namespace standpoint::text
