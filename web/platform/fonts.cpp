#include <imgui_internal.h>

#include <deque>
#include <string>
#include <unordered_map>

#include "web/platform/clusters.hpp"
#include "web/platform/fonts.hpp"

namespace standpoint::web {

namespace {

// Planes 4 to 13 hold no characters. The private planes would do as well, but ImGui's tables are
// indexed by code: the lower, the smaller.
constexpr ImWchar first_code = 0x40000, end_code = 0xE0000;

struct Clusters {
    std::deque<std::string> texts;  // by code - first_code; a deque, so that views stay valid
    std::unordered_map<std::string_view, ImWchar> codes;
};

Clusters& clusters() {
    static Clusters all;  // for the life of the page, as the contract says
    return all;
}

// The only code point of the cluster, or 0 if it has several.
ImWchar single(std::string_view cluster) {
    unsigned code = 0;
    const char* end = cluster.data() + cluster.size();
    const int size = ImTextCharFromUtf8(&code, cluster.data(), end);
    return size == static_cast<int>(cluster.size()) ? static_cast<ImWchar>(code) : 0;
}

}  // namespace

ImWchar cluster_code(std::string_view cluster) {
    const ImWchar code = single(cluster);
    if (code != 0 && (code < first_code || code >= end_code)) return code;
    Clusters& all = clusters();
    if (const auto known = all.codes.find(cluster); known != all.codes.end()) return known->second;
    const auto next = static_cast<ImWchar>(first_code + all.texts.size());
    if (next >= end_code) return IM_UNICODE_CODEPOINT_INVALID;
    all.codes.emplace(all.texts.emplace_back(cluster), next);
    return next;
}

std::string text_of_code(ImWchar code) {
    const Clusters& all = clusters();
    if (code >= first_code && code - first_code < all.texts.size())
        return all.texts[code - first_code];
    char encoded[5];
    ImTextCharToUtf8(encoded, code);
    return encoded;
}

}  // namespace standpoint::web
