#include <doctest/doctest.h>

#include <cmath>

#include "core/extract/embedded_model.hpp"
#include "core/extract/name_model.hpp"
#include "core/learn/calibration.hpp"
#include "tests/unit/extract_fixture.hpp"

using namespace standpoint;
using learn::Judged;

namespace {

// Names with score `p` of which `right` in a hundred are right.
void add(std::vector<Judged>& names, float p, int right) {
    for (int i = 0; i < 100; ++i) names.push_back({p, i < right});
}

double corrected(const extract::Calibration& fit, double p) {
    const double odds = std::log(p / (1 - p));
    return 1 / (1 + std::exp(
                        -(static_cast<double>(fit.slope) * odds + static_cast<double>(fit.shift))));
}

}  // namespace

TEST_CASE("calibration: honest scores stay, overconfident ones are drawn in") {
    std::vector<Judged> honest;
    for (int tenths = 1; tenths < 10; ++tenths) {
        add(honest, static_cast<float>(tenths) / 10, tenths * 10);
    }
    const extract::Calibration same = learn::fit(honest);
    CHECK(same.slope == doctest::Approx(1).epsilon(0.02));
    CHECK(same.shift == doctest::Approx(0).epsilon(0.02));

    std::vector<Judged> boastful;
    add(boastful, 0.95F, 75);
    add(boastful, 0.05F, 25);
    const extract::Calibration less = learn::fit(boastful);
    CHECK(corrected(less, 0.95) == doctest::Approx(0.75).epsilon(0.02));
    CHECK(corrected(less, 0.05) == doctest::Approx(0.25).epsilon(0.05));
}

TEST_CASE("calibration: nothing to fit on changes little, one-sided evidence stays finite") {
    const extract::Calibration none = learn::fit({});
    CHECK(none.slope == doctest::Approx(1));
    CHECK(none.shift == doctest::Approx(0));
    std::vector<Judged> all_right;
    add(all_right, 0.5F, 100);
    const extract::Calibration up = learn::fit(all_right);
    CHECK(std::isfinite(up.slope));
    CHECK(corrected(up, 0.5) > 0.9);
}

TEST_CASE("calibration: the error is the mean distance of score and share, by bins") {
    std::vector<Judged> names;
    CHECK(learn::calibration_error(names) == 0);
    add(names, 0.75F, 75);
    CHECK(learn::calibration_error(names) == doctest::Approx(0).epsilon(0.001));
    add(names, 0.25F, 45);  // half of the names are off by a fifth
    CHECK(learn::calibration_error(names) == doctest::Approx(0.1).epsilon(0.001));
    names.push_back({1.0F, true});
    CHECK(learn::calibration_error(names) < 0.1);
}

TEST_CASE("the model that is compiled in is read, and says what it was made from") {
    const auto model = extract::NameModel::read(extract::embedded_model());
    REQUIRE(model);
    CHECK(model->weights.size() > 10'000);
    CHECK(model->card.find("\"train\"") != std::string::npos);
}

TEST_CASE("a name's reason quotes the words that spoke for it") {
    const extract::Found found("They were received by Foreign Minister Sanna Virtaluoto.");
    REQUIRE(found.proposed.mentions.size() == 1);
    REQUIRE(found.proposed.mentions[0].provenance.reasons.size() == 1);
    const std::string& reason = found.proposed.mentions[0].provenance.reasons[0];
    bool quotes = false;
    for (const char* word : {"“Minister”", "“Sanna”", "“Virtaluoto”"}) {
        quotes |= reason.find(word) != std::string::npos;
    }
    CHECK(quotes);
}
