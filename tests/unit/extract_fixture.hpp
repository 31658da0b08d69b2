// What the extractor proposes for a text, in forms that a test can compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/extract/extractor.hpp"

namespace standpoint::extract {

class Found {
  public:
    explicit Found(std::string given, const model::Codebook* codebook = nullptr,
                   const model::Table<model::Target>* targets = nullptr)
        : text(std::move(given)) {
        static const Extractor extractor;
        Input input;
        input.text = text;
        input.codebook = codebook;
        input.targets = targets;
        const ScratchPtr scratch = extractor.make_scratch();
        extractor.run(input, *scratch, proposed);
    }

    std::string at(Span span) const { return std::string(text::slice(text, span)); }

    // "PER Biden" for every mention, in order.
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const model::Mention& m : proposed.mentions) {
            all.push_back(m.label + " " + at(m.span));
        }
        return all;
    }
    // The label of the first mention with this text; empty if there is none.
    std::string label(std::string_view name) const {
        for (const model::Mention& m : proposed.mentions) {
            if (at(m.span) == name) return m.label;
        }
        return {};
    }
    // The canonical name of the entity that the first mention with this text names.
    std::string entity(std::string_view name) const {
        for (const model::Mention& m : proposed.mentions) {
            if (at(m.span) == name) return canonical(m.entity);
        }
        return {};
    }
    std::string canonical(model::Id id) const {
        for (const model::Entity& e : proposed.entities) {
            if (e.id == id) return e.canonical;
        }
        return {};
    }
    std::string who(const model::Actor& actor) const {
        return actor.entity != model::no_id ? canonical(actor.entity) : actor.phrase;
    }
    // "source | cue | content [+ content] | holder" for every attribution; "-" for what is missing.
    std::vector<std::string> said() const {
        std::vector<std::string> all;
        for (const model::Attribution& a : proposed.attributions) {
            std::string line = a.source ? at(*a.source) : "-";
            line += " | " + (a.cue ? at(*a.cue) : "-") + " | ";
            for (std::size_t i = 0; i < a.content.size(); ++i) {
                if (i > 0) line += " + ";
                line += at(a.content[i]);
            }
            line += " | " + (a.holder.none() ? "-" : who(a.holder));
            all.push_back(line);
        }
        return all;
    }
    // "holder favor target" for every stance; actors as targets with an @.
    std::vector<std::string> stances() const {
        std::vector<std::string> all;
        for (const model::Stance& s : proposed.stances) {
            std::string line = who(s.holder) + " " + std::string(name_of(s.polarity)) + " ";
            const model::Target* target = nullptr;
            for (const model::Target& t : proposed.targets) {
                if (t.id == s.target) target = &t;
            }
            all.push_back(line + (target ? target->text : "@" + canonical(s.target)));
        }
        return all;
    }

    std::string text;
    model::Suggestions proposed;
};

using Strings = std::vector<std::string>;

}  // namespace standpoint::extract
