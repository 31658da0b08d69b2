// Metrics without a font: every grapheme is ten pixels wide, and pictures get codes from 0x100000
// on.
#pragma once

#include <map>
#include <string>

#include "core/text/graphemes.hpp"
#include "web/textview/metrics.hpp"

namespace standpoint::web {

class FakeMetrics final : public Metrics {
  public:
    float advance(char32_t) const override { return 10; }
    float advance_within(std::string_view picture, std::size_t bytes) const override {
        float width = 0;
        for (std::size_t pos = 0; pos < bytes; pos = text::next_grapheme(picture, pos)) width += 10;
        return width;
    }
    char32_t code(std::string_view picture) const override {
        const auto next = static_cast<char32_t>(0x100000 + codes_.size());
        return codes_.try_emplace(std::string(picture), next).first->second;
    }

  private:
    mutable std::map<std::string, char32_t> codes_;
};

}  // namespace standpoint::web
