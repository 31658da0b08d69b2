// RoleFeatures: what the taggers of statements see of a word, as hashed features.
//
// Two taggers read statements. The first goes through every sentence and finds the cues; the second
// goes once through the sentence for each cue and finds its source and its content. Both see the
// words, their parts of speech, names, quotation marks, what the rules of attributions.cpp made of
// the sentence, and the reporting words nearby; the second sees where the cue is and what lies
// between it and the word.
//
// All are linear in the text: a stretch of the first is at most `longest_stretch` words, and the
// second looks `cue_reach` words to either side.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/extract/article.hpp"
#include "core/extract/name_features.hpp"
#include "core/extract/tags.hpp"

namespace standpoint::extract {

// What a word is to a statement. The tags of the taggers are those of names, with roles for types.
enum class Role : std::uint8_t { nothing, source, cue, content };
constexpr Tag begin_tag(Role role) {
    return static_cast<Tag>(2 * static_cast<int>(role) - 1);
}
constexpr Tag inside_tag(Role role) {
    return static_cast<Tag>(2 * static_cast<int>(role));
}
constexpr Role role_of(Tag tag) {
    return static_cast<Role>((tag + 1) / 2);
}
constexpr TagSet role_bits(Role role) {
    return tag_bit(begin_tag(role)) | tag_bit(inside_tag(role));
}
// The tags that the first tagger gives, and the second.
inline constexpr TagSet role_tags =
    tag_bit(outside) | role_bits(Role::source) | role_bits(Role::cue) | role_bits(Role::content);
inline constexpr TagSet span_tags =
    tag_bit(outside) | role_bits(Role::source) | role_bits(Role::content);

inline constexpr std::uint32_t longest_stretch = 512, cue_reach = 160;

// Marks a range's words with a role; what was marked before is written over.
void paint(std::vector<Tag>& tags, Range words, Role role);
// Where a range was cut by another, what is left of it begins anew.
void mend(std::vector<Tag>& tags);

class RoleFeatures {
  public:
    RoleFeatures(const Vocabulary& vocabulary, const WordTables& tables)
        : vocabulary_(vocabulary), tables_(tables) {}

    // What the features of an article's words share.
    struct Seen {
        std::uint32_t form = 0, ending_2 = 0, ending_3 = 0;  // hashes
        std::uint32_t cluster = 0;
        std::uint8_t reports = 0;       // how its verb reports by the word lists; 0: no verb
        std::uint8_t name = 0;          // the type of its name, and whether it begins it
        Tag rule = outside;             // what the rules say it is
        bool cue_like = false;          // it may be a cue
        std::uint32_t rule_cue = none;  // the rules' statement whose cue it is in
    };
    struct Scratch {
        std::vector<Seen> words;
        std::string buffer;
        // Of one stretch:
        struct Near {
            std::uint32_t left_cue = none, right_cue = none, left_mark = none, right_mark = none;
        };
        std::vector<Near> near;
        struct Between {  // a word and the cue
            std::uint32_t commas = 0, verbs = 0, joints = 0;
            bool cue = false, quote = false;
        };
        std::vector<Between> between;
        std::vector<Tag> roles;  // by the rules, as to this cue
    };

    // Call once for an article before the others. REQUIRES: words, quotes, names, parts of speech
    // and the rules' statements are there.
    void read(const Article& article, Scratch& scratch) const;

    // The stretches of a sentence that the first tagger reads as one.
    template <class Take>
    static void each_stretch(const Sentence& sentence, Take&& take) {
        for (std::uint32_t at = sentence.words.begin; at < sentence.words.end;) {
            const std::uint32_t end = std::min(sentence.words.end, at + longest_stretch);
            take(Range{at, end});
            at = end;
        }
    }
    // Features of each word of a stretch: `take(features)` is called for each in turn.
    template <class Take>
    void of_stretch(const Article& article, Range stretch, Scratch& scratch,
                    std::vector<Feature>& buffer, Take&& take) const {
        read_near(article, stretch, scratch);
        const Flags flags = flags_of(article, stretch, scratch);
        for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
            buffer.clear();
            of_word(article, stretch, i, flags, scratch, buffer);
            take(buffer);
        }
    }

    // The words that the second tagger reads for a cue.
    static Range window(const Article& article, Range cue);
    // Features of each of them. `cues`: those that lie in the window, in order.
    template <class Take>
    void of_window(const Article& article, Range window, Range cue, const std::vector<Range>& cues,
                   Scratch& scratch, std::vector<Feature>& buffer, Take&& take) const {
        read_between(article, window, cue, cues, scratch);
        read_rule_roles(article, window, cue, scratch);
        const CueSight sight = sight_of(article, window, cue, cues, scratch);
        for (std::uint32_t i = window.begin; i < window.end; ++i) {
            buffer.clear();
            of_word(article, window, i, sight, scratch, buffer);
            take(buffer);
        }
    }

  private:
    using Flags = std::uint32_t;
    // What is to be said of a cue, whatever the word.
    struct CueSight {
        Range words;
        std::uint32_t verb = 0, reports = 0, last = 0, after = 0, before = 0, shape = 0;
        std::uint32_t rank = 0;  // among how many cues of the sentence
        bool quote_after = false, quote_before = false;
        const std::vector<Range>* cues = nullptr;
    };

    void read_near(const Article&, Range stretch, Scratch&) const;
    Flags flags_of(const Article&, Range stretch, const Scratch&) const;
    void of_word(const Article&, Range stretch, std::uint32_t i, Flags, const Scratch&,
                 std::vector<Feature>& out) const;
    void read_between(const Article&, Range window, Range cue, const std::vector<Range>& cues,
                      Scratch&) const;
    void read_rule_roles(const Article&, Range window, Range cue, Scratch&) const;
    CueSight sight_of(const Article&, Range window, Range cue, const std::vector<Range>& cues,
                      const Scratch&) const;
    void of_word(const Article&, Range window, std::uint32_t i, const CueSight&, const Scratch&,
                 std::vector<Feature>& out) const;

    const Vocabulary& vocabulary_;
    const WordTables& tables_;
};

}  // namespace standpoint::extract
