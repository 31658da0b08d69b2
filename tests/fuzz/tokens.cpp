// Any bytes through the door, then tokens, sentences and offsets: spans lie in the text, in order,
// and offsets convert there and back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/text/door.hpp"
#include "core/text/graphemes.hpp"
#include "core/text/offset_index.hpp"
#include "core/text/tokens.hpp"
#include "core/text/utf8.hpp"

namespace {

using namespace standpoint;

void require(bool condition) {
    if (!condition) std::abort();
}

// Whether the span lies in the text, after `end`, on boundaries and is not empty.
bool follows(std::string_view text, std::uint32_t end, text::Span span) {
    return end <= span.begin && span.begin < span.end && span.end <= text.size() &&
           text::is_boundary(text, span.begin) && text::is_boundary(text, span.end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto admitted = text::admit({reinterpret_cast<const char*>(data), size});
    if (!admitted) return 0;
    const std::string_view text = admitted->text;

    const auto tokens = text::tokenize(text);
    std::uint32_t end = 0;
    for (const text::Token& token : tokens) {
        require(follows(text, end, token.span));
        end = token.span.end;
    }
    end = 0;
    for (const text::Span sentence : text::sentences(text, tokens)) {
        require(follows(text, end, sentence));
        end = sentence.end;
    }

    const text::OffsetIndex index(text);
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
        if (!text::is_boundary(text, byte)) continue;
        for (const text::Unit unit : {text::Unit::code_points, text::Unit::utf16})
            require(index.to_byte(index.from_byte(byte, unit), unit) == byte);
        if (text::is_grapheme_boundary(text, byte)) {
            const std::size_t clusters = index.from_byte(byte, text::Unit::graphemes);
            require(index.to_byte(clusters, text::Unit::graphemes) == byte);
        }
    }
    return 0;
}
