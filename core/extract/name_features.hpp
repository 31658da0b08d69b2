// NameFeatures: what the recogniser sees of a word, as hashed features.
//
// Only words that could be part of a name are looked at: capitalised ones, and the small words that
// join them (Bank *of* England, al-*...). They make up regions, stretches with `outside` on both
// sides; in English news 98 % of names lie within one. A feature is a kind (what is looked at,
// and where) and the hash of what is seen there. A region is cut at `longest_region`, so that a
// text of nothing but capitals takes no more time or memory for a word than any other.
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

    // What a run writes; reused from text to text.
    struct Scratch {
        std::vector<Range> regions;
        struct Lower {  // of a folded word, by WordId
            std::uint32_t hash = 0, cluster = 0, list = 0;
            bool known = false;
        };
        std::vector<Lower> lowers;
        std::vector<std::uint64_t> matches;  // by word of the region: two bits a list
        std::vector<std::uint32_t> shapes;   // by word of the region
        std::string folded;
    };

    // Finds the regions of the article, in order.
    void find_regions(const Article&, Scratch&) const;
    // Reads what the features of a region's words share. Call before `of_word`.
    void read_region(const Vocabulary&, const Article&, Range region, Scratch&) const;
    // The features of word `i` of that region, appended to `out`.
    void of_word(const Article&, Range region, std::uint32_t i, Scratch&,
                 std::vector<Feature>& out) const;

  private:
    const Scratch::Lower& lower(const Article&, std::uint32_t i, Scratch&) const;
    void match_lists(const Vocabulary&, const Article&, Range region, Scratch&) const;

    const WordTables& tables_;
};

// The hash of a word as features and word tables know it: folded, with digits alike.
std::uint32_t word_hash(std::string_view word, std::string& buffer);

// Whether a name may begin at this word; regions begin and end with such words.
bool could_be_name(const Article&, std::uint32_t i);

}  // namespace standpoint::extract
