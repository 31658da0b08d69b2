// What the benchmarks work on: an article of any length with any number of mentions, written by a
// small grammar of our own, the same every time. The mentions are spread evenly; every fifth is the
// source of a statement, some of these show a stance; half of everything waits for a decision.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/model/project.hpp"
#include "core/text/door.hpp"

namespace standpoint::bench {

using text::Span;

class Writer {
  public:
    Writer(std::size_t bytes, std::size_t mentions) : bytes_(bytes), mentions_(mentions) {
        document_.text.reserve(bytes + 1000);
        for (model::Id& id : targets_) {
            id = static_cast<model::Id>(&id - targets_.data()) + 1;
            const std::string number = std::to_string(id);
            document_.targets.put(
                {id, "T" + number, "The harbour should be closed, reading " + number, {}, {}});
        }
    }

    model::Document write() && {
        while (document_.text.size() < bytes_) {
            for (int sentence = 0; sentence < 4; ++sentence) {
                if (sentence > 0) document_.text += ' ';
                write_sentence();
            }
            document_.text += '\n';
        }
        text::Admitted admitted;
        admitted.text = std::move(document_.text);
        model::DocumentInfo info;
        info.title = "The harbour, all of it";
        model::Document made = model::make_document("long", std::move(admitted), std::move(info));
        document_.text = std::move(made.text);
        document_.sentences = std::move(made.sentences);
        document_.info = std::move(made.info);
        document_.id = std::move(made.id);
        document_.next_id = next_id_;
        return std::move(document_);
    }

  private:
    // A linear congruential generator (Knuth's MMIX constants).
    std::size_t chance(std::size_t n) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33) % n;
    }

    template <std::size_t n>
    Span add(const std::array<std::string_view, n>& words) {
        return add(words[chance(n)]);
    }
    Span add(std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(document_.text.size());
        document_.text += words;
        return {begin, static_cast<std::uint32_t>(document_.text.size())};
    }

    void write_sentence() {
        // As many mentions as this much text should have.
        const bool wanted = document_.mentions.size() * bytes_ < mentions_ * document_.text.size();
        if (!wanted || document_.mentions.size() == mentions_) {
            add(openings);
            write_clause();
            document_.text += '.';
            return;
        }
        const std::size_t number = document_.mentions.size();
        const auto [source, entity] = add_mention();
        if (number % 5 != 0 || number < 100) {  // the first ones are for the edits: mentions alone
            add(" asked whether ");
            write_clause();
            document_.text += '.';
            return;
        }
        document_.text += ' ';
        const Span cue = add(cues);
        document_.text += " that ";
        const Span content = write_clause();
        document_.text += '.';
        document_.attributions.put(
            {next_id_++, source, cue, {content}, {entity, {}}, provenance(), {}});
        if (number % 25 != 0) return;
        const auto polarity = static_cast<model::Polarity>(chance(4));
        document_.stances.put({next_id_++,
                               {entity, {}},
                               targets_[chance(targets_.size())],
                               polarity,
                               model::Certainty::explicit_,
                               {content},
                               provenance(),
                               {}});
    }

    std::pair<Span, model::Id> add_mention() {
        // A name is a first name, an initial and a last name: 5,280 people.
        const std::size_t first = chance(first_names.size()), initial = chance(initials.size()),
                          second = chance(last_names.size());
        const std::string_view last = last_names[second];
        std::string name(first_names[first]);
        name += {' ', initials[initial], '.', ' '};
        name += last;
        const std::size_t person = (first * initials.size() + initial) * last_names.size() + second;
        const model::Id entity = first_person + static_cast<model::Id>(person);
        if (!document_.entities.find(entity)) document_.entities.put({entity, name, {}, {}, {}});
        const Span span = add(chance(3) == 0 ? std::string_view(name) : last);
        const std::string_view label = chance(4) == 0 ? "ORG" : "PER";
        document_.mentions.put({next_id_++, span, std::string(label), entity, provenance(), {}});
        return {span, entity};
    }

    Span write_clause() {
        const Span from = add(subjects);
        add(verbs);
        add(objects);
        const Span to = add(endings);
        return {from.begin, to.end};
    }

    model::Provenance provenance() {
        model::Provenance p;
        if (chance(2) == 0) return p;
        p.origin = model::Origin::rule;
        p.decision = model::Decision::suggested;
        p.score = 0.5F + 0.004F * static_cast<float>(chance(100));
        p.reasons = {"capitalised after a title"};
        return p;
    }

    static constexpr std::array<std::string_view, 20> first_names = {
        "Ana",  "Bram",  "Carla", "Dario", "Elin", "Farid", "Greta", "Hugo",  "Ines",  "Jonas",
        "Kaja", "Lorna", "Mirko", "Nadia", "Olaf", "Petra", "Ravi",  "Sanna", "Tomas", "Vera"};
    static constexpr std::string_view initials = "ABCDEFGHIJK";
    static constexpr std::array<std::string_view, 24> last_names = {
        "Lindqvist", "Okafor", "Petrov",  "Almeida", "Brandt", "Castell",  "Dumont", "Eriksen",
        "Ferrante",  "Groen",  "Haddad",  "Ivanova", "Jansen", "Kowalska", "Larsen", "Moreau",
        "Novak",     "Orlov",  "Pereira", "Quist",   "Rahman", "Soto",     "Tanaka", "Ulrich"};
    static constexpr std::array<std::string_view, 6> cues = {"said",    "warned",    "insisted",
                                                             "claimed", "announced", "denied"};
    static constexpr std::array<std::string_view, 6> openings = {
        "On Tuesday ",        "By the end of the week ", "For the third time this year ",
        "Behind the scenes ", "After a long night ",     "According to the plan "};
    static constexpr std::array<std::string_view, 8> subjects = {
        "the council",        "the new ferry line",     "a group of fishermen",
        "the port authority", "the committee’s report", "most of the town",
        "the opposition",     "a second court"};
    static constexpr std::array<std::string_view, 8> verbs = {
        " would support ", " had rejected ", " opposes ",  " should approve ",
        " delayed ",       " is studying ",  " welcomed ", " cannot afford "};
    static constexpr std::array<std::string_view, 8> objects = {
        "the toll on heavy lorries", "a ban on night flights", "the 3.5 % levy",
        "plans for a deeper quay",   "the longer season",      "an appeal against the ruling",
        "the sale of the old wharf", "a cap on berth fees"};
    static constexpr std::array<std::string_view, 8> endings = {
        " before the summer",        " despite the cost",      " for ten years",
        " in spite of the protests", " without a vote",        " at the next meeting",
        " because of the storms",    " as the mayor had asked"};
    // Ids: targets, then people, then what refers to them.
    static constexpr model::Id first_person = 100, first_of_the_rest = 10'000;

    const std::size_t bytes_, mentions_;
    std::uint64_t state_ = 20260314;
    model::Document document_;
    std::array<model::Id, 12> targets_{};
    model::Id next_id_ = first_of_the_rest;
};

inline model::Project make_workload(std::size_t bytes, std::size_t mentions) {
    model::Project project;
    project.id = "bench";
    project.annotator = "bench";
    project.codebook = model::default_codebook();
    project.documents.push_back(Writer(bytes, mentions).write());
    return project;
}

}  // namespace standpoint::bench
