#include <cstddef>

#include "core/text/chars.hpp"
#include "core/text/english.hpp"
#include "core/text/marks.hpp"
#include "core/text/tokens.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::text {
namespace {

// What a token means for the end of a sentence.
enum class Mark : std::uint8_t {
    none,
    period,        // . ։ ।
    question,      // ? ! ؟
    full_width,    // 。！？: of scripts without spaces and capitals
    ellipsis,      // ... …
    abbreviation,  // a word with its dot
};

class Splitter {
  public:
    Splitter(std::string_view text, const std::vector<Token>& tokens)
        : text_(text), tokens_(tokens) {}

    std::vector<Span> run() const {
        std::vector<Span> out;
        std::size_t first = 0;
        while (first < tokens_.size()) {
            const std::size_t end = sentence_end(first);
            out.push_back({tokens_[first].span.begin, tokens_[end - 1].span.end});
            first = end;
        }
        return out;
    }

  private:
    // One past the last token of the sentence that starts with token `first`.
    std::size_t sentence_end(std::size_t first) const {
        std::size_t i = first;
        while (i < tokens_.size()) {
            Mark mark = mark_of(i);
            if (mark == Mark::abbreviation && is_attached_mark(i + 1)) mark = Mark::none;
            const std::size_t after = mark == Mark::none ? i + 1 : skip_closers(i + 1);
            if (line_ends_before(after)) return after;
            if (mark != Mark::none && ends(mark, first, i, after)) return after;
            i = after;
        }
        return i;
    }

    std::string_view word(std::size_t i) const { return slice(text_, tokens_[i].span); }
    std::string_view without_dot(std::size_t i) const {
        const std::string_view w = word(i);
        return w.back() == '.' ? w.substr(0, w.size() - 1) : w;
    }
    char32_t first_code(std::size_t i) const { return decode(text_, tokens_[i].span.begin).value; }

    bool is_word(std::size_t i) const { return tokens_[i].kind == TokenKind::word; }
    bool touches_previous(std::size_t i) const {
        return i > 0 && tokens_[i - 1].span.end == tokens_[i].span.begin;
    }
    bool touches_next(std::size_t i) const {
        return i + 1 < tokens_.size() && tokens_[i].span.end == tokens_[i + 1].span.begin;
    }

    // Whether token `i` is a mark that follows the one before it directly.
    bool is_attached_mark(std::size_t i) const {
        return i < tokens_.size() && touches_previous(i) && !is_word(i) && mark_of(i) != Mark::none;
    }

    // Whether token `i` is the first of its line, or past the end.
    bool line_ends_before(std::size_t i) const {
        if (i >= tokens_.size()) return true;
        const Span gap{tokens_[i - 1].span.end, tokens_[i].span.begin};
        return slice(text_, gap).find('\n') != std::string_view::npos;
    }

    Mark mark_of(std::size_t i) const {
        const Token& token = tokens_[i];
        if (token.kind == TokenKind::word)
            return text_[token.span.end - 1] == '.' ? Mark::abbreviation : Mark::none;
        if (token.kind != TokenKind::punctuation) return Mark::none;
        if (touches_previous(i) && is_opening_bracket(first_code(i - 1)))
            return Mark::none;  // [...]
        switch (first_code(i)) {
            case U'.': return token.span.size() > 1 ? Mark::ellipsis : Mark::period;
            case 0x2026:  // …
                return Mark::ellipsis;
            case U'?':
            case U'!':
            case 0x203C:  // ‼ ⁇ ⁈ ⁉
            case 0x2047:
            case 0x2048:
            case 0x2049:
            case 0x037E:  // Greek question mark
            case 0x061F:  // ؟
                return Mark::question;
            case 0x0589:  // Armenian ։
            case 0x06D4:  // Urdu ۔
            case 0x0964:  // Devanagari । ॥
            case 0x0965:
            case 0x1362:  // Ethiopic ። ፧
            case 0x1367: return Mark::period;
            case 0x3002:  // 。 ．！？｡
            case 0xFF0E:
            case 0xFF01:
            case 0xFF1F:
            case 0xFF61: return Mark::full_width;
            default: return Mark::none;
        }
    }

    // Past the marks, closing quotes, brackets and emoji that belong to the end before token `i`.
    std::size_t skip_closers(std::size_t i) const {
        while (!line_ends_before(i) && belongs_to_end(i)) ++i;
        return i;
    }

    bool belongs_to_end(std::size_t i) const {
        const Token& token = tokens_[i];
        switch (token.kind) {
            case TokenKind::quote: return is_closing_quote(i);
            case TokenKind::punctuation:
                return is_attached_mark(i) ||
                       (touches_previous(i) && is_closing_bracket(first_code(i)));
            case TokenKind::symbol: return first_code(i) >= 0x2190;  // emoji and dingbats
            case TokenKind::word:
            case TokenKind::number:
            case TokenKind::url: return false;
        }
        return false;
    }

    // By what it touches; by its shape when it touches both sides or none.
    bool is_closing_quote(std::size_t i) const {
        const bool left = touches_previous(i);
        if (line_ends_before(i + 1)) return true;
        const bool right = touches_next(i) && !closes(i + 1);
        if (left != right) return left;
        const char32_t c = first_code(i);
        return is_closing_quotation_mark(c) || (left && (c == U'"' || c == U'\''));
    }

    // Whether what follows a mark directly cannot open anything.
    bool closes(std::size_t i) const {
        const TokenKind kind = tokens_[i].kind;
        if (kind == TokenKind::quote) return true;
        if (kind != TokenKind::punctuation) return false;
        return !is_opening_bracket(first_code(i));
    }

    // Whether the sentence that started at `first` ends after its mark at `at`, where `next` is the
    // first token after the mark and its closers, on the same line.
    bool ends(Mark mark, std::size_t first, std::size_t at, std::size_t next) const {
        const bool closed = has_closing_quote(at + 1, next);
        switch (mark) {
            case Mark::none: return false;
            case Mark::full_width: return first_code(next) != U'と';  // 「...。」と言った
            case Mark::abbreviation: return after_abbreviation(at, next);
            case Mark::ellipsis: return opens(next, false) && (closed || !touches_previous(next));
            case Mark::question: return opens(next, !closed) && !(closed && names_speaker(next));
            case Mark::period:
                if (at == first + 1 && tokens_[first].kind == TokenKind::number)
                    return false;  // 1. First
                return opens(next, true);
        }
        return false;
    }

    bool has_closing_quote(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (tokens_[i].kind == TokenKind::quote) return true;
        return false;
    }

    // Whether token `i` may open a sentence. A quote or bracket does if what it holds does, or, if
    // `any_quote`, whatever it holds.
    bool opens(std::size_t i, bool any_quote) const {
        for (; !line_ends_before(i + 1); ++i) {
            const TokenKind kind = tokens_[i].kind;
            const bool opening = kind == TokenKind::quote || is_opening_bracket(first_code(i));
            if (!opening) break;
            if (any_quote) return true;
        }
        switch (tokens_[i].kind) {
            case TokenKind::word:  // iPhone and al-Qaida may, with their capital inside
                return !is_lower(first_letter(i)) || lower(word(i)) != word(i);
            case TokenKind::punctuation: {
                const char32_t c = first_code(i);
                return c == 0x00BF || c == 0x00A1 || c == 0x2026 || c == U'.';  // ¿ ¡ …
            }
            case TokenKind::number:
            case TokenKind::quote:
            case TokenKind::symbol:
            case TokenKind::url: return true;
        }
        return true;
    }

    char32_t first_letter(std::size_t i) const {
        const std::string_view w = word(i);
        for (std::size_t pos = 0; pos < w.size();) {
            const CodePoint c = decode(w, pos);
            if (is_letter(c.value)) return c.value;
            pos += c.bytes;
        }
        return 0;
    }

    bool after_abbreviation(std::size_t at, std::size_t next) const {
        const std::string_view bare = without_dot(at);
        std::size_t i = next;
        while (!line_ends_before(i + 1) && tokens_[i].kind == TokenKind::quote) ++i;
        if (!is_word(i) || !starts_upper(word(i))) return false;
        const bool initial = decode(bare, 0).bytes == bare.size();
        const bool quoted = i > next && !initial;  // John J. “Jack” Sheehan
        switch (english::abbreviation(bare)) {
            case english::Abbreviation::before_name:
            case english::Abbreviation::before_number:
            case english::Abbreviation::date:
            case english::Abbreviation::within: return false;
            case english::Abbreviation::closing: return !english::follows_time(without_dot(i));
            case english::Abbreviation::none:
            case english::Abbreviation::after_name:
            case english::Abbreviation::after_comma:
                return quoted || english::opens_sentences(word(i));
        }
        return false;
    }

    // Blinken asked: what follows a quoted question and still belongs to its sentence.
    bool names_speaker(std::size_t i) const {
        for (int words = 0; words < 4 && !line_ends_before(i) && is_word(i); ++words, ++i) {
            if (words > 0 && english::is_cue_verb(word(i))) return true;
            if (!starts_upper(word(i)) || english::opens_sentences(word(i))) break;
        }
        return false;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
};

}  // namespace

std::vector<Span> sentences(std::string_view text, const std::vector<Token>& tokens) {
    return Splitter(text, tokens).run();
}

}  // namespace standpoint::text
