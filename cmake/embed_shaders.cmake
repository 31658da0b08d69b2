# cmake -D OUTPUT=FILE -D DIRECTORY=DIR -P embed_shaders.cmake
# Writes FILE: every DIR/NAME.vert and NAME.frag as a raw string literal, NAME_vert and NAME_frag.
# Comments are left out: they would only make the page larger.
file(GLOB shaders ${DIRECTORY}/*.vert ${DIRECTORY}/*.frag)
list(SORT shaders)
set(body "#include \"web/textview/shaders.hpp\"\n\nnamespace standpoint::web::shaders {\n\n")
foreach(path IN LISTS shaders)
    get_filename_component(name ${path} NAME)
    string(REPLACE "." "_" name ${name})
    file(READ ${path} text)
    string(REGEX REPLACE "[ \t]*//[^\n]*" "" text "${text}")
    string(APPEND body "const char* const ${name} = R\"~~~(${text})~~~\";\n\n")
endforeach()
string(APPEND body "}  // namespace standpoint::web::shaders\n")
file(WRITE ${OUTPUT} "${body}")
