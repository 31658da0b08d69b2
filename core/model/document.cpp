#include "core/model/document.hpp"

#include <algorithm>
#include <initializer_list>

#include "core/model/suggestions.hpp"
#include "core/text/chars.hpp"
#include "core/text/tokens.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::model {

namespace {

constexpr std::size_t title_code_points = 80;

using Problem = std::optional<std::string>;

bool valid(std::initializer_list<const std::string*> strings) {
    return std::all_of(strings.begin(), strings.end(),
                       [](const std::string* s) { return text::is_valid(*s); });
}

template <class Items>
std::vector<Id> ids_of(const Items& items) {
    std::vector<Id> ids;
    ids.reserve(items.size());
    for (const auto& item : items) ids.push_back(item.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// Checks the five kinds of one text, in a document's tables or in the vectors of suggestions; each
// function returns the first problem that it meets.
template <class Items>
class Checker {
  public:
    Checker(std::string_view text, const Items& items)
        : text_(text),
          items_(items),
          entities_(ids_of(items.entities)),
          targets_(ids_of(items.targets)) {}

    Problem check() const {
        if (auto problem = check_ids()) return problem;
        if (auto problem = each(items_.mentions)) return problem;
        if (auto problem = each(items_.entities)) return problem;
        if (auto problem = each(items_.attributions)) return problem;
        if (auto problem = each(items_.targets)) return problem;
        if (auto problem = each(items_.stances)) return problem;
        return check_keys();
    }

  private:
    Problem check_ids() const {
        std::vector<Id> all;
        for (const auto& ids : {ids_of(items_.mentions), entities_, ids_of(items_.attributions),
                                targets_, ids_of(items_.stances)}) {
            all.insert(all.end(), ids.begin(), ids.end());
        }
        std::sort(all.begin(), all.end());
        if (!all.empty() && all.front() == no_id) return "An item has the id 0.";
        const auto twice = std::adjacent_find(all.begin(), all.end());
        if (twice == all.end()) return std::nullopt;
        return "The id " + std::to_string(*twice) + " is used twice.";
    }

    Problem check_keys() const {
        std::vector<std::string_view> keys;
        for (const Target& target : items_.targets) keys.push_back(target.key);
        std::sort(keys.begin(), keys.end());
        const auto twice = std::adjacent_find(keys.begin(), keys.end());
        if (twice == keys.end()) return std::nullopt;
        return "Two targets have the key \"" + std::string(*twice) + "\".";
    }

    template <class Range>
    Problem each(const Range& range) const {
        for (const auto& item : range) {
            if (auto problem = check(item)) return problem;
        }
        return std::nullopt;
    }

    Problem check(const Mention& m) const {
        if (auto problem = span_problem(text_, m.span)) return about(m, Kind::mention, *problem);
        if (m.label.empty()) return about(m, Kind::mention, "It has no label.");
        if (m.entity != no_id && !has(entities_, m.entity)) {
            return about(m, Kind::mention, "It names an entity that does not exist.");
        }
        if (!valid({&m.label, &m.normal, &m.alternative, &m.extra}))
            return not_utf8(m, Kind::mention);
        return check_provenance(m, Kind::mention);
    }

    Problem check(const Entity& e) const {
        if (e.canonical.empty()) return about(e, Kind::entity, "It has no name.");
        if (valid({&e.canonical, &e.external_id, &e.note, &e.extra, &e.across}))
            return std::nullopt;
        return not_utf8(e, Kind::entity);
    }

    Problem check(const Attribution& a) const {
        if (a.content.empty()) return about(a, Kind::attribution, "It has no content.");
        if (auto problem = check_spans(a.content)) return about(a, Kind::attribution, *problem);
        for (const auto& span : {a.source, a.cue}) {
            if (!span) continue;
            if (auto problem = span_problem(text_, *span)) {
                return about(a, Kind::attribution, *problem);
            }
        }
        if (auto problem = check_actor(a.holder)) return about(a, Kind::attribution, *problem);
        if (!valid({&a.extra})) return not_utf8(a, Kind::attribution);
        return check_provenance(a, Kind::attribution);
    }

    Problem check(const Target& t) const {
        if (t.key.empty()) return about(t, Kind::target, "It has no key.");
        if (!valid({&t.key, &t.text, &t.extra})) return not_utf8(t, Kind::target);
        return check_provenance(t, Kind::target);
    }

    Problem check(const Stance& s) const {
        if (auto problem = check_spans(s.evidence)) return about(s, Kind::stance, *problem);
        if (!has(targets_, s.target) && !has(entities_, s.target)) {
            return about(s, Kind::stance, "It is about something that does not exist.");
        }
        if (auto problem = check_actor(s.holder)) return about(s, Kind::stance, *problem);
        if (!valid({&s.extra})) return not_utf8(s, Kind::stance);
        return check_provenance(s, Kind::stance);
    }

    Problem check_spans(const std::vector<Span>& spans) const {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (auto problem = span_problem(text_, spans[i])) return problem;
            if (i > 0 && spans[i].begin < spans[i - 1].end) {
                return "Its spans overlap or are out of order.";
            }
        }
        return std::nullopt;
    }

    Problem check_actor(const Actor& actor) const {
        if (actor.entity != no_id && !actor.phrase.empty()) {
            return "Its holder is both an entity and a phrase.";
        }
        if (actor.entity != no_id && !has(entities_, actor.entity)) {
            return "Its holder does not exist.";
        }
        if (!text::is_valid(actor.phrase)) return "Its holder is not UTF-8.";
        return std::nullopt;
    }

    template <class T>
    Problem check_provenance(const T& item, Kind kind) const {
        const Provenance& p = item.provenance;
        // Written so that a NaN fails.
        if (!(p.score >= 0.0F && p.score <= 1.0F)) {
            return about(item, kind, "Its score is not between 0 and 1.");
        }
        const bool ok = valid({&p.annotator, &p.note}) &&
                        std::all_of(p.reasons.begin(), p.reasons.end(),
                                    [](const std::string& s) { return text::is_valid(s); });
        return ok ? std::nullopt : not_utf8(item, kind);
    }

    static bool has(const std::vector<Id>& ids, Id id) {
        return std::binary_search(ids.begin(), ids.end(), id);
    }

    // "Mention 12: It has no label."
    template <class T>
    static std::string about(const T& item, Kind kind, const std::string& problem) {
        std::string sentence(name_of(kind));
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
        return sentence + " " + std::to_string(item.id) + ": " + problem;
    }
    template <class T>
    static Problem not_utf8(const T& item, Kind kind) {
        return about(item, kind, "It holds text that is not UTF-8.");
    }

    std::string_view text_;
    const Items& items_;
    std::vector<Id> entities_, targets_;  // ordered
};

}  // namespace

Document make_document(std::string id, text::Admitted admitted, DocumentInfo info) {
    Document document;
    document.id = std::move(id);
    document.text = std::move(admitted.text);
    document.newlines = admitted.newlines;
    document.bom = admitted.bom;
    document.info = std::move(info);
    document.sentences = text::sentences(document.text, text::tokenize(document.text));
    return document;
}

std::string display_title(const Document& document) {
    if (!document.info.title.empty()) return document.info.title;
    const std::string_view whole = document.text;
    std::size_t begin = 0;
    while (begin < whole.size()) {
        const text::CodePoint c = text::decode(whole, begin);
        if (!text::is_space(c.value)) break;
        begin += c.bytes;
    }
    if (begin == whole.size()) return document.id;

    std::size_t end = begin;       // after the last code point that is not white space
    std::size_t word_end = begin;  // where the last whole word ends
    std::size_t at = begin;
    for (std::size_t n = 0; at < whole.size() && whole[at] != '\n'; ++n) {
        const text::CodePoint c = text::decode(whole, at);
        if (n == title_code_points) {
            const bool at_word = text::is_space(c.value) || word_end == begin;
            const std::size_t cut = at_word ? end : word_end;
            return std::string(whole.substr(begin, cut - begin)) + "\u2026";
        }
        if (text::is_space(c.value)) {
            word_end = end;
        } else {
            end = at + c.bytes;
        }
        at += c.bytes;
    }
    return std::string(whole.substr(begin, end - begin));
}

std::string_view name_of(const Actor& actor, const Document& document) {
    if (actor.entity == no_id) return actor.phrase;
    const Entity* entity = document.entities.find(actor.entity);
    return entity ? std::string_view(entity->canonical) : std::string_view();
}

std::string_view target_text(const Document& document, Id target) {
    if (const Target* proposition = document.targets.find(target)) return proposition->text;
    if (const Entity* entity = document.entities.find(target)) return entity->canonical;
    return {};
}

std::optional<std::string> span_problem(std::string_view text, Span span) {
    const auto sentence = [&span](const char* what) {
        return "The span from byte " + std::to_string(span.begin) + " to " +
               std::to_string(span.end) + what;
    };
    if (span.empty()) return sentence(" is empty.");
    if (span.end > text.size()) return sentence(" reaches beyond the text.");
    if (!text::is_boundary(text, span.begin) || !text::is_boundary(text, span.end)) {
        return sentence(" cuts a character in two.");
    }
    return std::nullopt;
}

Id highest_id(const Document& document) {
    Id highest = 0;
    const auto raise = [&highest](const auto& table) {
        if (!table.empty()) highest = std::max(highest, table[table.size() - 1].id);
    };
    raise(document.mentions);
    raise(document.entities);
    raise(document.attributions);
    raise(document.targets);
    raise(document.stances);
    return highest;
}

std::optional<std::string> problem_in(const Document& d) {
    if (d.id.empty()) return "The document has no id.";
    if (d.text.size() > text::max_text_bytes) return "The text is too long.";
    if (const auto at = text::first_invalid(d.text)) {
        return "The text is not UTF-8 at byte " + std::to_string(*at) + ".";
    }
    if (d.text.find('\r') != std::string::npos) return "The text holds a carriage return.";
    const DocumentInfo& i = d.info;
    if (!valid({&d.id, &i.title, &i.source, &i.author, &i.date, &i.language, &i.note, &i.extra})) {
        return "A field of the document is not UTF-8.";
    }
    for (const Span& sentence : d.sentences) {
        if (auto problem = span_problem(d.text, sentence)) return "Sentences: " + *problem;
    }
    if (d.next_id <= highest_id(d)) return "The id counter is not above every id.";
    return Checker<Document>(d.text, d).check();
}

std::optional<std::string> problem_in(const Suggestions& suggestions, std::string_view text) {
    return Checker<Suggestions>(text, suggestions).check();
}

Progress progress_of(const Document& document) {
    Progress progress;
    const auto count = [&progress](const auto& table) {
        for (const auto& item : table) {
            ++progress.total;
            if (item.provenance.decision != Decision::suggested) ++progress.decided;
        }
    };
    count(document.mentions);
    count(document.attributions);
    count(document.targets);
    count(document.stances);
    return progress;
}

}  // namespace standpoint::model
