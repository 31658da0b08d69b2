// What can be for or against, and who is.
#include <algorithm>

#include "core/edit/planner.hpp"

namespace standpoint::edit {

using model::Decision;
using model::Entity;
using model::Stance;
using model::Target;

namespace {

// The next free "P1", "P2", ...
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

// The accepted target with these words: one of the document, else one that is made. Its key is the
// one given, else that of the codebook's target with these words, else the next free number.
text::Result<Id> proposition(ChangeBuilder& change, std::string_view words, std::string_view key) {
    if (auto problem = check_name(words, "A target")) return std::move(*problem);
    if (auto problem = check_text(key)) return std::move(*problem);
    Target target;
    target.text = one_line(words);
    target.key = one_line(key);
    if (!target.key.empty() && target.key.front() == '@') {
        return refusal("A target's key may not begin with @: that means an entity.");
    }
    if (target.key.empty()) {
        for (const model::CodebookTarget& t : change.codebook().targets) {
            if (t.text == target.text) target.key = t.key;
        }
    }
    Id same_text = model::no_id;
    Id same_key = model::no_id;
    change.for_each<Target>([&](const Target& t) {
        if (same_text == model::no_id && t.text == target.text) same_text = t.id;
        if (t.key == target.key) same_key = t.id;
    });
    // Words alone stand for the target that has them, or for the codebook's, however the document
    // phrases that one; with a key they stand for the target that has both.
    const bool key_given = !one_line(key).empty();
    Id there = same_text;
    if (key_given && same_text != same_key) there = model::no_id;
    if (!key_given && same_text == model::no_id) there = same_key;
    if (there != model::no_id) {
        accept_target(change, there);
        return there;
    }
    if (same_key != model::no_id) {
        return refusal("There is another target with the key \"" + target.key + "\".");
    }
    if (target.key.empty()) target.key = free_target_key(change);
    target.provenance = change.made();
    return change.add(std::move(target)).id;
}

// What a stance shall be about: the target or entity named by id, else the words given.
text::Result<Id> stance_target(ChangeBuilder& change, Id target, std::string_view words) {
    if (target == model::no_id && !words.empty()) return proposition(change, words, {});
    if (change.find<Target>(target) || change.find<Entity>(target)) return target;
    return missing(Kind::target, target);
}

template <class F>
Outcome correct_stance(ChangeBuilder& change, Id stance, std::string title, F f) {
    if (auto problem = check_exists<Stance>(change, stance)) return std::move(*problem);
    change.correct<Stance>(stance, f);
    accept_target(change, change.find<Stance>(stance)->target);
    return title;
}

}  // namespace

Outcome carry_out(ChangeBuilder& change, const AddTarget& command) {
    const auto target = proposition(change, command.text, command.key);
    if (!target) return target.error();
    change.touch({Kind::target, *target});
    return std::string("Add target");
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
    accept_target(change, command.into);
    change.touch({Kind::target, command.into});
    return "Merge " + counted(from.size() + 1, "target");
}

Outcome carry_out(ChangeBuilder& change, const MakeStance& command) {
    if (auto problem = check_actor(change, command.holder)) return std::move(*problem);
    if (auto problem = check_spans(change, command.evidence)) return std::move(*problem);
    const auto target = stance_target(change, command.target, command.new_target);
    if (!target) return target.error();
    Stance stance;
    stance.holder = normalised(command.holder);
    stance.target = *target;
    stance.polarity = command.polarity;
    stance.certainty = command.certainty;
    stance.evidence = normalised(command.evidence);
    stance.provenance = change.made();
    accept_target(change, stance.target);
    change.touch({Kind::stance, change.add(std::move(stance)).id});
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
    if (auto problem = check_exists<Stance>(change, command.stance)) return std::move(*problem);
    const auto target = stance_target(change, command.target, command.new_target);
    if (!target) return target.error();
    return correct_stance(change, command.stance, "Set target",
                          [&](Stance& s) { s.target = *target; });
}

Outcome carry_out(ChangeBuilder& change, const SetEvidence& command) {
    if (auto problem = check_spans(change, command.evidence)) return std::move(*problem);
    return correct_stance(change, command.stance, "Set evidence",
                          [&](Stance& s) { s.evidence = normalised(command.evidence); });
}

}  // namespace standpoint::edit
