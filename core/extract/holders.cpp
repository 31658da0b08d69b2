// Holders: the source of a statement resolved to the entity whose words they are.
//
// A name in the source decides, the head of the phrase first; officials stand for the state or
// institution that the phrase names; pronouns and "the minister" are resolved to who spoke or was
// named last. What names nobody keeps its noun phrase.
#include <algorithm>

#include "core/extract/stages.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

class HolderFinder {
  public:
    HolderFinder(const Vocabulary& vocabulary, Article& article)
        : vocabulary_(vocabulary), article_(article), words_(article.words) {
        for (const Name& name : article_.names) {
            if (state_ == none && name.type == NameType::gpe &&
                article_.clusters[name.cluster].country != 0) {
                state_ = name.cluster;
            }
        }
    }

    void run() {
        index_roles();
        auto& statements = article_.statements;
        for (std::size_t s = 0; s < statements.size(); ++s) {
            Statement& made = statements[s];
            if (made.source.empty()) {
                if (made.cue.empty()) made.holder = speaker_of_quote(s);
            } else {
                made.holder = resolve(made.source, made);
                made.more_holders = joint_holders(made);
            }
            if (made.holder.known()) last_ = made.holder;
            last_sentence_ = made.sentence;
        }
    }

  private:
    // Which people each office names: "Foreign Minister" before a name, by its last word.
    struct Role {
        WordId kind = no_word;  // the word before the office: foreign, prime
        std::uint32_t cluster = none;
    };
    void index_roles() {
        for (const Name& name : article_.names) {
            if (name.type != NameType::per || name.words.begin < 2) continue;
            const std::uint32_t begin = name.words.begin, end = name.words.end;
            add_role(article_.is_mark(begin - 1, ',') ? begin - 2 : begin - 1, name.cluster);
            if (end >= words_.size() || !article_.is_mark(end, ',')) continue;
            const auto limit = std::min<std::size_t>(words_.size(), end + 8);
            for (std::uint32_t i = end + 1; i < limit; ++i) {  // X, the health minister, ...
                if (words_[i].kind == text::TokenKind::punctuation || words_[i].is(relative)) break;
                if (add_role(i, name.cluster)) break;
            }
        }
    }
    bool add_role(std::uint32_t office, std::uint32_t cluster) {
        if (!words_[office].is(title | title_tail) || words_[office].name != none) return false;
        const WordId kind = office > 0 ? words_[office - 1].id : no_word;
        roles_[words_[office].id].push_back({kind, cluster});
        return true;
    }
    // Who holds the office that the phrase names; none if nobody, or more than one may.
    std::uint32_t in_office(Range phrase) const {
        const std::uint32_t last = phrase.end - 1;
        const auto it = roles_.find(words_[last].id);
        if (it == roles_.end()) return none;
        const std::vector<Role>& roles = it->second;
        std::uint32_t same_kind = none, any = none;
        bool one = true;
        for (std::size_t r = 0; r < roles.size() && r < 64; ++r) {
            if (last > phrase.begin && roles[r].kind == words_[last - 1].id && same_kind == none) {
                same_kind = roles[r].cluster;
            }
            one = one && (any == none || any == roles[r].cluster);
            any = roles[r].cluster;
        }
        return same_kind != none ? same_kind : one ? any : none;
    }

    // A quotation without a cue: the speaker of the same quotation's other sentences, else the
    // last.
    Holder speaker_of_quote(std::size_t s) {
        const auto& statements = article_.statements;
        const Statement& made = statements[s];
        const std::uint32_t quote = quote_at(made.content.front().begin);
        for (std::size_t k = s + 1; k < statements.size() && k < s + 12; ++k) {
            if (quote_at(statements[k].content.front().begin) != quote || quote == none) break;
            if (!statements[k].source.empty()) return resolve(statements[k].source, statements[k]);
        }
        return last_;
    }

    std::uint32_t quote_at(std::uint32_t byte) const {
        const auto it = std::upper_bound(
            words_.begin(), words_.end(), byte,
            [](std::uint32_t at, const Word& word) { return at < word.span.begin; });
        return it == words_.begin() ? none : (it - 1)->quote;
    }

    Holder resolve(Range source, const Statement& made) {
        const Word& first = words_[source.begin];
        if (source.size() <= 2 && first.is(pronoun | relative) && first.name == none) {
            return pronoun_holder(source.begin, made);
        }
        const std::uint32_t head = head_name(source);
        if (head != none) {
            return of_name(head, source);
        }
        return of_phrase(source, made);
    }

    // Further names of a list that the source is: A, B and C; [Russian] and French leaders.
    std::vector<std::uint32_t> joint_holders(const Statement& made) {
        std::vector<std::uint32_t> list;
        if (made.holder.cluster == none) return list;
        const bool official = has(made.source, official_noun | title_tail | speaker_noun);
        std::uint32_t previous = none, end = made.source.begin, names = 0;
        for (std::uint32_t i = made.source.begin; i < made.source.end; ++i) {
            const std::uint32_t name = words_[i].name;
            if (name == none || name == previous) continue;
            if (previous != none && !listed(previous, name)) return {};
            if (previous == none && i > made.source.begin + 2) return {};
            if (previous != none &&
                (type(name) == NameType::per) != (type(previous) == NameType::per)) {
                return {};
            }
            previous = name;
            ++names;
            const Name& item = article_.names[name];
            const std::uint32_t country = article_.clusters[item.cluster].country;
            const bool adherence = item.type == NameType::norp && country != 0 && official;
            const std::uint32_t cluster =
                adherence ? country_cluster(vocabulary_, article_, country) : item.cluster;
            end = item.words.end;
            if (cluster != made.holder.cluster) list.push_back(cluster);
        }
        if (names < 2) return {};  // a capital and its government are one
        if (end != made.source.end && !(official && end + 2 >= made.source.end)) return {};
        return list;
    }
    // Whether only commas, "and" and an article stand between two names.
    bool listed(std::uint32_t a, std::uint32_t b) const {
        const std::uint32_t begin = article_.names[a].words.end;
        const std::uint32_t end = article_.names[b].words.begin;
        if (begin == end) return false;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (!article_.is_mark(i, ',') && article_.at(i) != "and" &&
                !words_[i].is(word_class::article)) {
                return false;
            }
        }
        return true;
    }

    NameType type(std::uint32_t name) const { return article_.names[name].type; }

    // A name that only modifies: Putin's ally, supporters of Yushchenko, officials in Kabul.
    bool modifies(std::uint32_t name, Range source) const {
        const Range range = article_.names[name].words;
        if (range.end < source.end) {
            const std::string_view next = article_.at(range.end);
            if (next == "'s" || next == "\xE2\x80\x99s" || next == "'" || next == "\xE2\x80\x99") {
                return true;
            }
        }
        std::uint32_t p = range.begin;
        while (p > source.begin && words_[p - 1].is(word_class::article | adverb)) --p;
        while (p > source.begin && words_[p - 1].upper && words_[p - 1].is(title)) --p;
        return p > source.begin && words_[p - 1].is(preposition);
    }

    bool in_compound(std::uint32_t name) const {  // London-based
        const std::uint32_t after = article_.names[name].words.end;
        return after < words_.size() && article_.is_mark(after, '-') &&
               words_[after].span.begin == words_[after - 1].span.end;
    }

    // The name that says whose words they are; none if the source names only bystanders.
    std::uint32_t head_name(Range source) const {
        std::uint32_t person = none, organisation = none, state = none, group = none;
        for (std::uint32_t i = source.begin; i < source.end; ++i) {
            const std::uint32_t name = words_[i].name;
            if (name == none || (i > source.begin && words_[i - 1].name == name)) continue;
            const bool modifier = modifies(name, source);
            switch (type(name)) {
                case NameType::per:
                    if (!modifier && (person == none || !joined(person, name))) person = name;
                    break;
                case NameType::org:
                    if (i == source.begin || article_.at(i - 1) != "in") organisation = name;
                    break;
                case NameType::gpe:
                case NameType::loc:
                    if (state == none && !in_compound(name)) state = name;
                    break;
                case NameType::norp:
                    if (group == none && !in_compound(name)) group = name;
                    break;
                default: break;
            }
        }
        if (person != none) return person;
        const bool official = has(source, official_noun);
        if (organisation != none) {
            const Range range = article_.names[organisation].words;
            const bool alone = only_names(range.end, source) && !modifies(organisation, source);
            if (alone || official || has(source, outlet_noun | document_noun)) return organisation;
        }
        if (state != none) {
            const Range range = article_.names[state].words;
            const bool alone = only_names(range.end, source) && !modifies(state, source);
            if (alone || official) return state;
        }
        if (group != none) {
            const Range range = article_.names[group].words;
            if (only_names(range.end, source) || official) return group;
        }
        return none;
    }

    bool joined(std::uint32_t a, std::uint32_t b) const {
        const std::uint32_t end = article_.names[a].words.end;
        const std::uint32_t begin = article_.names[b].words.begin;
        if (begin > end + 4) return false;
        for (std::uint32_t i = end; i < begin; ++i) {
            if (article_.at(i) == "and") return true;
        }
        return false;
    }
    // Whether a name ends the source, or only further names of a list follow it.
    bool only_names(std::uint32_t i, Range source) const {
        while (i < source.end && (words_[i].name != none || article_.is_mark(i, ',') ||
                                  article_.at(i) == "and" || words_[i].is(word_class::article))) {
            ++i;
        }
        return i == source.end;
    }
    bool has(Range source, Classes classes) const {
        for (std::uint32_t i = source.begin; i < source.end; ++i) {
            if (words_[i].is(classes) && words_[i].name == none) return true;
        }
        return false;
    }

    Holder of_name(std::uint32_t index, Range source) {
        const Name& name = article_.names[index];
        const Cluster& cluster = article_.clusters[name.cluster];
        const bool capital = name.entry != 0 && vocabulary_.name(name.entry).capital;
        const bool whole = name.words.begin <= source.begin + 1 && name.words.end == source.end;
        if (cluster.country != 0) {
            if (capital && whole) {
                return {country_cluster(vocabulary_, article_, cluster.country), {}};
            }
            if (name.type == NameType::norp && has(source, official_noun)) {
                return {country_cluster(vocabulary_, article_, cluster.country), {}};
            }
        }
        return {name.cluster, {}};
    }

    // The shortest noun phrase: without article, up to what follows its head.
    Range noun_phrase(Range source) const {
        Range phrase = source;
        while (phrase.size() > 1 &&
               (words_[phrase.begin].is(word_class::article) ||
                (words_[phrase.begin].is(determiner) && !words_[phrase.begin].is(possessive)))) {
            ++phrase.begin;
        }
        for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
            const bool stops = words_[i].kind == text::TokenKind::punctuation ||
                               (words_[i].is(preposition | relative) && article_.at(i) != "of" &&
                                article_.at(i) != "for") ||
                               (words_[i].can_be(verb_form::ing) && words_[i].name == none);
            if (stops) {
                phrase.end = i;
                break;
            }
        }
        return phrase;
    }

    bool is_person(std::uint32_t cluster) const {
        return cluster != none && article_.clusters[cluster].type == NameType::per;
    }

    // The nearest earlier name of a kind, looking a few sentences back: the first of its sentence,
    // for that is its subject more often than not.
    template <class Wanted>
    std::uint32_t nearest(std::uint32_t word, Wanted wanted) const {
        const std::uint32_t sentence = words_[word].sentence;
        std::uint32_t found = none;
        for (std::uint32_t back = 0; back <= 3 && back <= sentence; ++back) {
            const Range range = article_.sentences[sentence - back].words;
            const std::uint32_t end = back == 0 ? word : std::min(range.end, range.begin + 200);
            for (std::uint32_t i = std::max(range.begin, end > 200 ? end - 200 : 0); i < end; ++i) {
                const std::uint32_t name = words_[i].name;
                if (name != none && wanted(article_.names[name])) {
                    found = article_.names[name].cluster;
                    break;
                }
            }
            if (found != none) break;
        }
        return found;
    }

    // The person whom the pronoun's own sentence names first, before it.
    std::uint32_t first_person_before(std::uint32_t i) const {
        const std::uint32_t begin = article_.sentences[words_[i].sentence].words.begin;
        for (std::uint32_t k = std::max(begin, i > 60 ? i - 60 : 0); k < i; ++k) {
            if (words_[k].name != none && type(words_[k].name) == NameType::per &&
                words_[k].quote == none) {
                return article_.names[words_[k].name].cluster;
            }
        }
        return none;
    }

    bool recent(const Statement& made) const { return made.sentence - last_sentence_ <= 2; }

    Holder pronoun_holder(std::uint32_t i, const Statement& made) {
        const Word& word = words_[i];
        if (word.is(he | she)) {
            const std::uint32_t named = first_person_before(i);
            if (named != none) return {named, {}};
            if (recent(made) && is_person(last_.cluster)) return last_;
            const std::uint32_t person =
                nearest(i, [](const Name& name) { return name.type == NameType::per; });
            if (person != none) return {person, {}};
            return is_person(last_.cluster) ? last_ : Holder{};
        }
        if (word.is(relative)) {
            if (i == 0) return {};
            const std::uint32_t before =
                article_.is_mark(i - 1, ',') && i > 1 ? words_[i - 2].name : words_[i - 1].name;
            if (before != none) return {article_.names[before].cluster, {}};
            return {};
        }
        if (article_.at(i) == "it" || article_.at(i) == "It") {
            if (recent(made) && last_.cluster != none && !is_person(last_.cluster)) return last_;
            const std::uint32_t body = nearest(i, [](const Name& name) {
                return name.type == NameType::org || name.type == NameType::gpe;
            });
            if (body != none) return {body, {}};
        }
        return recent(made) ? last_ : Holder{};
    }

    // "the minister", "the agency": who was named last and fits; else the phrase itself.
    Holder of_phrase(Range source, const Statement& made) {
        const Range phrase = noun_phrase(source);
        if (words_[phrase.end - 1].is(title | title_tail)) {
            const std::uint32_t person = in_office(phrase);
            if (person != none) return {person, {}};
        }
        if (article_.at(phrase) == "military" && state_ != none) return {state_, {}};
        const bool definite = words_[source.begin].is(word_class::article) &&
                              article_.at(source.begin).size() == 3 && source.size() <= 4;
        if (definite) {
            const Word& noun = words_[source.end - 1];
            if (noun.is(title_tail) || noun.is(title)) {
                if (recent(made) && is_person(last_.cluster)) return last_;
                const std::uint32_t person = nearest(
                    source.begin, [](const Name& name) { return name.type == NameType::per; });
                if (person != none) return {person, {}};
            } else if (noun.is(institution_noun | outlet_noun | document_noun)) {
                const std::uint32_t body = nearest(
                    source.begin, [](const Name& name) { return name.type == NameType::org; });
                if (body != none) return {body, {}};
            }
        }
        return {none, phrase};
    }

    const Vocabulary& vocabulary_;
    Article& article_;
    std::vector<Word>& words_;
    std::unordered_map<WordId, std::vector<Role>> roles_;
    std::uint32_t state_ = none;  // the first that the article names
    Holder last_;
    std::uint32_t last_sentence_ = 0;
};

}  // namespace

void find_holders(const Vocabulary& vocabulary, Article& article) {
    HolderFinder(vocabulary, article).run();
}

}  // namespace standpoint::extract
