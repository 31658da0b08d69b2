# cmake -D OUTPUT=FILE -D MODEL=FILE -P embed_model.cmake
# Writes OUTPUT: the model's bytes as numbers of eight bytes each, which compilers take far quicker than
# single ones, little-endian as all machines are that this is built for.
file(SIZE ${MODEL} size)
file(READ ${MODEL} hex HEX)
math(EXPR missing "(8 - ${size} % 8) % 8")
string(REPEAT "00" ${missing} padding)
string(REGEX REPLACE "(..)(..)(..)(..)(..)(..)(..)(..)" "0x\\8\\7\\6\\5\\4\\3\\2\\1,\n" words "${hex}${padding}")
file(WRITE ${OUTPUT} "#include \"core/extract/embedded_model.hpp\"

#include <bit>
#include <cstdint>

static_assert(std::endian::native == std::endian::little);

namespace standpoint::extract {
namespace {

constexpr std::uint64_t words[] = {
${words}};

}  // namespace

std::string_view embedded_model() {
    return {reinterpret_cast<const char*>(words), ${size}};
}

}  // namespace standpoint::extract
")
