#include "core/edit/planner.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "core/text/chars.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::edit {

using model::Attribution;
using model::Decision;
using model::Entity;
using model::Mention;
using model::Provenance;
using model::Stance;
using model::Target;

namespace {

constexpr std::size_t items_a_piece = 1000;

}  // namespace

ChangeBuilder::ChangeBuilder(const model::Project& project, const model::Document& document,
                             const Stamp& stamp)
    : project_(project), document_(document), stamp_(stamp), next_id_(document.next_id) {}

Id ChangeBuilder::new_id() {
    // The counter stays above every id, so the largest number is never handed out.
    if (next_id_ == std::numeric_limits<Id>::max()) {
        ids_exhausted_ = true;
        return next_id_;
    }
    return next_id_++;
}

void ChangeBuilder::decide(Provenance& provenance, Decision decision) const {
    if (decision == Decision::suggested) {
        provenance.decision = decision;
        provenance.annotator.clear();
        provenance.time_ms = 0;
        return;
    }
    if (provenance.decision == decision && provenance.annotator == stamp_.annotator) return;
    provenance.decision = decision;
    provenance.annotator = stamp_.annotator;
    provenance.time_ms = stamp_.time_ms;
}

void ChangeBuilder::mark_corrected(Provenance& provenance) const {
    provenance.decision = Decision::accepted;
    provenance.annotator = stamp_.annotator;
    provenance.time_ms = stamp_.time_ms;
    if (provenance.origin == model::Origin::human) return;
    auto& reasons = provenance.reasons;
    if (std::find(reasons.begin(), reasons.end(), model::corrected_by_hand) == reasons.end()) {
        reasons.emplace_back(model::corrected_by_hand);
    }
}

Provenance ChangeBuilder::made(model::Origin origin) const {
    Provenance provenance;
    provenance.origin = origin;
    provenance.decision = Decision::accepted;
    provenance.annotator = stamp_.annotator;
    provenance.time_ms = stamp_.time_ms;
    return provenance;
}

model::DocumentInfo& ChangeBuilder::edit_info() {
    if (!info_) info_ = document_.info;
    return *info_;
}

void ChangeBuilder::erase_orphans() {
    // Only what the changed items referred to, and what is new, can have lost its last reference.
    std::vector<Id> candidates;
    const auto collect = [&](const auto& changed, auto refer) {
        using T = typename std::decay_t<decltype(changed)>::mapped_type::value_type;
        for (const auto& [id, after] : changed) {
            const T* before = table<T>(document_).find(id);
            if (before) refer(*before, [&](Id entity) { candidates.push_back(entity); });
        }
    };
    const auto of_mention = [](const Mention& m, auto use) { use(m.entity); };
    const auto of_attribution = [](const Attribution& a, auto use) { use(a.holder.entity); };
    const auto of_stance = [](const Stance& s, auto use) {
        use(s.holder.entity);
        use(s.target);
    };
    collect(pending<Mention>(), of_mention);
    collect(pending<Attribution>(), of_attribution);
    collect(pending<Stance>(), of_stance);
    for (const auto& [id, after] : pending<Entity>()) {
        if (after && !document_.entities.find(id)) candidates.push_back(id);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                    [this](Id id) { return !find<Entity>(id); }),
                     candidates.end());
    if (candidates.empty()) return;

    std::vector<bool> used(candidates.size(), false);
    std::size_t unused = candidates.size();
    const auto use = [&](Id entity) {
        const auto it = std::lower_bound(candidates.begin(), candidates.end(), entity);
        if (it == candidates.end() || *it != entity) return;
        const auto i = static_cast<std::size_t>(it - candidates.begin());
        if (!used[i]) --unused;
        used[i] = true;
    };
    for_each<Mention>([&](const Mention& m) {
        if (unused > 0) of_mention(m, use);
    });
    for_each<Attribution>([&](const Attribution& a) { of_attribution(a, use); });
    for_each<Stance>([&](const Stance& s) { of_stance(s, use); });
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!used[i]) erase<Entity>(candidates[i]);
    }
}

template <class T>
void ChangeBuilder::write_down(std::vector<Edit>& edits) {
    const auto& before = table<T>(document_);
    auto& changed = pending<T>();
    // Erasures with falling ids, then puts with rising ids: the order that `apply_all` does at
    // once.
    for (auto it = changed.rbegin(); it != changed.rend(); ++it) {
        if (it->second || !before.find(it->first)) continue;
        edits.push_back(Erase{document_.id, kind_of<T>, it->first, 0});
    }
    for (auto& [id, after] : changed) {
        if (!after) continue;
        const T* old = before.find(id);
        if (old && *old == *after) continue;
        edits.push_back(Put{document_.id, std::move(*after), 0});
    }
}

text::Result<Change> ChangeBuilder::finish(std::string title) && {
    if (ids_exhausted_) return refusal("The document has run out of ids.");
    erase_orphans();
    Change change;
    change.title = std::move(title);
    change.document = document_.id;
    write_down<Entity>(change.edits);
    write_down<Target>(change.edits);
    write_down<Mention>(change.edits);
    write_down<Attribution>(change.edits);
    write_down<Stance>(change.edits);
    if (info_ && *info_ != document_.info) {
        change.edits.push_back(Put{document_.id, std::move(*info_), 0});
    }
    change.touched = std::move(touched_);
    return change;
}

template <class T>
bool ChangeBuilder::write_piece(model::Table<T>& after) {
    const auto& before = table<T>(document_);
    auto& changed = pending<T>();
    if (after.empty()) after.reserve(before.size() + changed.size());
    for (std::size_t n = 0; n < items_a_piece; ++n) {
        const T* old = items_written_ < before.size() ? &before[items_written_] : nullptr;
        const auto change = changed.begin();
        if (!old && change == changed.end()) return false;
        if (old && (change == changed.end() || old->id < change->first)) {
            after.put(*old);
            ++items_written_;
            continue;
        }
        std::optional<T>& item = change->second;
        if (old && old->id == change->first) {
            whole_differs_ = whole_differs_ || item != *old;
            ++items_written_;
        } else {
            whole_differs_ = whole_differs_ || item;
        }
        if (item) after.put(std::move(*item));
        changed.erase(change);
    }
    return true;
}

bool ChangeBuilder::write_piece() {
    static constexpr Kind kinds[] = {Kind::mention, Kind::entity, Kind::attribution, Kind::target,
                                     Kind::stance};
    const bool more = with_kind(kinds[kinds_written_], [this](auto type) {
        using T = typename decltype(type)::type;
        return write_piece<T>(table<T>(whole_));
    });
    if (more) return true;
    items_written_ = 0;
    return ++kinds_written_ < std::size(kinds);
}

text::Result<Change> ChangeBuilder::finish_whole(std::string title) && {
    if (ids_exhausted_) return refusal("The document has run out of ids.");
    Change change;
    change.title = std::move(title);
    change.document = document_.id;
    whole_.document = document_.id;
    whole_.next_id = document_.next_id;
    if (whole_differs_) change.edits.push_back(std::move(whole_));
    change.touched = std::move(touched_);
    return change;
}

Error refusal(std::string sentence) {
    return {ErrorKind::not_allowed, std::move(sentence), {}, {}};
}

Error missing(Kind kind, Id id) {
    return {ErrorKind::not_found,
            "There is no " + std::string(name_of(kind)) + " " + std::to_string(id) +
                " in this document.",
            {},
            {}};
}

std::string counted(std::size_t n, std::string_view noun) {
    const std::string one = std::to_string(n) + " " + std::string(noun);
    if (n == 1) return one;
    if (noun.back() != 'y') return one + "s";
    return one.substr(0, one.size() - 1) + "ies";
}

Problem check_span(const ChangeBuilder& change, Span span) {
    auto problem = model::span_problem(change.document().text, span);
    if (!problem) return std::nullopt;
    return Error{ErrorKind::out_of_range, std::move(*problem), span.begin, {}};
}

Problem check_span(const ChangeBuilder& change, const std::optional<Span>& span) {
    return span ? check_span(change, *span) : std::nullopt;
}

Problem check_spans(const ChangeBuilder& change, const std::vector<Span>& spans) {
    for (const Span& span : spans) {
        if (auto problem = check_span(change, span)) return problem;
    }
    return std::nullopt;
}

Problem check_label(const ChangeBuilder& change, std::string_view label) {
    if (change.codebook().label(label)) return std::nullopt;
    // A label that a file brought can be used on in that document.
    for (const Mention& mention : change.document().mentions) {
        if (mention.label == label) return std::nullopt;
    }
    return Error{
        ErrorKind::not_found, "The codebook has no label \"" + std::string(label) + "\".", {}, {}};
}

Problem check_actor(const ChangeBuilder& change, const model::Actor& actor) {
    if (actor.entity == model::no_id) {
        return actor.phrase.empty() ? std::nullopt : check_name(actor.phrase, "A holder's name");
    }
    if (!actor.phrase.empty()) return refusal("A holder is an entity or a phrase, not both.");
    return check_exists<Entity>(change, actor.entity);
}

Problem check_text(std::string_view text) {
    const auto at = text::first_invalid(text);
    if (!at) return std::nullopt;
    return Error{ErrorKind::invalid_utf8, "The words given are not UTF-8.", *at, {}};
}

Problem check_name(std::string_view text, std::string_view what) {
    if (auto problem = check_text(text)) return problem;
    if (!one_line(text).empty()) return std::nullopt;
    return refusal(std::string(what) + " cannot be empty.");
}

Problem check_info(const model::DocumentInfo& info) {
    for (const std::string* field : {&info.title, &info.source, &info.author, &info.date,
                                     &info.language, &info.note, &info.extra}) {
        if (auto problem = check_text(*field)) return problem;
    }
    return std::nullopt;
}

std::string one_line(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::decode(text, at);
        if (!text::is_space(c.value)) {
            line += text.substr(at, c.bytes);
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
        at += c.bytes;
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::vector<Span> normalised(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end());
    std::vector<Span> merged;
    for (const Span& span : spans) {
        if (merged.empty() || span.begin >= merged.back().end) {
            merged.push_back(span);
        } else {
            merged.back().end = std::max(merged.back().end, span.end);
        }
    }
    return merged;
}

model::Actor normalised(model::Actor actor) {
    actor.phrase = one_line(actor.phrase);
    return actor;
}

}  // namespace standpoint::edit
