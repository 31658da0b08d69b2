#include "core/text/tokens.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/chars.hpp"
#include "core/text/english.hpp"
#include "core/text/graphemes.hpp"
#include "core/text/unicode_data.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::text {
namespace {

constexpr char32_t left_single_quote = 0x2018, apostrophe_mark = 0x2019;

bool is_word_class(CharClass c) {
    switch (c) {
        case CharClass::upper:
        case CharClass::lower:
        case CharClass::letter:
        case CharClass::mark:
        case CharClass::digit:
        case CharClass::numeral: return true;
        default: return false;
    }
}

bool is_letter_class(CharClass c) {
    return c == CharClass::upper || c == CharClass::lower || c == CharClass::letter;
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_ascii_word(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == apostrophe_mark;
}
bool is_hyphen(char32_t c) {
    return c == U'-' || c == 0x2010 || c == 0x2011;
}

bool is_quotation_mark(char32_t c) {
    switch (c) {
        case U'"':
        case U'\'':
        case U'`':
        case 0x00AB:  // « »
        case 0x00BB:
        case 0x2039:  // ‹ ›
        case 0x203A:
        case 0xFF02:  // full-width "
            return true;
        default:
            // ‘ ’ ‚ ‛ “ ” „ ‟; corner brackets; 〝 〞 〟
            return (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F) ||
                   (c >= 0x301D && c <= 0x301F) || c == 0xFF62 || c == 0xFF63;
    }
}

bool is_bracket(char32_t c) {
    constexpr std::u32string_view brackets = U"()[]{}<>⟨⟩（）［］｛｝【】〈〉《》〔〕〖〗";
    return brackets.find(c) != std::u32string_view::npos;
}

// Marks that stand for a word or a quantity rather than structure the sentence.
bool is_symbol_mark(char32_t c) {
    constexpr std::u32string_view symbols = U"%&@#*§¶†‡°‰•٪％＆＠＃＊";
    return symbols.find(c) != std::u32string_view::npos;
}

// Marks that belong to the word when letters stand on both sides: Catalan l·l, Hebrew ״ and ׳.
bool is_inner_mark(char32_t c) {
    return c == 0x00B7 || c == 0x05F3 || c == 0x05F4;
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
            const CodePoint c = decode(line_, pos_);
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
    // --- looking around ---

    char at(std::size_t i) const { return i < line_.size() ? line_[i] : '\0'; }

    // What starts at `i`; U+0000 and a space at the line's end.
    char32_t code_at(std::size_t i) const { return i < line_.size() ? decode(line_, i).value : 0; }
    CharClass class_at(std::size_t i) const {
        return i < line_.size() ? class_of(decode(line_, i).value) : CharClass::space;
    }
    CharClass class_before(std::size_t i) const {
        return i > 0 ? class_of(decode_before(line_, i).value) : CharClass::space;
    }

    std::string_view from_to(std::size_t begin, std::size_t end) const {
        return line_.substr(begin, end - begin);
    }

    std::size_t skip_spaces(std::size_t i) const {
        while (i < line_.size() && class_at(i) == CharClass::space) i += decode(line_, i).bytes;
        return i;
    }

    // The end of the letters and marks at `i`.
    std::size_t letters_end(std::size_t i) const {
        while (i < line_.size()) {
            const CodePoint c = decode(line_, i);
            const CharClass kind = class_of(c.value);
            if (!is_letter_class(kind) && kind != CharClass::mark) break;
            i += c.bytes;
        }
        return i;
    }

    // The token that ends directly before the position, if any.
    const Token* neighbour() const {
        if (out_.size() == first_ || out_.back().span.end != base_ + pos_) return nullptr;
        return &out_.back();
    }

    bool after_comma() const {
        if (out_.size() == first_) return false;
        return line_[out_.back().span.begin - base_] == ',';
    }

    // --- making tokens ---

    // Ends a token that starts at pos_. Marks that combine with its last character stay with it.
    void emit(std::size_t end, TokenKind kind) {
        while (end < line_.size() && static_cast<unsigned char>(line_[end]) >= 0x80) {
            const CodePoint c = decode(line_, end);
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
        if (end == pos_ && url()) return;
        std::size_t part = pos_;  // start of the part since the last hyphen or dot
        bool dots = false;
        while (end < line_.size()) {
            const CodePoint c = decode(line_, end);
            const CharClass kind = class_of(c.value);
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
                if (!is_hyphen(code_at(end)) || !is_letter_class(class_at(end + 1))) break;
                continue;
            }
            if (is_hyphen(c.value)) {
                if (!is_word_class(class_at(next))) break;
                if (english::hyphen_parts_name(from_to(part, end), next_part(next))) break;
                end = part = next;
                dots = false;
                continue;
            }
            if (!joins_mark(c, end)) break;
            end = next;
        }
        if (at(end) == '@' && email(end)) return;
        if (dots && at(end) == '/' && english::is_top_domain(from_to(part, end)))
            return emit(url_end(end), TokenKind::url);
        if (is_currency_prefix(end)) return emit(end + decode(line_, end).bytes, TokenKind::symbol);
        split_negation(end);
    }

    // The part of a hyphenated word at `i`.
    std::string_view next_part(std::size_t i) const { return from_to(i, letters_end(i)); }

    // Whether the dot at `dot` stands inside a word: U.S, p.m, example.com, v2.0.
    bool joins_dot(std::size_t part, std::size_t dot) const {
        const std::size_t next = dot + 1;
        const CharClass after = class_at(next);
        const CharClass before = class_before(dot);
        if (after == CharClass::digit) return before == CharClass::digit;
        if (!is_letter_class(after) || !is_letter_class(before)) return false;
        const bool single = part + decode(line_, part).bytes == dot;
        const std::size_t after_next = next + decode(line_, next).bytes;
        if (single && (at(after_next) == '.' || !is_word_class(class_at(after_next)))) return true;
        if (from_to(part, dot) == "Ph" && at(after_next) == '.') return true;
        return !single && after == CharClass::lower && is_ascii_letter(at(next));
    }

    // Whether the dot at `dot` belongs to the word before it.
    bool is_abbreviation(std::size_t part, std::size_t dot, bool dots) const {
        if (at(dot + 1) == '.') return false;  // an ellipsis
        const std::size_t length = dot - part;
        const bool single = length > 0 && decode(line_, part).bytes == length;
        if (dots && single) return true;
        const std::size_t next = skip_spaces(dot + 1);
        const CharClass after = class_at(next);
        if (single && class_at(part) == CharClass::upper) {
            if (part != pos_) return false;
            return after == CharClass::upper && !english::opens_sentences(next_part(next));
        }
        switch (english::abbreviation(from_to(part, dot))) {
            case english::Abbreviation::none: return false;
            case english::Abbreviation::before_name:
                return next < line_.size() &&
                       (is_word_class(after) || is_quotation_mark(code_at(next)));
            case english::Abbreviation::before_number: return after == CharClass::digit;
            case english::Abbreviation::date:
                return after == CharClass::digit || after == CharClass::lower || at(next) == ',';
            case english::Abbreviation::after_comma: return after_comma();
            case english::Abbreviation::within: return next < line_.size();
            case english::Abbreviation::after_name:
            case english::Abbreviation::closing: return true;
        }
        return false;
    }

    // Whether the mark at `i`, neither dot nor hyphen, stands inside a word.
    bool joins_mark(CodePoint c, std::size_t i) const {
        const std::size_t next = i + c.bytes;
        const CharClass after = class_at(next);
        if (is_apostrophe(c.value)) {
            if (!is_letter_class(after)) return false;
            const std::size_t end = letters_end(next);
            return !english::is_clitic(from_to(next, end)) || is_word_class(class_at(end));
        }
        if (c.value == left_single_quote) return after == CharClass::lower;  // Hawai‘i
        if (c.value == U'&')
            return after == CharClass::upper && class_before(i) == CharClass::upper;
        if (c.value == U'_') return is_word_class(after);
        if (is_inner_mark(c.value) || class_of(c.value) == CharClass::format)
            return is_letter_class(after);
        return false;
    }

    // US$ and the like before a number.
    bool is_currency_prefix(std::size_t end) const {
        if (end - pos_ > 3) return false;
        for (std::size_t i = pos_; i < end; ++i)
            if (line_[i] < 'A' || line_[i] > 'Z') return false;
        const char32_t sign = code_at(end);
        if (sign != U'$' && sign != U'£' && sign != U'€' && sign != U'¥') return false;
        return class_at(end + decode(line_, end).bytes) == CharClass::digit;
    }

    // Ends a word, with n't as a token of its own.
    void split_negation(std::size_t end) {
        const std::string_view word = from_to(pos_, end);
        for (const std::string_view tail : {"n't", "n’t", "N'T", "N’T"}) {
            if (word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail) {
                emit(end - tail.size(), TokenKind::word);
                break;
            }
        }
        emit(end, TokenKind::word);
    }

    // --- addresses ---

    // The end of an address that is known to reach `end`: up to a space or a mark that cannot be
    // part of one, less the punctuation of the sentence around it.
    std::size_t url_end(std::size_t end) const {
        const std::size_t begin = pos_;
        std::size_t open = 0;
        while (end < line_.size()) {
            const CodePoint c = decode(line_, end);
            if (class_of(c.value) == CharClass::space || c.value == U'<' || c.value == U'>' ||
                (is_quotation_mark(c.value) && c.value != U'\''))
                break;
            if (c.value == U'(') ++open;
            if (c.value == U')') {
                if (open == 0) break;
                --open;
            }
            end += c.bytes;
        }
        constexpr std::string_view trailing = ".,;:!?'*]}";
        while (end > begin + 1 && trailing.find(line_[end - 1]) != std::string_view::npos) --end;
        return end;
    }

    bool url() {
        for (const std::string_view start : {"http://", "https://", "ftp://", "www."}) {
            if (!reads(pos_, start)) continue;
            if (!is_word_class(class_at(pos_ + start.size()))) continue;
            emit(url_end(pos_ + start.size()), TokenKind::url);
            return true;
        }
        return false;
    }

    // An e-mail address whose local part is [pos_, sign).
    bool email(std::size_t sign) {
        std::size_t end = sign + 1, last_dot = 0;
        while (is_ascii_word(at(end)) || at(end) == '-' ||
               (at(end) == '.' && is_ascii_word(at(end + 1)))) {
            if (at(end) == '.') last_dot = end;
            ++end;
        }
        if (last_dot == 0) return false;
        emit(end, TokenKind::url);
        return true;
    }

    // @handle or #tag.
    bool handle(char sign) {
        const CharClass first = class_at(pos_ + 1);
        if (!is_letter_class(first) && !(sign == '@' && is_ascii_word(at(pos_ + 1)))) return false;
        std::size_t end = pos_ + 1;
        while (end < line_.size()) {
            const CodePoint c = decode(line_, end);
            if (!is_word_class(class_of(c.value)) && c.value != U'_') break;
            end += c.bytes;
        }
        emit(end, TokenKind::url);
        return true;
    }

    // --- numbers ---

    // Reads a number that starts at pos_, the first `end - pos_` bytes of which are a sign.
    void number(std::size_t end) {
        while (end < line_.size()) {
            const CodePoint c = decode(line_, end);
            const CharClass kind = class_of(c.value);
            if (kind == CharClass::digit || kind == CharClass::numeral || kind == CharClass::mark) {
                end += c.bytes;
                continue;
            }
            if (!joins_digits(c.value) || class_at(end + c.bytes) != CharClass::digit) break;
            end += c.bytes;
        }
        const std::size_t suffix_end = letters_end(end);
        const std::string_view suffix = from_to(end, suffix_end);
        const bool alone = !is_word_class(class_at(suffix_end));
        if (suffix.empty()) {
            const char32_t next = code_at(end);
            if (is_hyphen(next) && is_letter_class(class_at(end + decode(line_, end).bytes)))
                return word(end);
            return emit(end, TokenKind::number);
        }
        const bool hyphen =
            is_hyphen(code_at(suffix_end)) && is_letter_class(class_at(suffix_end + 1));
        if (alone && !hyphen) {
            if (is_ordinal(suffix)) return emit(suffix_end, TokenKind::number);
            if (english::is_unit(suffix) || reads(end, "a.m.") || reads(end, "p.m."))
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

    // Whether `lower_case`, in any case, stands at `i`. ASCII alone.
    bool reads(std::size_t i, std::string_view lower_case) const {
        for (const char expected : lower_case) {
            const char c = at(i++);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != expected) return false;
        }
        return true;
    }

    // --- ideographs ---

    // Hangul words and runs of katakana are tokens; of the scripts without spaces every character.
    void ideograph(CodePoint c) {
        std::size_t end = pos_ + c.bytes;
        const auto extend = [&](auto belongs) {
            while (end < line_.size()) {
                const CodePoint next = decode(line_, end);
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
        const char32_t next = code_at(pos_ + c.bytes);
        if (is_apostrophe(c.value) || c.value == left_single_quote) return single_quote(c, next);
        if (is_quotation_mark(c.value)) {
            if (c.value == U'`' && next == U'`') return emit(pos_ + 2, TokenKind::quote);
            return emit(pos_ + c.bytes, TokenKind::quote);
        }
        if ((c.value == U'@' || c.value == U'#') && handle(static_cast<char>(c.value))) return;
        const bool fresh = class_before(pos_) == CharClass::space || is_bracket(code_before());
        if ((c.value == U'.' || c.value == U'-') && fresh && is_ascii_digit(at(pos_ + 1)))
            return number(pos_ + 1);
        if (is_bracket(c.value)) return emit(pos_ + c.bytes, TokenKind::punctuation);
        if (class_of(c.value) == CharClass::symbol && c.value >= 0x80)
            return emit(next_grapheme(line_, pos_), TokenKind::symbol);
        std::size_t end = pos_ + c.bytes;
        while (code_at(end) == c.value && end < line_.size()) end += c.bytes;
        const bool symbol = class_of(c.value) == CharClass::symbol || is_symbol_mark(c.value);
        emit(end, symbol ? TokenKind::symbol : TokenKind::punctuation);
    }

    char32_t code_before() const { return pos_ > 0 ? decode_before(line_, pos_).value : 0; }

    // ' ’ and ‘ outside words: quotation mark, or apostrophe of a possessive, a clitic, an elision.
    void single_quote(CodePoint c, char32_t next) {
        const std::size_t after = pos_ + c.bytes;
        const Token* before = neighbour();
        const bool closes_something =
            before != nullptr && !is_opening(*before) && c.value != left_single_quote;
        if (before != nullptr && before->kind != TokenKind::punctuation) {
            const std::size_t end = letters_end(after);
            if (english::is_clitic(from_to(after, end)) && !is_word_class(class_at(end)))
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
        const std::size_t letters = letters_end(after);
        if (english::is_elision(from_to(after, letters)) && !is_word_class(class_at(letters)))
            return emit(letters, TokenKind::word);
        if (is_ascii_digit(at(after)) && is_ascii_digit(at(after + 1))) {
            const bool decade = at(after + 2) == 's';
            const std::size_t end = after + (decade ? 3 : 2);
            if ((decade || c.value == apostrophe_mark) && !is_word_class(class_at(end)))
                return emit(end, TokenKind::number);
        }
        if (c.value != apostrophe_mark && class_at(after) != CharClass::space) open_single_ = true;
        emit(after, TokenKind::quote);
    }

    bool is_opening(const Token& token) const {
        const char32_t c = code_at(token.span.begin - base_);
        if (token.kind == TokenKind::quote) return !open_single_ && c != 0x201D && c != 0x00BB;
        return c == U'(' || c == U'[' || c == U'{' || is_dash(c);
    }

    static bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015); }

    // Whether the open quotation is closed further on, so that what ends before `from` is the
    // possessive of a plural. Looks at what a sentence or two may hold.
    bool closes_later(std::size_t from) const {
        if (class_before(from) == CharClass::space || class_at(from) != CharClass::space)
            return false;
        if (!is_letter_class(class_at(skip_spaces(from)))) return false;
        constexpr std::size_t reach = 400;
        const std::size_t end = std::min(line_.size(), from + reach);
        for (std::size_t i = from; i < end; i += decode(line_, i).bytes) {
            const char32_t c = code_at(i);
            if (c == left_single_quote) return false;
            if (!is_apostrophe(c)) continue;
            const bool left_space = class_before(i) == CharClass::space;
            if (left_space) return false;
            if (!is_word_class(class_at(i + decode(line_, i).bytes))) return true;
        }
        return false;
    }

    std::string_view line_;
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
