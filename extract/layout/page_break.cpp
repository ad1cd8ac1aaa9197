// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/page_break.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/table/surroundings.h"
#include "extract/table/table_joiner.h"

namespace crossfoot {
namespace {

constexpr float kOffCenter = 1.5F;    // × font size, from the page's middle or the column's
constexpr size_t kLongestTitle = 60;  // characters

// One page's part of the lines and of the tables.
struct PagePart {
  const PageInfo* info = nullptr;
  size_t line = 0;
  size_t lines_end = 0;
  size_t table = 0;
  size_t tables_end = 0;
};

std::vector<PagePart> PartsOf(std::span<const FlowLine> lines, std::span<const PageInfo> pages,
                              std::span<const TableOnPage> tables) {
  std::vector<PagePart> parts;
  parts.reserve(pages.size());
  size_t line = 0;
  size_t table = 0;
  for (const PageInfo& page : pages) {
    PagePart part{&page, line, line, table, table};
    while (part.lines_end < lines.size() && lines[part.lines_end].page == page.number) {
      ++part.lines_end;
    }
    while (part.tables_end < tables.size() && tables[part.tables_end].table.page == page.number) {
      ++part.tables_end;
    }
    line = part.lines_end;
    table = part.tables_end;
    parts.push_back(part);
  }
  return parts;
}

// 部门收支总表, 表3 人员情况, Table 3: the title of a table, not a heading or a sentence.
bool IsTitle(const FlowLine& line, const PageInfo& page) {
  const std::string folded = FoldLabel(line.text.utf8());
  if (line.direction != 0 || line.parted || line.footnote || folded.empty() ||
      CountUtf8(folded) > kLongestTitle) {
    return false;
  }
  std::string_view name = folded;
  if (name.ends_with(")")) {  // 支出预算表（一般公共预算）
    const size_t open = name.rfind('(');
    name = open == std::string_view::npos || open == 0 ? name : name.substr(0, open);
  }
  const bool numbered = (folded.starts_with("表") || folded.starts_with("附表")) &&
                        folded.find("。") == std::string::npos &&
                        folded.find(',') == std::string::npos;
  const float middle = line.box.center().x;
  const float slack = kOffCenter * line.font_size;
  const bool centered = std::abs(middle - page.width / 2) < slack ||
                        std::abs(middle - line.column_box.center().x) < slack;
  return centered && (name.ends_with("表") || numbered);
}

class Mender {
 public:
  Mender(std::span<const FlowLine> lines, const std::vector<bool>& furniture,
         std::span<const PageInfo> pages, std::vector<TableOnPage>* tables)
      : lines_(lines),
        furniture_(furniture),
        tables_(*tables),
        parts_(PartsOf(lines, pages, *tables)),
        taken_(lines.size(), false) {}

  std::vector<bool> Mend() {
    for (const PagePart& part : parts_) {
      SayWhatStandsAround(part);
    }
    std::vector<bool> dropped(tables_.size(), false);
    for (size_t p = 0; p < parts_.size(); ++p) {
      const PagePart& part = parts_[p];
      for (size_t t = part.table; t < part.tables_end; ++t) {
        if (tables_[t].table.lone_head) {
          dropped[t] = !KeepLoneHead(p, t);
        }
      }
      if (p > 0) {
        AdoptTitle(parts_[p - 1], part);
      }
    }
    std::vector<TableOnPage> kept;
    for (size_t t = 0; t < tables_.size(); ++t) {
      if (!dropped[t]) {
        kept.push_back(std::move(tables_[t]));
      }
    }
    tables_ = std::move(kept);
    return std::move(taken_);
  }

 private:
  // Text above or below a table that is no furniture ends it at its page.
  void SayWhatStandsAround(const PagePart& part) {
    for (size_t t = part.table; t < part.tables_end; ++t) {
      PageTable& table = tables_[t].table;
      for (size_t i = part.line; i < part.lines_end; ++i) {
        const Point at = lines_[i].box.center();
        if (furniture_[i] || (table.lone_head && table.reach.Contains(at))) {
          continue;
        }
        table.opens_page = table.opens_page && at.y > table.box.center().y;
        table.closes_page = table.closes_page && at.y < table.box.center().y;
      }
    }
  }

  bool KeepLoneHead(size_t p, size_t t) {
    const PagePart& part = parts_[p];
    PageTable& head = tables_[t].table;
    const bool goes_on = t + 1 == part.tables_end && head.closes_page && p + 1 < parts_.size() &&
                         parts_[p + 1].table < parts_[p + 1].tables_end &&
                         MayGoOn(head, tables_[parts_[p + 1].table].table);
    const bool form = !head.unit_note.empty() && !head.caption.empty();  // with nothing to show
    if (!goes_on && !form) {
      return false;
    }
    if (goes_on) {
      const std::vector<float> columns =
          ColumnsAmong(head.column_edges, tables_[parts_[p + 1].table].table.column_edges);
      if (columns.size() > head.column_edges.size()) {
        TakeColumns(columns, &head);
      }
    }
    for (size_t i = part.line; i < part.lines_end; ++i) {
      taken_[i] = taken_[i] || (!furniture_[i] && head.reach.Contains(lines_[i].box.center()));
    }
    return true;
  }

  void AdoptTitle(const PagePart& before, const PagePart& part) {
    if (part.table == part.tables_end) {
      return;
    }
    PageTable& table = tables_[part.table].table;
    if (!table.opens_page || !table.caption.empty() ||
        before.info->number + 1 != part.info->number) {
      return;
    }
    float above = 0;  // what stands higher on the page before is another table's
    for (size_t t = before.table; t < before.tables_end; ++t) {
      above = std::max(above, tables_[t].table.box.bottom);
    }
    size_t unit = lines_.size();
    for (size_t i = before.lines_end; i-- > before.line;) {
      const FlowLine& line = lines_[i];
      if (furniture_[i]) {
        continue;
      }
      if (taken_[i] || line.box.center().y < above) {
        return;
      }
      if (unit == lines_.size() && table.unit_note.empty() && IsUnitNote(line.text.utf8())) {
        unit = i;
        continue;
      }
      if (!IsTitle(line, *before.info)) {
        return;
      }
      table.caption = line.text;
      taken_[i] = true;
      if (unit < lines_.size()) {
        table.unit_note = lines_[unit].text;
        taken_[unit] = true;
      }
      return;
    }
  }

  std::span<const FlowLine> lines_;
  const std::vector<bool>& furniture_;
  std::vector<TableOnPage>& tables_;
  std::vector<PagePart> parts_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<bool> MendPageBreaks(std::span<const FlowLine> lines,
                                 const std::vector<bool>& furniture,
                                 std::span<const PageInfo> pages,
                                 std::vector<TableOnPage>* tables) {
  return Mender(lines, furniture, pages, tables).Mend();
}

}  // namespace crossfoot
