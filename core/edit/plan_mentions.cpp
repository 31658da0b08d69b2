// Add, relabel, move and remove: what is done to spans.
#include <algorithm>

#include "core/edit/planner.hpp"

namespace standpoint::edit {

using model::Decision;
using model::Entity;
using model::Mention;
using model::Stance;
using model::Target;

namespace {

// Of each span (ordered, distinct) the mention that covers exactly it with that label, a live one
// rather than a rejected one; 0 if there is none.
std::vector<Id> mentions_at(const ChangeBuilder& change, const std::vector<Span>& spans,
                            std::string_view label) {
    std::vector<Id> found(spans.size(), model::no_id);
    change.for_each<Mention>([&](const Mention& m) {
        if (m.span < spans.front() || spans.back() < m.span) return;
        const auto it = std::lower_bound(spans.begin(), spans.end(), m.span);
        if (it == spans.end() || *it != m.span || m.label != label) return;
        Id& id = found[static_cast<std::size_t>(it - spans.begin())];
        if (id == model::no_id || m.provenance.decision != Decision::rejected) id = m.id;
    });
    return found;
}

// The entities that go by the names (ordered, distinct): the entity of a live mention that reads so
// and has the label, else the one whose canonical name it is, else that of any live mention that
// reads so; 0 if there is none.
std::vector<Id> entities_named(const ChangeBuilder& change, const std::vector<std::string>& names,
                               std::string_view label) {
    struct Candidates {
        Id same_label = model::no_id, canonical = model::no_id, any_label = model::no_id;
    };
    std::vector<Candidates> found(names.size());
    std::size_t shortest = names.front().size(), longest = 0;
    for (const std::string& name : names) {
        shortest = std::min(shortest, name.size());
        longest = std::max(longest, name.size());
    }
    const auto candidates = [&](std::string_view name) -> Candidates* {
        if (name.size() < shortest || name.size() > longest) return nullptr;
        const auto it = std::lower_bound(names.begin(), names.end(), name);
        if (it == names.end() || *it != name) return nullptr;
        return &found[static_cast<std::size_t>(it - names.begin())];
    };
    const auto settle = [](Id& id, Id entity) {
        if (id == model::no_id) id = entity;
    };
    change.for_each<Entity>([&](const Entity& e) {
        if (auto* c = candidates(e.canonical)) settle(c->canonical, e.id);
    });
    change.for_each<Mention>([&](const Mention& m) {
        if (m.entity == model::no_id || m.provenance.decision == Decision::rejected) return;
        auto* c = candidates(text::slice(change.document().text, m.span));
        if (!c) return;
        settle(m.label == label ? c->same_label : c->any_label, m.entity);
    });
    std::vector<Id> ids;
    ids.reserve(found.size());
    for (const Candidates& c : found) {
        ids.push_back(c.same_label ? c.same_label : c.canonical ? c.canonical : c.any_label);
    }
    return ids;
}

Problem check_new_mentions(const ChangeBuilder& change, const std::vector<Span>& spans,
                           std::string_view label, Id entity) {
    for (const Span& span : spans) {
        if (auto problem = check_span(change, span)) return problem;
        if (one_line(text::slice(change.document().text, span)).empty()) {
            return refusal("A mention has to cover more than white space.");
        }
    }
    if (auto problem = check_label(change, label)) return problem;
    if (entity == model::no_id) return std::nullopt;
    return check_exists<Entity>(change, entity);
}

// Accepts the mention that is there already.
void accept_existing(ChangeBuilder& change, Id id, Id entity) {
    const Mention& mention = *change.find<Mention>(id);
    if (entity != model::no_id && mention.entity != entity) {
        change.correct<Mention>(id, [entity](Mention& m) { m.entity = entity; });
        return;
    }
    if (mention.provenance.decision != Decision::accepted) {
        change.decide(change.edit<Mention>(id).provenance, Decision::accepted);
    }
    change.touch({Kind::mention, id});
}

// REQUIRES: spans ordered, distinct and checked.
void add_mentions(ChangeBuilder& change, const std::vector<Span>& spans, std::string_view label,
                  Id entity, model::Origin origin) {
    const std::vector<Id> existing = mentions_at(change, spans, label);
    const auto name_at = [&](std::size_t i) {
        return one_line(text::slice(change.document().text, spans[i]));
    };
    std::vector<std::string> names;
    std::vector<Id> entities;
    if (entity == model::no_id) {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (existing[i] == model::no_id) names.push_back(name_at(i));
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        if (!names.empty()) entities = entities_named(change, names, label);
    }
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (existing[i] != model::no_id) {
            accept_existing(change, existing[i], entity);
            continue;
        }
        Mention mention;
        mention.span = spans[i];
        mention.label = label;
        mention.entity = entity;
        mention.provenance = change.made(origin);
        if (entity == model::no_id) {
            const std::string name = name_at(i);
            const auto at = std::lower_bound(names.begin(), names.end(), name) - names.begin();
            Id& known = entities[static_cast<std::size_t>(at)];
            if (known == model::no_id) {
                Entity fresh;
                fresh.canonical = name;
                known = change.add(std::move(fresh)).id;
            }
            mention.entity = known;
        }
        change.touch({Kind::mention, change.add(std::move(mention)).id});
    }
}

}  // namespace

Outcome carry_out(ChangeBuilder& change, const AddMention& command) {
    const std::vector<Span> spans = {command.span};
    if (auto problem = check_new_mentions(change, spans, command.label, command.entity)) {
        return std::move(*problem);
    }
    add_mentions(change, spans, command.label, command.entity, model::Origin::human);
    return "Add " + command.label;
}

Outcome carry_out(ChangeBuilder& change, const LabelEvery& command) {
    if (command.spans.empty()) return refusal("There is nothing to label.");
    std::vector<Span> spans = command.spans;
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    if (auto problem = check_new_mentions(change, spans, command.label, command.entity)) {
        return std::move(*problem);
    }
    add_mentions(change, spans, command.label, command.entity, model::Origin::propagated);
    return "Label " + counted(spans.size(), "occurrence") + " as " + command.label;
}

Outcome carry_out(ChangeBuilder& change, const Relabel& command) {
    if (auto problem = check_exist<Mention>(change, command.mentions)) return std::move(*problem);
    if (auto problem = check_label(change, command.label)) return std::move(*problem);
    for (const Id id : command.mentions) {
        change.correct<Mention>(id, [&](Mention& m) {
            if (m.label == command.label) return;
            m.label = command.label;
            m.normal.clear();
            m.alternative.clear();
        });
    }
    return "Relabel as " + command.label;
}

Outcome carry_out(ChangeBuilder& change, const SetSpan& command) {
    if (auto problem = check_exists<Mention>(change, command.mention)) return std::move(*problem);
    if (auto problem = check_new_mentions(
            change, {command.span}, change.find<Mention>(command.mention)->label, model::no_id)) {
        return std::move(*problem);
    }
    change.correct<Mention>(command.mention, [&](Mention& m) {
        if (m.span == command.span) return;
        m.span = command.span;
        m.normal.clear();
        m.alternative.clear();
    });
    return std::string("Move mention");
}

Outcome carry_out(ChangeBuilder& change, const Remove& command) {
    if (command.items.empty()) return refusal("Nothing is selected.");
    for (const Ref& item : command.items) {
        const bool known = with_kind(item.kind, [&](auto type) {
            return change.find<typename decltype(type)::type>(item.id) != nullptr;
        });
        if (!known) return missing(item.kind, item.id);
        if (item.kind == Kind::entity) {
            return refusal(
                "An entity goes by itself when nothing refers to it; remove or reassign its "
                "mentions.");
        }
    }
    std::vector<Id> targets;
    for (const Ref& item : command.items) {
        with_kind(item.kind,
                  [&](auto type) { change.erase<typename decltype(type)::type>(item.id); });
        if (item.kind == Kind::target) targets.push_back(item.id);
    }
    // A stance cannot be without what it is about.
    std::sort(targets.begin(), targets.end());
    std::vector<Id> stances;
    change.for_each<Stance>([&](const Stance& stance) {
        if (std::binary_search(targets.begin(), targets.end(), stance.target)) {
            stances.push_back(stance.id);
        }
    });
    for (const Id id : stances) change.erase<Stance>(id);
    if (command.items.size() == 1) {
        return "Remove " + std::string(name_of(command.items.front().kind));
    }
    return "Remove " + counted(command.items.size(), "item");
}

}  // namespace standpoint::edit
