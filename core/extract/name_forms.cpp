#include "core/extract/name_forms.hpp"

#include <algorithm>

#include "core/text/chars.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::extract {
namespace {

constexpr std::string_view little_words[] = {"of", "the", "and", "for", "in", "on", "&"};
constexpr std::string_view company_words[] = {
    "corp", "corporation", "inc", "incorporated", "co", "company", "ltd", "limited", "llc", "plc"};

constexpr std::string_view arabic_articles[] = {"al", "el",  "ul", "an", "ar",
                                                "as", "ash", "at", "ad", "az"};

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&words)[n]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// The letter without its accent for U+00C0 to U+017F; '?' where there is none such.
constexpr std::string_view base_letters =
    "AAAAAA?CEEEEIIII?NOOOOO?OUUUUY??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKk?LlLlLlLlLlNnNnNnn??OoOoOo??RrRrRrSs"
    "SsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static_assert(base_letters.size() == 0x180 - 0xC0);

bool is_possessive(std::string_view part) {
    return part.ends_with("'s");
}

// "iraqi" of "iraqis", and the one people whose adjective is not its name.
std::string without_plural(std::string people) {
    if (people == "jewish") return "jew";
    if (people.size() > 3 && people.back() == 's' && !people.ends_with("ss")) people.pop_back();
    return people;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "HWF", "U.N.", "DoD", "NIEs" in small letters, without dots and the ending of a plural; empty if
// the word is not written like an acronym.
std::string acronym_of(std::string_view word) {
    std::string letters;
    std::size_t upper = 0;
    for (const char c : word) {
        if (c == '.' || c == '-') continue;
        if (!is_letter(c)) return {};
        upper += c >= 'A' && c <= 'Z' ? 1U : 0U;
        letters.push_back(c);
    }
    if (letters.size() > 2 && upper + 1 == letters.size() && letters.back() == 's')
        letters.pop_back();
    const bool in_capitals = upper >= 2 && upper * 2 > letters.size();
    return in_capitals && letters.size() <= 10 ? text::lower(letters) : std::string();
}

}  // namespace

std::string without_accents(std::string_view word) {
    std::string lower, out;
    fold(word, lower);
    for (std::size_t at = 0; at < lower.size();) {
        const text::CodePoint c = text::decode(lower, at);
        const bool in_table = c.value >= 0xC0 && c.value < 0x180;
        const char base = in_table ? base_letters[c.value - 0xC0] : '?';
        if (base != '?')
            out += base;
        else
            out += lower.substr(at, c.bytes);
        at += c.bytes;
    }
    return out;
}

NameForms::NameForms(const Article& article) : article_(article) {
    std::unordered_map<std::string_view, std::uint32_t> by_text[2];  // others, persons
    of_name_.reserve(article.names.size());
    for (std::uint32_t n = 0; n < article.names.size(); ++n) {
        const Name& name = article.names[n];
        auto& forms = by_text[name.type == NameType::per ? 1 : 0];
        const auto [it, added] = forms.try_emplace(article.at(name.words), size());
        of_name_.push_back(it->second);
        if (added) {
            NameForm form;
            form.name = n;
            form.type = name.type;
            form.guessed = name.guessed;
            form.entry = name.entry;
            read_parts(form);
            forms_.push_back(std::move(form));
            continue;
        }
        NameForm& form = forms_[it->second];
        if (form.guessed && !name.guessed) {
            form.type = name.type;
            form.guessed = false;
        }
        if (form.entry == 0) form.entry = name.entry;
    }
}

void NameForms::add_part(std::string part, Classes classes, NameForm& form) {
    const auto next = static_cast<PartId>(spellings_.size());
    const auto [it, added] = parts_.try_emplace(std::move(part), next);
    if (added) spellings_.push_back(it->first);
    form.parts.push_back(it->second);
    form.classes.push_back(classes);
}

void NameForms::read_word(std::uint32_t index, NameForm& form) {
    const Word& word = article_.words[index];
    const bool person = form.type == NameType::per;
    std::string plain = without_accents(article_.at(index));
    if (is_possessive(plain)) plain.resize(plain.size() - 2);
    std::string part;
    const auto finish = [&] {
        if (part.empty()) return;
        const bool inner = !person && !form.parts.empty();
        const bool complement = inner && (part == "of" || part == "for");
        if (complement && form.head == 0) form.head = form.parts.size();
        if (!inner || !is_one_of(part, little_words)) add_part(part, word.classes, form);
        part.clear();
    };
    for (const char c : plain) {
        if (c == '-' && (!person || is_one_of(part, arabic_articles)))
            finish();
        else if (std::string_view(".,'()").find(c) == std::string_view::npos)
            part.push_back(c);
    }
    if (form.type == NameType::norp) part = without_plural(std::move(part));
    finish();
}

void NameForms::read_parts(NameForm& form) {
    const Range words = article_.names[form.name].words;
    for (std::uint32_t i = words.begin; i < words.end; ++i) read_word(i, form);
    while (form.type == NameType::org && form.parts.size() > 1 &&
           is_one_of(spellings_[form.parts.back()], company_words)) {
        form.parts.pop_back();
        form.classes.pop_back();
    }
    if (form.head == 0 || form.head > form.parts.size()) form.head = form.parts.size();
    if (words.size() == 1) form.acronym = acronym_of(article_.at(words.begin));
}

std::pair<std::string, std::string> NameForms::initials(std::uint32_t form) const {
    std::string capitals, all;
    const Range words = article_.names[forms_[form].name].words;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const std::string_view word = article_.at(i);
        const std::string plain = without_accents(word);
        if (plain.empty() || !text::is_letter(text::decode(plain, 0).value)) continue;
        if (const std::string letters = acronym_of(word); !letters.empty()) {
            capitals += letters;
            all += letters;
            continue;
        }
        bool starts = true;
        for (const char c : plain) {
            if (starts && is_letter(c)) {
                if (article_.words[i].upper) capitals += c;
                all += c;
            }
            starts = c == '-';
        }
    }
    return {capitals, all};
}

}  // namespace standpoint::extract
