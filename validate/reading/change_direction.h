// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which way a change went, told from the figures alone: 比上年13.66万元□1.91万元，□14.0% after
// 11.75万元 can only be a fall, whatever the words say.
//
// METHOD  the figure of the year before, where it is printed and differs from the current one by
//         the amount; else the base that the rate asks for: amount / (current ∓ amount).
//
// Tested by tests/validate/change_direction_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "validate/check_context.h"

namespace crossfoot {

// 1 a rise, −1 a fall, 0 where the figures do not tell, or tell both. `amount` and `rate`: indices
// in the passage's figures; rate may be absent.
int WayOfChange(const CheckContext& context, const Passage& passage, size_t amount,
                std::optional<size_t> rate);

// A word of direction in a text: bytes [begin, end), and the way it says.
struct DirectionWord {
  size_t begin = 0;
  size_t end = 0;
  int way = 0;
};

// The last one in `words`; begin == end where there is none.
DirectionWord LastDirectionWord(std::string_view words);

// 增加 → 减少, 增长 → 下降 …: the word of the other way that is used for the same thing; empty
// where `word` is none.
std::string_view OppositeOf(std::string_view word);

}  // namespace crossfoot
