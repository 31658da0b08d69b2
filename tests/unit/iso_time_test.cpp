#include "core/exchange/iso_time.hpp"

#include <doctest/doctest.h>

using namespace standpoint::exchange;

TEST_CASE("times are written in UTC with milliseconds") {
    CHECK(iso_time(0) == "1970-01-01T00:00:00.000Z");
    CHECK(iso_time(-1) == "1969-12-31T23:59:59.999Z");
    CHECK(iso_time(951'782'400'000) == "2000-02-29T00:00:00.000Z");
    CHECK(iso_time(1'795'340'308'042) == "2026-11-22T09:38:28.042Z");
    CHECK(iso_time(253'402'300'799'999) == "9999-12-31T23:59:59.999Z");
    CHECK(iso_time(253'402'300'800'000) == "+010000-01-01T00:00:00.000Z");
    CHECK(iso_time(-62'167'219'200'000) == "0000-01-01T00:00:00.000Z");
    CHECK(iso_time(-62'167'219'200'001) == "-000001-12-31T23:59:59.999Z");
    CHECK(iso_time(INT64_MAX) == "+275760-09-13T00:00:00.000Z");
    CHECK(iso_time(INT64_MIN) == "-271821-04-20T00:00:00.000Z");
}

TEST_CASE("times are read back from the whole range") {
    // A step of about 11 years that is no multiple of anything, over the whole range.
    for (std::int64_t ms = -max_time_ms; ms <= max_time_ms; ms += 345'678'901'234) {
        CAPTURE(ms);
        CHECK(parse_iso_time(iso_time(ms)) == ms);
    }
    CHECK(parse_iso_time(iso_time(max_time_ms)) == max_time_ms);
}

TEST_CASE("other spellings of a time are read") {
    const std::int64_t noon = 1'000'000'000'000;  // 2001-09-09T01:46:40Z
    CHECK(parse_iso_time("2001-09-09T01:46:40Z") == noon);
    CHECK(parse_iso_time("2001-09-09T03:46:40+02:00") == noon);
    CHECK(parse_iso_time("2001-09-08T20:16:40-05:30") == noon);
    CHECK(parse_iso_time("2001-09-09T01:46:40.5Z") == noon + 500);
    CHECK(parse_iso_time("2001-09-09T01:46:40.1239999Z") == noon + 123);
}

TEST_CASE("what is no time is refused") {
    for (const char* text :
         {"", "2001", "2001-09-09", "2001-09-09T01:46:40", "2001-09-09T01:46:40.Z",
          "2001-09-09T01:46:40Zx", "2001-13-09T01:46:40Z", "2001-00-09T01:46:40Z",
          "2001-02-29T01:46:40Z", "2001-09-31T01:46:40Z", "2001-09-00T01:46:40Z",
          "2001-09-09T24:00:00Z", "2001-09-09T01:60:40Z", "2001-09-09T01:46:60Z",
          "2001-9-09T01:46:40Z", "+275760-09-13T00:00:00.001Z", "-271821-04-19T23:59:59.999Z",
          " 2001-09-09T01:46:40Z", "2001-09-09t01:46:40Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_time(text));
    }
}
