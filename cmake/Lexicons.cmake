# standpoint_embed_lexicons(<target>): compiles assets/lexicons/*.txt into <target>, one
# `standpoint::extract::lexicons::<file name>` each (see core/extract/lexicons.hpp). Run again by the
# build whenever a list changes.
set(STANDPOINT_LEXICON_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_lexicons.cmake)

function(standpoint_embed_lexicons target)
    file(GLOB lists CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/lexicons/*.txt)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/lexicons.cpp)
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -D OUTPUT=${source}
                -D DIRECTORY=${PROJECT_SOURCE_DIR}/assets/lexicons
                -P ${STANDPOINT_LEXICON_SCRIPT}
        DEPENDS ${lists} ${STANDPOINT_LEXICON_SCRIPT}
        COMMENT "Embedding the word lists"
        VERBATIM)
    target_sources(${target} PRIVATE ${source})
endfunction()
