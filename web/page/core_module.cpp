// The core as a WebAssembly module of its own: a handful of C functions for core_module.mjs.
//
// The caller writes its two texts into memory from sp_alloc, gets a result back, reads it through
// sp_result_data and sp_result_size, and gives everything back.
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "web/app/extract_job.hpp"

#define SP_EXPORT(name) __attribute__((export_name(#name)))

extern "C" {

SP_EXPORT(sp_alloc) void* sp_alloc(std::size_t size) { return std::malloc(size); }

SP_EXPORT(sp_free) void sp_free(void* memory) { std::free(memory); }

SP_EXPORT(sp_extract)
std::string* sp_extract(const char* text, std::size_t text_size, const char* codebook,
                        std::size_t codebook_size) {
    return new std::string(standpoint::web::extract_json(
        std::string_view(text, text_size), std::string_view(codebook, codebook_size)));
}

SP_EXPORT(sp_result_data) const char* sp_result_data(const std::string* result) {
    return result->data();
}

SP_EXPORT(sp_result_size) std::size_t sp_result_size(const std::string* result) {
    return result->size();
}

SP_EXPORT(sp_result_free) void sp_result_free(std::string* result) { delete result; }
}
