#include "core/agreement/clustering.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/agreement/assignment.hpp"
#include "core/agreement/compared.hpp"
#include "core/model/same_entities.hpp"

namespace standpoint::agreement {
namespace {

constexpr std::uint32_t none = UINT32_MAX;

// A span, with the entity that each version gives it; `none` where it has no such mention.
struct Twin {
    std::uint32_t gold = none, system = none;
    bool common() const { return gold != none && system != none; }
};

// Mentions that an entity of gold and one of the system have in common.
struct Overlap {
    std::uint32_t gold = 0, system = 0;
    double mentions = 0;
};

std::vector<Twin> twins_of(const Entities& gold, const Entities& system) {
    std::vector<Twin> twins;
    auto g = gold.mentions.begin();
    auto s = system.mentions.begin();
    while (g != gold.mentions.end() || s != system.mentions.end()) {
        const bool only_gold =
            s == system.mentions.end() || (g != gold.mentions.end() && g->span < s->span);
        const bool only_system = !only_gold && (g == gold.mentions.end() || s->span < g->span);
        Twin twin;
        if (!only_system) twin.gold = g++->entity;
        if (!only_gold) twin.system = s++->entity;
        twins.push_back(twin);
    }
    return twins;
}

// The entities of two versions by size and by what they have in common.
class Contingency {
  public:
    explicit Contingency(const std::vector<Twin>& twins) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, double> cells;
        for (const Twin& twin : twins) {
            if (twin.gold != none) ++gold_[twin.gold];
            if (twin.system != none) ++system_[twin.system];
            if (twin.common()) ++cells[{twin.gold, twin.system}];
        }
        for (const auto& [place, mentions] : cells)
            overlaps_.push_back({place.first, place.second, mentions});
    }

    double gold_entities() const { return static_cast<double>(gold_.size()); }
    double system_entities() const { return static_cast<double>(system_.size()); }

    Shares b_cubed() const {
        Shares out;
        out.gold = mentions_in(gold_);
        out.system = mentions_in(system_);
        for (const Overlap& o : overlaps_) {
            out.recalled += o.mentions * o.mentions / gold_.at(o.gold);
            out.precise += o.mentions * o.mentions / system_.at(o.system);
        }
        return out;
    }

    // An entity of n mentions has n - 1 links, of which those are found that its parts in the
    // other version hold.
    Shares muc() const {
        Shares out;
        out.gold = mentions_in(gold_) - gold_entities();
        out.system = mentions_in(system_) - system_entities();
        for (const Overlap& o : overlaps_) out.recalled += o.mentions - 1;
        out.precise = out.recalled;
        return out;
    }

    // The overlaps of the entities that the best assignment pairs.
    std::vector<Overlap> pairs() const {
        std::vector<Overlap> out;
        for (const std::vector<Overlap>& part : parts()) pair_up(part, out);
        return out;
    }

    Shares ceaf(const std::vector<Overlap>& pairs) const {
        Shares out;
        out.gold = gold_entities();
        out.system = system_entities();
        for (const Overlap& pair : pairs) out.recalled += similarity(pair);
        out.precise = out.recalled;
        return out;
    }

  private:
    using Sizes = std::map<std::uint32_t, double>;

    static double mentions_in(const Sizes& sizes) {
        return std::accumulate(sizes.begin(), sizes.end(), 0.0,
                               [](double sum, const auto& entry) { return sum + entry.second; });
    }

    double similarity(const Overlap& o) const {
        return 2 * o.mentions / (gold_.at(o.gold) + system_.at(o.system));
    }

    // The overlaps in groups that share no entity: each can be assigned by itself, and most are
    // tiny.
    std::vector<std::vector<Overlap>> parts() const {
        std::map<std::uint32_t, std::vector<std::size_t>> of_gold, of_system;
        for (std::size_t i = 0; i < overlaps_.size(); ++i) {
            of_gold[overlaps_[i].gold].push_back(i);
            of_system[overlaps_[i].system].push_back(i);
        }
        std::vector<std::vector<Overlap>> out;
        std::vector<bool> seen(overlaps_.size(), false);
        for (std::size_t i = 0; i < overlaps_.size(); ++i) {
            if (seen[i]) continue;
            std::vector<Overlap>& part = out.emplace_back();
            std::vector<std::size_t> open = {i};
            seen[i] = true;
            while (!open.empty()) {
                const Overlap& o = overlaps_[open.back()];
                open.pop_back();
                part.push_back(o);
                for (auto* neighbours : {&of_gold[o.gold], &of_system[o.system]}) {
                    for (const std::size_t n : *neighbours) {
                        if (!seen[n]) open.push_back(n);
                        seen[n] = true;
                    }
                    neighbours->clear();  // whoever comes here again finds nothing new
                }
            }
        }
        return out;
    }

    void pair_up(const std::vector<Overlap>& part, std::vector<Overlap>& out) const {
        if (part.size() == 1) {
            out.push_back(part.front());
            return;
        }
        std::map<std::uint32_t, std::size_t> gold, system;
        for (const Overlap& o : part) {
            gold.try_emplace(o.gold, gold.size());
            system.try_emplace(o.system, system.size());
        }
        const bool turned = gold.size() > system.size();
        const std::size_t rows = std::min(gold.size(), system.size());
        const std::size_t columns = std::max(gold.size(), system.size());
        const auto row_of = [&](const Overlap& o) {
            return turned ? system.at(o.system) : gold.at(o.gold);
        };
        const auto column_of = [&](const Overlap& o) {
            return turned ? gold.at(o.gold) : system.at(o.system);
        };
        std::vector<double> weights(rows * columns, 0.0);
        for (const Overlap& o : part) weights[row_of(o) * columns + column_of(o)] = similarity(o);
        const std::vector<std::uint32_t> assigned = best_assignment(rows, columns, weights);
        for (const Overlap& o : part)
            if (assigned[row_of(o)] == column_of(o)) out.push_back(o);
    }

    Sizes gold_, system_;
    std::vector<Overlap> overlaps_;
};

ClusterRow row_of(std::string name, const Shares& shares) {
    return {std::move(name),
            shares.precision(),
            shares.recall(),
            shares.f1(),
            static_cast<std::size_t>(shares.gold),
            static_cast<std::size_t>(shares.system)};
}

void write(std::vector<ClusterRow>& rows, const Clustering::Measures& m, const char* suffix) {
    const auto name = [suffix](const char* measure) {
        return "entity " + std::string(measure) + suffix;
    };
    const auto mean = [](double a, double b, double c) { return (a + b + c) / 3; };
    rows.push_back(row_of(name("MUC"), m.muc));
    rows.push_back(row_of(name("B-cubed"), m.b_cubed));
    rows.push_back(row_of(name("CEAF-e"), m.ceaf));
    ClusterRow all = row_of(name("CoNLL mean"), m.ceaf);
    all.precision = mean(m.muc.precision(), m.b_cubed.precision(), m.ceaf.precision());
    all.recall = mean(m.muc.recall(), m.b_cubed.recall(), m.ceaf.recall());
    all.f1 = mean(m.muc.f1(), m.b_cubed.f1(), m.ceaf.f1());
    rows.push_back(std::move(all));
}

}  // namespace

double Shares::f1() const {
    const double p = precision(), r = recall();
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

void Shares::add(const Shares& more) {
    recalled += more.recalled;
    gold += more.gold;
    precise += more.precise;
    system += more.system;
}

Entities entities_of(const model::Document& document, ScoreOptions options) {
    Entities out;
    std::map<std::string, std::uint32_t> by_name;
    for (const model::Mention& mention : document.mentions) {
        if (is_rejected(mention.provenance)) continue;
        if (counted_label(mention.label, options.plo).empty()) continue;
        const model::Entity* entity = document.entities.find(mention.entity);
        std::string name = normalised(entity ? std::string_view(entity->canonical)
                                             : text::slice(document.text, mention.span));
        const auto next = static_cast<std::uint32_t>(out.names.size());
        const std::uint32_t index = entity ? by_name.try_emplace(name, next).first->second : next;
        if (index == next) out.names.push_back(std::move(name));
        out.mentions.push_back({mention.span, index});
    }
    const auto before = [](const Entities::Mention& a, const Entities::Mention& b) {
        return a.span < b.span;
    };
    std::stable_sort(out.mentions.begin(), out.mentions.end(), before);
    const auto same = [](const Entities::Mention& a, const Entities::Mention& b) {
        return a.span == b.span;
    };
    out.mentions.erase(std::unique(out.mentions.begin(), out.mentions.end(), same),
                       out.mentions.end());
    return out;
}

namespace {

// `entity_in` gives for the index of a document and of an entity of its Entities the entity among
// all, of which `names` are the names.
template <class EntityIn>
Entities entities_of_all(const std::vector<model::Document>& documents,
                         const std::vector<std::uint32_t>& begins, ScoreOptions options,
                         EntityIn entity_in) {
    Entities all;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        const Entities one = entities_of(documents[d], options);
        std::vector<std::uint32_t> entities;
        for (std::size_t e = 0; e < one.names.size(); ++e)
            entities.push_back(entity_in(d, one.names[e], all.names));
        for (const Entities::Mention& mention : one.mentions) {
            const text::Span span{mention.span.begin + begins[d], mention.span.end + begins[d]};
            all.mentions.push_back({span, entities[mention.entity]});
        }
    }
    return all;
}

std::uint32_t added(std::vector<std::string>& names, std::string name) {
    names.push_back(std::move(name));
    return static_cast<std::uint32_t>(names.size() - 1);
}

}  // namespace

Entities entities_by_name(const std::vector<model::Document>& gold,
                          const std::vector<std::uint32_t>& begins, ScoreOptions options) {
    std::map<std::string, std::uint32_t> by_name;
    return entities_of_all(
        gold, begins, options,
        [&](std::size_t, const std::string& name, std::vector<std::string>& names) {
            const auto it = by_name.find(name);
            if (it != by_name.end()) return it->second;
            return by_name[name] = added(names, name);
        });
}

Entities entities_as_matched(const std::vector<model::Document>& system,
                             const std::vector<std::uint32_t>& begins, ScoreOptions options) {
    const std::vector<model::SameEntity> matched = model::same_entities(system);
    std::map<std::pair<std::size_t, std::string>, std::size_t> group_of;  // by document and name
    for (std::size_t g = 0; g < matched.size(); ++g) {
        for (const model::EntityAt& at : matched[g].members) {
            const model::Document& document = system[at.document];
            group_of.try_emplace(
                {at.document, normalised(document.entities.find(at.entity)->canonical)}, g);
        }
    }
    std::map<std::size_t, std::uint32_t> entity_of;  // by group
    return entities_of_all(
        system, begins, options,
        [&](std::size_t d, const std::string& name, std::vector<std::string>& names) {
            const auto group = group_of.find({d, name});
            if (group == group_of.end()) return added(names, name);
            const auto it = entity_of.find(group->second);
            if (it != entity_of.end()) return it->second;
            return entity_of[group->second] = added(names, normalised(matched[group->second].name));
        });
}

void Clustering::add(const Entities& gold, const Entities& system) {
    const auto measure = [](const Contingency& table, Measures& into) {
        const std::vector<Overlap> pairs = table.pairs();
        into.muc.add(table.muc());
        into.b_cubed.add(table.b_cubed());
        into.ceaf.add(table.ceaf(pairs));
        return pairs;
    };
    std::vector<Twin> twins = twins_of(gold, system);
    const Contingency table(twins);
    const std::vector<Overlap> pairs = measure(table, all_);
    const auto right =
        static_cast<double>(std::count_if(pairs.begin(), pairs.end(), [&](const Overlap& pair) {
            return gold.names[pair.gold] == system.names[pair.system];
        }));
    const auto paired = static_cast<double>(pairs.size());
    names_.add({right, table.gold_entities(), right, table.system_entities()});
    paired_names_.add({right, paired, right, paired});

    twins.erase(
        std::remove_if(twins.begin(), twins.end(), [](const Twin& t) { return !t.common(); }),
        twins.end());
    measure(Contingency(twins), common_);
}

std::vector<ClusterRow> Clustering::rows() const {
    std::vector<ClusterRow> rows;
    write(rows, all_, "");
    write(rows, common_, ", common mentions");
    rows.push_back(row_of("entity name", names_));
    rows.push_back(row_of("entity name of paired", paired_names_));
    return rows;
}

}  // namespace standpoint::agreement
