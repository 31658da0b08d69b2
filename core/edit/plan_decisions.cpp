// Accept, reject, take a decision back.
#include <algorithm>

#include "core/edit/planner.hpp"

namespace standpoint::edit {

using model::Decision;
using model::Stance;
using model::Target;

namespace {

std::string_view verb(Decision decision) {
    switch (decision) {
        case Decision::accepted: return "Accept";
        case Decision::rejected: return "Reject";
        case Decision::suggested: return "Reopen";
    }
    return {};
}

template <class T>
void decide_item(ChangeBuilder& change, Id id, Decision decision) {
    T& item = change.edit<T>(id);
    change.decide(item.provenance, decision);
    change.touch({kind_of<T>, id});
    if constexpr (std::is_same_v<T, Stance>) {
        if (decision == Decision::accepted) accept_target(change, item.target);
    }
}

template <class T>
std::vector<Id> undecided_above(const ChangeBuilder& change, float score) {
    std::vector<Id> ids;
    change.for_each<T>([&](const T& item) {
        const bool open = item.provenance.decision == Decision::suggested;
        if (open && item.provenance.score >= score) ids.push_back(item.id);
    });
    return ids;
}

}  // namespace

void accept_target(ChangeBuilder& change, Id target) {
    const Target* there = change.find<Target>(target);
    if (!there || there->provenance.decision == Decision::accepted) return;
    change.decide(change.edit<Target>(target).provenance, Decision::accepted);
}

Outcome carry_out(ChangeBuilder& change, const Decide& command) {
    if (command.items.empty()) return refusal("Nothing is selected.");
    for (const Ref& item : command.items) {
        if (item.kind == Kind::entity) {
            return refusal("An entity is not decided upon; decide on its mentions.");
        }
        const bool known = with_kind(item.kind, [&](auto type) {
            return change.find<typename decltype(type)::type>(item.id) != nullptr;
        });
        if (!known) return missing(item.kind, item.id);
    }
    std::vector<Id> rejected_targets;
    for (const Ref& item : command.items) {
        with_kind(item.kind, [&](auto type) {
            using T = typename decltype(type)::type;
            if constexpr (!std::is_same_v<T, model::Entity>) {
                decide_item<T>(change, item.id, command.decision);
            }
        });
        if (item.kind == Kind::target && command.decision == Decision::rejected) {
            rejected_targets.push_back(item.id);
        }
    }
    if (!rejected_targets.empty()) {
        std::sort(rejected_targets.begin(), rejected_targets.end());
        std::vector<Id> stances;
        change.for_each<Stance>([&](const Stance& stance) {
            const bool open = stance.provenance.decision == Decision::suggested;
            if (open && std::binary_search(rejected_targets.begin(), rejected_targets.end(),
                                           stance.target)) {
                stances.push_back(stance.id);
            }
        });
        for (const Id id : stances) decide_item<Stance>(change, id, Decision::rejected);
    }
    const std::string what = command.items.size() == 1
                                 ? std::string(name_of(command.items.front().kind))
                                 : counted(command.items.size(), "item");
    return std::string(verb(command.decision)) + " " + what;
}

Outcome carry_out(ChangeBuilder& change, const AcceptAbove& command) {
    std::size_t accepted = 0;
    const auto accept = [&](auto type) {
        using T = typename decltype(type)::type;
        if (command.kind && *command.kind != kind_of<T>) return;
        const std::vector<Id> ids = undecided_above<T>(change, command.score);
        for (const Id id : ids) decide_item<T>(change, id, Decision::accepted);
        accepted += ids.size();
    };
    accept(std::type_identity<model::Mention>());
    accept(std::type_identity<model::Attribution>());
    accept(std::type_identity<Target>());
    accept(std::type_identity<Stance>());
    if (accepted == 0) return refusal("No suggestion reaches that score.");
    return "Accept " + counted(accepted, "suggestion");
}

}  // namespace standpoint::edit
