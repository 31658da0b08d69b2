// ModelFile: what the trained stages were taught, as one file of named sections.
//
// A header with a version and a checksum, then the sections; each is read by its stage (NameModel,
// PartModel), and `card` is JSON for people and tools: the recipe that the model was made by.
// Sections of other names are passed over, so that a stage can be added or trained anew while the
// others stay byte for byte. Little-endian everywhere. A file that is cut short, damaged or newer
// is refused with a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/result.hpp"

namespace standpoint::extract {

using ModelSections = std::vector<std::pair<std::string, std::string>>;
// REQUIRES: names of at most eight characters without blanks, each but once.
std::string write_model(const ModelSections& sections);

class ModelFile {
  public:
    // A view of the bytes, which must stay.
    static text::Result<ModelFile> open(std::string_view bytes);

    bool has(std::string_view name) const;
    // Empty if there is none of that name.
    std::string_view section(std::string_view name) const;
    // All, as they can be written again.
    ModelSections sections() const;

  private:
    std::vector<std::pair<std::string_view, std::string_view>> sections_;
};

// Little-endian numbers, as sections have them.
void put_u32(std::string& out, std::uint32_t value);
// REQUIRES: four bytes from `at` on.
std::uint32_t get_u32(std::string_view bytes, std::size_t at);

text::Error model_refusal(text::ErrorKind kind, std::string sentence);

}  // namespace standpoint::extract
