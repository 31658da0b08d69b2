#include "core/cli/files.hpp"

#include <cerrno>
#include <cstring>

#include "core/text/utf8.hpp"

namespace standpoint::cli {
namespace {

constexpr std::size_t chunk_bytes = 64 << 10;

text::Error system_error(std::string_view what) {
    return {text::ErrorKind::io, std::string(what) + ": " + std::strerror(errno) + ".", {}, {}};
}

}  // namespace

void CloseFile::operator()(std::FILE* file) const {
    if (file != stdin && file != stdout) std::fclose(file);
}

text::Result<Input> Input::open(const std::string& path) {
    FilePtr file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) return system_error("It cannot be opened");
    return Input(std::move(file));
}

bool Input::fill() {
    if (pos_ > 0) {
        buffer_.erase(0, pos_);
        pos_ = 0;
    }
    const std::size_t old_size = buffer_.size();
    buffer_.resize(old_size + chunk_bytes);
    const std::size_t got = std::fread(buffer_.data() + old_size, 1, chunk_bytes, file_.get());
    buffer_.resize(old_size + got);
    return got > 0;
}

std::string_view Input::head() {
    while (buffer_.size() < chunk_bytes && fill()) {
    }
    return std::string_view(buffer_).substr(0, chunk_bytes);
}

Input::Line Input::next_line(std::string& line, std::size_t limit) {
    line.clear();
    bool too_long = false, any = false;
    for (;;) {
        if (pos_ == buffer_.size() && !fill()) break;
        any = true;
        const std::size_t end = buffer_.find('\n', pos_);
        const std::size_t stop = end == buffer_.npos ? buffer_.size() : end;
        too_long = too_long || line.size() + (stop - pos_) > limit;
        if (!too_long) line.append(buffer_, pos_, stop - pos_);
        pos_ = end == buffer_.npos ? stop : end + 1;
        if (end != buffer_.npos) break;
    }
    if (!any) return Line::end;
    return too_long ? Line::too_long : Line::read;
}

text::Result<std::string> Input::rest(std::size_t limit) {
    while (buffer_.size() - pos_ <= limit && fill()) {
    }
    if (failed()) return system_error("It cannot be read");
    if (buffer_.size() - pos_ > limit) {
        return text::Error{text::ErrorKind::too_large,
                           "It has more than " + std::to_string(limit) + " bytes.",
                           {},
                           {}};
    }
    buffer_.erase(0, pos_);
    pos_ = 0;
    return std::move(buffer_);
}

Output::Output(FilePtr file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}

text::Result<Output> Output::open(const std::string& path) {
    if (path.empty() || path == "-") return Output(FilePtr(stdout), {});
    FilePtr file(std::fopen((path + ".part").c_str(), "wb"));
    if (!file) return system_error("It cannot be written");
    return Output(std::move(file), path);
}

Output::~Output() {
    const bool unfinished = file_ && !path_.empty();
    file_.reset();
    if (unfinished) std::remove(temporary().c_str());
}

void Output::write(std::string_view bytes) {
    std::fwrite(bytes.data(), 1, bytes.size(), file_.get());
}

text::Result<bool> Output::finish() {
    if (std::fflush(file_.get()) != 0 || std::ferror(file_.get()) != 0)
        return system_error("It cannot be written");
    if (path_.empty()) return true;
    if (std::rename(temporary().c_str(), path_.c_str()) != 0)
        return system_error("It cannot be put in place");
    file_.reset();
    return true;
}

text::Result<std::string> read_file(const std::string& path) {
    auto input = Input::open(path);
    if (!input) return input.error();
    return input->rest(max_file_bytes);
}

std::string stem_of(const std::string& path) {
    if (path == "-") return "stdin";
    const std::size_t slash = path.find_last_of('/');
    std::string name = slash == path.npos ? path : path.substr(slash + 1);
    const std::size_t dot = name.find_last_of('.');
    if (dot != name.npos && dot > 0) name.erase(dot);
    return name.empty() || !text::is_valid(name) ? "document" : name;
}

}  // namespace standpoint::cli
