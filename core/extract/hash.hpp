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

constexpr std::uint32_t combine(std::uint32_t a, std::uint32_t b) {
    return mix(a * 0x9e3779b1U + b + 0x7f4a7c15U);
}

}  // namespace standpoint::extract
