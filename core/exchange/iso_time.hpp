// Times in files: ISO 8601, UTC, milliseconds ("2026-11-22T09:38:28.000Z"), made and read without
// a clock, a locale or a time zone database, so that native and WebAssembly write the same bytes.
//
// The range is ECMAScript's (100 million days around 1970), as is the form of years outside 0 to
// 9999: a sign and six digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace standpoint::exchange {

inline constexpr std::int64_t max_time_ms = 8'640'000'000'000'000;

std::string iso_time(std::int64_t ms);  // out of range: the nearest end

// Also reads a time without fraction, with more or fewer decimals (cut to milliseconds), and with
// an offset (+02:00) in place of Z. Anything else, and days that do not exist, give nullopt.
std::optional<std::int64_t> parse_iso_time(std::string_view text);

}  // namespace standpoint::exchange
