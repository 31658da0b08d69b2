// What the formats of this folder need of JSON: a value tree for reading, a writer onto a string.
//
// Internal to core/exchange. Values own what they hold. Parsing is nlohmann's (json.cpp alone knows
// of it); the tree is our own because members keep their order at O(1) each, numbers keep their
// spelling, and nothing here can throw. A member that occurs twice is kept twice; look-ups find the
// first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/text/result.hpp"

namespace standpoint::exchange::json {

struct Member;
struct Value;
using Array = std::vector<Value>;
using Object = std::vector<Member>;

struct Null {};

// `spelling` is the number as the file wrote it, where int64 or double would not give it back.
struct Number {
    double value = 0;
    std::optional<std::int64_t> whole;  // set if it is an integer in the range of int64
    std::string spelling;
};

struct Value {
    std::variant<Null, bool, Number, std::string, Array, Object> data;

    bool is_null() const { return std::holds_alternative<Null>(data); }
    const bool* boolean() const { return std::get_if<bool>(&data); }
    const Number* number() const { return std::get_if<Number>(&data); }
    const std::string* string() const { return std::get_if<std::string>(&data); }
    const Array* array() const { return std::get_if<Array>(&data); }
    const Object* object() const { return std::get_if<Object>(&data); }
};

struct Member {
    std::string name;
    Value value;
};

// The first member with the name, or null.
const Value* find(const Object& object, std::string_view name);

// Parses one JSON text. Refused with the byte position: broken syntax, invalid UTF-8, unpaired
// surrogates, numbers beyond double, and nesting deeper than `max_depth` (the tree is walked
// recursively).
text::Result<Value> parse(std::string_view bytes, int max_depth);

// Appends JSON to a string, without white space. Commas are its business; that what is opened is
// closed and every member has a key is the caller's.
class Writer {
  public:
    explicit Writer(std::string& out) : out_(out) {}

    void open(char bracket);   // { or [
    void close(char bracket);  // } or ]
    void key(std::string_view name);
    void null();
    void boolean(bool value);
    void whole(std::int64_t value);
    // At most four decimals, rounded half away from zero; REQUIRES 0 <= value <= 1.
    void share(double value);
    void string(std::string_view value);  // invalid UTF-8 becomes U+FFFD
    void value(const Value& value);

  private:
    void comma();
    std::string& out_;
};

}  // namespace standpoint::exchange::json
