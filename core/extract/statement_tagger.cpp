#include "core/extract/statement_tagger.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace standpoint::extract {
namespace {

constexpr std::size_t cues_around = 8;  // that may lie between a cue and its source or content

// Of the types of names, the one whose tags a role has: probabilities are asked for by it.
NameType as_type(Role role) {
    return static_cast<NameType>(role);
}

// OSLO — The mayor said ...: the source without the dateline.
Range without_dateline(const Article& article, Range source) {
    constexpr std::uint32_t longest_dateline = 6;
    const std::uint32_t sentence = article.words[source.begin].sentence;
    if (source.begin != article.sentences[sentence].words.begin) return source;
    const std::uint32_t limit = std::min(source.end, source.begin + longest_dateline);
    for (std::uint32_t i = source.begin + 1; i + 1 < limit; ++i) {
        const std::string_view w = article.at(i);
        if (w == "—" || w == "–" || w == "--") return {i + 1, source.end};
    }
    return source;
}

bool has_word(const Article& article, Range words) {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const text::TokenKind kind = article.words[i].kind;
        if (kind == text::TokenKind::word || kind == text::TokenKind::number) return true;
    }
    return false;
}

}  // namespace

text::Result<StatementModel> StatementModel::read(const ModelFile& file) {
    StatementModel model;
    auto cues = read_chain(file, "cue.c", "cue.w");
    if (!cues) return cues.error();
    auto spans = read_chain(file, "span.c", "span.w");
    if (!spans) return spans.error();
    model.cues = std::move(*cues);
    model.spans = std::move(*spans);
    auto holders = FeatureWeights::read(file.section("holders"));
    if (!holders) return holders.error();
    model.holders = std::move(*holders);
    return model;
}

StatementTagger::StatementTagger(const Vocabulary& vocabulary, const WordTables& tables,
                                 const StatementModel& model)
    : vocabulary_(vocabulary),
      model_(model),
      features_(vocabulary, tables),
      cue_powers_(model.cues.unit),
      span_powers_(model.spans.unit),
      cue_transition_(cue_powers_.of(model.cues.transition)),
      span_transition_(span_powers_.of(model.spans.transition)) {}

bool StatementTagger::run(Article& article, Scratch& scratch, Pace pace) const {
    if (model_.empty()) return true;
    features_.read(article, scratch.features);
    scratch.cues.set(model_.cues.transition);
    scratch.spans.set(model_.spans.transition);
    scratch.cue_chances.set(cue_transition_);
    scratch.span_chances.set(span_transition_);
    std::vector<Statement> made;
    std::size_t rule = 0;
    for (std::size_t s = 0; s < article.sentences.size(); ++s) {
        if (!pace.go_on(s, article.sentences.size())) return false;
        find_cues(article, article.sentences[s], scratch);
        const std::size_t first = made.size();
        for (std::size_t c = 0; c < scratch.found.size(); ++c) {
            Statement statement = read_cue(article, c, scratch);
            if (!statement.content.empty()) made.push_back(std::move(statement));
        }
        const auto ours =
            std::make_pair(made.begin() + static_cast<std::ptrdiff_t>(first), made.end());
        std::vector<Statement> kept;
        for (; rule < article.statements.size() && article.statements[rule].sentence == s; ++rule) {
            const Statement& theirs = article.statements[rule];
            const bool taken = std::any_of(ours.first, ours.second, [&](const Statement& one) {
                return one.cue.begin < theirs.cue.end && theirs.cue.begin < one.cue.end;
            });
            if (taken) continue;
            const bool free_quote = theirs.attribution && theirs.cue.empty();
            if (free_quote && ours.first != ours.second) continue;
            kept.push_back(theirs);
            // What we do not take for words may take a side all the same.
            kept.back().attribution = free_quote || theirs.asked_for;
        }
        std::move(kept.begin(), kept.end(), std::back_inserter(made));
    }
    article.statements = std::move(made);
    return true;
}

void StatementTagger::find_cues(const Article& article, const Sentence& sentence,
                                Scratch& scratch) const {
    scratch.found.clear();
    scratch.found_sure.clear();
    RoleFeatures::each_stretch(sentence, [&](Range stretch) {
        scratch.emission.clear();
        features_.of_stretch(article, stretch, scratch.features, scratch.of_word,
                             [&](const std::vector<Feature>& features) {
                                 TagRow<std::int16_t> sum{};
                                 for (const Feature& feature : features) {
                                     const auto* row = model_.cues.weights.find(feature.key);
                                     if (row != nullptr) FeatureWeights::add(*row, sum);
                                 }
                                 scratch.emission.push_back(sum);
                             });
        scratch.path.resize(stretch.size());
        scratch.cues.run(scratch.emission.data(), stretch.size(), scratch.path.data());
        const auto is_cue = [&](std::size_t i) { return role_of(scratch.path[i]) == Role::cue; };
        bool any = false;
        for (std::size_t i = 0; i < stretch.size(); ++i) any = any || is_cue(i);
        if (!any) return;
        scratch.potentials.clear();
        for (const auto& row : scratch.emission) scratch.potentials.push_back(cue_powers_.of(row));
        scratch.allowed.assign(stretch.size(), role_tags);
        scratch.cue_chances.run(scratch.potentials, scratch.allowed);
        for (std::uint32_t i = 0; i < stretch.size();) {
            if (!is_cue(i)) {
                ++i;
                continue;
            }
            std::uint32_t end = i + 1;
            while (end < stretch.size() && scratch.path[end] == inside_tag(Role::cue)) ++end;
            scratch.found.push_back({stretch.begin + i, stretch.begin + end});
            scratch.found_sure.push_back(scratch.cue_chances.name(i, end, as_type(Role::cue)));
            i = end;
        }
    });
}

Statement StatementTagger::read_cue(const Article& article, std::size_t index,
                                    Scratch& scratch) const {
    const Range cue = scratch.found[index];
    Range window = RoleFeatures::window(article, cue);
    // A text of nothing but cues takes no more time for each.
    const std::size_t first = index - std::min(index, cues_around);
    const std::size_t last = std::min(scratch.found.size(), index + cues_around + 1);
    if (first > 0) window.begin = std::max(window.begin, scratch.found[first].begin);
    if (last < scratch.found.size()) {
        window.end = std::min(window.end, scratch.found[last - 1].end);
    }
    scratch.nearby.clear();
    for (std::size_t c = first; c < last; ++c) {
        const Range other = scratch.found[c];
        if (other.begin < window.end && window.begin < other.end) scratch.nearby.push_back(other);
    }
    scratch.emission.clear();
    scratch.allowed.clear();
    std::uint32_t at = window.begin;
    features_.of_window(article, window, cue, scratch.nearby, scratch.features, scratch.of_word,
                        [&](const std::vector<Feature>& features) {
                            TagRow<std::int16_t> sum{};
                            for (const Feature& feature : features) {
                                const auto* row = model_.spans.weights.find(feature.key);
                                if (row != nullptr) FeatureWeights::add(*row, sum);
                            }
                            const bool own = cue.contains(at++);
                            if (own) sum[outside] = INT16_MAX;  // the cue is neither
                            scratch.emission.push_back(sum);
                            scratch.allowed.push_back(own ? tag_bit(outside) : span_tags);
                        });
    scratch.path.resize(window.size());
    scratch.spans.run(scratch.emission.data(), window.size(), scratch.path.data());
    scratch.potentials.clear();
    for (const auto& row : scratch.emission) scratch.potentials.push_back(span_powers_.of(row));
    scratch.span_chances.run(scratch.potentials, scratch.allowed);

    Statement made;
    made.learned = true;
    made.cue = cue;
    made.sentence = article.words[cue.begin].sentence;
    float sure = scratch.found_sure[index], best_source = 0;
    for (std::uint32_t i = 0; i < window.size();) {
        const Role role = role_of(scratch.path[i]);
        if (role == Role::nothing) {
            ++i;
            continue;
        }
        std::uint32_t end = i + 1;
        while (end < window.size() && scratch.path[end] == inside_tag(role)) ++end;
        const Range words{window.begin + i, window.begin + end};
        if (role == Role::content) {
            if (has_word(article, words)) made.content.push_back(article.span_of(words));
        } else {
            const float chance = scratch.span_chances.name(i, end, as_type(role));
            if (made.source.empty() || chance > best_source) {
                made.source = without_dateline(article, words);
                best_source = chance;
            }
        }
        // That the words are of this role at all; where exactly they end matters less.
        float touched = 0;
        for (std::uint32_t k = i; k < end; ++k) {
            touched = std::max(touched, scratch.span_chances.tag(k, begin_tag(role)) +
                                            scratch.span_chances.tag(k, inside_tag(role)));
        }
        sure *= touched;
        i = end;
    }
    made.score = calibrated(model_.cues.calibration, sure);
    classify(article, made, scratch);
    return made;
}

void StatementTagger::classify(const Article& article, Statement& made,
                               const Scratch& scratch) const {
    made.verb = made.cue.end - 1;
    made.frame = Frame::say;
    std::uint32_t theirs = none;
    for (std::uint32_t i = made.cue.begin; i < made.cue.end; ++i) {
        const Word& word = article.words[i];
        if (word.verb != 0) made.verb = i;
        made.negated = made.negated || word.is(word_class::negation);
        if (theirs == none) theirs = scratch.features.words[i].rule_cue;
    }
    if (theirs != none) {
        const Statement& rule = article.statements[theirs];
        made.frame = rule.frame;
        made.stance = rule.stance;
        made.passive = rule.passive;
        made.negated = rule.negated;
        made.verb = rule.verb;
        // Called Tuesday for: a cue in two pieces is one, up to where its content begins.
        const Range rest{made.cue.end, rule.cue.end};
        const bool free = made.source.end <= rest.begin || made.source.begin >= rest.end;
        if (rule.cue.begin == made.cue.begin && !rest.empty() && free && !made.content.empty() &&
            article.words_of(made.content.front()).begin == rest.end) {
            made.cue = rule.cue;
        }
        // The bridge, police said, was closed: a content on both sides is rare, and the chain may
        // lose its second piece.
        if (made.content.size() == 1 && rule.content.size() == 2 &&
            made.content[0].overlaps(rule.content[0]) &&
            rule.content[1].begin >= article.span_of(made.cue).end) {
            made.content = rule.content;
        }
    } else if (article.words[made.verb].verb != 0) {
        const VerbFrame& frame = vocabulary_.verb(article.words[made.verb].verb).frames.front();
        if (frame.frame != Frame::other && frame.frame != Frame::act) {
            made.frame = frame.frame;
            made.stance = frame.stance;
        }
    }
    const auto quoted = [&](Range words) { return "“" + std::string(article.at(words)) + "”"; };
    made.reasons.push_back("cue " + quoted(made.cue));
    if (!made.source.empty()) made.reasons.push_back("source " + quoted(made.source));
    if (theirs == none) made.reasons.push_back("from what surrounds the words");
}

}  // namespace standpoint::extract
