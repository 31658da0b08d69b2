#include "core/extract/holder_candidates.hpp"

#include <algorithm>

#include "core/extract/name_features.hpp"
#include "core/extract/stages.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

bool is_possessive(std::string_view w) {
    return w == "'s" || w == "’s" || w == "'" || w == "’";
}

}  // namespace

HolderCandidates::HolderCandidates(const Vocabulary& vocabulary, Article& article)
    : vocabulary_(vocabulary), article_(article), mentions_(article.clusters.size(), 0) {
    for (const Name& name : article_.names) {
        ++mentions_[name.cluster];
        if (state_ == none && name.type == NameType::gpe &&
            article_.clusters[name.cluster].country != 0) {
            state_ = name.cluster;
        }
    }
    index_offices();
}

std::uint32_t HolderCandidates::form(std::uint32_t word) {
    return article_.words[word].name != none ? 1 : word_hash(article_.at(word), buffer_);
}

std::uint32_t HolderCandidates::hash_of_name(std::string_view name) {
    if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
    if (name.empty() || name == "-") return 0;
    std::string folded;
    fold(name, folded);
    return hash_bytes(folded);
}

HolderCandidates::Source HolderCandidates::describe(const Statement& made) {
    Source source;
    source.made = &made;
    source.words = made.source;
    source.at = !made.source.empty() ? made.source.begin
                : !made.cue.empty()  ? made.cue.begin
                                     : article_.words_of(made.content.front()).begin;
    source.at = std::min(source.at, static_cast<std::uint32_t>(article_.words.size()) - 1);
    source.sentence = article_.words[source.at].sentence;
    if (made.source.empty()) {
        source.kind = made.cue.empty() ? 0 : 1;
        return source;
    }
    const Range words = made.source;
    std::uint32_t end = words.end;
    for (std::uint32_t i = words.end; i-- > words.begin + 1;) {
        const Word& word = article_.words[i];
        if (word.kind == text::TokenKind::punctuation || word.is(preposition | relative)) end = i;
    }
    source.head = form(end - 1);
    source.first = form(words.begin);
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const Word& word = article_.words[i];
        if (word.name != none) {
            source.names += i == words.begin || article_.words[i - 1].name != word.name ? 1 : 0;
            continue;
        }
        std::uint32_t bit = 1;
        for (const Classes classes :
             {Classes{official_noun}, Classes{speaker_noun}, title | title_tail,
              Classes{institution_noun}, Classes{document_noun}, Classes{outlet_noun}}) {
            if (word.is(classes)) source.flags |= bit;
            bit <<= 1;
        }
    }
    const Word& first = article_.words[words.begin];
    const bool small = words.size() <= 2 && first.name == none;
    source.pronoun = small && first.is(pronoun);
    source.relative = small && first.is(relative);
    const bool definite = first.is(word_class::article) && first.span.size() == 3;
    source.kind = source.pronoun     ? 2
                  : source.relative  ? 3
                  : source.names > 0 ? 4
                  : definite         ? 5
                                     : 6;
    return source;
}

HolderCandidate& HolderCandidates::candidate(const Source& source, Holder holder,
                                             std::uint32_t kind, std::string_view why) {
    const std::uint32_t name = hash_of_name(article_.name_of(holder));
    auto found = std::find_if(candidates_.begin(), candidates_.end(),
                              [&](const HolderCandidate& c) { return c.name == name; });
    if (found == candidates_.end()) {
        candidates_.push_back({holder, name, why, {}});
        found = candidates_.end() - 1;
    }
    const auto add = [&](std::uint32_t id, std::uint32_t value) {
        found->features.push_back(combine(id, combine(value, kind)));
    };
    add(1, source.kind);
    add(2, combine(source.kind, source.flags));
    add(3, source.head);
    add(4, combine(source.kind, source.first));
    add(5, combine(source.names, source.kind));
    if (holder.cluster != none) {
        const auto type = static_cast<std::uint32_t>(article_.clusters[holder.cluster].type);
        add(6, combine(type, source.kind));
        add(7, combine(type, source.head));
        add(8, combine(type, source.flags));
        add(9, combine(type, source.first));
        add(10, combine(std::min(mentions(holder.cluster), 5U), source.kind));
    }
    return *found;
}

void HolderCandidates::add_names(const Source& source) {
    const Range words = source.words;
    std::uint32_t previous = none, rank = 0;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const std::uint32_t index = article_.words[i].name;
        if (index == none || index == previous) continue;
        previous = index;
        const Name& name = article_.names[index];
        const std::uint32_t begin = std::max(name.words.begin, words.begin),
                            end = std::min(name.words.end, words.end);
        std::uint32_t p = begin;  // past the article and the titles before it
        while (p > words.begin && article_.words[p - 1].is(word_class::article | adverb)) --p;
        while (p > words.begin && article_.words[p - 1].upper && article_.words[p - 1].is(title)) {
            --p;
        }
        bool last = true, person_too = false;
        for (std::uint32_t k = words.begin; k < words.end; ++k) {
            const std::uint32_t other = article_.words[k].name;
            if (other == none || other == index) continue;
            last = last && k < end;
            person_too = person_too || article_.names[other].type == NameType::per;
        }
        std::uint32_t place = 0;
        for (const bool flag : {p > words.begin && article_.words[p - 1].is(preposition),
                                end < words.end && is_possessive(article_.at(end)),
                                end < article_.words.size() && article_.is_mark(end, '-'),
                                begin > words.begin && article_.is_mark(begin - 1, ','),
                                begin <= words.begin + 1 && end >= words.end, last, person_too}) {
            place = place << 1 | (flag ? 1U : 0U);
        }
        const auto type = static_cast<std::uint32_t>(name.type);
        const std::uint32_t before = begin > words.begin ? form(begin - 1) : 0;
        const std::uint32_t after = end < words.end ? form(end) : 0;
        const bool capital = name.entry != 0 && vocabulary_.name(name.entry).capital;
        const auto offer = [&](std::uint32_t cluster, std::uint32_t kind, std::string_view why) {
            HolderCandidate& c = candidate(source, {cluster, {}}, kind, why);
            const auto add = [&](std::uint32_t id, std::uint32_t value) {
                c.features.push_back(combine(id, combine(value, combine(kind, type))));
            };
            add(20, place);
            add(21, before);
            add(22, after);
            add(23, combine(std::min(rank, 3U), source.names));
            add(24, combine(place, source.flags));
            add(25, combine(place, source.head));
            add(26, combine(place, source.kind));
            if (capital) add(27, place);
        };
        offer(name.cluster, named, "named in the source");
        if (const std::uint32_t country = article_.clusters[name.cluster].country; country != 0) {
            const std::uint32_t cluster = country_cluster(vocabulary_, article_, country);
            if (cluster != name.cluster) offer(cluster, country_named, "the source speaks for it");
        }
        ++rank;
    }
}

void HolderCandidates::add_phrases(const Source& source) {
    const Range words = source.words;
    const auto shorter = [&](Range range, bool keep_of) {  // up to what follows its head
        for (std::uint32_t i = range.begin + 1; i < range.end; ++i) {
            const Word& word = article_.words[i];
            const std::string_view w = article_.at(i);
            const bool kept = keep_of && (w == "of" || w == "for");
            if (word.kind == text::TokenKind::punctuation ||
                (word.is(preposition | relative) && !kept) ||
                (word.can_be(verb_form::ing) && word.name == none)) {
                range.end = i;
            }
        }
        return range;
    };
    const auto offer = [&](Range range, std::uint32_t kind) {
        if (range.empty()) return;
        HolderCandidate& c = candidate(source, {none, range}, kind, "as the source calls them");
        const auto add = [&](std::uint32_t id, std::uint32_t value) {
            c.features.push_back(combine(id, combine(value, kind)));
        };
        bool any_name = false;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            any_name = any_name || article_.words[i].name != none;
        }
        add(30, combine(std::min(range.size(), 5U), source.kind));
        add(31, combine(source.names, article_.words[range.begin].upper ? 1 : 0));
        add(32, combine(any_name ? 1 : 0, range.end == words.end ? 1 : 0));
        add(33, range.end < words.end ? form(range.end) : 0);
    };
    Range bare = words, kept = words;  // without any determiner; without articles
    while (kept.size() > 1 && article_.words[kept.begin].is(word_class::article)) ++kept.begin;
    while (bare.size() > 1 && article_.words[bare.begin].is(word_class::article | determiner) &&
           !article_.words[bare.begin].is(possessive)) {
        ++bare.begin;
    }
    const Range short_one = shorter(bare, false);
    offer(shorter(bare, true), phrase_of);
    offer(short_one, phrase);
    offer(bare, whole_phrase);
    if (kept.begin != bare.begin) {
        offer(shorter(kept, true), kept_phrase_of);
        offer(shorter(kept, false), kept_phrase);
    }
    const std::uint32_t owner_end = std::min(bare.end, bare.begin + 5);
    for (std::uint32_t i = bare.begin; i + 1 < owner_end; ++i) {
        if (is_possessive(article_.at(i))) offer(shorter({i + 1, bare.end}, true), owned);
    }
    if (short_one.size() > 1) offer({short_one.end - 1, short_one.end}, last_word);
    if (short_one.size() > 2) offer({short_one.end - 2, short_one.end}, last_two_words);
    if (short_one.end + 1 < words.end && article_.at(short_one.end) == "of") {
        offer(shorter({short_one.end + 1, words.end}, false), after_of);  // Hundreds of students
    }
    // The minister, X, said
    const std::uint32_t end = words.end;
    if (end + 1 < article_.words.size() &&
        (article_.is_mark(end, ',') || article_.words[end].name != none)) {
        const auto limit = std::min<std::size_t>(article_.words.size(), end + 4);
        for (std::uint32_t i = end; i < limit; ++i) {
            const std::uint32_t name = article_.words[i].name;
            if (name == none) continue;
            HolderCandidate& c = candidate(source, {article_.names[name].cluster, {}}, apposed,
                                           "named beside the source");
            c.features.push_back(combine(
                34, combine(static_cast<std::uint32_t>(article_.names[name].type), i - end)));
            break;
        }
    }
    if (source.names == 0) add_offices(source, short_one);
}

std::vector<HolderCandidate>& HolderCandidates::of(const Statement& made) {
    candidates_.clear();
    const Source source = describe(made);
    if (!source.words.empty()) add_names(source);
    if (!source.words.empty() && !source.pronoun && !source.relative) add_phrases(source);
    add_speakers(source);
    if (source.names == 0) add_named_before(source);
    HolderCandidate& rule = candidate(source, made.holder, ruled, "as the rules have it");
    rule.features.push_back(combine(60, combine(source.kind, source.flags)));
    rule.features.push_back(combine(61, combine(source.kind, source.head)));
    rule.features.push_back(combine(62, combine(source.kind, source.first)));
    HolderCandidate& none_at_all = candidate(source, {}, nobody, "nobody is named");
    none_at_all.features.push_back(combine(63, combine(before_.empty() ? 1 : 0, source.kind)));
    return candidates_;
}

void choose_holders(const Vocabulary& vocabulary, const FeatureWeights& weights, Article& article) {
    if (weights.size() == 0 || article.words.empty()) return;
    HolderCandidates candidates(vocabulary, article);
    for (Statement& made : article.statements) {
        if (!made.attribution) continue;
        const std::vector<HolderCandidate>& all = candidates.of(made);
        const HolderCandidate* best = nullptr;
        std::int32_t most = 0;
        for (const HolderCandidate& candidate : all) {
            std::int32_t sum = 0;
            for (const std::uint32_t feature : candidate.features) {
                const FeatureWeights::Row* row = weights.find(feature);
                if (row != nullptr) sum += row->weights[0];
            }
            if (best == nullptr || sum > most) {
                best = &candidate;
                most = sum;
            }
        }
        candidates.said(made, *best);
        const bool joint =
            best->holder.cluster == made.holder.cluster && made.holder.cluster != none;
        made.holder = best->holder;
        if (!joint) made.more_holders.clear();
        if (made.holder.known()) made.reasons.push_back("holder: " + std::string(best->why));
    }
}

}  // namespace standpoint::extract
