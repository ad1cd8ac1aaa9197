// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/markdown/pipe_table.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "extract/text/clean_text.h"
#include "extract/text/table_draft.h"
#include "extract/text/table_head.h"
#include "extract/text/title_rows.h"

namespace crossfoot {
namespace {

bool IsSeparator(std::string_view text) {
  return text.find_first_not_of("|-: ") == std::string_view::npos &&
         text.find('-') != std::string_view::npos && text.find('|') != std::string_view::npos;
}

bool IsBarred(std::string_view text) {
  return text.size() > 2 && text.front() == '|' && text.back() == '|' &&
         text.find_first_not_of("| ") != std::string_view::npos;
}

DraftRow SplitRow(const SourceLine& line) {
  DraftRow row;
  std::string_view text = line.text;
  int column = line.column;
  if (text.starts_with("|")) {
    text.remove_prefix(1);
    ++column;
  }
  if (text.ends_with("|") && !text.ends_with("\\|")) {
    text.remove_suffix(1);
  }
  for (size_t at = 0; at <= text.size();) {
    size_t end = text.find('|', at);
    while (end != std::string_view::npos && end > 0 && text[end - 1] == '\\') {
      end = text.find('|', end + 1);
    }
    end = std::min(end, text.size());
    const std::string_view cell = text.substr(at, end - at);
    DraftCell draft;
    draft.place = Place{0, line.number, column, {}};
    for (size_t from = 0; from <= cell.size();) {  // \| is a bar
      const size_t escape = std::min(cell.find("\\|", from), cell.size());
      AppendClean(cell.substr(from, escape - from), line.number,
                  column + static_cast<int>(CountUtf8(cell.substr(0, from))), &draft.text);
      from = escape + 1;
    }
    row.push_back(std::move(draft));
    column += static_cast<int>(CountUtf8(cell)) + 1;
    at = end + 1;
  }
  return row;
}

Table ReadRows(std::span<const SourceLine> lines, bool separated) {
  TableDraft draft;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (IsSeparator(lines[i].text)) {
      continue;
    }
    DraftRow row = SplitRow(lines[i]);
    draft.columns = std::max(draft.columns, static_cast<int>(row.size()));
    (draft.head.empty() && separated ? draft.head : draft.body).push_back(std::move(row));
  }
  for (std::vector<DraftRow>* rows : {&draft.head, &draft.body}) {
    for (DraftRow& row : *rows) {
      const Place place = row.empty() ? Place{} : row.front().place;
      while (row.size() < static_cast<size_t>(draft.columns)) {
        row.push_back({Text{}, place});
      }
    }
  }
  return MakeTable(std::move(draft));
}

}  // namespace

std::vector<FoundTable> FindPipeTables(std::span<const SourceLine> lines) {
  std::vector<FoundTable> tables;
  for (size_t i = 0; i < lines.size();) {
    const bool separated =
        i + 1 < lines.size() && IsSeparator(lines[i + 1].text) && !IsSeparator(lines[i].text) &&
        lines[i].text.find('|') != std::string_view::npos && lines[i + 1].blanks_before == 0;
    const auto is_row = [&](size_t k) {
      return separated ? lines[k].text.find('|') != std::string_view::npos
                       : IsBarred(lines[k].text);
    };
    size_t end = i;
    while (end < lines.size() && is_row(end) && (end == i || lines[end].blanks_before == 0)) {
      ++end;
    }
    constexpr size_t kFewestRows = 2;
    const bool bars = end > i && std::count(lines[i].text.begin(), lines[i].text.end(), '|') > 1;
    if (end - i >= kFewestRows && (separated || bars)) {
      Table table = ReadRows(lines.subspan(i, end - i), separated);
      if (!separated) {
        TakeTitleRows(&table);
        ReadTableHead(&table);
      }
      tables.push_back({i, end - i, std::move(table)});
      i = end;
    } else {
      ++i;
    }
  }
  return tables;
}

}  // namespace crossfoot
