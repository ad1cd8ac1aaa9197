// SPDX-License-Identifier: GPL-3.0-or-later
//
// Divisions of money that are complete by their own nature: whoever names all the parts has named
// the whole (基本支出 + 项目支出; 一般公共预算 + 政府性基金 + 国有资本经营 …).
//
// Tested by tests/validate/partition_test.cpp.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace crossfoot {

struct Partition {
  const char* name_zh;
  const char* name_en;
  std::array<const char*, 6> parts;  // "a|b": either word; unused places are null
  size_t needed;                     // how many different ones make the list complete
  // … where the whole's own words hold one of these ("a|b"); null: whatever the whole is called.
  const char* whole = nullptr;
  bool doubted = false;  // another source may go untold: what does not add up is a warning
};

// The partition that `labels` spell out in full, all of them parts of it; or nullptr. `whole` is
// what the whole is called, where the caller knows.
const Partition* CompletePartition(const std::vector<std::string_view>& labels,
                                   std::string_view whole = {});

// All of `labels` are parts of one such division of money, no part named twice: what a 合计 over
// them has beyond them is a part left out.
bool AreDifferentParts(const std::vector<std::string_view>& labels);

}  // namespace crossfoot
