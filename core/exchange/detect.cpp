#include "core/exchange/detect.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/utf8.hpp"

namespace standpoint::exchange {
namespace {

constexpr std::size_t head_bytes = 64 << 10;

// The head may end inside a character.
bool is_text(std::string_view head) {
    if (head.find('\0') != head.npos) return false;
    const auto invalid = text::first_invalid(head);
    return !invalid || *invalid + 4 > head.size();
}

// Walks over JSON that may be broken or cut off, as far as it needs to tell the outermost object's
// members from what is inside them.
class Members {
  public:
    explicit Members(std::string_view json) : json_(json) {}

    // The value of the outermost object's member if it is a string without escapes, else empty.
    std::string_view string_member(std::string_view name) {
        int depth = 0;
        bool at_key = false;
        while (pos_ < json_.size()) {
            const char c = json_[pos_];
            if (c == '"') {
                const std::string_view words = string();
                if (depth == 1 && at_key && words == name) return value();
                at_key = false;
                continue;
            }
            ++pos_;
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            if (c == '{' || c == ',') at_key = true;
            if (depth == 0) break;
        }
        return {};
    }

  private:
    // REQUIRES: a quotation mark at pos_. Without its quotation marks; escapes are left as they
    // are.
    std::string_view string() {
        const std::size_t begin = ++pos_;
        while (pos_ < json_.size() && json_[pos_] != '"') pos_ += json_[pos_] == '\\' ? 2 : 1;
        const std::size_t end = std::min(pos_, json_.size());
        pos_ = end + 1;
        return json_.substr(begin, end - begin);
    }
    std::string_view value() {
        pos_ = json_.find_first_not_of(" \t\r\n:", pos_);
        return pos_ < json_.size() && json_[pos_] == '"' ? string() : std::string_view();
    }

    std::string_view json_;
    std::size_t pos_ = 0;
};

}  // namespace

FileKind detect(std::string_view bytes) {
    std::string_view head = bytes.substr(0, head_bytes);
    if (!is_text(head)) return FileKind::unknown;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);

    // An article may begin with a brace, but hardly with a brace and a quotation mark.
    const std::size_t brace = head.find_first_not_of(" \t\r\n");
    if (brace == head.npos || head[brace] != '{') return FileKind::plain_text;
    const std::size_t inside = head.find_first_not_of(" \t\r\n", brace + 1);
    if (inside != head.npos && head[inside] != '"' && head[inside] != '}')
        return FileKind::plain_text;

    const std::string_view format = Members(head.substr(brace)).string_member("format");
    if (format == "standpoint-project") return FileKind::project;
    if (format == "standpoint-codebook") return FileKind::codebook;
    return FileKind::jsonl;
}

}  // namespace standpoint::exchange
