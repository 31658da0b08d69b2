// Result<T>: a value or an Error. Everything that can fail on a person's input returns one; nothing
// in core/ throws.
//
// An Error is one sentence that a person can act on, its kind, and where in the input it happened
// (byte offset and 1-based line, where they are known).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace standpoint::text {

enum class ErrorKind : std::uint8_t {
    invalid_utf8,  // the bytes are not UTF-8
    malformed,     // the syntax of a file is broken (JSON, ...)
    wrong_shape,   // well-formed, but a field is missing or has the wrong type
    out_of_range,  // an offset outside the text or inside a character
    too_new,       // written by a newer version than this one
    too_large,     // over a stated limit
    not_found,     // names something that is not there
    not_allowed,   // a command whose precondition does not hold
    io,            // reading or writing a file failed (command line only)
};

struct Error {
    ErrorKind kind = ErrorKind::malformed;
    std::string message;              // one sentence, no trailing newline
    std::optional<std::uint64_t> at;  // byte offset in the input
    std::optional<std::uint64_t> line;
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    // REQUIRES: the result holds a value.
    T& operator*() { return std::get<0>(state_); }
    const T& operator*() const { return std::get<0>(state_); }
    T* operator->() { return &std::get<0>(state_); }
    const T* operator->() const { return &std::get<0>(state_); }
    // REQUIRES: the result holds an error.
    const Error& error() const { return std::get<1>(state_); }

  private:
    std::variant<T, Error> state_;
};

}  // namespace standpoint::text
