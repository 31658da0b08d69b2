#include "core/learn/statement_set.hpp"

#include <algorithm>

#include "core/extract/holder_candidates.hpp"
#include "core/extract/stages.hpp"

namespace standpoint::learn {
namespace {

using namespace extract;

// The cues of the gold, in order, each once: joint speakers have an attribution each.
std::vector<Range> cues_of(const Article& article, const model::Document& gold) {
    std::vector<Range> cues;
    for (const model::Attribution& made : gold.attributions) {
        const Range cue = made.cue ? article.words_of(*made.cue) : Range{};
        if (!cue.empty()) cues.push_back(cue);
    }
    std::sort(cues.begin(), cues.end(), [](Range a, Range b) { return a.begin < b.begin; });
    std::vector<Range> apart;
    for (const Range cue : cues) {
        if (apart.empty() || apart.back().end <= cue.begin) apart.push_back(cue);
    }
    return apart;
}

// The roles of all words, of the attributions with this cue alone if there is one.
std::vector<Tag> roles_of(const Article& article, const model::Document& gold, const Range* cue) {
    std::vector<Tag> tags(article.words.size(), outside);
    const auto wanted = [&](const model::Attribution& made) {
        return cue == nullptr || (made.cue && article.words_of(*made.cue).begin == cue->begin);
    };
    for (const model::Attribution& made : gold.attributions) {
        if (!wanted(made)) continue;
        for (const Span piece : made.content) paint(tags, article.words_of(piece), Role::content);
    }
    for (const model::Attribution& made : gold.attributions) {
        if (wanted(made) && made.source) paint(tags, article.words_of(*made.source), Role::source);
    }
    for (const model::Attribution& made : gold.attributions) {
        if (wanted(made) && made.cue) paint(tags, article.words_of(*made.cue), Role::cue);
    }
    mend(tags);
    return tags;
}

// The first word of a stretch cannot go on with what lies before it.
Tag within(const std::vector<Tag>& tags, Range stretch, std::uint32_t i) {
    const Tag before = i == stretch.begin ? outside : tags[i - 1];
    return may_follow(before, tags[i]) ? tags[i] : static_cast<Tag>(tags[i] - 1);
}

bool overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
    return std::any_of(a.begin(), a.end(), [&](Span x) {
        return std::any_of(b.begin(), b.end(), [&](Span y) { return x.overlaps(y); });
    });
}

}  // namespace

void StatementReader::read(const model::Document& document, Article& article) {
    read_words(vocabulary_, document.text, article);
    find_quotes(article);
    names_.run(article, name_scratch_, {nullptr, 0, 1}, false);
    find_clusters(vocabulary_, article);
    parts_.run(article, part_scratch_, {nullptr, 0, 1});
    find_attributions(vocabulary_, nullptr, article, {nullptr, 0, 1});
}

void add_statements(const RoleFeatures& features, const Article& article,
                    const model::Document& gold, float weight, TrainingSet& cues,
                    TrainingSet& spans) {
    RoleFeatures::Scratch scratch;
    std::vector<Feature> buffer;
    features.read(article, scratch);
    const std::vector<Tag> tags = roles_of(article, gold, nullptr);
    for (const Sentence& sentence : article.sentences) {
        RoleFeatures::each_stretch(sentence, [&](Range stretch) {
            cues.regions.push_back(
                {static_cast<std::uint32_t>(cues.allowed.size()), stretch.size(), weight});
            std::uint32_t i = stretch.begin;
            features.of_stretch(article, stretch, scratch, buffer,
                                [&](const std::vector<Feature>& of_word) {
                                    cues.allowed.push_back(tag_bit(within(tags, stretch, i++)));
                                    cues.add_features(of_word);
                                });
        });
    }
    const std::vector<Range> all = cues_of(article, gold);
    for (const Range cue : all) {
        const Range window = RoleFeatures::window(article, cue);
        std::vector<Range> nearby;
        for (const Range other : all) {
            if (other.begin < window.end && window.begin < other.end) nearby.push_back(other);
        }
        std::vector<Tag> own = roles_of(article, gold, &cue);
        for (std::uint32_t i = cue.begin; i < cue.end; ++i) own[i] = outside;
        mend(own);
        spans.regions.push_back(
            {static_cast<std::uint32_t>(spans.allowed.size()), window.size(), weight});
        std::uint32_t i = window.begin;
        features.of_window(article, window, cue, nearby, scratch, buffer,
                           [&](const std::vector<Feature>& of_word) {
                               spans.allowed.push_back(tag_bit(within(own, window, i)));
                               spans.open.push_back(cue.contains(i) ? tag_bit(outside) : span_tags);
                               spans.add_features(of_word);
                               ++i;
                           });
    }
}

void add_holders(const Vocabulary& vocabulary, Article& article, const model::Document& gold,
                 float weight, ChoiceTrainer& choices) {
    struct Wanted {
        Statement made;
        std::uint32_t name = 0;
    };
    std::vector<Wanted> all;
    for (const model::Attribution& given : gold.attributions) {
        Wanted wanted;
        Statement& made = wanted.made;
        if (given.source) made.source = article.words_of(*given.source);
        if (given.cue) made.cue = article.words_of(*given.cue);
        made.content = given.content;
        made.frame = Frame::say;
        made.verb = made.cue.empty() ? none : made.cue.end - 1;
        const Range place = made.cue.empty() ? article.words_of(made.content.front()) : made.cue;
        if (place.empty()) continue;
        made.sentence = article.words[place.begin].sentence;
        wanted.name = HolderCandidates::hash_of_name(model::name_of(given.holder, gold));
        all.push_back(std::move(wanted));
    }
    std::stable_sort(all.begin(), all.end(), [](const Wanted& a, const Wanted& b) {
        return a.made.sentence < b.made.sentence;
    });
    article.statements.clear();
    for (const Wanted& wanted : all) article.statements.push_back(wanted.made);
    find_holders(vocabulary, article);
    HolderCandidates candidates(vocabulary, article);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::vector<HolderCandidate>& offered = candidates.of(article.statements[i]);
        const auto right = std::find_if(offered.begin(), offered.end(),
                                        [&](const auto& c) { return c.name == all[i].name; });
        if (right == offered.end()) continue;
        std::vector<const std::vector<std::uint32_t>*> features;
        for (const HolderCandidate& c : offered) features.push_back(&c.features);
        choices.add(features, static_cast<std::size_t>(right - offered.begin()), weight);
        candidates.said(article.statements[i], *right);
    }
}

Counts compare_holders(const Article& found, const model::Document& gold) {
    Counts counts;
    struct Free {
        const Statement* made;
        std::uint32_t name;
    };
    std::vector<Free> free;
    for (const Statement& made : found.statements) {
        if (!made.attribution) continue;
        each_holder(made, [&](const Holder& holder) {
            free.push_back({&made, HolderCandidates::hash_of_name(found.name_of(holder))});
        });
    }
    counts.found = static_cast<std::uint32_t>(free.size());
    for (const model::Attribution& wanted : gold.attributions) {
        ++counts.gold;
        const std::uint32_t name =
            HolderCandidates::hash_of_name(model::name_of(wanted.holder, gold));
        for (Free& one : free) {
            if (one.made == nullptr || one.name != name ||
                !overlap(wanted.content, one.made->content)) {
                continue;
            }
            one.made = nullptr;
            ++counts.right;
            break;
        }
    }
    return counts;
}

Counts compare_statements(const Article& found, const model::Document& gold,
                          std::vector<Judged>* judged) {
    Counts counts;
    std::vector<const Statement*> free;
    for (const Statement& made : found.statements) {
        if (made.attribution) {
            each_holder(made, [&](const Holder&) { free.push_back(&made); });
        }
    }
    const std::vector<const Statement*> all = free;
    counts.found = static_cast<std::uint32_t>(free.size());
    for (const model::Attribution& wanted : gold.attributions) {
        ++counts.gold;
        for (const Statement*& made : free) {
            if (made == nullptr || !overlap(wanted.content, made->content)) continue;
            if (wanted.source.has_value() == made->source.empty()) continue;
            if (wanted.source && !wanted.source->overlaps(found.span_of(made->source))) continue;
            made = nullptr;
            ++counts.right;
            break;
        }
    }
    for (std::size_t i = 0; judged != nullptr && i < all.size(); ++i) {
        if (!all[i]->cue.empty()) judged->push_back({all[i]->score, free[i] == nullptr});
    }
    return counts;
}

}  // namespace standpoint::learn
