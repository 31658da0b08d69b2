// Line: a view of one line for the tokenizer, with safe looks around. For core/text alone.
//
// Whatever lies outside reads as U+0000, and as white space where a class is asked for.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/text/unicode_data.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::text {

constexpr bool is_letter_class(CharClass c) {
    return c == CharClass::upper || c == CharClass::lower || c == CharClass::letter;
}
// What words are made of, ideographs aside.
constexpr bool is_word_class(CharClass c) {
    return is_letter_class(c) || c == CharClass::mark || c == CharClass::digit ||
           c == CharClass::numeral;
}

class Line {
  public:
    explicit Line(std::string_view text) : text_(text) {}

    std::string_view text() const { return text_; }
    std::size_t size() const { return text_.size(); }

    char byte(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
    CodePoint at(std::size_t i) const {
        const auto first = static_cast<unsigned char>(byte(i));
        return first < 0x80 ? CodePoint{first, 1} : decode(text_, i);
    }
    char32_t code(std::size_t i) const { return at(i).value; }
    // One past what starts at `i`.
    std::size_t after(std::size_t i) const { return i + at(i).bytes; }
    CharClass class_at(std::size_t i) const {
        return i < text_.size() ? class_of(code(i)) : CharClass::space;
    }

    char32_t code_before(std::size_t i) const { return i > 0 ? decode_before(text_, i).value : 0; }
    CharClass class_before(std::size_t i) const {
        return i > 0 ? class_of(code_before(i)) : CharClass::space;
    }

    std::string_view slice(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }

    std::size_t skip_spaces(std::size_t i) const {
        while (i < text_.size() && class_at(i) == CharClass::space) i = after(i);
        return i;
    }

    // The end of the letters and marks at `i`.
    std::size_t letters_end(std::size_t i) const {
        while (i < text_.size()) {
            const CharClass c = class_at(i);
            if (!is_letter_class(c) && c != CharClass::mark) break;
            i = after(i);
        }
        return i;
    }

    // Whether `lower_case` stands at `i`, in any case. ASCII alone.
    bool reads(std::size_t i, std::string_view lower_case) const {
        for (const char expected : lower_case) {
            const char c = byte(i++);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != expected) return false;
        }
        return true;
    }

  private:
    std::string_view text_;
};

}  // namespace standpoint::text
