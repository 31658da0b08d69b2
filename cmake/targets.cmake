# The targets that are built natively; cmake/wasm.cmake has those of the browser.
include_guard(GLOBAL)
include("${CMAKE_CURRENT_LIST_DIR}/Lexicons.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/Model.cmake")

# Our own code: strict warnings, no exceptions, no RTTI. Contraction of a*b+c into one rounding is off
# because the extraction must give the same bytes on every machine.
add_library(standpoint_flags INTERFACE)
target_include_directories(standpoint_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(standpoint_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
    -fno-exceptions -fno-rtti -ffp-contract=off)

# The recogniser adds rows of 24 bytes; all browsers of the last three years have the instructions.
if(EMSCRIPTEN)
    add_compile_options(-msimd128)
endif()

if(STANDPOINT_SANITIZE OR STANDPOINT_FUZZ)
    set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
    if(STANDPOINT_FUZZ)
        list(APPEND sanitizers -fsanitize=fuzzer-no-link)
    endif()
    # Line tables are all that a report of a sanitizer needs, and quicker to make than the rest.
    add_compile_options(${sanitizers} -O1 -fno-omit-frame-pointer -gline-tables-only)
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
    add_link_options(${sanitizers})
endif()

include(cmake/Sample.cmake)

function(standpoint_core_library)
    set(sources)
    foreach(room text model edit extract learn exchange agreement)
        file(GLOB room_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/${room}/*.cpp")
        list(APPEND sources ${room_sources})
    endforeach()
    add_library(standpoint_core STATIC ${sources})
    target_link_libraries(standpoint_core PUBLIC standpoint_flags PRIVATE nlohmann_json)
    standpoint_embed_lexicons(standpoint_core)
    standpoint_embed_model(standpoint_core)
endfunction()

function(standpoint_command_line)
    file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/cli/*.cpp")
    if(sources)
        add_executable(standpoint ${sources})
        target_link_libraries(standpoint PRIVATE standpoint_core nlohmann_json)
    endif()
endfunction()

# What of the page needs no browser: its tests run frames without one.
function(standpoint_web_library)
    file(GLOB sources CONFIGURE_DEPENDS
        "${PROJECT_SOURCE_DIR}/web/app/*.cpp" "${PROJECT_SOURCE_DIR}/web/panels/*.cpp"
        "${PROJECT_SOURCE_DIR}/web/textview/*.cpp" "${PROJECT_SOURCE_DIR}/web/platform/*.cpp")
    list(FILTER sources EXCLUDE REGEX "/[a-z_]*(browser|_gl)[a-z_]*\\.cpp$|/main\\.cpp$")
    if(sources)
        add_library(standpoint_web_native STATIC ${sources})
        standpoint_embed_sample(standpoint_web_native)
        target_link_libraries(standpoint_web_native PUBLIC standpoint_core imgui)
    endif()
endfunction()

function(standpoint_tests)
    standpoint_header_library(doctest doctest/doctest.h
        https://github.com/doctest/doctest.git v2.4.9)
    file(GLOB sources CONFIGURE_DEPENDS
        "${PROJECT_SOURCE_DIR}/tests/unit/*.cpp" "${PROJECT_SOURCE_DIR}/tests/properties/*.cpp")
    add_executable(standpoint_tests ${sources})
    target_link_libraries(standpoint_tests PRIVATE standpoint_core nlohmann_json doctest)
    if(TARGET standpoint_web_native)
        target_link_libraries(standpoint_tests PRIVATE standpoint_web_native)
    endif()
    target_compile_definitions(standpoint_tests PRIVATE
        DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS DOCTEST_CONFIG_SUPER_FAST_ASSERTS
        STANDPOINT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    # The tests' own code runs once: what an optimiser would win is less than what it takes.
    target_compile_options(standpoint_tests PRIVATE -O0)
    # g++ 12 sees uninitialised members in variants that are moved while another alternative is held.
    target_compile_options(standpoint_tests PRIVATE
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    add_test(NAME standpoint_tests COMMAND standpoint_tests)

    # Each file of tests/exchange is given the command line to work; 77: what it needs is not here.
    find_package(Python3 COMPONENTS Interpreter)
    if(Python3_FOUND AND TARGET standpoint)
        file(GLOB scripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/exchange/*.py")
        foreach(script ${scripts})
            get_filename_component(name "${script}" NAME_WE)
            add_test(NAME ${name} COMMAND Python3::Interpreter "${script}" $<TARGET_FILE:standpoint>)
            set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77)
        endforeach()
    endif()
endfunction()

# Each file of tests/fuzz is one program, fuzz_<name>.
function(standpoint_fuzz_programs)
    file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/fuzz/*.cpp")
    foreach(source ${sources})
        get_filename_component(name "${source}" NAME_WE)
        add_executable(fuzz_${name} "${source}")
        target_link_libraries(fuzz_${name} PRIVATE standpoint_core)
        target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    endforeach()
endfunction()

# Each file of tests/bench is one program, bench_<name>.
function(standpoint_benchmarks)
    file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/bench/*.cpp")
    foreach(source ${sources})
        get_filename_component(name "${source}" NAME_WE)
        add_executable(bench_${name} "${source}")
        target_link_libraries(bench_${name} PRIVATE standpoint_core)
        if(TARGET standpoint_web_native)
            target_link_libraries(bench_${name} PRIVATE standpoint_web_native)
        endif()
    endforeach()
endfunction()
