#include "core/learn/training_set.hpp"

#include <algorithm>

#include "core/extract/stages.hpp"

namespace standpoint::learn {
namespace {

using namespace extract;

// The tags of a set of types, at the first word of a name or further in.
TagSet tags_of(TypeSet types, bool first) {
    TagSet tags = (types & no_name) != 0 ? tag_bit(outside) : 0;
    for (int i = 1; i <= 10; ++i) {
        if ((types >> i & 1) == 0) continue;
        const auto type = static_cast<NameType>(i);
        tags |= tag_bit(first ? begin_tag(type) : inside_tag(type));
    }
    return tags;
}

TagSet unmarked_tags(TypeSet types) {
    return tags_of(types, true) | tags_of(types & ~no_name, false) | tag_bit(outside);
}

// The tags of a word in its region: of a name that begins before the region nothing can be told.
TagSet tags_in(const std::vector<TagSet>& tags, Range region, std::uint32_t i) {
    const TagSet may = tags[i];
    if (i != region.begin || may == tag_bit(outside)) return may;
    for (Tag t = 1; t < tag_count; ++t) {
        if (is_begin(t) && (may & tag_bit(t)) != 0) return may;
    }
    return all_tags;
}

}  // namespace

std::vector<TagSet> allowed_tags(const Article& article, const TrainingText& gold) {
    std::vector<TagSet> out;
    out.assign(article.words.size(), unmarked_tags(gold.unmarked));
    std::size_t at = 0;
    for (const GoldName& name : gold.names) {
        while (at < article.words.size() && article.words[at].span.end <= name.span.begin) ++at;
        std::size_t end = at;
        while (end < article.words.size() && article.words[end].span.begin < name.span.end) ++end;
        if (end == at) continue;
        const bool whole = article.words[at].span.begin == name.span.begin &&
                           article.words[end - 1].span.end == name.span.end;
        for (std::size_t i = at; i < end; ++i) {
            // A name that is not whole words leaves its words open.
            out[i] = whole && name.types != 0 ? tags_of(name.types, i == at) : all_tags;
        }
    }
    return out;
}

void TrainingSet::add_features(const std::vector<Feature>& of_word) {
    for (const Feature& feature : of_word) {
        const auto id = ids.try_emplace(feature.key, static_cast<std::uint32_t>(keys.size()));
        if (id.second) {
            keys.push_back(feature.key);
            kinds.push_back(feature.kind);
            counts.push_back(0);
        }
        ++counts[id.first->second];
        features.push_back(id.first->second);
    }
    starts.push_back(static_cast<std::uint32_t>(features.size()));
}

void TrainingSet::add_votes(const Vocabulary& vocabulary, const NameTagger& tagger, float unit,
                            const TrainingText& gold) {
    Article article;
    read_words(vocabulary, gold.text, article);
    find_quotes(article);
    NameTagger::Scratch scratch;
    tagger.look(article, scratch, {nullptr, 0, 1});
    const std::vector<Range>& all = scratch.features.regions;
    scratch.votes.read(article, all, scratch.path);
    const std::vector<TagSet> tags = allowed_tags(article, gold);
    std::size_t at = 0;
    std::vector<Feature> of_word;
    for (const Range region : all) {
        regions.push_back({static_cast<std::uint32_t>(allowed.size()), region.size(), gold.weight});
        for (std::uint32_t i = region.begin; i < region.end; ++i, ++at) {
            allowed.push_back(tags_in(tags, region, i));
            given.emplace_back();
            for (std::size_t t = 0; t < tag_count; ++t) {
                given.back()[t] = unit * static_cast<float>(scratch.emission[at][t]);
            }
            of_word.clear();
            if (article.words[i].upper) {
                scratch.votes.of_word(article, i, scratch.path[at], of_word);
            }
            add_features(of_word);
        }
    }
}

void TrainingSet::add(const Vocabulary& vocabulary, const WordTables& tables,
                      const TrainingText& gold) {
    Article article;
    read_words(vocabulary, gold.text, article);
    find_quotes(article);
    const NameFeatures name_features(tables);
    NameFeatures::Scratch scratch;
    name_features.find_regions(article, scratch);
    const std::vector<TagSet> tags = allowed_tags(article, gold);
    std::vector<bool> seen(article.words.size(), false);
    std::vector<Feature> of_word;
    for (const Range region : scratch.regions) {
        regions.push_back({static_cast<std::uint32_t>(allowed.size()), region.size(), gold.weight});
        name_features.read_region(vocabulary, article, region, scratch);
        for (std::uint32_t i = region.begin; i < region.end; ++i) {
            seen[i] = true;
            allowed.push_back(tags_in(tags, region, i));
            of_word.clear();
            name_features.of_word(article, region, i, scratch, of_word);
            add_features(of_word);
        }
    }
    std::size_t at = 0;
    for (const GoldName& name : gold.names) {
        if ((name.types & no_name) != 0 || name.types == 0) continue;
        ++names;
        while (at < article.words.size() && article.words[at].span.end <= name.span.begin) ++at;
        for (std::size_t i = at; i < article.words.size(); ++i) {
            if (article.words[i].span.begin >= name.span.end) break;
            if (!seen[i]) {
                ++lost;
                break;
            }
        }
    }
}

void TrainingSet::keep(const std::vector<bool>& wanted) {
    std::vector<std::uint32_t> renumbered(keys.size(), UINT32_MAX);
    std::uint32_t next = 0;
    for (std::size_t id = 0; id < keys.size(); ++id) {
        if (!wanted[id]) continue;
        renumbered[id] = next;
        keys[next] = keys[id];
        kinds[next] = kinds[id];
        counts[next] = counts[id];
        ++next;
    }
    keys.resize(next);
    kinds.resize(next);
    counts.resize(next);
    ids.clear();
    for (std::uint32_t id = 0; id < next; ++id) ids.emplace(keys[id], id);
    std::uint32_t out = 0;
    for (std::size_t word = 0; word + 1 < starts.size(); ++word) {
        const std::uint32_t begin = starts[word], end = starts[word + 1];
        starts[word] = out;
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t id = renumbered[features[i]];
            if (id != UINT32_MAX) features[out++] = id;
        }
    }
    starts.back() = out;
    features.resize(out);
}

}  // namespace standpoint::learn
