#include "core/extract/name_runs.hpp"

#include <algorithm>
#include <string>

#include "core/text/chars.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t max_run = 14;

constexpr Classes small_words =
    determiner | pronoun | preposition | conjunction | subordinator | auxiliary | adverb | negation;

bool ends_in(std::string_view w, std::string_view end, std::size_t shortest) {
    return w.size() >= shortest && w.ends_with(end);
}

}  // namespace

NameRuns::Known NameRuns::known_at(std::uint32_t i, std::uint32_t end) const {
    Known best;
    NameNode node = Vocabulary::name_root;
    for (std::uint32_t j = i; j < end; ++j) {
        node = vocabulary_.step(node, words_[j].id);
        if (node == 0) break;
        const std::uint32_t entry = vocabulary_.name_at(node);
        if (entry == 0 || (!words_[j].upper && !hyphen_upper(j))) continue;
        const NameEntry& name = vocabulary_.name(entry);
        if (name.all_caps && (!words_[j].caps || in_capitals_)) continue;
        best = {j - i + 1, entry};
    }
    return best;
}

std::uint32_t NameRuns::title_at(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t best = 0;
    NameNode node = Vocabulary::title_root;
    for (std::uint32_t j = i; j < end; ++j) {
        node = vocabulary_.step(node, words_[j].id);
        if (node == 0) break;
        if (vocabulary_.name_at(node) != 0) best = j - i + 1;
    }
    if (best == 0 && i < end) {
        const std::string_view w = article_.at(i);
        for (const std::string_view tail : {"-elect", "-designate", "-nominee"}) {
            if (ends_in(w, tail, tail.size() + 3)) return 1;
        }
    }
    return best;
}

std::uint32_t NameRuns::long_title_at(std::uint32_t i, std::uint32_t end) const {
    for (std::uint32_t j = i; j < end && j - i <= 3; ++j) {
        if (const std::uint32_t titled = title_at(j, end); titled > 0) {
            return j + titled < end ? j + titled - i : 0;
        }
        if (!words_[j].is(common | organisation_opener) && article_.at(j) != "and") return 0;
        if (words_[j].is(first_name) || known_at(j, end).length > 0) return 0;
    }
    return 0;
}

bool NameRuns::hyphen_upper(std::uint32_t i) const {
    if (words_[i].upper) return false;
    const std::string_view w = article_.at(i);
    const std::size_t hyphen = w.find('-');
    return hyphen != std::string_view::npos && hyphen > 0 && hyphen <= 4 &&
           text::starts_upper(w.substr(hyphen + 1));
}

bool NameRuns::is_initial(std::uint32_t i) const {
    const std::string_view w = article_.at(i);
    return words_[i].upper && (w.size() == 1 || (w.size() <= 5 && w.back() == '.' &&
                                                 !words_[i].is(title | month | weekday)));
}

bool NameRuns::is_clitic(std::uint32_t i) const {
    const std::string_view w = article_.at(i);
    return w == "'s" || w == "\xE2\x80\x99s" || w == "'" || w == "\xE2\x80\x99";
}

bool NameRuns::ordinary(std::uint32_t i) const {
    const Word& word = words_[i];
    if (word.is(small_words | time_word | weekday | month | not_a_name | common | speaker_noun |
                compass)) {
        return true;
    }
    if (word.is(first_name)) return false;
    if (word.verb != 0) return true;
    const Article::Use use = article_.uses[word.id];
    if (use.lower > use.inner) return true;
    const std::string_view w = article_.at(i);
    if (ends_in(w, "ly", 5) || ends_in(w, "ing", 6)) return use.inner == 0;
    if (!ends_in(w, "s", 4) || word.caps) return false;
    std::string singular;
    fold(w.substr(0, w.size() - 1), singular);
    return vocabulary_.word(vocabulary_.find(singular)).classes & common;
}

bool NameRuns::name_like(std::uint32_t i) const {
    const Word& word = words_[i];
    if (word.kind != text::TokenKind::word) return false;
    if (hyphen_upper(i)) return true;
    if (!word.upper || word.is(weekday | pronoun) || is_clitic(i)) return false;
    const char first = article_.at(i).front();
    if (first >= '0' && first <= '9') return false;
    return !word.is(month) ||
           (i > 0 && words_[i - 1].is(first_name | title) && words_[i - 1].upper);  // Theresa May
}

// Hyphens that the tokenizer splits at, without space around them: Wai-ching, Non-Aligned; but what
// follows a country (U.S.-led, UK-France) is another word.
bool NameRuns::tight_hyphen(std::uint32_t j) const {
    return article_.is_mark(j, '-') && words_[j - 1].span.end == words_[j].span.begin &&
           words_[j].span.end == words_[j + 1].span.begin &&
           words_[j + 1].kind == text::TokenKind::word && known_at(j - 1, j).length == 0;
}

// The end of a title that goes on past the small word at `j`: Secretary of State.
std::uint32_t NameRuns::past_title(std::uint32_t begin, std::uint32_t j, std::uint32_t end) const {
    for (std::uint32_t p = j; p > begin && j - p < 3; --p) {
        const std::uint32_t titled_end = p - 1 + title_at(p - 1, end);
        if (titled_end > j) return titled_end;
    }
    return j;
}

bool NameRuns::joins_of(std::uint32_t begin, std::uint32_t of) const {
    const Word& before = words_[of - 1];
    if (before.is(title) && of - begin <= 2) return false;  // Minister of Iraq
    return before.is(organisation_opener | organisation_head | place_opener | law_opener |
                     event_head | law_head | settlement_head | facility_head);
}

// and, for, on, to inside an organisation: Committee to Protect Journalists.
bool NameRuns::joins_in_organisation(std::uint32_t begin, std::uint32_t i,
                                     std::uint32_t next) const {
    const std::string_view w = article_.at(i);
    if (w != "for" && w != "and" && w != "on" && w != "to" && w != "against") return false;
    bool opener = false, linked = false;
    for (std::uint32_t k = begin; k < i; ++k) {
        opener = opener || words_[k].is(organisation_opener | organisation_head | law_head);
        linked = linked || article_.at(k) == "of" || article_.at(k) == "for";
    }
    if (w == "and") {
        if (known_at(next, next + 1).length > 0) return false;
        // Department of Health and Human Services; Food and Drug Administration
        return (opener && linked) || (words_[i - 1].is(common) && words_[next].is(common) &&
                                      known_at(begin, i).length == 0);
    }
    return opener && words_[i - 1].is(organisation_opener | organisation_head | law_head);
}

// The 's in Pakistan People's Party: after an ordinary word, and a name's head follows.
bool NameRuns::possessive_inside(std::uint32_t begin, std::uint32_t clitic,
                                 std::uint32_t end) const {
    const Word& owner = words_[clitic - 1];
    const bool saint = clitic - begin >= 2 && article_.at(clitic - 2) == "St.";
    if (!saint && !owner.is(common | organisation_opener | title)) return false;
    for (std::uint32_t k = clitic + 1; k < end && k <= clitic + 3 && name_like(k); ++k) {
        if (words_[k].is(organisation_head | facility_head | event_head | law_head)) return true;
    }
    return false;
}

// Past what joins the word before `j` to a capitalised one after it; `j` if nothing does.
std::uint32_t NameRuns::past_joint(std::uint32_t begin, std::uint32_t j, std::uint32_t end) const {
    if (const std::uint32_t titled = past_title(begin, j, end); titled > j) return titled;
    if (j + 1 >= end) return j;
    if (tight_hyphen(j)) return j + 2;
    if (is_clitic(j)) return possessive_inside(begin, j, end) ? j + 1 : j;
    if (words_[j].is(particle) && !words_[j].is(preposition) && name_like(j + 1)) return j + 2;
    if (article_.is_mark(j, '&') && name_like(j + 1)) return j + 2;
    const std::uint32_t next = words_[j + 1].is(word_class::article) ? j + 2 : j + 1;
    if (next >= end || !name_like(next)) return j;
    if (article_.at(j) == "of" ? joins_of(begin, j) : joins_in_organisation(begin, j, next)) {
        return next + 1;
    }
    return j;
}

std::uint32_t NameRuns::end_of(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t j = i + 1;
    const std::uint32_t limit = std::min(end, i + max_run);
    while (j < limit) {
        if (name_like(j)) {
            ++j;
        } else if (words_[j].kind == text::TokenKind::number) {  // Resolution 2254, Apollo 11
            const bool numbered = words_[j - 1].is(law_opener | weapon_head) || words_[j - 1].caps;
            if (!numbered || words_[j - 1].is(month)) break;
            ++j;
        } else {
            const std::uint32_t past = past_joint(i, j, limit);
            if (past == j) break;
            j = past;
        }
    }
    return std::min(j, limit);
}

}  // namespace standpoint::extract
