#include "core/extract/quantities.hpp"

#include <algorithm>
#include <array>

#include "core/extract/grammar.hpp"

namespace standpoint::extract {
namespace {

using Found = std::optional<Quantity>;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// What begins with a number: the first reading that fits, the more particular ones first.
Found read_number(const Passage& passage, std::uint32_t i, const Today& today) {
    if (Found time = read_clock_time(passage, i)) return time;
    if (passage.is_number(i)) {
        // A year, which a plain number may be, gives way to what a word after it says.
        Found date = read_date(passage, i, today);
        if (date && date->words.size() > 1) return date;
        if (Found length = read_duration(passage, i, today)) return length;
        if (Found measure = read_measure(passage, i)) return measure;
        return date;
    }
    if (Found length = read_duration(passage, i, today)) return length;
    if (Found measure = read_measure(passage, i)) return measure;
    return read_date(passage, i, today);
}

// mid-2024, mid-1990s: one word.
Found read_part(std::uint32_t i, const Term& term) {
    std::string_view rest = term.rest;
    const bool decade = rest.size() == 5 && rest.back() == 's';
    if (decade) rest.remove_suffix(1);
    const auto year = year_of(rest);
    if (!year || (decade && *year % 10 != 0)) return std::nullopt;
    return Quantity{
        {i, i + 1}, QuantityType::date, decade ? iso_decade(*year) : iso_date(*year), false};
}

Found read_word(const Passage& passage, std::uint32_t i, const Today& today) {
    const Term term = term_of(passage.at(i));
    switch (term.role) {
        case Role::one: {
            const Role next = term_of(passage.at(i + 1)).role;
            const bool number = next == Role::scale || next == Role::dozen || next == Role::half;
            return number ? read_number(passage, i, today) : std::nullopt;
        }
        case Role::number:
        case Role::tens:
        case Role::half:
        case Role::vague: return read_number(passage, i, today);
        case Role::clock: return term.rest.empty() ? read_clock_time(passage, i) : std::nullopt;
        case Role::month:
        case Role::ordinal:
        case Role::decade:
        case Role::quarter: return read_date(passage, i, today);
        case Role::weekday:
        case Role::day:
        case Role::tonight:
        case Role::day_part:
        case Role::season:
        case Role::period: return read_relative_date(passage, i, today);
        case Role::part: return term.rest.empty() ? std::nullopt : read_part(i, term);
        case Role::money_code: return read_measure(passage, i);
        default: return std::nullopt;
    }
}

Found read_at(const Passage& passage, std::uint32_t i, const Today& today) {
    const Word& word = passage.article.words[i];
    switch (word.kind) {
        case text::TokenKind::number: return read_number(passage, i, today);
        case text::TokenKind::symbol: return read_measure(passage, i);
        case text::TokenKind::word:
            return is_digit(passage.article.text[word.span.begin]) ? read_number(passage, i, today)
                                                                   : read_word(passage, i, today);
        default: return std::nullopt;
    }
}

bool inside_name(const Article& article, Range words) {
    const std::uint32_t name = article.words[words.begin].name;
    if (name == none) return false;
    const Range whole = article.names[name].words;
    return whole.end >= words.end && whole.size() > words.size();
}

void find_in(const Passage& whole, const Today& today, std::vector<Quantity>& out) {
    Passage passage = whole;
    for (std::uint32_t i = whole.words.begin; i < whole.words.end;) {
        Found found = read_at(passage, i, today);
        if (!found) {
            ++i;
            continue;
        }
        i = passage.words.begin = found->words.end;  // nothing looks back into it
        if (!inside_name(whole.article, found->words)) out.push_back(std::move(*found));
    }
}

// "2024-06-05": the form of one day.
Today day_in(std::string_view normal) {
    if (normal.size() != 10) return std::nullopt;
    const auto year = digits_of(normal.substr(0, 4)), month = digits_of(normal.substr(5, 2)),
               day = digits_of(normal.substr(8, 2));
    if (!year || !month || !day || normal[4] != '-' || normal[7] != '-') return std::nullopt;
    const text::CivilDate date{*year, *month, *day};
    return text::exists(date) ? Today(date) : std::nullopt;
}

// Words that may stand beside the date in the line that states it.
bool goes_with_date(const Passage& line, std::uint32_t i) {
    static constexpr std::array<std::string_view, 13> words = {
        "published", "updated", "posted", "date",  "dated", "last", "modified",
        "on",        "at",      "issued", "first", "time",  "and"};
    const Word& word = line.article.words[i];
    return word.kind == text::TokenKind::punctuation || word.kind == text::TokenKind::symbol ||
           zone_of(line.at(i)).known ||
           std::any_of(words.begin(), words.end(), [&](auto w) { return line.is(i, w); });
}

// KYIV, June 5, 2024 - : capitals, then the date, then a dash.
bool is_dateline(const Passage& line, Range date) {
    const std::uint32_t begin = line.words.begin, after = date.end;
    if (date.begin <= begin || date.begin > begin + 6 || !line.article.words[begin].caps)
        return false;
    for (const std::string_view mark : {"-", "–", "—", "--", "("}) {
        if (line.is(after, mark)) return true;
    }
    return false;
}

// The day that the words state as the article's own, if they do.
Today stated_day(const Passage& line) {
    std::vector<Quantity> found;
    find_in(line, std::nullopt, found);
    Today day;
    Range date;
    for (const Quantity& quantity : found) {
        if (quantity.type != QuantityType::date) continue;
        day = day_in(quantity.normal);
        date = quantity.words;
        if (day) break;
    }
    if (!day || is_dateline(line, date)) return day;
    std::size_t next = 0;
    for (std::uint32_t i = line.words.begin; i < line.words.end; ++i) {
        while (next < found.size() && found[next].words.end <= i) ++next;
        const bool read = next < found.size() && found[next].words.contains(i);
        if (!read && !goes_with_date(line, i)) return std::nullopt;
    }
    return day;
}

}  // namespace

std::optional<text::CivilDate> date_of_article(const Article& article, std::string_view given) {
    if (!given.empty()) {
        Article metadata;
        metadata.text = given;
        for (const text::Token& token : text::tokenize(given)) {
            Word word;
            word.span = token.span;
            word.kind = token.kind;
            metadata.words.push_back(word);
        }
        std::vector<Quantity> found;
        find_in({metadata, {0, static_cast<std::uint32_t>(metadata.words.size())}}, std::nullopt,
                found);
        for (const Quantity& quantity : found) {
            if (const Today day = day_in(quantity.normal)) return day;
        }
        if (const Today day = day_in(given.substr(0, 10))) return day;  // 2024-06-05T10:00:00Z
    }
    constexpr std::size_t sentences_at_top = 8, longest_line = 60;
    for (std::size_t s = 0; s < article.sentences.size() && s < sentences_at_top; ++s) {
        Passage line{article, article.sentences[s].words};
        line.words.end = std::min<std::uint32_t>(line.words.end, line.words.begin + longest_line);
        if (const Today day = stated_day(line)) return day;
    }
    return std::nullopt;
}

void find_quantities(const std::optional<text::CivilDate>& today, Article& article) {
    for (const Sentence& sentence : article.sentences) {
        find_in({article, sentence.words}, today, article.quantities);
    }
}

std::string_view label_of(QuantityType type) {
    switch (type) {
        case QuantityType::date: return "DATE";
        case QuantityType::time: return "TIME";
        case QuantityType::money: return "MONEY";
        case QuantityType::percent: return "PERCENT";
        case QuantityType::quantity: return "QUANTITY";
    }
    return {};
}

}  // namespace standpoint::extract
