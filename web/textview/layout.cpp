#include "web/textview/layout.hpp"

#include <algorithm>
#include <cmath>

#include "core/text/graphemes.hpp"

namespace standpoint::web {

namespace {

// Where to cut a paragraph that is too long: after the last space before the limit, or at the last
// grapheme boundary if there is no space in the second half.
std::uint32_t cut_of(std::string_view text, std::uint32_t begin) {
    const std::uint32_t limit = begin + Layout::longest_paragraph;
    for (std::uint32_t at = limit; at > limit - Layout::longest_paragraph / 2; --at)
        if (text[at - 1] == ' ' && text::is_grapheme_boundary(text, at)) return at;
    for (std::uint32_t at = limit; at > begin; --at)
        if (text::is_grapheme_boundary(text, at)) return at;
    return static_cast<std::uint32_t>(text::next_grapheme(text, begin));
}

}  // namespace

void Layout::set_text(std::string_view text) {
    text_ = text;
    begins_.clear();
    lines_.clear();
    std::uint32_t begin = 0;
    for (;;) {
        const std::size_t feed = text.find('\n', begin);
        const auto end = static_cast<std::uint32_t>(std::min(feed, text.size()));
        begins_.push_back(begin);
        while (end - begin > longest_paragraph) {
            begin = cut_of(text, begin);
            if (begin >= end) break;
            begins_.push_back(begin);
        }
        if (feed == std::string_view::npos) return;
        begin = end + 1;
    }
}

void Layout::reset(const Metrics& metrics, float column, const LineSpacing& spacing) {
    metrics_ = &metrics;
    column_ = column;
    spacing_ = spacing;
    lines_.clear();
    // An average letter of running English text is about as wide as these.
    float sample = 0;
    constexpr std::string_view letters = "the rain in spain stays mainly in the plain ";
    for (const char c : letters) sample += metrics.advance(static_cast<unsigned char>(c));
    const double average = static_cast<double>(sample) / static_cast<double>(letters.size());
    bytes_per_line_ =
        std::max(1.0, average > 0 ? 0.96 * static_cast<double>(column) / average : 80);
    std::vector<std::int64_t> units(paragraphs());
    for (std::size_t i = 0; i < units.size(); ++i) units[i] = units_for(i, estimated_lines(i));
    heights_.build(std::move(units));
}

bool Layout::continues(std::size_t index) const {
    return index + 1 < begins_.size() && text_[begins_[index + 1] - 1] != '\n';
}

text::Span Layout::paragraph(std::size_t index) const {
    const std::uint32_t begin = begins_[index];
    if (index + 1 == begins_.size()) return {begin, static_cast<std::uint32_t>(text_.size())};
    return {begin, begins_[index + 1] - (continues(index) ? 0U : 1U)};
}

std::size_t Layout::paragraph_of(std::uint32_t byte) const {
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), byte);
    return after == begins_.begin() ? 0 : static_cast<std::size_t>(after - begins_.begin()) - 1;
}

std::size_t Layout::estimated_lines(std::size_t index) const {
    const double bytes = paragraph(index).size();
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(bytes / bytes_per_line_)));
}

std::int64_t Layout::units_for(std::size_t index, std::size_t line_count) const {
    const double height = is_blank(index) ? spacing_.blank_line
                                          : static_cast<double>(line_count) * spacing_.line +
                                                (continues(index) ? 0 : spacing_.paragraph);
    return std::llround(height * 64);
}

const std::vector<Line>& Layout::lines(std::size_t index) {
    const auto [entry, missing] = lines_.try_emplace(index);
    if (missing) {
        break_lines(text_, paragraph(index), column_, *metrics_, entry->second);
        const std::int64_t change = units_for(index, entry->second.size()) -
                                    (heights_.sum(index + 1) - heights_.sum(index));
        if (change != 0) heights_.add(index, change);
    }
    return entry->second;
}

std::size_t Layout::line_of(std::size_t index, std::uint32_t byte) {
    const std::vector<Line>& all = lines(index);
    const auto after =
        std::upper_bound(all.begin(), all.end(), byte,
                         [](std::uint32_t b, const Line& line) { return b < line.begin; });
    return after == all.begin() ? 0 : static_cast<std::size_t>(after - all.begin()) - 1;
}

std::size_t Layout::paragraph_at(double y) const {
    if (y <= 0) return 0;
    const std::size_t count = heights_.count_within(static_cast<std::int64_t>(y * 64));
    return std::min(count, paragraphs() - 1);
}

}  // namespace standpoint::web
