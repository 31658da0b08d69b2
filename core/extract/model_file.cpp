#include "core/extract/model_file.hpp"

#include <algorithm>

#include "core/extract/hash.hpp"

namespace standpoint::extract {
namespace {

constexpr std::string_view magic = "SPMODEL\n";
constexpr std::uint32_t version = 2;
constexpr std::size_t header = 8 + 4 + 4 + 4;  // magic, version, checksum, sections
constexpr std::size_t max_sections = 64;
constexpr std::size_t name_size = 8;

}  // namespace

text::Error model_refusal(text::ErrorKind kind, std::string sentence) {
    return {kind, std::move(sentence), {}, {}};
}

void put_u32(std::string& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 255);
}

std::uint32_t get_u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return value;
}

std::string write_model(const ModelSections& sections) {
    std::string body;
    for (const auto& [name, bytes] : sections) {
        body += (name + "        ").substr(0, name_size);
        put_u32(body, static_cast<std::uint32_t>(bytes.size()));
        body += bytes;
    }
    std::string out(magic);
    put_u32(out, version);
    put_u32(out, checksum(body));
    put_u32(out, static_cast<std::uint32_t>(sections.size()));
    return out + body;
}

text::Result<ModelFile> ModelFile::open(std::string_view bytes) {
    using text::ErrorKind;
    if (bytes.substr(0, magic.size()) != magic || bytes.size() < header)
        return model_refusal(ErrorKind::malformed, "This is not a Standpoint model.");
    if (const std::uint32_t found = get_u32(bytes, 8); found != version) {
        return model_refusal(found > version ? ErrorKind::too_new : ErrorKind::malformed,
                             "The model is of version " + std::to_string(found) +
                                 "; this program reads " + std::to_string(version) + ".");
    }
    const std::uint32_t count = get_u32(bytes, 16);
    if (get_u32(bytes, 12) != checksum(bytes.substr(header)) || count > max_sections)
        return model_refusal(ErrorKind::malformed, "The model is damaged or cut short.");
    ModelFile file;
    std::size_t at = header;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (bytes.size() - at < name_size + 4)
            return model_refusal(ErrorKind::malformed, "The model is cut short.");
        std::string_view name = bytes.substr(at, name_size);
        name = name.substr(0, name.find(' '));
        const std::size_t size = get_u32(bytes, at + name_size);
        at += name_size + 4;
        if (bytes.size() - at < size)
            return model_refusal(ErrorKind::malformed, "The model is cut short.");
        if (file.has(name)) {
            return model_refusal(ErrorKind::malformed, "The model has a section twice.");
        }
        file.sections_.emplace_back(name, bytes.substr(at, size));
        at += size;
    }
    if (at != bytes.size())
        return model_refusal(ErrorKind::malformed, "Something follows the model's last section.");
    return file;
}

bool ModelFile::has(std::string_view name) const {
    return std::any_of(sections_.begin(), sections_.end(),
                       [&](const auto& section) { return section.first == name; });
}

std::string_view ModelFile::section(std::string_view name) const {
    for (const auto& [found, bytes] : sections_) {
        if (found == name) return bytes;
    }
    return {};
}

ModelSections ModelFile::sections() const {
    ModelSections out;
    for (const auto& [name, bytes] : sections_) out.emplace_back(name, bytes);
    return out;
}

}  // namespace standpoint::extract
