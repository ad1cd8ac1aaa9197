// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/subject.h"

#include <initializer_list>

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

using Words = std::initializer_list<std::u32string_view>;

constexpr std::u32string_view kIncrease[] = {U"增加", U"增长", U"上升", U"提高", U"提升", U"增幅",
                                             U"增副", U"上涨", U"增收", U"增支", U"调增", U"追加",
                                             U"新增", U"扩大", U"净增", U"增多"};
constexpr std::u32string_view kDecrease[] = {U"减少", U"下降", U"降低", U"降幅", U"减收",
                                             U"减支", U"调减", U"缩减", U"压缩", U"压减",
                                             U"下调", U"核减", U"节约", U"净减", U"回落"};
// Between a direction word and its figure.
constexpr std::u32string_view kFiller[] = {U"金额", U"幅度", U"比例", U"比率", U"人数",
                                           U"了",   U"为",   U"额",   U"率",   U"数",
                                           U"值",   U"约",   U"共",   U"计",   U"近"};
constexpr std::u32string_view kLinks[] = {
    U"分别为", U"分别是", U"均为", U"共计", U"总计为", U"合计为", U"约为", U"达到", U"达",
    U"为",     U"是",     U"共",   U"了",   U"有",     U"计",     U"约",   U"的",   U"在",
    U"至",     U"到",     U"由",   U"从",   U"各",     U"=",      U":",    U"“",    U"”",
    U"*",      U"-",      U"—",    U"/",    U"×",      U"+",      U"累计", U"得分", U"得",
    U"仅",     U"只",     U"就",   U"已",   U"记"};
constexpr std::u32string_view kLeads[] = {
    U"其中", U"同时",   U"另外", U"另有", U"此外", U"我单位", U"本单位", U"我部门", U"本部门",
    U"我局", U"本局",   U"我所", U"本所", U"我委", U"我区",   U"我县",   U"我市",   U"我院",
    U"我校", U"我中心", U"全区", U"全县", U"全市", U"年度",   U"度",     U"并",     U"且",
    U"及",   U"和",     U"与",   U"以及", U"共",   U"截至",   U"截止",   U"另",     U"*",
    U"的",   U"-",      U"—",    U"/",    U"×",    U"+",      U"“",      U"”",      U">",
    U"<",    U"=",      U"≥",    U"≤"};
constexpr std::u32string_view kComparisons[] = {
    U"与上年度相比", U"与上年相比", U"同比上年",       U"同比去年",   U"比上年度",   U"比上年",
    U"较上年度",     U"较上年",     U"比去年",         U"较去年",     U"较年初",     U"比年初",
    U"同比",         U"环比",       U"与上年同期相比", U"与去年相比", U"比上年同期", U"较上年同期"};

bool DropEnd(const Characters& text, size_t begin, size_t* end, std::u32string_view words) {
  if (*end >= begin + words.size() && text.MatchBefore(*end, words)) {
    *end -= words.size();
    return true;
  }
  return false;
}

template <size_t N>
bool DropAnyEnd(const Characters& text, size_t begin, size_t* end,
                const std::u32string_view (&list)[N]) {
  *end = text.SkipBlanksBack(*end);
  *end = *end < begin ? begin : *end;
  for (const std::u32string_view words : list) {
    if (DropEnd(text, begin, end, words)) {
      return true;
    }
  }
  return false;
}

template <size_t N>
bool DropAnyFront(const Characters& text, size_t* begin, size_t end,
                  const std::u32string_view (&list)[N]) {
  *begin = text.SkipBlanks(*begin);
  for (const std::u32string_view words : list) {
    if (*begin + words.size() <= end && text.Match(*begin, words)) {
      *begin += words.size();
      return true;
    }
  }
  return false;
}

// 增长率为 right before the figure; the words before the verb stay.
Qualifier ReadDirection(const Characters& text, size_t begin, size_t* end) {
  size_t at = *end;
  for (int i = 0; i < 4; ++i) {
    for (const std::u32string_view words : kIncrease) {
      if (DropEnd(text, begin, &at, words)) {
        *end = at;
        return Qualifier::kIncrease;
      }
    }
    for (const std::u32string_view words : kDecrease) {
      if (DropEnd(text, begin, &at, words)) {
        *end = at;
        return Qualifier::kDecrease;
      }
    }
    if (!DropAnyEnd(text, begin, &at, kFiller)) {
      break;
    }
  }
  return Qualifier::kNone;
}

// 占…的: the share's whole is named between; the words before 占 stay.
bool ReadShare(const Characters& text, size_t begin, size_t* end) {
  for (size_t at = *end; at > begin; --at) {
    if (text[at - 1] == U'占' && text[at] != U'地' && text[at] != U'用') {
      *end = at - 1;
      return true;
    }
  }
  return false;
}

size_t SkipYear(const Characters& text, size_t begin, size_t end) {
  size_t at = text.SkipBlanks(begin);
  size_t digits = at;
  while (digits < end && (DigitValue(text[digits]) >= 0)) {
    ++digits;
  }
  const size_t sign = text.SkipBlanks(digits);
  if (digits - at == 4 && sign < end && text[sign] == U'年' && text[sign + 1] != U'初' &&
      text[sign + 1] != U'末') {
    return sign + 1;
  }
  return begin;
}

}  // namespace

SubjectWords ReadSubject(const Characters& text, size_t begin, size_t end) {
  SubjectWords words;
  end = text.SkipBlanksBack(end);
  end = end < begin ? begin : end;
  const Qualifier direction = ReadDirection(text, begin, &end);
  words.qualifiers = direction;
  if (direction == Qualifier::kNone && ReadShare(text, begin, &end)) {
    words.qualifiers = words.qualifiers | Qualifier::kShare;
  }
  if (direction != Qualifier::kNone) {
    DropAnyEnd(text, begin, &end, kComparisons);
  }
  while (DropAnyEnd(text, begin, &end, kLinks)) {
  }
  begin = SkipYear(text, begin, end);
  while (DropAnyFront(text, &begin, end, kLeads)) {
    begin = SkipYear(text, begin, end);
  }
  if (begin < end) {
    words.subject = std::string(TrimBlanks(text.View(begin, end)));
  }
  return words;
}

std::string NounBehind(const Characters& text, size_t begin, size_t end) {
  constexpr std::u32string_view kFront[] = {U"属于", U"属", U"的"};
  while (DropAnyFront(text, &begin, end, kFront)) {
  }
  constexpr size_t kLongestNoun = 20;
  size_t at = begin;
  while (at < end && at < begin + kLongestNoun && (IsHan(text[at]) || DigitValue(text[at]) < 0) &&
         text[at] != U'的' && text[at] != U'进') {
    ++at;
  }
  return std::string(TrimBlanks(text.View(begin, at)));
}

}  // namespace crossfoot::normalize
