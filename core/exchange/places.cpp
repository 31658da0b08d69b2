#include "core/exchange/places.hpp"

#include <algorithm>

namespace standpoint::exchange {

Places::Places(std::string_view raw, bool bom_dropped)
    : index_(raw), bom_bytes_(bom_dropped ? 3 : 0) {
    for (std::size_t at = raw.find("\r\n"); at != raw.npos; at = raw.find("\r\n", at + 2))
        dropped_crs_.push_back(at);
}

std::optional<std::uint32_t> Places::byte_at(std::int64_t code_point) const {
    if (code_point < 0) return std::nullopt;
    const auto raw = index_.to_byte(static_cast<std::size_t>(code_point), text::Unit::code_points);
    if (!raw) return std::nullopt;
    const auto crs = static_cast<std::size_t>(
        std::lower_bound(dropped_crs_.begin(), dropped_crs_.end(), *raw) - dropped_crs_.begin());
    return static_cast<std::uint32_t>(*raw - std::min(*raw, bom_bytes_) - crs);
}

}  // namespace standpoint::exchange
