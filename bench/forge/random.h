// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chance that is the same on every machine: splitmix64, no standard distribution, no clock.
//
//   Random random(7, "self-evaluation");  // one stream for each purpose: adding a draw to one
//                                         // leaves the others as they were
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace crossfoot::forge {

class Random {
 public:
  explicit Random(uint64_t seed, std::string_view stream = {}) : state_(seed) {
    for (const char c : stream) {  // FNV-1a
      state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    Next();
  }

  uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  // In [low, high]. Precondition: low <= high.
  int64_t Between(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(Next() % static_cast<uint64_t>(high - low + 1));
  }
  bool Chance(int percent) { return Between(1, 100) <= percent; }
  // Precondition: not empty.
  template <typename List>
  const auto& Pick(const List& list) {
    return list[static_cast<size_t>(Next() % list.size())];
  }
  template <typename T>
  void Shuffle(std::vector<T>* list) {
    for (size_t i = list->size(); i > 1; --i) {
      std::swap((*list)[i - 1], (*list)[static_cast<size_t>(Next() % i)]);
    }
  }

 private:
  uint64_t state_;
};

}  // namespace crossfoot::forge
