# standpoint_embed_shaders(<target>): compiles shaders/*.vert and *.frag into <target> as
# `standpoint::web::shaders::<name>_<vert|frag>` (see web/textview/shaders.hpp). Run again by the build
# whenever a shader changes.
set(STANDPOINT_SHADER_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_shaders.cmake)

function(standpoint_embed_shaders target)
    file(GLOB shaders CONFIGURE_DEPENDS
        ${PROJECT_SOURCE_DIR}/shaders/*.vert ${PROJECT_SOURCE_DIR}/shaders/*.frag)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/shaders.cpp)
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -D OUTPUT=${source} -D DIRECTORY=${PROJECT_SOURCE_DIR}/shaders
                -P ${STANDPOINT_SHADER_SCRIPT}
        DEPENDS ${shaders} ${STANDPOINT_SHADER_SCRIPT}
        COMMENT "Embedding the shaders"
        VERBATIM)
    target_sources(${target} PRIVATE ${source})
endfunction()
