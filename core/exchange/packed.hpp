// The packed form: documents as they pass between the page and its worker. Not for files: both ends
// are the same build.
//
// Where JSON is for others to read, this is quick to read where nothing may wait: numbers in seven
// bits a byte, spans as begin and length in bytes, short strings once and then by number. What is
// read is held to the same rules as a file: any bytes give sound documents or an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/exchange/report.hpp"
#include "core/model/project.hpp"
#include "core/text/result.hpp"

namespace standpoint::exchange {

// What is sent.
struct Parcel {
    enum class Contents : std::uint8_t {
        project,
        documents,  // of the project only these count
        proposals,  // one document without its text; whether they fit it is for edit::Propose
    };
    Contents contents = Contents::documents;
    model::Project project;
    Report report;  // of the file that it was read from
};

std::string pack(const Parcel& parcel);

// Reads a parcel a piece at a time, so that a frame can be drawn in between.
class Unpacking {
  public:
    // The bytes must outlive it.
    explicit Unpacking(std::string_view bytes);
    Unpacking(Unpacking&&) noexcept;
    Unpacking& operator=(Unpacking&&) noexcept;
    ~Unpacking();

    // Reads the next piece, some hundred items or the frame of a document; false if that was the
    // last, or something is wrong.
    bool go_on();
    float done() const;  // share of the bytes
    // REQUIRES: go_on has returned false.
    text::Result<Parcel> finish() &&;

  private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

// All at once.
text::Result<Parcel> unpack(std::string_view bytes);

}  // namespace standpoint::exchange
