#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/arguments.hpp"
#include "core/cli/commands.hpp"
#include "core/cli/documents.hpp"
#include "core/cli/files.hpp"
#include "core/cli/recipe.hpp"
#include "core/exchange/iob.hpp"
#include "core/learn/clusters.hpp"
#include "core/learn/name_lists.hpp"

namespace standpoint::cli {
namespace {

constexpr std::string_view help =
    "usage: standpoint train --config RECIPE [-o MODEL] FOLDER...\n"
    "\n"
    "Makes the recogniser's model from annotated corpora. The recipe (assets/model/train.json) "
    "names\n"
    "lists, corpora and the plan; its paths are sought in the FOLDERs and beside the recipe.\n"
    "\n"
    "  --config RECIPE  what to train from, and how\n"
    "  -o MODEL         where the model goes; without it only the measures are printed\n"
    "  --report FILE    the measures as Markdown, with a learning curve and an ablation\n";

bool exists(const std::string& path) {
    return FilePtr(std::fopen(path.c_str(), "rb")) != nullptr;
}

class Trainer {
  public:
    Trainer(Recipe recipe, std::vector<std::string> folders, Complaints& complaints)
        : recipe_(std::move(recipe)), folders_(std::move(folders)), complaints_(complaints) {}

    // `report`, if it is not empty, gets the measures as Markdown, with a learning curve and an
    // ablation: eleven more trainings.
    bool run(const std::string& output, const std::string& report) {
        if (!read_tables() || !read_texts()) return false;
        if (!report.empty()) compare_trainings();
        train_whole();
        calibrate();
        return (output.empty() || write_file(output, model_bytes())) &&
               (report.empty() || write_file(report, report_ + measures()));
    }

  private:
    std::string find(const std::string& file) const {
        for (const std::string& folder : folders_) {
            if (const std::string path = folder + "/" + file; exists(path)) return path;
        }
        return file;
    }

    bool read(const std::string& file, std::string& bytes) {
        const std::string path = find(file);
        auto found = read_file(path);
        if (!found) {
            complaints_.say(path, found.error());
            return false;
        }
        bytes = std::move(*found);
        return true;
    }

    bool read_texts() {
        for (const CorpusRecipe& corpus : recipe_.train) {
            if (!each_text(corpus, [&](learn::TrainingText text) {
                    if (text.weight > 0) texts_.push_back(std::move(text));
                })) {
                return false;
            }
        }
        return true;
    }

    // One look, trained on the first of every `parts` texts, and without a group of features.
    void train_first(std::size_t parts, const std::string& without, bool tell) {
        learn::TrainingSet set;
        for (std::size_t i = 0; i < texts_.size(); i += parts) {
            set.add(vocabulary_, model_.tables, texts_[i]);
        }
        if (tell) {
            std::printf(
                "%zu words to tag, %u names, %u of them outside the regions, %zu features\n",
                set.allowed.size(), set.names, set.lost, set.keys.size());
        }
        learn::TrainingPlan plan = recipe_.plan;
        plan.without = without;
        learn::ChainTrainer trainer(set, plan);
        trainer.run([&](int epoch, double loss) {
            if (!tell) return;
            std::printf("epoch %2d  loss %.4f", epoch, loss);
            if (epoch % 4 == 0) {
                trainer.quantise(model_, rows_);
                measure();
            }
            std::printf("\n");
            std::fflush(stdout);
        });
        trainer.quantise(model_, rows_);
    }

    void train_whole() {
        learn::TrainingSet votes;
        for (std::uint32_t fold = 0; fold < recipe_.plan.folds; ++fold) learn_votes(fold, votes);
        train_first(1, {}, true);
        measure();
        std::printf("\n");
        if (recipe_.plan.folds == 0) return;
        learn::TrainingPlan plan = recipe_.plan;
        plan.epochs = plan.vote_epochs;
        plan.most_rows = 0;
        plan.feature_drop = 0;
        learn::ChainTrainer listener(votes, plan);
        listener.fix_transitions(model_.transition, model_.unit);
        std::vector<extract::FeatureWeights::Row> first = rows_, more;
        listener.run([&](int epoch, double loss) {
            std::printf("votes %2d  loss %.4f", epoch, loss);
            listener.quantise(model_.unit, more);
            rows_ = first;
            rows_.insert(rows_.end(), more.begin(), more.end());
            if (epoch % 2 == 0 || epoch == plan.epochs) measure();
            std::printf("\n");
        });
    }

    // What more text gives, and what each group of features does, without the second look.
    void compare_trainings() {
        report_ += "| training | " + corpus_names() + " |\n| --- |" + columns() + "\n";
        for (const std::size_t parts : std::array<std::size_t, 4>{8, 4, 2, 1}) {
            train_first(parts, {}, false);
            report_ += "| one look, 1 of " + std::to_string(parts) + " texts |" + scores() + "\n";
        }
        for (const char* group : {"word", "affix", "shape", "context", "cluster", "list", "class",
                                  "document", "region"}) {
            train_first(1, group, false);
            report_ += "| one look, without " + std::string(group) + " |" + scores() + "\n";
        }
    }

    // Every text is seen once by a recogniser that was not trained on it: what it makes of the text
    // is what the second look will have to go by.
    void learn_votes(std::uint32_t fold, learn::TrainingSet& votes) {
        const std::uint32_t folds = recipe_.plan.folds;
        learn::TrainingSet set;
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            if (i % folds != fold) set.add(vocabulary_, model_.tables, texts_[i]);
        }
        learn::ChainTrainer trainer(set, recipe_.plan);
        trainer.run([](int, double) {});
        std::vector<extract::FeatureWeights::Row> rows;
        trainer.quantise(model_, rows);
        model_.weights = extract::FeatureWeights(rows);
        const extract::NameTagger tagger(vocabulary_, model_);
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            if (i % folds == fold) votes.add_votes(vocabulary_, tagger, model_.unit, texts_[i]);
        }
        std::printf("fold %u of %u\n", fold + 1, folds);
    }

    bool write_file(const std::string& path, const std::string& bytes) {
        auto out = Output::open(path);
        if (!out) {
            complaints_.say(path, out.error());
            return false;
        }
        out->write(bytes);
        const auto done = out->finish();
        if (!done) complaints_.say(path, done.error());
        return static_cast<bool>(done);
    }

    std::string model_bytes() const {
        return extract::write_model({{"card", recipe_.text},
                                     {"chain", extract::write_chain(model_)},
                                     {"lists", list_bytes_},
                                     {"clusters", cluster_bytes_},
                                     {"weights", extract::FeatureWeights::write(rows_)}});
    }

    bool read_tables() {
        learn::PhraseTableBuilder lists;
        for (std::uint32_t i = 0; i < recipe_.lists.size(); ++i) {
            std::size_t count = 0;
            for (const std::string& file : recipe_.lists[i].files) {
                std::string bytes;
                if (!read(file, bytes)) return false;
                count += learn::add_list(bytes, i, lists);
            }
            std::printf("list %-20s %6zu\n", recipe_.lists[i].name.c_str(), count);
        }
        list_bytes_ = lists.bytes();
        learn::PhraseTableBuilder clusters_found;
        if (recipe_.clusters > 0) {
            std::string bytes;
            if (!read(recipe_.cluster_text, bytes)) return false;
            const std::size_t words =
                learn::add_clusters(bytes, recipe_.clusters, recipe_.cluster_least,
                                    recipe_.cluster_rounds, clusters_found);
            std::printf("%zu words in %d clusters\n", words, recipe_.clusters);
        }
        cluster_bytes_ = clusters_found.bytes();
        auto opened = extract::PhraseTable::open(list_bytes_);
        auto clusters = extract::PhraseTable::open(cluster_bytes_);
        if (!opened || !clusters) return false;
        model_.tables = {std::move(*opened), std::move(*clusters)};
        std::printf("%zu phrases, %zu bytes\n", lists.size(), list_bytes_.size());
        return true;
    }

    template <class Take>
    bool each_text(const CorpusRecipe& corpus, Take&& take) {
        const std::string path = find(corpus.file);
        const auto take_document = [&](const model::Document& document) {
            take(learn::training_text(document, corpus.rule));
        };
        if (path.ends_with(".jsonl")) {
            read_documents(path, exchange::FileKind::jsonl, complaints_, take_document);
            return exists(path);
        }
        std::string bytes;
        if (!read(corpus.file, bytes)) return false;
        exchange::Report report;
        exchange::read_iob(bytes, corpus.name, report, take_document);
        complaints_.say(path, report);
        return true;
    }

    // Hands over every text of the corpus with what the recogniser finds in it as it is now.
    template <class Take>
    void each_tagged(const CorpusRecipe& corpus, Take&& take) {
        const extract::NameTagger tagger(vocabulary_, model_);
        extract::NameTagger::Scratch scratch;
        each_text(corpus, [&](const learn::TrainingText& text) {
            extract::Article article;
            extract::read_words(vocabulary_, text.text, article);
            extract::find_quotes(article);
            tagger.run(article, scratch, {nullptr, 0, 1});
            take(article, text);
        });
    }

    static std::string per_cent(double share) {
        char text[16];
        std::snprintf(text, sizeof text, "%.1f", 100 * share);
        return text;
    }

    // F1 on each dev corpus: of all types where it has them, then of three.
    std::vector<std::pair<std::string, double>> f1s() {
        model_.weights = extract::FeatureWeights(rows_);
        std::vector<std::pair<std::string, double>> out;
        for (const CorpusRecipe& corpus : recipe_.dev) {
            learn::Counts all, three;
            each_tagged(corpus,
                        [&](const extract::Article& found, const learn::TrainingText& gold) {
                            all.add(learn::compare(found, gold, learn::Scheme::ten_types));
                            three.add(learn::compare(found, gold, learn::Scheme::three_types));
                        });
            if (!corpus.places_as_one) out.emplace_back(corpus.name + ", ten types", all.f1());
            out.emplace_back(corpus.name + ", three", three.f1());
        }
        return out;
    }

    void measure() {
        for (const auto& [name, f1] : f1s()) {
            std::printf("  %s %s", name.c_str(), per_cent(f1).c_str());
        }
        std::printf("  (%zu rows)", rows_.size());
    }

    std::string corpus_names() const {
        std::string names;
        for (const CorpusRecipe& corpus : recipe_.dev) {
            if (!corpus.places_as_one) names += corpus.name + ", ten types | ";
            names += corpus.name + ", three | ";
        }
        return names.substr(0, names.size() - std::min<std::size_t>(names.size(), 3));
    }
    std::string columns() const {
        std::string out;
        for (const CorpusRecipe& corpus : recipe_.dev)
            out += corpus.places_as_one ? " --- |" : " --- | --- |";
        return out;
    }
    std::string scores() {
        std::string out;
        for (const auto& [name, f1] : f1s()) out += " " + per_cent(f1) + " |";
        return out;
    }

    // The finished recogniser: a line for the table of trainings, and one for each dev corpus.
    std::string measures() {
        std::string out = "| whole: two looks |" + scores() + "\n\n";
        out += "| corpus | types | precision | recall | F1 |\n| --- | --- | --- | --- | --- |\n";
        for (const CorpusRecipe& corpus : recipe_.dev) {
            for (const auto scheme : {learn::Scheme::ten_types, learn::Scheme::three_types}) {
                const bool ten = scheme == learn::Scheme::ten_types;
                if (ten && corpus.places_as_one) continue;
                learn::Counts counts;
                each_tagged(corpus,
                            [&](const extract::Article& found, const learn::TrainingText& gold) {
                                counts.add(learn::compare(found, gold, scheme));
                            });
                out += "| " + corpus.name + (ten ? " | ten | " : " | PER, ORG, places | ") +
                       per_cent(counts.precision()) + " | " + per_cent(counts.recall()) + " | " +
                       per_cent(counts.f1()) + " |\n";
            }
        }
        return out + "\n" + calibration_;
    }

    // Fits the scores on every other text of the first dev corpus and measures them on the rest.
    void calibrate() {
        if (recipe_.dev.empty()) return;
        const auto judge = [&](std::array<std::vector<learn::Judged>, 2>& judged) {
            std::size_t texts = 0;
            each_tagged(recipe_.dev[0], [&](const extract::Article& found,
                                            const learn::TrainingText& gold) {
                learn::compare(found, gold, learn::Scheme::ten_types, &judged[texts++ % 2]);
            });
        };
        std::array<std::vector<learn::Judged>, 2> before, after;
        judge(before);
        model_.calibration = learn::fit(before[0]);
        judge(after);
        calibration_ =
            "Expected calibration error of the scores, on every other text of the first corpus: " +
            per_cent(learn::calibration_error(before[1])) + " % as the chain has them, " +
            per_cent(learn::calibration_error(after[1])) + " % fitted on the others.\n";
        std::printf("%s", calibration_.c_str());
    }

    Recipe recipe_;
    std::vector<std::string> folders_;
    Complaints& complaints_;
    extract::Vocabulary vocabulary_;
    extract::NameModel model_;
    std::string list_bytes_, cluster_bytes_;
    std::string report_, calibration_;
    std::vector<learn::TrainingText> texts_;
    std::vector<extract::FeatureWeights::Row> rows_;
};

}  // namespace

int run_train(const std::vector<std::string>& words) {
    auto arguments =
        Arguments::parse(words, {{"--config", true}, {"-o", true}, {"--report", true}});
    if (!arguments) return complain_of_usage("train", arguments.error().message);
    if (arguments->wants_help()) return print_help(help);
    const std::string config = arguments->value("--config");
    if (config.empty()) return complain_of_usage("train", "A recipe is needed (--config).");
    Complaints complaints;
    auto recipe = read_recipe(config, complaints);
    if (!recipe) return complaints.exit_code();
    std::vector<std::string> folders = arguments->files();
    const std::size_t slash = config.rfind('/');
    folders.push_back(slash == std::string::npos ? "." : config.substr(0, slash));
    if (!Trainer(std::move(*recipe), std::move(folders), complaints)
             .run(arguments->value("-o"), arguments->value("--report"))) {
        complaints.say(config, 0, "No model was made.");
    }
    return complaints.exit_code();
}

}  // namespace standpoint::cli
