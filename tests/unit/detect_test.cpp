#include "core/exchange/detect.hpp"

#include <doctest/doctest.h>

#include <string>

using standpoint::exchange::detect;
using standpoint::exchange::FileKind;

TEST_CASE("a file is known by its content") {
    struct Case {
        std::string bytes;
        FileKind kind;
    };
    using namespace std::string_literals;
    const Case cases[] = {
        {"", FileKind::plain_text},
        {"The mayor said no.\n", FileKind::plain_text},
        {"{sic} the mayor said \"format\":\"standpoint-project\"", FileKind::plain_text},
        {"[Photo] The mayor", FileKind::plain_text},
        {R"({"id":"a","text":"b"})", FileKind::jsonl},
        {"\xEF\xBB\xBF \n{}", FileKind::jsonl},
        {R"({"format":"standpoint","version":1})", FileKind::jsonl},
        {R"({"format":"standpoint-project","version":1)", FileKind::project},
        {"{\n  \"id\": \"x\",\n  \"format\" : \"standpoint-project\"}", FileKind::project},
        {R"({"a":[{"format":"no"}],"b":"\"","format":"standpoint-codebook"})", FileKind::codebook},
        {R"({"text":"\"format\":\"standpoint-project\"","x":1})", FileKind::jsonl},
        {R"({"id":"format","text":"standpoint-project"})", FileKind::jsonl},
        {R"({"extra":{"format":"standpoint-project"},"text":""})", FileKind::jsonl},
        {R"({"text":"a"}{"format":"standpoint-project"})", FileKind::jsonl},
        {R"({"format":)", FileKind::jsonl},
        {R"({"format":"standpoint-project)", FileKind::project},
        {R"({"text":"\)", FileKind::jsonl},
        {"PK\x03\x04\0\0"s, FileKind::unknown},
        {"\xFF\xFEM\0a\0"s, FileKind::unknown},
        {"caf\xE9 au lait", FileKind::unknown},
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        CHECK(detect(c.bytes) == c.kind);
    }
}

TEST_CASE("a head that ends inside a character is still text") {
    const std::string emoji = "\U0001F600";
    for (std::size_t cut = 1; cut < emoji.size(); ++cut)
        CHECK(detect("a" + emoji.substr(0, cut)) == FileKind::plain_text);
    // Nor does it matter where the part that is looked at ends.
    for (std::size_t shift = 0; shift < emoji.size(); ++shift) {
        std::string text(shift, 'a');
        while (text.size() < 70'000) text += emoji;
        CHECK(detect(text) == FileKind::plain_text);
    }
}
