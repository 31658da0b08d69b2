# standpoint_embed_model(<target>): compiles assets/model/names.model into <target> (see
# core/extract/embedded_model.hpp).
set(STANDPOINT_MODEL_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_model.cmake)

function(standpoint_embed_model target)
    set(model ${PROJECT_SOURCE_DIR}/assets/model/names.model)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_model.cpp)
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -D OUTPUT=${source} -D MODEL=${model} -P ${STANDPOINT_MODEL_SCRIPT}
        DEPENDS ${model} ${STANDPOINT_MODEL_SCRIPT}
        COMMENT "Embedding the model"
        VERBATIM)
    target_sources(${target} PRIVATE ${source})
endfunction()
