#include "core/extract/phrase_table.hpp"

namespace standpoint::extract {
namespace {

constexpr std::size_t buckets = std::size_t{1} << PhraseTable::bucket_bits;

std::uint32_t read_u16(const unsigned char* at) {
    return static_cast<std::uint32_t>(at[0] | at[1] << 8);
}
std::uint32_t read_u32(const unsigned char* at) {
    return read_u16(at) | read_u16(at + 2) << 16;
}

text::Error damaged() {
    return {text::ErrorKind::malformed, "The model's word tables are damaged.", {}, {}};
}

}  // namespace

// Layout: u32 meanings, the meanings (u32 each), the ends of the buckets, the low halves, the
// values.
text::Result<PhraseTable> PhraseTable::open(std::string_view bytes) {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    if (bytes.size() < 4) return damaged();
    const std::size_t meanings = read_u32(data);
    if (meanings > 256 || bytes.size() < 4 + 4 * meanings + 4 * buckets) return damaged();
    PhraseTable made;
    for (std::size_t i = 0; i < meanings; ++i) made.meanings_.push_back(read_u32(data + 4 + 4 * i));
    made.ends_ = data + 4 + 4 * meanings;
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
        const std::uint32_t end = read_u32(made.ends_ + 4 * i);
        if (end < before || end > bytes.size()) return damaged();
        before = end;
    }
    made.lows_ = made.ends_ + 4 * buckets;
    if (bytes.size() != 4 + 4 * meanings + 4 * buckets + std::size_t{3} * before) return damaged();
    made.values_ = made.lows_ + std::size_t{2} * before;
    for (std::size_t i = 0; i < before; ++i) {
        if (made.values_[i] >= meanings) return damaged();
    }
    return made;
}

std::uint32_t PhraseTable::find(std::uint32_t hash) const {
    if (ends_ == nullptr) return 0;
    const std::uint32_t bucket = hash >> (32 - bucket_bits);
    const std::uint32_t low = hash & 0xffffU;
    std::uint32_t i = bucket == 0 ? 0 : read_u32(ends_ + std::size_t{4} * (bucket - 1));
    const std::uint32_t end = read_u32(ends_ + std::size_t{4} * bucket);
    for (; i < end; ++i) {
        const std::uint32_t other = read_u16(lows_ + std::size_t{2} * i);
        if (other == low) return meanings_[values_[i]];
        if (other > low) break;
    }
    return 0;
}

}  // namespace standpoint::extract
