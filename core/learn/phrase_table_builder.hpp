// PhraseTableBuilder: the bytes that extract::PhraseTable is a view of.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/extract/phrase_table.hpp"

namespace standpoint::learn {

class PhraseTableBuilder {
  public:
    // Adds the bits to what the phrase means already.
    void add(std::uint32_t hash, std::uint32_t bits) { meanings_[hash] |= bits; }
    std::size_t size() const { return meanings_.size(); }
    // At most 256 meanings fit: a rarer one becomes the common one that says most of the same and
    // nothing else; a phrase for which there is none is left out.
    std::string bytes() const;

  private:
    std::map<std::uint32_t, std::uint32_t> meanings_;  // by hash
};

}  // namespace standpoint::learn
