// The bytes of assets/model/names.model as they are compiled in. They live as long as the program.
// Defined by a source that cmake/Model.cmake generates.
#pragma once

#include <string_view>

namespace standpoint::extract {

std::string_view embedded_model();

}  // namespace standpoint::extract
