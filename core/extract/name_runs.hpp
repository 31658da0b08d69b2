// NameRuns: where capitalised words stand together, and what the lists know of them.
//
// A run is what may hold one name or several with their titles: capitalised words and what joins
// them (de, al-, of, &). It says nothing yet about where a name ends or what it names.
#pragma once

#include "core/extract/article.hpp"

namespace standpoint::extract {

class NameRuns {
  public:
    NameRuns(const Vocabulary& vocabulary, const Article& article)
        : vocabulary_(vocabulary), article_(article), words_(article.words) {}

    // In a line of capitals, capitals do not make an acronym.
    void set_all_capitals(bool on) { in_capitals_ = on; }
    bool all_capitals() const { return in_capitals_; }

    struct Known {
        std::uint32_t length = 0;  // in words; 0 = no known name
        std::uint32_t entry = 0;
    };
    // The longest known name at `i` within `end`, written as a name is.
    Known known_at(std::uint32_t i, std::uint32_t end) const;
    // The length of the longest title or office at `i` within `end`; 0 if there is none.
    std::uint32_t title_at(std::uint32_t i, std::uint32_t end) const;
    // A title behind words that specify it: [Transportation] Minister. 0 if there is none.
    std::uint32_t long_title_at(std::uint32_t i, std::uint32_t end) const;

    // A word that can be part of a name.
    bool name_like(std::uint32_t i) const;
    // A word that news writes small: its capital here comes from its place.
    bool ordinary(std::uint32_t i) const;
    // al-Maliki, el-Sheikh: a small start, a capital after the hyphen.
    bool hyphen_upper(std::uint32_t i) const;
    bool is_initial(std::uint32_t i) const;
    bool is_clitic(std::uint32_t i) const;

    // The end of the run that starts at `i`. REQUIRES: name_like(i).
    std::uint32_t end_of(std::uint32_t i, std::uint32_t end) const;

  private:
    std::uint32_t past_joint(std::uint32_t begin, std::uint32_t j, std::uint32_t end) const;
    std::uint32_t past_title(std::uint32_t begin, std::uint32_t j, std::uint32_t end) const;
    bool tight_hyphen(std::uint32_t j) const;
    bool joins_of(std::uint32_t begin, std::uint32_t of) const;
    bool joins_in_organisation(std::uint32_t begin, std::uint32_t i, std::uint32_t next) const;
    bool possessive_inside(std::uint32_t begin, std::uint32_t clitic, std::uint32_t end) const;

    const Vocabulary& vocabulary_;
    const Article& article_;
    const std::vector<Word>& words_;
    bool in_capitals_ = false;
};

}  // namespace standpoint::extract
