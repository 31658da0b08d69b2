#include "core/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text/addresses.hpp"
#include "core/text/chars.hpp"
#include "core/text/english.hpp"
#include "core/text/graphemes.hpp"
#include "core/text/line.hpp"
#include "core/text/marks.hpp"
#include "core/text/unicode_data.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::text {
namespace {

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hangul(char32_t c) {
    return (c >= 0xAC00 && c <= 0xD7FB) || (c >= 0x1100 && c <= 0x11FF) ||
           (c >= 0x3131 && c <= 0x318E) || (c >= 0xA960 && c <= 0xA97C);
}

bool is_katakana(char32_t c) {
    return (c >= 0x30A1 && c <= 0x30FE) || (c >= 0x31F0 && c <= 0x31FF) ||
           (c >= 0xFF66 && c <= 0xFF9D);
}

// Tokenizes one line. Looks at nothing outside it, and never further ahead than a constant, except
// along the token that it is reading.
class LineTokenizer {
  public:
    LineTokenizer(std::string_view line, std::uint32_t base, std::vector<Token>& out)
        : line_(line), base_(base), out_(out), first_(out.size()) {}

    void run() {
        while (pos_ < line_.size()) {
            const CodePoint c = line_.at(pos_);
            const CharClass kind = class_of(c.value);
            switch (kind) {
                case CharClass::space: pos_ += c.bytes; break;
                case CharClass::upper:
                case CharClass::lower:
                case CharClass::letter:
                case CharClass::mark: word(pos_); break;
                case CharClass::digit:
                case CharClass::numeral: number(pos_); break;
                case CharClass::ideograph: ideograph(c); break;
                case CharClass::punctuation:
                case CharClass::symbol: mark(c); break;
                case CharClass::format:
                case CharClass::other: emit(pos_ + c.bytes, TokenKind::symbol); break;
            }
        }
    }

  private:
    // The token that ends directly before the position, if any.
    const Token* neighbour() const {
        if (out_.size() == first_ || out_.back().span.end != base_ + pos_) return nullptr;
        return &out_.back();
    }

    // The token before pos_, with or without space between; empty at the line's start.
    std::string_view previous() const {
        if (out_.size() == first_) return {};
        return line_.slice(out_.back().span.begin - base_, out_.back().span.end - base_);
    }

    // --- making tokens ---

    // Ends a token that starts at pos_. Marks that combine with its last character stay with it.
    void emit(std::size_t end, TokenKind kind) {
        while (end < line_.size() && static_cast<unsigned char>(line_.byte(end)) >= 0x80) {
            const CodePoint c = line_.at(end);
            const GraphemeBreak b = break_of(c.value);
            if (b != GraphemeBreak::extend && b != GraphemeBreak::zwj &&
                b != GraphemeBreak::spacing_mark)
                break;
            end += c.bytes;
        }
        out_.push_back(
            {{base_ + static_cast<std::uint32_t>(pos_), base_ + static_cast<std::uint32_t>(end)},
             kind});
        pos_ = end;
    }

    // --- words ---

    // Reads a word that starts at pos_ and is known to reach `end` at least.
    void word(std::size_t end) {
        if (end == pos_) {
            if (const std::size_t url = url_end(line_, pos_); url > pos_)
                return emit(url, TokenKind::url);
        }
        std::size_t part = pos_;  // start of the part since the last hyphen or dot
        bool dots = false;
        while (end < line_.size()) {
            if (is_ascii_letter(line_.byte(end))) {
                ++end;
                continue;
            }
            const CodePoint c = line_.at(end);
            const CharClass kind = class_of(c.value);
            if (kind == CharClass::space) break;
            if (is_word_class(kind)) {
                end += c.bytes;
                continue;
            }
            const std::size_t next = end + c.bytes;
            if (c.value == U'.') {
                if (joins_dot(part, end)) {
                    dots = true;
                    end = part = next;
                    continue;
                }
                if (!is_abbreviation(part, end, dots)) break;
                end = next;
                if (!is_hyphen(line_.code(end)) || !is_letter_class(line_.class_at(end + 1))) break;
                continue;
            }
            if (is_hyphen(c.value)) {
                if (!is_word_class(line_.class_at(next))) break;
                if (english::hyphen_parts_name(line_.slice(part, end), next_part(next))) break;
                end = part = next;
                dots = false;
                continue;
            }
            if (!joins_mark(c, end)) break;
            end = next;
        }
        if (line_.byte(end) == '@') {
            if (const std::size_t email = email_end(line_, pos_, end); email > pos_)
                return emit(email, TokenKind::url);
        }
        if (dots && line_.byte(end) == '/' && english::is_top_domain(line_.slice(part, end)))
            return emit(path_end(line_, pos_, end), TokenKind::url);
        if (is_currency_prefix(end)) return emit(line_.after(end), TokenKind::symbol);
        split_negation(end);
    }

    // The part of a hyphenated word at `i`.
    std::string_view next_part(std::size_t i) const { return line_.slice(i, line_.letters_end(i)); }

    // Whether the dot at `dot` stands inside a word: U.S, p.m, example.com, v2.0.
    bool joins_dot(std::size_t part, std::size_t dot) const {
        const std::size_t next = dot + 1;
        const CharClass after = line_.class_at(next);
        const CharClass before = line_.class_before(dot);
        if (after == CharClass::digit) return before == CharClass::digit;
        if (!is_letter_class(after) || !is_letter_class(before)) return false;
        const bool single = line_.after(part) == dot;
        const std::size_t after_next = line_.after(next);
        if (single && (line_.byte(after_next) == '.' || !is_word_class(line_.class_at(after_next))))
            return true;
        if (line_.slice(part, dot) == "Ph" && line_.byte(after_next) == '.') return true;
        return !single && after == CharClass::lower && line_.code(next) < 0x80;
    }

    // Whether the dot at `dot` belongs to the word before it.
    bool is_abbreviation(std::size_t part, std::size_t dot, bool dots) const {
        if (line_.byte(dot + 1) == '.' && line_.byte(dot + 2) == '.') return false;  // an ellipsis
        const std::size_t length = dot - part;
        const bool single = length > 0 && line_.at(part).bytes == length;
        if (dots && single) return true;
        const std::size_t next = line_.skip_spaces(dot + 1);
        const CharClass after = line_.class_at(next);
        if (single && line_.class_at(part) == CharClass::upper) {
            return part == pos_ && !english::takes_letter(previous()) && names_follow(next);
        }
        switch (english::abbreviation(line_.slice(part, dot))) {
            case english::Abbreviation::none: return false;
            case english::Abbreviation::before_name:
                return next < line_.size() &&
                       (is_word_class(after) || is_quotation_mark(line_.code(next)));
            case english::Abbreviation::before_number: return after == CharClass::digit;
            case english::Abbreviation::date:
                return after == CharClass::digit || after == CharClass::lower ||
                       line_.byte(next) == ',';
            case english::Abbreviation::after_comma: return previous() == ",";
            case english::Abbreviation::within: return next < line_.size();
            case english::Abbreviation::after_name:
            case english::Abbreviation::closing: return true;
        }
        return false;
    }

    // Whether the word at `i`, after an initial, goes on with a name: Ann B. Cole, Bo J. “Jo” Lee.
    bool names_follow(std::size_t i) const {
        const bool nickname = is_quotation_mark(line_.code(i)) && starts_upper(previous());
        if (nickname) i = line_.after(i);
        return line_.class_at(i) == CharClass::upper && !english::opens_sentences(next_part(i));
    }

    // Whether the mark at `i`, neither dot nor hyphen, stands inside a word.
    bool joins_mark(CodePoint c, std::size_t i) const {
        const std::size_t next = i + c.bytes;
        const CharClass after = line_.class_at(next);
        if (is_apostrophe(c.value)) {
            if (!is_letter_class(after)) return false;
            const std::size_t end = line_.letters_end(next);
            return !english::is_clitic(line_.slice(next, end)) ||
                   is_word_class(line_.class_at(end));
        }
        if (c.value == left_single_quote) return after == CharClass::lower;  // Hawai‘i
        if (c.value == U'&')
            return after == CharClass::upper && line_.class_before(i) == CharClass::upper;
        if (c.value == U'_') return is_word_class(after);
        if (is_inner_mark(c.value) || class_of(c.value) == CharClass::format)
            return is_letter_class(after);
        return false;
    }

    // US$ and the like before a number.
    bool is_currency_prefix(std::size_t end) const {
        if (end - pos_ > 3) return false;
        for (std::size_t i = pos_; i < end; ++i)
            if (line_.byte(i) < 'A' || line_.byte(i) > 'Z') return false;
        const char32_t sign = line_.code(end);
        if (sign != U'$' && sign != U'£' && sign != U'€' && sign != U'¥') return false;
        return line_.class_at(line_.after(end)) == CharClass::digit;
    }

    // Ends a word, with n't as a token of its own.
    void split_negation(std::size_t end) {
        const std::string_view word = line_.slice(pos_, end);
        constexpr std::array<std::string_view, 4> tails{"n't", "n’t", "N'T", "N’T"};
        if (word.back() == 't' || word.back() == 'T') {
            for (const std::string_view tail : tails) {
                if (word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail) {
                    emit(end - tail.size(), TokenKind::word);
                    break;
                }
            }
        }
        emit(end, TokenKind::word);
    }

    // --- numbers ---

    // Reads a number that starts at pos_, the first `end - pos_` bytes of which are a sign.
    void number(std::size_t end) {
        while (end < line_.size()) {
            const CodePoint c = line_.at(end);
            const CharClass kind = class_of(c.value);
            if (kind == CharClass::digit || kind == CharClass::numeral || kind == CharClass::mark) {
                end += c.bytes;
                continue;
            }
            if (!joins_digits(c.value) || line_.class_at(end + c.bytes) != CharClass::digit) break;
            end += c.bytes;
        }
        const std::size_t suffix_end = line_.letters_end(end);
        const std::string_view suffix = line_.slice(end, suffix_end);
        const bool alone = !is_word_class(line_.class_at(suffix_end));
        if (suffix.empty()) {
            const char32_t next = line_.code(end);
            if (is_hyphen(next) && is_letter_class(line_.class_at(line_.after(end))))
                return word(end);
            return emit(end, TokenKind::number);
        }
        const bool hyphen =
            is_hyphen(line_.code(suffix_end)) && is_letter_class(line_.class_at(suffix_end + 1));
        if (alone && !hyphen) {
            if (is_ordinal(suffix)) return emit(suffix_end, TokenKind::number);
            if (english::is_unit(suffix) || line_.reads(end, "a.m.") || line_.reads(end, "p.m."))
                return emit(end, TokenKind::number);
        }
        word(suffix_end);
    }

    static bool joins_digits(char32_t c) {
        switch (c) {
            case U',':
            case U'.':
            case U':':
            case U'/':
            case U'-':
            case U'\'':
            case 0x066B:  // Arabic decimal and thousands separators
            case 0x066C: return true;
            default: return false;
        }
    }

    static bool is_ordinal(std::string_view suffix) {
        return suffix == "s" || suffix == "st" || suffix == "nd" || suffix == "rd" ||
               suffix == "th";
    }

    // --- ideographs ---

    // Hangul words and runs of katakana are tokens; of the scripts without spaces every character.
    void ideograph(CodePoint c) {
        std::size_t end = pos_ + c.bytes;
        const auto extend = [&](auto belongs) {
            while (end < line_.size()) {
                const CodePoint next = line_.at(end);
                if (!belongs(next.value)) break;
                end += next.bytes;
            }
        };
        if (is_hangul(c.value)) extend(is_hangul);
        if (is_katakana(c.value)) extend(is_katakana);
        emit(end, TokenKind::word);
    }

    // --- marks ---

    void mark(CodePoint c) {
        const char32_t next = line_.code(pos_ + c.bytes);
        if (is_apostrophe(c.value) || c.value == left_single_quote) return single_quote(c, next);
        if (is_quotation_mark(c.value)) {
            if (c.value == U'`' && next == U'`') return emit(pos_ + 2, TokenKind::quote);
            return emit(pos_ + c.bytes, TokenKind::quote);
        }
        if (c.value == U'@' || c.value == U'#') {
            if (const std::size_t handle = handle_end(line_, pos_); handle > pos_)
                return emit(handle, TokenKind::url);
        }
        const bool fresh = line_.class_before(pos_) == CharClass::space ||
                           is_opening_bracket(line_.code_before(pos_));
        if ((c.value == U'.' || c.value == U'-') && fresh && is_ascii_digit(line_.byte(pos_ + 1)))
            return number(pos_ + 1);
        if (is_opening_bracket(c.value) || is_closing_bracket(c.value))
            return emit(pos_ + c.bytes, TokenKind::punctuation);
        if (class_of(c.value) == CharClass::symbol && c.value >= 0x80)
            return emit(next_grapheme(line_.text(), pos_), TokenKind::symbol);
        std::size_t end = pos_ + c.bytes;
        while (line_.code(end) == c.value && end < line_.size()) end += c.bytes;
        const bool symbol = class_of(c.value) == CharClass::symbol || is_symbol_mark(c.value);
        emit(end, symbol ? TokenKind::symbol : TokenKind::punctuation);
    }

    // ' ’ and ‘ outside words: quotation mark, or apostrophe of a possessive, a clitic, an elision.
    void single_quote(CodePoint c, char32_t next) {
        const std::size_t after = pos_ + c.bytes;
        const Token* before = neighbour();
        const bool closes_something =
            before != nullptr && !is_opening(*before) && c.value != left_single_quote;
        if (before != nullptr && may_carry_clitic(*before)) {
            const std::size_t end = line_.letters_end(after);
            if (english::is_clitic(line_.slice(after, end)) && !is_word_class(line_.class_at(end)))
                return emit(end, TokenKind::word);
        }
        if (next == c.value) return emit(after + c.bytes, TokenKind::quote);
        if (!closes_something) return opening_single_quote(c, after);
        const bool wordlike = before->kind == TokenKind::word || before->kind == TokenKind::number;
        if (open_single_ && !(wordlike && closes_later(after))) {
            open_single_ = false;
            return emit(after, TokenKind::quote);
        }
        emit(after, wordlike ? TokenKind::word : TokenKind::quote);
    }

    void opening_single_quote(CodePoint c, std::size_t after) {
        const std::size_t letters = line_.letters_end(after);
        if (english::is_elision(line_.slice(after, letters)) &&
            !is_word_class(line_.class_at(letters))) {
            const bool rock_n_roll = letters - after == 1 && is_apostrophe(line_.code(letters));
            return emit(letters + (rock_n_roll ? line_.at(letters).bytes : 0), TokenKind::word);
        }
        if (is_ascii_digit(line_.byte(after)) && is_ascii_digit(line_.byte(after + 1))) {
            const bool decade = line_.byte(after + 2) == 's';
            const std::size_t end = after + (decade ? 3 : 2);
            if ((decade || c.value == right_single_quote) && !is_word_class(line_.class_at(end)))
                return emit(end, TokenKind::number);
        }
        if (c.value != right_single_quote && line_.class_at(after) != CharClass::space)
            open_single_ = true;
        emit(after, TokenKind::quote);
    }

    bool may_carry_clitic(const Token& token) const {
        return token.kind != TokenKind::punctuation ||
               is_closing_bracket(line_.code(token.span.begin - base_));
    }

    bool is_opening(const Token& token) const {
        const char32_t c = line_.code(token.span.begin - base_);
        if (token.kind == TokenKind::quote) return !open_single_ && !is_closing_quotation_mark(c);
        return is_opening_bracket(c) || is_dash(c);
    }

    // Whether the open quotation is closed further on, so that what ends before `from` is the
    // possessive of a plural. Looks at what a sentence or two may hold.
    bool closes_later(std::size_t from) const {
        if (line_.class_at(from) != CharClass::space) return false;
        if (!is_letter_class(line_.class_at(line_.skip_spaces(from)))) return false;
        if (!is_one_of(U"sSxXzZ", line_.code_before(pos_))) return false;
        constexpr std::size_t reach = 400;
        const std::size_t end = std::min(line_.size(), from + reach);
        for (std::size_t i = from; i < end; i = line_.after(i)) {
            const char32_t c = line_.code(i);
            if (c == left_single_quote) return false;
            if (!is_apostrophe(c)) continue;
            if (line_.class_before(i) == CharClass::space) return false;  // another one opens
            if (!is_word_class(line_.class_at(line_.after(i)))) return true;
        }
        return false;
    }

    Line line_;
    std::uint32_t base_;
    std::vector<Token>& out_;
    std::size_t first_;  // of this line, in out_
    std::size_t pos_ = 0;
    bool open_single_ = false;  // a single quotation mark waits for its partner
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, std::uint32_t base) {
    std::vector<Token> out;
    out.reserve(text.size() / 5);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        LineTokenizer(text.substr(begin, end - begin), base + static_cast<std::uint32_t>(begin),
                      out)
            .run();
        begin = end + 1;
    }
    return out;
}

Span line_at(std::string_view text, std::uint32_t byte) {
    const std::size_t at = std::min<std::size_t>(byte, text.size());
    std::size_t begin = 0;
    if (at > 0) {
        const std::size_t before = text.rfind('\n', at - 1);
        if (before != std::string_view::npos) begin = before + 1;
    }
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace standpoint::text
