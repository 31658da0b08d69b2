// Words, sentences and headlines of an article.
#include <algorithm>

#include "core/extract/hash.hpp"
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

// Reads a text's words. What is known of a word is looked up once for each spelling.
class WordReader {
  public:
    WordReader(const Vocabulary& vocabulary, Article& article)
        : vocabulary_(vocabulary), article_(article), slots_(1024) {}

    void read(const text::Token& token) {
        const auto next = static_cast<std::uint32_t>(article_.words.size());
        const std::string_view spelled = slice(article_.text, token.span);
        const std::uint32_t hash = hash_bytes(spelled);
        std::uint32_t& slot = slot_of(spelled, hash, token.kind);
        if (slot != 0) {
            article_.words.push_back(article_.words[article_.spellings[slot].word]);
            article_.words.back().span = token.span;
            return;
        }
        slot = static_cast<std::uint32_t>(article_.spellings.size());
        Word& word = article_.words.emplace_back();
        word.span = token.span;
        word.kind = token.kind;
        word.spelling = slot;
        look_up(spelled, word);
        article_.spellings.push_back({hash, next});
        if (2 * article_.spellings.size() > slots_.size()) grow();
    }

  private:
    // Where the spelling is, or 0 to be filled.
    std::uint32_t& slot_of(std::string_view spelled, std::uint32_t hash, text::TokenKind kind) {
        std::size_t at = hash & (slots_.size() - 1);
        for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
            const Article::Spelling& known = article_.spellings[slots_[at]];
            if (known.hash == hash && article_.words[known.word].kind == kind &&
                article_.at(known.word) == spelled) {
                break;
            }
        }
        return slots_[at];
    }

    void grow() {
        slots_.assign(2 * slots_.size(), 0);
        for (std::uint32_t s = 1; s < article_.spellings.size(); ++s) {
            std::size_t at = article_.spellings[s].hash & (slots_.size() - 1);
            while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
            slots_[at] = s;
        }
    }

    void look_up(std::string_view spelled, Word& word) {
        using text::TokenKind;
        if (word.kind == TokenKind::punctuation || word.kind == TokenKind::quote) return;
        fold(spelled, lower_);
        word.id = vocabulary_.find(lower_);
        if (word.id == no_word) {
            const auto next = vocabulary_.size() + article_.own_words.size();
            word.id =
                article_.own_words.try_emplace(lower_, static_cast<WordId>(next)).first->second;
        }
        const WordEntry& entry = vocabulary_.word(word.id);
        word.classes = entry.classes;
        word.verb = entry.verb;
        word.forms = entry.forms;
        word.upper = text::starts_upper(spelled);
        word.caps = word.upper && text::all_upper(spelled);
        word.capital = word.upper;
        if (word.kind != TokenKind::word && word.kind != TokenKind::number) return;
        for (const char c : spelled) word.capital = word.capital || (c >= 'A' && c <= 'Z');
    }

    const Vocabulary& vocabulary_;
    Article& article_;
    std::vector<std::uint32_t> slots_;  // by hash, half full at most: a spelling, or 0
    std::string lower_;
};

}  // namespace

void Article::clear() {
    text = {};
    words.clear();
    spellings.assign(1, {});
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

Range Article::words_of(Span span) const {
    const auto first =
        std::upper_bound(words.begin(), words.end(), span.begin,
                         [](std::uint32_t at, const Word& word) { return at < word.span.end; });
    const auto last =
        std::lower_bound(first, words.end(), span.end,
                         [](const Word& word, std::uint32_t at) { return word.span.begin < at; });
    return {static_cast<std::uint32_t>(first - words.begin()),
            static_cast<std::uint32_t>(last - words.begin())};
}

void read_words(const Vocabulary& vocabulary, std::string_view text, Article& article) {
    article.clear();
    article.text = text;
    const std::vector<text::Token> tokens = text::tokenize(text);
    article.words.reserve(tokens.size());
    WordReader reader(vocabulary, article);
    for (const text::Token& token : tokens) reader.read(token);
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
