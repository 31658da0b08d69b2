// What a file is, told by its content and not by its name.
#pragma once

#include <cstdint>
#include <string_view>

namespace standpoint::exchange {

enum class FileKind : std::uint8_t { project, jsonl, codebook, plain_text, unknown };

// Looks at the first bytes only. `unknown` = not text at all (NUL bytes, invalid UTF-8 at the
// head).
FileKind detect(std::string_view bytes);

}  // namespace standpoint::exchange
