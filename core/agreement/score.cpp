#include "core/agreement/score.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "core/agreement/compared.hpp"

namespace standpoint::agreement {
namespace {

using model::Document;
using text::Span;

// Nobody has a name too, the one that files use: "The -" is nobody as well.
std::string holder_name(const model::Actor& holder, const Document& document) {
    return holder.none() ? "-" : normalised(model::name_of(holder, document));
}

// --- what is compared -------------------------------------------------------------------------

using LabelledSpan = std::tuple<Span, std::string>;

struct Statement {
    const model::Attribution* attribution;
    std::string holder;
};

struct Position {
    std::string holder, target;
    model::Polarity polarity;
    const std::vector<Span>* evidence;
};

// Everything of one version of a document that is scored.
struct Items {
    Items() = default;
    Items(const Document& document, bool plo) {
        for (const model::Mention& mention : document.mentions) {
            const std::string_view label = counted_label(mention.label, plo);
            if (!is_rejected(mention.provenance) && !label.empty())
                mentions.emplace(mention.span, label);
        }
        for (const auto& [span, label] : mentions) mention_spans.insert(span);
        for (const model::Attribution& attribution : document.attributions) {
            if (is_rejected(attribution.provenance)) continue;
            statements.push_back({&attribution, holder_name(attribution.holder, document)});
            if (attribution.source) sources.insert(*attribution.source);
            if (attribution.cue) cues.insert(*attribution.cue);
            contents.insert(attribution.content.begin(), attribution.content.end());
        }
        for (const model::Stance& stance : document.stances) {
            if (is_rejected(stance.provenance) || stance.polarity == model::Polarity::unclear)
                continue;
            positions.push_back({holder_name(stance.holder, document),
                                 normalised(model::target_text(document, stance.target)),
                                 stance.polarity, &stance.evidence});
        }
    }

    std::set<LabelledSpan> mentions;
    std::set<Span> mention_spans, sources, cues, contents;
    std::vector<Statement> statements;
    std::vector<Position> positions;
};

// --- counting -----------------------------------------------------------------------------------

template <class T>
std::size_t common(const std::set<T>& a, const std::set<T>& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&b](const T& x) { return b.count(x) > 0; }));
}

// Each gold item, in order, takes the first free system item that fits.
template <class List, class Fits>
std::size_t pair_up(const List& gold, const List& system, Fits fits) {
    std::vector<bool> used(system.size(), false);
    std::size_t matched = 0;
    for (const auto& g : gold) {
        std::size_t i = 0;
        for (const auto& s : system) {
            if (!used[i] && fits(g, s)) {
                used[i] = true;
                ++matched;
                break;
            }
            ++i;
        }
    }
    return matched;
}

bool any_overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
    return std::any_of(a.begin(), a.end(), [&b](Span x) {
        return std::any_of(b.begin(), b.end(), [x](Span y) { return x.overlaps(y); });
    });
}

bool sources_agree(const model::Attribution& a, const model::Attribution& b) {
    if (!a.source || !b.source) return a.source.has_value() == b.source.has_value();
    return a.source->overlaps(*b.source);
}

void count(std::vector<Row>& rows, const Row& more) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&more](const Row& candidate) {
        return candidate.name == more.name && candidate.is_type == more.is_type;
    });
    if (row == rows.end()) {
        rows.push_back(more);
        return;
    }
    row->matched += more.matched;
    row->gold += more.gold;
    row->system += more.system;
}

template <class T>
void count_exact(std::vector<Row>& rows, const char* name, const std::set<T>& gold,
                 const std::set<T>& system) {
    count(rows, {name, false, common(gold, system), gold.size(), system.size()});
}

void count_overlap(std::vector<Row>& rows, const char* name, const std::set<Span>& gold,
                   const std::set<Span>& system) {
    const auto overlap = [](Span a, Span b) { return a.overlaps(b); };
    count(rows, {name, false, pair_up(gold, system, overlap), gold.size(), system.size()});
}

template <class List, class Fits>
void count_pairs(std::vector<Row>& rows, const char* name, const List& gold, const List& system,
                 Fits fits) {
    count(rows, {name, false, pair_up(gold, system, fits), gold.size(), system.size()});
}

void count_types(std::vector<Row>& rows, const Items& gold, const Items& system) {
    std::set<LabelledSpan> both;
    std::set_intersection(gold.mentions.begin(), gold.mentions.end(), system.mentions.begin(),
                          system.mentions.end(), std::inserter(both, both.end()));
    std::set<std::string> labels;
    for (const auto& [span, label] : gold.mentions) labels.insert(label);
    for (const auto& [span, label] : system.mentions) labels.insert(label);
    for (const std::string& label : labels) {
        const auto of_label = [&label](const LabelledSpan& mention) {
            return std::get<std::string>(mention) == label;
        };
        const auto size = [&of_label](const std::set<LabelledSpan>& mentions) {
            return static_cast<std::size_t>(
                std::count_if(mentions.begin(), mentions.end(), of_label));
        };
        count(rows, {label, true, size(both), size(gold.mentions), size(system.mentions)});
    }
}

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Row::precision() const {
    return ratio(matched, system);
}

double Row::recall() const {
    return ratio(matched, gold);
}

double Row::f1() const {
    const double p = precision(), r = recall();
    return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

void Score::add(const Document& gold_document, const Document* system_document) {
    const Items gold(gold_document, options_.plo);
    const Items system = system_document ? Items(*system_document, options_.plo) : Items();

    count_exact(rows_, "mention exact+type", gold.mentions, system.mentions);
    count_exact(rows_, "mention span", gold.mention_spans, system.mention_spans);
    count_types(rows_, gold, system);

    count_exact(rows_, "attribution source exact", gold.sources, system.sources);
    count_exact(rows_, "attribution cue exact", gold.cues, system.cues);
    count_exact(rows_, "attribution content exact", gold.contents, system.contents);
    const auto same_content = [](const Statement& a, const Statement& b) {
        return any_overlap(a.attribution->content, b.attribution->content);
    };
    count_pairs(rows_, "who-said-what", gold.statements, system.statements,
                [&](const Statement& a, const Statement& b) {
                    return same_content(a, b) && sources_agree(*a.attribution, *b.attribution);
                });
    count_pairs(rows_, "attribution + holder", gold.statements, system.statements,
                [&](const Statement& a, const Statement& b) {
                    return same_content(a, b) && a.holder == b.holder;
                });

    const auto same_evidence = [](const Position& a, const Position& b) {
        return a.polarity == b.polarity && any_overlap(*a.evidence, *b.evidence);
    };
    count_pairs(rows_, "stance holder+polarity+evidence", gold.positions, system.positions,
                [&](const Position& a, const Position& b) {
                    return a.holder == b.holder && same_evidence(a, b);
                });
    count_pairs(rows_, "stance polarity+evidence", gold.positions, system.positions, same_evidence);
    count_pairs(rows_, "stance holder+target+polarity", gold.positions, system.positions,
                [](const Position& a, const Position& b) {
                    return a.holder == b.holder && a.target == b.target && a.polarity == b.polarity;
                });

    count_overlap(extra_rows_, "attribution source overlap", gold.sources, system.sources);
    count_overlap(extra_rows_, "attribution cue overlap", gold.cues, system.cues);
    count_overlap(extra_rows_, "attribution content overlap", gold.contents, system.contents);
}

std::vector<Row> Score::rows() const {
    std::vector<Row> rows = rows_;
    rows.insert(rows.end(), extra_rows_.begin(), extra_rows_.end());
    return rows;
}

}  // namespace standpoint::agreement
