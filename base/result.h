// SPDX-License-Identifier: GPL-3.0-or-later
//
// A value, or the Error that explains why there is none.
//
//   Result<Document> Read(const Source& source) {
//     CROSSFOOT_TRY(const std::string bytes, ReadFile(source));
//     return Parse(bytes);
//   }
//
// There are four kinds of wrong, never mixed: an Error (no output), a Note in the Document (weaker
// output), a Finding (the report contradicts itself), and a bug of ours (CROSSFOOT_CHECK).
//
// Tested by tests/base/result_test.cpp.
#pragma once

#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

#include "base/error.h"

namespace crossfoot {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // Preconditions: ok(), and !ok() respectively; std::get's check stands behind both.
  [[nodiscard]] T& value() & { return std::get<T>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  [[nodiscard]] const Error& error() const& { return std::get<Error>(state_); }
  [[nodiscard]] Error&& error() && { return std::get<Error>(std::move(state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

 private:
  std::variant<T, Error> state_;
};

// What a Result holds when success has nothing to tell.
struct Done {};

}  // namespace crossfoot

#define CROSSFOOT_CONCAT_(a, b) a##b
#define CROSSFOOT_CONCAT(a, b) CROSSFOOT_CONCAT_(a, b)
#define CROSSFOOT_TRY_(temporary, declaration, expression) \
  auto temporary = (expression);                           \
  if (!temporary.ok()) {                                   \
    return std::move(temporary).error();                   \
  }                                                        \
  declaration = std::move(temporary).value()
// Declares from the value of a Result, or returns its Error from the enclosing function.
#define CROSSFOOT_TRY(declaration, expression) \
  CROSSFOOT_TRY_(CROSSFOOT_CONCAT(try_, __COUNTER__), declaration, expression)

// Evaluates a Result whose value is of no interest, or returns its Error from the enclosing
// function.
#define CROSSFOOT_DO(expression) CROSSFOOT_DO_(CROSSFOOT_CONCAT(do_, __COUNTER__), expression)
#define CROSSFOOT_DO_(temporary, expression) \
  do {                                       \
    auto temporary = (expression);           \
    if (!temporary.ok()) {                   \
      return std::move(temporary).error();   \
    }                                        \
  } while (false)
