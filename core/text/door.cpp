#include "core/text/door.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/utf8.hpp"

namespace standpoint::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

Error invalid_utf8(std::string_view raw, std::size_t at) {
    const auto is_line_end = [raw](std::size_t i) {
        return raw[i] == '\n' || (raw[i] == '\r' && (i + 1 == raw.size() || raw[i + 1] != '\n'));
    };
    std::uint64_t line = 1;
    for (std::size_t i = 0; i < at; ++i) line += is_line_end(i) ? 1u : 0u;
    const bool utf16 = starts_with(raw, "\xFF\xFE") || starts_with(raw, "\xFE\xFF");
    std::string message = "The text is not valid UTF-8: byte " + std::to_string(at) + ", on line " +
                          std::to_string(line) + ", cannot be read";
    message += utf16 ? "; it looks like UTF-16." : ".";
    return {ErrorKind::invalid_utf8, std::move(message), at, line};
}

}  // namespace

Result<Admitted> admit(std::string_view raw) {
    if (raw.size() > max_text_bytes) {
        return Error{ErrorKind::too_large,
                     "The text has " + std::to_string(raw.size()) + " bytes; at most " +
                         std::to_string(max_text_bytes) + " can be read.",
                     {},
                     {}};
    }
    if (const auto at = first_invalid(raw)) return invalid_utf8(raw, *at);

    Admitted out;
    out.bom = starts_with(raw, byte_order_mark);
    if (out.bom) raw.remove_prefix(byte_order_mark.size());

    std::size_t crlf = 0, cr = 0;
    out.text.reserve(raw.size());
    for (std::size_t pos = 0; pos < raw.size();) {
        const std::size_t end = std::min(raw.find('\r', pos), raw.size());
        out.text.append(raw, pos, end - pos);
        pos = end;
        if (pos == raw.size()) break;
        const bool pair = pos + 1 < raw.size() && raw[pos + 1] == '\n';
        ++(pair ? crlf : cr);
        out.text.push_back('\n');
        pos += pair ? 2 : 1;
    }
    const auto line_ends =
        static_cast<std::size_t>(std::count(out.text.begin(), out.text.end(), '\n'));
    if (crlf + cr == 0) {
        out.newlines = Newlines::lf;
    } else if (crlf == line_ends) {
        out.newlines = Newlines::crlf;
    } else if (cr == line_ends) {
        out.newlines = Newlines::cr;
    } else {
        out.newlines = Newlines::mixed;
    }
    return out;
}

}  // namespace standpoint::text
