// Words, sentences and headlines of an article.
#include "core/extract/stages.hpp"
#include "core/text/chars.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

constexpr std::size_t headline_max_words = 30;

// Words whose capital means something: not the little words that titles leave small.
bool counts_for_case(const Word& word) {
    return word.kind == text::TokenKind::word && word.span.size() > 3 &&
           !word.is(determiner | preposition | conjunction);
}

// A line in Title Case or CAPITALS, without a final full stop.
bool is_headline(const Article& article, Range words) {
    if (words.size() < 3 || words.size() > headline_max_words) return false;
    const std::uint32_t last = words.end - 1;
    if (article.is_mark(last, '.') || article.words[last].kind == text::TokenKind::quote) {
        return false;
    };
    std::uint32_t upper = 0, counted = 0, ordinary = 0;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const Word& word = article.words[i];
        if (!counts_for_case(word)) continue;
        ++counted;
        if (!word.upper) continue;
        ++upper;
        if (i > words.begin && (word.is(common) || word.caps)) ++ordinary;
    }
    return counted >= 3 && upper * 10 >= counted * 8 && ordinary >= 2;
}

}  // namespace

void Article::clear() {
    text = {};
    words.clear();
    sentences.clear();
    quotes.clear();
    names.clear();
    clusters.clear();
    countries.clear();
    statements.clear();
    targets.clear();
    positions.clear();
    quantities.clear();
    own_words.clear();
    uses.clear();
}

void read_words(const Vocabulary& vocabulary, std::string_view text, Article& article) {
    article.clear();
    article.text = text;
    const std::vector<text::Token> tokens = text::tokenize(text);
    article.words.reserve(tokens.size());
    std::string lower;
    for (const text::Token& token : tokens) {
        Word word;
        word.span = token.span;
        word.kind = token.kind;
        const std::string_view spelled = slice(text, token.span);
        if (token.kind != text::TokenKind::punctuation && token.kind != text::TokenKind::quote) {
            fold(spelled, lower);
            word.id = vocabulary.find(lower);
            if (word.id == no_word) {
                const auto next = vocabulary.size() + article.own_words.size();
                word.id =
                    article.own_words.try_emplace(lower, static_cast<WordId>(next)).first->second;
            }
            const WordEntry& entry = vocabulary.word(word.id);
            word.classes = entry.classes;
            word.verb = entry.verb;
            word.forms = entry.forms;
            word.upper = text::starts_upper(spelled);
            word.caps = word.upper && text::all_upper(spelled);
        }
        article.words.push_back(word);
    }
    std::uint32_t at = 0;
    for (const Span span : text::sentences(text, tokens)) {
        Sentence sentence;
        sentence.words.begin = at;
        while (at < article.words.size() && article.words[at].span.end <= span.end) {
            article.words[at++].sentence = static_cast<std::uint32_t>(article.sentences.size());
        }
        sentence.words.end = at;
        if (sentence.words.empty()) continue;
        sentence.opens_paragraph = span.begin == 0 || text[span.begin - 1] == '\n';
        sentence.headline = is_headline(article, sentence.words);
        article.sentences.push_back(sentence);
    }
    article.uses.assign(vocabulary.size() + article.own_words.size(), {});
    for (const Sentence& sentence : article.sentences) {
        if (sentence.headline) continue;
        for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
            const Word& word = article.words[i];
            if (word.kind != text::TokenKind::word) continue;
            if (!word.upper) {
                ++article.uses[word.id].lower;
            } else if (i > sentence.words.begin &&
                       article.words[i - 1].kind == text::TokenKind::word) {
                ++article.uses[word.id].inner;
            }
        }
    }
}

}  // namespace standpoint::extract
