#include "core/cli/recipe.hpp"

#include "core/cli/files.hpp"
#include "core/exchange/json.hpp"

namespace standpoint::cli {
namespace {

namespace json = exchange::json;

std::string text_of(const json::Object& object, std::string_view name) {
    const json::Value* value = json::find(object, name);
    return value != nullptr && value->string() != nullptr ? *value->string() : std::string();
}

template <class T>
void number_of(const json::Object& object, std::string_view name, T& out) {
    const json::Value* value = json::find(object, name);
    if (value != nullptr && value->number() != nullptr) {
        out = static_cast<T>(value->number()->value);
    }
}

bool truth_of(const json::Object& object, std::string_view name) {
    const json::Value* value = json::find(object, name);
    return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

// Calls `take` for every string of an array, or for the string itself.
template <class Take>
void each_text(const json::Value* value, Take&& take) {
    if (value == nullptr) return;
    if (value->string() != nullptr) take(*value->string());
    if (value->array() == nullptr) return;
    for (const json::Value& item : *value->array()) {
        if (item.string() != nullptr) take(*item.string());
    }
}

template <class Take>
void each_object(const json::Object& object, std::string_view name, Take&& take) {
    const json::Value* value = json::find(object, name);
    if (value == nullptr || value->array() == nullptr) return;
    for (const json::Value& item : *value->array()) {
        if (item.object() != nullptr) take(*item.object());
    }
}

learn::TypeSet types_of(const json::Value* value) {
    learn::TypeSet types = 0;
    each_text(value, [&](const std::string& label) { types |= learn::types_named(label); });
    return types;
}

CorpusRecipe corpus_of(const json::Object& object) {
    CorpusRecipe corpus;
    corpus.name = text_of(object, "name");
    corpus.file = text_of(object, "file");
    corpus.places_as_one = truth_of(object, "places as one");
    number_of(object, "weight", corpus.rule.weight);
    corpus.rule.names_only = truth_of(object, "names only");
    if (const json::Value* unmarked = json::find(object, "unmarked")) {
        corpus.rule.unmarked = types_of(unmarked) | learn::no_name;
    }
    for (const char* label :
         {"PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "WEAPON", "LAW", "WORK"}) {
        corpus.rule.labels[label] = learn::types_named(label);
    }
    if (const json::Value* labels = json::find(object, "labels");
        labels != nullptr && labels->object() != nullptr) {
        corpus.rule.labels.clear();
        for (const json::Member& member : *labels->object()) {
            corpus.rule.labels[member.name] = types_of(&member.value);
        }
    }
    return corpus;
}

void read_plan(const json::Object& plan, learn::TrainingPlan& out) {
    number_of(plan, "epochs", out.epochs);
    number_of(plan, "epochs after", out.epochs_after);
    number_of(plan, "folds", out.folds);
    number_of(plan, "vote epochs", out.vote_epochs);
    number_of(plan, "rate", out.rate);
    number_of(plan, "ridge", out.ridge);
    number_of(plan, "word drop", out.word_drop);
    number_of(plan, "list drop", out.list_drop);
    number_of(plan, "feature drop", out.feature_drop);
    number_of(plan, "seed", out.seed);
    number_of(plan, "least count", out.least_count);
    number_of(plan, "grain", out.grain);
    number_of(plan, "most rows", out.most_rows);
}

void read_statements(const json::Object& root, Recipe& recipe) {
    const json::Value* value = json::find(root, "statements");
    if (value == nullptr || value->object() == nullptr) return;
    const json::Object& statements = *value->object();
    const auto corpora = [&](std::string_view name, std::vector<StatementCorpus>& out) {
        each_object(statements, name, [&](const json::Object& corpus) {
            StatementCorpus made{text_of(corpus, "name"), text_of(corpus, "file"),
                                 text_of(corpus, "ids")};
            number_of(corpus, "weight", made.weight);
            out.push_back(std::move(made));
        });
    };
    corpora("train", recipe.statements_train);
    corpora("dev", recipe.statements_dev);
    for (auto [name, plan] :
         {std::pair{"cues", &recipe.cue_plan}, std::pair{"spans", &recipe.span_plan}}) {
        plan->word_drop = plan->list_drop = 0;
        if (const json::Value* found = json::find(statements, name);
            found != nullptr && found->object() != nullptr) {
            read_plan(*found->object(), *plan);
        }
    }
    if (const json::Value* found = json::find(statements, "holders");
        found != nullptr && found->object() != nullptr) {
        learn::ChoicePlan& plan = recipe.holder_plan;
        number_of(*found->object(), "epochs", plan.epochs);
        number_of(*found->object(), "kept", plan.kept);
        number_of(*found->object(), "rate", plan.rate);
        number_of(*found->object(), "ridge", plan.ridge);
        number_of(*found->object(), "feature drop", plan.feature_drop);
        number_of(*found->object(), "least count", plan.least_count);
        number_of(*found->object(), "most rows", plan.most_rows);
        number_of(*found->object(), "seed", plan.seed);
    }
}

}  // namespace

std::optional<Recipe> read_recipe(const std::string& path, Complaints& complaints) {
    const auto bytes = read_file(path);
    if (!bytes) {
        complaints.say(path, bytes.error());
        return std::nullopt;
    }
    const auto parsed = json::parse(*bytes, 16);
    if (!parsed || parsed->object() == nullptr) {
        complaints.say(
            path,
            parsed ? text::Error{text::ErrorKind::wrong_shape, "A recipe is a JSON object.", {}, {}}
                   : parsed.error());
        return std::nullopt;
    }
    const json::Object& root = *parsed->object();
    Recipe recipe;
    recipe.text = *bytes;
    each_object(root, "lists", [&](const json::Object& list) {
        ListRecipe made{text_of(list, "name"), {}};
        each_text(json::find(list, "files"),
                  [&](const std::string& file) { made.files.push_back(file); });
        recipe.lists.push_back(std::move(made));
    });
    if (recipe.lists.size() > extract::title_list) {
        complaints.say(path, 0, "At most " + std::to_string(extract::title_list) + " lists fit.");
        return std::nullopt;
    }
    if (const json::Value* value = json::find(root, "clusters");
        value != nullptr && value->object() != nullptr) {
        recipe.cluster_text = text_of(*value->object(), "file");
        number_of(*value->object(), "count", recipe.clusters);
        number_of(*value->object(), "least", recipe.cluster_least);
        number_of(*value->object(), "rounds", recipe.cluster_rounds);
        if (recipe.clusters > 256) {
            complaints.say(path, 0, "At most 256 clusters fit.");
            return std::nullopt;
        }
    }
    each_object(root, "train",
                [&](const json::Object& corpus) { recipe.train.push_back(corpus_of(corpus)); });
    each_object(root, "dev",
                [&](const json::Object& corpus) { recipe.dev.push_back(corpus_of(corpus)); });
    if (const json::Value* value = json::find(root, "plan");
        value != nullptr && value->object() != nullptr) {
        read_plan(*value->object(), recipe.plan);
    }
    if (const json::Value* value = json::find(root, "parts");
        value != nullptr && value->object() != nullptr) {
        const json::Object& parts = *value->object();
        recipe.parts_train = text_of(parts, "train");
        recipe.parts_dev = text_of(parts, "dev");
        number_of(parts, "epochs", recipe.part_plan.epochs);
        number_of(parts, "epochs after", recipe.part_plan.epochs_after);
        number_of(parts, "margin", recipe.part_plan.margin);
        number_of(parts, "grain", recipe.part_plan.grain);
        number_of(parts, "feature drop", recipe.part_plan.feature_drop);
        number_of(parts, "least count", recipe.part_plan.least_count);
        number_of(parts, "most rows", recipe.part_plan.most_rows);
        number_of(parts, "certain count", recipe.part_plan.certain_count);
        number_of(parts, "certain share", recipe.part_plan.certain_share);
        number_of(parts, "seed", recipe.part_plan.seed);
    }
    read_statements(root, recipe);
    return recipe;
}

}  // namespace standpoint::cli
