// Clauses without a parser: what a verb's group, subject and object are, from word classes.
//
// Everything looks at most `max_reach` words left or right, so that the stages stay linear.
#pragma once

#include "core/extract/article.hpp"

namespace standpoint::extract {

inline constexpr std::uint32_t max_reach = 48;

enum class Mood : std::uint8_t { finite, participle, infinitive };  // says; (, saying); to say

struct VerbGroup {
    Range words;  // auxiliaries, adverbs, negation and the verb
    std::uint32_t verb = none;
    Mood mood = Mood::finite;
    bool passive = false;
    bool negated = false;
};

class Clauses {
  public:
    explicit Clauses(const Article& article) : article_(article), words_(article.words) {}

    // Whether the word, which can be a verb, is one here and not a noun or an adjective.
    bool is_verb(std::uint32_t i, const Sentence& sentence) const;
    // REQUIRES: is_verb(i).
    VerbGroup group(std::uint32_t i, const Sentence& sentence) const;
    // The noun phrase before the group; empty if the verb shares the subject of an earlier one.
    Range subject_before(std::uint32_t group_begin, const Sentence& sentence) const;
    // The noun phrase from `i` on ("..., said [the minister] on Monday").
    Range subject_after(std::uint32_t i, const Sentence& sentence) const;
    // The subject of the sentence's first finite verb; empty if none is found.
    Range main_subject(const Sentence& sentence, std::uint32_t before) const;
    // `i`, or past the time and place that stand between a verb and what was said.
    std::uint32_t skip_adjuncts(std::uint32_t i, const Sentence& sentence) const;
    // A finite verb in the range, outside quotations or not.
    bool has_verb(Range range) const;
    // The range's words without the sentence's final full stop.
    Range trimmed(Range range) const;
    // Whether a quotation opens at `i`.
    bool quote_opens(std::uint32_t i) const {
        return words_[i].quote != none && article_.quotes[words_[i].quote].words.begin == i;
    }
    bool is_adverb(std::uint32_t i) const;

  private:
    bool finite(std::uint32_t i) const;
    Range strip_front(Range range) const;
    std::uint32_t before_apposition(std::uint32_t comma, std::uint32_t begin, bool& relative) const;

    const Article& article_;
    const std::vector<Word>& words_;
};

}  // namespace standpoint::extract
