#include "core/extract/clauses.hpp"

#include <algorithm>

namespace standpoint::extract {

using namespace word_class;

bool Clauses::is_adverb(std::uint32_t i) const {
    if (words_[i].is(adverb)) return true;
    const std::string_view w = article_.at(i);
    return !words_[i].upper && w.size() > 4 && w.ends_with("ly") && words_[i].verb == 0;
}

bool Clauses::is_verb(std::uint32_t i, const Sentence& sentence) const {
    const Word& word = words_[i];
    if (word.verb == 0 || word.name != none) return false;
    if (word.upper && i > sentence.words.begin && !sentence.headline) return false;
    std::uint32_t p = i;
    while (p > sentence.words.begin && is_adverb(p - 1)) --p;
    if (p == sentence.words.begin) return word.can_be(verb_form::ing) && !word.is(noun_too);
    const Word& before = words_[p - 1];
    if (before.is(determiner) && !before.is(relative | pronoun) && !before.is(subordinator)) {
        return article_.at(p - 1) == "all" || article_.at(p - 1) == "both" ||
               (!word.is(noun_too) && before.is(they));
    }
    if (before.is(possessive) || article_.at(p - 1) == "'s" ||
        article_.at(p - 1) == "\xE2\x80\x99s") {
        return false;
    }
    if (before.is(auxiliary)) return true;
    if (before.is(preposition) && !before.is(subordinator)) {
        return article_.at(p - 1) == "to" && word.can_be(verb_form::base);
    }
    if (word.can_be(verb_form::ing)) {
        return article_.is_mark(p - 1, ',') || before.is(subordinator) ||
               before.kind == text::TokenKind::quote || before.is(document_noun | speaker_noun) ||
               before.name != none;
    }
    if (word.is(noun_too) && word.can_be(verb_form::base | verb_form::s)) {
        const bool subject = before.name != none || before.is(speaker_noun | relative | pronoun) ||
                             (p < i && !before.is(common)) || before.is(document_noun | time_word);
        if (word.can_be(verb_form::base) && !word.can_be(verb_form::past)) {
            const std::string_view w = article_.at(p - 1);
            return before.is(pronoun | relative | bare_subject) ||
                   (subject && before.is(speaker_noun) && w.ends_with("s")) ||
                   (before.name != none && w.ends_with("s"));
        }
        return subject || article_.is_mark(p - 1, ',');
    }
    return true;
}

VerbGroup Clauses::group(std::uint32_t i, const Sentence& sentence) const {
    VerbGroup made{.words = {i, i + 1}, .verb = i};
    std::uint32_t p = i;
    const std::uint32_t limit = std::max(sentence.words.begin, i > 8 ? i - 8 : 0);
    bool auxiliary_found = false;
    while (p > limit) {
        const Word& before = words_[p - 1];
        if (before.name != none || before.quote != words_[i].quote) break;
        if (before.is(auxiliary)) {
            if (!auxiliary_found)
                made.passive = before.is(be) && words_[i].can_be(verb_form::participle);
            auxiliary_found = true;
        } else if (!is_adverb(p - 1) && !before.is(negation)) {
            break;
        }
        if (before.is(negation)) made.negated = true;
        if (before.is(determiner) && !before.is(negation) && !before.is(adverb)) break;
        --p;
    }
    if (p > limit && article_.at(p - 1) == "to" && words_[i].can_be(verb_form::base)) {
        made.mood = Mood::infinitive;
    } else if (words_[i].can_be(verb_form::ing) && !auxiliary_found) {
        made.mood = Mood::participle;
    }
    if (words_[i].can_be(verb_form::ing)) made.passive = false;
    // "Monday", "also" at the very start belong to the sentence, not to the verb.
    while (p < i && words_[p].is(time_word)) ++p;
    made.words.begin = p;
    return made;
}

bool Clauses::finite(std::uint32_t i) const {
    const Word& word = words_[i];
    if (word.name != none) return false;
    if (word.is(auxiliary) && article_.at(i) != "'s" && article_.at(i) != "\xE2\x80\x99s" &&
        !(word.is(month) && word.upper)) {
        return true;
    }
    if (word.verb == 0 || i == 0) return false;
    const Word& before = words_[i - 1];
    if (before.is(determiner | possessive | preposition | conjunction) || before.is(auxiliary)) {
        return false;
    }
    if (word.is(noun_too)) return false;
    if (word.can_be(verb_form::s | verb_form::past)) return true;
    const std::string_view subject = article_.at(i - 1);  // they continue, separatists continue
    return before.is(pronoun) || (before.kind == text::TokenKind::word && subject.size() > 3 &&
                                  subject.ends_with("s") && before.verb == 0);
}

bool Clauses::has_verb(Range range) const {
    const std::uint32_t end = std::min(range.end, range.begin + max_reach);
    for (std::uint32_t i = range.begin; i < end; ++i) {
        if (finite(i)) return true;
        const std::string_view w = article_.at(i);
        if (!words_[i].upper && words_[i].kind == text::TokenKind::word && w.size() > 4 &&
            w.ends_with("ed") && i > range.begin && !words_[i - 1].is(determiner)) {
            return true;
        }
    }
    return false;
}

Range Clauses::trimmed(Range range) const {
    while (!range.empty()) {
        const std::uint32_t last = range.end - 1;
        if (words_[last].kind != text::TokenKind::punctuation || words_[last].quote != none) break;
        if (article_.is_mark(last, ')') || article_.is_mark(last, '?') ||
            article_.is_mark(last, '!')) {
            break;
        }
        --range.end;
    }
    while (!range.empty() && words_[range.begin].kind == text::TokenKind::punctuation &&
           !article_.is_mark(range.begin, '(')) {
        ++range.begin;
    }
    return range;
}

// The comma that opens the insertion closed by `comma`, or none; `relative` if it is a relative
// clause, which is no part of the noun phrase.
std::uint32_t Clauses::before_apposition(std::uint32_t comma, std::uint32_t begin,
                                         bool& relative) const {
    std::uint32_t nearest = none;
    const std::uint32_t limit = std::max(begin, comma > max_reach ? comma - max_reach : 0);
    for (std::uint32_t i = comma; i > limit + 1; --i) {
        const std::uint32_t at = i - 1;
        if (words_[at].quote != none) break;
        if (!article_.is_mark(at, ',')) continue;
        if (nearest == none) nearest = at;
        if (words_[at + 1].is(word_class::relative) && article_.at(at + 1) != "that") {
            relative = true;
            return at;
        }
    }
    if (nearest == none) return none;
    relative = words_[nearest + 1].can_be(verb_form::ing) || words_[nearest + 1].is(preposition);
    return nearest;
}

// Leading adverbs, conjunctions and phrases of time and place are no part of a subject.
Range Clauses::strip_front(Range range) const {
    bool again = true;
    while (again && !range.empty()) {
        again = false;
        const Word& first = words_[range.begin];
        if (first.name != none) return range;
        if (first.is(conjunction | time_word | negation) ||
            first.kind == text::TokenKind::punctuation ||
            (is_adverb(range.begin) && !first.is(determiner)) ||
            (first.is(subordinator) && !first.is(pronoun | determiner))) {
            ++range.begin;
            again = true;
        } else if (first.is(preposition)) {
            // To the last noun phrase that no preposition governs.
            std::uint32_t start = none;
            for (std::uint32_t i = range.begin + 2; i < range.end; ++i) {
                const bool opens =
                    words_[i].is(article | possessive | pronoun | bare_subject) ||
                    (words_[i].name != none && words_[i].name != words_[i - 1].name &&
                     words_[i - 1].name == none);
                const Word& before = words_[i - 1];
                if (opens && !before.is(preposition | determiner | possessive | conjunction) &&
                    before.kind != text::TokenKind::punctuation) {
                    start = i;
                    break;
                }
            }
            if (start == none) return {range.end, range.end};
            range.begin = start;
            again = true;
        }
    }
    return range;
}

Range Clauses::subject_before(std::uint32_t group_begin, const Sentence& sentence) const {
    const std::uint32_t begin = sentence.words.begin;
    std::uint32_t end = group_begin;
    while (end > begin && words_[end - 1].is(weekday)) {  // "on Tuesday said"
        --end;
        if (end > begin && article_.at(end - 1) == "on") --end;
    }
    if (end == begin) return {end, end};
    if (end > begin + 1 && words_[end - 1].is(relative) && words_[end - 1].name == none &&
        article_.at(end - 1) != "that" && article_.at(end - 1) != "where") {
        // "supporters, who say": the relative's noun phrase
        --end;
        if (article_.is_mark(end - 1, ',')) --end;
        if (end == begin) return {end, end};
    }
    std::uint32_t tail = end;  // the phrase ends here, an apposition may follow the head
    if (article_.is_mark(end - 1, ',')) {
        bool relative_clause = false;
        const std::uint32_t open = before_apposition(end - 1, begin, relative_clause);
        if (open == none || open == begin) return {end, end};
        tail = relative_clause ? open : end - 1;
        end = open;
    }
    std::uint32_t b = end;
    std::uint32_t conjunction_at = none;
    const std::uint32_t limit = std::max(begin, end > max_reach ? end - max_reach : 0);
    while (b > limit) {
        const std::uint32_t i = b - 1;
        const Word& word = words_[i];
        if (word.quote != none) break;
        if (word.kind == text::TokenKind::punctuation) {
            const std::uint32_t item =
                words_[i + 1].is(word_class::article) && i + 2 < end ? i + 2 : i + 1;
            const bool list = article_.is_mark(i, ',') && conjunction_at != none && i > begin &&
                              words_[i - 1].name != none && words_[item].name != none;
            if (!list && !(article_.is_mark(i, '/') || article_.is_mark(i, '-'))) break;
        } else if (word.is(relative) && i + 1 < end && word.name == none &&
                   (finite(i + 1) || is_adverb(i + 1)) && i > begin &&
                   words_[i - 1].kind == text::TokenKind::word && article_.at(i) != "that") {
            // a restrictive relative clause: the officials who took part
        } else if (word.is(subordinator) && word.name == none &&
                   !(word.is(preposition) && i > begin &&
                     words_[i - 1].kind == text::TokenKind::word && article_.at(i) != "as" &&
                     article_.at(i) != "after")) {
            break;
        } else if (word.is(conjunction) && article_.at(i) != "and" && article_.at(i) != "or") {
            break;
        } else if (word.is(conjunction)) {
            conjunction_at = i;
        } else if (word.can_be(verb_form::past) && word.name == none && i > begin && b < end &&
                   words_[i - 1].is(conjunction)) {
            break;  // "... and signed [a letter]"
        } else if (word.can_be(verb_form::ing) && word.name == none && i > begin &&
                   words_[i - 1].kind == text::TokenKind::punctuation) {
            break;
        } else if (finite(i) || (word.verb != 0 && word.is(auxiliary))) {
            bool in_relative = false;
            for (std::uint32_t k = i; k > limit && i - k < 8; --k) {
                if (words_[k - 1].is(relative) && article_.at(k - 1) != "that") in_relative = true;
                if (words_[k - 1].kind == text::TokenKind::punctuation) break;
            }
            if (!in_relative) {
                b = conjunction_at != none ? conjunction_at + 1 : b;
                break;
            }
        }
        --b;
    }
    Range found = strip_front({b, tail});
    while (!found.empty() && (words_[found.end - 1].kind == text::TokenKind::punctuation ||
                              words_[found.end - 1].is(conjunction))) {
        --found.end;
    }
    return found;
}

Range Clauses::subject_after(std::uint32_t i, const Sentence& sentence) const {
    std::uint32_t end = i;
    const std::uint32_t limit = std::min(sentence.words.end, i + 24);
    while (end < limit) {
        const Word& word = words_[end];
        if (word.quote != none || word.kind == text::TokenKind::punctuation) break;
        if (word.name == none) {
            if (word.is(subordinator | weekday | auxiliary) || finite(end)) break;
            if (word.is(preposition) && article_.at(end) != "of" && article_.at(end) != "for")
                break;
            if (is_adverb(end) && !word.is(determiner)) break;
        }
        ++end;
    }
    return {i, end};
}

Range Clauses::main_subject(const Sentence& sentence, std::uint32_t before) const {
    const std::uint32_t end =
        std::min({sentence.words.end, before, sentence.words.begin + max_reach});
    for (std::uint32_t i = sentence.words.begin + 1; i < end; ++i) {
        if (words_[i].quote != none || !finite(i)) continue;
        std::uint32_t start = i;
        while (start > sentence.words.begin && is_adverb(start - 1)) --start;
        const Range found = subject_before(start, sentence);
        if (!found.empty()) return found;
    }
    return {before, before};
}

std::uint32_t Clauses::skip_adjuncts(std::uint32_t i, const Sentence& sentence) const {
    const std::uint32_t end = sentence.words.end;
    bool again = true;
    while (again && i < end && words_[i].quote == none) {
        again = false;
        if (words_[i].is(time_word) && article_.at(i) != "day") {
            ++i;
            again = true;
        } else if (i + 1 < end && words_[i].is(preposition) && words_[i + 1].is(weekday)) {
            i += 2;
            again = true;
        } else if (i + 1 < end && words_[i].is(month) &&
                   words_[i + 1].kind == text::TokenKind::number) {
            i += 2;
            again = true;
        } else if (i + 1 < end &&
                   (article_.at(i) == "late" || article_.at(i) == "last" ||
                    article_.at(i) == "early" || article_.at(i) == "this") &&
                   words_[i + 1].is(time_word)) {
            i += 2;
            again = true;
        }
    }
    if (i < end && words_[i].quote == none &&
        (words_[i].is(preposition) || article_.is_mark(i, ','))) {
        const std::uint32_t limit = std::min(end, i + 16);
        for (std::uint32_t j = i + 1; j < limit; ++j) {
            if (article_.at(j) == "that" || quote_opens(j)) return j;
            if (article_.is_mark(j, ':')) return j + 1;
            if (words_[j].verb != 0 && finite(j)) break;
        }
    }
    return i;
}

}  // namespace standpoint::extract
