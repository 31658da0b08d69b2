// Who said what.
#include <algorithm>
#include <array>

#include "core/edit/planner.hpp"
#include "core/text/chars.hpp"

namespace standpoint::edit {

using model::Actor;
using model::Attribution;
using model::Mention;

namespace {

std::string without_article(std::string phrase) {
    constexpr std::array<std::string_view, 3> articles = {"the ", "a ", "an "};
    for (const std::string_view article : articles) {
        if (phrase.size() > article.size() &&
            text::lower(std::string_view(phrase).substr(0, article.size())) == article) {
            return phrase.substr(article.size());
        }
    }
    return phrase;
}

// How well a mention inside a source says whose words they are; 0 = not at all.
int rank(const Mention& mention, std::string_view text, std::string_view phrase) {
    if (mention.label == "PER") return 4;
    if (mention.label == "ORG") return 3;
    if (mention.label == "GPE") return 2;
    return one_line(text::slice(text, mention.span)) == phrase ? 1 : 0;
}

}  // namespace

Actor holder_of_source(const ChangeBuilder& change, Span source) {
    const std::string_view text = change.document().text;
    const std::string phrase = without_article(one_line(text::slice(text, source)));
    const Mention* best = nullptr;
    int best_rank = 0;
    change.for_each<Mention>([&](const Mention& m) {
        if (!source.contains(m.span) || m.entity == model::no_id ||
            m.provenance.decision == model::Decision::rejected) {
            return;
        }
        const int r = rank(m, text, phrase);
        // Of equals the last one; of those that end together the longer one.
        const bool later = best && (m.span.end != best->span.end ? m.span.end > best->span.end
                                                                 : m.span.begin < best->span.begin);
        if (r > best_rank || (r > 0 && r == best_rank && later)) {
            best = &m;
            best_rank = r;
        }
    });
    return best ? Actor{best->entity, {}} : Actor{model::no_id, phrase};
}

Outcome carry_out(ChangeBuilder& change, const MakeAttribution& command) {
    if (command.content.empty()) return refusal("A statement needs words that were said.");
    if (auto problem = check_spans(change, command.content)) return std::move(*problem);
    if (auto problem = check_span(change, command.source)) return std::move(*problem);
    if (auto problem = check_span(change, command.cue)) return std::move(*problem);
    if (auto problem = check_actor(change, command.holder)) return std::move(*problem);
    Attribution attribution;
    attribution.content = normalised(command.content);
    attribution.source = command.source;
    attribution.cue = command.cue;
    attribution.holder = normalised(command.holder);
    if (attribution.holder.none() && attribution.source) {
        attribution.holder = holder_of_source(change, *attribution.source);
    }
    attribution.provenance = change.made();
    change.touch({Kind::attribution, change.add(std::move(attribution)).id});
    return std::string("Make statement");
}

Outcome carry_out(ChangeBuilder& change, const SetSource& command) {
    if (auto problem = check_exists<Attribution>(change, command.attribution)) {
        return std::move(*problem);
    }
    if (auto problem = check_span(change, command.source)) return std::move(*problem);
    change.correct<Attribution>(command.attribution, [&](Attribution& a) {
        a.source = command.source;
        a.holder = a.source ? holder_of_source(change, *a.source) : Actor{};
    });
    return std::string(command.source ? "Set source" : "Clear source");
}

Outcome carry_out(ChangeBuilder& change, const SetCue& command) {
    if (auto problem = check_exists<Attribution>(change, command.attribution)) {
        return std::move(*problem);
    }
    if (auto problem = check_span(change, command.cue)) return std::move(*problem);
    change.correct<Attribution>(command.attribution, [&](Attribution& a) { a.cue = command.cue; });
    return std::string(command.cue ? "Set cue" : "Clear cue");
}

Outcome carry_out(ChangeBuilder& change, const SetContent& command) {
    if (auto problem = check_exists<Attribution>(change, command.attribution)) {
        return std::move(*problem);
    }
    if (command.content.empty()) return refusal("A statement needs words that were said.");
    if (auto problem = check_spans(change, command.content)) return std::move(*problem);
    change.correct<Attribution>(command.attribution,
                                [&](Attribution& a) { a.content = normalised(command.content); });
    return std::string("Set content");
}

Outcome carry_out(ChangeBuilder& change, const SetAttributionHolder& command) {
    if (auto problem = check_exists<Attribution>(change, command.attribution)) {
        return std::move(*problem);
    }
    if (auto problem = check_actor(change, command.holder)) return std::move(*problem);
    change.correct<Attribution>(command.attribution,
                                [&](Attribution& a) { a.holder = normalised(command.holder); });
    return std::string("Set holder");
}

}  // namespace standpoint::edit
