// Chain: the linear-chain model over tags: the best path, and how probable tags and names are.
//
// A chain is a stretch of words with `outside` on both sides. Scores are additive (logarithms);
// potentials are their exponentials, scaled per word so that the largest is 1. The algorithms are
// Viterbi's and the scaled forward-backward (Rabiner 1989). All buffers belong to the Chain and are
// reused; results hold until the next call.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/extract/tags.hpp"

namespace standpoint::extract {

template <class T>
using TagRow = std::array<T, tag_lanes>;
template <class T>
using TagMatrix = std::array<TagRow<T>, tag_count>;  // [before][tag]

// The best path over integer scores. Forbidden transitions are forbidden by rule whatever their
// scores. Of equals the smaller tag is taken, from the last word on.
class Viterbi {
  public:
    // The scores of the transitions, for all runs that follow.
    void set(const TagMatrix<std::int16_t>& transition);
    // `path` gets one tag for each of the `size` rows of `emission`. REQUIRES: size <= 4000, which
    // keeps sums from overflowing.
    void run(const TagRow<std::int16_t>* emission, std::size_t size, Tag* path);

  private:
    TagMatrix<std::int32_t> transition_{};
    TagRow<std::int32_t> start_{};
    // By how much the first tag is at most the better one to come from, to any tag that is not an
    // inner one.
    std::array<std::array<std::int32_t, tag_count>, tag_count> lead_{};
    std::vector<TagRow<std::int32_t>> from_;
};

class ForwardBackward {
  public:
    // The potentials of the transitions, for all runs that follow. REQUIRES here and in `run`: all
    // potentials finite and >= 0.
    void set(const TagMatrix<float>& transition);
    // REQUIRES: at least one word. Where no path has a positive weight, all probabilities are 0.
    // `allowed[i]`: the tags that word i may have.
    void run(const std::vector<TagRow<float>>& emission, const std::vector<TagSet>& allowed);

    // The logarithm of the sum over paths; minus infinity if there is none of positive weight.
    double log_sum() const;
    float tag(std::size_t i, Tag t) const { return forward_[i][t] * backward_[i][t] * scale_[i]; }
    // That word i-1 has `before` and word i has `t`. REQUIRES: i > 0.
    float pair(std::size_t i, Tag before, Tag t) const {
        return forward_[i - 1][before] * transition_[before][t] * weighted_[i][t];
    }
    // That exactly words [begin, end) are one name of this type.
    float name(std::size_t begin, std::size_t end, NameType type) const;

  private:
    std::vector<TagRow<float>> forward_, backward_, weighted_, local_;
    std::vector<float> scale_;
    TagMatrix<float> transition_{}, from_{};  // [before][tag] and [tag][before]; forbidden: 0
    float end_ = 1;
    bool possible_ = true;  // a path has a positive weight
};

}  // namespace standpoint::extract
