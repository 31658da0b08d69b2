// Table<T>: annotations of one kind in one document, ordered by id.
//
// Lookup is O(log n), insertion of the newest id O(1). Ids are handed out in rising order, so the
// order is also the order of making, and putting a removed item back restores the table exactly.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "core/model/annotation.hpp"

namespace standpoint::model {

template <class T>
class Table {
  public:
    const T* find(Id id) const {
        const auto it = position(id);
        return it != items_.end() && it->id == id ? &*it : nullptr;
    }
    // Inserts, or replaces the item with the same id and returns what was there.
    std::optional<T> put(T item) {
        const auto it = items_.begin() + (position(item.id) - items_.cbegin());
        if (it == items_.end() || it->id != item.id) {
            items_.insert(it, std::move(item));
            return std::nullopt;
        }
        std::optional<T> old(std::move(*it));
        *it = std::move(item);
        return old;
    }
    // Inserts many in O(n + k). REQUIRES: ids rise, and none of them is in the table.
    void insert_sorted(std::vector<T> items) {
        if (items_.empty()) {
            items_ = std::move(items);
            return;
        }
        const auto old_size = static_cast<std::ptrdiff_t>(items_.size());
        items_.insert(items_.end(), std::make_move_iterator(items.begin()),
                      std::make_move_iterator(items.end()));
        const auto middle = items_.begin() + old_size;
        if (middle == items_.end() || (middle - 1)->id < middle->id) return;
        std::inplace_merge(items_.begin(), middle, items_.end(),
                           [](const T& a, const T& b) { return a.id < b.id; });
    }
    // Removes many in O(n) and returns them, in order. REQUIRES: ids rise, all are in the table.
    std::vector<T> take_sorted(const std::vector<Id>& ids) {
        std::vector<T> taken;
        if (ids.empty()) return taken;
        taken.reserve(ids.size());
        auto kept = items_.begin() + (position(ids.front()) - items_.cbegin());
        for (auto it = kept; it != items_.end(); ++it) {
            if (taken.size() < ids.size() && it->id == ids[taken.size()]) {
                taken.push_back(std::move(*it));
            } else {
                *kept++ = std::move(*it);
            }
        }
        items_.erase(kept, items_.end());
        return taken;
    }
    // Everything, in order; the table is empty then.
    std::vector<T> release() { return std::exchange(items_, {}); }
    bool erase(Id id) {
        const auto it = position(id);
        if (it == items_.end() || it->id != id) return false;
        items_.erase(it);
        return true;
    }
    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    const T& operator[](std::size_t i) const { return items_[i]; }
    void reserve(std::size_t n) { items_.reserve(n); }

    friend bool operator==(const Table&, const Table&) = default;

  private:
    typename std::vector<T>::const_iterator position(Id id) const {
        if (items_.empty() || items_.back().id < id) return items_.end();
        return std::lower_bound(items_.begin(), items_.end(), id,
                                [](const T& item, Id wanted) { return item.id < wanted; });
    }
    std::vector<T> items_;
};

}  // namespace standpoint::model
