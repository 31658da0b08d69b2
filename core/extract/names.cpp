// Names: runs of capitalised words cut into names, and typed.
//
// A run is cut at titles, known names and words that head a kind of name (Ministry, River, War);
// the type comes from the strongest of: a known name, the head word, a title or a first name, what
// stands around it.
#include <algorithm>
#include <string>

#include "core/extract/name_runs.hpp"
#include "core/extract/stages.hpp"
#include "core/text/chars.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

// How often each kind of evidence was right on the training part of the news corpus.
constexpr float p_known = 0.95F, p_title = 0.98F, p_first_name = 0.95F, p_head = 0.72F,
                p_context = 0.76F, p_acronym = 0.74F, p_shape = 0.57F, p_the = 0.25F,
                p_written = 0.42F;

constexpr Classes head_classes = organisation_head | facility_head | place_head | event_head |
                                 law_head | weapon_head | settlement_head;
constexpr Classes opener_classes =
    organisation_opener | place_opener | event_opener | facility_opener | law_opener;

class NameFinder {
  public:
    NameFinder(const Vocabulary& vocabulary, Article& article)
        : vocabulary_(vocabulary),
          article_(article),
          words_(article.words),
          runs_(vocabulary, article) {}

    bool run(Pace pace) {
        for (std::size_t s = 0; s < article_.sentences.size(); ++s) {
            if (!pace.go_on(s, article_.sentences.size())) return false;
            sentence_ = &article_.sentences[s];
            read_sentence();
        }
        return true;
    }

  private:
    using Known = NameRuns::Known;

    std::string quoted(Range range) const { return "“" + std::string(article_.at(range)) + "”"; }
    std::string quoted(std::uint32_t i) const { return quoted(Range{i, i + 1}); }

    void add(Range range, NameType type, float score, std::string reason, std::uint32_t entry = 0,
             bool guessed = false) {
        const auto index = static_cast<std::uint32_t>(article_.names.size());
        article_.names.push_back({.words = range,
                                  .type = type,
                                  .entry = entry,
                                  .guessed = guessed,
                                  .score = score,
                                  .reason = std::move(reason)});
        for (std::uint32_t i = range.begin; i < range.end; ++i) words_[i].name = index;
    }

    void read_sentence() {
        const Range range = sentence_->words;
        std::uint32_t caps = 0;
        for (std::uint32_t i = range.begin; i < range.end && sentence_->headline; ++i) {
            if (words_[i].caps) ++caps;
        }
        runs_.set_all_capitals(caps * 2 > range.size());
        std::uint32_t i = range.begin;
        while (i < range.end) {
            if (!runs_.name_like(i)) {
                const Known known =
                    words_[i].is(particle) ? runs_.known_at(i, range.end) : Known{};  // al Qaeda
                if (known.length > 1) take_known(i, i + known.length, known, {i, i});
                i += std::max<std::uint32_t>(known.length, 1);
                continue;
            }
            const std::uint32_t end = runs_.end_of(i, range.end);
            cut_run(i, end);
            i = end;
        }
    }

    // Whether a capital at `i` may come from the place alone.
    bool opens(std::uint32_t i) const {
        if (i == sentence_->words.begin || sentence_->headline) return true;
        const Word& before = words_[i - 1];
        if (before.kind == text::TokenKind::quote) return true;
        return before.kind == text::TokenKind::punctuation && article_.at(i - 1) != "," &&
               article_.at(i - 1) != "(" && article_.at(i - 1) != ")" && article_.at(i - 1) != "-";
    }

    void cut_run(std::uint32_t i, std::uint32_t end) {
        Range title_words{i, i};
        while (i < end) {
            const Known known = runs_.known_at(i, sentence_->words.end);
            const bool skipped = known.length == 0 && title_words.empty() && skips(i, end);
            if (!runs_.name_like(i) || skipped) {
                ++i;
                title_words = {i, i};
                continue;
            }
            const std::uint32_t titled = std::max(
                runs_.title_at(i, end), known.length == 0 ? runs_.long_title_at(i, end) : 0);
            if (titled > 0 && titled >= known.length && !is_office(i, titled, end)) {
                if (title_words.empty()) title_words.begin = i;
                title_words.end = i = i + titled;
                continue;
            }
            i = cut_one(i, end, known, title_words);
            title_words = {i, i};
        }
    }

    // A first word that is no part of the name that follows.
    bool skips(std::uint32_t i, std::uint32_t end) const {
        if (words_[i].is(determiner)) return true;
        if (!opens(i) || !runs_.ordinary(i)) return false;
        if (sentence_->headline) return true;
        const bool begins = end - i > 1 && words_[i].is(opener_classes | title | first_name);
        return !begins && runs_.long_title_at(i, end) == 0 && headed_end(i, end, {}) <= i + 1;
    }

    // What looks like a title is the start of an organisation's name: Justice Department.
    bool is_office(std::uint32_t i, std::uint32_t titled, std::uint32_t end) const {
        const std::uint32_t next = i + titled;
        if (next >= end) return false;
        if (words_[next].is(organisation_head) && titled <= 2) return true;
        return titled == 1 && article_.at(i) == "General" && words_[next].is(common);
    }

    // The name that starts at `i`; returns the end of what was taken, past `i`.
    std::uint32_t cut_one(std::uint32_t i, std::uint32_t end, Known known, Range title_words) {
        const bool titled = !title_words.empty();
        if (!titled) {
            const std::uint32_t headed = headed_end(i, end, known);
            if (headed > i + 1) {
                const NameType type = type_of_head({i, headed});
                if (type != NameType::none) {
                    const bool at_end = words_[headed - 1].is(head_classes);
                    add({i, headed}, type, p_head,
                        at_end ? "ends in " + quoted(headed - 1) : "opens with " + quoted(i));
                    return headed;
                }
            }
        }
        if (known.length > 0 && !person_goes_on(i, end, known, titled)) {
            return take_known(i, end, known, title_words);
        }
        std::uint32_t stop = i + 1;
        while (stop < end && !breaks_at(stop, end, titled)) ++stop;
        guess({i, stop}, title_words);
        return stop;
    }

    std::uint32_t take_known(std::uint32_t i, std::uint32_t end, Known known, Range title_words) {
        const NameEntry& entry = vocabulary_.name(known.entry);
        const std::uint32_t stop = i + known.length;
        const bool sure = known.length > 1 || entry.country != 0 || !runs_.ordinary(i) || !opens(i);
        if (!sure) return stop;
        if (!title_words.empty() && known.length == 1 && entry.country == 0 && stop == end) {
            add({i, end}, NameType::per, p_title, "title " + quoted(title_words) + " before it");
        } else {
            add({i, stop}, entry.type, p_known, "known name", known.entry);
        }
        return stop;
    }

    // Whether another name starts at `i`, inside a run of which nothing is known so far.
    bool breaks_at(std::uint32_t i, std::uint32_t end, bool titled) const {
        const std::uint32_t title_end = i + runs_.title_at(i, end);
        if (title_end > i && title_end < end && !words_[i].is(first_name)) return true;
        const Known next = runs_.known_at(i, end);
        if (next.length == 0 || titled) return false;
        return next.length > 1 || i + next.length < end ||
               vocabulary_.name(next.entry).type == NameType::norp;
    }

    // A first name that is also a place (Jordan, Austin) with a surname after it.
    bool person_goes_on(std::uint32_t i, std::uint32_t end, Known known, bool titled) const {
        if (known.length != 1 || i + 1 >= end) return false;
        if (vocabulary_.name(known.entry).type == NameType::norp) return false;
        if (titled) return true;
        return words_[i].is(first_name) && runs_.name_like(i + 1) &&
               !words_[i + 1].is(head_classes) && runs_.known_at(i + 1, end).length == 0;
    }

    // The end of a name whose kind a word in it tells; `i` if there is none.
    std::uint32_t headed_end(std::uint32_t i, std::uint32_t end, Known known) const {
        if (words_[i].is(opener_classes) && end - i > 1) {
            const std::string_view next = article_.at(i + 1);
            if (next == "of" || next == "for" || next == "to" || next == "on" ||
                words_[i].is(event_opener | facility_opener) ||
                (words_[i].is(place_opener) && !words_[i].is(organisation_opener)) ||
                (words_[i].is(law_opener) && words_[i + 1].kind == text::TokenKind::number)) {
                return end;
            }
        }
        std::uint32_t headed = i;
        for (std::uint32_t j = i + std::max<std::uint32_t>(known.length, 1); j < end; ++j) {
            if (runs_.title_at(j, end) > 0 && !words_[j].is(head_classes)) break;
            if (words_[j].is(head_classes)) {
                headed = j + 1;
                if (j + 1 < end && !runs_.name_like(j + 1) && !runs_.is_clitic(j + 1)) return end;
            } else if (headed > i) {
                if (runs_.known_at(j, end).length > 0 || words_[j].is(first_name)) break;
            }
        }
        if (headed == i || (known.length > 0 && i + known.length == headed)) return i;
        // The adherence before an office is a name of its own: Iranian | Foreign Ministry.
        const bool adherence = vocabulary_.name(known.entry).type == NameType::norp;
        return adherence && splits_from_adherence(headed - 1, headed - i) ? i : headed;
    }

    bool splits_from_adherence(std::uint32_t head, std::uint32_t length) const {
        const std::string_view w = article_.at(head);
        if (words_[head].is(event_head | settlement_head) &&
            !words_[head].is(organisation_head | facility_head)) {
            return true;
        }
        return w == "Ministry" || w == "Court" || w == "Office" || w == "Parliament" ||
               w == "Government" || w == "Cabinet" || (w == "Council" && length > 3);
    }

    NameType type_of_head(Range range) const {
        const Word& last = words_[range.end - 1];
        if (words_[range.begin].is(event_opener)) return NameType::event;
        if (const NameType type = type_of_word(last); type != NameType::none) return type;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            const Word& word = words_[i];
            if (word.is(organisation_opener)) return NameType::org;
            if (word.is(law_opener)) return NameType::law;
            if (word.is(place_opener)) return NameType::loc;
            if (word.is(facility_opener)) return NameType::fac;
            if (const NameType type = type_of_word(word); type != NameType::none) return type;
        }
        return NameType::none;
    }

    static NameType type_of_word(const Word& word) {
        if (word.is(organisation_head)) return NameType::org;
        if (word.is(law_head)) return NameType::law;
        if (word.is(event_head)) return NameType::event;
        if (word.is(weapon_head)) return NameType::weapon;
        if (word.is(facility_head)) return NameType::fac;
        if (word.is(settlement_head)) return NameType::gpe;
        if (word.is(place_head)) return NameType::loc;
        return NameType::none;
    }

    // Whether the text capitalises these words where no place explains it.
    bool names_elsewhere(Range range) const {
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            const Article::Use use = article_.uses[words_[i].id];
            if (words_[i].upper && use.inner <= use.lower) return false;
        }
        return true;
    }
    bool all_common(Range range) const {
        if (range.size() == 1 && runs_.ordinary(range.begin)) return true;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            const bool letter = i > range.begin && words_[i].span.size() == 1;  // Group A
            if (words_[i].upper && !letter && !words_[i].is(common | not_a_name | compass)) {
                return false;
            }
        }
        return true;
    }
    bool place_follows(std::uint32_t end) const {
        if (end >= sentence_->words.end) return false;
        if (words_[end].is(settlement_head | place_head) && !words_[end].upper) return true;
        if (end + 1 >= sentence_->words.end || !article_.is_mark(end, ',')) return false;
        const Known next = runs_.known_at(end + 1, sentence_->words.end);
        return vocabulary_.name(next.entry).type == NameType::gpe;
    }
    bool weapon_at_end(Range range) const {
        const Known known = runs_.known_at(range.end - 1, range.end);
        return vocabulary_.name(known.entry).type == NameType::weapon;
    }
    bool settlement_before(std::uint32_t i) const {
        if (i < 2) return false;
        return (article_.at(i - 1) == "of" ? words_[i - 2] : words_[i - 1]).is(settlement_head);
    }

    void guess(Range range, Range title_words);

    const Vocabulary& vocabulary_;
    Article& article_;
    std::vector<Word>& words_;
    NameRuns runs_;
    const Sentence* sentence_ = nullptr;
};

// A type for words that are no known name and have no telling head; or none, if nothing shows that
// they are a name.
void NameFinder::guess(Range range, Range title_words) {
    const std::uint32_t i = range.begin, size = range.size();
    const Word& first = words_[i];
    const Word* before = i > sentence_->words.begin ? &words_[i - 1] : nullptr;
    const Word* after = range.end < sentence_->words.end ? &words_[range.end] : nullptr;
    if (!title_words.empty()) {
        add(range, NameType::per, p_title, "title " + quoted(title_words) + " before it");
        return;
    }
    const bool elsewhere = names_elsewhere(range);
    if (sentence_->headline && !elsewhere && !(first.is(first_name) && size > 1)) return;
    if (size == 1 && first.is(not_a_name)) return;
    if (size > 1 && first.is(first_name)) {
        add(range, NameType::per, p_first_name, "first name " + quoted(i));
        return;
    }
    if (all_common(range)) {
        if (size == 1 && first.is(organisation_head) && !opens(i)) {
            add(range, NameType::org, p_shape, "a word for an organisation, capitalised", 0, true);
        }
        return;
    }
    bool inner_mark = false;
    for (std::uint32_t j = i; j < range.end && size > 1; ++j) {
        inner_mark =
            inner_mark || runs_.is_initial(j) || words_[j].is(particle) || runs_.hyphen_upper(j);
    }
    if (before != nullptr && before->is(particle) && !before->is(preposition) && !before->upper) {
        --range.begin;  // bin Laden
        inner_mark = true;
    }
    if (before != nullptr && before->is(outlet_noun) && !before->upper) {
        add(range, NameType::org, p_context, "after " + quoted(i - 1));
    } else if (size > 1 && weapon_at_end(range)) {
        add(range, NameType::weapon, p_context, "ends in a known weapon");
    } else if (before != nullptr && before->is(title_tail) && !before->upper) {
        add(range, NameType::per, p_first_name, "after " + quoted(i - 1));
    } else if (settlement_before(i) || place_follows(range.end)) {
        add(range, NameType::gpe, p_context, "named as a place by what stands around it");
    } else if (size == 1 && first.caps && !runs_.all_capitals()) {
        add(range, NameType::org, p_acronym, "an acronym", 0, true);
    } else if (after != nullptr && after->is(outlet_noun | institution_noun) && !after->upper) {
        add(range, NameType::org, p_context, "before " + quoted(range.end), 0, size == 1);
    } else if (inner_mark && size <= 5) {
        add(range, NameType::per, p_written, "written as a person's name");
    } else if (size == 1 && before != nullptr && before->is(place_preposition) &&
               (!before->upper || i == sentence_->words.begin + 1)) {
        add(range, NameType::gpe, p_context, "after " + quoted(i - 1), 0, true);
    } else if (before != nullptr && before->is(word_class::article)) {
        // "the" seldom stands before a person
        if (size > 1) add(range, NameType::org, p_the, "after “the”", 0, true);
    } else if (size > 4) {
        add(range, NameType::org, p_shape, "a run of capitalised words", 0, true);
    } else if (opens(i) && size == 1 && !elsewhere) {
        const bool speaks = after != nullptr && vocabulary_.verb(after->verb).reports;
        if (speaks) add(range, NameType::per, p_shape, "before " + quoted(range.end), 0, true);
    } else {
        add(range, NameType::per, p_shape, "capitalised", 0, true);
    }
}

}  // namespace

bool find_names(const Vocabulary& vocabulary, Article& article, Pace pace) {
    return NameFinder(vocabulary, article).run(pace);
}

}  // namespace standpoint::extract
