#include "core/model/codebook.hpp"

#include <algorithm>
#include <utility>

#include "core/text/utf8.hpp"

namespace standpoint::model {

namespace {

bool is_hotkey(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string quoted(std::string_view name) {
    return "\"" + std::string(name) + "\"";
}

bool all_valid(const std::vector<std::string>& strings) {
    return std::all_of(strings.begin(), strings.end(),
                       [](const std::string& s) { return text::is_valid(s); });
}

}  // namespace

const Label* Codebook::label(std::string_view wanted) const {
    for (const Label& l : labels) {
        if (l.name == wanted) return &l;
    }
    return nullptr;
}

const CodebookTarget* Codebook::target(std::string_view key) const {
    for (const CodebookTarget& t : targets) {
        if (t.key == key) return &t;
    }
    return nullptr;
}

std::optional<std::string> problem_in(const Codebook& codebook) {
    if (!text::is_valid(codebook.name) || !text::is_valid(codebook.guideline) ||
        !text::is_valid(codebook.extra) || !all_valid(codebook.cue_verbs)) {
        return "The codebook holds text that is not UTF-8.";
    }
    for (const Label& l : codebook.labels) {
        if (l.name.empty()) return "A label of the codebook has no name.";
        if (!text::is_valid(l.name) || !text::is_valid(l.title) || !text::is_valid(l.guideline) ||
            !text::is_valid(l.extra)) {
            return "A label of the codebook holds text that is not UTF-8.";
        }
        if (codebook.label(l.name) != &l) {
            return "The codebook has the label " + quoted(l.name) + " twice.";
        }
        if (l.hotkey == 0) continue;
        if (!is_hotkey(l.hotkey)) {
            return "The key of the label " + quoted(l.name) + " is not a letter or digit.";
        }
        for (const Label& other : codebook.labels) {
            if (&other == &l) break;
            if (other.hotkey == l.hotkey) {
                return "The labels " + quoted(other.name) + " and " + quoted(l.name) +
                       " have the same key.";
            }
        }
    }
    for (const CodebookTarget& t : codebook.targets) {
        if (t.key.empty()) return "A target of the codebook has no key.";
        if (!text::is_valid(t.key) || !text::is_valid(t.text) || !text::is_valid(t.short_text) ||
            !text::is_valid(t.guideline) || !text::is_valid(t.extra) || !all_valid(t.keywords) ||
            !all_valid(t.pro) || !all_valid(t.con)) {
            return "A target of the codebook holds text that is not UTF-8.";
        }
        if (codebook.target(t.key) != &t) {
            return "The codebook has the target " + quoted(t.key) + " twice.";
        }
    }
    return std::nullopt;
}

Codebook default_codebook() {
    Codebook book;
    book.name = "Political news";
    book.guideline =
        "Mark what has a name, who said what, and who takes which side.\n\n"
        "A name is marked each time it occurs, without the title before it and without the "
        "possessive ending after it: in \u201cPresident Okoye\u2019s visit\u201d only "
        "\u201cOkoye\u201d. Pronouns and descriptions such as \u201cthe minister\u201d are not "
        "names. Dates, times, sums and other numbers are left alone.\n\n"
        "Mark what a careful reader would sign. When in doubt, leave a note and flag the item.";

    // `colour` follows the order: the theme holds ten label colours.
    const auto add = [&book](const char* name, const char* title, const char* guideline) {
        Label label;
        label.name = name;
        label.title = title;
        label.guideline = guideline;
        label.colour = static_cast<std::uint8_t>(book.labels.size());
        label.hotkey = static_cast<char>('0' + (book.labels.size() + 1) % 10);
        book.labels.push_back(std::move(label));
    };
    add("PER", "Person",
        "A human being with a name, real or invented.\n\n"
        "Leave out titles and functions: in \u201cForeign Minister Ana Sousa\u201d mark "
        "\u201cAna Sousa\u201d, in \u201cQueen Ingrid\u201d mark \u201cIngrid\u201d. A family "
        "name alone counts, and belongs to the same entity as the full name.");
    add("ORG", "Organisation",
        "A named company, agency, party, armed group, court, ministry, parliament, university or "
        "team.\n\n"
        "A newspaper or broadcaster that reports or employs somebody is an organisation; as a "
        "thing to read it is a work. Common nouns in lower case (parliament, the army, police) "
        "are not names.");
    add("GPE", "Country, state or city",
        "A place that has a government: a country, a state or province, a city.\n\n"
        "Mark it also where the name of a capital stands for its government; the canonical name "
        "is then that of the state which acts.");
    add("LOC", "Other place",
        "A place without a government of its own: a continent, a region, a river, a sea, a "
        "mountain range, a strip of land.");
    add("NORP", "People or creed",
        "The name of a nationality, religion or political camp, as noun or adjective: Kenyan, "
        "Sunni, Republicans.\n\n"
        "It is marked before a title too: in \u201cthe Kenyan president\u201d mark "
        "\u201cKenyan\u201d. Of a compound such as \u201canti-Kenyan\u201d mark the inner name "
        "alone.");
    add("FAC", "Building or site",
        "Something built that has a name: an airport, a bridge, a military base, a prison, a "
        "palace.");
    add("EVENT", "Event",
        "Something that happened or will happen and has a name of its own: a war, a storm, a "
        "summit, a tournament.");
    add("WEAPON", "Weapon",
        "A weapon or weapon platform named by its type or class: a model of aircraft, missile or "
        "gun. General words such as \u201ccruise missile\u201d are not names.");
    add("LAW", "Law or treaty", "A named law, treaty, charter, agreement or resolution.");
    add("WORK", "Work",
        "The title of a book, a film, a song, a programme, or of a newspaper as a thing to read.");
    return book;
}

}  // namespace standpoint::model
