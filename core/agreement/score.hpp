// Score: precision, recall and F1 of one version of a corpus against another (gold).
//
// The measures, and the order in which they are printed, equal those of the reference script that
// the project's figures are stated in (tests/unit/score_test.cpp holds cases worked by hand):
//   mention exact+type: distinct spans with the same type; mention span: distinct spans;
//   one row per type, in the order in which the documents bring them up;
//   attribution source/cue/content exact: distinct spans;
//   who-said-what: contents overlap, and sources overlap or are missing on both sides;
//   attribution + holder: contents overlap and the holder has the same name;
//   stance holder+polarity+evidence, polarity+evidence (evidence overlaps) and
//   holder+target+polarity (the target has the same text).
// After these come rows that the reference does not have:
//   attribution source/cue/content overlap: distinct spans, each matched to one that it overlaps.
// All overlap is counted one-to-one: each gold item, in order, takes the first free one that fits.
// Names and target texts are compared without case, outer white space and a leading "the ".
// Rejected items count for neither side; types that a grammar finds (DATE, TIME, MONEY, PERCENT,
// QUANTITY) and stances with polarity `unclear` are left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.hpp"

namespace standpoint::agreement {

struct Row {
    std::string name;
    bool is_type = false;  // `name` is an entity type
    std::size_t matched = 0, gold = 0, system = 0;

    double precision() const;  // 0 to 1; 0 if there is nothing
    double recall() const;
    double f1() const;
};

struct ScoreOptions {
    bool plo = false;  // only PER, ORG and LOC, with GPE and FAC counted as LOC
};

// Adds up over documents.
class Score {
  public:
    explicit Score(ScoreOptions options = {}) : options_(options) {}
    // `system` may be null: the document is missing there, all of gold is missed.
    void add(const model::Document& gold, const model::Document* system);
    std::vector<Row> rows() const;

  private:
    ScoreOptions options_;
    std::vector<Row> rows_;        // the reference's
    std::vector<Row> extra_rows_;  // ours
};

}  // namespace standpoint::agreement
