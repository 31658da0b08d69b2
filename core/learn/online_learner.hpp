// OnlineLearner: what a person's corrections teach the recogniser of names, beside what ships.
//
// It keeps a bounded table of weights that are added to those of the model, and learns from one
// corrected stretch of text at a time: a few steps down the gradient of the likelihood of what the
// person allows (as ChainTrainer has it), with AdaGrad's step sizes, so that no weight changes by
// more than `steps` steps for one correction and frequent features soon move little. Only features
// that name words learn, the word's own and those around it; transitions stay as they are. Where
// the table is full, the weights that say least go.
//
// The model stays const; the tagger adds `weights()` to it (NameTagger::Scratch::learned). The
// state can be written and read; it rounds to what is written after each correction, so that
// reading it again changes nothing. Deterministic, the same on every machine; no clock.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/extract/name_tagger.hpp"
#include "core/learn/training_set.hpp"

namespace standpoint::learn {

struct OnlinePlan {
    int steps = 4;
    // The longest step of a weight, as a logarithm: of what names the word itself, and of what
    // names those around it.
    float word_rate = 0.16F, rate = 0.02F;
    float most = 3;     // no learned weight is larger
    float sure = 0.9F;  // where what is allowed is as probable as this, nothing is learned
    std::size_t most_rows = 8192;
};

class OnlineLearner {
  public:
    // The vocabulary, model and tagger must outlive it.
    OnlineLearner(const extract::Vocabulary& vocabulary, const extract::NameModel& model,
                  const extract::NameTagger& tagger, const OnlinePlan& plan = {});

    // Learns what the text's names are, within `reviewed` (bytes), and that all else there is what
    // `unmarked` says. REQUIRES: the text has passed text::admit.
    void learn(const TrainingText& corrected, text::Span reviewed);

    // To be added to the model's; stays, and changes with the next correction.
    const extract::FeatureWeights& weights() const { return overlay_; }
    std::size_t size() const { return rows_.size(); }

    std::string write() const;
    // In the place of what was learned so far; how many features that is. What is damaged, or was
    // learned beside another model, is refused, and nothing changes.
    text::Result<std::size_t> read(std::string_view bytes);

  private:
    struct Row {
        std::uint32_t key = 0;
        float square = 0;  // the sum of squared gradients
        extract::TagRow<float> weights{};
    };
    struct Stretch {  // of the training set: one region
        std::uint32_t first = 0, size = 0;
    };

    Row& row(std::uint32_t key);
    void read_given(const TrainingSet& set);
    bool step(const TrainingSet& set, Stretch stretch);
    void round();
    void forget();
    void make_overlay();

    const extract::Vocabulary& vocabulary_;
    const extract::NameModel& model_;
    const extract::NameTagger& tagger_;
    OnlinePlan plan_;
    extract::Powers powers_;

    std::vector<Row> rows_;
    std::unordered_map<std::uint32_t, std::uint32_t> at_;  // index of rows_ by key
    extract::FeatureWeights overlay_;

    extract::NameTagger::Scratch scratch_;
    std::vector<extract::TagRow<float>> given_, gradients_, potentials_;
    extract::ForwardBackward free_, bound_;
    std::vector<extract::TagSet> open_, allowed_;
};

}  // namespace standpoint::learn
