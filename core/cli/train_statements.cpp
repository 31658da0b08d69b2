#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/documents.hpp"
#include "core/cli/training.hpp"
#include "core/extract/holder_candidates.hpp"
#include "core/extract/statement_tagger.hpp"
#include "core/learn/statement_set.hpp"

namespace standpoint::cli {
namespace {

class StatementsTraining {
  public:
    StatementsTraining(const Recipe& recipe, Sources& sources, const extract::NameModel& names,
                       const extract::PartModel& parts)
        : recipe_(recipe),
          sources_(sources),
          tables_(names.tables),
          name_tagger_(vocabulary_, names),
          part_tagger_(vocabulary_, names.tables, parts),
          features_(vocabulary_, names.tables) {}

    bool run(extract::ModelSections& sections, std::string* report) {
        learn::TrainingSet cues, spans;
        learn::ChoiceTrainer choices(recipe_.holder_plan);
        for (const StatementCorpus& corpus : recipe_.statements_train) {
            each(corpus, [&](extract::Article& article, const model::Document& gold) {
                learn::add_statements(features_, article, gold, corpus.weight, cues, spans);
                learn::add_holders(vocabulary_, article, gold, corpus.weight, choices);
            });
        }
        if (cues.regions.empty() || spans.regions.empty()) {
            sources_.complaints().say("", 0, "No attributions were found to train from.");
            return false;
        }
        std::vector<extract::FeatureWeights::Row> cue_rows, span_rows;
        train("cues", cues, extract::role_tags, recipe_.cue_plan, model_.cues, cue_rows);
        train("spans", spans, extract::span_tags, recipe_.span_plan, model_.spans, span_rows);
        choices.run(
            [](int epoch, double loss) { std::printf("holders %2d  loss %.4f\n", epoch, loss); });
        const auto holder_rows = choices.rows();
        model_.holders = extract::FeatureWeights(holder_rows);
        calibrate();
        put_section(sections, "cue.c", extract::write_chain(model_.cues));
        put_section(sections, "cue.w", extract::FeatureWeights::write(cue_rows, 7));
        put_section(sections, "span.c", extract::write_chain(model_.spans));
        put_section(sections, "span.w", extract::FeatureWeights::write(span_rows, 7));
        put_section(sections, "holders", extract::FeatureWeights::write(holder_rows, 1));
        if (report != nullptr) *report += table_;
        return true;
    }

  private:
    template <class Take>
    void each(const StatementCorpus& corpus, Take&& take) {
        learn::StatementReader reader(vocabulary_, name_tagger_, part_tagger_);
        extract::Article article;
        read_documents(sources_.find(corpus.file), exchange::FileKind::jsonl, sources_.complaints(),
                       [&](const model::Document& document) {
                           if (!document.id.starts_with(corpus.ids)) return;
                           reader.read(document, article);
                           take(article, document);
                       });
    }

    void train(const char* name, learn::TrainingSet& set, extract::TagSet tags,
               learn::TrainingPlan plan, extract::ChainModel& chain,
               std::vector<extract::FeatureWeights::Row>& rows) const {
        plan.tags = tags;
        learn::ChainTrainer trainer(set, plan);
        trainer.run([&](int epoch, double loss) {
            std::printf("%s %2d  loss %.4f\n", name, epoch, loss);
            std::fflush(stdout);
        });
        trainer.quantise(chain, rows);
        chain.weights = extract::FeatureWeights(rows);
    }

    // On the dev texts: how the scores read, and how right the statements are.
    void calibrate() {
        std::vector<learn::Judged> judged;
        const extract::StatementTagger tagger(vocabulary_, tables_, model_);
        extract::StatementTagger::Scratch scratch;
        table_ =
            "\n| who said what, dev | precision | recall | F1 | right holder, F1 |\n"
            "| --- | --- | --- | --- | --- |\n";
        for (const StatementCorpus& corpus : recipe_.statements_dev) {
            learn::Counts counts, holders;
            each(corpus, [&](extract::Article& article, const model::Document& gold) {
                tagger.run(article, scratch, {nullptr, 0, 1});
                extract::find_holders(vocabulary_, article);
                extract::choose_holders(vocabulary_, model_.holders, article);
                counts.add(learn::compare_statements(article, gold, &judged));
                holders.add(learn::compare_holders(article, gold));
            });
            const std::string p = per_cent(counts.precision()), r = per_cent(counts.recall()),
                              f = per_cent(counts.f1()), h = per_cent(holders.f1());
            table_ += "| " + corpus.name + " | " + p + " | " + r + " | " + f + " | " + h + " |\n";
            std::printf("who said what, %s  P %s R %s F1 %s, holder F1 %s\n", corpus.name.c_str(),
                        p.c_str(), r.c_str(), f.c_str(), h.c_str());
        }
        model_.cues.calibration = learn::fit(judged);
    }

    const Recipe& recipe_;
    Sources& sources_;
    extract::Vocabulary vocabulary_;
    const extract::WordTables& tables_;
    extract::NameTagger name_tagger_;
    extract::PartTagger part_tagger_;
    extract::RoleFeatures features_;
    extract::StatementModel model_;
    std::string table_;
};

}  // namespace

bool train_statements(const Recipe& recipe, Sources& sources, extract::ModelSections& sections,
                      std::string* report) {
    const std::string bytes = extract::write_model(sections);
    const auto file = extract::ModelFile::open(bytes);
    if (!file) {
        sources.complaints().say("", file.error());
        return false;
    }
    const auto names = extract::NameModel::read(*file);
    const auto parts = extract::PartModel::read(*file);
    if (!names || !parts) {
        sources.complaints().say("", names ? parts.error() : names.error());
        return false;
    }
    return StatementsTraining(recipe, sources, *names, *parts).run(sections, report);
}

}  // namespace standpoint::cli
