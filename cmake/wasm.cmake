# The products that run in a browser: the page, and the core alone as a module.
include_guard(GLOBAL)
include(cmake/Shaders.cmake)

function(standpoint_has_fonttools result candidate)
    execute_process(COMMAND "${candidate}" -c "import fontTools" RESULT_VARIABLE failed ERROR_QUIET)
    if(failed)
        set(${result} FALSE PARENT_SCOPE)
    endif()
endfunction()

file(STRINGS "${EMSCRIPTEN_ROOT_PATH}/emscripten-version.txt" EMSCRIPTEN_VERSION_LINE LIMIT_COUNT 1)
string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" EMSCRIPTEN_VERSION "${EMSCRIPTEN_VERSION_LINE}")
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(stack_option -sTOTAL_STACK=1MB)
else()
    set(stack_option -sSTACK_SIZE=1MB)
endif()

# Nothing is read from a file system and nothing is evaluated from a string, so neither is linked.
add_library(standpoint_wasm_flags INTERFACE)
target_link_options(standpoint_wasm_flags INTERFACE
    -O2 ${stack_option} -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH -sASSERTIONS=0
    -sDISABLE_EXCEPTION_CATCHING=1
    # A function is compiled when it is first called. Without a bound the optimiser makes one of all that
    # have one caller, as large as all panels and dialogs together, and the first frame waits for it.
    -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=400)

# The core alone needs no glue: web/page/core_module.mjs instantiates it.
add_executable(standpoint_core_module
    "${PROJECT_SOURCE_DIR}/web/page/core_module.cpp" "${PROJECT_SOURCE_DIR}/web/app/worker_job.cpp")
target_link_libraries(standpoint_core_module PRIVATE standpoint_core standpoint_wasm_flags)
target_link_options(standpoint_core_module PRIVATE -sSTANDALONE_WASM --no-entry)
set_target_properties(standpoint_core_module PROPERTIES SUFFIX .wasm)

# The bundled faces, subset and compiled in.
find_program(python NAMES python3 REQUIRED VALIDATOR standpoint_has_fonttools)
function(standpoint_font face)
    find_file(font_${face} NAMES ${ARGN} REQUIRED NO_CMAKE_FIND_ROOT_PATH PATHS
        /usr/share/fonts/truetype/noto /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter
        /usr/share/fonts/truetype/dejavu)
    set(font_arguments ${font_arguments} "${face}=${font_${face}}" PARENT_SCOPE)
    set(font_files ${font_files} "${font_${face}}" PARENT_SCOPE)
endfunction()
standpoint_font(reading NotoSerif-Regular.ttf)
standpoint_font(reading_bold NotoSerif-Bold.ttf)
standpoint_font(ui Inter-Regular.otf Inter-Regular.ttf)
standpoint_font(ui_bold Inter-SemiBold.otf Inter-SemiBold.ttf)
standpoint_font(mono DejaVuSansMono.ttf)
set(make_fonts "${PROJECT_SOURCE_DIR}/web/platform/make_fonts.py")
add_custom_command(OUTPUT fonts_data.cpp
    COMMAND "${python}" "${make_fonts}" fonts_data.cpp ${font_arguments}
    DEPENDS "${make_fonts}" ${font_files}
    COMMENT "Subsetting the fonts" VERBATIM)

file(GLOB page_sources CONFIGURE_DEPENDS
    "${PROJECT_SOURCE_DIR}/web/app/*.cpp" "${PROJECT_SOURCE_DIR}/web/panels/*.cpp"
    "${PROJECT_SOURCE_DIR}/web/textview/*.cpp" "${PROJECT_SOURCE_DIR}/web/platform/*.cpp")
list(FILTER page_sources EXCLUDE REGEX "_native\\.cpp$")
file(GLOB page_libraries CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/platform/*.js")

add_executable(standpoint_page ${page_sources} fonts_data.cpp)
standpoint_embed_sample(standpoint_page)
standpoint_embed_shaders(standpoint_page)
target_link_libraries(standpoint_page PRIVATE standpoint_core imgui standpoint_wasm_flags)
target_link_options(standpoint_page PRIVATE
    -sMODULARIZE -sEXPORT_NAME=createStandpoint -sENVIRONMENT=web,worker
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free,_sp_worker_job
    -sEXPORTED_RUNTIME_METHODS=HEAPU8,UTF8ToString)
foreach(library ${page_libraries})
    target_link_options(standpoint_page PRIVATE "SHELL:--js-library ${library}")
endforeach()
set_target_properties(standpoint_page PROPERTIES SUFFIX .js LINK_DEPENDS "${page_libraries}")
