#include "core/extract/chain.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace standpoint::extract {
namespace {

constexpr std::int32_t impossible = -(1 << 28);

// Four tags at a time, in the vector types of g++ and clang: left to itself g++ 12 goes one by one.
using Four = float __attribute__((vector_size(16)));
using FourWhole = std::int32_t __attribute__((vector_size(16)));

template <class Lanes, class T>
Lanes load(const T* from) {
    Lanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}
template <class T, class Lanes>
void store(T* to, Lanes lanes) {
    std::memcpy(to, &lanes, sizeof lanes);
}

void add(TagRow<std::int32_t>& sum, const TagRow<std::int16_t>& row) {
    using FourShort = std::int16_t __attribute__((vector_size(8)));
    for (std::size_t t = 0; t < tag_lanes; t += 4) {
        const FourShort more = load<FourShort>(row.data() + t);
        store(sum.data() + t,
              load<FourWhole>(sum.data() + t) + __builtin_convertvector(more, FourWhole));
    }
}

// The sum of the matrix's rows, each times its weight.
TagRow<float> weighted_sum(const TagMatrix<float>& rows, const TagRow<float>& weights) {
    TagRow<float> sum;
    static_assert(tag_lanes % 12 == 0);
    for (std::size_t t = 0; t < tag_lanes; t += 12) {
        Four a{}, b{}, c{};
        for (std::size_t k = 0; k < tag_count; ++k) {
            const float* row = rows[k].data() + t;
            a += load<Four>(row) * weights[k];
            b += load<Four>(row + 4) * weights[k];
            c += load<Four>(row + 8) * weights[k];
        }
        store(sum.data() + t, a);
        store(sum.data() + t + 4, b);
        store(sum.data() + t + 8, c);
    }
    return sum;
}

TagRow<float> product(const TagRow<float>& a, const TagRow<float>& b) {
    TagRow<float> out;
    for (std::size_t t = 0; t < tag_lanes; t += 4) {
        store(out.data() + t, load<Four>(a.data() + t) * load<Four>(b.data() + t));
    }
    return out;
}

void divide(TagRow<float>& row, float by) {
    for (std::size_t t = 0; t < tag_lanes; t += 4) {
        store(row.data() + t, load<Four>(row.data() + t) / by);
    }
}

}  // namespace

void Viterbi::set(const TagMatrix<std::int16_t>& transition) {
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) transition_[b][t] = transition[b][t];
        start_[b] = may_follow(outside, static_cast<Tag>(b)) ? transition[outside][b] : impossible;
    }
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t other = 0; other < tag_count; ++other) {
            std::int32_t most = impossible;
            for (std::size_t t = 0; t < tag_count; ++t) {
                if (is_inside(static_cast<Tag>(t))) continue;
                most = std::max(most, transition_[b][t] - transition_[other][t]);
            }
            lead_[b][other] = most;
        }
    }
}

void Viterbi::run(const TagRow<std::int16_t>* emission, std::size_t size, Tag* path) {
    if (size == 0) return;
    from_.resize(size);
    TagRow<std::int32_t> best = start_, next;
    add(best, emission[0]);
    for (std::size_t i = 1; i < size; ++i) {
        // Only two tags may come before an inner one. Of the tags before the others most are so far
        // behind the best that no transition makes up for it.
        const auto top = static_cast<std::size_t>(
            std::max_element(best.begin(), best.begin() + tag_count) - best.begin());
        std::array<std::uint8_t, tag_count> near;
        std::size_t near_count = 0;
        for (std::size_t b = 0; b < tag_count; ++b) {
            near[near_count] = static_cast<std::uint8_t>(b);
            near_count += best[b] + lead_[b][top] >= best[top] ? 1 : 0;
        }
        TagRow<std::int32_t>& from = from_[i];
        for (std::size_t t = 0; t < tag_lanes; t += 4) {
            FourWhole most = FourWhole{} + impossible * 2, which{};
            for (std::size_t k = 0; k < near_count; ++k) {
                const std::uint8_t b = near[k];
                const FourWhole score = load<FourWhole>(transition_[b].data() + t) + best[b];
                const FourWhole better = score > most;
                most = better ? score : most;
                which = better ? FourWhole{} + b : which;
            }
            store(next.data() + t, most);
            store(from.data() + t, which);
        }
        for (std::size_t in = 2; in < tag_count; in += 2) {
            const std::int32_t opened = best[in - 1] + transition_[in - 1][in];
            const std::int32_t gone_on = best[in] + transition_[in][in];
            next[in] = std::max(opened, gone_on);
            from[in] = static_cast<std::int32_t>(gone_on > opened ? in : in - 1);
        }
        add(next, emission[i]);
        best = next;
    }
    std::size_t last = 0;
    std::int32_t most = impossible * 2;
    for (std::size_t t = 0; t < tag_count; ++t) {
        const std::int32_t score = best[t] + transition_[t][outside];
        if (score > most) {
            most = score;
            last = t;
        }
    }
    for (std::size_t i = size; i-- > 0;) {
        path[i] = static_cast<Tag>(last);
        last = static_cast<std::size_t>(from_[i][last]);
    }
}

void ForwardBackward::set(const TagMatrix<float>& transition) {
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            const bool may = may_follow(static_cast<Tag>(b), static_cast<Tag>(t));
            transition_[b][t] = from_[t][b] = may ? transition[b][t] : 0.0F;
        }
    }
}

void ForwardBackward::run(const std::vector<TagRow<float>>& emission,
                          const std::vector<TagSet>& allowed) {
    const std::size_t size = emission.size();
    forward_.resize(size);
    backward_.resize(size);
    weighted_.resize(size);
    local_.resize(size);
    scale_.resize(size);
    possible_ = true;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t t = 0; t < tag_lanes; ++t) {
            local_[i][t] = (allowed[i] >> t & 1u) != 0 ? emission[i][t] : 0.0F;
        }
        TagRow<float> sums = product(
            i == 0 ? transition_[outside] : weighted_sum(transition_, forward_[i - 1]), local_[i]);
        float total = 0;
        for (std::size_t t = 0; t < tag_count; ++t) total += sums[t];
        possible_ = possible_ && total > 0;
        scale_[i] = total > 0 ? total : 1.0F;
        divide(sums, scale_[i]);
        forward_[i] = sums;
    }
    // The end is a step to outside.
    end_ = 0;
    for (std::size_t t = 0; t < tag_count; ++t) {
        end_ += forward_[size - 1][t] * transition_[t][outside];
    }
    if (!(end_ > 0)) {
        possible_ = false;
        end_ = 1.0F;
    }
    // backward is kept divided by the scale of its own word, so that forward * backward * scale is
    // the probability of the tag.
    for (std::size_t i = size; i-- > 0;) {
        TagRow<float> sums;
        if (i + 1 == size) {
            sums = from_[outside];
            divide(sums, end_);
        } else {
            sums = weighted_sum(from_, weighted_[i + 1]);
        }
        divide(sums, scale_[i]);
        backward_[i] = sums;
        weighted_[i] = product(sums, local_[i]);
    }
}

double ForwardBackward::log_sum() const {
    if (!possible_) return -std::numeric_limits<double>::infinity();
    double sum = std::log(static_cast<double>(end_));
    for (const float scale : scale_) sum += std::log(static_cast<double>(scale));
    return sum;
}

float ForwardBackward::name(std::size_t begin, std::size_t end, NameType type) const {
    const std::size_t b = begin_tag(type), in = inside_tag(type);
    // The weight of the path through the name, up to its last word.
    float weight = forward_[begin][b];
    for (std::size_t i = begin + 1; i < end; ++i) {
        const float emitted = backward_[i][in] > 0 ? weighted_[i][in] / backward_[i][in] : 0.0F;
        weight *= transition_[i == begin + 1 ? b : in][in] * emitted / scale_[i];
    }
    const std::size_t last = end - begin > 1 ? in : b;
    // What may come after it, other than more of it.
    float after = backward_[end - 1][last] * scale_[end - 1];
    if (end < forward_.size()) after -= transition_[last][in] * weighted_[end][in];
    const float p = weight * after;
    return p > 0 ? std::min(p, 1.0F) : 0.0F;
}

}  // namespace standpoint::extract
