// The candidates for a statement's holder that are not in its source: who holds the office that it
// names, who spoke before, who was named in the sentences before or elsewhere.
#include <algorithm>

#include "core/extract/hash.hpp"
#include "core/extract/holder_candidates.hpp"
#include "core/extract/stages.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

constexpr std::size_t most_offices = 16, most_speakers = 4, most_named = 12, most_elsewhere = 10;
constexpr std::size_t names_looked_at = 64;
constexpr std::uint32_t sentences_back = 6, longest_sentence = 200;

}  // namespace

// Foreign Minister X; X, the health minister.
void HolderCandidates::index_offices() {
    for (const Name& name : article_.names) {
        if (name.type != NameType::per || name.words.begin < 2) continue;
        const std::uint32_t begin = name.words.begin, end = name.words.end;
        add_office(article_.is_mark(begin - 1, ',') ? begin - 2 : begin - 1, name.cluster);
        if (end >= article_.words.size() || !article_.is_mark(end, ',')) continue;
        const auto limit = std::min<std::size_t>(article_.words.size(), end + 8);
        for (std::uint32_t i = end + 1; i < limit; ++i) {
            const Word& word = article_.words[i];
            if (word.kind == text::TokenKind::punctuation || word.is(relative)) break;
            if (add_office(i, name.cluster)) break;
        }
    }
}

bool HolderCandidates::add_office(std::uint32_t word, std::uint32_t cluster) {
    const Word& found = article_.words[word];
    if (!found.is(title | title_tail) || found.name != none) return false;
    auto& holders = offices_[found.id];
    if (holders.size() < most_offices) {
        holders.push_back({word > 0 ? article_.words[word - 1].id : no_word, cluster});
    }
    return true;
}

std::uint32_t HolderCandidates::mentions(std::uint32_t cluster) const {
    return cluster < mentions_.size() ? mentions_[cluster] : 0;
}

void HolderCandidates::add_offices(const Source& source, Range phrase_words) {
    const std::uint32_t last = phrase_words.end - 1;
    const auto found = offices_.find(article_.words[last].id);
    if (found == offices_.end()) return;
    std::vector<std::uint32_t> seen;
    for (const Office& held : found->second) {
        if (std::find(seen.begin(), seen.end(), held.cluster) != seen.end()) continue;
        seen.push_back(held.cluster);
        const bool same = phrase_words.size() > 1 && held.kind == article_.words[last - 1].id;
        HolderCandidate& c = candidate(source, {held.cluster, {}}, office, "holds that office");
        c.features.push_back(combine(
            35,
            combine(same ? 1 : 0, combine(static_cast<std::uint32_t>(seen.size()), source.kind))));
    }
}

void HolderCandidates::add_speakers(const Source& source) {
    std::vector<std::uint32_t> seen;
    for (std::size_t i = before_.size(); i-- > 0 && seen.size() < most_speakers;) {
        const Before& before = before_[i];
        if (before.name == 0 || std::find(seen.begin(), seen.end(), before.name) != seen.end()) {
            if (before_.size() - i > 64) break;
            continue;
        }
        const auto rank = static_cast<std::uint32_t>(seen.size());
        seen.push_back(before.name);
        HolderCandidate& c = candidate(source, before.holder, speaker + rank,
                                       rank == 0 ? "spoke last" : "spoke before");
        const std::uint32_t far = std::min(source.sentence - before.sentence, 6U);
        const bool person = before.holder.cluster != none &&
                            article_.clusters[before.holder.cluster].type == NameType::per;
        const auto add = [&](std::uint32_t id, std::uint32_t value) {
            c.features.push_back(combine(id, combine(value, rank)));
        };
        add(40, combine(far, source.kind));
        add(41, combine(far, combine(source.head, source.first)));
        add(42, combine(person ? 1 : 0, combine(source.kind, source.first)));
        add(43, combine(person ? 1 : 0, source.flags));
    }
}

void HolderCandidates::add_named_before(const Source& source) {
    std::vector<std::uint32_t> seen;
    const auto take = [&](std::uint32_t cluster) {
        if (std::find(seen.begin(), seen.end(), cluster) != seen.end()) return false;
        seen.push_back(cluster);
        return true;
    };
    for (std::uint32_t back = 0; back <= sentences_back && back <= source.sentence; ++back) {
        const Range words = article_.sentences[source.sentence - back].words;
        const std::uint32_t end =
            std::min(back == 0 ? source.at : words.end, words.begin + longest_sentence);
        std::uint32_t order = 0;
        for (std::uint32_t i = words.begin; i < end && seen.size() < most_named; ++i) {
            const std::uint32_t index = article_.words[i].name;
            if (index == none || (i > words.begin && article_.words[i - 1].name == index)) continue;
            const Name& name = article_.names[index];
            if (name.type != NameType::per && name.type != NameType::org &&
                name.type != NameType::gpe && name.type != NameType::norp) {
                continue;
            }
            const std::uint32_t rank = order++;
            if (!take(name.cluster)) continue;
            const auto type = static_cast<std::uint32_t>(name.type);
            const auto offer = [&](std::uint32_t cluster, std::uint32_t kind) {
                HolderCandidate& c = candidate(source, {cluster, {}}, kind, "named before");
                const auto add = [&](std::uint32_t id, std::uint32_t value) {
                    c.features.push_back(
                        combine(id, combine(value, combine(kind, combine(type, back)))));
                };
                add(50, combine(std::min(rank, 3U), source.kind));
                add(51, source.head);
                add(52, combine(source.first, std::min(rank, 2U)));
                if (i == words.begin) add(53, source.kind);
            };
            offer(name.cluster, named_before);
            if (const std::uint32_t country = article_.clusters[name.cluster].country;
                country != 0) {
                const std::uint32_t cluster = country_cluster(vocabulary_, article_, country);
                if (cluster != name.cluster) offer(cluster, country_before);
            }
        }
    }
    std::size_t found = 0;
    for (const Name& name : article_.names) {
        if (found == most_elsewhere || &name == article_.names.data() + names_looked_at) break;
        if ((name.type != NameType::per && name.type != NameType::org) || !take(name.cluster)) {
            continue;
        }
        ++found;
        HolderCandidate& c = candidate(source, {name.cluster, {}}, elsewhere, "named in the text");
        c.features.push_back(
            combine(54, combine(name.words.begin > source.at ? 1 : 0,
                                combine(static_cast<std::uint32_t>(name.type), source.kind))));
    }
    if (state_ != none) candidate(source, {state_, {}}, state, "the country of the article");
}

void HolderCandidates::said(const Statement& made, const HolderCandidate& holder) {
    before_.push_back({holder.holder, holder.name, made.sentence});
}

}  // namespace standpoint::extract
