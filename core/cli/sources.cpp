#include "core/cli/sources.hpp"

#include <cstdio>

#include "core/cli/files.hpp"

namespace standpoint::cli {

bool file_exists(const std::string& path) {
    return FilePtr(std::fopen(path.c_str(), "rb")) != nullptr;
}

std::string Sources::find(const std::string& file) const {
    for (const std::string& folder : folders_) {
        if (const std::string path = folder + "/" + file; file_exists(path)) return path;
    }
    return file;
}

bool Sources::read(const std::string& file, std::string& bytes) {
    const std::string path = find(file);
    auto found = read_file(path);
    if (!found) {
        complaints_.say(path, found.error());
        return false;
    }
    bytes = std::move(*found);
    return true;
}

}  // namespace standpoint::cli
