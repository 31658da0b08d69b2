#include "core/extract/name_features.hpp"

#include <algorithm>
#include <bit>

#include "core/extract/feature_kinds.hpp"
#include "core/text/chars.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

// Classes that tell something of names.
constexpr Classes telling = determiner | pronoun | possessive | preposition | place_preposition |
                            conjunction | auxiliary | adverb | weekday | month | time_word |
                            not_a_name | compass | speaker_noun | official_noun | institution_noun |
                            outlet_noun | common | first_name | particle | title_tail |
                            organisation_head | organisation_opener | facility_head |
                            facility_opener | place_head | place_opener | settlement_head |
                            event_head | event_opener | law_head | law_opener | weapon_head | title;

constexpr std::uint32_t nothing = 0x51ed270bU;       // the hash of a place outside the sentence
constexpr Classes outside_class = Classes{1} << 63;  // its class

// The shape of a word: its kinds of characters, a run of three or more cut to two.
std::uint32_t shape_of(std::string_view word) {
    std::uint32_t h = 77;
    int last = -1, run = 0;
    for (std::size_t i = 0; i < word.size();) {
        std::size_t next = i + 1;
        while (next < word.size() && (static_cast<unsigned char>(word[next]) & 0xc0) == 0x80)
            ++next;
        const auto c = static_cast<unsigned char>(word[i]);
        int kind = c;
        if (c >= '0' && c <= '9') {
            kind = 256;
        } else if (c >= 'a' && c <= 'z') {
            kind = 257;
        } else if (c >= 'A' && c <= 'Z') {
            kind = 258;
        } else if (c >= 0x80) {
            kind = text::starts_upper(word.substr(i, next - i)) ? 258 : 257;
        }
        run = kind == last ? run + 1 : 1;
        last = kind;
        if (run <= 2) h = combine(h, static_cast<std::uint32_t>(kind));
        i = next;
    }
    return h;
}

// The first `count` characters (from the end if `back`), or nothing if the word is not longer.
std::string_view affix(std::string_view word, int count, bool back) {
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
    std::size_t at = back ? word.size() : 0;
    for (int i = 0; i < count; ++i) {
        if (back ? at == 0 : at >= word.size()) return {};
        if (back) {
            do --at;
            while (at > 0 && !is_start(word[at]));
        } else {
            do ++at;
            while (at < word.size() && !is_start(word[at]));
        }
    }
    return back ? word.substr(at) : word.substr(0, at);
}

Feature feature(Kind kind, std::uint32_t value) {
    return {combine(kind + 1U, value), kind};
}

void add_affixes(std::string_view word, std::vector<Feature>& out) {
    for (int n = 2; n <= 4; ++n) {
        if (const auto part = affix(word, n, false); !part.empty()) {
            out.push_back(feature(static_cast<Kind>(prefix_2 + n - 2), hash_bytes(part)));
        }
    }
    for (int n = 1; n <= 4; ++n) {
        if (const auto part = affix(word, n, true); !part.empty()) {
            out.push_back(feature(static_cast<Kind>(suffix_1 + n - 1), hash_bytes(part)));
        }
    }
}

// Calls `take` with the path of a word in the tree of clusters, and with where it leads from.
template <class Take>
void each_path(std::uint32_t cluster, Take&& take) {
    if (cluster == 0) return;
    int length = 0;
    while (cluster >> (length + 1) != 0) ++length;
    for (const int n : {4, 6, 10}) {
        if (length > n) take(cluster >> (length - n));
    }
    take(cluster);
}

// Calls `take` with the index of every bit that is set.
template <class Bits, class Take>
void each_bit(Bits bits, Take&& take) {
    for (; bits != 0; bits &= bits - 1) take(static_cast<std::uint32_t>(std::countr_zero(bits)));
}

}  // namespace

// Digits are alike: 1998 and 2004 are one word.
std::uint32_t word_hash(std::string_view word, std::string& buffer) {
    fold(word, buffer);
    for (char& c : buffer) {
        if (c >= '0' && c <= '9') c = '0';
    }
    return hash_bytes(buffer);
}

void NameFeatures::look_up(const Vocabulary& vocabulary, const Article& article,
                           std::uint32_t spelling, Scratch& scratch) const {
    Scratch::Look& look = scratch.looks[spelling];
    if (look.known) return;
    look.known = true;
    if (spelling == 0) {
        look.hash = look.shape = nothing;
        return;
    }
    const auto [hash, first] = article.spellings[spelling];
    const WordId id = article.words[first].id;
    look.shape = shape_of(article.at(first));
    // Marks have no id of their own.
    look.hash = id == no_word ? hash : word_hash(article.at(first), scratch.folded);
    look.cluster = tables_.clusters.find(look.hash);
    look.list = id == no_word ? 0 : tables_.lists.find(phrase_hash(look.hash));
    look.name = vocabulary.step(Vocabulary::name_root, id);
    look.title = vocabulary.step(Vocabulary::title_root, id);
}

void NameFeatures::match_lists(const Vocabulary& vocabulary, const Article& article, Range region,
                               Scratch& scratch) const {
    scratch.matches.assign(region.size(), 0);
    std::array<std::uint32_t, 31> covered{};  // by list: words before this are matched
    std::array<std::uint32_t, 31> best;       // by list: the end of its match, if it has one
    for (std::uint32_t i = region.begin; i < region.end; ++i) {
        if (!article.words[i].capital) continue;
        const auto look = [&](std::uint32_t j) -> const Scratch::Look& {
            return scratch.looks[article.words[j].spelling];
        };
        const Scratch::Look& first = look(i);
        std::uint32_t lists = 0;  // that have one
        const auto match = [&](std::uint32_t list, std::uint32_t end) {
            best[list] = (lists >> list & 1) != 0 ? std::max(best[list], end) : end;
            lists |= 1u << list;
        };
        std::uint32_t found = first.list, phrase = phrase_hash(first.hash);
        for (std::uint32_t j = i; found != 0;) {
            each_bit(found & ~goes_on, [&](std::uint32_t list) { match(list, j + 1); });
            if ((found & goes_on) == 0 || ++j == region.end || j - i == longest_phrase) break;
            phrase = phrase_hash(phrase, look(j).hash);
            found = tables_.lists.find(phrase);
        }
        // The word lists that the rules have are lists too, one for each type, and one of titles.
        NameNode name = first.name, title = first.title;
        for (std::uint32_t j = i; name != 0 || title != 0;) {
            if (name != 0 && vocabulary.name_at(name) != 0 && article.words[j].capital) {
                const NameEntry& entry = vocabulary.name(vocabulary.name_at(name));
                if (!entry.all_caps || article.words[j].caps) {
                    match(title_list + static_cast<std::uint32_t>(entry.type), j + 1);
                }
            }
            if (title != 0 && vocabulary.name_at(title) != 0) match(title_list, j + 1);
            if (++j == region.end) break;
            name = vocabulary.step(name, article.words[j].id);
            title = vocabulary.step(title, article.words[j].id);
        }
        each_bit(lists, [&](std::uint32_t list) {
            if (best[list] <= covered[list]) return;
            covered[list] = best[list];
            const std::uint64_t shift = 2 * list;
            for (std::uint32_t j = i; j < best[list]; ++j) {
                std::uint64_t& bits = scratch.matches[j - region.begin];
                const std::uint64_t place = best[list] - i == 1 ? 1 : j == i ? 2 : 3;
                bits = (bits & ~(std::uint64_t{3} << shift)) | place << shift;
            }
        });
    }
}

void NameFeatures::read_region(const Vocabulary& vocabulary, const Article& article, Range region,
                               Scratch& scratch) const {
    const Range sentence = article.sentences[article.words[region.begin].sentence].words;
    const std::uint32_t begin = std::max(region.begin, sentence.begin + 2) - 2;
    const std::uint32_t end = std::min(region.end + 2, sentence.end);
    scratch.looks.resize(article.spellings.size());
    look_up(vocabulary, article, 0, scratch);
    for (std::uint32_t i = begin; i < end; ++i) {
        look_up(vocabulary, article, article.words[i].spelling, scratch);
    }
    match_lists(vocabulary, article, region, scratch);
    scratch.runs.resize(region.size());
    Range* runs = scratch.runs.data();
    for (std::uint32_t i = region.begin; i < region.end; ++i) {
        const bool joined = i > region.begin && article.words[i - 1].capital;
        runs[i - region.begin].begin = joined ? runs[i - 1 - region.begin].begin : i;
    }
    for (std::uint32_t i = region.end; i-- > region.begin;) {
        const bool joined = i + 1 < region.end && article.words[i + 1].capital;
        runs[i - region.begin].end = joined ? runs[i + 1 - region.begin].end : i + 1;
    }
}

NameFeatures::Surroundings NameFeatures::around(const Article& article, Range region,
                                                std::uint32_t i, const Scratch& scratch) const {
    const Range sentence = article.sentences[article.words[i].sentence].words;
    const Range run = scratch.runs[i - region.begin];
    const auto spelling = [&](std::int64_t j) {
        return j >= sentence.begin && j < sentence.end
                   ? article.words[static_cast<std::size_t>(j)].spelling
                   : 0;
    };
    const std::int64_t at = i;
    return {{{Place::self, spelling(at)},
             {Place::before, spelling(at - 1)},
             {Place::after, spelling(at + 1)},
             {Place::two_before, spelling(at - 2)},
             {Place::two_after, spelling(at + 2)},
             {Place::run_before, spelling(std::int64_t{run.begin} - 1)},
             {Place::run_after, spelling(run.end)},
             {run.begin == i ? Place::run_first_self : Place::run_first, spelling(run.begin)},
             {run.end == i + 1 ? Place::run_last_self : Place::run_last,
              spelling(std::int64_t{run.end} - 1)}}};
}

void NameFeatures::of_seen(const Article& article, Seen seen, const Scratch& scratch,
                           std::vector<Feature>& out) const {
    const auto add = [&out](Kind kind, std::uint32_t value) {
        out.push_back(feature(kind, value));
    };
    const Scratch::Look& look = scratch.looks[seen.spelling];
    const bool outside = seen.spelling == 0;
    const std::uint32_t first = article.spellings[seen.spelling].word;
    const std::string_view spelled = outside ? std::string_view{} : article.at(first);
    const auto paths = [&](Kind kind) {
        each_path(look.cluster, [&](std::uint32_t path) { add(kind, path); });
    };
    const auto lists = [&](Kind kind) {
        each_bit(look.list & ~goes_on, [&](std::uint32_t list) { add(kind, list); });
    };
    const auto classes = [&](Kind kind) {
        const Classes bits = outside ? outside_class : article.words[first].classes & telling;
        each_bit(bits, [&](std::uint32_t bit) { add(kind, bit); });
    };
    // The word before and the one after make the same features, each of their own kinds.
    const auto neighbour = [&](Kind word, Kind ending, Kind shape, Kind cluster, Kind list,
                               Kind of_class) {
        add(word, look.hash);
        if (!outside) add(ending, hash_bytes(affix(spelled, 3, true)));
        add(shape, look.shape);
        paths(cluster);
        lists(list);
        classes(of_class);
    };
    const auto farther = [&](Kind word, Kind cluster, Kind of_class) {
        add(word, look.hash);
        if (look.cluster != 0) add(cluster, look.cluster);
        classes(of_class);
    };
    const auto starts_run = [&](bool self) {
        add(region_word_first, combine(look.hash, self ? 1 : 0));
    };
    const auto ends_run = [&](bool self) {
        add(region_word_last, combine(look.hash, self ? 1 : 0));
        classes(class_last);
        lists(list_word_last);
    };
    switch (seen.place) {
        case Place::self:
            add(bias, 0);
            add(word_0, look.hash);
            add(exact_0, article.spellings[seen.spelling].hash);
            if (article.words[first].kind == text::TokenKind::word) {
                add_affixes(spelled, out);
            }
            add(shape_0, look.shape);
            paths(cluster_0);
            classes(class_0);
            break;
        case Place::before:
            neighbour(word_b1, suffix_3_b1, shape_b1, cluster_b1, list_word_b1, class_b1);
            break;
        case Place::after:
            neighbour(word_a1, suffix_3_a1, shape_a1, cluster_a1, list_word_a1, class_a1);
            break;
        case Place::two_before: farther(word_b2, cluster_b2, class_b2); break;
        case Place::two_after: farther(word_a2, cluster_a2, class_a2); break;
        case Place::run_before:
            add(region_word_before, look.hash);
            paths(region_cluster_before);
            classes(class_before);
            break;
        case Place::run_after:
            add(region_word_after, look.hash);
            paths(region_cluster_after);
            break;
        case Place::run_first: starts_run(false); break;
        case Place::run_first_self: starts_run(true); break;
        case Place::run_last: ends_run(false); break;
        case Place::run_last_self: ends_run(true); break;
    }
}

void NameFeatures::of_rest(const Article& article, Range region, std::uint32_t i,
                           const Scratch& scratch, std::vector<Feature>& out) const {
    const auto add = [&out](Kind kind, std::uint32_t value) {
        out.push_back(feature(kind, value));
    };
    const Word& word = article.words[i];
    const Sentence& sentence = article.sentences[word.sentence];
    const auto look = [&](std::int64_t j) -> const Scratch::Look& {
        const bool inside = j >= sentence.words.begin && j < sentence.words.end;
        return scratch.looks[inside ? article.words[static_cast<std::size_t>(j)].spelling : 0];
    };
    const std::int64_t at = i;
    const Scratch::Look &self = look(at), &b1 = look(at - 1), &a1 = look(at + 1),
                        &b2 = look(at - 2), &a2 = look(at + 2);

    add(pair_b1_0, combine(b1.hash, self.hash));
    add(pair_0_a1, combine(self.hash, a1.hash));
    add(pair_b2_b1, combine(b2.hash, b1.hash));
    add(pair_a1_a2, combine(a1.hash, a2.hash));
    add(shapes_3, combine(combine(b1.shape, self.shape), a1.shape));
    add(word_b1_shape, combine(b1.hash, self.shape));
    add(word_a1_shape, combine(a1.hash, self.shape));
    if (self.cluster != 0 && b1.cluster != 0) add(clusters_b1_0, combine(b1.cluster, self.cluster));
    if (self.cluster != 0 && a1.cluster != 0) add(clusters_0_a1, combine(self.cluster, a1.cluster));

    const auto matches = [&](Kind kind, std::int64_t j, bool with_shape) {
        if (j < region.begin || j >= region.end) return;
        const std::uint64_t bits = scratch.matches[static_cast<std::size_t>(j - region.begin)];
        constexpr std::uint64_t lists = 0x5555555555555555U;
        each_bit((bits | bits >> 1) & lists, [&](std::uint32_t at_bit) {
            const auto value = at_bit * 2 + static_cast<std::uint32_t>(bits >> at_bit & 3);
            add(kind, value);
            if (with_shape) add(list_match_shape, combine(value, self.shape));
        });
    };
    matches(list_match_0, at, true);
    matches(list_match_b1, at - 1, false);
    matches(list_match_a1, at + 1, false);

    const bool first = i == sentence.words.begin;
    if (first) add(opens, self.shape);
    if (sentence.headline) add(headline, self.shape);
    if (word.quote != none) add(quoted, self.shape);
    if (word.id != no_word && word.id < article.uses.size()) {
        const Article::Use& use = article.uses[word.id];
        const std::uint32_t seen = (use.lower > 0 ? 1U : 0U) + (use.inner > 0 ? 2U : 0U);
        add(case_evidence, seen * 2 + (first ? 1 : 0));
        if (use.lower > use.inner) add(case_evidence, 8);
    }

    const Range run = scratch.runs[i - region.begin];
    const std::uint32_t size = std::min(run.size(), 6U);
    add(region_size, size);
    add(region_place, size * 64 + std::min(i - run.begin, 6U) * 8 + std::min(run.end - 1 - i, 6U));
    add(region_around,
        combine(look(std::int64_t{run.begin} - 1).hash, look(std::int64_t{run.end}).hash));
}

void NameFeatures::of_word(const Article& article, Range region, std::uint32_t i,
                           const Scratch& scratch, std::vector<Feature>& out) const {
    for (const Seen seen : around(article, region, i, scratch)) {
        of_seen(article, seen, scratch, out);
    }
    of_rest(article, region, i, scratch, out);
}

}  // namespace standpoint::extract
