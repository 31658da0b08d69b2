#include "web/textview/painter.hpp"

namespace standpoint::web {

struct Painter::State {};

Painter::Painter() = default;
Painter::~Painter() = default;
void Painter::set(const HighlightLayers&, const std::vector<ArcVertex>&) {}
void Painter::below(ImDrawList&) {}
void Painter::above(ImDrawList&) {}
void Painter::forget() {}

}  // namespace standpoint::web
