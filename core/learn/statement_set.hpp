// StatementSet: annotated attributions as the two chains of statements see them, and how well
// statements that were found agree with them.
//
// Gold spans are turned into the article's own words: a span that ends inside a word takes the
// whole word. Where two attributions overlap, cues come before sources and sources before contents.
#pragma once

#include <vector>

#include "core/extract/name_tagger.hpp"
#include "core/extract/part_tagger.hpp"
#include "core/extract/role_features.hpp"
#include "core/learn/calibration.hpp"
#include "core/learn/choice_trainer.hpp"
#include "core/learn/corpus.hpp"
#include "core/learn/training_set.hpp"
#include "core/model/document.hpp"

namespace standpoint::learn {

// Runs the stages that come before the taggers of statements.
class StatementReader {
  public:
    StatementReader(const extract::Vocabulary& vocabulary, const extract::NameTagger& names,
                    const extract::PartTagger& parts)
        : vocabulary_(vocabulary), names_(names), parts_(parts) {}

    // The article refers to the text of the document.
    void read(const model::Document& document, extract::Article& article);

  private:
    const extract::Vocabulary& vocabulary_;
    const extract::NameTagger& names_;
    const extract::PartTagger& parts_;
    extract::NameTagger::Scratch name_scratch_;
    extract::PartTagger::Scratch part_scratch_;
};

// Adds the sentences of an article as the first chain sees them, and each gold cue as the second
// does.
void add_statements(const extract::RoleFeatures& features, const extract::Article& article,
                    const model::Document& gold, float weight, TrainingSet& cues,
                    TrainingSet& spans);

// Adds the choice of the holder of each gold attribution. Those whose holder is no candidate are
// left out.
void add_holders(const extract::Vocabulary& vocabulary, extract::Article& article,
                 const model::Document& gold, float weight, ChoiceTrainer& choices);

// Of the gold attributions, those whose content a statement of the same holder overlaps.
Counts compare_holders(const extract::Article& found, const model::Document& gold);

// Statements are right if content and source overlap with those of the gold, or both have no
// source; each gold one counts once. `judged`, if there is one, gets each statement with a cue.
Counts compare_statements(const extract::Article& found, const model::Document& gold,
                          std::vector<Judged>* judged = nullptr);

}  // namespace standpoint::learn
