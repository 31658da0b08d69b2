#include "core/extract/name_model.hpp"

#include <cmath>

namespace standpoint::extract {
namespace {

constexpr std::string_view magic = "SPMODEL\n";
constexpr std::uint32_t version = 1;
constexpr std::size_t header = 8 + 4 + 4 + 4;  // magic, version, checksum, sections
constexpr std::size_t max_sections = 64;

text::Error refusal(text::ErrorKind kind, std::string sentence) {
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

// Floats travel as millionths, which have one meaning everywhere.
void put_float(std::string& out, float value) {
    put_u32(out, static_cast<std::uint32_t>(std::lround(value * 1e6F)));
}
float get_float(std::string_view bytes, std::size_t at) {
    return static_cast<float>(static_cast<std::int32_t>(get_u32(bytes, at))) / 1e6F;
}

constexpr std::size_t chain_bytes = 12 + 2 * tag_count * tag_count;

bool read_chain(std::string_view bytes, NameModel& model) {
    if (bytes.size() != chain_bytes) return false;
    model.unit = get_float(bytes, 0);
    model.calibration = {get_float(bytes, 4), get_float(bytes, 8)};
    std::size_t at = 12;
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t, at += 2) {
            const auto low = static_cast<unsigned char>(bytes[at]);
            const auto high = static_cast<unsigned char>(bytes[at + 1]);
            model.transition[b][t] =
                static_cast<std::int16_t>(static_cast<std::uint16_t>(low | high << 8));
            if (model.transition[b][t] > 4096 || model.transition[b][t] < -4096) return false;
        }
    }
    return model.unit >= 0.001F && model.unit <= 1;
}

}  // namespace

std::string write_chain(const NameModel& model) {
    std::string out;
    put_float(out, model.unit);
    put_float(out, model.calibration.slope);
    put_float(out, model.calibration.shift);
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            const auto value = static_cast<std::uint16_t>(model.transition[b][t]);
            out += static_cast<char>(value & 255);
            out += static_cast<char>(value >> 8);
        }
    }
    return out;
}

std::string write_model(const ModelSections& sections) {
    std::string body;
    for (const auto& [name, bytes] : sections) {
        body += (name + "        ").substr(0, 8);
        put_u32(body, static_cast<std::uint32_t>(bytes.size()));
        body += bytes;
    }
    std::string out(magic);
    put_u32(out, version);
    put_u32(out, hash_bytes(body));
    put_u32(out, static_cast<std::uint32_t>(sections.size()));
    return out + body;
}

text::Result<NameModel> NameModel::read(std::string_view bytes) {
    using text::ErrorKind;
    if (bytes.substr(0, magic.size()) != magic || bytes.size() < header)
        return refusal(ErrorKind::malformed, "This is not a Standpoint model.");
    if (const std::uint32_t found = get_u32(bytes, 8); found != version) {
        return refusal(found > version ? ErrorKind::too_new : ErrorKind::malformed,
                       "The model is of version " + std::to_string(found) +
                           "; this program reads " + std::to_string(version) + ".");
    }
    if (get_u32(bytes, 12) != hash_bytes(bytes.substr(header)))
        return refusal(ErrorKind::malformed, "The model is damaged or cut short.");
    const std::uint32_t count = get_u32(bytes, 16);
    if (count > max_sections)
        return refusal(ErrorKind::malformed, "The model is damaged or cut short.");
    NameModel model;
    std::size_t at = header;
    bool chain = false, weights = false;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (bytes.size() - at < 12) return refusal(ErrorKind::malformed, "The model is cut short.");
        std::string_view name = bytes.substr(at, 8);
        name = name.substr(0, name.find(' '));
        const std::size_t size = get_u32(bytes, at + 8);
        at += 12;
        if (bytes.size() - at < size)
            return refusal(ErrorKind::malformed, "The model is cut short.");
        const std::string_view section = bytes.substr(at, size);
        at += size;
        if (name == "card") model.card = section;
        if (name == "chain") {
            chain = read_chain(section, model);
            if (!chain)
                return refusal(ErrorKind::malformed, "The model's transitions are damaged.");
        }
        if (name == "weights") {
            auto read = FeatureWeights::read(section);
            if (!read) return read.error();
            model.weights = std::move(*read);
            weights = true;
        }
        if (name == "lists" || name == "clusters") {
            auto read = PhraseTable::open(section);
            if (!read) return read.error();
            (name == "lists" ? model.tables.lists : model.tables.clusters) = std::move(*read);
        }
    }
    if (at != bytes.size())
        return refusal(ErrorKind::malformed, "Something follows the model's last section.");
    if (!chain || !weights)
        return refusal(ErrorKind::malformed, "The model lacks its weights or its transitions.");
    return model;
}

}  // namespace standpoint::extract
