// The door: what every text passes once, before any offset into it exists.
//
// A leading byte-order mark is dropped, CRLF and lone CR become LF, and both facts are kept.
// Nothing else is trimmed, normalised or repaired; U+2028, NUL and the like stay. Invalid UTF-8 is
// refused with its byte position in the input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/result.hpp"

namespace standpoint::text {

enum class Newlines : std::uint8_t { lf, crlf, cr, mixed };  // what the input used

struct Admitted {
    std::string text;
    Newlines newlines = Newlines::lf;
    bool bom = false;
};

// Largest text admitted, in bytes: offsets are 32-bit and a page has to hold it.
inline constexpr std::uint64_t max_text_bytes = 256u << 20;

Result<Admitted> admit(std::string_view raw);

}  // namespace standpoint::text
