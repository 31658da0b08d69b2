#include "web/textview/caret.hpp"

#include <algorithm>

#include "core/text/graphemes.hpp"
#include "core/text/tokens.hpp"

namespace standpoint::web {

namespace {

using text::Token;

std::vector<Token> tokens_of(const Layout& layout, std::size_t paragraph) {
    const text::Span span = layout.paragraph(paragraph);
    return text::tokenize(text::slice(layout.text(), span), span.begin);
}

std::uint32_t word_right(const Layout& layout, std::uint32_t from) {
    for (std::size_t p = layout.paragraph_of(from); p < layout.paragraphs(); ++p)
        for (const Token& token : tokens_of(layout, p))
            if (token.span.end > from) return token.span.end;
    return static_cast<std::uint32_t>(layout.text().size());
}

std::uint32_t word_left(const Layout& layout, std::uint32_t from) {
    for (std::size_t p = layout.paragraph_of(from) + 1; p-- > 0;) {
        const std::vector<Token> tokens = tokens_of(layout, p);
        for (auto token = tokens.rbegin(); token != tokens.rend(); ++token)
            if (token->span.begin < from) return token->span.begin;
    }
    return 0;
}

}  // namespace

void Caret::set_text(std::string_view text) {
    text_ = text;
    anchor_ = head_ = 0;
    goal_x_.reset();
}

std::uint32_t Caret::boundary(std::uint32_t byte) const {
    byte = static_cast<std::uint32_t>(std::min<std::size_t>(byte, text_.size()));
    while (byte > 0 && !text::is_grapheme_boundary(text_, byte)) --byte;
    return byte;
}

std::optional<text::Span> Caret::selection() const {
    if (anchor_ == head_) return {};
    return text::Span{std::min(anchor_, head_), std::max(anchor_, head_)};
}

void Caret::place(std::uint32_t byte) {
    anchor_ = head_ = boundary(byte);
    goal_x_.reset();
}

void Caret::extend_to(std::uint32_t byte) {
    head_ = boundary(byte);
    goal_x_.reset();
}

void Caret::select(text::Span span) {
    anchor_ = boundary(span.begin);
    head_ = boundary(span.end);
    if (head_ < span.end && head_ < text_.size())
        head_ = static_cast<std::uint32_t>(text::next_grapheme(text_, head_));
    goal_x_.reset();
}

void Caret::move(Motion motion, bool extend, Layout& layout, LineGeometry& geometry) {
    const bool sideways = motion == Motion::character_left || motion == Motion::character_right;
    if (sideways && !extend && anchor_ != head_) {
        // As everywhere: an arrow leaves a selection at the side that it points to.
        const text::Span span = *selection();
        place(motion == Motion::character_left ? span.begin : span.end);
        return;
    }
    const bool vertical = motion == Motion::line_up || motion == Motion::line_down ||
                          motion == Motion::page_up || motion == Motion::page_down;
    if (!vertical) goal_x_.reset();
    head_ = target(motion, layout, geometry);
    if (!extend) anchor_ = head_;
}

std::uint32_t Caret::target(Motion motion, Layout& layout, LineGeometry& geometry) {
    const auto end = static_cast<std::uint32_t>(text_.size());
    const std::size_t paragraph = layout.paragraph_of(head_);
    switch (motion) {
        case Motion::character_left:
            return static_cast<std::uint32_t>(text::previous_grapheme(text_, head_));
        case Motion::character_right:
            return static_cast<std::uint32_t>(text::next_grapheme(text_, head_));
        case Motion::word_left: return word_left(layout, head_);
        case Motion::word_right: return word_right(layout, head_);
        case Motion::line_up: return vertical(-1, layout, geometry);
        case Motion::line_down: return vertical(1, layout, geometry);
        case Motion::page_up:
            return vertical(-static_cast<std::ptrdiff_t>(geometry.lines_per_page()), layout,
                            geometry);
        case Motion::page_down:
            return vertical(static_cast<std::ptrdiff_t>(geometry.lines_per_page()), layout,
                            geometry);
        case Motion::line_start:
            return layout.lines(paragraph)[layout.line_of(paragraph, head_)].begin;
        case Motion::line_end: {
            const std::vector<Line>& lines = layout.lines(paragraph);
            const std::size_t index = layout.line_of(paragraph, head_);
            const Line& line = lines[index];
            if (index + 1 == lines.size() || line.ink_end < line.end)
                return std::max(head_, index + 1 == lines.size() ? line.end : line.ink_end);
            // The line was cut inside a word: its end is the next line's start, so stay before it.
            return static_cast<std::uint32_t>(text::previous_grapheme(text_, line.end));
        }
        case Motion::paragraph_up: {
            const std::uint32_t begin = layout.paragraph(paragraph).begin;
            if (begin < head_ || paragraph == 0) return begin;
            return layout.paragraph(paragraph - 1).begin;
        }
        case Motion::paragraph_down:
            return paragraph + 1 < layout.paragraphs() ? layout.paragraph(paragraph + 1).begin
                                                       : end;
        case Motion::text_start: return 0;
        case Motion::text_end: return end;
    }
    return head_;
}

std::uint32_t Caret::vertical(std::ptrdiff_t lines, Layout& layout, LineGeometry& geometry) {
    std::size_t paragraph = layout.paragraph_of(head_);
    std::size_t line = layout.line_of(paragraph, head_);
    if (!goal_x_) goal_x_ = geometry.caret_x(paragraph, line, head_);
    for (; lines < 0; ++lines) {
        if (line > 0)
            --line;
        else if (paragraph > 0)
            line = layout.lines(--paragraph).size() - 1;
        else
            return 0;
    }
    for (; lines > 0; --lines) {
        if (line + 1 < layout.lines(paragraph).size())
            ++line;
        else if (paragraph + 1 < layout.paragraphs())
            ++paragraph, line = 0;
        else
            return static_cast<std::uint32_t>(text_.size());
    }
    const std::uint32_t byte = geometry.nearest(paragraph, line, *goal_x_);
    // The end of a line that was broken without a space belongs to the next one: stay on this line.
    const Line& reached = layout.lines(paragraph)[line];
    if (byte >= reached.end && line + 1 < layout.lines(paragraph).size())
        return static_cast<std::uint32_t>(text::previous_grapheme(text_, reached.end));
    return byte;
}

std::optional<text::Span> word_at(const Layout& layout, std::uint32_t byte) {
    std::optional<text::Span> ending;
    for (const Token& token : tokens_of(layout, layout.paragraph_of(byte))) {
        if (token.span.contains(byte)) return token.span;
        if (token.span.end == byte) ending = token.span;
    }
    return ending;
}

text::Span sentence_at(const Layout& layout, std::uint32_t byte) {
    const std::size_t paragraph = layout.paragraph_of(byte);
    const text::Span whole = layout.paragraph(paragraph);
    std::vector<Token> tokens = tokens_of(layout, paragraph);
    // Sentences are counted from the start of what they are given.
    for (Token& token : tokens)
        token.span = {token.span.begin - whole.begin, token.span.end - whole.begin};
    for (const text::Span& sentence : text::sentences(text::slice(layout.text(), whole), tokens)) {
        const text::Span span{sentence.begin + whole.begin, sentence.end + whole.begin};
        if (span.contains(byte) || span.end == byte) return span;
    }
    return whole;
}

}  // namespace standpoint::web
