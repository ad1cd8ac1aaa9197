// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/entity_name.h"

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

constexpr size_t kLongestName = 40;

constexpr std::u32string_view kBodies[] = {
    U"局",     U"所",   U"中心",   U"委员会",   U"办公室", U"办公厅", U"办事处",   U"厅",
    U"委",     U"院",   U"站",     U"大队",     U"支队",   U"总队",   U"队",       U"学校",
    U"中学",   U"小学", U"大学",   U"学院",     U"幼儿园", U"医院",   U"人民政府", U"法院",
    U"检察院", U"协会", U"联合会", U"总工会",   U"妇联",   U"馆",     U"台",       U"社",
    U"处",     U"公司", U"集团",   U"党校",     U"纪委",   U"监委",   U"团委",     U"工商联",
    U"残联",   U"文联", U"科协",   U"红十字会", U"研究室", U"部",     U"园",       U"场",
    U"署",     U"会议"};

bool EndsPlace(char32_t code) {
  switch (code) {
    case U'省':
    case U'市':
    case U'县':
    case U'区':
    case U'州':
    case U'盟':
    case U'旗':
      return true;
    default:
      return false;
  }
}

// 社区 校区 园区 景区 and 市场 市政: no places, though they sound like them.
bool IsNoPlace(const Characters& name, size_t i) {
  const char32_t before = name.Before(i);
  const char32_t after = name[i + 1];
  if (name[i] == U'区') {
    return before == U'社' || before == U'校' || before == U'园' || before == U'景' ||
           before == U'小' || before == U'库' || before == U'灌' || before == U'城';
  }
  if (name[i] == U'市') {
    return after == U'场' || after == U'政' || after == U'容' || before == U'城';
  }
  return false;
}

}  // namespace

std::string RegionOf(std::string_view name) {
  const Characters text(name);
  size_t end = 0;
  constexpr size_t kLongestPlace = 11;  // 克孜勒苏柯尔克孜自治州
  for (size_t i = 1; i < text.size() && i <= end + kLongestPlace; ++i) {
    if (!IsHan(text[i])) {
      break;
    }
    if (EndsPlace(text[i]) && i >= end + 1 && !IsNoPlace(text, i)) {
      end = i + 1;
    }
  }
  return std::string(text.View(0, end));
}

bool EndsAsBody(std::u32string_view name) {
  for (const std::u32string_view body : kBodies) {
    if (name.size() > body.size() + 1 && name.ends_with(body)) {
      return true;
    }
  }
  return false;
}

size_t BodyNameEnd(const Characters& text, size_t begin) {
  size_t best = begin;
  for (size_t i = begin; i < text.size() && i < begin + kLongestName; ++i) {
    const char32_t code = text[i];
    if (!IsHan(code) && code != U'(' && code != U')' && code != U'·') {
      break;
    }
    const bool department = code == U'部' && text[i + 1] == U'门';  // a word, no body's end
    if (!department && EndsAsBody(text.Folded(begin, i + 1))) {
      best = i + 1;
    }
  }
  return best;
}

}  // namespace crossfoot::normalize
