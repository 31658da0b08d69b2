// Article: what the stages of one run share: the text's words, and what each stage has found so
// far.
//
// Every stage reads what earlier ones wrote and appends its own. All indices are into the vectors
// here; `none` is "no such thing". A Range is of words, half-open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/extract/parts.hpp"
#include "core/extract/vocabulary.hpp"
#include "core/text/span.hpp"
#include "core/text/tokens.hpp"

namespace standpoint::extract {

using text::Span;

inline constexpr std::uint32_t none = UINT32_MAX;

struct Range {
    std::uint32_t begin = 0, end = 0;
    bool empty() const { return begin >= end; }
    std::uint32_t size() const { return end - begin; }
    bool contains(std::uint32_t i) const { return begin <= i && i < end; }
};

struct Word {
    Span span;
    WordId id = no_word;         // of the vocabulary, or, from its size on, of this text alone
    std::uint32_t spelling = 0;  // of the article's
    Classes classes = 0;
    std::uint16_t verb = 0;
    std::uint8_t forms = 0;
    text::TokenKind kind = text::TokenKind::word;
    Part part = Part::other;  // set where the parts of speech are read (part_tagger.hpp)
    bool upper = false;       // starts with a capital
    bool caps = false;        // two capitals or more, no small letter
    bool capital = false;     // starts with a capital, or has one of ASCII further in
    std::uint32_t sentence = 0;
    std::uint32_t quote = none;  // the outermost quotation around it
    std::uint32_t name = none;   // the name that it is part of

    bool is(Classes any) const { return (classes & any) != 0; }
    bool can_be(std::uint8_t any_form) const { return (forms & any_form) != 0; }
};

struct Sentence {
    Range words;
    bool headline = false;  // most words are capitalised: capitals say nothing
    bool opens_paragraph = false;
};

// A quotation with its marks. Quotations inside it are not recorded.
struct Quote {
    Range words;
    bool closed = false;
};

struct Name {
    Range words;
    NameType type = NameType::none;
    std::uint32_t entry = 0;  // of the vocabulary's known names; 0 = not a known name
    bool guessed = false;     // the type rests on little
    float score = 0;
    std::uint32_t cluster = none;
    std::string reason;
};

// A date, a time, a sum, a share or a measured quantity.
enum class QuantityType : std::uint8_t { date, time, money, percent, quantity };
inline constexpr QuantityType quantity_types[] = {QuantityType::date, QuantityType::time,
                                                  QuantityType::money, QuantityType::percent,
                                                  QuantityType::quantity};
struct Quantity {
    Range words;
    QuantityType type = QuantityType::quantity;
    std::string normal;     // its normal form (quantities.hpp); empty if it has none
    bool relative = false;  // which was counted from the article's date
};

// Names that name one thing.
struct Cluster {
    std::string canonical;
    NameType type = NameType::none;
    std::uint32_t country = 0;  // that it is, or that it adheres to
};

// Who acts: a cluster, or words of the text.
struct Holder {
    std::uint32_t cluster = none;
    Range phrase;
    bool known() const { return cluster != none || !phrase.empty(); }
};

// A verb group with its subject and what it governs.
struct Statement {
    Range source;  // may be empty
    Range cue;     // may be empty
    std::vector<Span> content;
    Frame frame = Frame::other;
    int stance = 0;
    bool passive = false;
    bool negated = false;
    bool attribution = true;    // else a plain act (a ban, a signature)
    bool asked_for = false;     // by the codebook, which names its cue
    bool learned = false;       // found by a trained model, not by rules
    std::uint32_t verb = none;  // the word
    std::uint32_t sentence = 0;
    Holder holder;
    std::vector<std::uint32_t> more_holders;  // clusters of "Britain, [France and Germany]"
    float score = 0;
    std::vector<std::string> reasons;
};

// Calls `take` for each of a statement's holders: joint speakers have an attribution each.
template <class Take>
void each_holder(const Statement& made, Take&& take) {
    take(made.holder);
    for (const std::uint32_t cluster : made.more_holders) take(Holder{cluster, {}});
}

struct Position {
    Holder holder;
    std::uint32_t target = none;  // of targets, or
    std::uint32_t actor = none;   // of clusters
    int polarity = 0;
    bool inferred = false;
    Span evidence;
    float score = 0;
    std::vector<std::string> reasons;
};

struct Proposition {
    std::string key;
    std::string text;
    bool given = false;  // by the codebook
    bool used = false;   // a position refers to it
    float score = 0;
    std::string reason{};
};

struct Article {
    std::string_view text;
    std::vector<Word> words;
    // The different words of the text as they are written; words of two kinds are never the same.
    // The first stands for no word.
    struct Spelling {
        std::uint32_t hash = 0;     // hash_bytes
        std::uint32_t word = none;  // the first that is spelled so
    };
    std::vector<Spelling> spellings;
    std::vector<Sentence> sentences;
    std::vector<Quote> quotes;
    std::vector<Name> names;  // in order of the text, not overlapping
    std::vector<Cluster> clusters;
    std::unordered_map<std::uint32_t, std::uint32_t> countries;  // country to its cluster
    std::vector<Statement> statements;                           // in order of their sentences
    std::vector<Proposition> targets;
    std::vector<Position> positions;
    std::vector<Quantity> quantities;  // in order of the text, not overlapping

    // Ids of words that the vocabulary does not have, and how each word is written in the text.
    std::unordered_map<std::string, WordId> own_words;
    struct Use {
        std::uint32_t lower = 0;  // in small letters
        std::uint32_t inner = 0;  // capitalised, though no sentence or headline starts there
    };
    std::vector<Use> uses;  // by WordId

    void clear();
    std::string_view at(std::uint32_t word) const { return slice(text, words[word].span); }
    Span span_of(Range range) const {
        return {words[range.begin].span.begin, words[range.end - 1].span.end};
    }
    std::string_view at(Range range) const { return slice(text, span_of(range)); }
    // What a holder is called; empty if nobody is.
    std::string_view name_of(const Holder& holder) const {
        if (holder.cluster != none) return clusters[holder.cluster].canonical;
        return holder.phrase.empty() ? std::string_view() : at(holder.phrase);
    }
    // The words that the span touches.
    Range words_of(Span span) const;
    // Whether the word is this single ASCII character.
    bool is_mark(std::uint32_t word, char mark) const {
        const std::string_view w = at(word);
        return w.size() == 1 && w[0] == mark;
    }
};

}  // namespace standpoint::extract
