// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/three_public.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/pattern.h"
#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr size_t kMostRows = 60;

bool Has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool HasOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return Has(text, word); });
}

// What one heading, or one clause, names.
std::optional<PublicItem> ItemOf(std::string_view words) {
  // Numbers of trips, cars and guests stand in the same tables; 国内接待 is a part of reception.
  if (HasOneOf(words,
               {"批", "人次", "人数", "团组", "保有", "辆", "外宾", "外事", "国内", "个数"})) {
    return std::nullopt;
  }
  if (Has(words, "接待")) {
    return PublicItem::kReception;
  }
  if (Has(words, "出国")) {
    return PublicItem::kAbroad;
  }
  const bool bought = Has(words, "购置");
  const bool run = HasOneOf(words, {"运行", "运维"}) && !Has(words, "机关运行");
  if (HasOneOf(words, {"车辆", "用车", "公车", "公务车"}) || (bought && run)) {
    return bought == run ? PublicItem::kCars
                         : (bought ? PublicItem::kCarsBought : PublicItem::kCarsRun);
  }
  if (Has(words, "三公") || words.starts_with("合计") || words.starts_with("总计")) {
    return PublicItem::kWhole;
  }
  return std::nullopt;
}

bool IsMoney(const Fact& fact) { return fact.quantity.unit.dimension == Dimension::kMoney; }

PublicSide SideOf(std::string_view words) {
  if (HasOneOf(words, {"决算", "执行", "实际"})) {
    return PublicSide::kSpent;
  }
  return HasOneOf(words, {"预算", "安排"}) ? PublicSide::kBudget : PublicSide::kUnknown;
}

// A figure of the table with what its headings say.
struct Placed {
  PublicItem item = PublicItem::kWhole;
  bool other = false;  // 会议费, 培训费: none of the items
  std::string words;   // the rest of the headings
};

// The headings of a figure, outermost first, as one item and the words that name none.
std::optional<Placed> Place(const std::vector<std::string>& levels) {
  Placed placed;
  std::optional<PublicItem> item;
  for (const std::string& level : levels) {
    const std::string words = FoldLabel(level);
    if (HasOneOf(words, {"会议", "培训", "机关运行"}) && !Has(words, "三公")) {
      placed.other = true;
      return placed;
    }
    if (item == PublicItem::kCars && Has(words, "购置") != Has(words, "运行")) {
      item = Has(words, "购置") ? PublicItem::kCarsBought : PublicItem::kCarsRun;
    } else if (const auto here = ItemOf(words)) {
      // 合计 below another item is that item.
      if (!item || *item == PublicItem::kWhole || *here != PublicItem::kWhole) {
        item = here;
      }
    } else if (words != "小计" && words != "项目") {
      placed.words += words;
    }
  }
  if (!item) {
    return std::nullopt;
  }
  placed.item = *item;
  return placed;
}

bool IsThreePublicTable(const FigureTable& table, bool* by_rows) {
  std::set<PublicItem> rows;
  std::set<PublicItem> columns;
  size_t other_rows = 0;
  for (const FigureRow& row : table.rows) {
    if (const auto item = ItemOf(row.Label())) {
      rows.insert(*item);
    } else {
      other_rows += row.Label().empty() ? 0 : 1;
    }
    if (row.code.size() >= 3) {
      return false;  // accounts of the economic classification, 30217 among them
    }
  }
  for (const std::string& header : table.headers) {
    // A header of several levels may name more than one; any will do to know the table.
    if (const auto item =
            header.ends_with("合计") ? std::optional(PublicItem::kWhole) : ItemOf(header)) {
      columns.insert(*item);
    }
  }
  *by_rows = rows.size() >= columns.size();
  const std::set<PublicItem>& items = *by_rows ? rows : columns;
  const bool named = Has(table.title, "三公") || (items.size() >= 4 && other_rows <= 2);
  return named && items.size() >= 3 && items.contains(PublicItem::kWhole) &&
         (items.contains(PublicItem::kReception) || items.contains(PublicItem::kAbroad)) &&
         table.rows.size() <= kMostRows;
}

void MarkListed(const FigureTable& table, bool by_rows, PublicSet* set) {
  const auto list = [&](std::string_view words) {
    if (const auto item = ItemOf(words)) {
      set->listed.at(static_cast<size_t>(*item)) = true;
    }
  };
  if (by_rows) {
    for (const FigureRow& row : table.rows) {
      list(row.Label());
    }
    return;
  }
  for (const std::string& header : table.headers) {
    for (const std::string_view word : {"出国", "购置及运行", "购置和运行", "接待"}) {
      if (Has(header, word)) {
        list(word);
      }
    }
    if (header.ends_with("购置费")) {
      list("用车购置费");
    } else if (HasOneOf(header, {"运行费", "运行维护费"})) {
      list("用车运行费");
    }
  }
}

void ReadTable(const FactSet& facts, const FigureTable& table, bool by_rows,
               std::vector<PublicSet>* sets) {
  // Where the items stand in rows a set is a column; else a row and the words over its columns.
  using Key = std::tuple<int, std::string, int>;
  std::map<Key, PublicSet> found;
  std::set<Key> spoilt;
  bool unread = false;
  for (const FigureRow& row : table.rows) {
    std::map<std::string, int> turn;  // heads lost: the items begin anew
    for (const RowSegment& segment : row.segments) {
      for (const auto& [column, id] : segment.figures) {
        const Fact& fact = facts.facts[static_cast<size_t>(id)];
        if (!IsMoney(fact)) {
          continue;
        }
        const auto placed =
            Place(by_rows ? std::vector<std::string>{segment.label} : fact.column_path);
        if (!placed) {
          unread = true;
          continue;
        }
        std::string words = placed->words;
        Key key{column, "", 0};
        if (by_rows) {
          for (const std::string& level : fact.column_path) {
            words += FoldLabel(level);
          }
        } else {
          key = {row.row, placed->words, turn[placed->words]};
          const auto before = found.find(key);
          if (before != found.end() && !placed->other && before->second.Of(placed->item) >= 0) {
            key = {row.row, placed->words, ++turn[placed->words]};
          }
          words += std::string(row.Label());
        }
        PublicSet& set = found[key];
        set.table = &table;
        set.words = words;
        if (placed->other) {
          set.others.push_back(id);
        } else if (set.Of(placed->item) >= 0) {
          spoilt.insert(key);  // one item twice: a table of several bodies or funds
        } else {
          set.figures.at(static_cast<size_t>(placed->item)) = id;
        }
      }
    }
  }
  for (auto& [key, set] : found) {
    if (spoilt.contains(key)) {
      continue;
    }
    set.side = SideOf(set.words);
    if (set.side == PublicSide::kUnknown) {
      set.side = SideOf(table.title);
    }
    MarkListed(table, by_rows, &set);
    set.whole_list = by_rows && !unread;
    sets->push_back(std::move(set));
  }
}

// 支出决算, 完成预算, 实际支出: the clause says which side, and of what was said before it.
bool IsSideAlone(std::string_view clause) {
  static const Pattern kSide(
      "^(?:20\\d\\d年度?|全年|本年度?|当年|年初|财政拨款|一般公共预算|实际|完成|支出)*"
      "(?:预算|决算|支出)(?:数|安排|总额|数额)?(?:安排)?(?:为|是|共|:)?$");
  return kSide.Contains(clause);
}

// “三公”经费预算情况说明 over paragraphs that only name items; a heading that tells figures itself
// is no heading of this kind.
PublicSide SideOfSection(const Document& document, int section) {
  if (section < 0) {
    return PublicSide::kUnknown;
  }
  const std::string& title = document.outline[static_cast<size_t>(section)].title;
  return title.find_first_of("0123456789") == std::string::npos ? SideOf(title)
                                                                : PublicSide::kUnknown;
}

void ReadProseTellings(const Document& document, const FactSet& facts,
                       const std::vector<Passage>& prose, int year,
                       std::vector<PublicTelling>* tellings) {
  for (const Passage& passage : prose) {
    if (passage.address.part != TextAddress::Part::kBlock ||
        document.blocks[static_cast<size_t>(passage.address.block)].kind == BlockKind::kFootnote ||
        !HasOneOf(passage.text, {"三公", "出国", "接待", "用车", "公车"})) {
      continue;
    }
    const PublicSide of_section = SideOfSection(document, passage.section);
    std::optional<PublicItem> item;
    PublicSide side = of_section;
    int sentence = -1;
    for (const Said& said : passage.figures) {
      if (said.sentence != sentence) {
        item.reset();
        side = of_section;
        sentence = said.sentence;
      }
      const Fact& fact = facts.facts[static_cast<size_t>(said.fact)];
      const std::string clause = FoldLabel(said.label);
      const bool apart =
          HasOneOf(clause, {"上年", "去年", "比", "较", "同期", "本级", "下属", "所属", "均", "每",
                            "机关运行", "会议", "培训", "公用经费", "标准", "结转", "差"});
      // 增加（减少）: a template's words, which way is not said.
      const bool change = crossfoot::Has(fact.qualifiers, Qualifier::kIncrease) ||
                          crossfoot::Has(fact.qualifiers, Qualifier::kDecrease) ||
                          (Has(clause, "增") && Has(clause, "减"));
      const bool of_year = year == 0 || !fact.period.stated || fact.period.year == year;
      const auto named = ItemOf(clause);
      if (named) {
        item = named;
      } else if (!IsSideAlone(clause)) {
        if (IsMoney(fact) && !change) {
          item.reset();
        }
        continue;
      }
      if (!item || !IsMoney(fact) || change || apart || !of_year || !fact.entity.empty()) {
        continue;
      }
      PublicSide here = SideOf(clause);
      if (here == PublicSide::kUnknown) {
        here = side != PublicSide::kUnknown ? side
               : Has(clause, "支出")        ? PublicSide::kSpent
                                            : PublicSide::kUnknown;
      } else if (!Has(clause, "完成预算") && !Has(clause, "完成年初预算")) {
        side = here;
      }
      tellings->push_back({*item, here, said.fact});
    }
  }
}

}  // namespace

std::string_view NameOf(PublicItem item) {
  switch (item) {
    case PublicItem::kWhole:
      return "“三公”经费";
    case PublicItem::kAbroad:
      return "因公出国（境）费";
    case PublicItem::kCars:
      return "公务用车购置及运行维护费";
    case PublicItem::kCarsBought:
      return "公务用车购置费";
    case PublicItem::kCarsRun:
      return "公务用车运行维护费";
    case PublicItem::kReception:
      return "公务接待费";
  }
  return "";
}

ThreePublic ReadThreePublic(const Document& document, const FactSet& facts,
                            const std::vector<Passage>& prose,
                            const std::vector<FigureTable>& tables, int year) {
  ThreePublic read;
  for (const FigureTable& table : tables) {
    bool by_rows = false;
    if (IsThreePublicTable(table, &by_rows)) {
      ReadTable(facts, table, by_rows, &read.sets);
    }
  }
  ReadProseTellings(document, facts, prose, year, &read.tellings);
  return read;
}

}  // namespace crossfoot
