// HolderCandidates: whose words a statement's may be, each candidate with hashed features.
//
// Candidates are the names in the source and the countries behind them, its noun phrase cut in
// several ways, who holds the office that it names, who spoke before, who was named in the
// sentences before or elsewhere in the text, what the rules (holders.cpp) say, and nobody. A linear
// model, trained on annotated statements (learn/choice_trainer.hpp), takes the one of the highest
// score; of equals the first.
//
// Statements are given in the order of the text, since who spoke last counts. For each a bounded
// number of names and words is looked at.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/extract/article.hpp"
#include "core/extract/feature_weights.hpp"

namespace standpoint::extract {

struct HolderCandidate {
    Holder holder;
    std::uint32_t name = 0;  // hash of what it is called
    std::string_view why;    // for a person: "named in the source"
    std::vector<std::uint32_t> features;
};

class HolderCandidates {
  public:
    // The article gets clusters of countries that it names by adjective or capital only.
    HolderCandidates(const Vocabulary& vocabulary, Article& article);

    // The candidates for a statement's holder; `made.holder` is what the rules say. Holds until the
    // next call.
    std::vector<HolderCandidate>& of(const Statement& made);
    // Who it was found to be. Call for each statement before the next.
    void said(const Statement& made, const HolderCandidate& holder);

    // What a holder of this name is known by; that of nobody is 0.
    static std::uint32_t hash_of_name(std::string_view name);

  private:
    // What there is to say of the source, whoever the holder is.
    struct Source {
        const Statement* made = nullptr;
        Range words;  // may be empty
        std::uint32_t at = 0, sentence = 0;
        std::uint32_t head = 0,
                      first = 0;  // forms: the last word of its noun phrase, its first word
        std::uint32_t names = 0;
        std::uint32_t kind = 0;   // none, free quotation, pronoun, names, the ..., other
        std::uint32_t flags = 0;  // the classes of nouns in it
        bool pronoun = false, relative = false;
    };
    // What speaks for a candidate: where it comes from.
    enum Kind : std::uint32_t {
        named = 1,
        country_named,
        phrase_of,  // with what "of" and "for" add
        phrase,
        whole_phrase,
        last_word,
        last_two_words,
        after_of,
        office,
        speaker,  // and the three kinds after it: who spoke before that one
        kept_phrase_of = 14,
        kept_phrase,
        owned,
        apposed,
        named_before,
        country_before,
        elsewhere,
        state,
        ruled,
        nobody,
    };
    struct Before {  // who spoke
        Holder holder;
        std::uint32_t name = 0, sentence = 0;
    };
    struct Office {  // who holds it; the word before: [foreign] minister
        WordId kind = no_word;
        std::uint32_t cluster = none;
    };

    Source describe(const Statement& made);
    HolderCandidate& candidate(const Source&, Holder, std::uint32_t kind, std::string_view why);
    void add_names(const Source&);
    void add_phrases(const Source&);
    void add_offices(const Source&, Range phrase);
    void add_speakers(const Source&);
    void add_named_before(const Source&);
    void index_offices();
    bool add_office(std::uint32_t word, std::uint32_t cluster);
    std::uint32_t form(std::uint32_t word);
    std::uint32_t mentions(std::uint32_t cluster) const;

    const Vocabulary& vocabulary_;
    Article& article_;
    std::vector<std::uint32_t> mentions_;  // by cluster
    std::unordered_map<WordId, std::vector<Office>> offices_;
    std::uint32_t state_ = none;  // the first country that the article names
    std::vector<Before> before_;
    std::vector<HolderCandidate> candidates_;
    std::string buffer_;
};

// Replaces what the rules said by the candidate that weighs most.
void choose_holders(const Vocabulary& vocabulary, const FeatureWeights& weights, Article& article);

}  // namespace standpoint::extract
