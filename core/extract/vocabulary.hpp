// Vocabulary: the word lists in the form that the stages look them up in.
//
// Built once from the embedded texts and from then on only read. A word has an id (its lower-case
// form with straight apostrophes), a set of classes, and possibly verb forms; a known name is a
// sequence of words that leads to a NameEntry.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace standpoint::extract {

using WordId = std::uint32_t;
inline constexpr WordId no_word = 0;

// A set of word classes; the names are those of the sections in assets/lexicons.
using Classes = std::uint64_t;
namespace word_class {
enum : Classes {
    determiner = 1ull << 0,
    article = 1ull << 1,
    pronoun = 1ull << 2,
    he = 1ull << 3,
    she = 1ull << 4,
    they = 1ull << 5,
    possessive = 1ull << 6,
    preposition = 1ull << 7,
    place_preposition = 1ull << 8,
    conjunction = 1ull << 9,
    subordinator = 1ull << 10,
    relative = 1ull << 11,
    auxiliary = 1ull << 12,
    be = 1ull << 13,
    have = 1ull << 14,
    modal = 1ull << 15,
    negation = 1ull << 16,
    adverb = 1ull << 17,
    weekday = 1ull << 18,
    month = 1ull << 19,
    time_word = 1ull << 20,
    not_a_name = 1ull << 21,
    compass = 1ull << 22,
    speaker_noun = 1ull << 23,
    official_noun = 1ull << 24,
    institution_noun = 1ull << 25,
    document_noun = 1ull << 26,
    addressee_noun = 1ull << 27,
    bare_subject = 1ull << 28,
    common = 1ull << 29,
    first_name = 1ull << 30,
    particle = 1ull << 31,
    title_tail = 1ull << 32,
    organisation_head = 1ull << 33,
    organisation_opener = 1ull << 34,
    facility_head = 1ull << 35,
    facility_opener = 1ull << 36,
    place_head = 1ull << 37,
    place_opener = 1ull << 38,
    settlement_head = 1ull << 39,
    event_head = 1ull << 40,
    event_opener = 1ull << 41,
    law_head = 1ull << 42,
    law_opener = 1ull << 43,
    weapon_head = 1ull << 44,
    restriction = 1ull << 49,
    undo = 1ull << 50,
    good = 1ull << 51,
    bad = 1ull << 52,
    must = 1ull << 53,
    title = 1ull << 54,  // a whole title by itself
    outlet_noun = 1ull << 55,
    filler = 1ull << 57,    // may stand inside "expressed [strong] support for"
    noun_too = 1ull << 56,  // a verb that is as often a noun
};
}  // namespace word_class

enum class NameType : std::uint8_t {
    none,
    per,
    org,
    gpe,
    loc,
    norp,
    fac,
    event,
    weapon,
    law,
    work,
};
std::string_view label_of(NameType);

// How a verb reports: which shapes of source, cue and content it takes (assets/lexicons/verbs.txt).
enum class Frame : std::uint8_t {
    say,
    tell,
    think,
    show,
    commit,
    urge,
    demand,
    object,
    accuse,
    describe,
    act,
    other,
};

namespace verb_form {
enum : std::uint8_t { base = 1, s = 2, past = 4, participle = 8, ing = 16 };
}

struct VerbFrame {
    Frame frame = Frame::other;
    int stance = 0;              // of the subject towards the content: 1 favor, -1 against
    std::vector<WordId> tail{};  // what must follow the verb: call *for*
};

struct Verb {
    std::string base;
    std::vector<VerbFrame> frames;
    bool reports = false;  // has a frame besides `act` and `other`
};

struct WordEntry {
    Classes classes = 0;
    std::uint16_t verb = 0;  // index of a Verb; 0 = not a verb
    std::uint8_t forms = 0;  // verb_form, those that this word can be
};

struct NameEntry {
    NameType type = NameType::none;
    std::string canonical;      // as the entity is called
    std::uint32_t country = 0;  // for a country, its demonyms and its capital: the country's index
    bool capital = false;       // a seat of government, used for the government too
    bool all_caps = false;      // only if written in capitals (US, WHO)
};

// A step in the tree of known names; 0 is "nowhere".
using NameNode = std::uint32_t;

class Vocabulary {
  public:
    Vocabulary();

    // `lower`: lower case, straight apostrophes. no_word if unknown.
    WordId find(std::string_view lower) const;
    const WordEntry& word(WordId id) const { return words_[id < words_.size() ? id : 0]; }
    WordId size() const { return static_cast<WordId>(words_.size()); }
    const Verb& verb(std::uint16_t index) const { return verbs_[index]; }
    const std::string& spelling(WordId id) const { return spellings_[id]; }

    static constexpr NameNode name_root = 1, title_root = 2;
    NameNode step(NameNode node, WordId word) const;
    // Index into names; 0 if no name (for the titles: 1 if a title) ends here.
    std::uint32_t name_at(NameNode node) const { return ends_[node]; }
    const NameEntry& name(std::uint32_t index) const { return names_[index]; }
    // The name of a country by its index.
    const std::string& country(std::uint32_t index) const { return countries_[index]; }

  private:
    WordId intern(std::string_view lower);
    // The place of the word in `slots_`: its id, or 0 where it would be.
    std::size_t slot_of(std::string_view lower) const;
    void add_class(std::string_view entry, Classes classes);
    void add_path(NameNode root, std::string_view phrase, std::uint32_t value);
    void add_name(std::string_view phrase, NameEntry entry);
    void read_words(std::string_view text);
    void read_names(std::string_view text);
    void read_country(std::string_view line);
    void read_verbs(std::string_view text);
    std::uint16_t add_verb(std::string_view base, std::string_view forms);
    void add_form(std::string_view form, std::uint16_t verb, std::uint8_t kind);

    std::vector<std::string> spellings_;
    std::vector<WordEntry> words_;
    std::vector<WordId> slots_;  // by hash, half full at most
    std::vector<Verb> verbs_;
    std::unordered_map<std::uint64_t, NameNode> steps_;
    std::vector<std::uint32_t> ends_;
    std::vector<NameEntry> names_;
    std::vector<std::string> countries_;
};

// Lower case with straight apostrophes, as words are looked up.
void fold(std::string_view word, std::string& out);

}  // namespace standpoint::extract
