// The one thing that the platform asks of the application: its Program. Defined in web/app.
#pragma once

#include <memory>

#include "web/platform/host.hpp"

namespace standpoint::web {

std::unique_ptr<Program> make_program();

}  // namespace standpoint::web
