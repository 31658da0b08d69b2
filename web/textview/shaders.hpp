// The texts of shaders/*, GLSL ES 3.00, put into the program by the build (cmake/Shaders.cmake).
#pragma once

namespace standpoint::web::shaders {

extern const char* const highlight_vert;
extern const char* const highlight_frag;
extern const char* const arc_vert;
extern const char* const arc_frag;

}  // namespace standpoint::web::shaders
