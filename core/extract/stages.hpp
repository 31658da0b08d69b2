// The stages of extraction, in the order in which they run. Each lives in the file of its name and
// is a pure function of the vocabulary and of what the article holds already. All are linear in the
// text: whatever looks left or right from a word looks a bounded distance.
//
// Pace is asked now and then, with the share of the stage that is done; a stage that is told to
// stop returns false at once and leaves the article unusable.
#pragma once

#include "core/extract/article.hpp"
#include "core/extract/extractor.hpp"

namespace standpoint::extract {

class Pace {
  public:
    Pace(Watch* watch, float begin, float end) : watch_(watch), begin_(begin), end_(end) {}
    // REQUIRES: total > 0.
    bool go_on(std::size_t done, std::size_t total) {
        if (watch_ == nullptr || ++asked_ % 256 != 0) return true;
        const float share = static_cast<float>(done) / static_cast<float>(total);
        return watch_->go_on(begin_ + (end_ - begin_) * share);
    }

  private:
    Watch* watch_;
    float begin_, end_;
    std::uint32_t asked_ = 0;
};

// words.cpp: tokens, sentences and headlines.
void read_words(const Vocabulary&, std::string_view text, Article&);
// quotes.cpp: the outermost quotations, from the marks alone.
void find_quotes(Article&);
// clusters.cpp: names into entities; types corrected where the fuller name knows better.
void find_clusters(const Vocabulary&, Article&);
// The cluster of a country that the text may name by its adjective or its capital only.
std::uint32_t country_cluster(const Vocabulary&, Article&, std::uint32_t country);
// attributions.cpp: statements: source, cue and content.
bool find_attributions(const Vocabulary&, const model::Codebook*, Article&, Pace);
// holders.cpp: whose words they are.
void find_holders(const Vocabulary&, Article&);
// stances.cpp: who stands where on the given targets (targets.hpp); proposes targets where none is
// given.
bool find_stances(const Vocabulary&, const Input&, Article&, Pace);

}  // namespace standpoint::extract
