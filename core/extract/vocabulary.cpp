#include "core/extract/vocabulary.hpp"

#include <array>

#include "core/extract/hash.hpp"
#include "core/extract/lexicons.hpp"
#include "core/text/chars.hpp"
#include "core/text/tokens.hpp"

namespace standpoint::extract {
namespace {

struct ClassName {
    std::string_view section;
    Classes classes;
};

constexpr std::array class_names{
    ClassName{"determiner", word_class::determiner},
    ClassName{"article", word_class::article},
    ClassName{"pronoun", word_class::pronoun},
    ClassName{"he", word_class::he},
    ClassName{"she", word_class::she},
    ClassName{"they", word_class::they},
    ClassName{"possessive", word_class::possessive},
    ClassName{"preposition", word_class::preposition},
    ClassName{"place preposition", word_class::place_preposition},
    ClassName{"conjunction", word_class::conjunction},
    ClassName{"subordinator", word_class::subordinator},
    ClassName{"relative", word_class::relative},
    ClassName{"auxiliary", word_class::auxiliary},
    ClassName{"be", word_class::be},
    ClassName{"have", word_class::have},
    ClassName{"modal", word_class::modal},
    ClassName{"negation", word_class::negation},
    ClassName{"adverb", word_class::adverb},
    ClassName{"weekday", word_class::weekday},
    ClassName{"month", word_class::month},
    ClassName{"time word", word_class::time_word},
    ClassName{"not a name", word_class::not_a_name},
    ClassName{"compass", word_class::compass},
    ClassName{"speaker noun", word_class::speaker_noun},
    ClassName{"official noun", word_class::official_noun},
    ClassName{"institution noun", word_class::institution_noun},
    ClassName{"document noun", word_class::document_noun},
    ClassName{"outlet noun", word_class::outlet_noun},
    ClassName{"addressee noun", word_class::addressee_noun},
    ClassName{"bare subject", word_class::bare_subject},
    ClassName{"common", word_class::common},
    ClassName{"first name", word_class::first_name},
    ClassName{"particle", word_class::particle},
    ClassName{"title tail", word_class::title_tail},
    ClassName{"organisation head", word_class::organisation_head},
    ClassName{"organisation opener", word_class::organisation_opener},
    ClassName{"facility head", word_class::facility_head},
    ClassName{"facility opener", word_class::facility_opener},
    ClassName{"place head", word_class::place_head},
    ClassName{"place opener", word_class::place_opener},
    ClassName{"settlement head", word_class::settlement_head},
    ClassName{"event head", word_class::event_head},
    ClassName{"event opener", word_class::event_opener},
    ClassName{"law head", word_class::law_head},
    ClassName{"law opener", word_class::law_opener},
    ClassName{"weapon head", word_class::weapon_head},
    ClassName{"restriction", word_class::restriction},
    ClassName{"undo", word_class::undo},
    ClassName{"good", word_class::good},
    ClassName{"bad", word_class::bad},
    ClassName{"must", word_class::must},
    ClassName{"noun too", word_class::noun_too},
    ClassName{"filler", word_class::filler},
};

struct TypeName {
    std::string_view section;
    NameType type;
};

constexpr std::array type_names{
    TypeName{"state", NameType::gpe},        TypeName{"city", NameType::gpe},
    TypeName{"region", NameType::loc},       TypeName{"norp", NameType::norp},
    TypeName{"organisation", NameType::org}, TypeName{"facility", NameType::fac},
    TypeName{"event", NameType::event},      TypeName{"law", NameType::law},
    TypeName{"work", NameType::work},        TypeName{"weapon", NameType::weapon},
};

constexpr std::array<std::string_view, 12> frame_names{
    "say",    "tell",   "think",  "show",     "commit", "urge",
    "demand", "object", "accuse", "describe", "act",    "other",
};

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

// Cuts what stands before the next `mark` (or all) off the front of `rest`.
std::string_view cut(std::string_view& rest, char mark) {
    const std::size_t at = rest.find(mark);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
    return trim(part);
}

// Calls visit(section, line) for every entry of a list.
template <class Visit>
void each_entry(std::string_view text, Visit visit) {
    std::string_view section;
    while (!text.empty()) {
        const std::string_view line = cut(text, '\n');
        if (line.empty() || line.front() == '#') continue;
        if (line.front() == '[') {
            section = line.substr(1, line.find(']') - 1);
        } else {
            visit(section, line);
        }
    }
}

bool ends_with(std::string_view word, std::string_view end) {
    return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

// The plural of a demonym: Iraqis, but Chinese and French as they are.
std::string plural_of(std::string_view word) {
    for (std::string_view end : {"ese", "sh", "ch", "ss", "men", "s", "z"}) {
        if (ends_with(word, end)) return {};
    }
    return std::string(word) + "s";
}

}  // namespace

std::string_view label_of(NameType type) {
    constexpr std::array<std::string_view, 11> labels{
        "", "PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "WEAPON", "LAW", "WORK"};
    return labels[static_cast<std::size_t>(type)];
}

void fold(std::string_view word, std::string& out) {
    out.clear();
    bool ascii = true;
    for (const char c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) ascii = false;
        out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    }
    if (ascii) return;
    out = text::lower(word);
    for (std::size_t at = out.find("\xE2\x80\x99"); at != std::string::npos;
         at = out.find("\xE2\x80\x99", at)) {
        out.replace(at, 3, "'");
    }
}

Vocabulary::Vocabulary() {
    slots_.resize(1024);
    spellings_.emplace_back();
    words_.emplace_back();
    verbs_.emplace_back();
    names_.emplace_back();
    countries_.emplace_back();
    ends_.resize(3);  // nowhere and the two roots
    read_words(lexicons::words);
    read_words(lexicons::common);
    read_words(lexicons::stance);
    read_words(lexicons::people);
    read_words(lexicons::organisations);
    read_names(lexicons::places);
    read_names(lexicons::groups);
    read_names(lexicons::organisations);
    read_verbs(lexicons::verbs);
}

std::size_t Vocabulary::slot_of(std::string_view lower) const {
    std::size_t at = hash_bytes(lower) & (slots_.size() - 1);
    while (slots_[at] != 0 && spellings_[slots_[at]] != lower) at = (at + 1) & (slots_.size() - 1);
    return at;
}

WordId Vocabulary::find(std::string_view lower) const {
    return slots_[slot_of(lower)];
}

WordId Vocabulary::intern(std::string_view lower) {
    const WordId next = size();
    WordId& slot = slots_[slot_of(lower)];
    if (slot != 0) return slot;
    slot = next;
    spellings_.emplace_back(lower);
    words_.emplace_back();
    if (2 * words_.size() > slots_.size()) {
        slots_.assign(2 * slots_.size(), 0);
        for (WordId id = 1; id < size(); ++id) slots_[slot_of(spellings_[id])] = id;
    }
    return next;
}

NameNode Vocabulary::step(NameNode node, WordId word) const {
    if (node == 0 || word == no_word) return 0;
    const auto it = steps_.find(std::uint64_t{node} << 32 | word);
    return it == steps_.end() ? 0 : it->second;
}

void Vocabulary::add_class(std::string_view entry, Classes classes) {
    std::string lower;
    fold(entry, lower);
    words_[intern(lower)].classes |= classes;
}

void Vocabulary::add_path(NameNode root, std::string_view phrase, std::uint32_t value) {
    NameNode node = root;
    std::string lower;
    // Cut as it is cut in a text, where a word follows: "Mr." is one token only then.
    const std::string followed = std::string(phrase) + " X";
    std::vector<text::Token> tokens = text::tokenize(followed);
    tokens.pop_back();
    for (const text::Token& token : tokens) {
        fold(slice(followed, token.span), lower);
        const std::uint64_t key = std::uint64_t{node} << 32 | intern(lower);
        const auto [it, added] = steps_.try_emplace(key, static_cast<NameNode>(ends_.size()));
        if (added) ends_.push_back(0);
        node = it->second;
    }
    if (ends_[node] == 0) ends_[node] = value;
}

void Vocabulary::add_name(std::string_view phrase, NameEntry entry) {
    entry.all_caps = text::all_upper(phrase) && phrase.size() <= 5;
    if (entry.canonical.empty()) entry.canonical = phrase;
    names_.push_back(std::move(entry));
    add_path(name_root, phrase, static_cast<std::uint32_t>(names_.size() - 1));
}

void Vocabulary::read_words(std::string_view text) {
    each_entry(text, [&](std::string_view section, std::string_view line) {
        if (section == "title") {
            add_path(title_root, line, 1);
            if (line.find(' ') == std::string_view::npos) add_class(line, word_class::title);
            return;
        }
        for (const ClassName& known : class_names) {
            if (known.section == section) add_class(line, known.classes);
        }
    });
}

void Vocabulary::read_country(std::string_view line) {
    std::string_view rest = line;
    std::string_view before = cut(rest, '@');
    const std::string_view capital = trim(rest);
    std::string_view demonyms = before;
    std::string_view names = cut(demonyms, ':');
    const std::string name(cut(names, '='));
    countries_.push_back(name);
    NameEntry entry{.type = NameType::gpe,
                    .canonical = name,
                    .country = static_cast<std::uint32_t>(countries_.size() - 1)};
    add_name(name, entry);
    while (!names.empty()) add_name(cut(names, ','), entry);
    entry.type = NameType::norp;
    while (!demonyms.empty()) {
        entry.canonical = cut(demonyms, ',');
        add_name(entry.canonical, entry);
        if (const std::string plural = plural_of(entry.canonical); !plural.empty()) {
            add_name(plural, entry);
        }
    }
    if (capital.empty()) return;
    entry.type = NameType::gpe;
    entry.canonical = capital;
    entry.capital = true;
    add_name(capital, entry);
}

void Vocabulary::read_names(std::string_view text) {
    each_entry(text, [&](std::string_view section, std::string_view line) {
        if (section == "country") return read_country(line);
        for (const TypeName& known : type_names) {
            if (known.section != section) continue;
            std::string_view demonyms = line;
            std::string_view names = cut(demonyms, ':');
            NameEntry entry{.type = known.type, .canonical = std::string(cut(names, '='))};
            add_name(entry.canonical, entry);
            while (!names.empty()) add_name(cut(names, ','), entry);
            if (known.type == NameType::norp) demonyms = entry.canonical;
            entry.type = NameType::norp;
            while (!demonyms.empty()) {
                entry.canonical = cut(demonyms, ',');
                add_name(entry.canonical, entry);
                if (const std::string plural = plural_of(entry.canonical); !plural.empty()) {
                    add_name(plural, entry);
                }
            }
        }
    });
}

void Vocabulary::add_form(std::string_view form, std::uint16_t verb, std::uint8_t kind) {
    WordEntry& entry = words_[intern(form)];
    if (entry.verb == 0) entry.verb = verb;
    if (entry.verb == verb) entry.forms = static_cast<std::uint8_t>(entry.forms | kind);
}

std::uint16_t Vocabulary::add_verb(std::string_view base, std::string_view forms) {
    if (const WordEntry& known = word(find(base)); known.verb && verbs_[known.verb].base == base) {
        return known.verb;
    }
    verbs_.emplace_back().base = base;
    const auto index = static_cast<std::uint16_t>(verbs_.size() - 1);
    std::string s, past, participle, ing;
    if (!forms.empty()) {
        s = cut(forms, ' ');
        past = cut(forms, ' ');
        participle = cut(forms, ' ');
        ing = cut(forms, ' ');
    } else {
        std::string stem(base);
        const bool e = stem.back() == 'e';
        const bool y = stem.back() == 'y' && stem.size() > 2 &&
                       std::string_view("aeou").find(stem[stem.size() - 2]) == std::string::npos;
        const bool hiss = ends_with(stem, "s") || ends_with(stem, "sh") || ends_with(stem, "ch") ||
                          ends_with(stem, "x");
        const std::string shorter = stem.substr(0, stem.size() - 1);
        s = y ? shorter + "ies" : stem + (hiss ? "es" : "s");
        past = y ? shorter + "ied" : stem + (e ? "d" : "ed");
        participle = past;
        ing = (e && !ends_with(stem, "ee") ? shorter : stem) + "ing";
    }
    add_form(base, index, verb_form::base);
    add_form(s, index, verb_form::s);
    add_form(past, index, verb_form::past);
    add_form(participle, index, verb_form::participle);
    add_form(ing, index, verb_form::ing);
    while (!forms.empty()) add_form(cut(forms, ' '), index, verb_form::past);  // are, were
    return index;
}

void Vocabulary::read_verbs(std::string_view text) {
    each_entry(text, [&](std::string_view section, std::string_view line) {
        std::string_view polarity = section;
        const std::string_view frame = cut(polarity, ' ');
        VerbFrame made;
        for (std::size_t i = 0; i < frame_names.size(); ++i) {
            if (frame_names[i] == frame) made.frame = static_cast<Frame>(i);
        }
        made.stance = polarity == "favor" ? 1 : polarity == "against" ? -1 : 0;
        std::string_view rest = line;
        std::string_view forms;
        if (const std::size_t open = line.find('('); open != std::string_view::npos) {
            forms = line.substr(open + 1, line.find(')') - open - 1);
            rest = trim(line.substr(0, open));
        }
        const std::string_view base = cut(rest, ' ');
        while (!rest.empty()) made.tail.push_back(intern(cut(rest, ' ').substr(1)));
        const std::uint16_t index = add_verb(base, forms);
        if (made.frame != Frame::act && made.frame != Frame::other) verbs_[index].reports = true;
        verbs_[index].frames.push_back(std::move(made));
    });
}

}  // namespace standpoint::extract
