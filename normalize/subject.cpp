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
    U"分别为", U"分别是", U"均为", U"共计", U"约为", U"达到", U"达",   U"为", U"是", U"共", U"了",
    U"有",     U"约",     U"的",   U"在",   U"至",   U"到",   U"由",   U"从", U"各", U"=",  U":",
    U"*",      U"-",      U"—",    U"/",    U"×",    U"+",    U"累计", U"仅", U"只", U"就", U"已"};
constexpr std::u32string_view kLeads[] = {
    U"其中",   U"同时",   U"含",   U"另外", U"另有",   U"此外", U"我单位", U"本单位",
    U"我部门", U"本部门", U"我局", U"本局", U"我所",   U"本所", U"我委",   U"我区",
    U"我县",   U"我市",   U"我院", U"我校", U"我中心", U"全区", U"全县",   U"全市",
    U"年度",   U"度",     U"并",   U"且",   U"及",     U"和",   U"与",     U"以及",
    U"截至",   U"截止",   U"另",   U"*",    U"的",     U"-",    U"—",      U"/",
    U"×",      U"+",      U">",    U"<",    U"=",      U"≥",    U"≤"};
bool DropEnd(const Characters& text, size_t begin, size_t* end, std::u32string_view words) {
  // Most words end otherwise: one comparison leaves them.
  if (*end < begin + words.size() || text[*end - 1] != words.back() ||
      !text.MatchBefore(*end, words)) {
    return false;
  }
  // 行为, 作为, 实有, 现有: no link.
  for (const std::u32string_view whole : {U"行为", U"作为", U"实有", U"现有", U"国有", U"所有"}) {
    if (words.size() == 1 && whole.ends_with(words) && text.MatchBefore(*end, whole)) {
      return false;
    }
  }
  *end -= words.size();
  return true;
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
    if (*begin + words.size() <= end && text[*begin] == words.front() &&
        text.Match(*begin, words)) {
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

// 比上年, 与2022年相比, 较年初预算数, 同比: what the change is measured against, with what follows
// it.
size_t DropComparison(const Characters& text, size_t begin, size_t end) {
  constexpr size_t kLongest = 24;
  const size_t least = end > begin + kLongest ? end - kLongest : begin;
  const auto names_a_base = [&](size_t from) {
    const std::u32string_view words = text.Folded(from, end);
    for (const std::u32string_view base :
         {U"上年", U"去年", U"同期", U"年初", U"预算", U"上期", U"年度", U"年"}) {
      if (words.find(base) != std::u32string_view::npos) {
        return true;
      }
    }
    return false;
  };
  for (size_t i = least; i < end; ++i) {
    if (text.Match(i, U"同比") || text.Match(i, U"环比")) {
      return i;
    }
    if ((text[i] == U'比' || text[i] == U'较' || text[i] == U'与') && names_a_base(i + 1)) {
      return i > begin && text[i - 1] == U'相' ? i - 1 : i;
    }
  }
  return end;
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

// “三公”经费 keeps its quotes; 建设工程”项目, whose opening one was left outside, loses it.
void DropUnpairedQuotes(const Characters& text, size_t* begin, size_t* end) {
  int open = 0;
  size_t from = *begin;
  for (size_t i = *begin; i < *end; ++i) {
    if (text[i] == U'“') {
      ++open;
    } else if (text[i] == U'”' && --open < 0) {
      open = 0;
      from = i + 1;
    }
  }
  *begin = text.SkipBlanks(from);
  if (open > 0 && *begin < *end && text[*begin] == U'“') {
    *begin = text.SkipBlanks(*begin + 1);
  }
}

// What stands before 其中 is the whole, not this figure.
size_t SkipLeadIn(const Characters& text, size_t begin, size_t end) {
  for (size_t i = end; i >= begin + 2; --i) {
    if (text.MatchBefore(i, U"其中")) {
      const size_t colon = text.SkipBlanks(i);
      return text[colon] == U':' ? colon + 1 : i;
    }
  }
  return begin;
}

// 按支出性质分, 按支出经济分类分: by what the parts are parted.
size_t SkipBasis(const Characters& text, size_t begin, size_t end) {
  constexpr size_t kLongest = 16;
  const size_t first = text.SkipBlanks(begin);
  if (text[first] != U'按') {
    return begin;
  }
  for (size_t i = first + 2; i < end && i < first + kLongest; ++i) {
    if (text[i] == U'分' && text[i + 1] != U'类') {
      return text[i + 1] == U'为' ? i + 2 : i + 1;
    }
  }
  return begin;
}

bool HasLetters(const Characters& text, size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) {
    if (IsHan(text[i]) || (text[i] >= U'A' && text[i] <= U'z')) {
      return true;
    }
  }
  return false;
}

}  // namespace

SubjectWords ReadSubject(const Characters& text, size_t begin, size_t end, bool may_be_share) {
  SubjectWords words;
  end = text.SkipBlanksBack(end);
  end = end < begin ? begin : end;
  const Qualifier direction = ReadDirection(text, begin, &end);
  words.qualifiers = direction;
  if (may_be_share && direction == Qualifier::kNone && ReadShare(text, begin, &end)) {
    words.qualifiers = words.qualifiers | Qualifier::kShare;
  }
  if (direction != Qualifier::kNone) {
    end = DropComparison(text, begin, end);
  }
  while (DropAnyEnd(text, begin, &end, kLinks)) {
  }
  begin = SkipLeadIn(text, begin, end);
  for (size_t before = end + 1; before != begin;) {
    before = begin;
    begin = SkipBasis(text, SkipYear(text, begin, end), end);
    DropAnyFront(text, &begin, end, kLeads);
  }
  DropUnpairedQuotes(text, &begin, &end);
  if (begin < end && HasLetters(text, begin, end)) {
    words.subject = std::string(TrimBlanks(text.View(begin, end)));
  }
  return words;
}

bool IsOnlyAVerb(std::string_view subject) {
  constexpr std::u32string_view kVerbs[] = {
      U"下设", U"内设", U"设",   U"设立", U"设置", U"共有", U"有",   U"对",   U"对辖区",
      U"查处", U"处罚", U"发现", U"开展", U"完成", U"组织", U"举办", U"制作", U"推出",
      U"发表", U"处理", U"检查", U"建立", U"采取", U"实施", U"出动", U"下达", U"发出",
      U"涉及", U"包括", U"包含", U"新增", U"签订", U"召开", U"接待", U"建成", U"购置",
      U"评为", U"参加", U"承担", U"及",   U"和",   U"与",   U"承办", U"立案", U"培训",
      U"覆盖", U"安排", U"组建", U"派发", U"发放", U"约谈", U"近"};
  const std::u32string words = Fold(subject);
  constexpr size_t kShort = 2;
  constexpr size_t kShortPhrase = 5;  // 对全县, 对县域内
  if (words.size() < kShort || (words.front() == U'对' && words.size() <= kShortPhrase)) {
    return true;
  }
  for (const std::u32string_view verb : kVerbs) {
    if (std::u32string_view(words).ends_with(verb)) {
      return true;
    }
  }
  return false;
}

std::string NounBehind(const Characters& text, size_t begin, size_t end) {
  constexpr std::u32string_view kFront[] = {U"属于", U"属", U"的"};
  while (DropAnyFront(text, &begin, end, kFront)) {
  }
  constexpr size_t kLongestNoun = 20;
  // What begins so goes on with the sentence and names nothing.
  for (const char32_t verb :
       {U'得', U'扣', U'均', U'已', U'被', U'未', U'不', U'及', U'和', U'等'}) {
    if (text[begin] == verb) {
      return "";
    }
  }
  size_t at = begin;
  while (at < end && at < begin + kLongestNoun && (IsHan(text[at]) || DigitValue(text[at]) < 0) &&
         text[at] != U'的' && text[at] != U'进') {
    ++at;
  }
  constexpr std::u32string_view kJoints[] = {U"以及", U"及", U"和", U"与", U"等"};
  while (DropAnyEnd(text, begin, &at, kJoints)) {
  }
  return std::string(TrimBlanks(text.View(begin, at)));
}

}  // namespace crossfoot::normalize
