#include "core/extract/targets.hpp"

#include <algorithm>

#include "core/text/chars.hpp"
#include "core/text/tokens.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t max_clause = 64;
constexpr std::size_t max_sharing = 12;  // proposed targets with one word, the latest

constexpr Classes no_content = determiner | pronoun | possessive | preposition | conjunction |
                               subordinator | auxiliary | adverb | time_word;

std::string crude_stem(std::string_view word) {
    const auto cut = [&](std::string_view end, std::size_t keep) {
        if (word.size() >= end.size() + keep && word.ends_with(end)) {
            word.remove_suffix(end.size());
            return true;
        }
        return false;
    };
    cut("'s", 2);
    if (!(cut("ies", 3) || cut("ing", 3) || cut("ion", 4) || cut("ed", 3) || cut("es", 3) ||
          cut("s", 3))) {
        cut("y", 3);
    }
    cut("e", 3);
    std::string stem(word);
    const std::size_t n = stem.size();
    if (n > 3 && stem[n - 1] == stem[n - 2]) stem.pop_back();  // banning, ban
    return stem;
}

}  // namespace

TargetBook::TargetBook(const Vocabulary& vocabulary, const Input& input, Article& article)
    : vocabulary_(vocabulary), article_(article), frequency_(1, 0) {
    std::vector<const std::string*> own(article.own_words.size(), nullptr);
    for (const auto& [spelling, id] : article.own_words) own[id - vocabulary.size()] = &spelling;
    stem_of_word_.resize(article.uses.size());
    for (const Word& word : article.words) {
        if (word.id == no_word || word.kind == text::TokenKind::symbol) continue;
        Stem& known = stem_of_word_[word.id];
        if (known == 0 && !word.is(no_content)) {
            known = stem(word.id < vocabulary.size() ? vocabulary.spelling(word.id)
                                                     : *own[word.id - vocabulary.size()]);
        }
        if (known != 0) ++frequency_[known];
    }
    if (input.targets != nullptr) {
        for (const model::Target& target : *input.targets) {
            if (target.provenance.decision != model::Decision::accepted) continue;
            add(target.key, target.text, entry_of(target.text));
        }
    }
    if (input.codebook != nullptr) {
        for (const model::CodebookTarget& target : input.codebook->targets) {
            Entry entry = entry_of(target.text);
            for (const std::string& keyword : target.keywords) {
                for (const Stem s : stems_of(keyword)) entry.keywords.push_back(s);
            }
            std::sort(entry.keywords.begin(), entry.keywords.end());
            for (const std::string& phrase : target.pro) entry.pro.push_back(stems_of(phrase));
            for (const std::string& phrase : target.con) entry.con.push_back(stems_of(phrase));
            add(target.key, target.text, std::move(entry));
        }
    }
    given_ = entries_.size();
    for (Proposition& target : article_.targets) target.given = true;
}

void TargetBook::add(std::string key, std::string text, Entry entry) {
    for (const Proposition& known : article_.targets) {
        if (known.key == key) return;
    }
    article_.targets.push_back({.key = std::move(key), .text = std::move(text), .reason = {}});
    entries_.push_back(std::move(entry));
}

TargetBook::Stem TargetBook::stem(std::string_view lower) {
    const auto [it, added] =
        stems_.try_emplace(crude_stem(lower), static_cast<Stem>(frequency_.size()));
    if (added) frequency_.push_back(0);
    return it->second;
}

std::vector<TargetBook::Stem> TargetBook::stems_of(std::string_view text) {
    std::vector<Stem> found;
    std::string lower;
    for (const text::Token& token : text::tokenize(text)) {
        if (token.kind == text::TokenKind::punctuation || token.kind == text::TokenKind::quote) {
            continue;
        }
        fold(slice(text, token.span), lower);
        if (vocabulary_.word(vocabulary_.find(lower)).classes & no_content) continue;
        if (lower == "'s" || lower == "let" || lower == "more") continue;
        found.push_back(stem(lower));
    }
    return found;
}

std::vector<TargetBook::Stem> TargetBook::stems_of(Range clause) const {
    std::vector<Stem> found;
    const std::uint32_t end = std::min(clause.end, clause.begin + max_clause);
    for (std::uint32_t i = clause.begin; i < end; ++i) {
        const WordId id = article_.words[i].id;
        if (id != no_word && stem_of_word_[id] != 0) found.push_back(stem_of_word_[id]);
    }
    return found;
}

TargetBook::Entry TargetBook::entry_of(std::string_view text) {
    Entry entry;
    entry.stems = stems_of(text);
    std::sort(entry.stems.begin(), entry.stems.end());
    entry.stems.erase(std::unique(entry.stems.begin(), entry.stems.end()), entry.stems.end());
    std::string lower;
    for (const text::Token& token : text::tokenize(text)) {
        fold(slice(text, token.span), lower);
        const Classes classes = vocabulary_.word(vocabulary_.find(lower)).classes;
        if (classes & (restriction | undo)) ++entry.turns;
    }
    return entry;
}

int TargetBook::turns(Range clause) const {
    int found = 0;
    const std::uint32_t end = std::min(clause.end, clause.begin + max_clause);
    for (std::uint32_t i = clause.begin; i < end; ++i) {
        if (article_.words[i].is(restriction | undo) && article_.words[i].name == none) ++found;
    }
    return found;
}

// Words that are everywhere in the article tell little.
int TargetBook::weight(Stem stem) const {
    const std::uint32_t uses = frequency_[stem];
    return uses <= 2 ? 6 : uses <= 4 ? 4 : uses <= 8 ? 3 : uses <= 16 ? 2 : 1;
}

bool TargetBook::has_phrase(const std::vector<Stem>& clause, const std::vector<Stem>& phrase) {
    if (phrase.empty()) return false;
    return std::search(clause.begin(), clause.end(), phrase.begin(), phrase.end()) != clause.end();
}

// All given propositions, and of the proposed ones the latest that share a word with the clause.
std::vector<std::uint32_t> TargetBook::candidates(const std::vector<Stem>& clause) const {
    std::vector<std::uint32_t> found(given_);
    for (std::uint32_t t = 0; t < given_; ++t) found[t] = t;
    for (const Stem s : clause) {
        if (s >= proposed_with_.size()) continue;
        const std::vector<std::uint32_t>& with = proposed_with_[s];
        const std::size_t from = with.size() > max_sharing ? with.size() - max_sharing : 0;
        found.insert(found.end(), with.begin() + static_cast<std::ptrdiff_t>(from), with.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

TargetBook::Match TargetBook::match(Range clause) const {
    Match best;
    const std::vector<Stem> in_order = stems_of(clause);
    std::vector<Stem> found = in_order;
    std::sort(found.begin(), found.end());
    int best_share = 0;
    for (const std::uint32_t t : candidates(found)) {
        const Entry& entry = entries_[t];
        int total = 0, shared = 0, count = 0;
        Stem telling = 0;
        for (const Stem s : entry.stems) {
            total += weight(s);
            if (!std::binary_search(found.begin(), found.end(), s)) continue;
            shared += weight(s);
            ++count;
            if (telling == 0 || weight(s) > weight(telling)) telling = s;
        }
        bool keyword = false;
        for (const Stem s : entry.keywords) {
            if (!std::binary_search(found.begin(), found.end(), s)) continue;
            keyword = true;
            telling = s;
        }
        int pro = 0, con = 0;
        for (const auto& phrase : entry.pro) pro += has_phrase(in_order, phrase) ? 1 : 0;
        for (const auto& phrase : entry.con) con += has_phrase(in_order, phrase) ? 1 : 0;
        const int share = total == 0 ? 0 : shared * 100 / total;
        const int needed = t < given_ ? 40 : 60;
        const bool enough = (share >= needed && (count >= 2 || entry.stems.size() == 1)) ||
                            (keyword && (share >= 20 || entry.keywords.size() <= 2)) ||
                            pro + con > 0;
        const int rank = share + (keyword ? 40 : 0) + (pro + con) * 100;
        if (!enough || rank <= best_share) continue;
        best_share = rank;
        best.target = t;
        best.pro = pro;
        best.con = con;
        best.sign = (turns(clause) - entry.turns) % 2 == 0 ? 1 : -1;
        best.word.clear();
        for (std::uint32_t i = clause.begin; i < clause.end && telling != 0; ++i) {
            const WordId id = article_.words[i].id;
            if (id == no_word || stem_of_word_[id] != telling) continue;
            best.word = article_.at(i);
            break;
        }
    }
    return best;
}

TargetBook::Match TargetBook::propose(Range phrase, std::string_view before,
                                      const std::string& reason, float score) {
    if (const Match known = match(phrase); known.target != none) return known;
    std::string text(before);
    text += article_.at(phrase);
    if (text.find("“") != std::string::npos && text.find("”") == std::string::npos) text += "”";
    std::string first;
    const text::CodePoint c = text::decode(text, 0);
    text::append(first, text::to_upper(c.value));
    text.replace(0, c.bytes, first);
    std::string key;
    bool taken = true;
    while (taken) {
        key = "P" + std::to_string(next_key_++);
        const auto given_end = article_.targets.begin() + static_cast<std::ptrdiff_t>(given_);
        taken = std::any_of(article_.targets.begin(), given_end,
                            [&](const Proposition& target) { return target.key == key; });
    }
    Match made;
    made.target = static_cast<std::uint32_t>(article_.targets.size());
    entries_.push_back(entry_of(text));
    proposed_with_.resize(frequency_.size());
    for (const Stem s : entries_.back().stems) proposed_with_[s].push_back(made.target);
    article_.targets.push_back(
        {.key = std::move(key), .text = std::move(text), .score = score, .reason = reason});
    return made;
}

}  // namespace standpoint::extract
