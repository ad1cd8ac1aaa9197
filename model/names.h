// SPDX-License-Identifier: GPL-3.0-or-later
//
// One table of names for each enumeration of the model: value → name for printing, name → value for
// reading. Names are part of the JSON that others read: append only.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace crossfoot {

template <typename E>
struct EnumName {
  E value;
  std::string_view name;
};

template <typename E, size_t N>
constexpr std::string_view NameIn(const EnumName<E> (&names)[N], E value) {
  for (const EnumName<E>& entry : names) {
    if (entry.value == value) {
      return entry.name;
    }
  }
  return "unknown";
}

template <typename E, size_t N>
constexpr std::optional<E> ValueIn(const EnumName<E> (&names)[N], std::string_view name) {
  for (const EnumName<E>& entry : names) {
    if (entry.name == name) {
      return entry.value;
    }
  }
  return std::nullopt;
}

}  // namespace crossfoot
