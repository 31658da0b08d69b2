// What corrections teach the recogniser: a person goes through a corpus line by line; every line is
// proposed, corrected and learned from before the next.
//
//   bench_online NEWS.jsonl [OTHER.iob]
//
// Prints F1 of what is proposed with and without learning, over the first and the second half of
// the documents, and F1 on the other corpus (labels PER, ORG, LOC) before and after.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/exchange/iob.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/extract/embedded_model.hpp"
#include "core/learn/corpus.hpp"
#include "core/learn/online_learner.hpp"

using namespace standpoint;

namespace {

std::string bytes_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

class Bench {
  public:
    // Of the names within `part` of the text.
    learn::Counts propose(learn::TrainingText gold, text::Span part,
                          const extract::FeatureWeights* learned, learn::Scheme scheme) {
        extract::Article article;
        extract::read_words(vocabulary_, gold.text, article);
        extract::find_quotes(article);
        scratch_.learned = learned;
        tagger_.run(article, scratch_, {nullptr, 0, 1}, false);
        const auto outside = [&](text::Span span) {
            return span.begin < part.begin || span.begin >= part.end;
        };
        std::erase_if(gold.names, [&](const auto& name) { return outside(name.span); });
        std::erase_if(article.names,
                      [&](const auto& name) { return outside(article.span_of(name.words)); });
        return learn::compare(article, gold, scheme);
    }

    learn::Counts propose(const std::vector<learn::TrainingText>& texts,
                          const extract::FeatureWeights* learned, learn::Scheme scheme) {
        learn::Counts counts;
        for (const learn::TrainingText& text : texts)
            counts.add(
                propose(text, {0, static_cast<std::uint32_t>(text.text.size())}, learned, scheme));
        return counts;
    }

    void run(const std::vector<learn::TrainingText>& news,
             const std::vector<learn::TrainingText>& other) {
        learn::OnlineLearner learner(vocabulary_, *model_, tagger_);
        learn::Counts plain[2], taught[2];
        double seconds = 0;
        std::size_t lines = 0;
        for (std::size_t i = 0; i < news.size(); ++i) {
            const std::size_t half = 2 * i / news.size();
            const std::string& text = news[i].text;
            for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1, ++lines) {
                end = std::min(text.find('\n', at), text.size());
                const text::Span line{static_cast<std::uint32_t>(at),
                                      static_cast<std::uint32_t>(end)};
                plain[half].add(propose(news[i], line, nullptr, learn::Scheme::ten_types));
                taught[half].add(
                    propose(news[i], line, &learner.weights(), learn::Scheme::ten_types));
                const auto start = std::chrono::steady_clock::now();
                learner.learn(news[i], line);
                seconds +=
                    std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            }
        }
        for (int half = 0; half < 2; ++half) {
            std::printf("%s half  F1 %.2f as it ships, %.2f taught\n",
                        half == 0 ? "first" : "second", 100 * plain[half].f1(),
                        100 * taught[half].f1());
        }
        const auto scheme = learn::Scheme::three_types;
        std::printf("other text   F1 %.2f as it ships, %.2f taught\n",
                    100 * propose(other, nullptr, scheme).f1(),
                    100 * propose(other, &learner.weights(), scheme).f1());
        std::printf("%zu features learned, %zu bytes, %.2f ms a line\n", learner.size(),
                    learner.write().size(),
                    1e3 * seconds / static_cast<double>(std::max<std::size_t>(lines, 1)));
    }

    bool ready() const { return static_cast<bool>(model_); }

  private:
    extract::Vocabulary vocabulary_;
    text::Result<extract::NameModel> model_ = extract::NameModel::read(extract::embedded_model());
    extract::NameTagger tagger_{vocabulary_, *model_};
    extract::NameTagger::Scratch scratch_;
};

}  // namespace

int main(int count, char** words) {
    if (count < 2) return 2;
    learn::CorpusRule ten, three;
    for (const char* label :
         {"PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "WEAPON", "LAW", "WORK"}) {
        ten.labels[label] = learn::types_named(label);
    }
    three.labels["PER"] = learn::types_named("PER");
    three.labels["ORG"] = learn::types_named("ORG");
    three.labels["LOC"] =
        learn::types_named("GPE") | learn::types_named("LOC") | learn::types_named("FAC");
    std::vector<learn::TrainingText> news, other;
    exchange::Report report;
    for (const model::Document& document : exchange::read_jsonl(bytes_of(words[1]), report)) {
        news.push_back(learn::training_text(document, ten));
    }
    if (count > 2) {
        exchange::read_iob(bytes_of(words[2]), "other", report,
                           [&](const model::Document& document) {
                               other.push_back(learn::training_text(document, three));
                           });
    }
    Bench bench;
    if (!bench.ready() || news.empty()) return 1;
    bench.run(news, other);
    return 0;
}
