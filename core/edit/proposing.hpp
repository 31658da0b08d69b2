// Proposing: the planning of a Propose command in steps, for where a frame must not wait for the
// whole: that of fifty thousand proposals takes many frames. What it comes to is what `plan` makes
// of the command.
#pragma once

#include <memory>

#include "core/edit/command.hpp"

namespace standpoint::edit {

class Proposing {
  public:
    // The project must outlive it and stay as it is until it is finished.
    Proposing(const model::Project& project, const model::Document& document,
              model::Suggestions suggestions, Stamp stamp);
    ~Proposing();

    // Takes the next step; false if that was the last.
    bool go_on();
    // REQUIRES: go_on has returned false.
    text::Result<Change> finish() &&;

  private:
    class Steps;
    std::unique_ptr<Steps> steps_;
};

}  // namespace standpoint::edit
