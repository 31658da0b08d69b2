#include "core/text/offset_index.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace standpoint::text;

namespace {

struct Position {
    std::size_t byte, code_points, utf16, graphemes;
};

void check(std::string_view text, std::initializer_list<Position> positions) {
    const OffsetIndex index(text);
    for (const Position& p : positions) {
        CAPTURE(p.byte);
        CHECK(index.from_byte(p.byte, Unit::bytes) == p.byte);
        CHECK(index.from_byte(p.byte, Unit::code_points) == p.code_points);
        CHECK(index.from_byte(p.byte, Unit::utf16) == p.utf16);
        CHECK(index.from_byte(p.byte, Unit::graphemes) == p.graphemes);
        CHECK(index.to_byte(p.byte, Unit::bytes) == p.byte);
        CHECK(index.to_byte(p.code_points, Unit::code_points) == p.byte);
        CHECK(index.to_byte(p.utf16, Unit::utf16) == p.byte);
        CHECK(index.to_byte(p.graphemes, Unit::graphemes) == p.byte);
    }
}

}  // namespace

TEST_CASE("a position has its count in every unit") {
    check("", {{0, 0, 0, 0}});
    check("plain", {{0, 0, 0, 0}, {3, 3, 3, 3}, {5, 5, 5, 5}});
    check("é日😀x", {{0, 0, 0, 0}, {2, 1, 1, 1}, {5, 2, 2, 2}, {9, 3, 4, 3}, {10, 4, 5, 4}});
    check("e\u0301 👨‍👩‍👧 🇩🇪.",
          {{3, 2, 2, 1}, {4, 3, 3, 2}, {22, 8, 11, 3}, {31, 11, 16, 5}, {32, 12, 17, 6}});
    check("a\r\nb", {{1, 1, 1, 1}, {3, 3, 3, 2}, {4, 4, 4, 3}});
}

TEST_CASE("offsets inside a character or beyond the end are no positions") {
    const OffsetIndex index("a😀e\u0301");
    CHECK(index.to_byte(2, Unit::bytes) == std::nullopt);
    CHECK(index.to_byte(2, Unit::utf16) == std::nullopt);
    CHECK(index.to_byte(3, Unit::utf16) == 5u);
    CHECK(index.to_byte(9, Unit::bytes) == std::nullopt);
    CHECK(index.to_byte(5, Unit::code_points) == std::nullopt);
    CHECK(index.to_byte(6, Unit::utf16) == std::nullopt);
    CHECK(index.to_byte(4, Unit::graphemes) == std::nullopt);
    CHECK(OffsetIndex("ascii").to_byte(6, Unit::code_points) == std::nullopt);
}

TEST_CASE("a byte inside a character counts what ends before it") {
    const OffsetIndex index("a😀e\u0301");
    CHECK(index.from_byte(3, Unit::code_points) == 1);
    CHECK(index.from_byte(4, Unit::utf16) == 1);
    CHECK(index.from_byte(6, Unit::code_points) == 3);
    CHECK(index.from_byte(6, Unit::graphemes) == 2);
}

TEST_CASE("characters that straddle the index's blocks are counted once") {
    for (std::size_t lead = 250; lead < 260; ++lead) {
        CAPTURE(lead);
        const std::string text = std::string(lead, 'x') + "😀" + std::string(600, 'y') + "日";
        const OffsetIndex index(text);
        CHECK(index.length(Unit::code_points) == lead + 602);
        CHECK(index.length(Unit::utf16) == lead + 603);
        CHECK(index.from_byte(lead + 4, Unit::utf16) == lead + 2);
        CHECK(index.to_byte(lead + 1, Unit::utf16) == std::nullopt);
        CHECK(index.to_byte(lead + 2, Unit::utf16) == lead + 4);
        CHECK(index.from_byte(lead + 3, Unit::code_points) == lead);
        CHECK(index.to_byte(lead + 601, Unit::graphemes) == lead + 604);
    }
}
