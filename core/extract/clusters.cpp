// Names into entities: a surname with its full name, an acronym with what it stands for, the forms
// of a country's name; and types made to agree within each.
#include <string>
#include <unordered_map>

#include "core/extract/stages.hpp"
#include "core/text/chars.hpp"

namespace standpoint::extract {
namespace {

using namespace word_class;

class ClusterFinder {
  public:
    ClusterFinder(const Vocabulary& vocabulary, Article& article)
        : vocabulary_(vocabulary), article_(article) {}

    void run() {
        read_brackets();
        index_full_names();
        for (std::uint32_t n = 0; n < article_.names.size(); ++n) place(n);
        for (Name& name : article_.names) {
            const Cluster& cluster = article_.clusters[name.cluster];
            if (name.guessed && cluster.type != name.type && cluster.type != NameType::none) {
                name.type = cluster.type;
                name.guessed = false;
                name.reason = "the same as “" + cluster.canonical + "”";
            }
        }
    }

  private:
    std::string key_of(const Name& name) const {
        std::string key;
        for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
            fold(article_.at(i), folded_);
            key += folded_;
            key += ' ';
        }
        return key;
    }
    WordId last_word(const Name& name) const { return article_.words[name.words.end - 1].id; }

    // "American Civil Liberties Union (ACLU)": the acronym names what stands before the bracket.
    void read_brackets() {
        for (std::uint32_t n = 1; n < article_.names.size(); ++n) {
            const Name& name = article_.names[n];
            const Name& before = article_.names[n - 1];
            if (name.words.size() != 1 || !article_.words[name.words.begin].caps) continue;
            const std::uint32_t open = name.words.begin - 1;
            if (before.words.end != open || article_.at(open) != "(") continue;
            if (before.words.size() < 2) continue;
            stands_for_.try_emplace(article_.words[name.words.begin].id, n - 1);
        }
    }

    // Where each last word, and each set of initials, was first seen in a name of several words.
    void index_full_names() {
        std::string initials;
        for (std::uint32_t n = 0; n < article_.names.size(); ++n) {
            const Name& name = article_.names[n];
            if (name.words.size() < 2) continue;
            if (name.type == NameType::per && (!name.guessed || name.words.size() <= 4)) {
                for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
                    if (!article_.words[i].upper && i + 1 < name.words.end) continue;
                    auto& people = i + 1 == name.words.end ? by_surname_ : by_part_;
                    people.try_emplace(article_.words[i].id, n);
                }
            }
            if (name.type == NameType::org || name.type == NameType::gpe) {
                initials.clear();
                for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
                    if (!article_.words[i].upper) continue;
                    fold(article_.at(i).substr(0, 1), folded_);
                    initials += folded_;
                }
                if (initials.size() >= 3) by_initials_.try_emplace(initials, n);
            }
        }
    }

    std::uint32_t open_cluster(std::uint32_t n, std::string canonical, std::uint32_t country) {
        const Name& name = article_.names[n];
        article_.clusters.push_back({.canonical = std::move(canonical),
                                     .type = name.type,
                                     .country = country,
                                     .canonical_of = n});
        return static_cast<std::uint32_t>(article_.clusters.size() - 1);
    }

    void place(std::uint32_t n) {
        Name& name = article_.names[n];
        if (name.cluster != none) return;
        const std::string key = key_of(name);
        if (name.entry != 0) {
            const NameEntry& entry = vocabulary_.name(name.entry);
            std::string canonical = entry.canonical;
            std::string canonical_key(label_of(entry.type));
            canonical_key += canonical;
            const auto [it, added] = known_.try_emplace(canonical_key, 0);
            if (added) {
                it->second = open_cluster(n, std::move(canonical), entry.country);
                article_.clusters.back().canonical_of = none;
            }
            name.cluster = it->second;
            if (entry.country == 0) call_by(article_.clusters[name.cluster], n, entry);
            return;
        }
        if (const auto it = exact_.find(key); it != exact_.end()) {
            name.cluster = it->second;
            return;
        }
        if (const std::uint32_t full = fuller(name); full != none && full != n) {
            place(full);
            name.cluster = article_.names[full].cluster;
            if (article_.names[full].type != name.type) name.guessed = true;
        } else {
            name.cluster = open_cluster(n, std::string(article_.at(name.words)), 0);
        }
        exact_.emplace(key, name.cluster);
    }

    // A known name is called by its fullest form in the text, unless that is an acronym.
    void call_by(Cluster& cluster, std::uint32_t n, const NameEntry& entry) {
        if (entry.all_caps) return;
        const std::string_view form = article_.at(article_.names[n].words);
        if (cluster.canonical_of == none || form.size() > cluster.canonical.size()) {
            cluster.canonical = form;
            cluster.canonical_of = n;
        }
    }

    // The name of which this one is a shorter form; none if it stands for itself. What it returns
    // is never a name that is itself looked up by this one: it is longer.
    std::uint32_t fuller(const Name& name) const {
        const auto lookup = [](const auto& map, const auto& key) {
            const auto it = map.find(key);
            return it == map.end() ? none : it->second;
        };
        const Word& first = article_.words[name.words.begin];
        std::uint32_t found = none;
        if (name.words.size() == 1) {
            found = lookup(stands_for_, first.id);
            if (found == none && first.caps) {
                fold(article_.at(name.words.begin), folded_);
                std::string letters;
                for (const char c : folded_) {
                    if (c != '.') letters += c;
                }
                found = lookup(by_initials_, letters);
            }
            if (found == none && (name.type == NameType::per || name.guessed)) {
                found = lookup(by_surname_, first.id);
                if (found == none) found = lookup(by_part_, first.id);
            }
        } else if (name.type == NameType::per) {
            found = lookup(by_surname_, last_word(name));
            if (found == none) return none;
            const Name& other = article_.names[found];
            // "Bill Clinton" is not "Hillary Clinton"; "Abu Mazen" has to be found whole.
            const bool shorter = other.words.size() > name.words.size() &&
                                 article_.words[other.words.begin].id == first.id;
            if (!shorter) return none;
        }
        if (found == none) return none;
        return article_.names[found].words.size() > name.words.size() ? found : none;
    }

    const Vocabulary& vocabulary_;
    Article& article_;
    std::unordered_map<WordId, std::uint32_t> stands_for_, by_surname_, by_part_;
    std::unordered_map<std::string, std::uint32_t> by_initials_, exact_, known_;
    mutable std::string folded_;
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
