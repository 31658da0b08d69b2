// Random projects and random commands for property tests, from a seed alone.
//
// The same seed gives the same project and commands on every machine: the generator is our own, and
// no order of evaluation or of hashing enters. Texts mix scripts, emoji, combining marks, blank
// lines and ASCII names that recur, so that entities, occurrences and repeated proposals really
// happen. Commands are mostly sensible and sometimes wrong on purpose (unknown ids, spans outside
// the text or inside a character, invalid UTF-8).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/edit/command.hpp"
#include "core/model/project.hpp"
#include "core/text/door.hpp"
#include "core/text/tokens.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::properties {

using model::Id;
using text::Span;

// SplitMix64: small, good enough and the same everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    // 0 to n - 1. REQUIRES: n > 0.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    bool chance(unsigned percent) { return below(100) < percent; }
    template <class T, std::size_t N>
    T pick(const std::array<T, N>& from) {
        return from[below(N)];
    }

  private:
    std::uint64_t state_;
};

inline std::string random_text(Random& random, std::size_t words) {
    static constexpr std::array<std::string_view, 30> stock = {
        "Reyes",
        "Ada Reyes",
        "Port Union",
        "Norland",
        "Lagos",
        "the tax",
        "said",
        "don\u2019t",
        "U.S.",
        "Jan. 5",
        "caf\u00e9",
        "Zoe\u0308",                                   // combining
        "a\u0301\u0323",                               // two marks
        "\u041c\u043e\u0441\u043a\u0432\u0430",        // Cyrillic
        "\u0391\u03b8\u03ae\u03bd\u03b1",              // Greek
        "\u0631\u064a\u0633",                          // Arabic
        "\u0648\u0631\u064a\u0633",                    // with prefix
        "\u05e9\u05dc\u05d5\u05dd",                    // Hebrew
        "\u4e2d\u56fd\u4e2d\u56fd",                    // Chinese
        "\u3068\u3046\u304d\u3087\u3046",              // kana
        "\ud55c\uad6d",                                // Hangul
        "\u0e44\u0e17\u0e22",                          // Thai
        "\u0928\u093f",                                // Devanagari
        "\U0001F600",                                  // emoji
        "\U0001F468\u200D\U0001F469\u200D\U0001F467",  // a family
        "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7",    // two flags
        "\U00010330",                                  // Gothic
        "5,000 km",
        "www.port.example",
        "\u201cno\u201d"};
    static constexpr std::array<std::string_view, 10> gaps = {
        " ", " ", " ", " ", ", ", ". ", "\n", "\n\n", "\u00a0", "\u2028"};
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += random.pick(stock);
        if (!random.chance(7)) text += random.pick(gaps);
    }
    return text;
}

// Makes items for one document; what they refer to are ids that exist there, or mostly do.
class Generator {
  public:
    Generator(Random& random, const model::Document& document, bool sound)
        : random_(random), document_(document), sound_(sound) {}

    // A span of the text: on token borders, or on any code points, or (unless sound) anywhere.
    Span span() {
        const auto size = static_cast<std::uint32_t>(document_.text.size());
        if (!sound_ && random_.chance(3)) {
            return {position(size + 9), position(size + 9)};
        }
        if (size == 0) return {0, 0};
        if (random_.chance(70)) {
            const std::uint32_t from = boundary(position(size));
            const Span line = text::line_at(document_.text, from);
            const auto tokens = text::tokenize(
                std::string_view(document_.text).substr(line.begin, line.end - line.begin),
                line.begin);
            if (!tokens.empty()) {
                const std::size_t first = random_.below(tokens.size());
                const std::size_t last = std::min(tokens.size() - 1, first + random_.below(3));
                return {tokens[first].span.begin, tokens[last].span.end};
            }
        }
        std::uint32_t begin = boundary(position(size));
        std::uint32_t end = boundary(std::min(size, begin + 1 + position(12)));
        if (begin == end) end += text::decode(document_.text, begin).bytes;
        return {begin, end};
    }

    // Ordered, without overlaps, at least one.
    std::vector<Span> ordered_spans(std::size_t most) {
        std::vector<Span> spans;
        for (const Span& s : any_spans(most)) {
            if (spans.empty() || s.begin >= spans.back().end) spans.push_back(s);
        }
        return spans;
    }
    std::vector<Span> any_spans(std::size_t most) {
        std::vector<Span> spans(1 + random_.below(most));
        for (Span& s : spans) s = span();
        return spans;
    }
    std::optional<Span> maybe_span() {
        if (random_.chance(30)) return std::nullopt;
        return span();
    }

    std::string label() {
        static constexpr std::array<std::string_view, 4> labels = {"PER", "ORG", "GPE", "NORP"};
        if (!sound_ && random_.chance(2)) return "NONE";
        return std::string(random_.pick(labels));
    }

    std::string words() {
        static constexpr std::array<std::string_view, 8> phrases = {
            "Reyes",        "Ada Reyes",    "  Port  Union ",     "Norland",
            "Keep the tax", "Drop the tax", "\u0631\u064a\u0633", "\U0001F600 \u4e2d"};
        if (!sound_ && random_.chance(3)) return random_.chance(50) ? " \n" : "\xC3(";
        return std::string(random_.pick(phrases));
    }

    model::Provenance provenance() {
        model::Provenance p;
        p.origin = static_cast<model::Origin>(random_.below(6));
        p.decision = static_cast<model::Decision>(random_.below(3));
        p.score = static_cast<float>(random_.below(101)) / 100.0F;
        if (p.decision != model::Decision::suggested) {
            p.annotator = random_.chance(50) ? "ada" : "bo";
            p.time_ms = static_cast<std::int64_t>(random_.below(1000)) + 1;
        }
        if (random_.chance(50)) p.reasons.push_back("cue \u201csaid\u201d");
        if (random_.chance(5)) p.note = "note " + words();
        p.flagged = random_.chance(5);
        return p;
    }

    model::Polarity polarity() { return static_cast<model::Polarity>(random_.below(4)); }
    model::Certainty certainty() { return static_cast<model::Certainty>(random_.below(2)); }

    // One of the ids given; unless sound sometimes one that is not there. 0 if there is none.
    Id one_of(const std::vector<Id>& ids) {
        if (!sound_ && random_.chance(3)) return static_cast<Id>(random_.below(200));
        return ids.empty() ? 0 : ids[random_.below(ids.size())];
    }
    std::vector<Id> some_of(const std::vector<Id>& ids) {
        std::vector<Id> some(1 + random_.below(4));
        for (Id& id : some) id = one_of(ids);
        return some;
    }
    model::Actor actor(const std::vector<Id>& entities) {
        const std::size_t kind = random_.below(3);
        if (kind == 0 && !entities.empty()) return {one_of(entities), {}};
        if (kind == 1) return {0, words()};
        return {};
    }

  private:
    std::uint32_t position(std::uint32_t n) { return static_cast<std::uint32_t>(random_.below(n)); }
    std::uint32_t boundary(std::uint32_t at) {
        while (!text::is_boundary(document_.text, at)) --at;
        return at;
    }

    Random& random_;
    const model::Document& document_;
    bool sound_;
};

// Items of all kinds, sound for this document, under ids from `first_id` on.
inline model::Suggestions random_items(Random& random, const model::Document& document, Id first_id,
                                       std::size_t many) {
    model::Suggestions items;
    if (document.text.empty()) return items;
    Generator g(random, document, true);
    Id id = first_id;
    std::vector<Id> entities, targets;
    for (std::size_t i = 0; i < many / 3 + 1; ++i) {
        model::Entity e;
        e.id = id++;
        e.canonical = g.words();
        if (random.chance(10)) e.external_id = "wikidata:Q" + std::to_string(random.below(99));
        if (random.chance(10)) e.across = g.words();
        if (random.chance(10)) e.note = g.words();
        entities.push_back(e.id);
        items.entities.push_back(std::move(e));
    }
    for (std::size_t i = 0; i < many / 8 + 1; ++i) {
        model::Target t;
        t.id = id++;
        t.key = "P" + std::to_string(i + 1);
        t.text = g.words();
        t.provenance = g.provenance();
        targets.push_back(t.id);
        items.targets.push_back(std::move(t));
    }
    for (std::size_t i = 0; i < many; ++i) {
        model::Mention m;
        m.id = id++;
        m.span = g.span();
        m.label = g.label();
        if (!random.chance(10)) m.entity = g.one_of(entities);
        if (random.chance(10)) m.alternative = g.words();
        m.provenance = g.provenance();
        items.mentions.push_back(std::move(m));
    }
    for (std::size_t i = 0; i < many / 4; ++i) {
        model::Attribution a;
        a.id = id++;
        a.source = g.maybe_span();
        a.cue = g.maybe_span();
        a.content = g.ordered_spans(3);
        a.holder = g.actor(entities);
        a.provenance = g.provenance();
        items.attributions.push_back(std::move(a));
    }
    for (std::size_t i = 0; i < many / 4; ++i) {
        model::Stance s;
        s.id = id++;
        s.holder = g.actor(entities);
        s.target = g.one_of(random.chance(70) ? targets : entities);
        s.polarity = g.polarity();
        s.certainty = g.certainty();
        if (!random.chance(20)) s.evidence = g.ordered_spans(3);
        s.provenance = g.provenance();
        items.stances.push_back(std::move(s));
    }
    return items;
}

inline model::Document random_document(Random& random, std::string id) {
    text::Admitted admitted;
    admitted.text = random.chance(2) ? "" : random_text(random, 5 + random.below(60));
    admitted.newlines = static_cast<text::Newlines>(random.below(4));
    admitted.bom = random.chance(20);
    model::DocumentInfo info;
    if (random.chance(50)) info.title = "Title \u2013 " + std::to_string(random.below(9));
    if (random.chance(30)) info.author = "A. Writer";
    if (random.chance(30)) info.date = "2024-05-06";
    info.flagged = random.chance(10);
    info.done = random.chance(10);
    model::Document d = model::make_document(std::move(id), std::move(admitted), std::move(info));
    const model::Suggestions items = random_items(random, d, 1, random.below(16));
    for (const auto& item : items.entities) d.entities.put(item);
    for (const auto& item : items.targets) d.targets.put(item);
    for (const auto& item : items.mentions) d.mentions.put(item);
    for (const auto& item : items.attributions) d.attributions.put(item);
    for (const auto& item : items.stances) d.stances.put(item);
    d.next_id = model::highest_id(d) + 1 + static_cast<Id>(random.below(3));
    return d;
}

inline model::Project random_project(Random& random) {
    model::Project project;
    project.id = "p" + std::to_string(random.below(1000));
    project.name = "Harbour";
    project.annotator = "ada";
    project.codebook = model::default_codebook();
    if (random.chance(50)) {
        model::CodebookTarget t;
        t.key = random.chance(50) ? "tax" : "P1";
        t.text = "Keep the tax";
        project.codebook.targets.push_back(std::move(t));
    }
    const std::size_t documents = 1 + random.below(3);
    for (std::size_t i = 0; i < documents; ++i) {
        project.documents.push_back(random_document(random, "d" + std::to_string(i)));
    }
    return project;
}

// Proposals as an extraction makes them: open, origin `rule`.
inline model::Suggestions random_suggestions(Random& random, const model::Document& document,
                                             std::size_t many) {
    model::Suggestions items =
        random_items(random, document, 1 + static_cast<Id>(random.below(40)), many);
    const auto open = [](auto& list) {
        for (auto& item : list) {
            item.provenance = {};
            item.provenance.origin = model::Origin::rule;
            item.provenance.decision = model::Decision::suggested;
            item.provenance.score = 0.5F;
            item.provenance.reasons = {"because"};
        }
    };
    open(items.mentions);
    open(items.attributions);
    open(items.targets);
    open(items.stances);
    return items;
}

namespace detail {

template <class Table>
std::vector<Id> ids(const Table& table) {
    std::vector<Id> all;
    for (const auto& item : table) all.push_back(item.id);
    return all;
}

}  // namespace detail

// A command for the document, of any kind. REQUIRES: it is one of the project.
inline edit::Command random_command(Random& random, const model::Project& project,
                                    const model::Document& d) {
    Generator g(random, d, false);
    const std::vector<Id> mentions = detail::ids(d.mentions), entities = detail::ids(d.entities),
                          attributions = detail::ids(d.attributions),
                          targets = detail::ids(d.targets), stances = detail::ids(d.stances);
    const std::array<const std::vector<Id>*, 5> tables = {&mentions, &entities, &attributions,
                                                          &targets, &stances};
    const auto ref = [&] {
        const std::size_t kind = random.below(5);
        return edit::Ref{static_cast<model::Kind>(kind), g.one_of(*tables[kind])};
    };
    const auto refs = [&] {
        std::vector<edit::Ref> all(1 + random.below(3));
        for (edit::Ref& r : all) r = ref();
        return all;
    };
    const auto maybe_ref = [&] {
        return random.chance(20) ? std::optional<edit::Ref>() : std::optional<edit::Ref>(ref());
    };
    const auto maybe_entity = [&] { return random.chance(60) ? 0 : g.one_of(entities); };
    const auto target = [&] { return g.one_of(random.chance(60) ? targets : entities); };

    switch (random.below(std::variant_size_v<edit::Command>)) {
        case 0: return edit::Decide{refs(), static_cast<model::Decision>(random.below(3))};
        case 1: {
            edit::AcceptAbove command;
            command.score = static_cast<float>(random.below(101)) / 100.0F;
            if (random.chance(50)) command.kind = static_cast<model::Kind>(random.below(5));
            return command;
        }
        case 2: {
            const Span span = g.span();
            std::string label = g.label();
            return edit::AddMention{span, std::move(label), maybe_entity()};
        }
        case 3: {
            std::vector<Id> some = g.some_of(mentions);
            return edit::Relabel{std::move(some), g.label()};
        }
        case 4: {
            edit::Resize command;
            command.item = ref();
            command.part = static_cast<edit::Part>(random.below(5));
            command.index = static_cast<std::uint32_t>(random.below(2));
            command.edge = static_cast<edit::Edge>(random.below(2));
            command.tokens = static_cast<int>(random.below(9)) - 4;
            return command;
        }
        case 5: {
            const Id mention = g.one_of(mentions);
            return edit::SetSpan{mention, g.span()};
        }
        case 6: {
            std::vector<Span> spans =
                random.chance(50) ? edit::occurrences(d, g.span()) : g.any_spans(4);
            std::string label = g.label();
            return edit::LabelEvery{std::move(spans), std::move(label), maybe_entity()};
        }
        case 7: return edit::Remove{refs()};
        case 8: {
            const Id into = g.one_of(entities);
            return edit::MergeEntities{into, g.some_of(entities)};
        }
        case 9: {
            std::vector<Id> some = g.some_of(mentions);
            return edit::SplitEntity{std::move(some), random.chance(50) ? "" : g.words()};
        }
        case 10: {
            std::vector<Id> some = g.some_of(mentions);
            return edit::AssignEntity{std::move(some), maybe_entity()};
        }
        case 11: {
            const Id entity = g.one_of(entities);
            return edit::SetCanonical{entity, g.words()};
        }
        case 12: {
            const Id entity = g.one_of(entities);
            return edit::SetExternalId{entity, g.words()};
        }
        case 13: {
            edit::MakeAttribution command;
            command.content = g.any_spans(3);
            command.source = g.maybe_span();
            command.cue = g.maybe_span();
            command.holder = g.actor(entities);
            return command;
        }
        case 14: {
            const Id attribution = g.one_of(attributions);
            return edit::SetSource{attribution, g.maybe_span()};
        }
        case 15: {
            const Id attribution = g.one_of(attributions);
            return edit::SetCue{attribution, g.maybe_span()};
        }
        case 16: {
            const Id attribution = g.one_of(attributions);
            return edit::SetContent{attribution, g.any_spans(3)};
        }
        case 17: {
            const Id attribution = g.one_of(attributions);
            return edit::SetAttributionHolder{attribution, g.actor(entities)};
        }
        case 18: {
            std::string words = g.words();
            std::string key = random.chance(70) ? "" : "P" + std::to_string(random.below(4));
            return edit::AddTarget{std::move(words), std::move(key)};
        }
        case 19: {
            const Id id = g.one_of(targets);
            return edit::SetTargetText{id, g.words()};
        }
        case 20: {
            const Id into = g.one_of(targets);
            return edit::MergeTargets{into, g.some_of(targets)};
        }
        case 21: {
            edit::MakeStance command;
            command.holder = g.actor(entities);
            command.target = random.chance(70) ? target() : 0;
            if (command.target == 0) command.new_target = g.words();
            command.polarity = g.polarity();
            command.evidence = g.any_spans(2);
            command.certainty = g.certainty();
            return command;
        }
        case 22: {
            const Id stance = g.one_of(stances);
            return edit::SetPolarity{stance, g.polarity()};
        }
        case 23: {
            const Id stance = g.one_of(stances);
            return edit::SetCertainty{stance, g.certainty()};
        }
        case 24: {
            const Id stance = g.one_of(stances);
            return edit::SetStanceHolder{stance, g.actor(entities)};
        }
        case 25: {
            const Id stance = g.one_of(stances);
            const Id about = random.chance(70) ? target() : 0;
            return edit::SetStanceTarget{stance, about, about == 0 ? g.words() : ""};
        }
        case 26: {
            const Id stance = g.one_of(stances);
            return edit::SetEvidence{stance, g.any_spans(3)};
        }
        case 27: {
            const auto item = maybe_ref();
            return edit::SetNote{item, g.words()};
        }
        case 28: {
            const auto item = maybe_ref();
            return edit::SetFlag{item, random.chance(50)};
        }
        case 29: return edit::SetDone{random.chance(50)};
        case 30: {
            model::DocumentInfo info = d.info;
            info.title = g.words();
            return edit::SetInfo{std::move(info)};
        }
        case 31: {
            // Few, so that the project stays small.
            if (project.documents.size() > 4) return edit::RemoveDocument{};
            return edit::AddDocuments{{random_document(random, "d0")}};
        }
        case 32: {
            if (project.documents.size() < 2) return edit::SetDone{true};
            return edit::RemoveDocument{};
        }
        case 33: return edit::Propose{random_suggestions(random, d, random.below(12))};
        case 34: {
            model::Codebook book = project.codebook;
            book.guideline = g.words();
            return edit::SetCodebook{std::move(book)};
        }
        case 35: return edit::SetProjectInfo{g.words(), "ada"};
        case 36: return edit::TakeAlternative{g.some_of(mentions)};
        default: {
            const Id entity = g.one_of(entities);
            return edit::SetAcross{entity, random.chance(30) ? "" : g.words()};
        }
    }
}

}  // namespace standpoint::properties
