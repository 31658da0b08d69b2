#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/documents.hpp"
#include "core/cli/training.hpp"
#include "core/exchange/iob.hpp"
#include "core/extract/name_model.hpp"
#include "core/learn/clusters.hpp"
#include "core/learn/name_lists.hpp"

namespace standpoint::cli {
namespace {

class NamesTraining {
  public:
    NamesTraining(const Recipe& recipe, Sources& sources) : recipe_(recipe), sources_(sources) {}

    bool run(extract::ModelSections& sections, std::string* report) {
        if (!read_tables() || !read_texts()) return false;
        if (report != nullptr) compare_trainings();
        train_whole();
        calibrate();
        put_section(sections, "chain", extract::write_chain(model_));
        put_section(sections, "lists", list_bytes_);
        put_section(sections, "clusters", cluster_bytes_);
        put_section(sections, "weights", extract::FeatureWeights::write(rows_));
        if (report != nullptr) *report += report_ + measures();
        return true;
    }

  private:
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

    bool read_tables() {
        learn::PhraseTableBuilder lists;
        for (std::uint32_t i = 0; i < recipe_.lists.size(); ++i) {
            std::size_t count = 0;
            for (const std::string& file : recipe_.lists[i].files) {
                std::string bytes;
                if (!sources_.read(file, bytes)) return false;
                count += learn::add_list(bytes, i, lists);
            }
            std::printf("list %-20s %6zu\n", recipe_.lists[i].name.c_str(), count);
        }
        list_bytes_ = lists.bytes();
        learn::PhraseTableBuilder clusters_found;
        if (recipe_.clusters > 0) {
            std::string bytes;
            if (!sources_.read(recipe_.cluster_text, bytes)) return false;
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
        const std::string path = sources_.find(corpus.file);
        const auto take_document = [&](const model::Document& document) {
            take(learn::training_text(document, corpus.rule));
        };
        if (path.ends_with(".jsonl")) {
            read_documents(path, exchange::FileKind::jsonl, sources_.complaints(), take_document);
            return file_exists(path);
        }
        std::string bytes;
        if (!sources_.read(corpus.file, bytes)) return false;
        exchange::Report report;
        exchange::read_iob(bytes, corpus.name, report, take_document);
        sources_.complaints().say(path, report);
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

    const Recipe& recipe_;
    Sources& sources_;
    extract::Vocabulary vocabulary_;
    extract::NameModel model_;
    std::string list_bytes_, cluster_bytes_;
    std::string report_, calibration_;
    std::vector<learn::TrainingText> texts_;
    std::vector<extract::FeatureWeights::Row> rows_;
};

}  // namespace

bool train_names(const Recipe& recipe, Sources& sources, extract::ModelSections& sections,
                 std::string* report) {
    return NamesTraining(recipe, sources).run(sections, report);
}

}  // namespace standpoint::cli
