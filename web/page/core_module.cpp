// The core as a WebAssembly module of its own: a handful of C functions for core_module.mjs.
//
// The caller writes its texts into memory from sp_alloc, gets a result back, reads it, and
// gives everything back.
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "web/app/worker_job.hpp"

namespace {

struct Result {
    bool failed;
    std::string words;  // the JSON, or the sentence that says why there is none
};

const Result* result_of(standpoint::text::Result<std::string> json) {
    if (!json) return new Result{true, json.error().message};
    return new Result{false, std::move(*json)};
}

}  // namespace

#define SP_EXPORT(name) extern "C" __attribute__((export_name(#name)))

SP_EXPORT(sp_alloc)
void* sp_alloc(std::size_t size) {
    return std::malloc(size);
}

SP_EXPORT(sp_free)
void sp_free(void* memory) {
    std::free(memory);
}

SP_EXPORT(sp_extract)
const Result* sp_extract(const char* text, std::size_t text_size, const char* codebook,
                         std::size_t codebook_size) {
    return result_of(standpoint::web::extract_json(std::string_view(text, text_size),
                                                   std::string_view(codebook, codebook_size)));
}

SP_EXPORT(sp_entities)
const Result* sp_entities(const char* text, std::size_t text_size) {
    return result_of(standpoint::web::entities_json(std::string_view(text, text_size)));
}

SP_EXPORT(sp_result_failed)
bool sp_result_failed(const Result* result) {
    return result->failed;
}

SP_EXPORT(sp_result_data)
const char* sp_result_data(const Result* result) {
    return result->words.data();
}

SP_EXPORT(sp_result_size)
std::size_t sp_result_size(const Result* result) {
    return result->words.size();
}

SP_EXPORT(sp_result_free)
void sp_result_free(const Result* result) {
    delete result;
}
