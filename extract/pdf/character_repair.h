// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts right what fonts say about their characters: the character a reader sees, in the code that
// everyone searches for.
//
// Fonts made by browsers and office programs often name 一 二 长 页 by the code of a radical (⼀ ⼆
// ⻓ ⻚), and bullets by the private codes of symbol fonts. Ligatures of Latin letters are taken
// apart. Private-use codes, control characters and U+FFFD mean nothing and give nothing.
//
// Radicals after Unicode's EquivalentUnifiedIdeograph.txt; symbol codes after the Windows fonts
// Symbol and Wingdings.
//
// Tested by tests/extract/pdf/character_repair_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// The characters shown; empty where any of them has no meaning.
std::u32string RepairCharacters(std::u32string_view characters);

}  // namespace crossfoot
