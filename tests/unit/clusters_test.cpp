// Words in the same surroundings share a cluster.
#include "core/learn/clusters.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "core/extract/name_features.hpp"

using namespace standpoint;

namespace {

const std::vector<std::string> beasts{"horses", "sheep", "goats"};
const std::vector<std::string> tools{"hammers", "ladders", "ropes"};

std::string farm() {
    std::string text;
    for (const std::string& word : beasts) {
        for (const char* place : {"meadow", "barn", "valley"}) {
            text += "hungry " + word + " graze near the " + place + "\n";
        }
    }
    for (const std::string& word : tools) {
        for (const char* place : {"shed", "cellar", "garage"}) {
            text += "rusty " + word + " lie inside our " + place + "\n";
        }
    }
    return text;
}

struct Made {
    std::string bytes;
    std::size_t words = 0;

    Made(std::string_view text, int clusters, std::uint32_t least = 1, int rounds = 10) {
        learn::PhraseTableBuilder builder;
        words = learn::add_clusters(text, clusters, least, rounds, builder);
        CHECK(builder.size() == words);
        bytes = builder.bytes();
    }
    std::uint32_t of(std::string_view word) const {
        std::string buffer;
        return extract::PhraseTable::open(bytes)->find(extract::word_hash(word, buffer));
    }
    std::set<std::uint32_t> of(const std::vector<std::string>& all) const {
        std::set<std::uint32_t> found;
        for (const std::string& word : all) found.insert(of(word));
        return found;
    }
};

}  // namespace

TEST_CASE("words in the same surroundings share a cluster, others do not") {
    const Made made(farm(), 12);
    CHECK(made.words == 20);
    CHECK(made.of(beasts).size() == 1);
    CHECK(made.of(tools).size() == 1);
    CHECK(made.of("meadow") == made.of("valley"));
    const std::set<std::uint32_t> apart{made.of("sheep"), made.of("ropes"), made.of("graze"),
                                        made.of("barn"), made.of("cellar")};
    CHECK(apart.size() == 5);
    CHECK(apart.count(0) == 0);
    CHECK(made.of("Sheep") == made.of("sheep"));
    CHECK(made.of("cows") == 0);
}

TEST_CASE("clusters are leaves of a tree: no path begins another") {
    const Made made(farm(), 8);
    std::set<std::uint32_t> paths;
    for (const char* word : {"hungry", "sheep", "graze", "near", "the", "barn", "rusty", "ropes",
                             "lie", "inside", "our", "shed"}) {
        paths.insert(made.of(word));
    }
    CHECK(paths.size() > 4);
    CHECK(paths.size() <= 8);
    for (const std::uint32_t a : paths) {
        for (const std::uint32_t b : paths) {
            for (std::uint32_t above = b >> 1; above != 0; above >>= 1) CHECK(above != a);
        }
    }
}

TEST_CASE("clusters are the same every time") {
    CHECK(Made(farm(), 6).bytes == Made(farm(), 6).bytes);
}

TEST_CASE("rare words have no cluster, and one cluster holds all") {
    const Made made(farm(), 8, 4);
    CHECK(made.of("hungry") != 0);
    CHECK(made.of("sheep") == 0);
    const Made one(farm(), 1);
    CHECK(one.of(beasts) == one.of(tools));
    CHECK(one.of("sheep") == 1);
    // More clusters than words.
    CHECK(Made("a b\n", 40).words == 2);
}

TEST_CASE("without text or without clusters there are none") {
    CHECK(Made("", 5).words == 0);
    CHECK(Made("\n\n\n", 5).words == 0);
    CHECK(Made(farm(), 5, 1000).words == 0);
    CHECK(Made(farm(), 0).words == 0);
    CHECK(Made(farm(), -3).words == 0);
    CHECK(Made(farm(), 4, 1, 0).words == 20);
}
