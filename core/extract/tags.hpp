// Tags: a type of name and a place in it, as the recogniser's chain has them (BIO).
//
// Tag 0 is outside; every type has two more, in the order of NameType: B begins a name, I goes on
// in it. I may only follow B or I of its own type.
#pragma once

#include <cstdint>

#include "core/extract/vocabulary.hpp"

namespace standpoint::extract {

using Tag = std::uint8_t;
using TagSet = std::uint32_t;  // bit i: tag i

inline constexpr Tag outside = 0;
inline constexpr int tag_count = 21;
inline constexpr int tag_lanes = 24;  // rows of weights are padded to this
inline constexpr TagSet all_tags = (1u << tag_count) - 1;

constexpr Tag begin_tag(NameType type) {
    return static_cast<Tag>(2 * static_cast<int>(type) - 1);
}
constexpr Tag inside_tag(NameType type) {
    return static_cast<Tag>(2 * static_cast<int>(type));
}
constexpr bool is_begin(Tag tag) {
    return tag % 2 == 1;
}
constexpr bool is_inside(Tag tag) {
    return tag != outside && tag % 2 == 0;
}
constexpr NameType type_of(Tag tag) {
    return static_cast<NameType>((tag + 1) / 2);
}
constexpr bool may_follow(Tag before, Tag tag) {
    return !is_inside(tag) || before == tag || before + 1 == tag;
}
constexpr TagSet tag_bit(Tag tag) {
    return TagSet{1} << tag;
}

}  // namespace standpoint::extract
