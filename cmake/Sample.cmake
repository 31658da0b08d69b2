# standpoint_embed_sample(<target>): compiles assets/sample-article.txt into <target>.
set(STANDPOINT_SAMPLE_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_sample.cmake)

function(standpoint_embed_sample target)
    set(input ${PROJECT_SOURCE_DIR}/assets/sample-article.txt)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/sample.cpp)
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -D INPUT=${input} -D OUTPUT=${source} -P ${STANDPOINT_SAMPLE_SCRIPT}
        DEPENDS ${input} ${STANDPOINT_SAMPLE_SCRIPT}
        COMMENT "Embedding the sample article"
        VERBATIM)
    target_sources(${target} PRIVATE ${source})
endfunction()
