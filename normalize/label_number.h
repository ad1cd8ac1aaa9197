// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numerals that name or number something (序号、编号): told from quantities.
//
//   ordinals      第三 · 一是 · 1. · 2、 · （二） · (3) · ① · 附件2 · 表1 · 目标1
//   identifiers   〔2013〕16号 · [2021]10号 · 第16条 · 0755-28924522 · 13800000000 · 1.2.3 · 5号楼
//   names         5G · A4 · “1234”工作法
//
// A list number counts as one only where an item can begin: at the start of a text, after a stop
// or a semicolon, after a blank.
//
// Tested by tests/normalize/label_number_test.cpp.
#pragma once

#include <optional>

#include "normalize/lexicon.h"
#include "normalize/reading.h"

namespace crossfoot::normalize {

// The ordinal or identifier that begins at character `i`: a digit of either script, 第, or a
// circled number. `in_cell`: the text is a table's cell, where list numbers are rarer than scores.
std::optional<Reading> ReadLabelNumber(const Characters& text, size_t i, const Lexicon& lexicon,
                                       bool in_cell);

}  // namespace crossfoot::normalize
