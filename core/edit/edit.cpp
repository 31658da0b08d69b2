#include "core/edit/edit.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "core/edit/tables.hpp"

namespace standpoint::edit {

namespace {

using model::Document;
using model::Project;
using text::Error;
using text::ErrorKind;
using text::Span;

using Edits = std::vector<Edit>;

// The largest id is never handed out: `next_id` has to stay above it.
constexpr Id max_id = std::numeric_limits<Id>::max() - 1;

Error no_document(const std::string& id) {
    return {ErrorKind::not_found, "There is no document \"" + id + "\".", {}, {}};
}

Document* find_document(Project& project, const std::string& id) {
    const auto i = project.index_of(id);
    return i ? &project.documents[*i] : nullptr;
}

template <class F>
void each_span(const model::Mention& mention, F f) {
    f(mention.span);
}
template <class F>
void each_span(const model::Attribution& attribution, F f) {
    for (const Span& span : attribution.content) f(span);
    if (attribution.source) f(*attribution.source);
    if (attribution.cue) f(*attribution.cue);
}
template <class F>
void each_span(const model::Stance& stance, F f) {
    for (const Span& span : stance.evidence) f(span);
}
template <class F>
void each_span(const model::Entity&, F) {}
template <class F>
void each_span(const model::Target&, F) {}

template <class T>
std::optional<Error> check_item(const Document& document, const T& item) {
    if (item.id == model::no_id || item.id > max_id) {
        return Error{ErrorKind::out_of_range,
                     "The id " + std::to_string(item.id) + " cannot be used.",
                     {},
                     {}};
    }
    std::optional<Error> error;
    each_span(item, [&](const Span& span) {
        if (error) return;
        if (auto problem = model::span_problem(document.text, span)) {
            error = Error{ErrorKind::out_of_range, std::move(*problem), span.begin, {}};
        }
    });
    return error;
}

template <class T>
std::optional<Error> check_items(const Document& document, const model::Table<T>& items) {
    for (const T& item : items) {
        if (auto error = check_item(document, item)) return error;
    }
    return std::nullopt;
}

// The id counter after an edit that left `highest` as the highest id it knows of.
void set_next_id(Document& document, Id wanted, Id highest) {
    const Id least = highest + 1;
    document.next_id = std::max(wanted == 0 ? document.next_id : wanted, least);
}

// Neighbouring edits of one table are carried out together, because one insertion or removal in the
// middle of a table costs as much as all of them: puts with rising ids, erasures with falling ids
// (the inverse of one is the other).
bool continues_run(const Edit& before, const Edit& edit) {
    if (const auto* a = std::get_if<Put>(&before)) {
        const auto* b = std::get_if<Put>(&edit);
        if (!b || a->value.index() != b->value.index() || a->document != b->document) return false;
        return std::visit(
            [b](const auto& value) {
                using T = std::decay_t<decltype(value)>;
                if constexpr (is_item<T>) return value.id < std::get<T>(b->value).id;
                return false;
            },
            a->value);
    }
    if (const auto* a = std::get_if<Erase>(&before)) {
        const auto* b = std::get_if<Erase>(&edit);
        return b && a->kind == b->kind && a->document == b->document && a->id > b->id;
    }
    return false;
}

// Carries out the run [first, last) and appends the inverses in the same order. Everything is
// checked before anything is changed.
template <class T>
std::optional<Error> put_run(Document& document, Edit* first, Edit* last, Edits& inverses) {
    for (const Edit* e = first; e != last; ++e) {
        if (auto error = check_item(document, std::get<T>(std::get<Put>(*e).value))) return error;
    }
    auto& items = table<T>(document);
    std::vector<T> fresh;
    for (Edit* e = first; e != last; ++e) {
        Put& put = std::get<Put>(*e);
        T& value = std::get<T>(put.value);
        const Id id = value.id;
        const Id before = document.next_id;
        if (items.find(id)) {
            inverses.push_back(Put{put.document, *items.put(std::move(value)), before});
        } else {
            inverses.push_back(Erase{put.document, kind_of<T>, id, before});
            fresh.push_back(std::move(value));
        }
        set_next_id(document, put.next_id, id);
    }
    items.insert_sorted(std::move(fresh));
    return std::nullopt;
}

template <class T>
std::optional<Error> erase_run(Document& document, const Edit* first, const Edit* last,
                               Edits& inverses) {
    auto& items = table<T>(document);
    std::vector<Id> ids;
    ids.reserve(static_cast<std::size_t>(last - first));
    for (const Edit* e = last; e != first;) {
        const Id id = std::get<Erase>(*--e).id;
        if (!items.find(id)) {
            return Error{ErrorKind::not_found,
                         "There is no " + std::string(name_of(kind_of<T>)) + " " +
                             std::to_string(id) + " to remove.",
                         {},
                         {}};
        }
        ids.push_back(id);
    }
    std::vector<T> taken = items.take_sorted(ids);
    for (const Edit* e = first; e != last; ++e) {
        const Erase& erase = std::get<Erase>(*e);
        inverses.push_back(Put{erase.document, std::move(taken.back()), document.next_id});
        taken.pop_back();
        if (erase.next_id != 0) document.next_id = erase.next_id;
    }
    set_next_id(document, document.next_id, model::highest_id(document));
    return std::nullopt;
}

std::optional<Error> swap_annotations(Document& document, PutAnnotations& put) {
    for (auto error : {check_items(document, put.mentions), check_items(document, put.entities),
                       check_items(document, put.attributions), check_items(document, put.targets),
                       check_items(document, put.stances)}) {
        if (error) return error;
    }
    std::swap(document.mentions, put.mentions);
    std::swap(document.entities, put.entities);
    std::swap(document.attributions, put.attributions);
    std::swap(document.targets, put.targets);
    std::swap(document.stances, put.stances);
    const Id before = document.next_id;
    set_next_id(document, put.next_id, model::highest_id(document));
    put.next_id = before;
    return std::nullopt;
}

std::optional<Error> apply_run(Project& project, Edit* first, Edit* last, Edits& inverses) {
    if (auto* put = std::get_if<Put>(first)) {
        Document* document = find_document(project, put->document);
        if (!document) return no_document(put->document);
        return std::visit(
            [&](auto& value) -> std::optional<Error> {
                using T = std::decay_t<decltype(value)>;
                if constexpr (is_item<T>) {
                    return put_run<T>(*document, first, last, inverses);
                } else {
                    std::swap(document->info, value);
                    inverses.push_back(std::move(*put));
                    return std::nullopt;
                }
            },
            put->value);
    }
    if (auto* erase = std::get_if<Erase>(first)) {
        Document* document = find_document(project, erase->document);
        if (!document) return no_document(erase->document);
        return with_kind(erase->kind, [&](auto type) {
            return erase_run<typename decltype(type)::type>(*document, first, last, inverses);
        });
    }
    if (auto* put = std::get_if<PutAnnotations>(first)) {
        Document* document = find_document(project, put->document);
        if (!document) return no_document(put->document);
        auto error = swap_annotations(*document, *put);
        if (!error) inverses.push_back(std::move(*put));
        return error;
    }
    auto& documents = project.documents;
    if (auto* put = std::get_if<PutDocument>(first)) {
        if (put->document.id.empty()) {
            return Error{ErrorKind::not_allowed, "A document needs an id.", {}, {}};
        }
        if (const auto old = project.index_of(put->document.id)) {
            const auto it = documents.begin() + static_cast<std::ptrdiff_t>(*old);
            inverses.push_back(PutDocument{*old, std::move(*it)});
            documents.erase(it);
        } else {
            inverses.push_back(EraseDocument{put->document.id});
        }
        const std::size_t at = std::min(put->position, documents.size());
        documents.insert(documents.begin() + static_cast<std::ptrdiff_t>(at),
                         std::move(put->document));
        return std::nullopt;
    }
    if (auto* erase = std::get_if<EraseDocument>(first)) {
        const auto at = project.index_of(erase->document);
        if (!at) return no_document(erase->document);
        const auto it = documents.begin() + static_cast<std::ptrdiff_t>(*at);
        inverses.push_back(PutDocument{*at, std::move(*it)});
        documents.erase(it);
        return std::nullopt;
    }
    if (auto* put = std::get_if<PutCodebook>(first)) {
        std::swap(project.codebook, put->codebook);
        inverses.push_back(std::move(*put));
        return std::nullopt;
    }
    auto& put = std::get<PutProjectInfo>(*first);
    std::swap(project.name, put.name);
    std::swap(project.annotator, put.annotator);
    inverses.push_back(std::move(put));
    return std::nullopt;
}

}  // namespace

text::Result<Edits> apply_all(Project& project, Edits edits) {
    Edits inverses;
    inverses.reserve(edits.size());
    for (std::size_t at = 0; at < edits.size();) {
        std::size_t end = at + 1;
        while (end < edits.size() && continues_run(edits[end - 1], edits[end])) ++end;
        auto error = apply_run(project, edits.data() + at, edits.data() + end, inverses);
        if (error) {
            std::reverse(inverses.begin(), inverses.end());
            // Inverses of what was just applied: taking them back cannot fail.
            static_cast<void>(apply_all(project, std::move(inverses)));
            return std::move(*error);
        }
        at = end;
    }
    std::reverse(inverses.begin(), inverses.end());
    return inverses;
}

text::Result<Edit> apply(Project& project, Edit edit) {
    Edits edits;
    edits.push_back(std::move(edit));
    auto inverses = apply_all(project, std::move(edits));
    if (!inverses) return inverses.error();
    return std::move(inverses->front());
}

}  // namespace standpoint::edit
