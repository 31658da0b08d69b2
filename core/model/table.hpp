// Table<T>: annotations of one kind in one document, ordered by id.
//
// Lookup is O(log n), insertion of the newest id O(1). Ids are handed out in rising order, so the
// order is also the order of making, and putting a removed item back restores the table exactly.
#pragma once

#include <algorithm>
#include <cstddef>
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
    // Inserts, or replaces the item with the same id.
    void put(T item) {
        const auto it = items_.begin() + (position(item.id) - items_.cbegin());
        if (it != items_.end() && it->id == item.id) {
            *it = std::move(item);
        } else {
            items_.insert(it, std::move(item));
        }
    }
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
