// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crossfoot {

// What the program ends with. Values are forever: scripts test them.
enum class ExitStatus {
  kClean = 0,        // nothing at or above --fail-on
  kFound = 1,        // something at or above --fail-on
  kUsage = 2,        // wrong usage
  kUnreadable = 3,   // an input could not be read; the rest is still done and shown
  kStoreFailed = 4,  // a store cannot be used or written; what was stored stays
  kBug = 70,         // an invariant of ours broke (EX_SOFTWARE)
};

}  // namespace crossfoot
