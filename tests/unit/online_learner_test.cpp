// Learning from corrections: what is taught is found again, the rest stays, and the state travels.
#include "core/learn/online_learner.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/extract/embedded_model.hpp"
#include "core/learn/corpus.hpp"

using namespace standpoint;
using namespace standpoint::extract;

namespace {

struct Room {
    Vocabulary vocabulary;
    NameModel model = std::move(*NameModel::read(embedded_model()));
    NameTagger tagger{vocabulary, model};
};
const Room& room() {
    static const Room made;
    return made;
}

// A text in which [ORG names] are marked.
learn::TrainingText marked(std::string_view marks) {
    learn::TrainingText out;
    while (!marks.empty()) {
        const std::size_t open = std::min(marks.find('['), marks.size());
        out.text += marks.substr(0, open);
        marks.remove_prefix(open);
        if (marks.empty()) break;
        const std::size_t blank = marks.find(' '), close = marks.find(']');
        learn::GoldName name;
        name.types = learn::types_named(marks.substr(1, blank - 1));
        name.span.begin = static_cast<std::uint32_t>(out.text.size());
        out.text += marks.substr(blank + 1, close - blank - 1);
        name.span.end = static_cast<std::uint32_t>(out.text.size());
        out.names.push_back(name);
        marks.remove_prefix(close + 1);
    }
    return out;
}

std::string found(std::string_view text, const FeatureWeights* learned) {
    Article article;
    read_words(room().vocabulary, text, article);
    find_quotes(article);
    NameTagger::Scratch scratch;
    scratch.learned = learned;
    REQUIRE(room().tagger.run(article, scratch, {nullptr, 0, 1}));
    std::string out;
    for (const Name& name : article.names) {
        out += std::string(out.empty() ? "" : ", ") + std::string(label_of(name.type)) + " " +
               std::string(article.at(name.words));
    }
    return out;
}

void teach(learn::OnlineLearner& learner, std::string_view marks) {
    const learn::TrainingText text = marked(marks);
    learner.learn(text, {0, static_cast<std::uint32_t>(text.text.size())});
}

// A name that the model takes for something else.
constexpr std::string_view taught =
    "The [WEAPON Vantor] flew over the city and the [WEAPON Vantor] burned.";
constexpr std::string_view asked = "Later the Vantor flew home.";

constexpr std::string_view news =
    "Norway and France signed the accord in Geneva on Friday, the Interior Ministry said.\n"
    "President Maria Gomez met Danish officials and the head of Amnesty International.\n"
    "The European Union and NATO backed Prime Minister John Miller of Australia.";

}  // namespace

TEST_CASE("what a person corrects is found the next time") {
    learn::OnlineLearner learner(room().vocabulary, room().model, room().tagger);
    REQUIRE(found(asked, nullptr) != "WEAPON Vantor");
    CHECK(found(asked, &learner.weights()) == found(asked, nullptr));
    for (int i = 0; i < 2; ++i) teach(learner, taught);
    CHECK(found(asked, &learner.weights()) == "WEAPON Vantor");
}

TEST_CASE("a correction does not wreck what was right") {
    learn::OnlineLearner learner(room().vocabulary, room().model, room().tagger);
    const std::string before = found(news, nullptr);
    REQUIRE(before.find("PER Maria Gomez") != std::string::npos);
    for (int i = 0; i < 3; ++i) teach(learner, taught);
    CHECK(found(news, &learner.weights()) == before);
    // Even the same one, over and over.
    for (int i = 0; i < 100; ++i) teach(learner, taught);
    CHECK(found(news, &learner.weights()) == before);
}

TEST_CASE("what is right already, or lies outside what was reviewed, teaches nothing") {
    learn::OnlineLearner learner(room().vocabulary, room().model, room().tagger);
    learn::TrainingText text = marked(taught);
    learner.learn(text, {11, 15});  // flew
    CHECK(learner.size() == 0);
    learner.learn({"", {}, learn::no_name, 1}, {0, 0});
    text.unmarked = learn::anything;
    text.names.clear();
    learner.learn(text, {0, static_cast<std::uint32_t>(text.text.size())});
    CHECK(learner.size() == 0);
}

TEST_CASE("the table stays within its bound") {
    learn::OnlinePlan plan;
    plan.most_rows = 200;
    learn::OnlineLearner learner(room().vocabulary, room().model, room().tagger, plan);
    for (const char* name :
         {"Quandle", "Brixelmar", "Ostrivane", "Pellucor", "Wendraft", "Zimbrook"}) {
        teach(learner,
              "The [LAW " + std::string(name) + "] was near [EVENT " + name + "s] that day.");
        CHECK(learner.size() <= plan.most_rows);
    }
    CHECK(learner.size() > 0);
}

TEST_CASE("what was learned is written, read, and goes on as if it had never stopped") {
    learn::OnlineLearner one(room().vocabulary, room().model, room().tagger);
    teach(one, taught);
    const std::string bytes = one.write();
    learn::OnlineLearner two(room().vocabulary, room().model, room().tagger);
    const auto read = two.read(bytes);
    REQUIRE(read);
    CHECK(*read == one.size());
    CHECK(two.write() == bytes);
    for (int i = 0; i < 3; ++i) {
        teach(one, "The [ORG Vantor] of Lind met [PER Ana Quandle].");
        teach(two, "The [ORG Vantor] of Lind met [PER Ana Quandle].");
    }
    CHECK(one.write() == two.write());
    CHECK(one.write() != bytes);
}

TEST_CASE("what is damaged, cut short or of another model is refused, and nothing changes") {
    learn::OnlineLearner learner(room().vocabulary, room().model, room().tagger);
    teach(learner, taught);
    const std::string bytes = learner.write();
    learn::OnlineLearner other(room().vocabulary, room().model, room().tagger);
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
        if (other.read(bytes.substr(0, size))) FAIL("read at ", size);
    }
    for (std::size_t at = 0; at < bytes.size(); at += 11) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 4);
        if (other.read(damaged)) FAIL("read with a bit turned at ", at);
    }
    CHECK(other.size() == 0);
    NameModel changed = std::move(*NameModel::read(embedded_model()));
    changed.calibration.slope += 0.5F;
    learn::OnlineLearner beside(room().vocabulary, changed, room().tagger);
    const auto refused = beside.read(bytes);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "What was learned belongs to another model.");
}
