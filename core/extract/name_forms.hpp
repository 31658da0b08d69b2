// NameForms: the ways in which an article writes its names, each once, taken apart for comparison.
//
// A form's parts are its words without case, accents, dots, possessive endings and hyphens: "Leila
// al-Hakim" is leila, al, hakim (but Bruni-Holt is one part of a person's name). In other names the
// little words (of, the, and) are no parts, and neither is what tells a company ("Corp."): the
// parts of "Department of Trade" and "Trade Department" are the same, though not in the same order.
// A people's name has no ending of a plural.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/extract/article.hpp"

namespace standpoint::extract {

using PartId = std::uint32_t;

struct NameForm {
    std::uint32_t name = 0;  // the first that is written so
    NameType type = NameType::none;
    bool guessed = true;  // every name written so is
    std::uint32_t entry = 0;
    std::vector<PartId> parts;
    std::vector<Classes> classes;  // of the words that the parts come from
    std::size_t head = 0;  // parts before the first "of" or "for": all of them if there is none
    std::string acronym;   // in small letters, if it is written like one
};

class NameForms {
  public:
    explicit NameForms(const Article& article);

    std::uint32_t size() const { return static_cast<std::uint32_t>(forms_.size()); }
    const NameForm& operator[](std::uint32_t form) const { return forms_[form]; }
    std::uint32_t of_name(std::uint32_t name) const { return of_name_[name]; }
    // Letters of which an acronym of the form may be made, in small letters: by its capitals, and
    // with the little words. The same twice if there are none.
    std::pair<std::string, std::string> initials(std::uint32_t form) const;
    std::string_view spelling(PartId part) const { return spellings_[part]; }

  private:
    void read_parts(NameForm& form);
    void read_word(std::uint32_t word, NameForm& form);
    void add_part(std::string part, Classes classes, NameForm& form);

    const Article& article_;
    std::vector<NameForm> forms_;
    std::vector<std::uint32_t> of_name_;
    std::unordered_map<std::string, PartId> parts_;
    std::vector<std::string> spellings_;
};

// Small letters without accents; "ø" and "ı" count as accented.
std::string without_accents(std::string_view word);

}  // namespace standpoint::extract
