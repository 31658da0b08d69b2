// PartTrainer: the weights of the tagger of parts of speech: a perceptron with a margin, averaged
// over all steps (Collins 2002), that is trained on the parts it gave to the words before itself,
// as it will have to work.
//
// Features are dropped at random in training, so that the others learn to speak for words that were
// never seen. Whole numbers throughout: the same seed gives the same bytes on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/extract/part_tagger.hpp"
#include "core/learn/treebank.hpp"

namespace standpoint::learn {

struct PartPlan {
    int epochs = 10;        // at most, with all features
    int epochs_after = 10;  // at most, with those that are kept
    int margin = 5;         // by how much the right part should lead
    float feature_drop = 0.3F;
    std::uint32_t least_count = 2;     // features seen less often are left out
    std::uint32_t most_rows = 20'000;  // features that are kept
    int grain = 4;  // weights that ship are multiples of so many units: coarser ones pack better
    // Forms seen so often, and in such a share as one part, are that part always.
    std::uint32_t certain_count = 20;
    float certain_share = 0.99F;
    std::uint32_t seed = 1;
};

class PartTrainer {
  public:
    PartTrainer(const extract::Vocabulary& vocabulary, const extract::WordTables& tables,
                const PartPlan& plan)
        : vocabulary_(vocabulary), features_(tables), plan_(plan), state_(plan.seed) {}

    void add(const TreebankDocument& document);
    // Call after all documents are added, before the first epoch.
    void begin();
    // The share of words that it got wrong on the way.
    double epoch();
    // Leaves out the features that weigh least, and starts to average anew.
    // False if there was nothing to leave out.
    bool prune();
    // What ships: the mean of the weights since the start or the last pruning, and the certain
    // forms.
    std::vector<extract::FeatureWeights::Row> rows() const;
    std::size_t features() const { return keys_.size(); }

  private:
    struct Word {
        std::uint32_t before = 0, self = 0, after = 0;  // hashes of forms
        extract::Part gold = extract::Part::other;
    };
    template <class T>
    using Row = std::array<T, extract::part_count>;

    void add_sentence(const extract::Article& article, extract::Range words,
                      const std::vector<extract::Part>& gold);
    std::uint32_t id_of(std::uint32_t key) const;
    void number(const std::vector<std::uint32_t>& kept);
    void find_certain();
    void learn(std::size_t word, extract::PartFeatures::Around& around);
    std::uint32_t random();

    const extract::Vocabulary& vocabulary_;
    extract::PartFeatures features_;
    PartPlan plan_;
    std::uint64_t state_;

    std::vector<Word> words_;
    std::vector<std::uint32_t> sentences_{0};  // where each begins in words_; one more at the end
    std::vector<std::uint32_t> spoken_;        // keys of what hangs on the forms
    std::vector<std::uint32_t> spoken_from_{0};
    std::unordered_map<std::uint32_t, extract::Part> certain_;  // by hash of the form

    std::unordered_map<std::uint32_t, std::uint32_t> ids_;  // by key
    std::vector<std::uint32_t> keys_, counts_;              // by id
    std::vector<std::uint32_t> static_, static_from_;       // as spoken_, of ids that are kept
    std::vector<Row<std::int32_t>> weights_;
    std::vector<Row<std::int64_t>> sums_;  // of the weights over all steps before `since_`
    std::vector<std::uint32_t> since_;     // by id: the step that sums_ reaches to
    std::uint32_t step_ = 0, wrong_ = 0;
    std::vector<std::uint32_t> order_, heard_;
};

// Of the words of documents, how many the tagger got right.
struct PartCounts {
    std::size_t words = 0, right = 0, universal = 0;
    std::size_t whole = 0, whole_universal = 0;  // where our tokens are the treebank's
    void add(const extract::Article& found, const TreebankDocument& gold);
};

}  // namespace standpoint::learn
