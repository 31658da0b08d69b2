#include "core/text/offset_index.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "core/text/graphemes.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::text {
namespace {

constexpr std::size_t block_bytes = 256;
constexpr std::size_t clusters_per_sample = 64;

// What the bytes of a text that starts on a boundary hold.
struct Counts {
    std::size_t code_points = 0, utf16 = 0;
};

Counts count(std::string_view text) {
    std::size_t continuations = 0, astral = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        continuations += (byte & 0xC0) == 0x80;
        astral += byte >= 0xF0;
    }
    const std::size_t code_points = text.size() - continuations;
    return {code_points, code_points + astral};
}

std::size_t boundary_at_or_after(std::string_view text, std::size_t pos) {
    while (!is_boundary(text, pos)) ++pos;
    return pos;
}

std::size_t boundary_at_or_before(std::string_view text, std::size_t pos) {
    while (pos > 0 && !is_boundary(text, pos)) --pos;
    return pos;
}

bool is_ascii(std::string_view text) {
    std::uint64_t seen = 0, word = 0;
    std::size_t pos = 0;
    for (; pos + sizeof word <= text.size(); pos += sizeof word) {
        std::memcpy(&word, text.data() + pos, sizeof word);
        seen |= word;
    }
    for (; pos < text.size(); ++pos) seen |= static_cast<unsigned char>(text[pos]);
    return (seen & 0x8080808080808080u) == 0;
}

// The end of the cluster at `pos`, most of which are one ASCII character before another.
std::size_t end_of_cluster(std::string_view text, std::size_t pos) {
    const auto plain = [text](std::size_t i) {
        return static_cast<unsigned char>(text[i]) < 0x80 && text[i] != '\r';
    };
    if (plain(pos) && (pos + 1 == text.size() || plain(pos + 1))) return pos + 1;
    return next_grapheme(text, pos);
}

}  // namespace

OffsetIndex::OffsetIndex(std::string_view text) : text_(text) {
    ascii_ = is_ascii(text);
    code_points_ = utf16_ = text.size();
    simple_ = ascii_ && text.find('\r') == std::string_view::npos;
    clusters_ = text.size();
    if (!ascii_) {
        Counts total;
        samples_.reserve(text.size() / block_bytes + 1);
        for (std::size_t byte = 0; byte < text.size();) {
            samples_.push_back({static_cast<std::uint32_t>(byte),
                                static_cast<std::uint32_t>(total.code_points),
                                static_cast<std::uint32_t>(total.utf16)});
            const std::size_t block_end = samples_.size() * block_bytes;
            const std::size_t end =
                block_end < text.size() ? boundary_at_or_after(text, block_end) : text.size();
            const Counts block = count(text.substr(byte, end - byte));
            total.code_points += block.code_points;
            total.utf16 += block.utf16;
            byte = end;
        }
        code_points_ = total.code_points;
        utf16_ = total.utf16;
    }
    if (!simple_) {
        clusters_ = 0;
        for (std::size_t byte = 0; byte < text.size(); byte = end_of_cluster(text, byte)) {
            if (clusters_++ % clusters_per_sample == 0)
                graphemes_.push_back(static_cast<std::uint32_t>(byte));
        }
    }
}

std::size_t OffsetIndex::from_byte(std::size_t byte, Unit unit) const {
    if (unit == Unit::bytes) return byte;
    if (unit == Unit::graphemes) return clusters_before(byte);
    if (ascii_) return byte;
    byte = boundary_at_or_before(text_, byte);
    const Sample& sample = samples_[std::min(byte / block_bytes, samples_.size() - 1)];
    const Counts rest = count(text_.substr(sample.byte, byte - sample.byte));
    return unit == Unit::utf16 ? sample.utf16 + rest.utf16 : sample.code_points + rest.code_points;
}

std::optional<std::size_t> OffsetIndex::to_byte(std::size_t offset, Unit unit) const {
    const std::size_t end = length(unit);
    if (offset >= end) return offset == end ? std::optional(text_.size()) : std::nullopt;
    switch (unit) {
        case Unit::bytes: return is_boundary(text_, offset) ? std::optional(offset) : std::nullopt;
        case Unit::graphemes: return start_of_cluster(offset);
        case Unit::code_points:
        case Unit::utf16: break;
    }
    if (ascii_) return offset;
    const auto units_at = [unit](const Sample& sample) {
        return unit == Unit::utf16 ? sample.utf16 : sample.code_points;
    };
    const auto after = std::upper_bound(
        samples_.begin(), samples_.end(), offset,
        [units_at](std::size_t value, const Sample& sample) { return value < units_at(sample); });
    const Sample& sample = *std::prev(after);
    std::size_t byte = sample.byte;
    std::size_t units = units_at(sample);
    while (units < offset) {
        const std::size_t bytes = decode(text_, byte).bytes;
        units += unit == Unit::utf16 && bytes == 4 ? 2 : 1;
        byte += bytes;
    }
    return units == offset ? std::optional(byte) : std::nullopt;
}

std::size_t OffsetIndex::length(Unit unit) const {
    switch (unit) {
        case Unit::code_points: return code_points_;
        case Unit::utf16: return utf16_;
        case Unit::graphemes: return clusters_;
        case Unit::bytes: break;
    }
    return text_.size();
}

std::size_t OffsetIndex::clusters_before(std::size_t byte) const {
    if (byte == text_.size()) return clusters_;
    if (simple_) return byte;
    const auto after = std::upper_bound(graphemes_.begin(), graphemes_.end(), byte);
    std::size_t start = *std::prev(after);
    std::size_t clusters =
        static_cast<std::size_t>(after - graphemes_.begin() - 1) * clusters_per_sample;
    for (;;) {
        const std::size_t end = end_of_cluster(text_, start);
        if (end > byte) return clusters;
        start = end;
        ++clusters;
    }
}

std::size_t OffsetIndex::start_of_cluster(std::size_t cluster) const {
    if (simple_) return cluster;
    std::size_t byte = graphemes_[cluster / clusters_per_sample];
    for (std::size_t i = cluster % clusters_per_sample; i > 0; --i)
        byte = end_of_cluster(text_, byte);
    return byte;
}

}  // namespace standpoint::text
