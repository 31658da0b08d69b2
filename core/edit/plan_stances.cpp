// What can be for or against, and who is.
#include <algorithm>

#include "core/edit/planner.hpp"

namespace standpoint::edit {

using model::Decision;
using model::Entity;
using model::Stance;
using model::Target;

namespace {

Problem check_target(const ChangeBuilder& change, Id target) {
    if (change.find<Target>(target) || change.find<Entity>(target)) return std::nullopt;
    return missing(Kind::target, target);
}

template <class F>
Outcome correct_stance(ChangeBuilder& change, Id stance, std::string title, F f) {
    if (auto problem = check_exists<Stance>(change, stance)) return std::move(*problem);
    change.correct<Stance>(stance, f);
    accept_target_of(change, *change.find<Stance>(stance));
    return title;
}

}  // namespace

std::string free_target_key(const ChangeBuilder& change) {
    std::vector<std::string_view> taken;
    change.for_each<Target>([&](const Target& target) { taken.push_back(target.key); });
    std::sort(taken.begin(), taken.end());
    for (std::size_t n = 1;; ++n) {
        std::string key = "P" + std::to_string(n);
        if (!std::binary_search(taken.begin(), taken.end(), key) &&
            !change.codebook().target(key)) {
            return key;
        }
    }
}

Outcome carry_out(ChangeBuilder& change, const AddTarget& command) {
    if (auto problem = check_name(command.text, "A target")) return std::move(*problem);
    if (auto problem = check_text(command.key)) return std::move(*problem);
    Target target;
    target.text = one_line(command.text);
    target.key = one_line(command.key);
    if (!target.key.empty() && target.key.front() == '@') {
        return refusal("A target's key may not begin with @: that means an entity.");
    }
    Id same_text = model::no_id;
    Id same_key = model::no_id;
    change.for_each<Target>([&](const Target& t) {
        if (same_text == model::no_id && t.text == target.text) same_text = t.id;
        if (t.key == target.key) same_key = t.id;
    });
    const std::string title = "Add target";
    if (same_text != model::no_id && (target.key.empty() || same_key == same_text)) {
        const Target& there = *change.find<Target>(same_text);
        if (there.provenance.decision != Decision::accepted) {
            change.decide(change.edit<Target>(same_text).provenance, Decision::accepted);
        }
        change.touch({Kind::target, same_text});
        return title;
    }
    if (same_key != model::no_id) {
        return refusal("There is another target with the key \"" + target.key + "\".");
    }
    if (target.key.empty()) target.key = free_target_key(change);
    target.provenance = change.made();
    change.touch({Kind::target, change.add(std::move(target)).id});
    return title;
}

Outcome carry_out(ChangeBuilder& change, const SetTargetText& command) {
    if (auto problem = check_exists<Target>(change, command.target)) return std::move(*problem);
    if (auto problem = check_name(command.text, "A target")) return std::move(*problem);
    change.correct<Target>(command.target, [&](Target& t) { t.text = one_line(command.text); });
    return std::string("Rephrase target");
}

Outcome carry_out(ChangeBuilder& change, const MergeTargets& command) {
    if (auto problem = check_exists<Target>(change, command.into)) return std::move(*problem);
    std::vector<Id> from = command.from;
    std::sort(from.begin(), from.end());
    from.erase(std::unique(from.begin(), from.end()), from.end());
    from.erase(std::remove(from.begin(), from.end(), command.into), from.end());
    if (from.empty()) return refusal("Merging needs two different targets.");
    if (auto problem = check_exist<Target>(change, from)) return std::move(*problem);

    std::vector<Id> stances;
    change.for_each<Stance>([&](const Stance& stance) {
        if (std::binary_search(from.begin(), from.end(), stance.target)) {
            stances.push_back(stance.id);
        }
    });
    for (const Id id : stances) change.edit<Stance>(id).target = command.into;
    for (const Id id : from) change.erase<Target>(id);
    // Saying that several targets are this one is a decision for it.
    Target& into = change.edit<Target>(command.into);
    if (into.provenance.decision != Decision::accepted) {
        change.decide(into.provenance, Decision::accepted);
    }
    change.touch({Kind::target, command.into});
    return "Merge " + counted(from.size() + 1, "target");
}

Outcome carry_out(ChangeBuilder& change, const MakeStance& command) {
    if (auto problem = check_target(change, command.target)) return std::move(*problem);
    if (auto problem = check_actor(change, command.holder)) return std::move(*problem);
    if (auto problem = check_spans(change, command.evidence)) return std::move(*problem);
    Stance stance;
    stance.holder = normalised(command.holder);
    stance.target = command.target;
    stance.polarity = command.polarity;
    stance.certainty = command.certainty;
    stance.evidence = normalised(command.evidence);
    stance.provenance = change.made();
    const Stance& made = change.add(std::move(stance));
    accept_target_of(change, made);
    change.touch({Kind::stance, made.id});
    return std::string("Make stance");
}

Outcome carry_out(ChangeBuilder& change, const SetPolarity& command) {
    return correct_stance(change, command.stance,
                          "Set polarity to " + std::string(name_of(command.polarity)),
                          [&](Stance& s) { s.polarity = command.polarity; });
}

Outcome carry_out(ChangeBuilder& change, const SetCertainty& command) {
    return correct_stance(change, command.stance,
                          "Mark stance as " + std::string(name_of(command.certainty)),
                          [&](Stance& s) { s.certainty = command.certainty; });
}

Outcome carry_out(ChangeBuilder& change, const SetStanceHolder& command) {
    if (auto problem = check_actor(change, command.holder)) return std::move(*problem);
    return correct_stance(change, command.stance, "Set holder",
                          [&](Stance& s) { s.holder = normalised(command.holder); });
}

Outcome carry_out(ChangeBuilder& change, const SetStanceTarget& command) {
    if (auto problem = check_target(change, command.target)) return std::move(*problem);
    return correct_stance(change, command.stance, "Set target",
                          [&](Stance& s) { s.target = command.target; });
}

Outcome carry_out(ChangeBuilder& change, const SetEvidence& command) {
    if (auto problem = check_spans(change, command.evidence)) return std::move(*problem);
    return correct_stance(change, command.stance, "Set evidence",
                          [&](Stance& s) { s.evidence = normalised(command.evidence); });
}

}  // namespace standpoint::edit
