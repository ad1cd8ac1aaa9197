// SPDX-License-Identifier: GPL-3.0-or-later
//
// An office's name in its normal form, so that the reports of one office are found whichever way it
// writes itself: in full, in short, with the places above it or without, before and after the
// reform that renamed it.
//
// METHOD width and blanks folded; short forms written out (政协 → 中国人民政治协商会议 …); the
// place
//        put in front where the entity leaves it out; places above the lowest one set apart; names
//        that a reform replaced one for one replaced.
// LIMITS a county of one name may lie in two provinces: whoever compares looks at `above` too. A
//        renamed office may have other duties than before: `renamed` says so.
//
// Tested by tests/corpus/office_name_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

struct Office {
  std::string name;   // 普陀区财政局; with "(本级)" where only the office itself is meant
  std::string above;  // 上海市; empty where not told
  bool renamed = false;  // the name as printed is one that a reform replaced
};

// `region` may be empty. An empty entity gives an empty name.
Office OfficeOf(std::string_view entity, std::string_view region);

}  // namespace crossfoot
