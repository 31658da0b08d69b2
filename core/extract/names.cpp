// Names: maximal runs of capitalised words, cut into names and typed.
//
// A run is cut at titles, known names and words that head a kind of name (Ministry, River, War);
// the type comes from the strongest of: a known name, the head word, a title or a first name, what
// stands around it. Names that other places of the text show to be names are then accepted where a
// capital alone says nothing (first words, headlines).
#include <string>

#include "core/extract/stages.hpp"
#include "core/text/chars.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

// How often each kind of evidence was right on the development part of the news corpus.
constexpr float p_known = 0.95F, p_title = 0.96F, p_first_name = 0.94F, p_head = 0.85F,
                p_context = 0.75F, p_acronym = 0.7F, p_shape = 0.55F;

constexpr std::uint32_t max_run = 14;

constexpr Classes head_classes = organisation_head | facility_head | place_head | event_head |
                                 law_head | weapon_head | settlement_head;

bool is_clitic(std::string_view w) {
    return w == "'s" || w == "\xE2\x80\x99s" || w == "'" || w == "\xE2\x80\x99";
}

class NameFinder {
  public:
    NameFinder(const Vocabulary& vocabulary, Article& article)
        : vocabulary_(vocabulary), article_(article), words_(article.words) {}

    bool run(Pace pace) {
        for (std::size_t s = 0; s < article_.sentences.size(); ++s) {
            if (!pace.go_on(s, article_.sentences.size())) return false;
            read(article_.sentences[s]);
        }
        return true;
    }

  private:
    struct Known {
        std::uint32_t length = 0, entry = 0;
    };

    // The longest known name at `i` within `end`, written as a name is.
    Known known_at(std::uint32_t i, std::uint32_t end) const {
        Known best;
        NameNode node = Vocabulary::name_root;
        bool upper = false;
        for (std::uint32_t j = i; j < end && node != 0; ++j) {
            node = vocabulary_.step(node, words_[j].id);
            upper = upper || words_[j].upper || hyphen_upper(j);
            const std::uint32_t entry = vocabulary_.name_at(node);
            if (entry == 0 || !upper) continue;
            if (!words_[j].upper && !hyphen_upper(j)) continue;
            const NameEntry& name = vocabulary_.name(entry);
            if (name.all_caps && (!words_[j].caps || in_capitals_)) continue;
            best = {j - i + 1, entry};
        }
        return best;
    }

    std::uint32_t title_at(std::uint32_t i, std::uint32_t end) const {
        std::uint32_t best = 0;
        NameNode node = Vocabulary::title_root;
        for (std::uint32_t j = i; j < end; ++j) {
            node = vocabulary_.step(node, words_[j].id);
            if (node == 0) break;
            if (vocabulary_.name_at(node) != 0) best = j - i + 1;
        }
        return best;
    }

    // al-Maliki, el-Sheikh, pro-Kurdish: a small start, a capital after the hyphen.
    bool hyphen_upper(std::uint32_t i) const {
        const std::string_view w = article_.at(i);
        const std::size_t hyphen = w.find('-');
        return !words_[i].upper && hyphen != std::string_view::npos && hyphen > 0 && hyphen <= 4 &&
               text::starts_upper(w.substr(hyphen + 1));
    }

    bool is_initial(std::uint32_t i) const {
        const std::string_view w = article_.at(i);
        return words_[i].upper && (w.size() == 1 || (w.size() <= 5 && w.back() == '.' &&
                                                     !words_[i].is(title | month | weekday)));
    }

    // A word that news writes small: its capital here comes from its place.
    bool ordinary(std::uint32_t i) const {
        const Word& word = words_[i];
        if (word.is(determiner | pronoun | preposition | conjunction | subordinator | auxiliary |
                    adverb | time_word | weekday | month | not_a_name | common | speaker_noun |
                    compass | negation)) {
            return true;
        }
        if (word.verb != 0 && !word.is(first_name)) return true;
        const Article::Use use = article_.uses[word.id];
        if (use.lower > use.inner) return true;
        const std::string_view w = article_.at(i);
        if (w.size() > 4 && w.ends_with("ly") && !word.is(first_name)) return true;
        if (w.size() > 3 && w.ends_with("s") && !word.caps) {
            std::string singular;
            fold(w.substr(0, w.size() - 1), singular);
            return vocabulary_.word(vocabulary_.find(singular)).classes & common;
        }
        return false;
    }

    bool name_like(std::uint32_t i) const {
        const Word& word = words_[i];
        if (word.kind != text::TokenKind::word) return false;
        if (hyphen_upper(i)) return true;
        return word.upper && !word.is(weekday | pronoun) && !is_clitic(article_.at(i)) &&
               (!word.is(month) || first_name_follows(i));
    }
    bool first_name_follows(std::uint32_t i) const {  // "May" in a name
        return i > 0 && words_[i - 1].is(first_name | title) && words_[i - 1].upper;
    }

    // The end of the run of capitalised words, with what may join them, that starts at `i`.
    std::uint32_t run_end(std::uint32_t i, std::uint32_t end) const {
        std::uint32_t j = i + 1;
        const std::uint32_t limit = std::min(end, i + max_run);
        while (j < limit) {
            if (name_like(j)) {
                ++j;
                continue;
            }
            if (words_[j].kind == text::TokenKind::number) {  // Resolution 2254, Apollo 11
                const bool numbered =
                    words_[j - 1].is(law_opener | weapon_head) || words_[j - 1].caps;
                if (!numbered || words_[j - 1].is(month)) break;
                ++j;
                continue;
            }
            if (j + 1 >= limit) break;
            if (const std::uint32_t titled = title_past(i, j, end); titled > j) {
                j = titled;
            } else if (words_[j].is(particle) && !words_[j].is(preposition) && name_like(j + 1)) {
                j += 2;
            } else if (article_.is_mark(j, '&') && name_like(j + 1)) {
                j += 2;
            } else if (article_.at(j) == "of" && joins_of(i, j)) {
                const std::uint32_t next = words_[j + 1].is(article) ? j + 2 : j + 1;
                if (next >= limit || !name_like(next)) break;
                j = next + 1;
            } else if (joins_in_organisation(i, j) && name_like(j + 1)) {
                j += 2;
            } else {
                break;
            }
        }
        return j;
    }

    // The end of a title that goes on past the small word at `j`: Secretary of State.
    std::uint32_t title_past(std::uint32_t begin, std::uint32_t j, std::uint32_t end) const {
        for (std::uint32_t p = j; p > begin && j - p < 3; --p) {
            const std::uint32_t titled_end = p - 1 + title_at(p - 1, end);
            if (titled_end > j) return titled_end;
        }
        return j;
    }

    bool joins_of(std::uint32_t begin, std::uint32_t of) const {
        const Word& before = words_[of - 1];
        if (before.is(title) && of - begin <= 2) {  // Secretary of State, but not: Minister of Iraq
            return false;
        }
        return before.is(organisation_opener | organisation_head | place_opener | law_opener |
                         event_head | law_head | settlement_head | facility_head);
    }
    // and, for, on, to inside an organisation: Committee to Protect Journalists.
    bool joins_in_organisation(std::uint32_t begin, std::uint32_t i) const {
        const std::string_view w = article_.at(i);
        if (w != "for" && w != "and" && w != "on" && w != "to" && w != "against") return false;
        bool opener = false, of = false;
        for (std::uint32_t k = begin; k < i; ++k) {
            opener = opener || words_[k].is(organisation_opener | organisation_head | law_head);
            of = of || article_.at(k) == "of" || article_.at(k) == "for";
        }
        if (!opener) return false;
        if (w == "and") {  // Department of Health and Human Services; Food and Drug Administration
            return of &&
                   !vocabulary_.name_at(vocabulary_.step(Vocabulary::name_root, words_[i + 1].id));
        }
        return words_[i - 1].is(organisation_opener | organisation_head | law_head);
    }

    void add(std::uint32_t begin, std::uint32_t end, NameType type, float score, std::string reason,
             std::uint32_t entry = 0, bool guessed = false) {
        while (end > begin + 1 && is_clitic(article_.at(end - 1))) --end;
        const auto index = static_cast<std::uint32_t>(article_.names.size());
        article_.names.push_back({.words = {begin, end},
                                  .type = type,
                                  .entry = entry,
                                  .guessed = guessed,
                                  .score = score,
                                  .reason = std::move(reason)});
        for (std::uint32_t i = begin; i < end; ++i) words_[i].name = index;
    }

    std::string quoted(Range range) const { return "“" + std::string(article_.at(range)) + "”"; }
    std::string quoted(std::uint32_t i) const { return quoted(Range{i, i + 1}); }

    void read(const Sentence& sentence) {
        in_headline_ = sentence.headline;
        in_capitals_ = false;
        if (sentence.headline) {
            std::uint32_t caps = 0;
            for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
                if (words_[i].caps) ++caps;
            }
            in_capitals_ = caps * 2 > sentence.words.size();
        }
        std::uint32_t i = sentence.words.begin;
        while (i < sentence.words.end) {
            if (!name_like(i)) {
                ++i;
                continue;
            }
            const std::uint32_t end = run_end(i, sentence.words.end);
            cut_run(i, end, sentence);
            i = end;
        }
    }

    bool opens(std::uint32_t i, const Sentence& sentence) const {
        if (i == sentence.words.begin || in_headline_) return true;
        const Word& before = words_[i - 1];
        return before.kind == text::TokenKind::quote ||
               (before.kind == text::TokenKind::punctuation && article_.at(i - 1) != "," &&
                article_.at(i - 1) != "(" && article_.at(i - 1) != ")");
    }

    void cut_run(std::uint32_t i, std::uint32_t end, const Sentence& sentence) {
        Range before{i, i};  // the title before the next name
        while (i < end) {
            const Known known = known_at(i, sentence.words.end);
            if (known.length == 0 && opens(i, sentence) && ordinary(i) && before.empty()) {
                const bool heads =
                    end - i > 1 && words_[i].is(organisation_opener | place_opener | event_opener |
                                                facility_opener | law_opener | title | first_name);
                if (!heads || in_headline_) {
                    ++i;
                    continue;
                }
            }
            const std::uint32_t titled = title_at(i, end);
            if (titled > 0 && titled >= known.length && !heads_at(i + titled, end, titled)) {
                before = before.empty() ? Range{i, i + titled} : Range{before.begin, i + titled};
                i += titled;
                continue;
            }
            const std::uint32_t from = i;
            i = cut_one(i, end, known, before, sentence);
            if (i == from) ++i;
            before = {i, i};
        }
        if (i > end) i = end;
    }

    // Whether what looks like a title is the start of a longer name: Justice Department.
    bool heads_at(std::uint32_t i, std::uint32_t end, std::uint32_t titled) const {
        if (i >= end) return false;
        if (words_[i].is(organisation_head) && titled <= 2) return true;
        return titled == 1 && article_.at(i - 1) == "General" &&
               words_[i].is(organisation_head | common);
    }

    // Names that start at `i`; returns the end of what was taken.
    std::uint32_t cut_one(std::uint32_t i, std::uint32_t end, Known known, Range title_words,
                          const Sentence& sentence) {
        const bool titled = !title_words.empty();
        if (const std::uint32_t headed = headed_end(i, end, known, titled); headed > i) {
            const Word& head = words_[headed - 1];
            const NameType type = type_of_head(i, headed);
            if (type != NameType::none && (headed - i > 1)) {
                const bool opener = !head.is(head_classes);
                add(i, headed, type, p_head,
                    (opener ? "opens with " + quoted(i) : "ends in " + quoted(headed - 1)));
                return headed;
            }
        }
        if (known.length > 0 && !person_goes_on(i, end, known, titled)) {
            const NameEntry& entry = vocabulary_.name(known.entry);
            const bool sure =
                known.length > 1 || entry.country != 0 || !ordinary(i) || !opens(i, sentence);
            if (!sure) return i + known.length;
            NameType type = entry.type;
            if (titled && type != NameType::per && known.length == 1 && entry.country == 0 &&
                i + 1 == end) {
                add(i, end, NameType::per, p_title, "title " + quoted(title_words) + " before it");
                return end;
            }
            add(i, i + known.length, type, p_known, "known name", known.entry);
            return i + known.length;
        }
        // A run of words that nothing is known of, up to the next known country or adherence.
        std::uint32_t stop = i + 1;
        while (stop < end) {
            const Known next = known_at(stop, end);
            if (next.length > 0 && stop + next.length < end && !titled) break;
            if (next.length > 1 && !titled) break;
            ++stop;
        }
        return guess(i, stop, title_words, sentence);
    }

    // A first name that is also a place (Jordan, Austin) with a surname after it.
    bool person_goes_on(std::uint32_t i, std::uint32_t end, Known known, bool titled) const {
        if (known.length != 1 || i + 1 >= end) return false;
        if (vocabulary_.name(known.entry).type == NameType::norp) return false;
        if (titled) return true;
        return words_[i].is(first_name) && !words_[i + 1].is(head_classes) &&
               known_at(i + 1, end).length == 0;
    }

    // The end of a name whose kind a word in it tells; `i` if there is none.
    std::uint32_t headed_end(std::uint32_t i, std::uint32_t end, Known known, bool titled) const {
        if (titled) return i;
        if (words_[i].is(organisation_opener | place_opener | event_opener | law_opener |
                         facility_opener) &&
            end - i > 1) {
            const bool of = article_.at(i + 1) == "of" || article_.at(i + 1) == "for" ||
                            article_.at(i + 1) == "to" || article_.at(i + 1) == "on";
            if (of || words_[i].is(event_opener | facility_opener) ||
                (words_[i].is(place_opener) && !words_[i].is(organisation_opener)) ||
                (words_[i].is(law_opener) && words_[i + 1].kind == text::TokenKind::number)) {
                return end;
            }
        }
        const std::uint32_t start = i + std::max<std::uint32_t>(known.length, 1);
        std::uint32_t headed = i;
        for (std::uint32_t j = start; j < end; ++j) {
            if (title_at(j, end) > 0 && !words_[j].is(head_classes)) break;
            if (words_[j].is(head_classes)) {
                headed = j + 1;
                if (j + 1 < end && article_.at(j + 1) == "of") return end;
            } else if (headed > i) {
                if (known_at(j, end).length > 0 || words_[j].is(first_name)) break;
            }
        }
        if (headed == i) return i;
        const NameEntry& first = vocabulary_.name(known.entry);
        const std::uint32_t length = headed - i;
        if (known.length > 0 && known.length == length) return i;
        // The adherence before an office is a name of its own: Iranian | Foreign Ministry.
        if (first.type == NameType::norp && splits_from_adherence(headed - 1, length)) return i;
        return headed;
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

    NameType type_of_head(std::uint32_t begin, std::uint32_t end) const {
        const Word& first = words_[begin];
        const Word& last = words_[end - 1];
        if (first.is(event_opener)) return NameType::event;
        if (last.is(organisation_head) && !last.is(facility_head)) return NameType::org;
        if (last.is(law_head)) return NameType::law;
        if (last.is(event_head)) return NameType::event;
        if (last.is(weapon_head)) return NameType::weapon;
        if (last.is(organisation_head) && last.is(facility_head)) return NameType::org;
        if (last.is(facility_head)) return NameType::fac;
        if (last.is(settlement_head)) return NameType::gpe;
        if (last.is(place_head)) return NameType::loc;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (words_[i].is(organisation_opener | organisation_head)) return NameType::org;
            if (words_[i].is(law_opener | law_head)) return NameType::law;
            if (words_[i].is(place_opener | place_head)) return NameType::loc;
            if (words_[i].is(event_head)) return NameType::event;
            if (words_[i].is(facility_opener | facility_head)) return NameType::fac;
            if (words_[i].is(settlement_head)) return NameType::gpe;
        }
        return NameType::none;
    }

    std::uint32_t guess(std::uint32_t i, std::uint32_t end, Range title_words,
                        const Sentence& sentence);
    bool names_elsewhere(std::uint32_t i, std::uint32_t end) const {
        for (std::uint32_t j = i; j < end; ++j) {
            const Article::Use use = article_.uses[words_[j].id];
            if (words_[j].upper && use.inner <= use.lower) return false;
        }
        return true;
    }
    bool place_follows(std::uint32_t end, const Sentence& sentence) const {
        if (end >= sentence.words.end) return false;
        if (words_[end].is(settlement_head) && !words_[end].upper) return true;
        return end + 1 < sentence.words.end && article_.is_mark(end, ',') &&
               vocabulary_.name(known_at(end + 1, sentence.words.end).entry).type == NameType::gpe;
    }
    bool settlement_before(std::uint32_t i) const {
        if (i < 2) return false;
        const bool of = article_.at(i - 1) == "of";
        return (of ? words_[i - 2] : words_[i - 1]).is(settlement_head);
    }

    const Vocabulary& vocabulary_;
    Article& article_;
    std::vector<Word>& words_;
    bool in_headline_ = false, in_capitals_ = false;
};

// A type for a run that is no known name and has no telling head.
std::uint32_t NameFinder::guess(std::uint32_t i, std::uint32_t end, Range title_words,
                                const Sentence& sentence) {
    const std::uint32_t size = end - i;
    const Word* before = i > sentence.words.begin ? &words_[i - 1] : nullptr;
    const Word* after = end < sentence.words.end ? &words_[end] : nullptr;
    if (!title_words.empty()) {
        add(i, end, NameType::per, p_title, "title " + quoted(title_words) + " before it");
        return end;
    }
    if (in_headline_ && !names_elsewhere(i, end)) {
        if (!(words_[i].is(first_name) && size >= 2)) return i + 1;
    }
    bool inner_mark = false;
    for (std::uint32_t j = i; j < end; ++j) {
        inner_mark = inner_mark ||
                     (size > 1 && (is_initial(j) || words_[j].is(particle) || hyphen_upper(j)));
    }
    if (size > 1 && words_[i].is(first_name)) {
        add(i, end, NameType::per, p_first_name, "first name " + quoted(i));
    } else if (before != nullptr && before->is(title_tail) && !before->upper) {
        add(i, end, NameType::per, p_first_name, "after " + quoted(i - 1));
    } else if (settlement_before(i) || place_follows(end, sentence)) {
        add(i, end, NameType::gpe, p_context, "named as a place by what stands around it");
    } else if (size == 1 && words_[i].caps && !in_capitals_) {
        add(i, end, NameType::org, p_acronym, "an acronym", 0, true);
    } else if (after != nullptr && after->is(outlet_noun | institution_noun) && !after->upper) {
        add(i, end, NameType::org, p_context, "before " + quoted(end));
    } else if (inner_mark && size <= 5) {
        add(i, end, NameType::per, p_context, "written as a person's name");
    } else if (size == 1 && before != nullptr && before->is(place_preposition) && !before->upper) {
        add(i, end, NameType::gpe, p_context, "after " + quoted(i - 1), 0, true);
    } else if (size > 4) {
        add(i, end, NameType::org, p_shape, "a run of capitalised words", 0, true);
    } else if (opens(i, sentence) && size == 1 && !names_elsewhere(i, end)) {
        if (after == nullptr ||
            !(after->verb != 0 || after->is(auxiliary) || is_clitic(article_.at(end)))) {
            return end;
        }
        add(i, end, NameType::per, p_shape, "capitalised subject", 0, true);
    } else {
        add(i, end, NameType::per, p_shape, "capitalised", 0, true);
    }
    return end;
}

}  // namespace

bool find_names(const Vocabulary& vocabulary, Article& article, Pace pace) {
    return NameFinder(vocabulary, article).run(pace);
}

}  // namespace standpoint::extract
