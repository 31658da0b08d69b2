#include "core/extract/name_features.hpp"

#include <algorithm>

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

constexpr std::uint32_t nothing = 0x51ed270bU;  // the hash of a place outside the text

constexpr std::uint32_t longest_joint = 3;

// Words that a name may end in though they are written small.
constexpr Classes heads =
    organisation_head | facility_head | place_head | event_head | law_head | weapon_head;

bool joins(const Article& article, std::uint32_t i) {
    const Word& word = article.words[i];
    if (word.kind == text::TokenKind::number) return true;
    const std::string_view w = article.at(i);
    if (word.kind == text::TokenKind::punctuation || word.kind == text::TokenKind::symbol) {
        return w == "-" || w == "&" || w == "/" || w == "." || w == "," || w == "–" || w == ":";
    }
    if (word.kind == text::TokenKind::quote) return true;
    return word.is(determiner | preposition | particle | conjunction) || w == "'s" || w == "’s" ||
           w == "'" || w == "’";
}

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

// Calls `take` with the index of every bit that is set.
template <class Bits, class Take>
void each_bit(Bits bits, Take&& take) {
    for (std::uint32_t i = 0; bits != 0; ++i, bits >>= 1) {
        if ((bits & 1) != 0) take(i);
    }
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

bool could_be_name(const Article& article, std::uint32_t i) {
    const Word& word = article.words[i];
    if (word.upper) return true;
    if (word.kind != text::TokenKind::word && word.kind != text::TokenKind::number) return false;
    for (const char c : article.at(i)) {
        if (c >= 'A' && c <= 'Z') return true;
    }
    return false;
}

void NameFeatures::find_regions(const Article& article, Scratch& scratch) const {
    scratch.regions.clear();
    for (const Sentence& sentence : article.sentences) {
        std::uint32_t i = sentence.words.begin;
        while (i < sentence.words.end) {
            if (!could_be_name(article, i)) {
                ++i;
                continue;
            }
            Range region{i, i + 1};
            const std::uint32_t end = std::min(sentence.words.end, i + longest_region);
            for (std::uint32_t j = i + 1; j < end; ++j) {
                if (could_be_name(article, j)) {
                    region.end = j + 1;
                } else if (j - region.end >= longest_joint || !joins(article, j)) {
                    break;
                }
            }
            // bin Laden; the Rafah crossing.
            while (region.begin > sentence.words.begin &&
                   article.words[region.begin - 1].is(particle) &&
                   !article.words[region.begin - 1].is(determiner | preposition) &&
                   (scratch.regions.empty() || scratch.regions.back().end < region.begin)) {
                --region.begin;
            }
            if (region.end < sentence.words.end && article.words[region.end].is(heads)) {
                ++region.end;
            }
            i = region.end;
            // A number beside a name can be part of it: Resolution 1441, the 2012 Olympics.
            if (region.begin > sentence.words.begin &&
                article.words[region.begin - 1].kind == text::TokenKind::number &&
                (scratch.regions.empty() || scratch.regions.back().end < region.begin)) {
                --region.begin;
            }
            if (region.end < sentence.words.end &&
                article.words[region.end].kind == text::TokenKind::number) {
                i = ++region.end;
            }
            scratch.regions.push_back(region);
        }
    }
    scratch.lowers.assign(article.uses.size(), {});
}

const NameFeatures::Scratch::Lower& NameFeatures::lower(const Article& article, std::uint32_t i,
                                                        Scratch& scratch) const {
    const Word& word = article.words[i];
    Scratch::Lower& found = scratch.lowers[word.id];
    if (word.id == no_word) {
        // Marks have no id of their own.
        found.hash = hash_bytes(article.at(i));
        found.cluster = tables_.clusters.find(found.hash);
        found.list = 0;
        return found;
    }
    if (!found.known) {
        found.known = true;
        found.hash = word_hash(article.at(i), scratch.folded);
        found.cluster = tables_.clusters.find(found.hash);
        found.list = tables_.lists.find(phrase_hash(found.hash));
    }
    return found;
}

void NameFeatures::match_lists(const Vocabulary& vocabulary, const Article& article, Range region,
                               Scratch& scratch) const {
    scratch.matches.assign(region.size(), 0);
    std::array<std::uint32_t, 31> covered{};  // by list: words before this are matched
    for (std::uint32_t i = region.begin; i < region.end; ++i) {
        if (!could_be_name(article, i)) continue;
        std::uint32_t phrase = 0;
        std::array<std::uint32_t, 31> best{};
        std::uint32_t lists = 0;
        for (std::uint32_t j = i; j < region.end && j - i < longest_phrase; ++j) {
            phrase = phrase_hash(phrase, lower(article, j, scratch).hash);
            const std::uint32_t found = tables_.lists.find(phrase);
            if (found == 0) break;
            each_bit(found & ~goes_on, [&](std::uint32_t list) {
                best[list] = j + 1;
                lists |= 1u << list;
            });
            if ((found & goes_on) == 0) break;
        }
        // The word lists that the rules have are lists too, one for each type, and one of titles.
        NameNode name = Vocabulary::name_root, titled = Vocabulary::title_root;
        for (std::uint32_t j = i; j < region.end && (name != 0 || titled != 0); ++j) {
            const WordId id = article.words[j].id;
            if (name != 0) name = vocabulary.step(name, id);
            if (titled != 0) titled = vocabulary.step(titled, id);
            const auto end = [&](std::uint32_t list) {
                best[list] = std::max(best[list], j + 1);
                lists |= 1u << list;
            };
            if (name != 0 && vocabulary.name_at(name) != 0 && could_be_name(article, j)) {
                const NameEntry& entry = vocabulary.name(vocabulary.name_at(name));
                if (!entry.all_caps || article.words[j].caps) {
                    end(title_list + static_cast<std::uint32_t>(entry.type));
                }
            }
            if (titled != 0 && vocabulary.name_at(titled) != 0) end(title_list);
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
    match_lists(vocabulary, article, region, scratch);
    scratch.shapes.resize(region.size());
    for (std::uint32_t i = region.begin; i < region.end; ++i) {
        scratch.shapes[i - region.begin] = shape_of(article.at(i));
    }
}

void NameFeatures::of_word(const Article& article, Range region, std::uint32_t i, Scratch& scratch,
                           std::vector<Feature>& out) const {
    const auto add = [&out](Kind kind, std::uint32_t value) {
        out.push_back({combine(kind + 1U, value), kind});
    };
    const Word& word = article.words[i];
    const Range sentence = article.sentences[word.sentence].words;
    const auto inside = [&](std::int64_t j) { return j >= sentence.begin && j < sentence.end; };
    const auto index = [&](int offset) { return static_cast<std::int64_t>(i) + offset; };
    const auto get = [&](std::int64_t j) -> Scratch::Lower {
        if (!inside(j)) return {.hash = nothing, .cluster = 0, .list = 0, .known = true};
        return lower(article, static_cast<std::uint32_t>(j), scratch);
    };
    const auto shape = [&](std::int64_t j) -> std::uint32_t {
        if (!inside(j)) return nothing;
        if (region.contains(static_cast<std::uint32_t>(j))) {
            return scratch.shapes[static_cast<std::uint32_t>(j) - region.begin];
        }
        return shape_of(article.at(static_cast<std::uint32_t>(j)));
    };
    const auto classes = [&](std::int64_t j) {
        return inside(j) ? article.words[static_cast<std::size_t>(j)].classes & telling
                         : Classes{1} << 63;
    };
    const std::string_view spelled = article.at(i);
    const Scratch::Lower self = get(i), b1 = get(index(-1)), a1 = get(index(1)),
                         b2 = get(index(-2)), a2 = get(index(2));
    const std::uint32_t form = scratch.shapes[i - region.begin];
    const std::uint32_t form_b1 = shape(index(-1)), form_a1 = shape(index(1));

    add(bias, 0);
    add(word_0, self.hash);
    add(word_b1, b1.hash);
    add(word_a1, a1.hash);
    add(word_b2, b2.hash);
    add(word_a2, a2.hash);
    add(exact_0, hash_bytes(spelled));
    add(pair_b1_0, combine(b1.hash, self.hash));
    add(pair_0_a1, combine(self.hash, a1.hash));
    add(pair_b2_b1, combine(b2.hash, b1.hash));
    add(pair_a1_a2, combine(a1.hash, a2.hash));

    if (word.kind == text::TokenKind::word) {
        for (int n = 2; n <= 4; ++n) {
            if (const auto part = affix(spelled, n, false); !part.empty()) {
                add(static_cast<Kind>(prefix_2 + n - 2), hash_bytes(part));
            }
        }
        for (int n = 1; n <= 4; ++n) {
            if (const auto part = affix(spelled, n, true); !part.empty()) {
                add(static_cast<Kind>(suffix_1 + n - 1), hash_bytes(part));
            }
        }
    }
    if (inside(index(-1))) add(suffix_3_b1, hash_bytes(affix(article.at(i - 1), 3, true)));
    if (inside(index(1))) add(suffix_3_a1, hash_bytes(affix(article.at(i + 1), 3, true)));

    add(shape_0, form);
    add(shape_b1, form_b1);
    add(shape_a1, form_a1);
    add(shapes_3, combine(combine(form_b1, form), form_a1));
    add(word_b1_shape, combine(b1.hash, form));
    add(word_a1_shape, combine(a1.hash, form));

    const auto paths = [&](Kind kind, std::uint32_t cluster) {
        if (cluster == 0) return;
        int length = 0;
        while (cluster >> (length + 1) != 0) ++length;
        for (const int n : {4, 6, 10}) {
            if (length > n) add(kind, cluster >> (length - n));
        }
        add(kind, cluster);
    };
    paths(cluster_0, self.cluster);
    paths(cluster_b1, b1.cluster);
    paths(cluster_a1, a1.cluster);
    if (b2.cluster != 0) add(cluster_b2, b2.cluster);
    if (a2.cluster != 0) add(cluster_a2, a2.cluster);
    if (self.cluster != 0 && b1.cluster != 0) add(clusters_b1_0, combine(b1.cluster, self.cluster));
    if (self.cluster != 0 && a1.cluster != 0) add(clusters_0_a1, combine(self.cluster, a1.cluster));

    const auto matches = [&](Kind kind, std::int64_t j, bool with_shape) {
        if (j < region.begin || j >= region.end) return;
        std::uint64_t bits = scratch.matches[static_cast<std::size_t>(j - region.begin)];
        for (std::uint32_t list = 0; bits != 0; ++list, bits >>= 2) {
            if ((bits & 3) == 0) continue;
            const auto value = list * 4 + static_cast<std::uint32_t>(bits & 3);
            add(kind, value);
            if (with_shape) add(list_match_shape, combine(value, form));
        }
    };
    matches(list_match_0, i, true);
    matches(list_match_b1, index(-1), false);
    matches(list_match_a1, index(1), false);
    const auto listed = [&](Kind kind, const Scratch::Lower& at) {
        each_bit(at.list & ~goes_on, [&](std::uint32_t list) { add(kind, list); });
    };
    listed(list_word_b1, b1);
    listed(list_word_a1, a1);

    const auto classed = [&](Kind kind, Classes bits) {
        each_bit(bits, [&](std::uint32_t bit) { add(kind, bit); });
    };
    classed(class_0, classes(i));
    classed(class_b1, classes(index(-1)));
    classed(class_a1, classes(index(1)));
    classed(class_b2, classes(index(-2)));
    classed(class_a2, classes(index(2)));

    if (i == sentence.begin) add(opens, form);
    if (article.sentences[word.sentence].headline) add(headline, form);
    if (word.quote != none) add(quoted, form);
    if (word.id != no_word && word.id < article.uses.size()) {
        const Article::Use& use = article.uses[word.id];
        const std::uint32_t seen = (use.lower > 0 ? 1U : 0U) + (use.inner > 0 ? 2U : 0U);
        add(case_evidence, seen * 2 + (i == sentence.begin ? 1 : 0));
        if (use.lower > use.inner) add(case_evidence, 8);
    }

    // The run of capitals around the word: the part of the region without joining words.
    std::uint32_t first = i, last = i;
    while (first > region.begin && could_be_name(article, first - 1)) --first;
    while (last + 1 < region.end && could_be_name(article, last + 1)) ++last;
    const Scratch::Lower before = get(static_cast<std::int64_t>(first) - 1),
                         after = get(static_cast<std::int64_t>(last) + 1), final_word = get(last);
    add(region_word_before, before.hash);
    add(region_word_after, after.hash);
    add(region_word_last, combine(final_word.hash, i == last ? 1 : 0));
    add(region_word_first, combine(get(first).hash, i == first ? 1 : 0));
    const std::uint32_t size = std::min(last - first + 1, 6U);
    add(region_size, size);
    add(region_place, size * 64 + std::min(i - first, 6U) * 8 + std::min(last - i, 6U));
    add(region_around, combine(before.hash, after.hash));
    paths(region_cluster_before, before.cluster);
    paths(region_cluster_after, after.cluster);
    classed(class_last, classes(last));
    classed(class_before, classes(static_cast<std::int64_t>(first) - 1));
    listed(list_word_last, final_word);
}

}  // namespace standpoint::extract
