// The hidden <textarea> through which text is typed. The browser lets only a real field have an
// input method, dead keys, an emoji picker or a phone's keyboard, so one is focused while ImGui
// edits text, and what changes in it is replayed as "erase n, insert s".
//
// The difference is taken over the longest common prefix, because phone keyboards correct words
// that were already typed. Offsets are bytes of UTF-8, always on code-point boundaries.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace standpoint::web {

struct TextEdit {
    std::size_t erased = 0;  // code points, before the caret
    std::string inserted;
};

// What turns `before` into `after`, both with the caret at their end.
TextEdit difference(std::string_view before, std::string_view after);

class TextAgent {
  public:
    // The field's value after an input event. While composing nothing is to be done yet: the text
    // in the making is in preedit().
    TextEdit changed(std::string_view value, bool composing);

    // The field was emptied.
    void reset();

    const std::string& preedit() const { return preedit_; }
    bool empty() const { return committed_.empty() && preedit_.empty(); }

  private:
    std::string committed_;
    std::string preedit_;
};

}  // namespace standpoint::web
