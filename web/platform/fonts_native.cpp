// Faces without a browser: ImGui's built-in font for all of them. Clusters are as wide as one em.

#include "web/platform/fonts.hpp"

namespace standpoint::web {

Faces load_faces() {
    ImFont* font = ImGui::GetIO().Fonts->AddFontDefault();
    return {font, font, font, font, font};
}

float cluster_advance(std::string_view cluster, std::size_t bytes, float font_size) {
    return font_size * static_cast<float>(bytes) / static_cast<float>(cluster.size());
}

}  // namespace standpoint::web
