// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of a report is read before it counts as hostile. Going over one is the Error
// kLimitExceeded (the whole input) or a Note (one page or table of it), never a crash.
#pragma once

#include <cstdint>

namespace crossfoot {

struct Limits {
  int64_t file_bytes = int64_t{512} << 20;
  int64_t text_bytes = int64_t{64} << 20;  // of decoded text
  int pages = 5000;
  int characters_per_page = 200'000;
  int segments_per_page = 200'000;                     // path segments recorded
  int64_t content_bytes_per_page = int64_t{32} << 20;  // of page description, unfolded
  int cells_per_table = 200'000;
  int nesting_depth = 64;  // forms in forms, tables in tables, tags in tags
  int64_t pixels_per_page = int64_t{100} << 20;
  int facts = 200'000;
};

}  // namespace crossfoot
