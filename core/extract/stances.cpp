// Stances: from statements whose verb takes a side, from formal acts (a veto, a ban, a signature)
// and from words of judgement about a given target.
//
// The target is a proposition (given, or proposed from the verb's object) or, for praise and
// accusation, the entity that is its object. A stance without such a basis is not proposed.
#include <algorithm>
#include <string>

#include "core/extract/clauses.hpp"
#include "core/extract/stages.hpp"
#include "core/extract/targets.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

// How often stances of each basis were right (holder, polarity, evidence) on the training part of
// the news corpus.
constexpr float p_accuse = 0.68F, p_urge = 0.62F, p_demand = 0.57F, p_object = 0.49F, p_act = 0.44F,
                p_commit = 0.49F, p_judgement = 0.5F, p_praise = 0.57F, p_must = 0.56F;
// Statements at least this sure may carry a judgement of their own (attributions.cpp).
constexpr float p_plain_speech = 0.85F;

constexpr std::uint32_t max_target_words = 16;

class StanceFinder {
  public:
    StanceFinder(const Vocabulary& vocabulary, const Input& input, Article& article)
        : vocabulary_(vocabulary),
          article_(article),
          words_(article.words),
          clauses_(article),
          targets_(vocabulary, input, article) {}

    bool run(Pace pace) {
        const auto& statements = article_.statements;
        for (std::size_t s = 0; s < statements.size(); ++s) {
            if (!pace.go_on(s, statements.size())) return false;
            const std::size_t first = article_.positions.size();
            read(statements[s]);
            const std::size_t last = article_.positions.size();
            for (const std::uint32_t cluster : statements[s].more_holders) {
                for (std::size_t p = first; p < last; ++p) {
                    Position again = article_.positions[p];
                    again.holder = {cluster, {}};
                    if (again.actor != cluster) article_.positions.push_back(std::move(again));
                }
            }
        }
        return true;
    }

  private:
    std::string quoted(Range range) const { return "“" + std::string(article_.at(range)) + "”"; }

    void read(const Statement& made) {
        if (!made.holder.known()) return;
        const Range content = article_.words_of(made.content.front());
        if (content.empty()) return;
        if (made.passive) return read_passive(made);
        if (made.stance == 0 || made.frame == Frame::say || made.frame == Frame::tell) {
            return read_judgement(made, content);
        }
        const int polarity = made.negated ? -made.stance : made.stance;
        switch (made.frame) {
            case Frame::accuse: return accuse(made, content, polarity);
            case Frame::urge: return urge(made, content, polarity);
            case Frame::commit: return commit(made, content, polarity);
            case Frame::demand: return take_side(made, content, polarity, p_demand);
            case Frame::object: return take_side(made, content, polarity, p_object);
            case Frame::act: return take_side(made, content, polarity, p_act);
            default: return;
        }
    }

    Position open(const Statement& made, Range evidence, int polarity, float score) const {
        Position position;
        position.holder = made.holder;
        position.polarity = polarity;
        position.score = score;
        const std::uint32_t begin = made.cue.empty() ? evidence.begin : made.cue.begin;
        position.evidence =
            article_.span_of(clauses_.trimmed({std::min(begin, evidence.begin), evidence.end}));
        if (!made.cue.empty()) {
            position.reasons.push_back((polarity > 0 ? "support word " : "opposition word ") +
                                       quoted(made.cue));
        }
        return position;
    }

    void add(Position position, const TargetBook::Match& match) {
        position.target = match.target;
        position.polarity *= match.sign;
        if (!match.word.empty()) {
            position.reasons.push_back("about the target: “" + match.word + "”");
        }
        article_.targets[match.target].used = true;
        article_.positions.push_back(std::move(position));
    }

    // The words up to where the thing that is urged, backed or opposed ends.
    Range thing(Range range) const {
        Range found{range.begin, std::min(range.end, range.begin + max_target_words)};
        while (!found.empty() && (words_[found.begin].is(word_class::article) ||
                                  words_[found.begin].kind == text::TokenKind::quote ||
                                  article_.at(found.begin) == "that")) {
            ++found.begin;
        }
        bool inside = false;  // a quotation that opened here
        for (std::uint32_t i = found.begin + 1; i < found.end; ++i) {
            const Word& word = words_[i];
            const bool mark = word.kind == text::TokenKind::quote;
            const bool stops = word.kind == text::TokenKind::punctuation || word.is(weekday) ||
                               (word.is(subordinator) && word.name == none) ||
                               (mark && !inside && !clauses_.quote_opens(i));
            if (mark) inside = !inside;
            if (stops) found.end = i;
        }
        while (found.size() > 1 &&
               words_[found.end - 1].is(preposition | conjunction | word_class::article)) {
            --found.end;
        }
        return found;
    }

    // The entity that the range starts with, behind its titles; none if it starts with another
    // thing ("Iran's nuclear program").
    std::uint32_t actor_at(Range range) {
        const std::uint32_t limit = std::min(range.end, range.begin + 8);
        std::uint32_t state = none;
        for (std::uint32_t i = range.begin; i < limit; ++i) {
            const Word& word = words_[i];
            if (word.name == none) {
                const bool passes =
                    word.upper || word.is(word_class::article | title | title_tail | adverb |
                                          speaker_noun | official_noun | institution_noun);
                if (!passes || word.kind == text::TokenKind::punctuation) break;
                continue;
            }
            const Name& name = article_.names[word.name];
            const Cluster& cluster = article_.clusters[name.cluster];
            const std::uint32_t after = name.words.end;
            const bool owns = after < range.end && words_[after].kind == text::TokenKind::word &&
                              (article_.at(after) == "'s" || article_.at(after) == "’s" ||
                               article_.at(after) == "'");
            if (owns) return none;
            if (name.type != NameType::norp) return name.cluster;
            const bool officials = after < range.end && words_[after].is(official_noun);
            if (officials && cluster.country != 0) {  // the Uzbek government
                return country_cluster(vocabulary_, article_, cluster.country);
            }
            const bool alone = after >= range.end || words_[after].name != none ||
                               !words_[after].is(common | title | title_tail);
            if (alone || article_.at(name.words).ends_with("s")) state = name.cluster;
            i = after - 1;
        }
        return state;
    }

    void against_actor(const Statement& made, Range content, std::uint32_t cluster, int polarity,
                       float score) {
        if (cluster == made.holder.cluster) return;
        Position position = open(made, content, polarity, score);
        position.actor = cluster;
        position.reasons.push_back("its object is “" + article_.clusters[cluster].canonical + "”");
        article_.positions.push_back(std::move(position));
    }

    void accuse(const Statement& made, Range content, int polarity) {
        const std::uint32_t actor = actor_at(content);
        if (actor != none) against_actor(made, content, actor, polarity, p_accuse);
    }

    void urge(const Statement& made, Range content, int polarity) {
        std::uint32_t to = content.begin;
        while (to < content.end && article_.at(to) != "to") ++to;
        if (to + 1 >= content.end) return;
        const bool negated_act = to > content.begin && article_.at(to - 1) == "not";
        const Range act = thing({to + 1, content.end});
        if (act.empty()) return;
        Position position = open(made, content, polarity, p_urge);
        const Range whom{content.begin, to};
        std::string before;
        if (negated_act) {  // urged X not to Y: against Y
            position.polarity = -position.polarity;
            return add(std::move(position),
                       targets_.propose(act, "", "urged not to by " + quoted(made.source), p_urge));
        }
        if (!words_[content.begin].is(pronoun) && to - content.begin <= 8 && to > content.begin) {
            before = std::string(article_.at(whom)) + " should ";
        }
        add(std::move(position),
            targets_.propose(act, before, "urged by " + quoted(made.source), p_urge));
    }

    void commit(const Statement& made, Range content, int polarity) {
        std::uint32_t from = content.begin;
        while (from < content.end && (article_.at(from) == "to" || article_.at(from) == "not")) {
            if (article_.at(from) == "not") polarity = -polarity;
            ++from;
        }
        const Range act = thing({from, content.end});
        if (act.size() < 2) return;
        const TargetBook::Match match =
            targets_.propose(act, "", "what " + quoted(made.source) + " commits to", p_commit);
        add(open(made, content, polarity, p_commit), match);
    }

    void take_side(const Statement& made, Range content, int polarity, float score) {
        const std::uint32_t actor = actor_at(content);
        if (actor != none && made.frame == Frame::object &&
            article_.clusters[actor].type != NameType::law) {
            return against_actor(made, content, actor, polarity, p_praise);
        }
        const Range object = thing(content);
        if (object.empty() || words_[object.begin].is(pronoun)) return;
        const std::string reason =
            (polarity > 0 ? "backed by " : "opposed by ") + quoted(made.source);
        add(open(made, content, polarity, score), targets_.propose(object, "", reason, score));
    }

    // "A was condemned by B"
    void read_passive(const Statement& made) {
        if (made.stance == 0 || made.source.empty()) return;
        const Range subject = article_.words_of(made.content.front());
        const int polarity = made.negated ? -made.stance : made.stance;
        const Range object = thing(subject);
        if (object.empty() || words_[object.begin].is(pronoun)) return;
        const Range said{std::min(subject.begin, made.source.begin),
                         std::max(subject.end, made.source.end)};
        Position position = open(made, said, polarity, p_object);
        const std::uint32_t last = words_[subject.end - 1].name;
        if (last != none && article_.names[last].words.begin <= subject.begin + 1) {
            return against_actor(made, said, article_.names[last].cluster, polarity, p_praise);
        }
        add(std::move(position),
            targets_.propose(object, "", "by " + quoted(made.source), p_object));
    }

    // What somebody says should be or is good or bad: about a given target, or a proposition
    // itself.
    void read_judgement(const Statement& made, Range content) {
        if (!made.attribution) return;
        const TargetBook::Match match = targets_.match(content);
        Judgement found = judge(content, match.target == none ? 24 : 64);
        if (match.target != none && match.pro != match.con) {
            found = {.polarity = match.pro > match.con ? 1 : -1, .word = none, .subject_end = 0};
        }
        if (found.polarity == 0) return;
        if (made.negated) found.polarity = -found.polarity;
        Position position;
        position.holder = made.holder;
        position.inferred = match.target != none;
        position.polarity = found.polarity;
        position.score = found.modal ? p_must : p_judgement;
        position.evidence = article_.span_of(clauses_.trimmed(content));
        position.reasons.push_back(
            found.word == none ? "a phrasing of the codebook"
                               : (found.polarity > 0 ? "support word " : "opposition word ") +
                                     quoted({found.word, found.word + 1}));
        if (match.target != none) return add(std::move(position), match);
        if (!found.modal || made.holder.cluster == none || made.score < p_plain_speech) return;
        Range phrase = thing(content);
        if (phrase.size() < 3 || words_[phrase.begin].is(pronoun)) return;
        const TargetBook::Match clause =
            targets_.propose(phrase, "", "said by " + speaker(made), position.score);
        // A new target is the clause itself, with its "not": who says it is for it.
        if (clause.word.empty()) position.polarity = 1;
        add(std::move(position), clause);
    }
    std::string speaker(const Statement& made) const {
        return made.source.empty() ? "the last speaker" : quoted(made.source);
    }

    struct Judgement {
        int polarity = 0;
        std::uint32_t word = none;         // that shows it
        std::uint32_t subject_end = none;  // of what is judged
        bool modal = false;
    };
    // must, should; is right, is a mistake: in the first words of a clause.
    Judgement judge(Range content, std::uint32_t reach) const {
        std::uint32_t be_at = none;
        const std::uint32_t end = std::min(content.end, content.begin + reach);
        for (std::uint32_t i = content.begin; i < end; ++i) {
            const Word& word = words_[i];
            if (word.is(be) && be_at == none) be_at = i;
            if (word.name != none || i == content.begin || i + 1 >= content.end) continue;
            if (word.is(must)) return {negated_near(i) ? -1 : 1, i, i, true};
            if (be_at == none || i == be_at || i - be_at > 4 || !word.is(good | bad)) continue;
            const bool favors = word.is(good) != negated_near(be_at);
            return {favors ? 1 : -1, i, be_at, false};
        }
        return {};
    }
    // "must not", "is not": a negation belongs to the verb that it stands beside.
    bool negated_near(std::uint32_t i) const {
        const std::uint32_t end = std::min(static_cast<std::uint32_t>(words_.size()), i + 3);
        for (std::uint32_t k = i + 1; k < end; ++k) {
            if (words_[k].is(negation)) return true;
        }
        return false;
    }

    const Vocabulary& vocabulary_;
    Article& article_;
    const std::vector<Word>& words_;
    Clauses clauses_;
    TargetBook targets_;
};

}  // namespace

bool find_stances(const Vocabulary& vocabulary, const Input& input, Article& article, Pace pace) {
    return StanceFinder(vocabulary, input, article).run(pace);
}

}  // namespace standpoint::extract
