# Finds the em++ on the PATH and hands over to the toolchain file that came with it.
find_program(STANDPOINT_EMXX em++ REQUIRED)
file(REAL_PATH "${STANDPOINT_EMXX}" emxx)
get_filename_component(EMSCRIPTEN_ROOT_PATH "${emxx}" DIRECTORY)
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's Emscripten expects the modules of its JavaScript optimiser where Debian's node looks.
if(EXISTS /usr/share/nodejs)
    set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
        "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
endif()
