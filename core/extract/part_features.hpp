// PartFeatures: what the tagger of parts of speech sees of a word, as hashed features.
//
// Nearly all of it hangs on the form of a word alone: its letters, its capital and what the capital
// is worth where it stands. So a form's features, as the word itself or as the word before or
// after, are summed once for a text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/extract/article.hpp"
#include "core/extract/name_features.hpp"
#include "core/extract/parts.hpp"

namespace standpoint::extract {

// A form of a word in an article: its WordId and what its capital is worth, or which mark it is.
using FormId = std::uint32_t;

// From where a form is looked at.
enum class Place : std::uint8_t { self, before, after, second_before, second_after };
inline constexpr std::size_t places = 5;

class PartFeatures {
  public:
    explicit PartFeatures(const WordTables& tables) : tables_(tables) {}

    // The first form of the word of that id; those of all words before it are below.
    static FormId first_form(WordId id);
    static FormId form_of(const Article& article, std::uint32_t word);
    static std::uint32_t capital_of(FormId form);  // of a word
    // The form of what is outside the sentence.
    static constexpr FormId nothing = 0;

    // The hash of the form, by which pairs are known.
    static std::uint32_t hash_of(FormId form, std::string_view spelled, std::string& buffer);

    // The features of a form from a place, appended to `out`. `word` is a word of that form; none:
    // `nothing`.
    void of_form(const Article& article, std::uint32_t word, Place place, std::string& buffer,
                 std::vector<std::uint32_t>& out) const;

    struct Around {
        std::uint32_t before = 0, self = 0, after = 0;          // hashes of forms
        Part one = Part::punctuation, two = Part::punctuation;  // the parts before, nearest first
    };
    static constexpr std::size_t context_features = 7;
    static void of_context(const Around& around, std::uint32_t (&out)[context_features]);

    // The feature of forms that are one part of speech wherever they stand.
    static std::uint32_t certain(std::uint32_t form_hash);

  private:
    const WordTables& tables_;
};

}  // namespace standpoint::extract
