// SPDX-License-Identifier: GPL-3.0-or-later
//
// The number a heading or list item begins with (编号), told from a figure that only happens to
// stand first.
//
// Every form that Chinese reports use: 第一部分 · 第一章 · 第一节 · 一、 · （一） · 1. 1． 1、 ·
// 1.1 · （1） · 1） · ① · 附件1 附表 附录 · 指标①： 指标一： · 一是 首先 (run-in ordinals). A
// number is kept as printed, its delimiter included, so that later stages can see forms that were
// mixed.
//
// LIMITS      `2.3万元` and `3、6、9月` are figures, not numbers; `1.2023年…` is number 1. Decided
// from
//             the line alone; whether a number fits its neighbours is outline.h's question.
//
// Tested by tests/extract/outline/numbering_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace crossfoot {

// In the order in which they usually nest, outermost first.
enum class NumberStyle {
  kAttachment,   // 附件1, 附表, 附录二
  kPart,         // 第一部分, 第一编
  kChapter,      // 第一章
  kSection,      // 第一节
  kHan,          // 一、
  kHanParen,     // （一）
  kArabic,       // 1. 1． 1、
  kDecimal,      // 1.1, 2.3.1
  kArabicParen,  // （1）
  kArabicHalf,   // 1） 1)
  kCircled,      // ①
  kIndicator,    // 指标①：
  kOrdinal,      // 一是 其一 第一，
};

struct Numbering {
  NumberStyle style = NumberStyle::kHan;
  int value = 0;      // 0: none is printed (附件：); the last component of a decimal number
  int depth = 1;      // components of a decimal number, else 1
  size_t length = 0;  // bytes of the number with its delimiter, without blanks after it
};

// The number at the beginning of `text` (leading blanks are the caller's to trim), or nullopt.
std::optional<Numbering> ParseNumbering(std::string_view text);

// Chinese numeral up to 99 (十二, 二十, 廿一 is not read) at byte `at`; its length in bytes, 0 if
// none.
size_t ReadHanOrdinal(std::string_view text, size_t at, int* value);

}  // namespace crossfoot
