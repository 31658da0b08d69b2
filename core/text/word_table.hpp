// WordTable: rows of words, found by a hash made at compile time.
//
// A row has a member `words`, a list with blanks between; what is found is the row and the place of
// the word in its list. ASCII capitals are folded. Of a word listed twice the first counts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace standpoint::text {

namespace word_table {

inline constexpr std::uint32_t hash_start = 0x811C9DC5U;

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
// FNV-1a.
constexpr std::uint32_t hash_step(std::uint32_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(lower(c))) * 0x01000193U;
}
// Whether the word, capitals folded, is the one given in small letters.
constexpr bool same(std::string_view word, std::string_view small) {
    if (word.size() != small.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (lower(word[i]) != small[i]) return false;
    }
    return true;
}

template <class Row, std::size_t N>
constexpr std::size_t count(const Row (&rows)[N]) {
    std::size_t words = 0;
    for (const Row& row : rows) {
        ++words;
        for (const char c : row.words) words += c == ' ' ? 1U : 0U;
    }
    return words;
}

}  // namespace word_table

template <class Row, std::size_t Words>
class WordTable {
  public:
    struct Found {
        const Row* row = nullptr;
        int place = 0;
        explicit operator bool() const { return row != nullptr; }
    };

    template <std::size_t N>
    constexpr explicit WordTable(const Row (&rows)[N]) : rows_(rows), entries_(), slots_() {
        std::size_t filled = 0;
        for (std::size_t r = 0; r < N; ++r) {
            std::string_view rest = rows[r].words;
            for (std::uint16_t place = 0; !rest.empty(); ++place) {
                const std::size_t end = rest.find(' ');
                const std::string_view word = rest.substr(0, end);
                rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
                entries_[filled] = {word, static_cast<std::uint16_t>(r), place};
                longest_ = word.size() > longest_ ? word.size() : longest_;
                std::uint32_t hash = word_table::hash_start;
                for (const char c : word) hash = word_table::hash_step(hash, c);
                std::size_t slot = slot_of(hash);
                while (slots_[slot] != 0) slot = (slot + 1) % size;
                slots_[slot] = static_cast<std::uint16_t>(++filled);
            }
        }
    }

    // Of the word up to its first `stop`.
    constexpr Found find(std::string_view word, char stop = '\0') const {
        std::uint32_t hash = word_table::hash_start;
        std::size_t length = 0;
        for (; length < word.size() && word[length] != stop; ++length) {
            if (length == longest_) return {};
            hash = word_table::hash_step(hash, word[length]);
        }
        word = word.substr(0, length);
        for (std::size_t slot = slot_of(hash); slots_[slot] != 0; slot = (slot + 1) % size) {
            const Entry& entry = entries_[slots_[slot] - 1U];
            if (word_table::same(word, entry.word)) return {&rows_[entry.row], entry.place};
        }
        return {};
    }

  private:
    struct Entry {
        std::string_view word{};
        std::uint16_t row = 0, place = 0;
    };
    static constexpr std::size_t size = [] {
        std::size_t slots = 16;
        while (slots < 4 * Words) slots *= 2;
        return slots;
    }();
    static constexpr std::size_t slot_of(std::uint32_t hash) { return (hash ^ hash >> 15) % size; }

    const Row* rows_;
    std::array<Entry, Words> entries_;
    std::array<std::uint16_t, size> slots_;  // index of an entry plus one; 0: free
    std::size_t longest_ = 0;
};

}  // namespace standpoint::text
