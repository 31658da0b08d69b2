// Names into entities: a shorter form with its fuller one, an acronym with what it stands for, the
// forms of a country's name; and types made to agree within each.
//
// What is compared are forms (name_forms.hpp), so that a book that names one thing a thousand times
// costs little more than one that names it once. Each form is joined with at most one fuller form,
// of several the one named last before it, and with those that its parts or a bracket say are the
// same. Look-ups go through tables of the beginnings and ends of the forms: linear time.
#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include "core/extract/hash.hpp"
#include "core/extract/name_forms.hpp"
#include "core/extract/stages.hpp"
#include "core/text/chars.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

// Names of more parts are compared as a whole only.
constexpr std::size_t most_parts = 12;

using Parts = std::vector<PartId>;

std::uint64_t hash_of(const PartId* part, const PartId* end) {
    std::uint64_t hash = 1469598103934665603ULL;
    for (; part != end; ++part) hash = (hash ^ *part) * 1099511628211ULL;
    return hash;
}

bool begins_with(const Parts& whole, const Parts& part) {
    return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

bool ends_with(const Parts& whole, const Parts& part) {
    return part.size() <= whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

class ClusterFinder {
  public:
    ClusterFinder(const Vocabulary& vocabulary, Article& article)
        : vocabulary_(vocabulary), article_(article), forms_(article), joined_(forms_.size()) {
        std::iota(joined_.begin(), joined_.end(), 0U);
    }

    void run() {
        join_equal();
        join_brackets();
        index();
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            const std::uint32_t full = fuller(f);
            if (full != none) join(f, full);
        }
        write();
    }

  private:
    // --- what is one
    // ------------------------------------------------------------------------------

    // The first form of those that it is joined with.
    std::uint32_t root(std::uint32_t form) {
        while (joined_[form] != form) {
            joined_[form] = joined_[joined_[form]];
            form = joined_[form];
        }
        return form;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a > b) std::swap(a, b);
        joined_[b] = a;
    }

    const NameEntry& entry_of(std::uint32_t form) const {
        return vocabulary_.name(forms_[form].entry);
    }

    // Forms of one known name, and forms of the same parts.
    void join_equal() {
        std::unordered_map<std::string, std::uint32_t> same;
        const auto join_by = [&](std::string key, std::uint32_t form) {
            const auto [it, added] = same.try_emplace(std::move(key), form);
            if (!added) join(it->second, form);
        };
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            const NameForm& form = forms_[f];
            if (form.entry != 0) {
                const NameEntry& entry = entry_of(f);
                join_by(std::string(label_of(entry.type)) + entry.canonical, f);
            }
            if (form.parts.empty()) continue;
            Parts parts = form.parts;
            if (form.type == NameType::org) std::sort(parts.begin(), parts.end());
            std::string key = form.type == NameType::per ? "1" : "0";
            for (const PartId part : parts) key += " " + std::to_string(part);
            join_by(std::move(key), f);
        }
    }

    // "Harbour Workers Federation (HWF)", "HWF (Harbour Workers Federation)", "Harbour Workers
    // Federation, or HWF".
    void join_brackets() {
        for (std::uint32_t n = 1; n < article_.names.size(); ++n) {
            const Name& before = article_.names[n - 1];
            const Name& name = article_.names[n];
            const std::uint32_t gap = name.words.begin - before.words.end;
            if (gap == 0 || gap > 2) continue;
            const bool bracket = gap == 1 && article_.at(before.words.end) == "(";
            const bool alias = gap == 2 && article_.is_mark(before.words.end, ',') &&
                               article_.at(before.words.end + 1) == "or";
            if (!bracket && !alias) continue;
            const std::uint32_t a = forms_.of_name(n - 1), b = forms_.of_name(n);
            if (stands_for(b, a) || stands_for(a, b)) join(a, b);
        }
    }

    bool stands_for(std::uint32_t acronym, std::uint32_t name) const {
        const NameForm& full = forms_[name];
        const std::string& letters = forms_[acronym].acronym;
        if (letters.empty() || full.parts.size() < 2) return false;
        if (forms_[acronym].type == full.type) return true;
        const auto [capitals, all] = forms_.initials(name);
        return letters == capitals || letters == all;
    }

    // --- shorter and fuller forms
    // -----------------------------------------------------------------

    // Forms that begin or end with some parts, by a hash of these: in order.
    using Index = std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>;

    void index() {
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            const NameForm& form = forms_[f];
            const Parts& parts = form.parts;
            if (parts.size() < 2 || parts.size() > most_parts) continue;
            const PartId* const begin = parts.data();
            const PartId* const end = begin + parts.size();
            for (const PartId* cut = begin + 1; cut != end; ++cut) {
                by_beginning_[hash_of(begin, cut)].push_back(f);
                by_end_[hash_of(cut, end)].push_back(f);
            }
            // "Council", of the Supreme Council of the Waterways.
            const PartId* const head_end = begin + form.head;
            for (const PartId* cut = begin + 1; head_end != end && cut < head_end; ++cut)
                by_end_[hash_of(cut, head_end)].push_back(f);
            if (form.type == NameType::per) {
                const PartId outer[] = {parts.front(), parts.back()};
                if (parts.size() > 2) by_outer_[hash_of(outer, outer + 2)].push_back(f);
                for (const PartId* inner = begin + 1; inner + 1 < end; ++inner)
                    by_inner_[hash_of(inner, inner + 1)].push_back(f);
            } else {
                const auto [capitals, all] = forms_.initials(f);
                by_initials_[capitals].push_back(f);
                if (all != capitals) by_initials_[all].push_back(f);
            }
        }
    }

    // Of the forms under the key that fit, the one named last before the form, else the first.
    template <class Table, class Key, class Fits>
    std::uint32_t nearest(const Table& table, const Key& key, std::uint32_t form, Fits fits) const {
        const auto it = table.find(key);
        if (it == table.end()) return none;
        std::uint32_t found = none;
        for (const std::uint32_t candidate : it->second) {
            if (candidate == form || !fits(forms_[candidate])) continue;
            if (candidate > form && found != none) break;
            found = candidate;
        }
        return found;
    }

    // The form of which this one is a shorter form; none if it stands for itself.
    std::uint32_t fuller(std::uint32_t f) const {
        const NameForm& form = forms_[f];
        if (form.parts.empty()) return none;
        std::uint32_t found = none;
        if (!form.acronym.empty()) found = spelled_out(f);
        if (found == none && (form.type == NameType::per || form.guessed)) found = person(f);
        if (found == none && form.type != NameType::per) found = thing(f);
        return found;
    }

    std::uint32_t spelled_out(std::uint32_t f) const {
        const NameForm& form = forms_[f];
        return nearest(by_initials_, form.acronym, f, [&](const NameForm& full) {
            if (form.acronym.size() < 3) return full.type == form.type && form.entry == 0;
            return full.type == NameType::org || full.type == NameType::gpe ||
                   full.type == form.type;
        });
    }

    std::uint32_t person(std::uint32_t f) const {
        const Parts& parts = forms_[f].parts;
        const std::uint64_t key = hash_of(parts.data(), parts.data() + parts.size());
        const auto is_person = [](const NameForm& full) { return full.type == NameType::per; };
        std::uint32_t found = nearest(by_end_, key, f, [&](const NameForm& full) {
            return is_person(full) && ends_with(full.parts, parts);
        });
        if (found == none) {
            found = nearest(by_beginning_, key, f, [&](const NameForm& full) {
                return is_person(full) && begins_with(full.parts, parts);
            });
        }
        if (found == none && parts.size() == 1) {
            found = nearest(by_inner_, key, f, [&](const NameForm& full) {
                return is_person(full) && std::find(full.parts.begin(), full.parts.end(),
                                                    parts.front()) != full.parts.end();
            });
        }
        // "George Hale" is George W. Hale; Anna Berg is not Peter Berg.
        if (found == none && parts.size() == 2) {
            found = nearest(by_outer_, key, f, [&](const NameForm& full) {
                return full.parts.front() == parts.front() && full.parts.back() == parts.back();
            });
        }
        return found;
    }

    // Anything but a person, by the end or the beginning of a fuller form of the same type.
    std::uint32_t thing(std::uint32_t f) const {
        const NameForm& form = forms_[f];
        const Parts& parts = form.parts;
        const std::uint64_t key = hash_of(parts.data(), parts.data() + parts.size());
        const std::uint32_t found = nearest(by_end_, key, f, [&](const NameForm& full) {
            return full.type == form.type && full.parts.size() > parts.size() &&
                   ends_fully(form, full);
        });
        if (found != none) return found;
        return nearest(by_beginning_, key, f, [&](const NameForm& full) {
            return full.type == form.type && begins_with(full.parts, parts) &&
                   begins_fully(form, full);
        });
    }

    // Whether the end of a name names the same thing: Orla is Mount Orla, but not West Orla.
    bool ends_fully(const NameForm& form, const NameForm& full) const {
        const std::size_t before = full.parts.size() - form.parts.size();
        const bool at_end = ends_with(full.parts, form.parts);
        switch (form.type) {
            case NameType::loc: return at_end && all_of(full, 0, before, place_opener | place_head);
            case NameType::gpe: return at_end && says_what_state(full, before);
            case NameType::norp:
                return at_end && before == 1 && forms_.spelling(full.parts[0]) == "roman";
            default: break;
        }
        // A known name is part of many others (Friends of the Blue Front), an institution's is not.
        const bool own = form.type == NameType::org && form.entry != 0 && !is_institution(form) &&
                         (form.parts.size() < 2 || before > 1);
        if (own) return false;
        const Parts head(full.parts.begin(), full.parts.begin() + static_cast<long>(full.head));
        return at_end || (head.size() > form.parts.size() && ends_with(head, form.parts));
    }

    // Whether the beginning of a name names the same thing: Orla is the Orla Valley, but Orla Bank
    // is not Orla Bank Holdings, and the Blue Front is not the Blue Front Hospital.
    bool begins_fully(const NameForm& form, const NameForm& full) const {
        const std::size_t parts = form.parts.size(), end = full.parts.size();
        switch (form.type) {
            case NameType::loc:
                return all_of(full, parts, end, place_head | settlement_head) ||
                       all_of(full, 0, parts, place_head);
            case NameType::gpe:
                return (all_of(full, parts, end, settlement_head) &&
                        forms_.spelling(full.parts.back()) != "city") ||
                       (parts == 1 && (full.classes[0] & compass) != 0);
            case NameType::norp:
                return end == parts + 1 && (forms_.spelling(full.parts[parts]) == "muslim" ||
                                            forms_.spelling(full.parts[parts]) == "christian");
            default: break;
        }
        if (parts == full.head) return true;  // the House of Deputies
        const bool one_word = article_.names[form.name].words.size() == 1;
        if (!one_word || !form.acronym.empty()) return false;
        return form.entry == 0 || all_of(full, parts, end, organisation_head);
    }

    static bool is_institution(const NameForm& form) {
        return (form.classes.back() & (organisation_head | institution_noun)) != 0;
    }

    // "Republic of" Orlania, "United" Isles: what only says what it is.
    bool says_what_state(const NameForm& full, std::size_t before) const {
        const std::string_view last = forms_.spelling(full.parts[before - 1]);
        return all_of(full, before - 1, before, settlement_head) || last == "kingdom" ||
               forms_.spelling(full.parts[0]) == "united";
    }

    static bool all_of(const NameForm& form, std::size_t begin, std::size_t end, Classes classes) {
        for (std::size_t i = begin; i < end; ++i)
            if ((form.classes[i] & classes) == 0) return false;
        return true;
    }

    // --- the clusters
    // -----------------------------------------------------------------------------

    void write() {
        std::vector<std::uint32_t> cluster_of(forms_.size(), none);
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            std::uint32_t& cluster = cluster_of[root(f)];
            if (cluster == none) {
                cluster = static_cast<std::uint32_t>(article_.clusters.size());
                article_.clusters.emplace_back();
                called_.push_back({});
            }
            cluster_of[f] = cluster;
            call(article_.clusters[cluster], called_[cluster], f);
        }
        for (std::uint32_t n = 0; n < article_.names.size(); ++n) {
            Name& name = article_.names[n];
            name.cluster = cluster_of[forms_.of_name(n)];
            const Cluster& cluster = article_.clusters[name.cluster];
            if (name.guessed && cluster.type != name.type) {
                name.type = cluster.type;
                name.guessed = false;
                name.reason = "the same as “" + cluster.canonical + "”";
            }
        }
    }

    // How good the name is that a cluster has so far.
    struct Called {
        int rank = -1;
        std::size_t parts = 0;
        bool sure = false;
    };

    // A country and its capital are called as the list has them. All others have their fullest form
    // in the text; peoples, and towns that are named with what they are, the shortest. The list
    // speaks where the text has an acronym only.
    void call(Cluster& cluster, Called& called, std::uint32_t f) {
        const NameForm& form = forms_[f];
        const NameEntry& entry = entry_of(f);
        const std::string_view text = article_.at(article_.names[form.name].words);
        const bool country = form.entry != 0 && entry.country != 0;
        if (country) cluster.country = entry.country;
        if (called.rank < 0 || (!form.guessed && !called.sure)) {
            cluster.type = form.type;
            called.sure = !form.guessed;
        }
        const bool caps = text::all_upper(text);
        const bool listed = country || (form.entry != 0 && caps && entry.all_caps);
        const int rank = country ? 3 : !caps ? 2 : listed ? 1 : 0;
        const bool shortest = form.type == NameType::norp || form.type == NameType::gpe;
        const bool better =
            shortest ? text.size() < cluster.canonical.size() : form.parts.size() > called.parts;
        if (rank < called.rank || (rank == called.rank && !better)) return;
        called.rank = rank;
        called.parts = form.parts.size();
        cluster.canonical = listed ? std::string_view(entry.canonical) : text;
    }

    const Vocabulary& vocabulary_;
    Article& article_;
    const NameForms forms_;
    std::vector<std::uint32_t> joined_;
    Index by_beginning_, by_end_, by_outer_, by_inner_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_initials_;
    std::vector<Called> called_;
};

}  // namespace

void find_clusters(const Vocabulary& vocabulary, Article& article) {
    ClusterFinder(vocabulary, article).run();
    for (std::uint32_t c = 0; c < article.clusters.size(); ++c) {
        const Cluster& cluster = article.clusters[c];
        if (cluster.country != 0 && cluster.type == NameType::gpe &&
            cluster.canonical == vocabulary.country(cluster.country)) {
            article.countries.try_emplace(cluster.country, c);
        }
    }
}

std::uint32_t country_cluster(const Vocabulary& vocabulary, Article& article,
                              std::uint32_t country) {
    const auto next = static_cast<std::uint32_t>(article.clusters.size());
    const auto [it, added] = article.countries.try_emplace(country, next);
    if (added) {
        article.clusters.push_back(
            {.canonical = vocabulary.country(country), .type = NameType::gpe, .country = country});
    }
    return it->second;
}

}  // namespace standpoint::extract
