# cmake -D INPUT=FILE -D OUTPUT=FILE -P embed_sample.cmake
# Writes OUTPUT: the sample article as a raw string literal (see web/app/sample.hpp).
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "#include \"web/app/sample.hpp\"

namespace standpoint::web {

std::string_view sample_article() {
    return R\"~~~(${text})~~~\";
}

}  // namespace standpoint::web
")
