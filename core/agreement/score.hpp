// Score: precision, recall and F1 of one version of a corpus against another (gold).
//
// The measures, and the order in which they are printed, equal those of the reference script that
// the project's figures are stated in (tests/unit/score_test.cpp holds cases worked by hand):
//   mention exact+type, mention span, one row per type; attribution source/cue/content exact;
//   who-said-what (source overlap and content overlap, greedy one-to-one); attribution + holder;
//   stance holder+polarity+evidence overlap; stance polarity+evidence; stance
//   holder+target+polarity.
// Rejected items count for neither side; types that a grammar finds (DATE, TIME, MONEY, PERCENT,
// QUANTITY) and stances with polarity `unclear` are left out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/model/document.hpp"

namespace standpoint::agreement {

struct Row {
    std::string name;
    std::size_t matched = 0, gold = 0, system = 0;

    double precision() const;  // 0 to 1; 0 if there is nothing
    double recall() const;
    double f1() const;
};

struct ScoreOptions {
    bool plo = false;  // only PER, ORG and LOC, with GPE and FAC counted as LOC
};

// Adds up over documents; rows appear in a fixed order.
class Score {
  public:
    explicit Score(ScoreOptions options = {}) : options_(options) {}
    // `system` may be null: the document is missing there, all of gold is missed.
    void add(const model::Document& gold, const model::Document* system);
    std::vector<Row> rows() const;

  private:
    ScoreOptions options_;
    std::vector<Row> rows_;
};

}  // namespace standpoint::agreement
