#include "core/extract/document_votes.hpp"

#include <algorithm>

#include "core/extract/feature_kinds.hpp"

namespace standpoint::extract {
namespace {

std::size_t kind_of(Tag tag) {
    return tag == outside ? 0 : static_cast<std::size_t>(type_of(tag));
}

}  // namespace

void DocumentVotes::read(const Article& article, const std::vector<Range>& regions,
                         const std::vector<Tag>& path) {
    slot_.assign(article.uses.size(), 0);
    votes_.clear();
    std::size_t at = 0;
    for (const Range region : regions) {
        for (std::uint32_t i = region.begin; i < region.end; ++i, ++at) {
            const Word& word = article.words[i];
            if (!word.upper || word.id == no_word) continue;
            std::uint32_t& slot = slot_[word.id];
            if (slot == 0) {
                votes_.emplace_back();
                slot = static_cast<std::uint32_t>(votes_.size());
            }
            Votes& votes = votes_[slot - 1];
            const std::size_t kind = kind_of(path[at]);
            const auto add = [](std::uint16_t& n) {
                n = static_cast<std::uint16_t>(n + (n < 999));
            };
            add(votes.by_type[kind]);
            if (kind == 0) continue;
            const bool goes_on_after = i + 1 < region.end && is_inside(path[at + 1]);
            if (is_inside(path[at]) || goes_on_after) {
                add(votes.longer[kind]);
                if (!goes_on_after) add(votes.last[kind]);
            }
        }
    }
}

bool DocumentVotes::heard(const Article& article, std::uint32_t word) const {
    const WordId id = article.words[word].id;
    if (id == no_word || slot_[id] == 0 || !article.words[word].upper) return false;
    const Votes& votes = votes_[slot_[id] - 1];
    std::uint32_t all = 0;
    for (const std::uint16_t n : votes.by_type) all += n;
    return all > 1;
}

void DocumentVotes::of_word(const Article& article, std::uint32_t word, Tag own,
                            std::vector<Feature>& out) const {
    const auto add = [&out](Kind kind, std::uint32_t value) {
        out.push_back({combine(kind + 1U, value), kind});
    };
    if (!heard(article, word)) {
        add(vote_none, own);
        return;
    }
    Votes votes = votes_[slot_[article.words[word].id] - 1];
    const std::size_t self = kind_of(own);
    if (votes.by_type[self] > 0) --votes.by_type[self];
    std::uint32_t all = 0, most = 0;
    for (std::uint32_t k = 0; k < kinds; ++k) {
        all += votes.by_type[k];
        if (votes.by_type[k] > votes.by_type[most]) most = k;
    }
    // How many of the others agree, in steps.
    const std::uint32_t share = votes.by_type[most] * 4U / std::max(all, 1U);
    const std::uint32_t many = all == 1 ? 0 : all < 4 ? 1 : 2;
    const std::uint32_t strength = share * 3 + many;
    add(vote_type, most);
    add(vote_type_tag, most * 32 + own);
    add(vote_share, (most * 32 + own) * 16 + strength);
    for (std::uint32_t k = 1; k < kinds; ++k) {
        if (votes.longer[k] == 0) continue;
        add(vote_place, k * 32 + own);
        if (votes.last[k] > 0) add(vote_last, k * 32 + own);
    }
}

}  // namespace standpoint::extract
