// TargetBook: the propositions of an article, and which of them a clause is about.
//
// Words are compared by crude stems (ban, bans, banned, banning), weighted by how rare they are in
// the text. A clause that turns the proposition round ("oppose the ban", "lift the ban") is told by
// counting the words of restriction and undoing on both sides.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/extract/article.hpp"
#include "core/extract/extractor.hpp"

namespace standpoint::extract {

class TargetBook {
  public:
    TargetBook(const Vocabulary& vocabulary, const Input& input, Article& article);

    struct Match {
        std::uint32_t target = none;
        int sign = 1;          // -1: who is for what the clause says is against the target
        std::string word;      // a word that the two share
        int pro = 0, con = 0;  // phrasings of the codebook found in the clause
    };
    // The proposition that the words are about; target == none if there is none.
    Match match(Range clause) const;

    // A proposition made from the words, or an earlier one that says the same.
    Match propose(Range phrase, std::string_view before, const std::string& reason, float score);

  private:
    using Stem = std::uint32_t;
    struct Entry {
        std::vector<Stem> stems;     // sorted, without repetition; of its content words
        std::vector<Stem> keywords;  // sorted
        std::vector<std::vector<Stem>> pro, con;
        int turns = 0;  // words of restriction and undoing
    };

    Stem stem(std::string_view lower);
    std::vector<Stem> stems_of(std::string_view text);
    std::vector<Stem> stems_of(Range clause) const;
    Entry entry_of(std::string_view text);
    std::vector<std::uint32_t> candidates(const std::vector<Stem>& clause) const;
    void add(std::string key, std::string text, Entry entry);
    int turns(Range clause) const;
    int weight(Stem stem) const;
    static bool has_phrase(const std::vector<Stem>& clause, const std::vector<Stem>& phrase);

    const Vocabulary& vocabulary_;
    Article& article_;
    std::unordered_map<std::string, Stem> stems_;
    std::vector<Stem> stem_of_word_;        // by WordId; 0 = carries no content
    std::vector<std::uint32_t> frequency_;  // by stem, in the article
    std::vector<Entry> entries_;
    std::vector<std::vector<std::uint32_t>> proposed_with_;  // by stem: proposed targets with it
    std::size_t given_ = 0;
    std::uint32_t next_key_ = 1;
};

}  // namespace standpoint::extract
