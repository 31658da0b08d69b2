// Files of the command line: input read forward in bounded memory, output that appears whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "core/text/result.hpp"

namespace standpoint::cli {

struct CloseFile {
    void operator()(std::FILE* file) const;
};
using FilePtr = std::unique_ptr<std::FILE, CloseFile>;  // never owns stdin or stdout

// A file, or standard input under the name "-".
class Input {
  public:
    static text::Result<Input> open(const std::string& path);

    // What the input begins with, 64 KiB if there is as much; it stays to be read.
    std::string_view head();

    enum class Line : std::uint8_t { read, too_long, end };
    // The next line, without its LF. A line of more than `limit` bytes is passed over.
    Line next_line(std::string& line, std::size_t limit);

    // All that is left, or an error if that is more than `limit` bytes.
    text::Result<std::string> rest(std::size_t limit);

    // Whether reading stopped at an error of the system rather than at the end.
    bool failed() const { return std::ferror(file_.get()) != 0; }

  private:
    explicit Input(FilePtr file) : file_(std::move(file)) {}
    bool fill();  // false at the end

    FilePtr file_;
    std::string buffer_;
    std::size_t pos_ = 0;  // what is before it in the buffer has been handed out
};

// Standard output (path empty or "-"), or a file that appears under its name only when it is
// finished: an input of the same name can be read meanwhile, and a failure leaves it untouched.
class Output {
  public:
    static text::Result<Output> open(const std::string& path);
    Output(Output&&) = default;
    ~Output();

    void write(std::string_view bytes);
    // Everything is written and in place, or the error that came first.
    text::Result<bool> finish();

  private:
    Output(FilePtr file, std::string path);
    std::string temporary() const { return path_ + ".part"; }

    FilePtr file_;
    std::string path_;  // empty: standard output
};

// Files that are read whole (projects, codebooks, plain text) may be as large as this.
inline constexpr std::size_t max_file_bytes = 1u << 30;

// The whole file, or an error.
text::Result<std::string> read_file(const std::string& path);

// "news/a1.txt" -> "a1"; "stdin" for standard input.
std::string stem_of(const std::string& path);

}  // namespace standpoint::cli
