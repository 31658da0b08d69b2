// Clusters: texts that are drawn as one glyph, and the codes that stand for them. See fonts.hpp.
#pragma once

#include <imgui.h>

#include <string>

namespace standpoint::web {

// The text to draw under `code`: the registered cluster, or the code point itself in UTF-8.
std::string text_of_code(ImWchar code);

}  // namespace standpoint::web
