// Metrics: how wide text is. All that layout knows of fonts, so that it can be tested without any.
//
// Widths are CSS pixels at the size in use. `code` is what the drawing side will draw the text
// with.
#pragma once

#include <cstddef>
#include <string_view>

namespace standpoint::web {

class Metrics {
  public:
    virtual ~Metrics() = default;
    virtual float advance(char32_t code_point) const = 0;
    // Text that is drawn as one picture (a cluster of several code points, a shaped run): the width
    // of its first `bytes` bytes.
    virtual float advance_within(std::string_view picture, std::size_t bytes) const = 0;
    // The code under which the picture is drawn.
    virtual char32_t code(std::string_view picture) const = 0;
};

}  // namespace standpoint::web
