// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/markdown/pipe_table.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "extract/text/clean_text.h"
#include "extract/text/table_draft.h"
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

// Title, unit and notes that stand in rows of their own go to `table`, the other rows stay.
void TakeTitles(std::vector<DraftRow>* rows, int columns, Table* table) {
  table->rows = static_cast<int>(rows->size());
  table->columns = columns;
  for (int r = 0; r < table->rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      DraftCell& from = (*rows)[static_cast<size_t>(r)][static_cast<size_t>(c)];
      table->cells.push_back({r, c, 1, 1, std::move(from.text), from.place});
    }
  }
  TakeTitleRows(table);
  rows->assign(static_cast<size_t>(table->rows), DraftRow());
  for (Cell& cell : table->cells) {
    (*rows)[static_cast<size_t>(cell.row)].push_back({std::move(cell.text), cell.place});
  }
}

Table ReadRows(std::span<const SourceLine> lines) {
  std::vector<DraftRow> rows;
  size_t head = 0;  // rows above the line of dashes
  TableDraft draft;
  for (const SourceLine& line : lines) {
    if (IsSeparator(line.text)) {
      head = head == 0 && rows.size() <= kMostHeadRows ? rows.size() : head;
      continue;
    }
    rows.push_back(SplitRow(line));
    draft.columns = std::max(draft.columns, static_cast<int>(rows.back().size()));
  }
  for (DraftRow& row : rows) {
    const Place place = row.empty() ? Place{} : row.front().place;
    while (row.size() < static_cast<size_t>(draft.columns)) {
      row.push_back({Text{}, place});
    }
  }
  Table titles;
  if (head == 0) {
    TakeTitles(&rows, draft.columns, &titles);
    head = rows.empty() ? 0 : CountHeadRows(rows);
  }
  const auto body = rows.begin() + static_cast<std::ptrdiff_t>(head);
  draft.head.assign(std::make_move_iterator(rows.begin()), std::make_move_iterator(body));
  draft.body.assign(std::make_move_iterator(body), std::make_move_iterator(rows.end()));
  draft.caption = std::move(titles.caption);
  Table table = MakeTable(std::move(draft));
  table.unit_note = std::move(titles.unit_note);
  table.notes = std::move(titles.notes);
  return table;
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
      tables.push_back({i, end - i, ReadRows(lines.subspan(i, end - i))});
      i = end;
    } else {
      ++i;
    }
  }
  return tables;
}

}  // namespace crossfoot
