#include "core/agreement/compared.hpp"

#include "core/text/chars.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::agreement {
namespace {

// White space as the reference strips it: without the zero-width characters that the text layer
// counts in, with the information separators.
bool is_outer_space(char32_t c) {
    if (c >= 0x1C && c <= 0x1F) return true;
    return text::is_space(c) && c != 0x200B && c != 0xFEFF;
}

}  // namespace

std::string normalised(std::string_view name) {
    while (!name.empty()) {
        const text::CodePoint first = text::decode(name, 0);
        if (!is_outer_space(first.value)) break;
        name.remove_prefix(first.bytes);
    }
    while (!name.empty()) {
        const text::CodePoint last = text::decode_before(name, name.size());
        if (!is_outer_space(last.value)) break;
        name.remove_suffix(last.bytes);
    }
    std::string out = text::lower(name);
    if (out.starts_with("the ")) out.erase(0, 4);
    return out;
}

bool is_rejected(const model::Provenance& provenance) {
    return provenance.decision == model::Decision::rejected;
}

std::string_view counted_label(std::string_view label, bool plo) {
    if (plo) {
        if (label == "PER" || label == "ORG") return label;
        return label == "GPE" || label == "LOC" || label == "FAC" ? "LOC" : "";
    }
    for (const std::string_view grammar : {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
        if (label == grammar) return {};
    return label;
}

}  // namespace standpoint::agreement
