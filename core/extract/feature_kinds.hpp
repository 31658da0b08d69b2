// The kinds of features that the recogniser of names looks at.
#pragma once

#include <cstdint>
#include <string_view>

namespace standpoint::extract {

// The order is part of the model file's meaning: add at the end, and raise the file's version when
// one goes.
enum Kind : std::uint8_t {
    bias,
    word_0,
    word_b1,
    word_a1,
    word_b2,
    word_a2,
    exact_0,
    pair_b1_0,
    pair_0_a1,
    pair_b2_b1,
    pair_a1_a2,
    prefix_2,
    prefix_3,
    prefix_4,
    suffix_1,
    suffix_2,
    suffix_3,
    suffix_4,
    suffix_3_b1,
    suffix_3_a1,
    shape_0,
    shape_b1,
    shape_a1,
    shapes_3,
    word_b1_shape,
    word_a1_shape,
    cluster_0,
    cluster_b1,
    cluster_a1,
    cluster_b2,
    cluster_a2,
    clusters_b1_0,
    clusters_0_a1,
    list_match_0,
    list_match_b1,
    list_match_a1,
    list_match_shape,
    list_word_b1,
    list_word_a1,
    list_word_last,
    class_0,
    class_b1,
    class_a1,
    class_b2,
    class_a2,
    class_last,
    class_before,
    opens,
    headline,
    quoted,
    case_evidence,
    region_word_before,
    region_word_after,
    region_word_last,
    region_word_first,
    region_size,
    region_place,
    region_around,
    region_cluster_before,
    region_cluster_after,
    vote_type,
    vote_type_tag,
    vote_share,
    vote_none,
    vote_place,
    vote_last,
    kind_count,
};

// For groups that are dropped together in training or in an ablation, and for what a person reads
// of a reason.
struct FeatureKind {
    std::string_view group;  // word, affix, shape, context, cluster, list, class, document, region
    std::string_view words;  // "the word before"
    // The word that is looked at, to be quoted: how far off, or one of the places below.
    int place = 0;
};
inline constexpr int no_place = 99, before_run = 98, after_run = 97, run_end = 96;
// REQUIRES: below kind_count.
const FeatureKind& feature_kind(std::uint8_t kind);

}  // namespace standpoint::extract
