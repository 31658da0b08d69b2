#include "core/learn/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/extract/name_features.hpp"
#include "core/text/tokens.hpp"

namespace standpoint::learn {
namespace {

constexpr int longest_path = 30;

class Clusterer {
  public:
    Clusterer(int clusters, std::uint32_t least)
        : count_(static_cast<std::size_t>(clusters) + 2), least_(least) {}

    void read(std::string_view text) {
        std::vector<std::vector<std::uint32_t>> sentences;
        std::unordered_map<std::uint32_t, std::uint32_t> counts;
        std::string buffer;
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            const std::string_view line = text.substr(0, end);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            std::vector<std::uint32_t> words;
            for (const text::Token& token : text::tokenize(line)) {
                words.push_back(extract::word_hash(slice(line, token.span), buffer));
                ++counts[words.back()];
            }
            sentences.push_back(std::move(words));
        }
        // Words by how often they are; equals by their hash, so that the order is one.
        for (const auto& [hash, count] : counts) {
            if (count >= least_) words_.push_back({hash, count, {}, {}, 0});
        }
        std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
            return a.count != b.count ? a.count > b.count : a.hash < b.hash;
        });
        std::unordered_map<std::uint32_t, std::uint32_t> index;
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            index[words_[i].hash] = i;
            words_[i].cluster = 2 + i % static_cast<std::uint32_t>(count_ - 2);
        }
        read_bigrams(sentences, index);
    }

    void exchange() {
        std::vector<std::uint32_t> before(count_), after(count_);
        for (Word& word : words_) {
            std::fill(before.begin(), before.end(), 0);
            std::fill(after.begin(), after.end(), 0);
            std::uint32_t twice = 0;  // the word after itself
            const auto self = static_cast<std::uint32_t>(&word - words_.data());
            for (const auto& [other, n] : word.before) {
                if (other == self) {
                    twice += n;
                } else {
                    before[cluster_of(other)] += n;
                }
            }
            for (const auto& [other, n] : word.after) {
                if (other != self) after[cluster_of(other)] += n;
            }
            move(word, before, after, twice, false);
            std::uint32_t best = word.cluster;
            double most = -1e300;
            for (std::uint32_t k = 2; k < count_; ++k) {
                const double gain = gain_of(word, k, before, after, twice);
                if (gain > most + 1e-9) {
                    most = gain;
                    best = k;
                }
            }
            word.cluster = best;
            move(word, before, after, twice, true);
        }
    }

    // The paths of the classes.
    std::vector<std::uint32_t> tree() {
        struct Node {
            int left = -1, right = -1;
        };
        std::vector<Node> nodes(count_);
        std::vector<std::size_t> classes;
        for (std::size_t k = 2; k < count_; ++k) {
            if (totals_[k] > 0) classes.push_back(k);
        }
        std::vector<int> node_of(count_);
        for (std::size_t k = 0; k < count_; ++k) node_of[k] = static_cast<int>(k);
        while (classes.size() > 1) {
            double most = -1e300;
            std::size_t best_a = 0, best_b = 1;
            for (std::size_t a = 0; a < classes.size(); ++a) {
                for (std::size_t b = a + 1; b < classes.size(); ++b) {
                    const double change = merge_change(classes[a], classes[b]);
                    if (change > most) {
                        most = change;
                        best_a = a;
                        best_b = b;
                    }
                }
            }
            const std::size_t a = classes[best_a], b = classes[best_b];
            nodes.push_back({node_of[a], node_of[b]});
            node_of[a] = static_cast<int>(nodes.size() - 1);
            for (std::size_t c = 0; c < count_; ++c) {
                pair(a, c) += pair(b, c);
                pair(b, c) = 0;
            }
            for (std::size_t c = 0; c < count_; ++c) {
                pair(c, a) += pair(c, b);
                pair(c, b) = 0;
            }
            totals_[a] += totals_[b];
            totals_[b] = 0;
            classes.erase(classes.begin() + static_cast<std::ptrdiff_t>(best_b));
        }
        std::vector<std::uint32_t> paths(count_, 0);
        if (classes.empty()) return paths;
        std::vector<std::pair<int, std::uint32_t>> open{{node_of[classes[0]], 1}};
        while (!open.empty()) {
            const auto [at, path] = open.back();
            open.pop_back();
            const Node node = nodes[static_cast<std::size_t>(at)];
            if (node.left < 0) {
                paths[static_cast<std::size_t>(at)] = path;
                continue;
            }
            const bool deep = path >> longest_path != 0;
            open.emplace_back(node.left, deep ? path : path << 1);
            open.emplace_back(node.right, deep ? path : path << 1 | 1);
        }
        return paths;
    }

    std::size_t write(const std::vector<std::uint32_t>& paths, PhraseTableBuilder& table) const {
        for (const Word& word : words_) table.add(word.hash, paths[word.cluster]);
        return words_.size();
    }

  private:
    using Neighbours = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // word, how often
    struct Word {
        std::uint32_t hash = 0, count = 0;
        Neighbours before, after;
        std::uint32_t cluster = 0;
    };
    // Neighbours that are not words of ours: the edge of a sentence, and rare words.
    static constexpr std::uint32_t edge = UINT32_MAX, rare = UINT32_MAX - 1;

    std::uint32_t cluster_of(std::uint32_t word) const {
        return word == edge ? 0 : word == rare ? 1 : words_[word].cluster;
    }
    std::uint32_t& pair(std::size_t a, std::size_t b) { return pairs_[a * count_ + b]; }
    double f(std::uint32_t n) const { return n < logs_.size() ? logs_[n] : n * std::log(n); }

    void read_bigrams(const std::vector<std::vector<std::uint32_t>>& sentences,
                      const std::unordered_map<std::uint32_t, std::uint32_t>& index) {
        pairs_.assign(count_ * count_, 0);
        totals_.assign(count_, 0);
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> bigrams;
        for (const auto& sentence : sentences) {
            std::uint32_t last = edge;
            for (const std::uint32_t hash : sentence) {
                const auto found = index.find(hash);
                const std::uint32_t word = found == index.end() ? rare : found->second;
                ++bigrams[{last, word}];
                ++totals_[cluster_of(word)];
                last = word;
            }
            ++bigrams[{last, edge}];
            ++totals_[0];
        }
        for (const auto& [words, n] : bigrams) {
            const auto [a, b] = words;
            pair(cluster_of(a), cluster_of(b)) += n;
            if (b < rare) words_[b].before.emplace_back(a, n);
            if (a < rare) words_[a].after.emplace_back(b, n);
        }
        logs_.resize(1u << 20);
        for (std::uint32_t n = 1; n < logs_.size(); ++n) logs_[n] = n * std::log(n);
    }

    void move(const Word& word, const std::vector<std::uint32_t>& before,
              const std::vector<std::uint32_t>& after, std::uint32_t twice, bool in) {
        const auto add = [in](std::uint32_t& n, std::uint32_t by) { n = in ? n + by : n - by; };
        for (std::size_t c = 0; c < count_; ++c) {
            add(pair(c, word.cluster), before[c]);
            add(pair(word.cluster, c), after[c]);
        }
        add(pair(word.cluster, word.cluster), twice);
        add(totals_[word.cluster], word.count);
    }

    // What the likelihood gains when the word, which is in no class now, goes into class k.
    double gain_of(const Word& word, std::uint32_t k, const std::vector<std::uint32_t>& before,
                   const std::vector<std::uint32_t>& after, std::uint32_t twice) {
        double gain = -2 * (f(totals_[k] + word.count) - f(totals_[k]));
        for (std::size_t c = 0; c < count_; ++c) {
            if (c == k) continue;
            if (before[c] != 0) gain += f(pair(c, k) + before[c]) - f(pair(c, k));
            if (after[c] != 0) gain += f(pair(k, c) + after[c]) - f(pair(k, c));
        }
        const std::uint32_t own = pair(k, k);
        return gain + f(own + before[k] + after[k] + twice) - f(own);
    }

    double merge_change(std::size_t a, std::size_t b) {
        double change = -2 * (f(totals_[a] + totals_[b]) - f(totals_[a]) - f(totals_[b]));
        for (std::size_t c = 0; c < count_; ++c) {
            if (c == a || c == b) continue;
            change += f(pair(a, c) + pair(b, c)) - f(pair(a, c)) - f(pair(b, c));
            change += f(pair(c, a) + pair(c, b)) - f(pair(c, a)) - f(pair(c, b));
        }
        return change + f(pair(a, a) + pair(a, b) + pair(b, a) + pair(b, b)) - f(pair(a, a)) -
               f(pair(a, b)) - f(pair(b, a)) - f(pair(b, b));
    }

    std::size_t count_;  // of classes, with those of edges and of rare words
    std::uint32_t least_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> pairs_, totals_;
    std::vector<double> logs_;  // n log n
};

}  // namespace

std::size_t add_clusters(std::string_view text, int clusters, std::uint32_t least, int rounds,
                         PhraseTableBuilder& table) {
    if (clusters < 1) return 0;
    Clusterer clusterer(clusters, least);
    clusterer.read(text);
    for (int i = 0; i < rounds; ++i) clusterer.exchange();
    return clusterer.write(clusterer.tree(), table);
}

}  // namespace standpoint::learn
