// Quotations from the structure of the marks alone: straight, curly and guillemets.
//
// A mark opens or closes by its shape, or, where the shape does not say (" and '), by what stands
// beside it. A quotation that its paragraph leaves open ends with the paragraph: in news the next
// paragraph opens it again. Only double marks and guillemets, and single marks where no double one
// is open, make a quotation; what is nested inside one is part of it.
#include "core/extract/stages.hpp"

namespace standpoint::extract {
namespace {

enum class Side : std::uint8_t { open, close, either };

struct Mark {
    char kind = 0;  // 'd' double, 's' single, 'g' guillemet
    Side side = Side::either;
};

Mark mark_of(std::string_view w) {
    if (w == "\"") return {'d', Side::either};
    if (w == "``") return {'d', Side::open};
    if (w == "''") return {'d', Side::close};
    if (w == "\xE2\x80\x9C" || w == "\xE2\x80\x9E") return {'d', Side::open};
    if (w == "\xE2\x80\x9D") return {'d', Side::close};
    if (w == "\xC2\xAB" || w == "\xC2\xBB") return {'g', Side::either};
    if (w == "'") return {'s', Side::either};
    if (w == "\xE2\x80\x98") return {'s', Side::open};
    if (w == "\xE2\x80\x99") return {'s', Side::close};
    return {};
}

bool space_before(const Article& article, std::uint32_t i) {
    const Span span = article.words[i].span;
    return i == 0 || article.words[i - 1].span.end < span.begin;
}

bool space_after(const Article& article, std::uint32_t i) {
    return i + 1 >= article.words.size() ||
           article.words[i].span.end < article.words[i + 1].span.begin;
}

}  // namespace

void find_quotes(Article& article) {
    std::uint32_t opened = none;
    char kind = 0;
    const auto finish = [&](std::uint32_t end, bool closed) {
        // A lone straight mark in the middle of a paragraph says nothing.
        const bool at_start =
            article.sentences[article.words[opened].sentence].words.begin == opened;
        if (closed || at_start || mark_of(article.at(opened)).side == Side::open) {
            const auto index = static_cast<std::uint32_t>(article.quotes.size());
            article.quotes.push_back({{opened, end}, closed});
            for (std::uint32_t i = opened; i < end; ++i) article.words[i].quote = index;
        }
        opened = none;
    };
    for (const Sentence& sentence : article.sentences) {
        if (sentence.opens_paragraph && opened != none) finish(sentence.words.begin, false);
        for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
            if (article.words[i].kind != text::TokenKind::quote) continue;
            const Mark mark = mark_of(article.at(i));
            if (mark.kind == 0) continue;
            if (opened == none) {
                const bool opens = mark.side == Side::open ||
                                   (mark.side == Side::either &&
                                    (space_before(article, i) || !space_after(article, i)));
                if (opens && (mark.kind != 's' || !space_after(article, i))) {
                    opened = i;
                    kind = mark.kind;
                }
            } else if (mark.kind == kind && mark.side != Side::open) {
                // A straight mark after a space and before a word opens a quotation inside.
                const bool inner = mark.side == Side::either && mark.kind == 's' &&
                                   space_before(article, i) && !space_after(article, i);
                if (!inner) finish(i + 1, true);
            }
        }
    }
    if (opened != none) finish(static_cast<std::uint32_t>(article.words.size()), false);
}

}  // namespace standpoint::extract
