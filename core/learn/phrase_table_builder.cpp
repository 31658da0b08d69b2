#include "core/learn/phrase_table_builder.hpp"

#include <algorithm>
#include <vector>

namespace standpoint::learn {
namespace {

int bits_of(std::uint32_t set) {
    int count = 0;
    for (; set != 0; set &= set - 1) ++count;
    return count;
}

void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 255);
}

}  // namespace

std::string PhraseTableBuilder::bytes() const {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const auto& [hash, meaning] : meanings_) ++counts[meaning];
    std::vector<std::pair<std::uint32_t, std::uint32_t>> common;  // count, meaning
    for (const auto& [meaning, count] : counts) common.emplace_back(count, meaning);
    std::sort(common.rbegin(), common.rend());
    if (common.size() > 256) common.resize(256);
    std::map<std::uint32_t, std::uint32_t> index;  // of a meaning
    for (std::uint32_t i = 0; i < common.size(); ++i) index[common[i].second] = i;
    for (const auto& [meaning, count] : counts) {
        if (index.count(meaning) > 0) continue;
        std::uint32_t best = 0;
        int most = 0;
        for (std::uint32_t i = 0; i < common.size(); ++i) {
            if ((common[i].second & ~meaning) != 0) continue;
            if (const int same = bits_of(common[i].second); same > most) {
                most = same;
                best = i;
            }
        }
        if (most > 0) index[meaning] = best;
    }

    constexpr std::size_t buckets = std::size_t{1} << extract::PhraseTable::bucket_bits;
    std::vector<std::uint32_t> held(buckets, 0);
    std::string lows, values;
    std::vector<std::uint64_t> places;  // bucket, low half, value
    for (const auto& [hash, meaning] : meanings_) {
        const auto found = index.find(meaning);
        if (found == index.end()) continue;
        const std::uint32_t bucket = hash >> (32 - extract::PhraseTable::bucket_bits);
        ++held[bucket];
        places.push_back(std::uint64_t{bucket} << 32 | std::uint64_t{hash & 0xffffU} << 8 |
                         found->second);
    }
    std::sort(places.begin(), places.end());
    for (const std::uint64_t place : places) {
        put(lows, static_cast<std::uint32_t>(place >> 8 & 0xffff), 2);
        values += static_cast<char>(place & 255);
    }
    std::string out;
    put(out, static_cast<std::uint32_t>(common.size()), 4);
    for (const auto& [count, meaning] : common) put(out, meaning, 4);
    std::uint32_t before = 0;
    for (const std::uint32_t count : held) {
        before += count;
        put(out, before, 4);
    }
    return out + lows + values;
}

}  // namespace standpoint::learn
