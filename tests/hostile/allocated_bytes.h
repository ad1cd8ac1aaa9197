// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many bytes this program has asked of the allocator since it began, C libraries' own malloc
// left aside. Defined beside a replaced operator new, in a file of its own.
#pragma once

#include <cstddef>

namespace crossfoot {

size_t AllocatedBytes();

}  // namespace crossfoot
