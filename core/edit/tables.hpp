// The five tables of a document by the type of what they hold, so that code which treats all kinds
// alike is written once. Internal to core/edit.
#pragma once

#include <cstdlib>
#include <type_traits>

#include "core/model/document.hpp"

namespace standpoint::edit {

template <class T>
inline constexpr model::Kind kind_of = model::Kind::mention;
template <>
inline constexpr model::Kind kind_of<model::Entity> = model::Kind::entity;
template <>
inline constexpr model::Kind kind_of<model::Attribution> = model::Kind::attribution;
template <>
inline constexpr model::Kind kind_of<model::Target> = model::Kind::target;
template <>
inline constexpr model::Kind kind_of<model::Stance> = model::Kind::stance;

template <class T>
inline constexpr bool is_item =
    std::is_same_v<T, model::Mention> || std::is_same_v<T, model::Entity> ||
    std::is_same_v<T, model::Attribution> || std::is_same_v<T, model::Target> ||
    std::is_same_v<T, model::Stance>;

// `document` may be const.
template <class T, class D>
auto& table(D& document) {
    static_assert(is_item<T>);
    if constexpr (std::is_same_v<T, model::Mention>) {
        return document.mentions;
    } else if constexpr (std::is_same_v<T, model::Entity>) {
        return document.entities;
    } else if constexpr (std::is_same_v<T, model::Attribution>) {
        return document.attributions;
    } else if constexpr (std::is_same_v<T, model::Target>) {
        return document.targets;
    } else {
        return document.stances;
    }
}

// Calls `f` with std::type_identity of the kind's type. REQUIRES: a valid kind.
template <class F>
decltype(auto) with_kind(model::Kind kind, F&& f) {
    switch (kind) {
        case model::Kind::mention: return f(std::type_identity<model::Mention>());
        case model::Kind::entity: return f(std::type_identity<model::Entity>());
        case model::Kind::attribution: return f(std::type_identity<model::Attribution>());
        case model::Kind::target: return f(std::type_identity<model::Target>());
        case model::Kind::stance: return f(std::type_identity<model::Stance>());
    }
    std::abort();
}

}  // namespace standpoint::edit
