// Which mentions name one thing, and what it is called.
#include <algorithm>

#include "core/edit/planner.hpp"

namespace standpoint::edit {

using model::Attribution;
using model::Entity;
using model::Mention;
using model::Stance;

namespace {

// Ids of the items that refer to one of the entities (ordered).
template <class T, class F>
std::vector<Id> referring(const ChangeBuilder& change, F refers) {
    std::vector<Id> ids;
    change.for_each<T>([&](const T& item) {
        if (refers(item)) ids.push_back(item.id);
    });
    return ids;
}

// Keeps what the merged entity knew and the other does not.
void take_over(Entity& into, const Entity& from) {
    if (into.external_id.empty()) into.external_id = from.external_id;
    if (into.extra.empty()) into.extra = from.extra;
    if (into.across.empty()) into.across = from.across;
    if (from.note.empty() || from.note == into.note) return;
    if (!into.note.empty()) into.note += "\n";
    into.note += from.note;
}

// The text of the longest of the mentions, as a name.
std::string longest_name(const ChangeBuilder& change, const std::vector<Id>& mentions) {
    std::string longest;
    for (const Id id : mentions) {
        const Span span = change.find<Mention>(id)->span;
        std::string name = one_line(text::slice(change.document().text, span));
        if (name.size() > longest.size()) longest = std::move(name);
    }
    return longest;
}

// The oldest entity of that name, made if there is none.
Id entity_named(ChangeBuilder& change, const std::string& name) {
    Id found = model::no_id;
    change.for_each<Entity>([&](const Entity& entity) {
        if (found == model::no_id && entity.canonical == name) found = entity.id;
    });
    if (found != model::no_id) return found;
    Entity made;
    made.canonical = name;
    return change.add(std::move(made)).id;
}

void assign(ChangeBuilder& change, const std::vector<Id>& mentions, Id entity) {
    for (const Id id : mentions) {
        change.correct<Mention>(id, [entity](Mention& m) { m.entity = entity; });
    }
}

}  // namespace

Outcome carry_out(ChangeBuilder& change, const MergeEntities& command) {
    if (auto problem = check_exists<Entity>(change, command.into)) return std::move(*problem);
    std::vector<Id> from = command.from;
    std::sort(from.begin(), from.end());
    from.erase(std::unique(from.begin(), from.end()), from.end());
    from.erase(std::remove(from.begin(), from.end(), command.into), from.end());
    if (from.empty()) return refusal("Merging needs two different entities.");
    if (auto problem = check_exist<Entity>(change, from)) return std::move(*problem);

    const auto merged = [&from](Id entity) {
        return std::binary_search(from.begin(), from.end(), entity);
    };
    for (const Id id :
         referring<Mention>(change, [&](const Mention& m) { return merged(m.entity); })) {
        change.edit<Mention>(id).entity = command.into;
    }
    for (const Id id : referring<Attribution>(
             change, [&](const Attribution& a) { return merged(a.holder.entity); })) {
        change.edit<Attribution>(id).holder.entity = command.into;
    }
    for (const Id id : referring<Stance>(change, [&](const Stance& s) {
             return merged(s.holder.entity) || merged(s.target);
         })) {
        Stance& stance = change.edit<Stance>(id);
        if (merged(stance.holder.entity)) stance.holder.entity = command.into;
        if (merged(stance.target)) stance.target = command.into;
    }
    for (const Id id : from) {
        take_over(change.edit<Entity>(command.into), *change.find<Entity>(id));
        change.erase<Entity>(id);
    }
    change.touch({Kind::entity, command.into});
    return "Merge " + counted(from.size() + 1, "entity");
}

Outcome carry_out(ChangeBuilder& change, const SplitEntity& command) {
    if (auto problem = check_exist<Mention>(change, command.mentions)) return std::move(*problem);
    if (auto problem = check_text(command.canonical)) return std::move(*problem);
    std::vector<Id> mentions = command.mentions;
    std::sort(mentions.begin(), mentions.end());
    mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());

    const Id old = change.find<Mention>(mentions.front())->entity;
    const std::vector<Id> all =
        referring<Mention>(change, [old](const Mention& m) { return m.entity == old; });
    if (old != model::no_id && all == mentions) {
        return refusal("These are all the mentions of \"" + change.find<Entity>(old)->canonical +
                       "\"; give it another name instead.");
    }
    Entity entity;
    entity.canonical = one_line(command.canonical);
    if (entity.canonical.empty()) entity.canonical = longest_name(change, mentions);
    if (entity.canonical.empty()) return refusal("An entity's name cannot be empty.");
    const Id id = change.add(std::move(entity)).id;
    assign(change, mentions, id);
    change.touch({Kind::entity, id});
    return std::string("Split entity");
}

Outcome carry_out(ChangeBuilder& change, const AssignEntity& command) {
    if (auto problem = check_exist<Mention>(change, command.mentions)) return std::move(*problem);
    if (command.entity == model::no_id) {
        assign(change, command.mentions, model::no_id);
        return std::string("Unlink mention");
    }
    if (auto problem = check_exists<Entity>(change, command.entity)) return std::move(*problem);
    assign(change, command.mentions, command.entity);
    return "Link to " + change.find<Entity>(command.entity)->canonical;
}

Outcome carry_out(ChangeBuilder& change, const TakeAlternative& command) {
    if (auto problem = check_exist<Mention>(change, command.mentions)) return std::move(*problem);
    for (const Id id : command.mentions) {
        if (change.find<Mention>(id)->alternative.empty()) {
            return refusal("There is no other reading of this mention.");
        }
    }
    std::string title;
    for (const Id id : command.mentions) {
        const Mention& mention = *change.find<Mention>(id);
        const std::string name = mention.alternative;
        const Entity* before = change.find<Entity>(mention.entity);
        std::string other = before ? before->canonical : std::string();
        const Id entity = entity_named(change, name);
        change.correct<Mention>(id, [&](Mention& m) {
            m.entity = entity;
            m.alternative = std::move(other);
        });
        title = "Read as " + name;
    }
    return title;
}

Outcome carry_out(ChangeBuilder& change, const SetCanonical& command) {
    if (auto problem = check_exists<Entity>(change, command.entity)) return std::move(*problem);
    if (auto problem = check_name(command.canonical, "An entity's name")) {
        return std::move(*problem);
    }
    change.edit<Entity>(command.entity).canonical = one_line(command.canonical);
    change.touch({Kind::entity, command.entity});
    return std::string("Rename entity");
}

Outcome carry_out(ChangeBuilder& change, const SetExternalId& command) {
    if (auto problem = check_exists<Entity>(change, command.entity)) return std::move(*problem);
    if (auto problem = check_text(command.external_id)) return std::move(*problem);
    change.edit<Entity>(command.entity).external_id = one_line(command.external_id);
    change.touch({Kind::entity, command.entity});
    return std::string("Set external id");
}

Outcome carry_out(ChangeBuilder& change, const SetAcross& command) {
    if (auto problem = check_exists<Entity>(change, command.entity)) return std::move(*problem);
    if (auto problem = check_text(command.name)) return std::move(*problem);
    change.edit<Entity>(command.entity).across = one_line(command.name);
    change.touch({Kind::entity, command.entity});
    return std::string("Name entity across articles");
}

}  // namespace standpoint::edit
