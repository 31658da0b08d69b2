// Hashes of features and phrases. Part of the model file's meaning: a change here is a new version
// of the file (model_file.hpp).
//
// `hash_bytes` is FNV-1a; `mix` is the 32-bit finaliser of MurmurHash3 (A. Appleby, public domain).
#pragma once

#include <cstdint>
#include <string_view>

namespace standpoint::extract {

constexpr std::uint32_t mix(std::uint32_t h) {
    h ^= h >> 16;
    h *= 0x85ebca6bU;
    h ^= h >> 13;
    h *= 0xc2b2ae35U;
    return h ^ (h >> 16);
}

constexpr std::uint32_t hash_bytes(std::string_view bytes) {
    std::uint32_t h = 2166136261U;
    for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
    return mix(h);
}

// The same sum over four streams of bytes at once, every fourth byte to each, which a processor
// takes side by side: for megabytes.
constexpr std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sums[4] = {2166136261U, 2166136262U, 2166136263U, 2166136264U};
    std::size_t i = 0;
    for (; i + 4 <= bytes.size(); i += 4) {
        for (std::size_t k = 0; k < 4; ++k) {
            sums[k] = (sums[k] ^ static_cast<unsigned char>(bytes[i + k])) * 16777619U;
        }
    }
    for (; i < bytes.size(); ++i) {
        sums[0] = (sums[0] ^ static_cast<unsigned char>(bytes[i])) * 16777619U;
    }
    std::uint32_t h = static_cast<std::uint32_t>(bytes.size());
    for (const std::uint32_t sum : sums) h = mix(h ^ sum) * 16777619U;
    return mix(h);
}

constexpr std::uint32_t combine(std::uint32_t a, std::uint32_t b) {
    return mix(a * 0x9e3779b1U + b + 0x7f4a7c15U);
}

}  // namespace standpoint::extract
