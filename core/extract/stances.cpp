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
constexpr float p_accuse = 0.6F, p_urge = 0.6F, p_demand = 0.6F, p_object = 0.55F, p_act = 0.5F,
                p_commit = 0.45F, p_judgement = 0.5F, p_praise = 0.5F;

constexpr std::uint32_t max_target_words = 16;

class StanceFinder {
  public:
    StanceFinder(const Vocabulary& vocabulary, const Input& input, Article& article)
        : article_(article),
          words_(article.words),
          clauses_(article),
          targets_(vocabulary, input, article) {}

    bool run(Pace pace) {
        const auto& statements = article_.statements;
        for (std::size_t s = 0; s < statements.size(); ++s) {
            if (!pace.go_on(s, statements.size())) return false;
            read(statements[s]);
        }
        return true;
    }

  private:
    std::string quoted(Range range) const { return "“" + std::string(article_.at(range)) + "”"; }

    // The words of a span of content.
    Range words_of(Span span) const {
        const auto before = [](const Word& word, std::uint32_t byte) {
            return word.span.begin < byte;
        };
        const auto first = std::lower_bound(words_.begin(), words_.end(), span.begin, before);
        const auto last = std::lower_bound(first, words_.end(), span.end, before);
        return {static_cast<std::uint32_t>(first - words_.begin()),
                static_cast<std::uint32_t>(last - words_.begin())};
    }

    void read(const Statement& made) {
        if (!made.holder.known()) return;
        const Range content = words_of(made.content.front());
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
                                  words_[found.begin].kind == text::TokenKind::quote)) {
            ++found.begin;
        }
        for (std::uint32_t i = found.begin + 1; i < found.end; ++i) {
            const Word& word = words_[i];
            const bool stops = word.kind == text::TokenKind::punctuation ||
                               (word.is(subordinator) && word.name == none) || word.is(weekday) ||
                               word.kind == text::TokenKind::quote;
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
    std::uint32_t actor_at(Range range) const {
        std::uint32_t i = range.begin;
        const std::uint32_t limit = std::min(range.end, i + 8);
        while (i < limit && words_[i].name == none) {
            if (!words_[i].is(word_class::article | title | adverb) && !words_[i].upper &&
                !words_[i].is(speaker_noun | common)) {
                return none;
            }
            ++i;
        }
        if (i >= limit) return none;
        const std::uint32_t name = words_[i].name;
        const std::uint32_t after = article_.names[name].words.end;
        if (after < range.end && words_[after].kind == text::TokenKind::word) {
            const std::string_view next = article_.at(after);
            if (next == "'s" || next == "\xE2\x80\x99s" || next == "'") return none;
            if (article_.names[name].type == NameType::norp && words_[after].upper &&
                words_[after].name != none) {
                return actor_at({after, range.end});
            }
        }
        return name;
    }

    void against_actor(const Statement& made, Range content, std::uint32_t name, int polarity,
                       float score) {
        const std::uint32_t cluster = article_.names[name].cluster;
        if (cluster == made.holder.cluster) return;
        Position position = open(made, content, polarity, score);
        position.actor = cluster;
        position.reasons.push_back("its object is " + quoted(article_.names[name].words));
        article_.positions.push_back(std::move(position));
    }

    void accuse(const Statement& made, Range content, int polarity) {
        const std::uint32_t name = actor_at(content);
        if (name != none) against_actor(made, content, name, polarity, p_accuse);
    }

    void urge(const Statement& made, Range content, int polarity) {
        std::uint32_t to = content.begin;
        while (to < content.end && article_.at(to) != "to") ++to;
        if (to + 1 >= content.end) return;
        const Range act = thing({to + 1, content.end});
        if (act.empty()) return;
        Position position = open(made, content, polarity, p_urge);
        const Range whom{content.begin, to};
        std::string before;
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
        const std::uint32_t name = actor_at(content);
        if (name != none && made.frame == Frame::object &&
            article_.names[name].type != NameType::law) {
            return against_actor(made, content, name, polarity, p_praise);
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
        const Range subject = words_of(made.content.front());
        const int polarity = made.negated ? -made.stance : made.stance;
        const Range object = thing(subject);
        if (object.empty() || words_[object.begin].is(pronoun)) return;
        Position position = open(made, {subject.begin, made.source.end}, polarity, p_object);
        const std::uint32_t name = actor_at(subject);
        if (name != none && article_.names[name].words.end == subject.end) {
            return against_actor(made, {subject.begin, made.source.end}, name, polarity, p_praise);
        }
        add(std::move(position),
            targets_.propose(object, "", "by " + quoted(made.source), p_object));
    }

    // What somebody says about a given target: must, should, right, wrong.
    void read_judgement(const Statement& made, Range content) {
        if (!targets_.has_given()) return;
        const TargetBook::Match match = targets_.match(content);
        if (match.target == none) return;
        int polarity = match.pro - match.con;
        std::string word;
        bool negated = made.negated;
        const std::uint32_t end = std::min(content.end, content.begin + 64);
        for (std::uint32_t i = content.begin; i < end && match.pro == match.con; ++i) {
            if (words_[i].is(negation)) negated = !negated;
            const int side = words_[i].is(must | good | support_noun) ? 1
                             : words_[i].is(bad | oppose_noun)        ? -1
                                                                      : 0;
            if (side == 0 || polarity != 0) continue;
            polarity = side;
            word = article_.at(i);
        }
        if (polarity == 0) return;
        if (match.pro == match.con && negated) polarity = -polarity;
        Position position;
        position.holder = made.holder;
        position.inferred = true;
        position.polarity = polarity > 0 ? 1 : -1;
        position.score = p_judgement;
        position.evidence = article_.span_of(clauses_.trimmed(content));
        position.reasons.push_back(word.empty()   ? "a phrasing of the codebook"
                                   : polarity > 0 ? "support word “" + word + "”"
                                                  : "opposition word “" + word + "”");
        add(std::move(position), match);
    }

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
