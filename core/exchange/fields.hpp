// Fields: one record of a file, taken apart member by member.
//
// Internal to core/exchange. A reader takes the members that it knows; what has the wrong shape is
// reported and reads as absent; what nobody took is kept as JSON text and written back
// (append_extra). Absent and null are the same, except to `take`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/json.hpp"
#include "core/exchange/report.hpp"

namespace standpoint::exchange {

// How deep a document's record may nest. Files that hold records inside allow that much more, so
// that what was read from one file can be read back from another.
inline constexpr int max_record_depth = 100;

// The report, and where in the input it is being spoken about.
struct Reporter {
    Report& report;
    std::uint64_t line = 0;
    std::string document;

    void say(std::string message) const { report.add({line, document, std::move(message)}); }
};

class Fields {
  public:
    // `list` and `index` name the record in messages ("entities[3]"); an empty list is the document
    // or file itself. REQUIRES: object and reporter outlive this.
    Fields(const json::Object& object, const Reporter& reporter, std::string_view list = {},
           std::size_t index = 0)
        : object_(object),
          reporter_(reporter),
          list_(list),
          index_(index),
          taken_(object.size(), false) {}

    const json::Value* take(std::string_view name);  // null pointer if absent
    bool has(std::string_view name) const;           // there, and not null
    std::string string(std::string_view name);
    std::vector<std::string> strings(std::string_view name);
    bool flag(std::string_view name);
    std::optional<double> number(std::string_view name);
    std::optional<std::int64_t> whole(std::string_view name);
    const json::Array* array(std::string_view name);  // null pointer if absent

    // "entities[3]: what", to the report.
    void say(std::string_view what) const;

    // The members that were not taken, as the text of a JSON object; empty if there are none. With
    // `original_id`, that too: the id that the file gave and that could not be kept.
    std::string rest(const json::Value* original_id = nullptr);

  private:
    void wrong(std::string_view name, std::string_view wanted) const;

    const json::Object& object_;
    const Reporter& reporter_;
    std::string_view list_;
    std::size_t index_;
    std::vector<bool> taken_;
};

// Words of a file inside a sentence: in quotation marks, cut if long, without control characters.
std::string quoted(std::string_view words);

// Writes the members of such text into the object that is open. Text that is not a JSON object is
// left out: it would make the whole file unreadable.
void append_extra(json::Writer& out, const std::string& extra);

// Whether the file says that it is of this format.
bool has_format(const json::Object& file, std::string_view format);
// The file's version if it is above what is read.
std::optional<std::int64_t> version_over(const json::Object& file, int reads);
// The error for a file that is JSON, but not what is wanted.
text::Error wrong_shape(std::string message);
// The error for a file of a later version than this program reads.
text::Error too_new(std::string_view what, std::int64_t version, int reads);

}  // namespace standpoint::exchange
