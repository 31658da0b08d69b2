#include "core/extract/chain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace standpoint::extract {
namespace {

constexpr std::int32_t impossible = -(1 << 28);

}  // namespace

void Viterbi::set(const TagMatrix<std::int16_t>& transition) {
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) transition_[b][t] = transition[b][t];
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
    std::array<std::int32_t, tag_count> best{}, next{};
    for (int t = 0; t < tag_count; ++t) {
        const auto tag = static_cast<std::size_t>(t);
        best[tag] = may_follow(outside, static_cast<Tag>(t))
                        ? transition_[outside][tag] + emission[0][tag]
                        : impossible;
    }
    for (std::size_t i = 1; i < size; ++i) {
        // Only two tags may come before an inner one. Of the tags before the others most are so far
        // behind the best that no transition makes up for it.
        const std::size_t top =
            static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
        std::array<std::uint8_t, tag_count> near;
        std::size_t near_count = 0;
        for (std::size_t b = 0; b < tag_count; ++b) {
            near[near_count] = static_cast<std::uint8_t>(b);
            near_count += best[b] + lead_[b][top] >= best[top] ? 1 : 0;
        }
        for (std::size_t t = 0; t < tag_count; ++t) {
            std::int32_t most = impossible * 2;
            std::uint8_t from = 0;
            const auto come_from = [&](std::size_t b) {
                const std::int32_t score = best[b] + transition_[b][t];
                if (score > most) {
                    most = score;
                    from = static_cast<std::uint8_t>(b);
                }
            };
            if (is_inside(static_cast<Tag>(t))) {
                come_from(t - 1);
                come_from(t);
            } else {
                for (std::size_t k = 0; k < near_count; ++k) come_from(near[k]);
            }
            next[t] = most + emission[i][t];
            from_[i][t] = from;
        }
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
        last = from_[i][last];
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
    scale_.resize(size);
    possible_ = true;
    const auto local = [&](std::size_t i, std::size_t t) {
        return (allowed[i] >> t & 1u) != 0 ? emission[i][t] : 0.0F;
    };
    for (std::size_t i = 0; i < size; ++i) {
        TagRow<float> sums{};
        if (i == 0) {
            for (std::size_t t = 0; t < tag_count; ++t) sums[t] = transition_[outside][t];
        } else {
            for (std::size_t b = 0; b < tag_count; ++b) {
                const float weight = forward_[i - 1][b];
                if (weight == 0.0F) continue;
                for (std::size_t t = 0; t < tag_lanes; ++t) sums[t] += weight * transition_[b][t];
            }
        }
        float total = 0;
        for (std::size_t t = 0; t < tag_count; ++t) {
            sums[t] *= local(i, t);
            total += sums[t];
        }
        possible_ = possible_ && total > 0;
        scale_[i] = total > 0 ? total : 1.0F;
        for (std::size_t t = 0; t < tag_lanes; ++t) sums[t] /= scale_[i];
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
        TagRow<float> sums{};
        if (i + 1 == size) {
            for (std::size_t b = 0; b < tag_count; ++b) sums[b] = transition_[b][outside] / end_;
        } else {
            for (std::size_t t = 0; t < tag_count; ++t) {
                const float weight = weighted_[i + 1][t];
                for (std::size_t b = 0; b < tag_lanes; ++b) sums[b] += from_[t][b] * weight;
            }
        }
        for (std::size_t b = 0; b < tag_lanes; ++b) sums[b] /= scale_[i];
        backward_[i] = sums;
        for (std::size_t t = 0; t < tag_lanes; ++t) {
            weighted_[i][t] = t < tag_count ? sums[t] * local(i, t) : 0.0F;
        }
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
