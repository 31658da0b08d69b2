#include "web/textview/span_index.hpp"

#include <algorithm>

#include "web/textview/run_sort.hpp"

namespace standpoint::web {

namespace {

// Reading order as one number: by begin, and of two that begin together the longer first.
std::uint64_t key(text::Span span) {
    return std::uint64_t{span.begin} << 32 | ~span.end;
}

}  // namespace

void SpanIndex::build(const std::vector<text::Span>& spans) {
    entries_.clear();
    entries_.reserve(spans.size());
    for (const text::Span& span : spans)
        entries_.push_back({span, static_cast<std::uint32_t>(entries_.size())});
    run_sort(entries_, [](const Entry& a, const Entry& b) { return key(a.span) < key(b.span); });

    largest_end_.clear();
    std::size_t below = entries_.size();
    while (below > 1 || largest_end_.empty()) {
        std::vector<std::uint32_t> level((below + fan - 1) / fan, 0);
        for (std::size_t i = 0; i < below; ++i) {
            const std::uint32_t end =
                largest_end_.empty() ? entries_[i].span.end : largest_end_.back()[i];
            level[i / fan] = std::max(level[i / fan], end);
        }
        below = level.size();
        largest_end_.push_back(std::move(level));
    }
}

void SpanIndex::overlapping(text::Span range, std::vector<std::uint32_t>& out) const {
    if (range.empty() || entries_.empty()) return;
    const auto limit = std::partition_point(
        entries_.begin(), entries_.end(), [&](const Entry& e) { return e.span.begin < range.end; });
    collect(largest_end_.size() - 1, 0, static_cast<std::size_t>(limit - entries_.begin()), range,
            out);
}

// `limit`: no entry at or after it begins before the range's end.
void SpanIndex::collect(std::size_t level, std::size_t block, std::size_t limit, text::Span range,
                        std::vector<std::uint32_t>& out) const {
    if (largest_end_[level][block] <= range.begin) return;
    const std::size_t first = block * fan;
    const std::size_t last =
        std::min(first + fan, level == 0 ? limit : largest_end_[level - 1].size());
    std::size_t width = 1;  // entries below one child
    for (std::size_t i = 0; i < level; ++i) width *= fan;
    for (std::size_t child = first; child < last && child * width < limit; ++child) {
        if (level > 0)
            collect(level - 1, child, limit, range, out);
        else if (entries_[child].span.end > range.begin && !entries_[child].span.empty())
            out.push_back(entries_[child].number);
    }
}

}  // namespace standpoint::web
