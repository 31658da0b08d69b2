#include "core/extract/cue_shapes.hpp"

#include <algorithm>

namespace standpoint::extract {

using namespace word_class;

std::uint32_t CueShapes::tail_end(std::uint32_t i, const VerbFrame& frame) const {
    std::uint32_t j = i + 1;
    for (std::size_t k = 0; k < frame.tail.size(); ++k) {
        std::uint32_t fillers = 0;
        while (k == 0 && j < sentence_->words.end && fillers < 3 && words_[j].id != frame.tail[k] &&
               words_[j].is(filler)) {
            ++j;
            ++fillers;
        }
        if (j >= sentence_->words.end || words_[j].id != frame.tail[k]) return 0;
        ++j;
    }
    return j;
}

CueShapes::Tail CueShapes::longest_tail(std::uint32_t i, const Verb& verb) const {
    Tail found{0, i + 1};
    for (const VerbFrame& frame : verb.frames) {
        if (frame.tail.size() <= found.size) continue;
        if (const std::uint32_t end = tail_end(i, frame); end != 0) {
            found = {frame.tail.size(), end};
        }
    }
    return found;
}

const VerbFrame* CueShapes::frame_of(const Verb& verb, std::uint32_t i, std::size_t tail,
                                     Frame wanted) const {
    for (const VerbFrame& frame : verb.frames) {
        if (frame.frame == wanted && frame.tail.size() == tail && tail_end(i, frame) != 0) {
            return &frame;
        }
    }
    return nullptr;
}

CueShapes::Shape CueShapes::of(std::uint32_t i, const Verb& verb) const {
    const Tail tail = longest_tail(i, verb);
    const auto take = [&](Frame wanted) { return frame_of(verb, i, tail.size, wanted); };
    const std::uint32_t end = sentence_->words.end;
    std::uint32_t after = tail.end;
    if (tail.size > 0 && article_.at(after - 1) == "that") --after;  // part of the content
    const Range rest{after, end};
    const VerbFrame* clause = nullptr;
    for (const Frame frame : {Frame::say, Frame::think, Frame::show}) {
        if (clause == nullptr) clause = take(frame);
    }
    const bool plain_say = verb.base == "say";  // takes anything
    const bool ends_here = after >= end;
    const std::string_view next = ends_here ? std::string_view{} : article_.at(after);
    if (const VerbFrame* frame = take(Frame::urge);
        frame != nullptr && !ends_here && next != "that") {
        if (const std::uint32_t to = find_to(after); to != none) {
            return {frame, after, rest, p_urge};
        }
    }
    if (const VerbFrame* frame = take(Frame::commit); frame != nullptr && !ends_here) {
        const bool infinitive =
            next == "to" || (next == "not" && after + 1 < end && article_.at(after + 1) == "to");
        if (infinitive) return {frame, after, rest, p_commit};
        if (clause == nullptr && (next == "that" || clauses_.quote_opens(after))) {
            return {frame, after, rest, p_that};
        }
    }
    if (const VerbFrame* frame = take(Frame::tell); frame != nullptr && !ends_here) {
        if (quote_ends_before(i)) return {frame, after, {after, after}, p_trailing};
        if (const std::uint32_t at = after_addressee(after); at != none) {
            return {frame, after, {at, end}, p_clause};
        }
    }
    if (clause != nullptr && clause->frame == Frame::say && quote_ends_before(i)) {
        return {clause, after, {after, after}, p_trailing};
    }
    if (clause != nullptr) {
        std::uint32_t at = clauses_.skip_adjuncts(after, *sentence_);
        if (at + 1 < end && (article_.is_mark(at, ':') ||
                             (article_.is_mark(at, ',') && clauses_.quote_opens(at + 1) &&
                              !quote_ends_before(i)))) {
            ++at;
        }
        if (at >= end || words_[at].kind == text::TokenKind::punctuation) {
            if (clause->frame == Frame::say && (at >= end || !article_.is_mark(at, '('))) {
                return {clause, after, {at, at}, p_trailing};
            }
        } else if (article_.at(at) == "that" || clauses_.quote_opens(at)) {
            return {clause, after, {at, end}, p_that};
        } else if (clause->frame == Frame::say && inverted(i)) {
            return {clause, after, {after, after}, p_trailing};
        } else if (next != "to" && (plain_say ? end - at > 2 : clauses_.has_verb({at, end})) &&
                   (clause->frame == Frame::say || !words_[at].is(preposition))) {
            return {clause, after, {at, end}, p_clause};
        }
    }
    if (ends_here) return {};
    if (const VerbFrame* frame = take(Frame::accuse); frame != nullptr) {
        if (find_link(after) != none) return {frame, after, rest, p_urge};
    }
    if (const VerbFrame* frame = take(Frame::describe); frame != nullptr) {
        if (describes(after)) return {frame, after, rest, p_object};
    }
    for (const Frame wanted : {Frame::demand, Frame::object, Frame::act}) {
        const VerbFrame* frame = take(wanted);
        if (frame != nullptr && object_at(after)) return {frame, after, rest, p_object};
    }
    if (clause != nullptr && clause->frame == Frame::say && inverted(i)) {
        return {clause, after, {after, after}, p_trailing};
    }
    return {};
}

bool CueShapes::inverted(std::uint32_t i) const {
    if (i < sentence_->words.begin + 2) return false;
    const std::uint32_t p = i - 1;
    return words_[p].quote != none || (article_.is_mark(p, ',') && words_[p - 1].quote != none);
}

bool CueShapes::quote_ends_before(std::uint32_t i) const {
    const std::uint32_t limit = i - sentence_->words.begin > 12 ? i - 12 : sentence_->words.begin;
    for (std::uint32_t j = i; j > limit; --j) {
        if (words_[j - 1].kind == text::TokenKind::quote) {
            return words_[j - 1].quote != none && j >= 2 &&
                   words_[j - 2].kind == text::TokenKind::punctuation;
        }
        if (words_[j - 1].kind == text::TokenKind::punctuation) return false;
    }
    return false;
}

std::uint32_t CueShapes::find_to(std::uint32_t i) const {
    const std::uint32_t end = std::min(sentence_->words.end, i + 24);
    for (std::uint32_t j = i + 1; j + 1 < end; ++j) {
        if (words_[j].quote != none && !clauses_.quote_opens(j)) continue;
        if (words_[j].is(relative | modal) || article_.is_mark(j, ';')) return none;
        if (article_.at(j) != "to") continue;
        const Word& next = words_[j + 1];
        if (clauses_.quote_opens(j + 1) && j + 2 < end) {
            return words_[j + 2].can_be(verb_form::base) ? j : none;
        }
        if (next.kind == text::TokenKind::word && next.name == none &&
            !next.is(determiner | possessive | pronoun | preposition)) {
            return j;
        }
    }
    return none;
}

std::uint32_t CueShapes::find_link(std::uint32_t i) const {
    const std::uint32_t end = std::min(sentence_->words.end, i + 20);
    for (std::uint32_t j = i + 1; j + 1 < end; ++j) {
        const std::string_view w = article_.at(j);
        if (w == "for" || w == "with") return j;
        if (w == "of" && (words_[j + 1].can_be(verb_form::ing) || j - i <= 4 ||
                          article_.at(j + 1).ends_with("ing"))) {
            return j;
        }
        if (article_.is_mark(j, ';')) break;
    }
    return none;
}

bool CueShapes::describes(std::uint32_t i) const {
    const std::uint32_t end = std::min(sentence_->words.end, i + 20);
    for (std::uint32_t j = i; j < end; ++j) {
        if (clauses_.quote_opens(j)) return true;
        if (article_.at(j) == "as" && j > i) return true;
        if (j > i && words_[j].is(article) && !words_[j - 1].is(preposition)) return true;
        if (words_[j].kind == text::TokenKind::punctuation) break;
    }
    return false;
}

bool CueShapes::object_at(std::uint32_t i) const {
    const Word& word = words_[i];
    if (word.kind == text::TokenKind::punctuation) return false;
    if (clauses_.quote_opens(i)) return true;
    if (word.name == none && word.is(preposition | conjunction | auxiliary)) return false;
    return true;
}

std::uint32_t CueShapes::after_addressee(std::uint32_t i) const {
    const std::uint32_t end = std::min(sentence_->words.end, i + 18);
    std::uint32_t j = i;
    if (words_[j].is(pronoun)) {
        ++j;
    } else {
        bool named = false;
        while (j < end && (words_[j].name != none || words_[j].upper ||
                           words_[j].is(addressee_noun | outlet_noun) ||
                           (!named && words_[j].is(determiner | possessive)) ||
                           (j > i && words_[j].is(speaker_noun | title_tail)))) {
            named = named || !words_[j].is(determiner | possessive);
            ++j;
        }
    }
    if (j > i && j < end) {
        const std::uint32_t at = clauses_.skip_adjuncts(j, *sentence_);
        if (at >= end) return none;
        if (article_.is_mark(at, ':') || article_.is_mark(at, ',')) {
            if (at + 1 < end && clauses_.quote_opens(at + 1)) return at + 1;
        } else if (article_.at(at) == "that" || article_.at(at) == "to" ||
                   clauses_.quote_opens(at) || words_[at].is(pronoun) ||
                   clauses_.has_verb({at, sentence_->words.end})) {
            return at;
        }
    }
    for (j = i; j < end; ++j) {
        if (clauses_.quote_opens(j) || (j > i && article_.at(j) == "that")) return j;
        if (words_[j].kind == text::TokenKind::punctuation) {
            return inverted_before(i) ? j : none;
        }
    }
    return none;
}

bool CueShapes::inverted_before(std::uint32_t i) const {
    const std::uint32_t begin = sentence_->words.begin;
    for (std::uint32_t j = i; j > begin && i - j < 20; --j) {
        if (words_[j - 1].quote != none) return true;
    }
    return false;
}

}  // namespace standpoint::extract
