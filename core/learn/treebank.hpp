// Treebank: sentences of which a grammarian said what each word is, as texts that the tagger of
// parts of speech can be trained on.
//
// The file has one word a line in columns parted by tabs: the word, its universal part of speech,
// its finer tag (Penn Treebank), and the number of the word that governs it (from 1; 0: none).
// Further columns are passed over. A blank line ends a sentence, a -DOCSTART- line a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/extract/article.hpp"
#include "core/extract/parts.hpp"
#include "core/text/result.hpp"

namespace standpoint::learn {

struct TreebankWord {
    text::Span span;  // in the document's text
    extract::Part part = extract::Part::other;
    std::uint32_t governor = extract::none;  // index of a word of the document
};

struct TreebankDocument {
    // A line for each sentence; the words are put together as people write them (don't, pro-war).
    std::string text;
    std::vector<TreebankWord> words;
};

// Refused with the first line that lacks a column.
text::Result<std::vector<TreebankDocument>> read_treebank(std::string_view bytes);

// The part of each word of the article as its tokens are cut. Where a token is several words of the
// treebank it takes the part of the one that governs the others; `whole`, if there is one, says
// where token and word are one. REQUIRES: read_words has run on the document's text.
std::vector<extract::Part> parts_of(const extract::Article& article,
                                    const TreebankDocument& document,
                                    std::vector<bool>* whole = nullptr);

}  // namespace standpoint::learn
