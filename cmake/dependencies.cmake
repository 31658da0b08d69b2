# What is not ours: Dear ImGui, nlohmann/json (core/exchange), doctest (tests).
#
# Each is taken from the system's packages where they have it, otherwise from its tagged release.
# Sources that were fetched stay in .cache/, which every build folder shares.
include_guard(GLOBAL)
include(FetchContent)

set(STANDPOINT_CACHE "${PROJECT_SOURCE_DIR}/.cache")
set(STANDPOINT_IMGUI_VERSION 1.92.2b)

# Downloads a tagged release into `folder` without adding its own CMake project to ours.
function(standpoint_fetch_release name repository tag folder)
    message(STATUS "Fetching ${name} ${tag}")
    FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW TRUE
        SOURCE_DIR "${folder}" SOURCE_SUBDIR no-project-here)
    FetchContent_MakeAvailable(${name})
endfunction()

# An interface library with one header-only dependency. The system's copy is reached through a link in
# the build folder: /usr/include itself must never be on the include path of a WebAssembly build.
function(standpoint_header_library name header repository tag)
    get_filename_component(subfolder ${header} DIRECTORY)
    set(include "${PROJECT_BINARY_DIR}/include/${name}")
    unset(found)
    find_path(found ${header} PATHS /usr/include /usr/local/include NO_CACHE NO_CMAKE_FIND_ROOT_PATH)
    if(NOT found)
        set(release "${STANDPOINT_CACHE}/${name}-${tag}")
        if(NOT EXISTS "${release}")
            standpoint_fetch_release(${name}_release ${repository} ${tag} "${release}")
        endif()
        find_path(found ${header} PATHS "${release}" "${release}/include" "${release}/single_include"
            NO_CACHE NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
    endif()
    file(MAKE_DIRECTORY "${include}")
    if(NOT EXISTS "${include}/${subfolder}")
        file(CREATE_LINK "${found}/${subfolder}" "${include}/${subfolder}" SYMBOLIC)
    endif()
    add_library(${name} INTERFACE)
    target_include_directories(${name} SYSTEM INTERFACE "${include}")
endfunction()

# Dear ImGui as a static library under our own configuration; the WebGL2 backend only for the browser.
function(standpoint_imgui_library)
    set(imgui "${STANDPOINT_CACHE}/imgui-${STANDPOINT_IMGUI_VERSION}")
    if(NOT EXISTS "${imgui}/imgui.h")
        file(MAKE_DIRECTORY "${STANDPOINT_CACHE}")
        message(STATUS "Fetching Dear ImGui ${STANDPOINT_IMGUI_VERSION}")
        execute_process(
            COMMAND sh "${PROJECT_SOURCE_DIR}/cmake/fetch_imgui.sh" ${STANDPOINT_IMGUI_VERSION} "${imgui}"
            RESULT_VARIABLE failed)
        if(failed)
            standpoint_fetch_release(imgui_release https://github.com/ocornut/imgui.git
                v${STANDPOINT_IMGUI_VERSION} "${imgui}")
        endif()
    endif()
    add_library(imgui STATIC
        "${imgui}/imgui.cpp" "${imgui}/imgui_draw.cpp" "${imgui}/imgui_tables.cpp"
        "${imgui}/imgui_widgets.cpp")
    target_include_directories(imgui SYSTEM PUBLIC "${imgui}" "${imgui}/backends")
    target_include_directories(imgui PRIVATE "${PROJECT_SOURCE_DIR}")
    target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"web/platform/imconfig.hpp\"")
    target_compile_features(imgui PUBLIC cxx_std_20)
    target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti)
    if(EMSCRIPTEN)
        target_sources(imgui PRIVATE "${imgui}/backends/imgui_impl_opengl3.cpp")
    endif()
endfunction()
