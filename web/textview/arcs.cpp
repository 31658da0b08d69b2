#include "web/textview/arcs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace standpoint::web {

namespace {

constexpr float half_width = 0.75F;
constexpr float head_length = 5, head_half = 3;
constexpr float tip_depth = 4;       // how far into a box an arrow reaches: just above the capitals
constexpr float margin_way = 12;     // how far left of the column an arc passes
constexpr float longest_reach = 36;  // an end stands no further from the near edge of a long span
constexpr int bend_steps = 8;

// A way of straight lines with elliptic bends.
class Way {
  public:
    explicit Way(ImVec2 start) : points_{start} {}

    void line_to(ImVec2 to) { points_.push_back(to); }
    // A quarter of an ellipse, setting out up- or downwards (or sideways).
    void bend_to(ImVec2 to, bool upright_first) {
        const ImVec2 from = points_.back();
        for (int i = 1; i <= bend_steps; ++i) {
            const float angle = 1.5707963F * static_cast<float>(i) / bend_steps;
            const float rise = std::sin(angle), lag = 1 - std::cos(angle);
            points_.push_back({from.x + (to.x - from.x) * (upright_first ? lag : rise),
                               from.y + (to.y - from.y) * (upright_first ? rise : lag)});
        }
    }
    ImVec2 last() const { return points_.back(); }
    std::vector<ImVec2> take() { return std::move(points_); }

  private:
    std::vector<ImVec2> points_;
};

float between(float from, float to, float share) {
    return from + (to - from) * share;
}

// Where on a fragment an arc ends: on the side that faces the other end.
float attachment(const Extent& own, const Extent& other) {
    const float middle = between(own.left, own.right, 0.5F);
    const float aim = between(other.left, other.right, 0.5F);
    const float reach = std::min(longest_reach, (own.right - own.left) * 0.3F);
    const float near = aim < middle ? own.left + reach : own.right - reach;
    return between(middle, near, std::abs(aim - middle) < 8 ? 0 : 1);
}

// From (x, y) sideways at `level` to (to_x, ...): both bends as wide as there is room for.
float bend_width(float dx, float most) {
    return std::copysign(std::min(most, std::abs(dx) / 2), dx);
}

// From the level of the way to the tip: a bend, then straight, so that the arrowhead stands
// upright.
void arrive(Way& way, float bend, ImVec2 tip) {
    const ImVec2 from = way.last();
    const float fall = tip.y - from.y;
    const float straight = std::copysign(std::min(head_length - 1, std::abs(fall) * 0.7F), fall);
    way.line_to({tip.x - bend, from.y});
    way.bend_to({tip.x, tip.y - straight}, false);
    way.line_to(tip);
}

// Up or down from `a` to the level, along it, and to the tip.
void hop(Way& way, ImVec2 a, float level, ImVec2 tip) {
    const float bend = bend_width(tip.x - a.x, 10);
    way.bend_to({a.x + bend, level}, true);
    arrive(way, bend, tip);
}

}  // namespace

std::optional<std::vector<ImVec2>> arc_between(Span from, Span to, const std::vector<Row>& rows,
                                               const RowMetrics& metrics) {
    std::vector<Fragment> starts, ends;
    fragments_of(from, rows, starts);
    fragments_of(to, rows, ends);
    if (starts.empty() || ends.empty()) return {};
    // The two fragments that are nearest to each other, by rows and then by x.
    const Fragment* a = nullptr;
    const Fragment* b = nullptr;
    float least = INFINITY;
    for (const Fragment& s : starts) {
        for (const Fragment& e : ends) {
            const float apart =
                std::max({0.0F, e.extent.left - s.extent.right, s.extent.left - e.extent.right});
            const auto lines = static_cast<float>(s.row > e.row ? s.row - e.row : e.row - s.row);
            const float distance = lines * 1e5F + apart;
            if (distance < least) least = distance, a = &s, b = &e;
        }
    }
    const Row& row_a = rows[a->row];
    const Row& row_b = rows[b->row];
    const float ax = attachment(a->extent, b->extent), bx = attachment(b->extent, a->extent);
    if (a->row == b->row) {
        const float top = row_a.baseline - metrics.above;
        const ImVec2 start{ax, top + 1}, end{bx, top + tip_depth};
        Way way(start);
        hop(way, start, top - 6 - std::min(3.0F, std::abs(bx - ax) / 120), end);
        return way.take();
    }
    const bool down = b->row > a->row;
    // Leaves one line on the side that faces the other, and arrives from there.
    const ImVec2 start{ax, down ? row_a.baseline + metrics.below : row_a.baseline - metrics.above};
    const float edge = down ? row_b.baseline - metrics.above : row_b.baseline + metrics.below;
    const ImVec2 end{bx, down ? edge + tip_depth : edge - 1};
    const float gap = metrics.line_height - metrics.above - metrics.below;
    Way way(start);
    if ((down ? b->row - a->row : a->row - b->row) == 1) {
        hop(way, start, between(start.y, edge, 0.5F), end);
        return way.take();
    }
    const float leave = start.y + (down ? gap : -gap) / 2;
    const float enter = edge + (down ? -gap / 2 : gap / 2);
    const float side = std::min(row_a.x, row_b.x) - margin_way;
    const float bend = 8;
    const float turn = down ? bend : -bend;
    way.bend_to({start.x - bend, leave}, true);
    way.line_to({side + bend, leave});
    way.bend_to({side, leave + turn}, false);
    way.line_to({side, enter - turn});
    way.bend_to({side + bend, enter}, true);
    arrive(way, bend, end);
    return way.take();
}

void stroke_arc(const std::vector<ImVec2>& way, ImU32 colour, float pixel,
                std::vector<ArcVertex>& out) {
    if (way.size() < 2) return;
    // The line ends where the arrowhead begins.
    std::vector<ImVec2> line = way;
    const ImVec2 tip = line.back();
    float left = head_length;
    while (line.size() > 1) {
        const ImVec2 last = line.back(), before = line[line.size() - 2];
        const float length = std::hypot(last.x - before.x, last.y - before.y);
        if (length > left) {
            const float share = left / length;
            line.back() = {between(last.x, before.x, share), between(last.y, before.y, share)};
            break;
        }
        left -= length;
        line.pop_back();
    }
    const auto emit = [&](ImVec2 at, ImVec2 normal, float side, float half) {
        out.push_back({at.x + normal.x * side, at.y + normal.y * side, side, half, colour});
    };
    // A quadrilateral across the line from `a` (half as wide as ha) to `b`.
    const auto quad = [&](ImVec2 a, ImVec2 na, float ha, ImVec2 b, ImVec2 nb, float hb) {
        emit(a, na, -ha - pixel, ha);
        emit(a, na, ha + pixel, ha);
        emit(b, nb, -hb - pixel, hb);
        emit(b, nb, -hb - pixel, hb);
        emit(a, na, ha + pixel, ha);
        emit(b, nb, hb + pixel, hb);
    };
    const auto normal_of = [](ImVec2 a, ImVec2 b) {
        const float length = std::max(1e-4F, std::hypot(b.x - a.x, b.y - a.y));
        return ImVec2{-(b.y - a.y) / length, (b.x - a.x) / length};
    };
    const float half = std::max(half_width, pixel / 2);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        // The normal of a point is that of the chord between its neighbours.
        const ImVec2 na = normal_of(line[i > 0 ? i - 1 : 0], line[i + 1]);
        const ImVec2 nb = normal_of(line[i], line[std::min(i + 2, line.size() - 1)]);
        quad(line[i], na, half, line[i + 1], nb, half);
    }
    const ImVec2 across = normal_of(line.back(), tip);
    quad(line.back(), across, head_half, tip, across, 0);
}

Highlight arc_dot(ImVec2 at, ImU32 colour) {
    const float radius = 2.5F;
    Highlight dot;
    dot.x = at.x - radius;
    dot.y = at.y - radius;
    dot.width = dot.height = 2 * radius;
    dot.radius_left = dot.radius_right = radius;
    dot.fill = colour;
    return dot;
}

}  // namespace standpoint::web
