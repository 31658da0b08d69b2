// Taking the proposals of an extraction into a document.
//
// Items of the document are of two sorts: kept (decided, or touched by a person: made by hand, with
// a note or a flag) and open. Open items make room; one that is proposed again keeps its id, so
// that a second run of the same extraction changes nothing. All look-ups are binary searches in
// sorted arrays: O((n + k) log (n + k)).
#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "core/edit/planner.hpp"
#include "core/edit/proposing.hpp"

namespace standpoint::edit {

using model::Actor;
using model::Attribution;
using model::Decision;
using model::Entity;
using model::Mention;
using model::Provenance;
using model::Stance;
using model::Target;

namespace {

bool is_kept(const Provenance& p) {
    return p.decision != Decision::suggested || p.origin == model::Origin::human ||
           !p.note.empty() || p.flagged;
}

bool is_accepted(const Provenance& p) {
    return p.decision == Decision::accepted;
}

bool is_corrected(const Provenance& p) {
    return std::find(p.reasons.begin(), p.reasons.end(), model::corrected_by_hand) !=
           p.reasons.end();
}

// The orders in which two items are equal when one repeats the other.
struct BySpan {
    bool operator()(const Mention& a, const Mention& b) const { return a.span < b.span; }
};
struct BySpanAndLabel {
    bool operator()(const Mention& a, const Mention& b) const {
        return a.span != b.span ? a.span < b.span : a.label < b.label;
    }
};
struct ByCue {  // only of attributions that have one
    bool operator()(const Attribution& a, const Attribution& b) const { return *a.cue < *b.cue; }
};
struct ByContent {
    bool operator()(const Attribution& a, const Attribution& b) const {
        return a.content < b.content;
    }
};
struct BySourceAndContent {
    bool operator()(const Attribution& a, const Attribution& b) const {
        return a.content != b.content ? a.content < b.content : a.source < b.source;
    }
};
struct ByAllButCue {
    bool operator()(const Attribution& a, const Attribution& b) const {
        if (a.content != b.content) return a.content < b.content;
        if (a.source != b.source) return a.source < b.source;
        if (a.holder.entity != b.holder.entity) return a.holder.entity < b.holder.entity;
        return a.holder.phrase < b.holder.phrase;
    }
};
struct ByEvidence {
    bool operator()(const Stance& a, const Stance& b) const { return a.evidence < b.evidence; }
};
struct ByAllButPolarity {
    bool operator()(const Stance& a, const Stance& b) const {
        if (a.evidence != b.evidence) return a.evidence < b.evidence;
        if (a.target != b.target) return a.target < b.target;
        if (a.holder.entity != b.holder.entity) return a.holder.entity < b.holder.entity;
        return a.holder.phrase < b.holder.phrase;
    }
};
struct ByText {
    bool operator()(const Target& a, const Target& b) const { return a.text < b.text; }
};
struct ByKey {
    bool operator()(const Target& a, const Target& b) const { return a.key < b.key; }
};
struct ByCanonical {
    bool operator()(const Entity& a, const Entity& b) const { return a.canonical < b.canonical; }
};

// The items of a table that are wanted, in one of the orders above.
template <class T, class Order>
class Sorted {
  public:
    template <class Wanted>
    Sorted(const model::Table<T>& items, Order order, Wanted wanted) : order_(order) {
        for (const T& item : items) {
            if (wanted(item)) items_.push_back(&item);
        }
        std::stable_sort(items_.begin(), items_.end(),
                         [&](const T* a, const T* b) { return order_(*a, *b); });
    }
    Sorted(const model::Table<T>& items, Order order)
        : Sorted(items, order, [](const T&) { return true; }) {}

    // The oldest item that is equal to the key and fulfils the condition, or nullptr.
    template <class Condition>
    const T* find(const T& key, Condition condition) const {
        auto it = std::lower_bound(items_.begin(), items_.end(), key,
                                   [&](const T* a, const T& b) { return order_(*a, b); });
        for (; it != items_.end() && !order_(key, **it); ++it) {
            if (condition(**it)) return *it;
        }
        return nullptr;
    }
    const T* find(const T& key) const {
        return find(key, [](const T&) { return true; });
    }

  private:
    std::vector<const T*> items_;
    Order order_;
};

// Of each item whether an earlier one is equal to it.
template <class T, class Order>
std::vector<bool> repeats(const std::vector<T>& items, Order order) {
    std::vector<std::size_t> sorted(items.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::size_t a, std::size_t b) { return order(items[a], items[b]); });
    std::vector<bool> repeated(items.size(), false);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        repeated[sorted[i]] = !order(items[sorted[i - 1]], items[sorted[i]]);
    }
    return repeated;
}

// Answers whether a span overlaps one of many, by the running maximum of their ends.
class Cover {
  public:
    void add(Span span) { spans_.push_back(span); }
    void close() {
        std::sort(spans_.begin(), spans_.end());
        std::uint32_t reach = 0;
        for (const Span& span : spans_) {
            reach = std::max(reach, span.end);
            reach_.push_back(reach);
        }
    }
    bool overlaps(Span span) const {
        const auto it =
            std::lower_bound(spans_.begin(), spans_.end(), span.end,
                             [](const Span& s, std::uint32_t end) { return s.begin < end; });
        const auto n = static_cast<std::size_t>(it - spans_.begin());
        return n > 0 && reach_[n - 1] > span.begin;
    }

  private:
    std::vector<Span> spans_;
    std::vector<std::uint32_t> reach_;  // largest end of the spans up to here
};

}  // namespace

class Proposing::Steps {
  public:
    Steps(const model::Project& project, const model::Document& document,
          model::Suggestions proposed, Stamp stamp)
        : stamp_(std::move(stamp)),
          change_(project, document, stamp_),
          document_(document),
          proposed_(std::move(proposed)) {}

    bool go_on() {
        static constexpr void (Steps::*steps[])() = {
            &Steps::check,          &Steps::make_room,           &Steps::place_targets,
            &Steps::place_entities, &Steps::place_mentions,      &Steps::place_attributions,
            &Steps::place_stances,  &Steps::remove_what_is_over, &Steps::write_down};
        if (piece_) {
            if (!piece_()) piece_ = nullptr;
        } else if (!problem_ && taken_ < std::size(steps)) {
            (this->*steps[taken_++])();
        }
        return !problem_ && (piece_ || taken_ < std::size(steps));
    }
    text::Result<Change> finish() {
        if (problem_) return std::move(*problem_);
        return std::move(change_).finish_whole("Take in " + counted(placed_, "proposal"));
    }

  private:
    void check();
    void make_room();
    void place_targets();
    void place_entities();
    void place_mentions();
    void place_attributions();
    void place_stances();
    void remove_what_is_over() { change_.erase_orphans(); }
    void write_down() {
        piece_ = [this] { return change_.write_piece(); };
    }

    // Puts in what repeats no kept item and is not dropped, a piece at a time.
    template <class T, class Order, class Drop>
    void place(std::vector<T>& items, Order order, Drop drop);

    Id mapped(Id id) const {
        const auto it = map_.find(id);
        return it == map_.end() ? model::no_id : it->second;
    }
    Actor mapped(Actor actor) const {
        actor.entity = mapped(actor.entity);
        return actor;
    }

    Stamp stamp_;
    ChangeBuilder change_;
    const model::Document& document_;
    model::Suggestions proposed_;
    std::map<Id, Id> map_;  // proposed targets and entities to those in the document; 0: left out
    std::size_t placed_ = 0;
    Problem problem_;
    std::size_t taken_ = 0;
    std::function<bool()> piece_;  // of the step just taken; false after the last
};

void Proposing::Steps::check() {
    problem_ = check_text(stamp_.annotator);
    if (problem_) return;
    if (auto problem = model::problem_in(proposed_, document_.text)) {
        problem_ = refusal("The proposals do not fit this text: " + *problem);
    }
}

void Proposing::Steps::make_room() {
    const auto erase_open = [this](const auto& items) {
        for (const auto& item : items) {
            using T = std::decay_t<decltype(item)>;
            if (!is_kept(item.provenance)) change_.erase<T>(item.id);
        }
    };
    erase_open(document_.mentions);
    erase_open(document_.attributions);
    erase_open(document_.stances);
    std::set<Id> needed;
    for (const Stance& stance : document_.stances) {
        if (is_kept(stance.provenance)) needed.insert(stance.target);
    }
    for (const Target& target : document_.targets) {
        if (!is_kept(target.provenance) && !needed.count(target.id)) {
            change_.erase<Target>(target.id);
        }
    }
}

void Proposing::Steps::place_targets() {
    // The same words mean the same target: the first that has them stands for the others.
    std::map<std::string_view, Id> first;
    for (const Target& target : proposed_.targets) first.emplace(target.text, target.id);

    // The key of a team's target says what it is, however it is phrased, so these choose first.
    // Another key is a mere number and may by chance be that of a different target.
    const Sorted by_text(document_.targets, ByText());
    const Sorted by_key(document_.targets, ByKey());
    std::set<Id> claimed;
    std::vector<const Target*> fresh;
    for (const bool team : {true, false}) {
        for (Target& target : proposed_.targets) {
            if (first[target.text] != target.id) continue;
            if ((change_.codebook().target(target.key) != nullptr) != team) continue;
            change_.decide(target.provenance, Decision::suggested);
            const Target* there = team ? by_key.find(target) : nullptr;
            const auto is_free = [&](const Target& t) { return !claimed.count(t.id); };
            if (!there) there = by_text.find(target, is_free);
            if (!there) {
                fresh.push_back(&target);
                continue;
            }
            claimed.insert(there->id);
            const bool rejected = there->provenance.decision == Decision::rejected;
            map_[target.id] = rejected ? model::no_id : there->id;
            if (is_kept(there->provenance)) continue;
            Target again = target;
            again.id = there->id;
            again.key = there->key;
            change_.put(std::move(again));
            ++placed_;
        }
    }
    std::set<std::string> taken;
    change_.for_each<Target>([&](const Target& target) { taken.insert(target.key); });
    std::size_t number = 0;
    for (const Target* target : fresh) {
        Target added = *target;
        while (taken.count(added.key) ||
               (added.key != target->key && change_.codebook().target(added.key))) {
            added.key = "P" + std::to_string(++number);
        }
        taken.insert(added.key);
        map_[target->id] = change_.add(std::move(added)).id;
        ++placed_;
    }
    for (const Target& target : proposed_.targets) map_[target.id] = map_[first[target.text]];
}

void Proposing::Steps::place_entities() {
    // Where a person has renamed or merged an entity, a kept mention still says which one it is.
    const Sorted kept_mentions(document_.mentions, BySpanAndLabel(), [](const Mention& m) {
        return is_kept(m.provenance) && m.provenance.decision != Decision::rejected &&
               m.entity != model::no_id;
    });
    std::map<Id, std::string_view> names;
    for (const Entity& entity : proposed_.entities) names[entity.id] = entity.canonical;
    std::map<std::string_view, Id> known;  // by proposed name: one name is one entity
    for (const Mention& mention : proposed_.mentions) {
        if (mention.entity == model::no_id) continue;
        if (const Mention* kept = kept_mentions.find(mention)) {
            known.emplace(names[mention.entity], kept->entity);
        }
    }
    const Sorted by_name(document_.entities, ByCanonical());
    for (const Entity& entity : proposed_.entities) {
        if (const Entity* there = by_name.find(entity)) {
            map_[entity.id] = there->id;
            continue;
        }
        const auto [same, is_new] = known.emplace(entity.canonical, model::no_id);
        if (is_new) same->second = change_.add(entity).id;
        map_[entity.id] = same->second;
    }
}

template <class T, class Order, class Drop>
void Proposing::Steps::place(std::vector<T>& items, Order order, Drop drop) {
    piece_ = [this, &items, drop = std::move(drop), repeated = repeats(items, order),
              there = Sorted(table<T>(document_), order), at = std::size_t{0}]() mutable {
        constexpr std::size_t items_a_piece = 1000;
        const std::size_t end = std::min(items.size(), at + items_a_piece);
        for (; at < end; ++at) {
            T& item = items[at];
            if (repeated[at] || drop(item)) continue;
            if (there.find(item, [](const T& t) { return is_kept(t.provenance); })) continue;
            change_.decide(item.provenance, Decision::suggested);
            ++placed_;
            if (const T* open = there.find(item)) {
                item.id = open->id;
                change_.put(std::move(item));
            } else {
                change_.add(std::move(item));
            }
        }
        return at < items.size();
    };
}

void Proposing::Steps::place_mentions() {
    // What a person has corrected does not come back: neither under its old label nor, where the
    // span was changed, beside the accepted one.
    const auto accepted = [](const Mention& m) { return is_accepted(m.provenance); };
    std::map<std::string_view, Cover> covers;  // by label
    for (const Mention& m : document_.mentions) {
        if (accepted(m)) covers[m.label].add(m.span);
    }
    for (auto& [label, cover] : covers) cover.close();
    for (Mention& mention : proposed_.mentions) mention.entity = mapped(mention.entity);
    place(proposed_.mentions, BySpanAndLabel(),
          [by_span = Sorted(document_.mentions, BySpan(), accepted),
           covers = std::move(covers)](const Mention& m) {
              const auto cover = covers.find(m.label);
              return by_span.find(m) || (cover != covers.end() && cover->second.overlaps(m.span));
          });
}

void Proposing::Steps::place_attributions() {
    // One cue reports one statement, and one content has one source: an accepted one settles it.
    for (Attribution& attribution : proposed_.attributions) {
        attribution.holder = mapped(std::move(attribution.holder));
    }
    const auto accepted = [](const Attribution& a) { return is_accepted(a.provenance); };
    const auto kept = [](const Attribution& a) { return is_kept(a.provenance); };
    place(
        proposed_.attributions, ByAllButCue(),
        [by_cue = Sorted(document_.attributions, ByCue(),
                         [&](const Attribution& a) { return accepted(a) && a.cue; }),
         by_content = Sorted(document_.attributions, ByContent(), accepted),
         same = Sorted(document_.attributions, BySourceAndContent(), kept)](const Attribution& a) {
            // Joint speakers have an attribution each: a decision on one is none on the others.
            const auto settles = [&](const Attribution& there) {
                const bool joint = there.source == a.source && there.content == a.content &&
                                   there.holder != a.holder;
                return !joint || is_corrected(there.provenance);
            };
            return (a.cue && by_cue.find(a, settles)) || by_content.find(a, settles) ||
                   same.find(a, settles);
        });
}

void Proposing::Steps::place_stances() {
    for (Stance& stance : proposed_.stances) {
        stance.holder = mapped(std::move(stance.holder));
        stance.target = mapped(stance.target);
    }
    place(proposed_.stances, ByAllButPolarity(),
          [corrected = Sorted(document_.stances, ByEvidence(), [](const Stance& s) {
               return is_accepted(s.provenance) && is_corrected(s.provenance);
           })](const Stance& s) {
              if (s.target == model::no_id) return true;  // the target was rejected
              return corrected.find(s, [&](const Stance& c) {
                  return c.holder == s.holder || c.target == s.target;
              }) != nullptr;
          });
}

Proposing::Proposing(const model::Project& project, const model::Document& document,
                     model::Suggestions suggestions, Stamp stamp)
    : steps_(std::make_unique<Steps>(project, document, std::move(suggestions), std::move(stamp))) {
}
Proposing::~Proposing() = default;

bool Proposing::go_on() {
    return steps_->go_on();
}
text::Result<Change> Proposing::finish() && {
    return steps_->finish();
}

}  // namespace standpoint::edit
