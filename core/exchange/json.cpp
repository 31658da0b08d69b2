#include "core/exchange/json.hpp"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/text/utf8.hpp"

namespace standpoint::exchange::json {
namespace {

// Builds the tree from nlohmann's events. Every event returns false to stop the parser.
class Builder {
  public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    explicit Builder(int max_depth) : max_depth_(max_depth) {}

    bool null() { return add({}); }
    bool boolean(bool value) { return add({value}); }
    bool number_integer(number_integer_t value) {
        return add({Number{static_cast<double>(value), value, {}}});
    }
    bool number_unsigned(number_unsigned_t value) {
        Number number{static_cast<double>(value), {}, {}};
        if (value <= static_cast<number_unsigned_t>(INT64_MAX))
            number.whole = static_cast<std::int64_t>(value);
        else
            number.spelling = std::to_string(value);
        return add({std::move(number)});
    }
    bool number_float(number_float_t value, const string_t& spelling) {
        return add({Number{value, {}, spelling}});
    }
    bool string(string_t& value) { return add({std::move(value)}); }
    bool binary(binary_t&) { return false; }  // JSON text has none

    bool start_object(std::size_t) { return push({Object()}); }
    bool end_object() { return pop(); }
    bool start_array(std::size_t) { return push({Array()}); }
    bool end_array() { return pop(); }
    bool key(string_t& name) {
        key_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        error_at = position == 0 ? 0 : position - 1;
        return false;
    }

    Value root;
    bool too_deep = false;
    std::uint64_t error_at = 0;

  private:
    // The open containers. A container is only ever appended to while it is the innermost one, so
    // the addresses of those further out stay valid.
    std::vector<Value*> open_;
    std::string key_;
    int max_depth_;

    Value* place(Value value) {
        if (open_.empty()) {
            root = std::move(value);
            return &root;
        }
        Value& parent = *open_.back();
        if (auto* array = std::get_if<Array>(&parent.data)) {
            return &array->emplace_back(std::move(value));
        }
        Object& object = std::get<Object>(parent.data);
        return &object.emplace_back(Member{std::move(key_), std::move(value)}).value;
    }
    bool add(Value value) {
        place(std::move(value));
        return true;
    }
    bool push(Value value) {
        if (open_.size() >= static_cast<std::size_t>(max_depth_)) {
            too_deep = true;
            return false;
        }
        open_.push_back(place(std::move(value)));
        return true;
    }
    bool pop() {
        open_.pop_back();
        return true;
    }
};

void append_whole(std::string& out, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

// Whether it stands for itself: ASCII without controls, quotation marks and backslashes.
bool is_plain(std::string_view value) {
    bool plain = true;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        plain = plain && byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
    }
    return plain;
}

void append_escaped(std::string& out, std::string_view value) {
    constexpr char hex[] = "0123456789abcdef";
    std::size_t copied = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(value.substr(copied, i - copied));
        copied = i + 1;
        out += '\\';
        switch (c) {
            case '\n': out += 'n'; break;
            case '\t': out += 't'; break;
            case '\r': out += 'r'; break;
            case '"': out += '"'; break;
            case '\\': out += '\\'; break;
            default:
                out += "u00";
                out += hex[c >> 4];
                out += hex[c & 15];
        }
    }
    out.append(value.substr(copied));
}

}  // namespace

const Value* find(const Object& object, std::string_view name) {
    for (const Member& member : object)
        if (member.name == name) return &member.value;
    return nullptr;
}

text::Result<Value> parse(std::string_view bytes, int max_depth) {
    Builder builder(max_depth);
    if (nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder))
        return std::move(builder.root);
    if (builder.too_deep)
        return text::Error{
            text::ErrorKind::too_large,
            "The JSON is nested more than " + std::to_string(max_depth) + " levels deep.",
            {},
            {}};
    return text::Error{text::ErrorKind::malformed,
                       "This is not valid JSON (byte " + std::to_string(builder.error_at) + ").",
                       builder.error_at,
                       {}};
}

void Writer::comma() {
    // What stands before tells whether this is a first element: strings end with a quotation mark,
    // so a bracket or colon at the end is always syntax.
    if (out_.empty()) return;
    const char last = out_.back();
    if (last != '{' && last != '[' && last != ':' && last != '\n') out_ += ',';
}

void Writer::open(char bracket) {
    comma();
    out_ += bracket;
}

void Writer::close(char bracket) {
    out_ += bracket;
}

void Writer::key(std::string_view name) {
    string(name);
    out_ += ':';
}

void Writer::null() {
    comma();
    out_ += "null";
}

void Writer::boolean(bool value) {
    comma();
    out_ += value ? "true" : "false";
}

void Writer::whole(std::int64_t value) {
    comma();
    append_whole(out_, value);
}

void Writer::share(double value) {
    comma();
    const auto scaled = static_cast<int>(std::lround(value * 10000));
    append_whole(out_, scaled / 10000);
    if (scaled % 10000 == 0) return;
    std::string decimals = std::to_string(10000 + scaled % 10000);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    decimals[0] = '.';
    out_ += decimals;
}

void Writer::string(std::string_view value) {
    comma();
    out_ += '"';
    if (is_plain(value)) {
        out_.append(value) += '"';
        return;
    }
    while (const auto invalid = text::first_invalid(value)) {
        append_escaped(out_, value.substr(0, *invalid));
        out_ += "\xEF\xBF\xBD";
        value.remove_prefix(*invalid + 1);
    }
    append_escaped(out_, value);
    out_ += '"';
}

void Writer::value(const Value& value) {
    if (const auto* flag = value.boolean()) {
        boolean(*flag);
    } else if (const auto* number = value.number()) {
        comma();
        if (number->whole)
            append_whole(out_, *number->whole);
        else
            out_ += number->spelling;
    } else if (const auto* words = value.string()) {
        string(*words);
    } else if (const auto* array = value.array()) {
        open('[');
        for (const Value& element : *array) this->value(element);
        close(']');
    } else if (const auto* object = value.object()) {
        open('{');
        for (const Member& member : *object) {
            key(member.name);
            this->value(member.value);
        }
        close('}');
    } else {
        null();
    }
}

}  // namespace standpoint::exchange::json
