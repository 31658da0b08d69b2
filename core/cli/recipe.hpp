// Recipe: what `standpoint train` is told to do (assets/model/train.json): the lists of names, the
// text for clusters, the corpora with what their labels mean, the treebanks, and the plans.
//
// Paths are relative and are sought in the folders that the command line names, in order, and in
// the folder of the recipe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cli/complaints.hpp"
#include "core/learn/chain_trainer.hpp"
#include "core/learn/choice_trainer.hpp"
#include "core/learn/corpus.hpp"
#include "core/learn/part_trainer.hpp"

namespace standpoint::cli {

struct ListRecipe {
    std::string name;
    std::vector<std::string> files;
};

struct CorpusRecipe {
    std::string name, file;
    learn::CorpusRule rule;
    bool places_as_one = false;  // measured with PER, ORG and LOC alone
};

struct StatementCorpus {
    std::string name, file;
    std::string ids;  // how the ids begin of the documents that count
    float weight = 1;
};

struct Recipe {
    std::string text;  // as it was read: the model's card
    std::vector<ListRecipe> lists;
    std::string cluster_text;
    int clusters = 0;
    int cluster_rounds = 10;
    std::uint32_t cluster_least = 3;  // words seen less often have none
    std::vector<CorpusRecipe> train, dev;
    learn::TrainingPlan plan;
    std::string parts_train, parts_dev;  // treebanks
    learn::PartPlan part_plan;
    std::vector<StatementCorpus> statements_train, statements_dev;
    learn::TrainingPlan cue_plan, span_plan;
    learn::ChoicePlan holder_plan;
};

// Nothing after a complaint.
std::optional<Recipe> read_recipe(const std::string& path, Complaints& complaints);

}  // namespace standpoint::cli
