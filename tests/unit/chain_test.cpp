// The chain against the sum, and the best, over all paths of small lattices.
#include "core/extract/chain.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace standpoint::extract;

namespace {

using Path = std::vector<Tag>;

bool permitted(const Path& path) {
    Tag before = outside;
    for (const Tag t : path) {
        if (!may_follow(before, t)) return false;
        before = t;
    }
    return true;
}

// Calls `take` with every path of tags that are allowed, one after the other.
template <class Take>
void each_path(const std::vector<TagSet>& allowed, Take&& take) {
    Path path(allowed.size(), 0);
    const auto descend = [&](auto&& self, std::size_t i) -> void {
        if (i == path.size()) {
            if (permitted(path)) take(path);
            return;
        }
        for (Tag t = 0; t < tag_count; ++t) {
            if ((allowed[i] & tag_bit(t)) == 0) continue;
            path[i] = t;
            self(self, i + 1);
        }
    };
    descend(descend, 0);
}

struct Scores {
    std::vector<TagRow<std::int16_t>> emission;
    TagMatrix<std::int16_t> transition{};

    Scores(std::size_t size, int spread, std::mt19937& random) : emission(size) {
        std::uniform_int_distribution<int> score(-spread, spread);
        for (auto& row : emission) {
            for (auto& cell : row) cell = static_cast<std::int16_t>(score(random));
        }
        for (auto& row : transition) {
            for (auto& cell : row) cell = static_cast<std::int16_t>(score(random));
        }
    }
    int of(const Path& path) const {
        int sum = 0;
        Tag before = outside;
        for (std::size_t i = 0; i < path.size(); ++i) {
            sum += transition[before][path[i]] + emission[i][path[i]];
            before = path[i];
        }
        return sum + transition[before][outside];
    }
};

// The best path; of equals, the one that is smaller from its last word on.
Path best_path(const Scores& scores, const std::vector<TagSet>& allowed) {
    Path best;
    int most = 0;
    each_path(allowed, [&](const Path& path) {
        const int score = scores.of(path);
        const bool smaller =
            std::lexicographical_compare(path.rbegin(), path.rend(), best.rbegin(), best.rend());
        if (best.empty() || score > most || (score == most && smaller)) {
            most = score;
            best = path;
        }
    });
    return best;
}

// A few tags, so that longer paths can all be looked at.
TagSet few_tags(std::mt19937& random) {
    TagSet set = tag_bit(outside);
    for (int i = 0; i < 3; ++i) {
        const auto type = static_cast<NameType>(1 + random() % 10);
        set |= tag_bit(begin_tag(type)) | tag_bit(inside_tag(type));
    }
    return set;
}

TagSet some_of(TagSet set, std::mt19937& random) {
    const TagSet some = set & static_cast<TagSet>(random());
    return some != 0 ? some : set;
}

struct Lattice {
    std::vector<TagRow<float>> emission;
    TagMatrix<float> transition{};
    std::vector<TagSet> allowed;

    double weight(const Path& path) const {
        double product = 1;
        Tag before = outside;
        for (std::size_t i = 0; i < path.size(); ++i) {
            product *= static_cast<double>(transition[before][path[i]]) *
                       static_cast<double>(emission[i][path[i]]);
            before = path[i];
        }
        return product * static_cast<double>(transition[before][outside]);
    }
};

Lattice random_lattice(std::size_t size, std::mt19937& random) {
    std::uniform_real_distribution<float> score(-4, 4);
    Lattice lattice;
    const TagSet tags = size <= 2 ? all_tags : few_tags(random);
    for (std::size_t i = 0; i < size; ++i) {
        TagRow<float> row{};
        for (std::size_t t = 0; t < tag_count; ++t) row[t] = std::exp(score(random));
        lattice.emission.push_back(row);
        lattice.allowed.push_back(random() % 2 == 0 ? tags : some_of(tags, random));
    }
    for (auto& row : lattice.transition) {
        for (float& cell : row) cell = std::exp(score(random));
    }
    return lattice;
}

bool near(double a, double b) {
    return std::abs(a - b) < 2e-5;
}

}  // namespace

TEST_CASE("the best path is the best of all paths, and of equals the smaller") {
    std::mt19937 random(1);
    Viterbi viterbi;
    for (int round = 0; round < 400; ++round) {
        const std::size_t size = 1 + random() % 4;
        // Small scores give many ties.
        Scores scores(size, round % 2 == 0 ? 2 : 3000, random);
        const TagSet tags = size <= 2 ? all_tags : few_tags(random);
        for (auto& row : scores.emission) {
            for (Tag t = 0; t < tag_count; ++t) {
                if ((tags & tag_bit(t)) == 0) row[t] = -32000;
            }
        }
        Path path(size);
        viterbi.set(scores.transition);
        viterbi.run(scores.emission.data(), size, path.data());
        const Path expected = best_path(scores, std::vector<TagSet>(size, tags));
        CHECK(path == expected);
    }
}

TEST_CASE("the best path keeps the rules however high a forbidden one scores") {
    std::mt19937 random(1);
    Scores scores(2, 0, random);
    const Tag b = begin_tag(NameType::org), in = inside_tag(NameType::org);
    Path path(2);
    Viterbi viterbi;
    const auto run = [&] {
        viterbi.set(scores.transition);
        viterbi.run(scores.emission.data(), 2, path.data());
        return path;
    };
    CHECK(run() == Path{outside, outside});
    scores.emission[0][in] = 30000;
    scores.transition[outside][in] = 30000;
    scores.transition[in][in] = 30000;
    CHECK(run() == Path{outside, outside});
    scores.emission[1][in] = 100;
    CHECK(run() == Path{b, in});
    viterbi.set(scores.transition);
    viterbi.run(scores.emission.data(), 0, nullptr);
}

TEST_CASE("the longest path that is promised does not overflow") {
    constexpr std::size_t size = 4000;
    Viterbi viterbi;
    for (const int sign : {-1, 1}) {
        std::vector<TagRow<std::int16_t>> emission(size);
        TagMatrix<std::int16_t> transition{};
        for (auto& row : emission) row.fill(static_cast<std::int16_t>(sign * 32000));
        for (auto& row : transition) row.fill(static_cast<std::int16_t>(sign * 4096));
        // The last word is a little likelier the last of a name that is one from the first on.
        for (auto& row : emission) row[inside_tag(NameType::gpe)] += 1;
        Path path(size), expected(size, inside_tag(NameType::gpe));
        expected[0] = begin_tag(NameType::gpe);
        viterbi.set(transition);
        viterbi.run(emission.data(), size, path.data());
        CHECK(path == expected);
    }
}

TEST_CASE("probabilities of tags, pairs and names are those of the paths") {
    std::mt19937 random(2);
    ForwardBackward sums;
    for (int round = 0; round < 120; ++round) {
        const std::size_t size = 1 + random() % 4;
        const Lattice lattice = random_lattice(size, random);
        double total = 0;
        std::vector<std::array<double, tag_count>> tags(size);
        std::vector<std::array<std::array<double, tag_count>, tag_count>> pairs(size);
        std::vector<std::pair<Path, double>> paths;
        each_path(lattice.allowed, [&](const Path& path) {
            const double weight = lattice.weight(path);
            total += weight;
            paths.emplace_back(path, weight);
            for (std::size_t i = 0; i < size; ++i) {
                tags[i][path[i]] += weight;
                if (i > 0) pairs[i][path[i - 1]][path[i]] += weight;
            }
        });
        sums.set(lattice.transition);
        sums.run(lattice.emission, lattice.allowed);
        if (paths.empty()) {
            CHECK(sums.log_sum() == -HUGE_VAL);
            continue;
        }
        CHECK(std::abs(sums.log_sum() - std::log(total)) < 1e-4);
        int wrong = 0;
        for (std::size_t i = 0; i < size; ++i) {
            for (Tag t = 0; t < tag_count; ++t) {
                wrong += !near(sums.tag(i, t), tags[i][t] / total);
                for (Tag b = 0; i > 0 && b < tag_count; ++b) {
                    wrong += !near(sums.pair(i, b, t), pairs[i][b][t] / total);
                }
            }
            for (std::size_t end = i + 1; end <= size; ++end) {
                for (int number = 1; number <= 10; ++number) {
                    const auto type = static_cast<NameType>(number);
                    double weight = 0;
                    for (const auto& [path, of_path] : paths) {
                        bool is = path[i] == begin_tag(type);
                        for (std::size_t j = i + 1; j < end; ++j) {
                            is = is && path[j] == inside_tag(type);
                        }
                        if (is && (end == size || path[end] != inside_tag(type))) weight += of_path;
                    }
                    wrong += !near(sums.name(i, end, type), weight / total);
                }
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("without a path of positive weight nothing is probable, and nothing is not a number") {
    Lattice lattice;
    lattice.emission.assign(3, {});
    lattice.allowed.assign(3, all_tags);
    for (auto& row : lattice.transition) row.fill(1);
    ForwardBackward sums;
    for (int given = 0; given < 3; ++given) {
        // All zero; an inner tag first; an inner tag after another type.
        if (given > 0) {
            for (auto& row : lattice.emission) row.fill(1);
            lattice.allowed = {tag_bit(begin_tag(NameType::per)), tag_bit(outside), all_tags};
            lattice.allowed[given == 1 ? 0 : 1] = tag_bit(inside_tag(NameType::law));
        }
        sums.set(lattice.transition);
        sums.run(lattice.emission, lattice.allowed);
        CHECK(sums.log_sum() == -HUGE_VAL);
        for (std::size_t i = 0; i < 3; ++i) {
            for (Tag t = 0; t < tag_count; ++t) {
                CHECK(sums.tag(i, t) == 0);
                if (i > 0) CHECK(sums.pair(i, outside, t) == 0);
            }
            CHECK(sums.name(0, i + 1, NameType::per) == 0);
        }
    }
    // The same object finds its way back.
    lattice.allowed.assign(3, tag_bit(outside));
    sums.set(lattice.transition);
    sums.run(lattice.emission, lattice.allowed);
    CHECK(sums.log_sum() == doctest::Approx(0));
    CHECK(sums.tag(2, outside) == doctest::Approx(1));
}

TEST_CASE("a long region keeps its probabilities") {
    std::mt19937 random(3);
    std::uniform_real_distribution<float> score(-12, 0);
    Lattice lattice;
    lattice.emission.resize(2000);
    for (auto& row : lattice.emission) {
        for (std::size_t t = 0; t < tag_count; ++t) row[t] = std::exp(score(random));
    }
    for (auto& row : lattice.transition) {
        for (float& cell : row) cell = std::exp(score(random));
    }
    lattice.allowed.assign(lattice.emission.size(), all_tags);
    ForwardBackward sums;
    sums.set(lattice.transition);
    sums.run(lattice.emission, lattice.allowed);
    CHECK(std::isfinite(sums.log_sum()));
    for (std::size_t i = 0; i < lattice.emission.size(); ++i) {
        float total = 0;
        for (Tag t = 0; t < tag_count; ++t) total += sums.tag(i, t);
        CHECK(total == doctest::Approx(1).epsilon(1e-3));
    }
}
