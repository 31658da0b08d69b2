// Word tables: what is built is found again, and what is damaged is refused or harmless.
#include "core/extract/phrase_table.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

#include "core/learn/phrase_table_builder.hpp"

using namespace standpoint;
using extract::PhraseTable;
using learn::PhraseTableBuilder;

namespace {

// What a table can tell apart: the bucket, and the low half within it.
std::uint64_t quotient(std::uint32_t hash) {
    return std::uint64_t{hash >> (32 - PhraseTable::bucket_bits)} << 16 | (hash & 0xffff);
}

std::string small_table() {
    PhraseTableBuilder builder;
    builder.add(extract::phrase_hash(1), 1);
    builder.add(extract::phrase_hash(2), 6);
    return builder.bytes();
}

}  // namespace

TEST_CASE("a word table holds thousands of phrases and finds no others") {
    std::mt19937 random(1);
    PhraseTableBuilder builder;
    std::map<std::uint64_t, std::uint32_t> held;
    std::vector<std::uint32_t> hashes{0, 0xffff, 0xffff0000U, 0xffffffffU};
    while (hashes.size() < 20'000) hashes.push_back(static_cast<std::uint32_t>(random()));
    for (const std::uint32_t hash : hashes) {
        const std::uint32_t bits = 1 + static_cast<std::uint32_t>(random() % 200);
        if (!held.emplace(quotient(hash), bits).second) continue;
        builder.add(hash, bits);
    }
    CHECK(builder.size() == held.size());
    const std::string bytes = builder.bytes();
    CHECK(bytes == builder.bytes());
    const auto table = PhraseTable::open(bytes);
    REQUIRE(table);
    int wrong = 0;
    for (const std::uint32_t hash : hashes) wrong += table->find(hash) != held[quotient(hash)];
    for (int i = 0; i < 20'000; ++i) {
        const auto hash = static_cast<std::uint32_t>(random());
        const auto found = held.find(quotient(hash));
        wrong += table->find(hash) != (found == held.end() ? 0 : found->second);
    }
    CHECK(wrong == 0);
}

TEST_CASE("a phrase means all that was added, and an empty table nothing") {
    PhraseTableBuilder builder;
    CHECK(PhraseTable().find(7) == 0);
    const std::string none = builder.bytes();
    CHECK(PhraseTable::open(none)->find(7) == 0);
    builder.add(7, 1);
    builder.add(7, 4);
    const std::string bytes = builder.bytes();
    CHECK(PhraseTable::open(bytes)->find(7) == 5);
}

TEST_CASE("of more than 256 meanings the rare ones say less, and nothing false") {
    PhraseTableBuilder builder;
    std::map<std::uint32_t, std::uint32_t> given;
    std::uint32_t next = 1;
    const auto add = [&](std::uint32_t bits) {
        const std::uint32_t hash = extract::mix(next++);
        builder.add(hash, bits);
        given[hash] = bits;
    };
    // 254 common meanings of two phrases each, two single lists, and then rare ones.
    for (const std::uint32_t bits : {1U << 20, 1U << 21}) {
        for (int i = 0; i < 3; ++i) add(bits);
    }
    for (std::uint32_t bits = 1; bits <= 254; ++bits) {
        add(bits);
        add(bits);
    }
    const std::uint32_t both = next;
    add(1U << 20 | 1U << 25);
    add(1U << 20 | 7);
    add(1U << 26);
    const std::string bytes = builder.bytes();
    const auto table = PhraseTable::open(bytes);
    REQUIRE(table);
    for (const auto& [hash, bits] : given) {
        const std::uint32_t found = table->find(hash);
        CHECK((found & ~bits) == 0);
        if (bits < 1U << 20) CHECK(found == bits);
    }
    CHECK(table->find(extract::mix(both)) == 1U << 20);
    CHECK(table->find(extract::mix(both + 1)) == 7);
    CHECK(table->find(extract::mix(both + 2)) == 0);
}

TEST_CASE("a word table that is cut short or too long is refused") {
    const std::string bytes = small_table();
    REQUIRE(PhraseTable::open(bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        if (PhraseTable::open(bytes.substr(0, size))) FAIL("read at ", size);
    }
    CHECK_FALSE(PhraseTable::open(bytes + '\0'));
}

TEST_CASE("a damaged word table is refused or harmless") {
    const std::string bytes = small_table();
    const std::string refused = "The model's word tables are damaged.";
    std::mt19937 random(3);
    int opened = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = bytes;
        // The parts at both ends more often than the many empty buckets between.
        const std::size_t at = round % 3 == 0   ? random() % 12
                               : round % 3 == 1 ? damaged.size() - 1 - random() % 20
                                                : random() % damaged.size();
        damaged[at] = static_cast<char>(random());
        // An exact copy, so that a sanitizer sees a read beyond its end.
        const std::vector<char> exact(damaged.begin(), damaged.end());
        const auto table = PhraseTable::open({exact.data(), exact.size()});
        if (!table) {
            CHECK(table.error().message == refused);
            continue;
        }
        ++opened;
        for (std::uint32_t i = 0; i < 64; ++i) (void)table->find(extract::phrase_hash(i));
    }
    CHECK(opened > 0);
    for (int round = 0; round < 200; ++round) {
        std::string noise(random() % 400, '\0');
        for (char& c : noise) c = static_cast<char>(random());
        CHECK_FALSE(PhraseTable::open(noise));
    }
}

TEST_CASE("a count of phrases that only fits when it overflows is refused") {
    std::string bytes = small_table();
    // The ends of all buckets: 2^32 / 3 phrases, whose bytes a 32-bit size takes for few.
    for (std::size_t at = 12; at < 12 + (std::size_t{4} << PhraseTable::bucket_bits); at += 4) {
        bytes.replace(at, 4, "\x56\x55\x55\x55");
    }
    CHECK_FALSE(PhraseTable::open(bytes));
}
