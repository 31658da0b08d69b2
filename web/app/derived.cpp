#include "web/app/derived.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "core/text/graphemes.hpp"
#include "web/textview/run_sort.hpp"

namespace standpoint::web {

namespace {

using model::Decision;
using model::Document;
using model::Kind;

bool live(const model::Provenance& p) {
    return p.decision != Decision::rejected;
}
bool decided(const model::Provenance& p) {
    return p.decision != Decision::suggested;
}

// Mentions of a sentence come before its statements, these before its stances: each is decided
// knowing what it is made of. A target comes just before the first stance on it.
int rank(Kind kind) {
    switch (kind) {
        case Kind::mention: return 0;
        case Kind::attribution: return 1;
        case Kind::target: return 2;
        case Kind::stance: return 3;
        case Kind::entity: break;
    }
    return 4;
}

// By place; within a sentence (or the gap after one) by rank first.
void sort_for_reading(const Document& document, std::vector<QueueItem>& queue) {
    const auto by_place = [](const QueueItem& a, const QueueItem& b) {
        return a.at != b.at ? a.at < b.at : a.item.id < b.item.id;
    };
    const auto by_rank = [by_place](const QueueItem& a, const QueueItem& b) {
        const int x = rank(a.item.kind), y = rank(b.item.kind);
        return x != y ? x < y : by_place(a, b);
    };
    run_sort(queue, by_place);
    auto begin = queue.begin();
    for (const Span& sentence : document.sentences) {
        const auto end = std::find_if(begin, queue.end(),
                                      [&](const QueueItem& q) { return q.at >= sentence.begin; });
        std::sort(begin, end, by_rank);
        begin = end;
    }
    std::sort(begin, queue.end(), by_rank);
}

std::vector<QueueItem> make_queue(const Document& document, const Fold& fold) {
    std::vector<QueueItem> queue;
    queue.reserve(document.mentions.size() + document.attributions.size() +
                  document.targets.size() + document.stances.size());
    std::map<Id, std::uint32_t> first_stance;
    for (const model::Mention& m : document.mentions) {
        queue.push_back(
            {{Kind::mention, m.id}, m.span.begin, decided(m.provenance), fold.hides(m.provenance)});
    }
    for (const model::Attribution& a : document.attributions) {
        queue.push_back({{Kind::attribution, a.id},
                         a.content.empty() ? 0 : a.content.front().begin,
                         decided(a.provenance),
                         fold.hides(a.provenance)});
    }
    const auto end = static_cast<std::uint32_t>(document.text.size());
    for (const model::Stance& s : document.stances) {
        const std::uint32_t at = s.evidence.empty() ? end : s.evidence.front().begin;
        queue.push_back(
            {{Kind::stance, s.id}, at, decided(s.provenance), fold.hides(s.provenance)});
        const auto [place, fresh] = first_stance.emplace(s.target, at);
        if (!fresh) place->second = std::min(place->second, at);
    }
    for (const model::Target& t : document.targets) {
        const auto place = first_stance.find(t.id);
        queue.push_back({{Kind::target, t.id},
                         place == first_stance.end() ? end : place->second,
                         decided(t.provenance),
                         fold.hides(t.provenance)});
    }
    sort_for_reading(document, queue);
    return queue;
}

// Live mentions of entities that are not folded away, as they are read.
std::vector<const model::Mention*> naming_mentions(const Document& document, const Fold& fold) {
    std::vector<const model::Mention*> mentions;
    mentions.reserve(document.mentions.size());
    for (const model::Mention& m : document.mentions) {
        if (m.entity != model::no_id && live(m.provenance) && !fold.hides(m.provenance))
            mentions.push_back(&m);
    }
    run_sort(mentions, [](const model::Mention* a, const model::Mention* b) {
        return a->span.begin < b->span.begin;
    });
    return mentions;
}

std::vector<EntityRow> make_entities(const Document& document, const Fold& fold) {
    struct Count {
        std::string_view label;
        std::size_t mentions = 0;
    };
    std::vector<EntityRow> rows;             // in the order of first appearance
    std::vector<std::vector<Count>> labels;  // of each row
    std::unordered_map<Id, std::size_t> row_of;
    for (const model::Mention* m : naming_mentions(document, fold)) {
        const auto [entry, fresh] = row_of.try_emplace(m->entity, rows.size());
        if (fresh) {
            rows.emplace_back().entity = m->entity;
            labels.emplace_back();
        }
        EntityRow& row = rows[entry->second];
        row.mentions.push_back(m->id);
        if (!decided(m->provenance)) ++row.undecided;
        auto& counts = labels[entry->second];
        auto count = std::find_if(counts.begin(), counts.end(),
                                  [m](const Count& c) { return c.label == m->label; });
        if (count == counts.end()) count = counts.insert(count, {m->label});
        ++count->mentions;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto most = std::max_element(
            labels[i].begin(), labels[i].end(),
            [](const Count& a, const Count& b) { return a.mentions < b.mentions; });
        rows[i].label = std::string(most->label);
    }
    // The most mentioned first; of equals, the one that appears first.
    std::stable_sort(rows.begin(), rows.end(), [](const EntityRow& a, const EntityRow& b) {
        return a.mentions.size() > b.mentions.size();
    });
    return rows;
}

std::vector<StatementRow> make_statements(const Document& document, const Fold& fold) {
    std::vector<StatementRow> rows;
    for (const model::Attribution& a : document.attributions) {
        if (!live(a.provenance) || fold.hides(a.provenance) || a.content.empty()) continue;
        std::uint32_t at = a.content.front().begin;
        if (a.source) at = std::min(at, a.source->begin);
        rows.push_back({a.id, at});
    }
    run_sort(rows, [](const StatementRow& a, const StatementRow& b) {
        return std::tie(a.at, a.attribution) < std::tie(b.at, b.attribution);
    });
    return rows;
}

StanceTable make_table(const Document& document, const Fold& fold) {
    StanceTable table;
    std::vector<const model::Stance*> stances;
    for (const model::Stance& s : document.stances) {
        if (live(s.provenance) && !fold.hides(s.provenance)) stances.push_back(&s);
    }
    run_sort(stances, [](const model::Stance* a, const model::Stance* b) {
        const std::uint32_t x = a->evidence.empty() ? 0 : a->evidence[0].begin;
        const std::uint32_t y = b->evidence.empty() ? 0 : b->evidence[0].begin;
        return x < y;
    });
    std::map<std::pair<Id, std::string_view>, std::size_t> row_of;
    std::map<Id, std::size_t> column_of;
    for (const model::Target& t : document.targets) {
        if (!live(t.provenance) || fold.hides(t.provenance)) continue;
        column_of.emplace(t.id, table.targets.size());
        table.targets.push_back(t.id);
    }
    struct Gathered {
        StanceCell cell;       // with the stances that are decided
        std::vector<Id> open;  // the others, which come after them
        bool favor = false, against = false;
    };
    std::map<std::pair<std::size_t, std::size_t>, Gathered> cells;
    for (const model::Stance* s : stances) {
        const auto row =
            row_of.try_emplace({s->holder.entity, s->holder.phrase}, table.actors.size());
        if (row.second) table.actors.push_back(s->holder);
        const auto column = column_of.try_emplace(s->target, table.targets.size());
        if (column.second) table.targets.push_back(s->target);
        Gathered& gathered = cells[{row.first->second, column.first->second}];
        gathered.cell.row = row.first->second;
        gathered.cell.column = column.first->second;
        (decided(s->provenance) ? gathered.cell.stances : gathered.open).push_back(s->id);
        gathered.favor = gathered.favor || s->polarity == model::Polarity::favor;
        gathered.against = gathered.against || s->polarity == model::Polarity::against;
    }
    for (auto& [place, gathered] : cells) {
        StanceCell& cell = gathered.cell;
        cell.stances.insert(cell.stances.end(), gathered.open.begin(), gathered.open.end());
        cell.contradictory = gathered.favor && gathered.against;
        table.cells.push_back(std::move(cell));
    }
    return table;
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::size_t cut = 0;
    for (std::size_t next = 0; next <= most; next = text::next_grapheme(text, next)) cut = next;
    const std::size_t blank = text.rfind(' ', cut);
    if (blank != std::string_view::npos && blank > most / 2) cut = blank;
    return std::string(text.substr(0, cut)) + "…";
}

}  // namespace

const StanceCell* StanceTable::cell(std::size_t row, std::size_t column) const {
    const auto it =
        std::lower_bound(cells.begin(), cells.end(), std::pair(row, column),
                         [](const StanceCell& c, std::pair<std::size_t, std::size_t> k) {
                             return std::pair(c.row, c.column) < k;
                         });
    return it != cells.end() && it->row == row && it->column == column ? &*it : nullptr;
}

std::optional<std::size_t> Derived::position(Ref item) const {
    const auto it = std::find_if(queue.begin(), queue.end(),
                                 [item](const QueueItem& q) { return q.item == item; });
    if (it == queue.end()) return {};
    return static_cast<std::size_t>(it - queue.begin());
}

Derived derive(const Document& document, Fold fold) {
    Derived derived;
    derived.fold = fold;
    derived.queue = make_queue(document, fold);
    derived.entities = make_entities(document, fold);
    derived.statements = make_statements(document, fold);
    derived.table = make_table(document, fold);
    const auto count_folded = [&](const auto& items) {
        for (const auto& item : items) derived.folded += fold.holds(item.provenance) ? 1 : 0;
    };
    count_folded(document.mentions);
    count_folded(document.attributions);
    count_folded(document.targets);
    count_folded(document.stances);
    derived.progress.total = derived.queue.size();
    derived.progress.decided = static_cast<std::size_t>(std::count_if(
        derived.queue.begin(), derived.queue.end(), [](const QueueItem& q) { return q.decided; }));
    return derived;
}

Derived derive_after(const Document& document, edit::Change& change, Fold fold) {
    auto* put =
        change.edits.empty() ? nullptr : std::get_if<edit::PutAnnotations>(&change.edits.front());
    if (!put) return derive(document, fold);
    Document after;
    after.text = document.text;
    after.sentences = document.sentences;
    const auto swap_all = [&] {
        std::swap(after.mentions, put->mentions);
        std::swap(after.entities, put->entities);
        std::swap(after.attributions, put->attributions);
        std::swap(after.targets, put->targets);
        std::swap(after.stances, put->stances);
    };
    swap_all();
    Derived derived = derive(after, fold);
    swap_all();
    return derived;
}

std::size_t count_words(std::string_view text) {
    // Without a branch or a memory of what was before, so that many bytes are looked at in one
    // step.
    const auto gap = [text](std::size_t i) {
        return text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    };
    std::size_t words = !text.empty() && !gap(0) ? 1 : 0;
    for (std::size_t i = 1; i < text.size(); ++i) words += gap(i - 1) && !gap(i) ? 1 : 0;
    return words;
}

std::vector<Span> spans_of(const Document& document, Ref item) {
    std::vector<Span> spans;
    if (item.kind == Kind::mention) {
        if (const auto* m = document.mentions.find(item.id)) spans.push_back(m->span);
    } else if (item.kind == Kind::attribution) {
        if (const auto* a = document.attributions.find(item.id)) {
            spans = a->content;
            if (a->source) spans.push_back(*a->source);
            if (a->cue) spans.push_back(*a->cue);
        }
    } else if (item.kind == Kind::stance) {
        if (const auto* s = document.stances.find(item.id)) spans = s->evidence;
    }
    return spans;
}

const model::Provenance* provenance_of(const Document& document, Ref item) {
    const auto of = [&item](const auto& table) -> const model::Provenance* {
        const auto* found = table.find(item.id);
        return found ? &found->provenance : nullptr;
    };
    switch (item.kind) {
        case Kind::mention: return of(document.mentions);
        case Kind::attribution: return of(document.attributions);
        case Kind::target: return of(document.targets);
        case Kind::stance: return of(document.stances);
        case Kind::entity: break;
    }
    return nullptr;
}

std::optional<Ref> next_undecided(const Derived& derived, std::optional<Ref> from, bool forward) {
    const std::size_t n = derived.queue.size();
    if (n == 0) return {};
    const auto here = from ? derived.position(*from) : std::nullopt;
    std::size_t i = here ? *here : (forward ? n - 1 : 0);
    for (std::size_t step = 0; step < n; ++step) {
        i = forward ? (i + 1) % n : (i + n - 1) % n;
        if (!derived.queue[i].decided && !derived.queue[i].hidden) return derived.queue[i].item;
    }
    return {};
}

std::optional<Ref> neighbour(const Derived& derived, std::optional<Ref> from, bool forward) {
    const auto end = static_cast<std::ptrdiff_t>(derived.queue.size());
    const auto here = from ? derived.position(*from) : std::nullopt;
    const std::ptrdiff_t by = forward ? 1 : -1;
    auto i = here ? static_cast<std::ptrdiff_t>(*here) + by : (forward ? 0 : end - 1);
    for (; i >= 0 && i < end; i += by) {
        const QueueItem& next = derived.queue[static_cast<std::size_t>(i)];
        if (!next.hidden) return next.item;
    }
    return {};
}

std::string two_digits(float score) {
    const long hundredths = std::lround(score * 100);
    return (hundredths >= 100 ? "1." : "0.") + std::string(hundredths % 100 < 10 ? "0" : "") +
           std::to_string(hundredths % 100);
}

std::string summary_of(const Document& document, Ref item) {
    const auto quoted = [&document](const std::vector<Span>& spans) {
        return spans.empty() ? std::string() : shortened(text::slice(document.text, spans[0]), 44);
    };
    switch (item.kind) {
        case Kind::mention:
            if (const auto* m = document.mentions.find(item.id)) return quoted({m->span});
            break;
        case Kind::entity:
            if (const auto* e = document.entities.find(item.id)) return e->canonical;
            break;
        case Kind::attribution:
            if (const auto* a = document.attributions.find(item.id)) {
                const auto holder = model::name_of(a->holder, document);
                return (holder.empty() ? "Nobody named" : std::string(holder)) + ": " +
                       quoted(a->content);
            }
            break;
        case Kind::target:
            if (const auto* t = document.targets.find(item.id)) return shortened(t->text, 60);
            break;
        case Kind::stance:
            if (const auto* s = document.stances.find(item.id)) {
                const auto holder = model::name_of(s->holder, document);
                return (holder.empty() ? "Nobody named" : std::string(holder)) + " → " +
                       shortened(model::target_text(document, s->target), 44);
            }
            break;
    }
    return {};
}

}  // namespace standpoint::web
