// NameFeatures: what the recogniser sees of a word, as hashed features.
//
// Only words that could be part of a name are looked at: capitalised ones, and the small words that
// join them (Bank *of* England, al-*...). They make up regions, stretches with `outside` on both
// sides; in English news 98 % of names lie within one. A feature is a kind (what is looked at,
// and where) and the hash of what is seen there. A region is cut at `longest_region`, so that a
// text of nothing but capitals takes no more time or memory for a word than any other.
//
// Most features come from one spelling at one place: the word itself, the one before, the one after
// the run of capitals. They are the same wherever the spelling stands so, and a caller may keep
// what it made of them; the others are made of several words, or of where in the text the word is.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/extract/article.hpp"
#include "core/extract/phrase_table.hpp"

namespace standpoint::extract {

inline constexpr std::uint32_t longest_region = 256;  // in words, and a few at its edges

// What the model file knows of words besides weights.
struct WordTables {
    PhraseTable lists;     // a bit for each list (its order is the model's), or `goes_on`
    PhraseTable clusters;  // 1 << length | path in the tree of clusters
};
inline constexpr std::uint32_t goes_on = 1u << 31;  // a longer phrase begins like this one
inline constexpr std::uint32_t title_list = 20;     // the model's own lists come before it

struct Feature {
    std::uint32_t key = 0;
    std::uint8_t kind = 0;  // feature_kinds.hpp
};

class NameFeatures {
  public:
    explicit NameFeatures(const WordTables& tables) : tables_(tables) {}

    // Where a spelling stands, seen from the word whose features are asked for. The run is that of
    // the capitals around it; its first and its last word may be the word itself.
    enum class Place : std::uint8_t {
        self,
        before,
        after,
        two_before,
        two_after,
        run_before,
        run_after,
        run_first,
        run_first_self,
        run_last,
        run_last_self,
    };
    static constexpr std::size_t place_count = 11;
    struct Seen {
        Place place = Place::self;
        std::uint32_t spelling = 0;  // of the article; 0: none
    };
    using Surroundings = std::array<Seen, 9>;

    // What a run writes; reused from text to text.
    struct Scratch {
        std::vector<Range> regions;
        struct Look {  // of a spelling
            std::uint32_t hash = 0, cluster = 0, list = 0, shape = 0;
            NameNode name = 0, title = 0;  // a step from the roots of the vocabulary's names
            bool known = false;
        };
        std::vector<Look> looks;  // of what a region read so far has in it or beside it
        // Of the words of the region:
        std::vector<std::uint64_t> matches;  // two bits a list
        std::vector<Range> runs;             // of capitals around it, itself always included
        std::string folded;
    };

    // Finds the regions of the article, in order (name_regions.cpp).
    void find_regions(const Article&, Scratch&) const;
    // Reads what the features of a region's words share. Call before what follows.
    void read_region(const Vocabulary&, const Article&, Range region, Scratch&) const;
    // What word `i` of that region sees of single spellings.
    Surroundings around(const Article&, Range region, std::uint32_t i, const Scratch&) const;
    // Appends the features that a spelling makes at a place.
    void of_seen(const Article&, Seen seen, const Scratch&, std::vector<Feature>& out) const;
    // Appends the other features of word `i` of that region.
    void of_rest(const Article&, Range region, std::uint32_t i, const Scratch&,
                 std::vector<Feature>& out) const;
    // Appends all features of word `i` of that region.
    void of_word(const Article&, Range region, std::uint32_t i, const Scratch&,
                 std::vector<Feature>& out) const;

  private:
    void look_up(const Vocabulary&, const Article&, std::uint32_t spelling, Scratch&) const;
    void match_lists(const Vocabulary&, const Article&, Range region, Scratch&) const;

    const WordTables& tables_;
};

// The hash of a word as features and word tables know it: folded, with digits alike.
std::uint32_t word_hash(std::string_view word, std::string& buffer);

}  // namespace standpoint::extract
