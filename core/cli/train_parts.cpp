#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/training.hpp"
#include "core/extract/stages.hpp"

namespace standpoint::cli {
namespace {

constexpr int patience = 3;  // epochs without a better measure, after which training stops

class PartsTraining {
  public:
    PartsTraining(const Recipe& recipe, Sources& sources) : recipe_(recipe), sources_(sources) {}

    bool run(extract::ModelSections& sections, std::string* report) {
        std::string lists, clusters;
        for (const auto& [name, bytes] : sections) {
            if (name == "lists") lists = bytes;
            if (name == "clusters") clusters = bytes;
        }
        auto opened = extract::PhraseTable::open(lists);
        auto tree = extract::PhraseTable::open(clusters);
        if (!opened || !tree) {
            sources_.complaints().say("", (opened ? tree : opened).error());
            return false;
        }
        tables_ = {std::move(*opened), std::move(*tree)};
        std::vector<learn::TreebankDocument> texts;
        if (!read(recipe_.parts_train, texts)) return false;
        if (!recipe_.parts_dev.empty() && !read(recipe_.parts_dev, dev_)) return false;
        train(texts);
        put_section(sections, "parts", extract::write_parts(best_, lists, clusters));
        if (report != nullptr) *report += table();
        return true;
    }

  private:
    bool read(const std::string& file, std::vector<learn::TreebankDocument>& documents) {
        std::string bytes;
        if (!sources_.read(file, bytes)) return false;
        auto found = learn::read_treebank(bytes);
        if (!found) {
            sources_.complaints().say(sources_.find(file), found.error());
            return false;
        }
        documents = std::move(*found);
        return true;
    }

    void train(const std::vector<learn::TreebankDocument>& texts) {
        const learn::PartPlan& plan = recipe_.part_plan;
        learn::PartTrainer trainer(vocabulary_, tables_, plan);
        for (const learn::TreebankDocument& text : texts) trainer.add(text);
        trainer.begin();
        epochs(trainer, plan.epochs);
        if (trainer.prune()) epochs(trainer, plan.epochs_after);
    }

    // As long as the measure grows. What is best since the last pruning stays.
    void epochs(learn::PartTrainer& trainer, int most) {
        best_counts_ = {};
        for (int i = 1, best = 0; i <= most && i - best <= patience; ++i) {
            const double wrong = trainer.epoch();
            std::vector<extract::FeatureWeights::Row> rows = trainer.rows();
            const learn::PartCounts counts = measure(rows);
            std::printf("parts %2d  wrong in training %s  %s\n", i, per_cent(wrong).c_str(),
                        said_of(counts).c_str());
            std::fflush(stdout);
            if (best > 0 && counts.right <= best_counts_.right && !dev_.empty()) continue;
            best = i;
            best_counts_ = counts;
            best_ = std::move(rows);
        }
    }

    learn::PartCounts measure(const std::vector<extract::FeatureWeights::Row>& rows) const {
        extract::PartModel model;
        model.weights = extract::FeatureWeights(rows);
        const extract::PartTagger tagger(vocabulary_, tables_, model);
        extract::PartTagger::Scratch scratch;
        extract::Article article;
        learn::PartCounts counts;
        for (const learn::TreebankDocument& text : dev_) {
            extract::read_words(vocabulary_, text.text, article);
            tagger.run(article, scratch, {nullptr, 0, 1});
            counts.add(article, text);
        }
        return counts;
    }

    static double share(std::size_t part, std::size_t all) {
        return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
    }

    static std::string said_of(const learn::PartCounts& counts) {
        return "right " + per_cent(share(counts.right, counts.words)) + ", universal " +
               per_cent(share(counts.universal, counts.words)) + ", where tokens agree " +
               per_cent(share(counts.whole_universal, counts.whole));
    }

    std::string table() const {
        const learn::PartCounts& counts = best_counts_;
        return "\n| parts of speech | tokens | right |\n| --- | --- | --- |\n"
               "| our 24, our tokens | " +
               std::to_string(counts.words) + " | " + per_cent(share(counts.right, counts.words)) +
               " |\n| universal 17, our tokens | " + std::to_string(counts.words) + " | " +
               per_cent(share(counts.universal, counts.words)) +
               " |\n| universal 17, tokens as the treebank has them | " +
               std::to_string(counts.whole) + " | " +
               per_cent(share(counts.whole_universal, counts.whole)) + " |\n";
    }

    const Recipe& recipe_;
    Sources& sources_;
    extract::Vocabulary vocabulary_;
    extract::WordTables tables_;
    std::vector<learn::TreebankDocument> dev_;
    std::vector<extract::FeatureWeights::Row> best_;
    learn::PartCounts best_counts_;
};

}  // namespace

bool train_parts(const Recipe& recipe, Sources& sources, extract::ModelSections& sections,
                 std::string* report) {
    return PartsTraining(recipe, sources).run(sections, report);
}

}  // namespace standpoint::cli
