// Codebook: what a team annotates with: labels, colours, hotkeys, targets, and the guideline text
// for each. One JSON file that a team shares (core/exchange/codebook_json.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace standpoint::model {

struct Label {
    std::string name;         // "PER"
    std::string title;        // "Person"
    char hotkey = 0;          // 0 = none; a letter or digit, unique within the codebook
    std::uint8_t colour = 0;  // index into the theme's palette of label colours
    std::string guideline;    // plain text, paragraphs separated by an empty line
    std::string extra;

    friend bool operator==(const Label&, const Label&) = default;
};

// A proposition that the team codes in every document.
struct CodebookTarget {
    std::string key;                    // "lift-ban": unique, not empty
    std::string text;                   // "Let Ukraine strike inside Russia with Western weapons"
    std::string short_text;             // column heading; empty = `text`
    std::vector<std::string> keywords;  // words that make a clause relevant to it
    std::vector<std::string> pro, con;  // phrasings that count as support, as opposition
    std::string guideline;
    std::string extra;

    friend bool operator==(const CodebookTarget&, const CodebookTarget&) = default;
};

struct Codebook {
    std::string name;
    std::vector<Label> labels;
    std::vector<CodebookTarget> targets;
    std::string guideline;               // general instructions
    std::vector<std::string> cue_verbs;  // added to the built-in reporting verbs
    std::string extra;

    const Label* label(std::string_view name) const;
    const CodebookTarget* target(std::string_view key) const;
    friend bool operator==(const Codebook&, const Codebook&) = default;
};

// What is wrong with the codebook as one sentence, or nullopt: names and keys are unique and not
// empty, hotkeys are unique letters or digits, all text is UTF-8.
std::optional<std::string> problem_in(const Codebook& codebook);

// The ten entity types of the shipped guidelines, with hotkeys 1 to 9 and 0 and guideline texts of
// our own; no targets.
Codebook default_codebook();

}  // namespace standpoint::model
