// Sources: the files that a training reads, sought in the folders of the command line and then
// beside the recipe.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/cli/complaints.hpp"

namespace standpoint::cli {

class Sources {
  public:
    Sources(std::vector<std::string> folders, Complaints& complaints)
        : folders_(std::move(folders)), complaints_(complaints) {}

    // The file's path in the first folder that has it; else the name as it is.
    std::string find(const std::string& file) const;
    // False after a complaint.
    bool read(const std::string& file, std::string& bytes);
    Complaints& complaints() { return complaints_; }

  private:
    std::vector<std::string> folders_;
    Complaints& complaints_;
};

bool file_exists(const std::string& path);

}  // namespace standpoint::cli
