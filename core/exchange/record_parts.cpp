#include "core/exchange/record_parts.hpp"

#include <algorithm>

#include "core/exchange/iso_time.hpp"

namespace standpoint::exchange {
namespace {

using text::Span;

// Sorts, and joins those that overlap. True if any did.
bool order_spans(std::vector<Span>& spans) {
    std::sort(spans.begin(), spans.end());
    std::size_t kept = 0;
    for (const Span span : spans) {
        if (kept > 0 && span.begin < spans[kept - 1].end)
            spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
        else
            spans[kept++] = span;
    }
    const bool joined = kept < spans.size();
    spans.resize(kept);
    return joined;
}

}  // namespace

model::Id number_in(const json::Value* id, model::Kind kind) {
    const std::string* name = id ? id->string() : nullptr;
    if (!name || name->size() < 2 || name->size() > 11) return model::no_id;
    if ((*name)[0] != id_letter(kind) || (*name)[1] == '0') return model::no_id;
    std::uint64_t number = 0;
    for (const char c : std::string_view(*name).substr(1)) {
        if (c < '0' || c > '9') return model::no_id;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return number <= max_read_id ? static_cast<model::Id>(number) : model::no_id;
}

std::string reference(const json::Value& id) {
    if (const std::string* name = id.string()) return *name;
    const json::Number* number = id.number();
    return number && number->whole ? std::to_string(*number->whole) : std::string();
}

std::optional<Span> span_between(const Places& places, std::int64_t begin, std::int64_t end) {
    const auto first = places.byte_at(begin);
    const auto last = places.byte_at(end);
    if (!first || !last || *first >= *last) return std::nullopt;
    return Span{*first, *last};
}

std::optional<Span> span_in(const Places& places, const json::Value& value) {
    const json::Array* pair = value.array();
    if (!pair || pair->size() != 2) return std::nullopt;
    const json::Number* begin = (*pair)[0].number();
    const json::Number* end = (*pair)[1].number();
    if (!begin || !end || !begin->whole || !end->whole) return std::nullopt;
    return span_between(places, *begin->whole, *end->whole);
}

bool read_span(Fields& fields, std::string_view name, const Places& places,
               std::optional<Span>& out) {
    const json::Value* value = fields.take(name);
    if (!value || value->is_null()) return true;
    out = span_in(places, *value);
    if (!out) fields.say(quoted(name) + " is not a span of the text: dropped.");
    return out.has_value();
}

bool read_spans(Fields& fields, std::string_view name, const Places& places,
                std::vector<Span>& out) {
    const json::Value* value = fields.take(name);
    if (!value || value->is_null()) return true;
    const json::Array* list = value->array();
    const bool single = list && !list->empty() && (*list)[0].number();
    bool good = list != nullptr;
    const auto add = [&](const json::Value& element) {
        const auto span = span_in(places, element);
        good = good && span.has_value();
        if (span) out.push_back(*span);
    };
    if (single) {
        add(*value);
    } else if (list) {
        for (const json::Value& element : *list) add(element);
    }
    if (!good) {
        fields.say(quoted(name) + " is not a list of spans of the text: dropped.");
        return false;
    }
    if (order_spans(out)) fields.say(quoted(name) + " had overlapping spans; they were joined.");
    return true;
}

model::Decision default_decision(model::Origin origin) {
    const bool decided = origin == model::Origin::imported || origin == model::Origin::human;
    return decided ? model::Decision::accepted : model::Decision::suggested;
}

model::Provenance read_provenance(Fields& fields, const std::string& annotator) {
    model::Provenance out;
    out.origin = read_named(fields, "origin", model::origin_named, model::Origin::imported);
    out.decision =
        read_named(fields, "decision", model::decision_named, default_decision(out.origin));
    if (const auto score = fields.number("score")) {
        out.score = static_cast<float>(std::clamp(*score, 0.0, 1.0));
        if (*score < 0 || *score > 1) fields.say("The score is not between 0 and 1.");
    }
    if (fields.has("annotator"))
        out.annotator = fields.string("annotator");
    else if (out.decision != model::Decision::suggested)
        out.annotator = annotator;
    if (const std::string time = fields.string("time"); !time.empty()) {
        const auto parsed = parse_iso_time(time);
        out.time_ms = parsed.value_or(0);
        if (!parsed) fields.say(quoted(time) + " is not an ISO 8601 time and was left out.");
    }
    out.reasons = fields.strings("reasons");
    out.note = fields.string("note");
    out.flagged = fields.flag("flagged");
    return out;
}

}  // namespace standpoint::exchange
