// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/office_name.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

struct Spelling {
  std::string_view from;
  std::string_view to;
};

// Short forms that mean one office, and their full form without the place. A form is replaced at
// the end of a name only: 政协办 in 政协办公厅 is none.
constexpr std::array kShortForms = {
    Spelling{"发改委", "发展和改革委员会"},
    Spelling{"发改局", "发展和改革局"},
    Spelling{"发展改革委员会", "发展和改革委员会"},
    Spelling{"发展改革委", "发展和改革委员会"},
    Spelling{"卫健委", "卫生健康委员会"},
    Spelling{"卫健局", "卫生健康局"},
    Spelling{"卫计委", "卫生和计划生育委员会"},
    Spelling{"卫计局", "卫生和计划生育局"},
    Spelling{"卫生计生委", "卫生和计划生育委员会"},
    Spelling{"卫生计生局", "卫生和计划生育局"},
    Spelling{"人社局", "人力资源和社会保障局"},
    Spelling{"人力资源社会保障局", "人力资源和社会保障局"},
    Spelling{"住建局", "住房和城乡建设局"},
    Spelling{"住房城乡建设局", "住房和城乡建设局"},
    Spelling{"住建委", "住房和城乡建设委员会"},
    Spelling{"工信局", "工业和信息化局"},
    Spelling{"经信委", "经济和信息化委员会"},
    Spelling{"文旅局", "文化和旅游局"},
    Spelling{"市监局", "市场监督管理局"},
    Spelling{"市场监管局", "市场监督管理局"},
    Spelling{"农业农村委", "农业农村委员会"},
    Spelling{"国资委", "国有资产监督管理委员会"},
    Spelling{"机关事务局", "机关事务管理局"},
    Spelling{"退役军人局", "退役军人事务局"},
    Spelling{"人大办", "人民代表大会常务委员会办公室"},
    Spelling{"人大办公室", "人民代表大会常务委员会办公室"},
    Spelling{"人大常委会办公室", "人民代表大会常务委员会办公室"},
    Spelling{"人大常委会办公厅", "人民代表大会常务委员会办公厅"},
    Spelling{"政协办", "政协办公室"},
    Spelling{"政府办", "人民政府办公室"},
    Spelling{"政府办公室", "人民政府办公室"},
    Spelling{"镇政府", "镇人民政府"},
    Spelling{"乡政府", "乡人民政府"},
    Spelling{"街道办", "街道办事处"},
    Spelling{"检察院", "人民检察院"},
    Spelling{"法院", "人民法院"},
    Spelling{"团委", "共青团委员会"},
    Spelling{"妇联", "妇女联合会"},
    Spelling{"残联", "残疾人联合会"},
    Spelling{"工商联", "工商业联合会"},
    Spelling{"科协", "科学技术协会"},
    Spelling{"文联", "文学艺术界联合会"},
};

// Names that a reform replaced, one office for one. Where a reform merged several offices the new
// one has other money than each of the old: those are not here.
constexpr std::array kReplaced = {
    Spelling{"环境保护局", "生态环境局"},       Spelling{"环境保护厅", "生态环境厅"},
    Spelling{"环保局", "生态环境局"},           Spelling{"国土资源局", "自然资源局"},
    Spelling{"国土资源厅", "自然资源厅"},       Spelling{"卫生和计划生育委员会", "卫生健康委员会"},
    Spelling{"卫生和计划生育局", "卫生健康局"}, Spelling{"安全生产监督管理局", "应急管理局"},
    Spelling{"扶贫开发办公室", "乡村振兴局"},   Spelling{"农业委员会", "农业农村委员会"},
    Spelling{"农业局", "农业农村局"},
};

constexpr std::array<std::string_view, 10> kPlaceEnds = {
    "特别行政区", "自治区", "自治州", "自治县", "省", "市", "区", "县", "旗", "盟"};

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Bytes of the place that `text` begins with (two to twelve characters); 0 where it does not.
size_t PlaceAtBeginning(std::string_view text) {
  size_t characters = 0;
  for (size_t at = 0; at < text.size() && characters < 12;) {
    const Utf8Step step = DecodeUtf8(text, at);
    at += step.length;
    ++characters;
    if (!IsHan(step.code)) {
      return 0;
    }
    for (const std::string_view end : kPlaceEnds) {
      // 市场监督管理局, 区级 …: a place has a name before its rank. 开发区 and 市辖区 are places
      // too.
      if (characters >= 2 && EndsWith(text.substr(0, at), end)) {
        return at;
      }
    }
  }
  return 0;
}

// The text after a word for a rank must be able to name an office: 区 in 社区, 市 in 市场 are none.
bool IsPartOfAWord(std::string_view text, size_t place) {
  const std::string_view head = text.substr(0, place);
  const std::string_view rest = text.substr(place);
  return EndsWith(head, "社区") || EndsWith(head, "园区") || EndsWith(head, "辖区") ||
         EndsWith(head, "城市") || EndsWith(head, "地区") || EndsWith(head, "小区") ||
         EndsWith(head, "灌区") || EndsWith(head, "景区") || EndsWith(head, "库区") ||
         EndsWith(head, "林区") || EndsWith(head, "矿区") || rest.rfind("场", 0) == 0 ||
         rest.rfind("域", 0) == 0 || rest.rfind("级", 0) == 0 || rest.rfind("政", 0) == 0;
}

bool ReplaceEnd(const Spelling& spelling, std::string* name) {
  // Already the full form: 人民法院 ends with 法院.
  if (!EndsWith(*name, spelling.from) || EndsWith(*name, spelling.to)) {
    return false;
  }
  name->replace(name->size() - spelling.from.size(), spelling.from.size(), spelling.to);
  return true;
}

// 中国人民政治协商会议某省委员会办公厅 and 某省政协办公厅 are one office.
std::string WithoutLongTitles(std::string name) {
  constexpr std::string_view kConference = "中国人民政治协商会议";
  constexpr std::string_view kCommittee = "委员会";
  if (name.rfind(kConference, 0) == 0) {
    name.erase(0, kConference.size());
    if (const size_t at = name.find(kCommittee); at != std::string::npos) {
      name.replace(at, kCommittee.size(), "政协");
    }
  }
  constexpr std::string_view kParty = "中国共产党";
  constexpr std::string_view kPartyShort = "中共";
  for (const std::string_view head : {kParty, kPartyShort}) {
    if (name.rfind(head, 0) == 0) {
      name.erase(0, head.size());
    }
  }
  return name;
}

// "(本级)", "(本部)" and "(机关)" tell the office itself from all its units; other brackets hold
// what the office is also called.
std::string WithoutBrackets(std::string name, bool* itself) {
  const size_t open = name.rfind('(');
  if (open == std::string::npos || name.back() != ')') {
    for (const std::string_view end : {"本级", "本部"}) {
      if (EndsWith(name, end)) {
        *itself = true;
        name.resize(name.size() - end.size());
      }
    }
    return name;
  }
  const std::string inside = name.substr(open + 1, name.size() - open - 2);
  *itself = inside == "本级" || inside == "本部" || inside == "机关" || inside == "机关本级";
  name.resize(open);
  return name;
}

}  // namespace

Office OfficeOf(std::string_view entity, std::string_view region) {
  Office office;
  std::string name = FoldLabel(entity);
  if (name.empty()) {
    return office;
  }
  bool itself = false;
  name = WithoutLongTitles(WithoutBrackets(std::move(name), &itself));
  const std::string place = FoldLabel(region);
  size_t own = PlaceAtBeginning(name);
  if (own > 0 && IsPartOfAWord(name, own)) {
    own = 0;
  }
  if (own == 0 && !place.empty() && name.find(place) == std::string::npos) {
    name = place + name;
  } else if (own > 0 && place.size() > own && EndsWith(place, name.substr(0, own))) {
    name = place + name.substr(own);
  }
  // Step down from place to place as long as another place and an office's name follow.
  for (;;) {
    const size_t first = PlaceAtBeginning(name);
    if (first == 0 || IsPartOfAWord(name, first)) {
      break;
    }
    const std::string_view rest = std::string_view(name).substr(first);
    const size_t next = PlaceAtBeginning(rest);
    if (next == 0 || next == rest.size() || IsPartOfAWord(rest, next)) {
      break;
    }
    office.above += name.substr(0, first);
    name.erase(0, first);
  }
  for (const Spelling& spelling : kShortForms) {
    ReplaceEnd(spelling, &name);
  }
  for (const Spelling& spelling : kReplaced) {
    office.renamed = ReplaceEnd(spelling, &name) || office.renamed;
  }
  office.name = name + (itself ? "(本级)" : "");
  return office;
}

}  // namespace crossfoot
