// The sample article: our own writing, for a first look. Built into the page from
// assets/sample-article.txt (CMake embeds it).
#pragma once

#include <string_view>

namespace standpoint::web {

std::string_view sample_article();

}  // namespace standpoint::web
