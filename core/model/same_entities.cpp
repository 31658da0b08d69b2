#include "core/model/same_entities.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "core/text/chars.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::model {
namespace {

// Without case, with single spaces and straight apostrophes, without a leading "the".
std::string key_of(std::string_view name) {
    std::string key;
    bool space = false;
    for (std::size_t at = 0; at < name.size();) {
        const text::CodePoint c = text::decode(name, at);
        if (text::is_space(c.value)) {
            space = !key.empty();
        } else {
            if (space) key.push_back(' ');
            space = false;
            if (c.value == 0x2019)
                key.push_back('\'');
            else
                key += name.substr(at, c.bytes);
        }
        at += c.bytes;
    }
    key = text::lower(key);
    if (key.starts_with("the ")) key.erase(0, 4);
    return key;
}

enum class Sort : char { person = 'P', organisation = 'O', place = 'L', people = 'N', other = 'X' };
constexpr Sort sorts[] = {Sort::person, Sort::organisation, Sort::place, Sort::people, Sort::other};

Sort sort_of(std::string_view label) {
    if (label == "PER") return Sort::person;
    if (label == "ORG") return Sort::organisation;
    if (label == "GPE" || label == "LOC" || label == "FAC") return Sort::place;
    if (label == "NORP") return Sort::people;
    return Sort::other;
}

bool is_one_word(std::string_view key) {
    return key.find(' ') == std::string_view::npos;
}

// The forms by which an entity of another document may be meant.
bool tells(Sort sort, const NamedEntity& entity) {
    switch (sort) {
        case Sort::place:
        case Sort::people: return false;
        case Sort::organisation: return !is_one_word(entity.key) || text::all_upper(entity.name);
        case Sort::person:
        case Sort::other: return true;
    }
    return false;
}

class Matcher {
  public:
    explicit Matcher(const std::vector<const std::vector<NamedEntity>*>& documents) {
        for (std::size_t d = 0; d < documents.size(); ++d)
            for (const NamedEntity& entity : *documents[d])
                all_.push_back({&entity, sort_of(entity.label), {d, entity.id}});
        joined_.resize(all_.size());
        std::iota(joined_.begin(), joined_.end(), std::size_t{0});
        for (const Item& item : all_) external_.push_back(item.entity->external_id);
    }

    std::vector<SameEntity> run() {
        match_external_ids();
        match_names();
        match_forms();
        return groups();
    }

  private:
    struct Item {
        const NamedEntity* entity;
        Sort sort;
        EntityAt at;
    };

    std::size_t root(std::size_t i) {
        while (joined_[i] != i) {
            joined_[i] = joined_[joined_[i]];
            i = joined_[i];
        }
        return i;
    }

    // What a form of a name is looked up by.
    static std::string sorted(Sort sort, std::string_view form) {
        std::string key(1, static_cast<char>(sort));
        key += form;
        return key;
    }

    // Joins the two unless their external ids say that they are different.
    void join(std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        if (a > b) std::swap(a, b);
        if (a == b) return;
        if (!external_[a].empty() && !external_[b].empty() && external_[a] != external_[b]) return;
        joined_[b] = a;
        if (external_[a].empty()) external_[a] = external_[b];
    }

    void match_external_ids() {
        std::unordered_map<std::string_view, std::size_t> first;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const std::string& id = all_[i].entity->external_id;
            if (!id.empty()) join(first.try_emplace(id, i).first->second, i);
        }
    }

    void match_names() {
        std::unordered_map<std::string, std::size_t> by_name;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (!all_[i].entity->across.empty()) continue;
            join(by_name.try_emplace(sorted(all_[i].sort, all_[i].entity->key), i).first->second,
                 i);
        }
        // What a person has named: with what is of its kind, else with the first of that name.
        std::unordered_map<std::string, std::size_t> by_across;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (all_[i].entity->across.empty()) continue;
            const std::string key = key_of(all_[i].entity->across);
            join(by_across.try_emplace(key, i).first->second, i);
            auto there = by_name.find(sorted(all_[i].sort, key));
            for (const Sort sort : sorts)
                if (there == by_name.end()) there = by_name.find(sorted(sort, key));
            if (there != by_name.end()) join(there->second, i);
        }
    }

    // By each form the entities that are mentioned so, of which only the roots are kept.
    void match_forms() {
        std::unordered_map<std::string, std::vector<std::size_t>> owners;
        const auto add = [&](std::string_view form, std::size_t i) {
            if (form == all_[i].entity->key) return;
            std::vector<std::size_t>& list = owners[sorted(all_[i].sort, form)];
            if (list.size() < 2 && std::find(list.begin(), list.end(), root(i)) == list.end())
                list.push_back(root(i));
        };
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const std::string_view key = all_[i].entity->key;
            for (const std::string& form : all_[i].entity->forms) add(form, i);
            const std::size_t space = key.rfind(' ');
            if (all_[i].sort == Sort::person && space != std::string_view::npos)
                add(key.substr(space + 1), i);
        }
        std::vector<std::pair<std::size_t, std::size_t>> found;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const NamedEntity& entity = *all_[i].entity;
            if (!entity.across.empty() || !tells(all_[i].sort, entity)) continue;
            const auto there = owners.find(sorted(all_[i].sort, entity.key));
            if (there != owners.end() && there->second.size() == 1)
                found.emplace_back(there->second.front(), i);
        }
        for (const auto& [owner, i] : found) join(owner, i);
    }

    std::vector<SameEntity> groups() {
        std::vector<SameEntity> out;
        std::vector<std::size_t> group_of(all_.size(), SIZE_MAX);
        std::vector<bool> named;  // by a person
        for (std::size_t i = 0; i < all_.size(); ++i) {
            std::size_t& group = group_of[root(i)];
            if (group == SIZE_MAX) {
                group = out.size();
                out.emplace_back();
                named.push_back(false);
            }
            const NamedEntity& entity = *all_[i].entity;
            SameEntity& same = out[group];
            same.members.push_back(all_[i].at);
            if (same.label.empty()) same.label = entity.label;
            if (!named[group] && !entity.across.empty()) {
                same.name = entity.across;
                named[group] = true;
            } else if (!named[group] && entity.name.size() > same.name.size()) {
                same.name = entity.name;
            }
        }
        return out;
    }

    std::vector<Item> all_;
    std::vector<std::size_t> joined_;
    std::vector<std::string> external_;  // of each root's group
};

}  // namespace

std::vector<NamedEntity> named_entities(const Document& document) {
    struct Count {
        std::map<std::string_view, std::size_t> labels;
        std::vector<std::string> forms;
    };
    std::map<Id, Count> counts;
    for (const Mention& mention : document.mentions) {
        if (mention.entity == no_id || mention.provenance.decision == Decision::rejected) continue;
        Count& count = counts[mention.entity];
        ++count.labels[mention.label];
        count.forms.push_back(key_of(text::slice(document.text, mention.span)));
    }
    std::vector<NamedEntity> out;
    for (const Entity& entity : document.entities) {
        NamedEntity named;
        named.id = entity.id;
        named.name = entity.canonical;
        named.key = key_of(entity.canonical);
        named.across = entity.across;
        named.external_id = entity.external_id;
        if (const auto it = counts.find(entity.id); it != counts.end()) {
            Count& count = it->second;
            named.label =
                std::max_element(count.labels.begin(), count.labels.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; })
                    ->first;
            std::sort(count.forms.begin(), count.forms.end());
            count.forms.erase(std::unique(count.forms.begin(), count.forms.end()),
                              count.forms.end());
            named.forms = std::move(count.forms);
        }
        out.push_back(std::move(named));
    }
    return out;
}

std::vector<SameEntity> same_entities(
    const std::vector<const std::vector<NamedEntity>*>& documents) {
    return Matcher(documents).run();
}

std::vector<SameEntity> same_entities(const std::vector<Document>& documents) {
    std::vector<std::vector<NamedEntity>> named;
    std::vector<const std::vector<NamedEntity>*> pointers;
    for (const Document& document : documents) named.push_back(named_entities(document));
    for (const auto& list : named) pointers.push_back(&list);
    return same_entities(pointers);
}

}  // namespace standpoint::model
