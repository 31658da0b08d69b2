#include "core/extract/part_features.hpp"

#include <algorithm>

namespace standpoint::extract {
namespace {

// The kinds of features. The order is part of the model file's meaning.
enum Kind : std::uint32_t {
    bias = 1,
    word,
    form,
    capital,
    prefix,
    suffix,
    capital_suffix,
    shape,
    cluster,
    list,
    classes,
    verb_forms,
    self_kinds,  // and as many for every other place
};
enum ContextKind : std::uint32_t {
    part_before = 200,
    parts_before,
    part_word,
    part_word_after,
    words_before,
    words_after,
    parts_word,
    certain_form,
};

// What a capital is worth: nothing at a sentence's start or in a headline, unless the text shows
// elsewhere how the word is written.
enum Capital : std::uint32_t { small, inner, caps, first, first_small, first_inner, capitals };

constexpr FormId marks = 1 + 128 + 128 + 1;  // nothing, ASCII, U+2000 to U+207F, any other

Capital capital_at(const Article& article, std::uint32_t i) {
    const Word& word = article.words[i];
    if (!word.upper) return small;
    const Sentence& sentence = article.sentences[word.sentence];
    const bool starts =
        i == sentence.words.begin ||
        (article.words[i - 1].kind != text::TokenKind::word &&
         article.words[i - 1].kind != text::TokenKind::number &&
         (i - 1 == sentence.words.begin || article.words[i - 1].kind == text::TokenKind::quote));
    if (!starts && !sentence.headline) return word.caps ? caps : inner;
    const Article::Use& use = article.uses[word.id];
    if (use.lower > use.inner) return first_small;
    return use.inner > 0 ? first_inner : first;
}

constexpr std::uint32_t key_of(std::uint32_t kind, std::uint32_t value) {
    return combine(kind + 0x5000U, value);
}

}  // namespace

std::string_view universal(Part part) {
    constexpr std::string_view names[part_count] = {
        "ADJ",  "ADP",  "ADV",   "CCONJ", "DET",   "INTJ", "NOUN", "NUM",
        "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",  "X",    "VERB",
        "VERB", "VERB", "VERB",  "VERB",  "AUX",   "AUX",  "AUX",  "AUX"};
    return names[static_cast<std::size_t>(part)];
}

FormId PartFeatures::first_form(WordId id) {
    return marks + id * capitals;
}

std::uint32_t PartFeatures::capital_of(FormId form) {
    return (form - marks) % capitals;
}

FormId PartFeatures::form_of(const Article& article, std::uint32_t i) {
    const Word& word = article.words[i];
    if (word.id != no_word) return first_form(word.id) + capital_at(article, i);
    const std::string_view mark = article.at(i);
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(mark[at]); };
    if (byte(0) < 0x80) return 1 + byte(0);
    if (mark.size() >= 3 && byte(0) == 0xe2 && (byte(1) == 0x80 || byte(1) == 0x81)) {
        return 129 + (byte(1) & 1U) * 64 + (byte(2) & 63U);
    }
    return marks - 1;
}

std::uint32_t PartFeatures::hash_of(FormId id, std::string_view spelled, std::string& buffer) {
    if (id < marks) return combine(0x3a17U, id);
    const std::uint32_t hash = word_hash(spelled, buffer);
    return combine(hash, capital_of(id));
}

void PartFeatures::of_form(const Article& article, std::uint32_t i, Place place,
                           std::string& buffer, std::vector<std::uint32_t>& out) const {
    const std::uint32_t from = static_cast<std::uint32_t>(place) * self_kinds;
    const auto add = [&](std::uint32_t kind, std::uint32_t value) {
        out.push_back(key_of(from + kind, value));
    };
    const FormId id = i == none ? nothing : form_of(article, i);
    if (id < marks) {
        add(word, id);
        if (place == Place::self) add(bias, 0);
        return;
    }
    const Word& at = article.words[i];
    const std::uint32_t capital_kind = capital_of(id);
    const std::uint32_t hash = word_hash(article.at(i), buffer);
    const std::string_view folded = buffer;
    const std::uint32_t cluster_path = tables_.clusters.find(hash);
    add(word, hash);
    const auto path = [&](std::initializer_list<int> lengths) {
        if (cluster_path == 0) return;
        int length = 0;
        while (cluster_path >> (length + 1) != 0) ++length;
        for (const int n : lengths) {
            if (length > n) add(cluster, cluster_path >> (length - n));
        }
        add(cluster, cluster_path);
    };
    if (place == Place::second_before || place == Place::second_after) return;
    const auto suffixes = [&](std::size_t least, std::size_t most) {
        for (std::size_t n = least; n <= most && n < folded.size(); ++n) {
            add(suffix, hash_bytes(folded.substr(folded.size() - n)));
        }
    };
    add(capital, capital_kind);
    if (place != Place::self) {
        suffixes(3, 3);
        path({6});
        for (Classes bits = at.classes, bit = 0; bits != 0; bits >>= 1, ++bit) {
            if ((bits & 1) != 0) add(classes, static_cast<std::uint32_t>(bit));
        }
        add(verb_forms, at.forms);
        return;
    }
    add(bias, 0);
    add(form, combine(hash, capital_kind));
    for (std::size_t n = 1; n <= 3 && n < folded.size(); ++n) {
        add(prefix, hash_bytes(folded.substr(0, n)));
    }
    suffixes(1, 5);
    for (std::size_t n = 2; n <= 3 && n < folded.size(); ++n) {
        add(capital_suffix, combine(hash_bytes(folded.substr(folded.size() - n)), capital_kind));
    }
    std::uint32_t marked = 0;
    for (const char c : folded) {
        marked |= c == '0' ? 1U : c == '-' ? 2U : c == '.' || c == '/' || c == '@' ? 4U : 0U;
        marked |= c >= 'a' && c <= 'z' ? 8U : 0U;
    }
    const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(folded.size(), 4));
    add(shape, (marked * 8 + capital_kind) * 8 + size);
    if (const std::size_t hyphen = folded.rfind('-'); hyphen != std::string_view::npos) {
        add(suffix, combine(hash_bytes(folded.substr(hyphen + 1)), 45));
    }
    path({4, 6, 10});
    const std::uint32_t lists = tables_.lists.find(phrase_hash(hash)) & ~goes_on;
    for (std::uint32_t bits = lists, bit = 0; bits != 0; bits >>= 1, ++bit) {
        if ((bits & 1) != 0) add(list, bit * capitals + capital_kind);
    }
    for (Classes bits = at.classes, bit = 0; bits != 0; bits >>= 1, ++bit) {
        if ((bits & 1) != 0)
            add(classes, static_cast<std::uint32_t>(bit) * capitals + capital_kind);
    }
    add(verb_forms, at.forms);
}

void PartFeatures::of_context(const Around& around, std::uint32_t (&out)[context_features]) {
    const auto one = static_cast<std::uint32_t>(around.one);
    const auto two = static_cast<std::uint32_t>(around.two);
    const std::uint32_t both = one * 32 + two;
    out[0] = key_of(part_before, one);
    out[1] = key_of(parts_before, both);
    out[2] = key_of(part_word, combine(around.self, one));
    out[3] = key_of(part_word_after, combine(around.after, one));
    out[4] = key_of(words_before, combine(around.before, around.self));
    out[5] = key_of(words_after, combine(around.self, around.after));
    out[6] = key_of(parts_word, combine(around.self, both));
}

std::uint32_t PartFeatures::certain(std::uint32_t form_hash) {
    return key_of(certain_form, form_hash);
}

}  // namespace standpoint::extract
