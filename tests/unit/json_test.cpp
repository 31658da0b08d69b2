#include "core/exchange/json.hpp"

#include <doctest/doctest.h>

using namespace standpoint;
namespace json = standpoint::exchange::json;

namespace {

std::string rewritten(std::string_view text) {
    const auto value = json::parse(text, 10);
    REQUIRE(value);
    std::string out;
    json::Writer(out).value(*value);
    return out;
}

std::string share(double value) {
    std::string out;
    json::Writer(out).share(value);
    return out;
}

}  // namespace

TEST_CASE("JSON that is read and written keeps order, repetition and the spelling of numbers") {
    const std::string text =
        R"({"b":1,"a":[true,false,null,{},[]],"b":"x","n":[-0.0,1e3,18446744073709551615,)"
        R"(-9223372036854775808,1.10],"":""})";
    CHECK(rewritten(text) == text);
    CHECK(rewritten(" [ 1 , \"\\u00e9\\/\\n\" ] ") == "[1,\"\u00e9/\\n\"]");
    CHECK(rewritten("\"\\u0001\\u001f\\\"\\\\\"") == "\"\\u0001\\u001f\\\"\\\\\"");
}

TEST_CASE("look-ups find the first member of a name") {
    const auto value = json::parse(R"({"a":1,"a":2})", 10);
    REQUIRE(value);
    CHECK(json::find(*value->object(), "a")->number()->whole == 1);
    CHECK(json::find(*value->object(), "b") == nullptr);
}

TEST_CASE("whole numbers are those that int64 holds") {
    const auto value = json::parse("[9223372036854775807,9223372036854775808,1.0,-1]", 10);
    REQUIRE(value);
    const json::Array& numbers = *value->array();
    CHECK(numbers[0].number()->whole == INT64_MAX);
    CHECK_FALSE(numbers[1].number()->whole);
    CHECK_FALSE(numbers[2].number()->whole);
    CHECK(numbers[3].number()->whole == -1);
}

TEST_CASE("JSON that is refused says where") {
    struct Case {
        const char* text;
        std::uint64_t at;
    };
    for (const Case& c : {Case{"", 0}, Case{"[1,]", 3}, Case{"{\"a\" 1}", 5}, Case{"[\"\xFF\"]", 2},
                          Case{"[1e999]", 5}}) {
        CAPTURE(c.text);
        const auto value = json::parse(c.text, 10);
        REQUIRE_FALSE(value);
        CHECK(value.error().kind == text::ErrorKind::malformed);
        CHECK(value.error().at == c.at);
    }
}

TEST_CASE("nesting is limited") {
    CHECK(json::parse("[[{\"a\":[]}]]", 4));
    const auto value = json::parse("[[{\"a\":[[]]}]]", 4);
    REQUIRE_FALSE(value);
    CHECK(value.error().kind == text::ErrorKind::too_large);
}

TEST_CASE("shares are written with at most four decimals") {
    CHECK(share(0) == "0");
    CHECK(share(1) == "1");
    CHECK(share(0.5) == "0.5");
    CHECK(share(0.62F) == "0.62");
    CHECK(share(0.0001) == "0.0001");
    CHECK(share(0.00001) == "0");
    CHECK(share(0.99999) == "1");
    CHECK(share(0.1234567) == "0.1235");
}
