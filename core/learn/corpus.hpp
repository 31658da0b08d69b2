// Corpus: how the labels of an annotated collection are to be understood in training, and how well
// names found in it are right.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/extract/name_tagger.hpp"
#include "core/learn/calibration.hpp"
#include "core/learn/training_set.hpp"
#include "core/model/document.hpp"

namespace standpoint::learn {

struct CorpusRule {
    std::map<std::string, TypeSet, std::less<>> labels;  // a label that is not here: anything
    TypeSet unmarked = no_name;
    float weight = 1;
    // The corpus also marks what is no name (the opposition forces): an article before a name is
    // cut off, and what does not end in a capitalised word is left open.
    bool names_only = false;
};

// The label's type; "O": no name; "*": any, or none; 0 if there is none of that name.
TypeSet types_named(std::string_view label);

TrainingText training_text(const model::Document& document, const CorpusRule& rule);

// Counts of names: right in span and type, found, and in the gold.
struct Counts {
    std::uint32_t right = 0, found = 0, gold = 0;
    double f1() const { return found + gold == 0 ? 0 : 2.0 * right / (found + gold); }
    double precision() const { return found == 0 ? 0 : 1.0 * right / found; }
    double recall() const { return gold == 0 ? 0 : 1.0 * right / gold; }
    void add(const Counts& other) {
        right += other.right;
        found += other.found;
        gold += other.gold;
    }
};

enum class Scheme { ten_types, three_types };

// Compares the names of a tagged article with gold. Under the second scheme a GPE, LOC or FAC is a
// place, and other types do not count on either side. Gold that may be no name does not count.
// `judged`, if there is one, gets each name found.
Counts compare(const extract::Article& found, const TrainingText& gold, Scheme scheme,
               std::vector<Judged>* judged = nullptr);

}  // namespace standpoint::learn
