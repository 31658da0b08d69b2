// DocumentVotes: what the text says of a word elsewhere, for the recogniser's second look.
//
// After the first look every name found lends its type to its words, and every other capitalised
// word is a vote for "no name". In the second look a word hears the other votes on it: the second
// *Lipavsky* is what *Czech Foreign Minister Jan Lipavsky* was. (Two-stage tagging with the first
// stage's output over the whole document as evidence: Krishnan and Manning 2006.)
#pragma once

#include <array>
#include <vector>

#include "core/extract/name_features.hpp"
#include "core/extract/tags.hpp"

namespace standpoint::extract {

class DocumentVotes {
  public:
    // Counts the votes of the first look. `path` has a tag for each word of the regions, one region
    // after the other.
    void read(const Article& article, const std::vector<Range>& regions,
              const std::vector<Tag>& path);

    // The features of the votes on it, appended to `out`. `own` is its tag of the first look; the
    // word's own vote does not count.
    void of_word(const Article& article, std::uint32_t word, Tag own,
                 std::vector<Feature>& out) const;

  private:
    // Whether others have voted on the word.
    bool heard(const Article& article, std::uint32_t word) const;

    static constexpr std::size_t kinds = 11;  // no name, and the ten types
    struct Votes {
        std::array<std::uint16_t, kinds> by_type{};
        std::array<std::uint16_t, kinds> longer{};  // as part of a name of several words
        std::array<std::uint16_t, kinds> last{};    // as the last word of such a name
    };
    std::vector<std::uint32_t> slot_;  // by WordId: 1 + index of votes_, or 0
    std::vector<Votes> votes_;
};

}  // namespace standpoint::extract
