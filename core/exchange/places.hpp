// Places: a text as a file has it, in code points, against the same text past the door, in bytes.
//
// Internal to core/exchange. Files count in the text that they hold, which may have a BOM and CRs
// that the door takes out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/offset_index.hpp"

namespace standpoint::exchange {

class Places {
  public:
    // `raw` is the file's text: valid UTF-8, and it must outlive this. `bom_dropped`: whether the
    // door took a leading BOM off.
    Places(std::string_view raw, bool bom_dropped);

    // Byte of the admitted text at that code point of the file's text, or nullopt beyond its end.
    // Inside a CRLF: the byte of the LF that it became.
    std::optional<std::uint32_t> byte_at(std::int64_t code_point) const;

  private:
    text::OffsetIndex index_;
    std::size_t bom_bytes_;
    std::vector<std::size_t> dropped_crs_;  // raw bytes, ascending
};

}  // namespace standpoint::exchange
