#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/learn/choice_trainer.hpp"

using namespace standpoint;
using namespace standpoint::learn;
using extract::FeatureWeights;

namespace {

// Whoever has feature 7 is right; feature 3 is everywhere; 100 and up tell nothing.
ChoiceTrainer taught(const ChoicePlan& plan) {
    ChoiceTrainer trainer(plan);
    for (std::uint32_t i = 0; i < 200; ++i) {
        const std::vector<std::uint32_t> right{3, 7, 100 + i % 20}, wrong{3, 8, 100 + i % 17};
        if (i % 2 == 0) {
            trainer.add({&right, &wrong}, 0, 1);
        } else {
            trainer.add({&wrong, &wrong, &right}, 2, 1);
        }
    }
    return trainer;
}

std::vector<FeatureWeights::Row> rows_of(const ChoicePlan& plan, double* last = nullptr) {
    ChoiceTrainer trainer = taught(plan);
    double first = 0;
    trainer.run([&](int epoch, double loss) {
        if (epoch == 1) first = loss;
        if (last != nullptr) *last = loss;
    });
    if (last != nullptr) CHECK(*last < first);
    return trainer.rows();
}

}  // namespace

TEST_CASE("choices: what makes one right is learned") {
    double loss = 1;
    const FeatureWeights weights(rows_of({}, &loss));
    CHECK(loss < 0.2);
    REQUIRE(weights.find(7) != nullptr);
    REQUIRE(weights.find(8) != nullptr);
    CHECK(weights.find(7)->weights[0] > 50);
    CHECK(weights.find(8)->weights[0] < -50);
    CHECK((weights.find(3) == nullptr || std::abs(weights.find(3)->weights[0]) < 20));
}

TEST_CASE("choices: the same seed teaches the same, and no more rows than asked for are kept") {
    CHECK(FeatureWeights::write(rows_of({}), 1) == FeatureWeights::write(rows_of({}), 1));
    ChoicePlan small;
    small.most_rows = 2;
    CHECK(rows_of(small).size() <= 2);
}

TEST_CASE("choices: nothing was given to choose from") {
    ChoiceTrainer trainer(ChoicePlan{});
    trainer.run([](int, double) {});
    CHECK(trainer.rows().empty());
}

TEST_CASE("choices: weights of one tag take five bytes a row") {
    const auto rows = rows_of({});
    const std::string bytes = FeatureWeights::write(rows, 1);
    CHECK(bytes.size() == 4 + 5 * rows.size());
    const auto read = FeatureWeights::read(bytes);
    REQUIRE(read);
    for (const FeatureWeights::Row& row : rows) {
        REQUIRE(read->find(row.key) != nullptr);
        CHECK(read->find(row.key)->weights[0] == row.weights[0]);
        CHECK(read->find(row.key)->weights[1] == 0);
    }
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_FALSE(FeatureWeights::read(bytes.substr(0, size)));
    }
}
