// Grow and shrink a span by tokens.
#include <algorithm>
#include <cstdint>

#include "core/edit/planner.hpp"
#include "core/text/tokens.hpp"

namespace standpoint::edit {

using model::Attribution;
using model::Mention;
using model::Stance;

namespace {

// Walks over the places where an edge can rest: token ends for a right edge, token beginnings for a
// left one. Only the lines that it passes are tokenized.
class Stops {
  public:
    Stops(std::string_view text, Edge edge, bool across_lines)
        : text_(text), edge_(edge), across_lines_(across_lines) {}

    std::optional<std::uint32_t> next(std::uint32_t position, bool forwards) {
        load(position);
        for (;;) {
            const auto it = forwards ? std::upper_bound(stops_.begin(), stops_.end(), position)
                                     : std::lower_bound(stops_.begin(), stops_.end(), position);
            if (forwards && it != stops_.end()) return *it;
            if (!forwards && it != stops_.begin()) return *(it - 1);
            if (!across_lines_) return std::nullopt;
            if (forwards) {
                if (line_.end >= text_.size()) return std::nullopt;
                load_line(line_.end + 1);
            } else {
                if (line_.begin == 0) return std::nullopt;
                load_line(line_.begin - 1);
            }
        }
    }

  private:
    // The line that the edge belongs to: that of the byte inside the span.
    void load(std::uint32_t position) {
        const std::uint32_t byte = edge_ == Edge::right && position > 0 ? position - 1 : position;
        if (loaded_ && line_.begin <= byte && byte <= line_.end) return;
        load_line(byte);
    }

    void load_line(std::uint32_t byte) {
        line_ = text::line_at(text_, byte);
        loaded_ = true;
        stops_.clear();
        const std::string_view line = text_.substr(line_.begin, line_.end - line_.begin);
        for (const text::Token& token : text::tokenize(line, line_.begin)) {
            stops_.push_back(edge_ == Edge::right ? token.span.end : token.span.begin);
        }
    }

    std::string_view text_;
    Edge edge_;
    bool across_lines_;
    bool loaded_ = false;
    Span line_;
    std::vector<std::uint32_t> stops_;
};

// The resized span, or why it cannot be resized so.
text::Result<Span> resized(std::string_view text, Span span, const Resize& command,
                           bool across_lines) {
    const bool grows = command.tokens > 0;
    const bool right = command.edge == Edge::right;
    const bool forwards = grows == right;
    // A span over several lines shrinks over their ends too.
    Stops stops(text, command.edge, across_lines || !grows);
    std::uint32_t edge = right ? span.end : span.begin;
    bool moved = false;
    const auto steps = static_cast<std::int64_t>(command.tokens);
    for (std::int64_t left = grows ? steps : -steps; left > 0; --left) {
        const auto stop = stops.next(edge, forwards);
        if (!stop || (right ? *stop <= span.begin : *stop >= span.end)) break;
        edge = *stop;
        moved = true;
    }
    if (!moved) {
        if (!grows) return refusal("The span is a single word and cannot shrink further.");
        return refusal(across_lines ? "There is no further word in the text."
                                    : "There is no further word on the line.");
    }
    return right ? Span{span.begin, edge} : Span{edge, span.end};
}

// The span that the command names, or nullptr.
Span* span_of(Mention& mention, const Resize& command) {
    return command.part == Part::whole ? &mention.span : nullptr;
}
Span* span_of(Attribution& attribution, const Resize& command) {
    switch (command.part) {
        case Part::source: return attribution.source ? &*attribution.source : nullptr;
        case Part::cue: return attribution.cue ? &*attribution.cue : nullptr;
        case Part::content:
            return command.index < attribution.content.size() ? &attribution.content[command.index]
                                                              : nullptr;
        default: return nullptr;
    }
}
Span* span_of(Stance& stance, const Resize& command) {
    const bool there = command.part == Part::evidence && command.index < stance.evidence.size();
    return there ? &stance.evidence[command.index] : nullptr;
}

template <class T>
Outcome resize_item(ChangeBuilder& change, const Resize& command) {
    if (auto problem = check_exists<T>(change, command.item.id)) return std::move(*problem);
    T item = *change.find<T>(command.item.id);
    Span* span = span_of(item, command);
    if (!span) return refusal("There is no such span to resize.");
    const bool across_lines = command.part == Part::content || command.part == Part::evidence;
    const auto after = resized(change.document().text, *span, command, across_lines);
    if (!after) return after.error();
    if constexpr (std::is_same_v<T, Attribution>) {
        // The holder follows the source as long as it is what the source says.
        const bool follows =
            command.part == Part::source && item.holder == holder_of_source(change, *span);
        *span = *after;
        if (follows) item.holder = holder_of_source(change, *after);
        item.content = normalised(std::move(item.content));
    } else if constexpr (std::is_same_v<T, Stance>) {
        *span = *after;
        item.evidence = normalised(std::move(item.evidence));
    } else {
        *span = *after;
        item.normal.clear();
        item.alternative.clear();
    }
    change.correct<T>(item.id, [&item](T& there) { there = std::move(item); });
    return std::string(command.tokens > 0 ? "Grow " : "Shrink ") + std::string(name_of(kind_of<T>));
}

}  // namespace

Outcome carry_out(ChangeBuilder& change, const Resize& command) {
    if (command.tokens == 0) return refusal("A span grows or shrinks by at least one word.");
    switch (command.item.kind) {
        case Kind::mention: return resize_item<Mention>(change, command);
        case Kind::attribution: return resize_item<Attribution>(change, command);
        case Kind::stance: return resize_item<Stance>(change, command);
        default: return refusal("Only mentions, attributions and stances have spans.");
    }
}

}  // namespace standpoint::edit
