// Any bytes that the door admits: the extractor ends, and every span lies on boundaries.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/extract/extractor.hpp"
#include "core/text/door.hpp"
#include "core/text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace standpoint;
    static const extract::Extractor extractor;
    static const extract::ScratchPtr scratch = extractor.make_scratch();
    const auto admitted = text::admit({reinterpret_cast<const char*>(data), size});
    if (!admitted) return 0;
    const std::string_view text = admitted->text;
    extract::Input input;
    input.text = text;
    model::Suggestions out;
    if (!extractor.run(input, *scratch, out)) std::abort();
    const auto require = [&](text::Span span) {
        if (span.empty() || span.end > text.size() || !text::is_boundary(text, span.begin) ||
            !text::is_boundary(text, span.end)) {
            std::abort();
        }
    };
    for (const auto& mention : out.mentions) require(mention.span);
    for (const auto& attribution : out.attributions) {
        if (attribution.source) require(*attribution.source);
        if (attribution.cue) require(*attribution.cue);
        if (attribution.content.empty()) std::abort();
        for (std::size_t i = 0; i < attribution.content.size(); ++i) {
            require(attribution.content[i]);
            if (i > 0 && attribution.content[i - 1].end > attribution.content[i].begin)
                std::abort();
        }
    }
    for (const auto& stance : out.stances) {
        for (const text::Span span : stance.evidence) require(span);
    }
    return 0;
}
