// SPDX-License-Identifier: GPL-3.0-or-later
//
// CROSSFOOT_CHECK(condition): an invariant of ours. When it breaks, that is our bug, the message
// says so, and the process ends with status 70 (EX_SOFTWARE). Never for what a report may contain.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace crossfoot {

[[noreturn]] inline void BugFound(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "crossfoot: a bug of ours, please report it: %s (%s:%d)\n", condition, file,
               line);
  std::_Exit(70);
}

}  // namespace crossfoot

#define CROSSFOOT_CHECK(condition)                           \
  do {                                                       \
    if (!(condition)) {                                      \
      ::crossfoot::BugFound(#condition, __FILE__, __LINE__); \
    }                                                        \
  } while (false)
