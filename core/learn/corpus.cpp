#include "core/learn/corpus.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "core/text/chars.hpp"

namespace standpoint::learn {
namespace {

using extract::NameType;

constexpr TypeSet places =
    type_bit(NameType::gpe) | type_bit(NameType::loc) | type_bit(NameType::fac);

// A number for what counts as the same type; 0: does not count.
TypeSet class_of(TypeSet types, Scheme scheme) {
    if (types == 0 || (types & no_name) != 0) return 0;
    if (scheme == Scheme::ten_types) return types;
    if ((types & ~places) == 0) return places;
    return types == type_bit(NameType::per) || types == type_bit(NameType::org) ? types : 0;
}

// Without an article at its start.
text::Span without_article(std::string_view text, text::Span span) {
    for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
        if (text.substr(span.begin, span.size()).starts_with(article)) {
            span.begin += static_cast<std::uint32_t>(article.size());
            break;
        }
    }
    return span;
}

bool ends_capitalised(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return text::starts_upper(space == std::string_view::npos ? name : name.substr(space + 1));
}

}  // namespace

TypeSet types_named(std::string_view label) {
    if (label == "O") return no_name;
    if (label == "*") return anything;
    for (int i = 1; i <= 10; ++i) {
        if (extract::label_of(static_cast<NameType>(i)) == label) return TypeSet{1} << i;
    }
    return 0;
}

TrainingText training_text(const model::Document& document, const CorpusRule& rule) {
    TrainingText out;
    out.text = document.text;
    out.unmarked = rule.unmarked;
    out.weight = rule.weight;
    for (const model::Mention& mention : document.mentions) {
        GoldName name{mention.span, 0};
        if (const auto found = rule.labels.find(mention.label); found != rule.labels.end()) {
            name.types = found->second;
        }
        if (rule.names_only) {
            name.span = without_article(out.text, name.span);
            if (!ends_capitalised(slice(std::string_view(out.text), name.span))) name.types = 0;
        }
        if (!name.span.empty()) out.names.push_back(name);
    }
    std::sort(out.names.begin(), out.names.end(), [](const GoldName& a, const GoldName& b) {
        return std::tuple(a.span.begin, b.span.end) < std::tuple(b.span.begin, a.span.end);
    });
    std::size_t kept = 0;
    for (const GoldName& name : out.names) {
        if (kept > 0 && name.span.begin < out.names[kept - 1].span.end) continue;
        out.names[kept++] = name;
    }
    out.names.resize(kept);
    return out;
}

Counts compare(const extract::Article& found, const TrainingText& gold, Scheme scheme,
               std::vector<Judged>* judged) {
    std::set<std::tuple<std::uint32_t, std::uint32_t, TypeSet>> marked;
    for (const GoldName& name : gold.names) {
        if (const TypeSet type = class_of(name.types, scheme); type != 0) {
            marked.emplace(name.span.begin, name.span.end, type);
        }
    }
    Counts counts;
    counts.gold = static_cast<std::uint32_t>(marked.size());
    for (const extract::Name& name : found.names) {
        const TypeSet type = class_of(type_bit(name.type), scheme);
        if (type == 0) continue;
        ++counts.found;
        const text::Span span = found.span_of(name.words);
        const bool right = marked.count({span.begin, span.end, type}) > 0;
        if (right) ++counts.right;
        if (judged != nullptr) judged->push_back({name.score, right});
    }
    return counts;
}

}  // namespace standpoint::learn
