// Statements: who says, wants, urges, rejects what, from cue verbs and quotation marks.
//
// A cue is a verb group of which the lists know how it reports; its shape (a that-clause, an
// infinitive, an object with "to", a quotation beside it) picks the frame. A cue inside the content
// of another is not reported, unless it is joined to it ("said A and called for B"): then the
// first content ends there. Sentences that lie inside a quotation continue its speaker's words.
#include <algorithm>
#include <string>

#include "core/extract/clauses.hpp"
#include "core/extract/cue_shapes.hpp"
#include "core/extract/stages.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

// How often these were right (source and content) on the training part of the news corpus.
constexpr float p_direct = 0.96F, p_according = 0.92F, p_passive = 0.69F, p_joined = 0.7F,
                p_free_quote = 0.89F;

class StatementFinder {
  public:
    StatementFinder(const Vocabulary& vocabulary, const model::Codebook* codebook, Article& article)
        : vocabulary_(vocabulary),
          article_(article),
          words_(article.words),
          clauses_(article),
          shapes_(article, clauses_) {
        if (codebook != nullptr) add_cue_verbs(*codebook);
    }

    bool run(Pace pace) {
        for (std::size_t s = 0; s < article_.sentences.size(); ++s) {
            if (!pace.go_on(s, article_.sentences.size())) return false;
            sentence_ = &article_.sentences[s];
            shapes_.set_sentence(*sentence_);
            sentence_index_ = static_cast<std::uint32_t>(s);
            first_statement_ = article_.statements.size();
            covered_ = {};
            read_cues();
            read_free_quote();
        }
        return true;
    }

  private:
    using Shape = CueShapes::Shape;

    void add_cue_verbs(const model::Codebook& codebook) {
        std::string lower;
        for (const std::string& verb : codebook.cue_verbs) {
            fold(verb, lower);
            WordId id = vocabulary_.find(lower);
            if (id == no_word) {
                const auto it = article_.own_words.find(lower);
                if (it == article_.own_words.end()) continue;
                id = it->second;
            }
            own_cues_.push_back(id);
        }
        std::sort(own_cues_.begin(), own_cues_.end());
    }
    bool own_cue(std::uint32_t i) const {
        return !own_cues_.empty() &&
               std::binary_search(own_cues_.begin(), own_cues_.end(), words_[i].id);
    }

    void read_cues() {
        for (std::uint32_t i = sentence_->words.begin; i < sentence_->words.end; ++i) {
            if (words_[i].quote != none) {
                const std::uint32_t end = article_.quotes[words_[i].quote].words.end;
                i = std::max(i, std::min(end, sentence_->words.end) - 1);
                continue;
            }
            if (article_.at(i) == "to" && i > sentence_->words.begin &&
                (article_.at(i - 1) == "according" || article_.at(i - 1) == "According")) {
                read_according(i);
            } else if (own_cue(i) && words_[i].verb == 0) {
                read_own_cue(i);
            } else if (words_[i].verb != 0 && clauses_.is_verb(i, *sentence_)) {
                read_verb(i);
            }
        }
    }

    // "A, according to B." and "According to B, A."
    void read_according(std::uint32_t to) {
        if (covered_.contains(to)) return;
        const std::uint32_t begin = sentence_->words.begin, end = sentence_->words.end;
        std::uint32_t stop = to + 1;
        const std::uint32_t limit = std::min(end, to + 1 + max_reach);
        while (stop < limit && !article_.is_mark(stop, ',') && !article_.is_mark(stop, '.') &&
               !article_.is_mark(stop, ';')) {
            ++stop;
        }
        if (stop == to + 1) return;
        Statement made = open(none);
        made.frame = Frame::say;
        made.source = {to + 1, stop};
        made.cue = {to - 1, to + 1};
        add_piece(made, {begin, to - 1});
        if (stop < end) add_piece(made, {stop, end});
        made.score = p_according;
        made.reasons.push_back("cue “according to”");
        finish(made, {begin, end});
    }

    void read_own_cue(std::uint32_t i) {
        if (covered_.contains(i)) return;
        const VerbGroup group{.words = {i, i + 1}, .verb = i};
        const Range content =
            clauses_.trimmed({clauses_.skip_adjuncts(i + 1, *sentence_), sentence_->words.end});
        const std::size_t before = article_.statements.size();
        state(group, {&say_, i + 1, content, CueShapes::p_clause});
        if (article_.statements.size() > before) article_.statements.back().asked_for = true;
    }

    void read_verb(std::uint32_t i) {
        const Verb& verb = vocabulary_.verb(words_[i].verb);
        const VerbGroup group = clauses_.group(i, *sentence_);
        if (group.mood == Mood::infinitive) return;
        if (!verb.reports && verb.frames.front().frame == Frame::other) return;
        if (group.passive) return read_passive(group, verb);
        const Shape shape = shapes_.of(i, verb);
        if (shape.frame != nullptr) state(group, shape);
    }

    Statement open(std::uint32_t verb) const {
        Statement made;
        made.verb = verb;
        made.sentence = sentence_index_;
        return made;
    }

    void add_piece(Statement& made, Range range) const {
        range = clauses_.trimmed(range);
        if (!range.empty()) made.content.push_back(article_.span_of(range));
    }

    std::string quoted(Range range) const { return "“" + std::string(article_.at(range)) + "”"; }

    void finish(Statement& made, Range covered) {
        if (made.content.empty()) return;
        std::sort(made.content.begin(), made.content.end());
        article_.statements.push_back(std::move(made));
        covered_ = covered;
    }

    // The statement that the cue's content would lie in is cut short, if the two are joined there.
    bool joined(const VerbGroup& group, Range source) {
        if (article_.statements.size() == first_statement_) return false;
        const std::uint32_t start =
            source.empty() || group.mood == Mood::participle ? group.words.begin : source.begin;
        if (start <= covered_.begin || start == 0) return false;
        std::uint32_t cut = start - 1;
        const std::string_view w = article_.at(cut);
        const bool link = w == "and" || w == "but" || w == "while";
        if (!link && !(w == "," && group.mood == Mood::participle)) return false;
        if (cut > covered_.begin && article_.is_mark(cut - 1, ',')) --cut;
        Statement& before = article_.statements.back();
        const Range kept = clauses_.trimmed({covered_.begin, cut});
        if (kept.empty() || before.content.empty()) return false;
        Span& last = before.content.back();
        const Span kept_span = article_.span_of(kept);
        if (last.begin >= kept_span.end || last.end <= kept_span.end) return false;
        last.end = kept_span.end;
        return true;
    }

    void state(const VerbGroup& group, const Shape& shape) {
        Statement made = open(group.verb);
        made.frame = shape.frame->frame;
        made.stance = shape.frame->stance;
        made.negated = group.negated;
        made.attribution = made.frame != Frame::act;
        made.cue = {group.words.begin, shape.after};
        made.score = shape.score;
        const bool left = shape.content.empty();
        const bool after_verb = left && shapes_.inverted(group.verb);
        if (after_verb) {
            made.source = clauses_.subject_after(shape.after, *sentence_);
        } else {
            made.source = clauses_.subject_before(group.words.begin, *sentence_);
        }
        const bool inside = covered_.contains(group.verb);
        if (inside && !joined(group, made.source)) return;
        if (made.source.empty() || (group.mood == Mood::participle && !document_before(group))) {
            made.source = earlier_subject(group);
            made.score = p_joined;
        }
        if (made.source.empty() || !subject_like(made.source)) return;
        if (made.frame == Frame::show && !shows(made.source, shape)) return;
        Range content = shape.content;
        if (!left) content.end = content_end(made, content);
        if (left) {
            read_left(made, after_verb ? made.source.begin : made.source.begin, shape, after_verb);
        } else {
            add_piece(made, content);
        }
        made.reasons.push_back("cue " + quoted(made.cue));
        made.reasons.push_back("subject " + quoted(made.source));
        finish(made, left ? Range{sentence_->words.begin, made.cue.end} : content);
    }

    // Where the content ends before its sentence does: at the subject of an opening participle, or
    // at the main clause after an opening "Although".
    std::uint32_t content_end(const Statement& made, Range content) const {
        if (made.source.begin > made.verb) return std::max(content.begin, made.source.begin);
        const std::uint32_t begin = sentence_->words.begin;
        if (!words_[begin].is(subordinator) || made.verb > begin + 12) return content.end;
        const std::uint32_t limit = std::min(content.end, content.begin + max_reach);
        for (std::uint32_t i = limit; i > content.begin + 1; --i) {
            if (article_.is_mark(i - 2, ',') && words_[i - 1].is(he | she | they) &&
                words_[i - 1].is(pronoun)) {
                return i - 2;
            }
            if (article_.is_mark(i - 2, ',') && article_.at(i - 1) == "it") return i - 2;
        }
        return content.end;
    }

    // "A statement saying ...": the noun before the participle is its subject.
    bool document_before(const VerbGroup& group) const {
        return group.words.begin > sentence_->words.begin &&
               words_[group.words.begin - 1].kind == text::TokenKind::word &&
               words_[group.words.begin - 1].is(document_noun | speaker_noun);
    }

    // The subject that a joined verb shares: of the sentence's last statement, or its main one.
    Range earlier_subject(const VerbGroup& group) const {
        if (group.words.begin == sentence_->words.begin) {  // "Accusing X of Y, Z ..."
            return clauses_.main_subject(*sentence_, sentence_->words.end);
        }
        if (article_.statements.size() > first_statement_) {
            const Range source = article_.statements.back().source;
            if (!source.empty()) return source;
        }
        return clauses_.main_subject(*sentence_, group.words.begin);
    }

    bool subject_like(Range source) const {
        if (source.size() > 40) return false;
        for (std::uint32_t i = source.begin; i < source.end; ++i) {
            if (words_[i].kind == text::TokenKind::word) {
                return !(source.size() == 1 && words_[i].is(time_word | negation) &&
                         words_[i].name == none);
            }
        }
        return false;
    }

    bool shows(Range source, const Shape& shape) const {
        if (article_.at(shape.content.begin) == "that") return true;
        for (std::uint32_t i = source.begin; i < source.end; ++i) {
            if (words_[i].is(document_noun)) return true;
        }
        return false;
    }

    // What was said stands before the cue: a quotation, or the clause up to the comma.
    void read_left(Statement& made, std::uint32_t source, const Shape& shape, bool after_verb) {
        const std::uint32_t begin = sentence_->words.begin, end = sentence_->words.end;
        const std::uint32_t start = std::min(source, made.cue.begin);
        if (start <= begin) return;
        std::uint32_t stop = start;
        while (stop > begin && words_[stop - 1].kind == text::TokenKind::punctuation &&
               words_[stop - 1].quote == none) {
            --stop;
        }
        if (stop == start && words_[stop - 1].quote == none) return;  // nothing sets it apart
        std::uint32_t from = begin;
        if (stop > begin && words_[stop - 1].quote != none) {
            from = std::max(begin, article_.quotes[words_[stop - 1].quote].words.begin);
            made.score = p_direct;
            if (from > begin && words_[begin].quote == none && !article_.is_mark(from - 1, ',')) {
                from = begin;  // Raising the toll “is wrong,” he said.
            }
        }
        add_piece(made, {from, stop});
        // "A," he said, "B."
        std::uint32_t next = clauses_.skip_adjuncts(
            after_verb ? std::max(made.source.end, shape.after) : shape.after, *sentence_);
        while (next < end && words_[next].kind == text::TokenKind::punctuation &&
               words_[next].quote == none) {
            ++next;
        }
        if (next < end && (words_[next].quote != none || clauses_.has_verb({next, end})) &&
            next > shape.after) {
            add_piece(made, {next, end});
        }
    }

    // "X is accused of Y": nobody says who accuses; "condemned by Z": Z does.
    void read_passive(const VerbGroup& group, const Verb& verb) {
        if (covered_.contains(group.verb) || verb.base == "expect") return;  // events, not words
        const std::uint32_t after = group.verb + 1;
        if (after >= sentence_->words.end) return;
        const Range subject = clauses_.subject_before(group.words.begin, *sentence_);
        if (subject.empty()) return;
        const std::string_view next = article_.at(after);
        const VerbFrame* found = nullptr;
        for (const VerbFrame& frame : verb.frames) {
            if (!frame.tail.empty() || frame.frame == Frame::other) continue;
            const bool fits = next == "by"                     ? frame.frame != Frame::tell
                              : frame.frame == Frame::accuse   ? (next == "of" || next == "for")
                              : frame.frame == Frame::describe ? next == "as"
                              : frame.frame == Frame::say || frame.frame == Frame::think
                                  ? next == "to"
                                  : false;
            if (fits) {
                found = &frame;
                break;
            }
        }
        if (found == nullptr) return;
        Statement made = open(group.verb);
        made.frame = found->frame;
        made.stance = found->stance;
        made.passive = true;
        made.negated = group.negated;
        made.attribution = made.frame != Frame::act;
        made.cue = {group.words.begin, after};
        made.score = p_passive;
        add_piece(made, subject);
        Range rest{after, sentence_->words.end};
        if (next == "by") {
            made.source = clauses_.subject_after(after + 1, *sentence_);
            made.cue.end = after + 1;
            if (made.source.empty()) return;
            rest.begin = made.source.end;
            rest.end = rest.begin;
            made.reasons.push_back("by " + quoted(made.source));
        }
        if (!rest.empty()) add_piece(made, rest);
        made.reasons.insert(made.reasons.begin(), "cue " + quoted(made.cue));
        finish(made, {group.words.begin, sentence_->words.end});
    }

    // A sentence that lies inside a quotation and that no cue has taken.
    void read_free_quote() {
        const Range all = sentence_->words;
        if (sentence_->headline) return;
        Range quote{none, none};
        std::uint32_t inside = 0;
        for (std::uint32_t i = all.begin; i < all.end; ++i) {
            if (words_[i].quote == none) continue;
            ++inside;
            if (quote.begin == none) quote.begin = i;
            quote.end = i + 1;
        }
        if (quote.begin == none || inside < 4 || inside * 10 < all.size() * 7) return;
        const Span span = article_.span_of(quote);
        for (std::size_t k = first_statement_; k < article_.statements.size(); ++k) {
            for (const Span piece : article_.statements[k].content) {
                if (piece.overlaps(span)) return;
            }
        }
        Statement made = open(none);
        made.frame = Frame::say;
        made.content.push_back(span);
        made.score = p_free_quote;
        made.reasons.push_back("a quotation that continues the last speaker's words");
        article_.statements.push_back(std::move(made));
    }

    const Vocabulary& vocabulary_;
    Article& article_;
    const std::vector<Word>& words_;
    Clauses clauses_;
    CueShapes shapes_;
    const VerbFrame say_{.frame = Frame::say};
    std::vector<WordId> own_cues_;
    const Sentence* sentence_ = nullptr;
    std::uint32_t sentence_index_ = 0;
    std::size_t first_statement_ = 0;
    Range covered_;
};

}  // namespace

bool find_attributions(const Vocabulary& vocabulary, const model::Codebook* codebook,
                       Article& article, Pace pace) {
    return StatementFinder(vocabulary, codebook, article).run(pace);
}

}  // namespace standpoint::extract
