// Laws of the text layer that hold for every text, tried on random ones from a fixed seed. The
// reference implementations are as plain as can be: they count from the start, every time.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text/chars.hpp"
#include "core/text/door.hpp"
#include "core/text/graphemes.hpp"
#include "core/text/offset_index.hpp"
#include "core/text/tokens.hpp"
#include "core/text/utf8.hpp"

using namespace standpoint::text;

namespace {

// xorshift64*: the same numbers on every machine, as the standard's distributions are not.
class Random {
  public:
    std::size_t below(std::size_t bound) {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return static_cast<std::size_t>((state_ * 2685821657736338717u) >> 33) % bound;
    }

  private:
    std::uint64_t state_ = 20240530;
};

// Pieces that the rules look at, in an order that nobody would write.
constexpr std::string_view pieces[] = {
    "the",    "The",    "Kyiv",   "U.S",    "U",          "J",       "Gen",    "Inc",    "Jan",
    "No",     "p.m",    "etc",    "don",    "n't",        "s",       "owners", "em",     "said",
    "10",     "1990s",  "3.5",    "km",     "2024-05-01", "http://", "www.",   "a@b.c",  "com",
    "US",     "$",      "%",      "&",      "@",          "#",       "_",      "/",      "+",
    ".",      ".",      "..",     "...",    "…",          "?",       "!",      ",",      ":",
    "-",      "--",     "–",      "—",      "'",          "’",       "‘",      "\"",     "“",
    "”",      "«",      "»",      "`",      "(",          ")",       "[",      "]",      "<",
    " ",      " ",      " ",      " ",      "\n",         "\n",      "\t",     "\r",     "\r\n",
    "\u00A0", "\u2028", "\u200B", "\uFEFF", "\u200D",     "\u200C",  "\u200F", "\u00AD", "\u0301",
    "\uFE0F", "\u20E3", "é",      "Łódź",   "Привет",     "Ελλάδα",  "שלום",   "مرحبا",  "؟",
    "\u0600", "नि",     "।",      "ไทย",    "東京",       "タワー",  "。",     "「",     "」",
    "서울",   "각",     "😀",      "👨",      "👩",          "🏽",    "🇩",      "🇪",      "½",
};

std::string random_text(Random& random) {
    std::string text;
    for (std::size_t left = random.below(60); left > 0; --left) {
        if (random.below(8) != 0) {
            text += pieces[random.below(std::size(pieces))];
            continue;
        }
        // Any scalar value, mostly from the planes in use.
        const char32_t limit = random.below(2) == 0 ? 0x3100 : 0x110000;
        const auto value = static_cast<char32_t>(random.below(limit));
        if (value < 0xD800 || value > 0xDFFF) append(text, value);
    }
    return text;
}

std::string random_bytes(Random& random) {
    std::string bytes;
    for (std::size_t left = random.below(40); left > 0; --left) {
        constexpr unsigned char edges[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1,
                                           0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF};
        const bool any = random.below(3) == 0;
        bytes += static_cast<char>(any ? random.below(256) : edges[random.below(std::size(edges))]);
        if (random.below(4) == 0) bytes += "12345678";
    }
    return bytes;
}

// --- plain references ---

// Decodes as the definition reads: take the bytes apart, then refuse what the shortest form, the
// surrogates and the last code point forbid. nullopt if nothing valid starts at `pos`.
std::optional<CodePoint> plain_decode(std::string_view text, std::size_t pos) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(pos);
    std::size_t length = 0;
    if (lead < 0x80) length = 1;
    if (lead >> 5 == 6) length = 2;
    if (lead >> 4 == 14) length = 3;
    if (lead >> 3 == 30) length = 4;
    if (length == 0 || pos + length > text.size()) return std::nullopt;
    char32_t value = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (byte(pos + i) >> 6 != 2) return std::nullopt;
        value = value << 6 | (byte(pos + i) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < least[length] || value > 0x10FFFF) return std::nullopt;
    if (value >= 0xD800 && value <= 0xDFFF) return std::nullopt;
    return CodePoint{value, static_cast<std::uint8_t>(length)};
}

std::optional<std::size_t> plain_first_invalid(std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = plain_decode(text, pos);
        if (!c) return pos;
        pos += c->bytes;
    }
    return std::nullopt;
}

// The byte positions of every offset of the unit, from 0 to the text's length; npos where an offset
// lies inside a character.
std::vector<std::size_t> plain_positions(std::string_view text, Unit unit) {
    std::vector<std::size_t> positions;
    std::size_t pos = 0;
    while (pos < text.size()) {
        positions.push_back(pos);
        const std::size_t bytes = unit == Unit::graphemes ? next_grapheme(text, pos) - pos
                                                          : std::size_t{decode(text, pos).bytes};
        std::size_t halves = 1;
        if (unit == Unit::bytes) halves = bytes;
        if (unit == Unit::utf16) halves = bytes == 4 ? 2 : 1;
        positions.insert(positions.end(), halves - 1, std::string_view::npos);
        pos += bytes;
    }
    positions.push_back(text.size());
    return positions;
}

constexpr int rounds = 3000;

}  // namespace

TEST_CASE("the validator agrees with the definition on random bytes") {
    Random random;
    for (int round = 0; round < 10 * rounds; ++round) {
        const std::string bytes = random_bytes(random);
        CAPTURE(round);
        REQUIRE(first_invalid(bytes) == plain_first_invalid(bytes));
    }
}

TEST_CASE("steps on random bytes stay inside the text and make progress") {
    Random random;
    for (int round = 0; round < rounds; ++round) {
        const std::string bytes = random_bytes(random);
        CAPTURE(round);
        for (std::size_t pos = 0; pos < bytes.size();) {
            const std::size_t next = pos + decode(bytes, pos).bytes;
            REQUIRE(next > pos);
            REQUIRE(next <= bytes.size());
            const std::size_t cluster = next_grapheme(bytes, pos);
            REQUIRE(cluster > pos);
            REQUIRE(cluster <= bytes.size());
            pos = next;
        }
        for (std::size_t pos = bytes.size(); pos > 0;) {
            REQUIRE(decode_before(bytes, pos).bytes <= pos);
            REQUIRE(previous_grapheme(bytes, pos) < pos);
            pos -= decode_before(bytes, pos).bytes;
        }
    }
}

TEST_CASE("the door turns line ends into LF and keeps everything else") {
    Random random;
    for (int round = 0; round < rounds; ++round) {
        const std::string raw = random_text(random);
        CAPTURE(raw);
        const auto once = admit(raw);
        REQUIRE(once);
        std::string expected = raw.substr(once->bom ? 3 : 0);
        for (std::size_t at = 0; (at = expected.find('\r', at)) != std::string::npos;) {
            if (at + 1 < expected.size() && expected[at + 1] == '\n') expected.erase(at, 1);
            expected[at] = '\n';
        }
        REQUIRE(once->text == expected);
    }
}

TEST_CASE("offsets convert there and back in every unit") {
    Random random;
    for (int round = 0; round < rounds / 4; ++round) {
        std::string text;
        for (std::size_t left = random.below(8); left > 0; --left) text += random_text(random);
        CAPTURE(text);
        const OffsetIndex index(text);
        for (const Unit unit : {Unit::bytes, Unit::code_points, Unit::utf16, Unit::graphemes}) {
            CAPTURE(static_cast<int>(unit));
            const std::vector<std::size_t> positions = plain_positions(text, unit);
            REQUIRE(index.length(unit) == positions.size() - 1);
            REQUIRE(index.to_byte(positions.size(), unit) == std::nullopt);
            for (std::size_t offset = 0; offset < positions.size(); ++offset) {
                const std::size_t byte = positions[offset];
                if (byte == std::string_view::npos) {
                    REQUIRE(index.to_byte(offset, unit) == std::nullopt);
                } else {
                    REQUIRE(index.to_byte(offset, unit) == byte);
                    REQUIRE(index.from_byte(byte, unit) == offset);
                }
            }
            // Inside a character: what ends at or before the byte.
            if (unit == Unit::bytes) continue;
            std::size_t offset = 0;
            for (std::size_t byte = 0, next = 0; byte <= text.size(); ++byte) {
                while (next < positions.size() && positions[next] <= byte) {
                    offset = next++;
                    while (next < positions.size() && positions[next] == std::string_view::npos)
                        ++next;
                }
                REQUIRE(index.from_byte(byte, unit) == offset);
            }
        }
    }
}

TEST_CASE("clusters read forwards, backwards and by their boundaries agree") {
    Random random;
    for (int round = 0; round < rounds; ++round) {
        const std::string text = random_text(random);
        CAPTURE(text);
        std::vector<std::size_t> forward = {0}, back = {text.size()}, boundaries;
        while (forward.back() < text.size()) forward.push_back(next_grapheme(text, forward.back()));
        while (back.back() > 0) back.push_back(previous_grapheme(text, back.back()));
        std::reverse(back.begin(), back.end());
        for (std::size_t pos = 0; pos <= text.size(); ++pos)
            if (is_grapheme_boundary(text, pos)) boundaries.push_back(pos);
        REQUIRE(forward == back);
        REQUIRE(forward == boundaries);
    }
}

TEST_CASE("tokens are ordered, whole, inside one line, and cover all but white space") {
    Random random;
    for (int round = 0; round < rounds; ++round) {
        const std::string text = random_text(random);
        CAPTURE(text);
        std::vector<bool> covered(text.size(), false);
        std::size_t end = 0;
        for (const Token& token : tokenize(text)) {
            REQUIRE(token.span.begin >= end);
            REQUIRE(token.span.end > token.span.begin);
            REQUIRE(token.span.end <= text.size());
            end = token.span.end;
            REQUIRE(is_boundary(text, token.span.begin));
            REQUIRE(is_boundary(text, token.span.end));
            std::fill(covered.begin() + token.span.begin, covered.begin() + token.span.end, true);
        }
        for (std::size_t pos = 0; pos < text.size();) {
            const CodePoint c = decode(text, pos);
            CAPTURE(pos);
            REQUIRE(covered[pos] != is_space(c.value));
            pos += c.bytes;
        }
    }
}

TEST_CASE("a line tokenized alone has the tokens that it has in its text") {
    Random random;
    for (int round = 0; round < rounds; ++round) {
        const std::string text = random_text(random);
        CAPTURE(text);
        const std::vector<Token> whole = tokenize(text);
        std::vector<Token> by_line;
        for (std::uint32_t at = 0; at <= text.size();) {
            const Span line = line_at(text, at);
            REQUIRE(line.begin == at);
            const std::vector<Token> tokens = tokenize(slice(text, line), line.begin);
            by_line.insert(by_line.end(), tokens.begin(), tokens.end());
            at = line.end + 1;
        }
        REQUIRE(whole.size() == by_line.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            REQUIRE(whole[i].span == by_line[i].span);
            REQUIRE(whole[i].kind == by_line[i].kind);
        }
    }
}

TEST_CASE("sentences are ordered, inside one line, and cover every token once") {
    Random random;
    for (int round = 0; round < rounds; ++round) {
        const std::string text = random_text(random);
        CAPTURE(text);
        const std::vector<Token> tokens = tokenize(text);
        std::size_t next = 0;
        for (const Span sentence : sentences(text, tokens)) {
            REQUIRE(next < tokens.size());
            REQUIRE(sentence.begin == tokens[next].span.begin);
            while (next < tokens.size() && tokens[next].span.end <= sentence.end) ++next;
            REQUIRE(sentence.end == tokens[next - 1].span.end);
            REQUIRE(slice(text, sentence).find('\n') == std::string_view::npos);
        }
        REQUIRE(next == tokens.size());
    }
}
