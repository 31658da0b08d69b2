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
    "  -o MODEL         where the model goes; without it only the measures are printed\n";

bool exists(const std::string& path) {
    return FilePtr(std::fopen(path.c_str(), "rb")) != nullptr;
}

class Trainer {
  public:
    Trainer(Recipe recipe, std::vector<std::string> folders, Complaints& complaints)
        : recipe_(std::move(recipe)), folders_(std::move(folders)), complaints_(complaints) {}

    bool run(const std::string& output) {
        if (!read_tables() || !read_texts()) return false;
        learn::TrainingSet votes;
        for (std::uint32_t fold = 0; fold < recipe_.plan.folds; ++fold) learn_votes(fold, votes);

        learn::TrainingSet set;
        for (const learn::TrainingText& text : texts_) set.add(vocabulary_, model_.tables, text);
        std::printf("%zu words to tag, %u names, %u of them outside the regions, %zu features\n",
                    set.allowed.size(), set.names, set.lost, set.keys.size());
        learn::ChainTrainer trainer(set, recipe_.plan);
        trainer.run([&](int epoch, double loss) {
            std::printf("epoch %2d  loss %.4f", epoch, loss);
            if (epoch % 4 == 0) {
                trainer.quantise(model_, rows_);
                measure();
            }
            std::printf("\n");
            std::fflush(stdout);
        });
        trainer.quantise(model_, rows_);
        measure();
        std::printf("\n");
        if (recipe_.plan.folds > 0) {
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
        calibrate();
        return output.empty() || write(output);
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

    bool write(const std::string& output) {
        auto out = Output::open(output);
        if (!out) {
            complaints_.say(output, out.error());
            return false;
        }
        out->write(extract::write_model({{"card", recipe_.text},
                                         {"chain", extract::write_chain(model_)},
                                         {"lists", list_bytes_},
                                         {"clusters", cluster_bytes_},
                                         {"weights", extract::FeatureWeights::write(rows_)}}));
        const auto done = out->finish();
        if (!done) complaints_.say(output, done.error());
        return static_cast<bool>(done);
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

    void measure() {
        model_.weights = extract::FeatureWeights(rows_);
        for (const CorpusRecipe& corpus : recipe_.dev) {
            learn::Counts all, plo;
            each_tagged(corpus,
                        [&](const extract::Article& found, const learn::TrainingText& gold) {
                            all.add(learn::compare(found, gold, learn::Scheme::ten_types));
                            plo.add(learn::compare(found, gold, learn::Scheme::three_types));
                        });
            std::printf("  %s", corpus.name.c_str());
            if (!corpus.places_as_one) std::printf(" %.2f, as three types", 100 * all.f1());
            std::printf(" %.2f", 100 * plo.f1());
        }
        std::printf("  %zu rows", rows_.size());
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
        std::printf("calibration error %.3f, fitted %.3f (on texts that it was not fitted on)\n",
                    learn::calibration_error(before[1]), learn::calibration_error(after[1]));
    }

    Recipe recipe_;
    std::vector<std::string> folders_;
    Complaints& complaints_;
    extract::Vocabulary vocabulary_;
    extract::NameModel model_;
    std::string list_bytes_, cluster_bytes_;
    std::vector<learn::TrainingText> texts_;
    std::vector<extract::FeatureWeights::Row> rows_;
};

}  // namespace

int run_train(const std::vector<std::string>& words) {
    auto arguments = Arguments::parse(words, {{"--config", true}, {"-o", true}});
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
    if (!Trainer(std::move(*recipe), std::move(folders), complaints).run(arguments->value("-o"))) {
        complaints.say(config, 0, "No model was made.");
    }
    return complaints.exit_code();
}

}  // namespace standpoint::cli
