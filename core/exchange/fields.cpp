#include "core/exchange/fields.hpp"

#include <algorithm>
#include <cmath>

#include "core/text/utf8.hpp"

namespace standpoint::exchange {

const json::Value* Fields::take(std::string_view name) {
    const json::Value* found = nullptr;
    for (std::size_t i = 0; i < object_.size(); ++i) {
        if (object_[i].name != name) continue;
        if (!found) found = &object_[i].value;
        taken_[i] = true;
    }
    return found;
}

bool Fields::has(std::string_view name) const {
    const json::Value* value = json::find(object_, name);
    return value && !value->is_null();
}

std::string Fields::string(std::string_view name) {
    const json::Value* value = take(name);
    if (!value || value->is_null()) return {};
    if (const std::string* text = value->string()) return *text;
    wrong(name, "a string");
    return {};
}

std::vector<std::string> Fields::strings(std::string_view name) {
    std::vector<std::string> out;
    const json::Array* elements = array(name);
    if (!elements) return out;
    for (const json::Value& element : *elements) {
        if (const std::string* text = element.string())
            out.push_back(*text);
        else
            wrong(name, "a list of strings");
    }
    return out;
}

bool Fields::flag(std::string_view name) {
    const json::Value* value = take(name);
    if (!value || value->is_null()) return false;
    if (const bool* flag = value->boolean()) return *flag;
    wrong(name, "true or false");
    return false;
}

std::optional<double> Fields::number(std::string_view name) {
    const json::Value* value = take(name);
    if (!value || value->is_null()) return std::nullopt;
    if (const json::Number* number = value->number()) return number->value;
    wrong(name, "a number");
    return std::nullopt;
}

std::optional<std::int64_t> Fields::whole(std::string_view name) {
    const json::Value* value = take(name);
    if (!value || value->is_null()) return std::nullopt;
    if (const json::Number* number = value->number(); number && number->whole)
        return *number->whole;
    wrong(name, "a whole number");
    return std::nullopt;
}

const json::Array* Fields::array(std::string_view name) {
    const json::Value* value = take(name);
    if (!value || value->is_null()) return nullptr;
    if (const json::Array* array = value->array()) return array;
    wrong(name, "a list");
    return nullptr;
}

void Fields::say(std::string_view what) const {
    std::string message;
    if (!list_.empty()) message = std::string(list_) + "[" + std::to_string(index_) + "]: ";
    message += what;
    reporter_.say(std::move(message));
}

void Fields::wrong(std::string_view name, std::string_view wanted) const {
    say(quoted(name) + " is not " + std::string(wanted) + " and was left out.");
}

std::string Fields::rest(const json::Value* original_id) {
    if (original_id) take("original_id");
    std::string text;
    json::Writer out(text);
    out.open('{');
    for (std::size_t i = 0; i < object_.size(); ++i) {
        if (taken_[i]) continue;
        out.key(object_[i].name);
        out.value(object_[i].value);
    }
    if (original_id) {
        out.key("original_id");
        out.value(*original_id);
    }
    out.close('}');
    return text == "{}" ? std::string() : text;
}

std::string quoted(std::string_view words) {
    constexpr std::size_t longest = 60;
    std::size_t end = std::min(words.size(), longest);
    while (!text::is_boundary(words, end)) --end;
    std::string out = "\"";
    for (const char c : words.substr(0, end)) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    if (end < words.size()) out += "...";
    return out + "\"";
}

void append_extra(json::Writer& out, const std::string& extra) {
    if (extra.empty()) return;
    const auto parsed = json::parse(extra, max_record_depth);
    const json::Object* object = parsed ? parsed->object() : nullptr;
    if (!object) return;
    for (const json::Member& member : *object) {
        out.key(member.name);
        out.value(member.value);
    }
}

bool has_format(const json::Object& file, std::string_view format) {
    const json::Value* value = json::find(file, "format");
    return value && value->string() && *value->string() == format;
}

std::optional<std::int64_t> version_over(const json::Object& file, int reads) {
    const json::Value* value = json::find(file, "version");
    const json::Number* version = value ? value->number() : nullptr;
    if (!version || version->value <= reads) return std::nullopt;
    return static_cast<std::int64_t>(std::ceil(std::min(version->value, 1e9)));
}

text::Error wrong_shape(std::string message) {
    return {text::ErrorKind::wrong_shape, std::move(message), {}, {}};
}

text::Error too_new(std::string_view what, std::int64_t version, int reads) {
    return {text::ErrorKind::too_new,
            "This " + std::string(what) + " was written by a newer Standpoint (version " +
                std::to_string(version) + "; this one reads up to " + std::to_string(reads) +
                "): open it with that version.",
            {},
            {}};
}

}  // namespace standpoint::exchange
