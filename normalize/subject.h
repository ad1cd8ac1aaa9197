// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a figure is of, from the words of its clause (主语).
//
//   2023年我单位年初安排预算数为      → 年初安排预算数
//   其中：基本支出执行数为            → 基本支出执行数
//   与上年度相比增加                  → (none: what was said before, rising)
//   占本年支出的                      → (none: a share of 本年支出)
//
// Words that only lead in (其中, 我单位, the year) or only link (为, 共计, 达到) are dropped; what
// is left is kept as printed. Tested by tables of examples.
//
// Tested by tests/normalize/subject_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "model/fact.h"
#include "normalize/characters.h"

namespace crossfoot::normalize {

struct SubjectWords {
  std::string subject;                      // empty: inherited
  Qualifier qualifiers = Qualifier::kNone;  // increase, decrease, share, cumulative
};

// `begin` and `end` bound the words before the figure. `may_be_share`: it is a percentage, so that
// 占 can speak of it.
SubjectWords ReadSubject(const Characters& text, size_t begin, size_t end, bool may_be_share);

// The words end in a verb that wants an object (下设, 对, 查处): what is counted stands behind the
// figure.
bool IsOnlyAVerb(std::string_view subject);

// The noun right behind a counted figure: 4个|处室, 2个|属经常性项目 (→ 经常性项目). Empty if none.
std::string NounBehind(const Characters& text, size_t begin, size_t end);

}  // namespace crossfoot::normalize
