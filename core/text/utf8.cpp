#include "core/text/utf8.hpp"

#include <cstring>

namespace standpoint::text {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080u;

unsigned byte_at(std::string_view text, std::size_t pos) {
    return static_cast<unsigned char>(text[pos]);
}

constexpr bool is_continuation(unsigned byte) {
    return (byte & 0xC0) == 0x80;
}

// The length that a lead byte promises; 0 for a byte that cannot lead.
constexpr std::size_t promised_length(unsigned lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;  // continuation bytes, and overlong C0 and C1
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

// The second byte's range excludes overlong forms, surrogates and what lies over U+10FFFF.
constexpr bool second_byte_fits(unsigned lead, unsigned second) {
    switch (lead) {
        case 0xE0: return second >= 0xA0 && second <= 0xBF;
        case 0xED: return second >= 0x80 && second <= 0x9F;
        case 0xF0: return second >= 0x90 && second <= 0xBF;
        case 0xF4: return second >= 0x80 && second <= 0x8F;
        default: return is_continuation(second);
    }
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view text) {
    std::size_t pos = 0;
    while (pos < text.size()) {
        std::uint64_t word = 0;
        while (pos + sizeof word <= text.size()) {
            std::memcpy(&word, text.data() + pos, sizeof word);
            if ((word & high_bits) != 0) break;
            pos += sizeof word;
        }
        if (pos == text.size()) break;
        const unsigned lead = byte_at(text, pos);
        if (lead < 0x80) {
            ++pos;
            continue;
        }
        const std::size_t length = promised_length(lead);
        if (length == 0) return pos;
        for (std::size_t i = 1; i < length; ++i) {
            if (pos + i == text.size()) return pos;
            const unsigned byte = byte_at(text, pos + i);
            if (i == 1 ? !second_byte_fits(lead, byte) : !is_continuation(byte)) return pos;
        }
        pos += length;
    }
    return std::nullopt;
}

CodePoint decode(std::string_view text, std::size_t pos) {
    const unsigned lead = byte_at(text, pos);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = promised_length(lead);
    if (length == 0 || length > text.size() - pos) return {lead, 1};
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) value = value << 6 | (byte_at(text, pos + i) & 0x3F);
    return {value, static_cast<std::uint8_t>(length)};
}

CodePoint decode_before(std::string_view text, std::size_t pos) {
    const std::size_t earliest = pos < 4 ? 0 : pos - 4;
    std::size_t start = pos - 1;
    while (start > earliest && is_continuation(byte_at(text, start))) --start;
    const CodePoint c = decode(text.substr(0, pos), start);
    if (start + c.bytes == pos) return c;
    return {byte_at(text, pos - 1), 1};
}

void append(std::string& out, char32_t value) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | value >> 6);
        put(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        put(0xE0 | value >> 12);
        put(0x80 | (value >> 6 & 0x3F));
        put(0x80 | (value & 0x3F));
    } else {
        put(0xF0 | value >> 18);
        put(0x80 | (value >> 12 & 0x3F));
        put(0x80 | (value >> 6 & 0x3F));
        put(0x80 | (value & 0x3F));
    }
}

}  // namespace standpoint::text
