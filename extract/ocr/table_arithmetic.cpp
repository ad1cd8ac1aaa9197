// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/table_arithmetic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/utf8.h"
#include "extract/ocr/doubt.h"
#include "extract/table/table_finder.h"

namespace crossfoot {
namespace {

constexpr size_t kColumnsThatClose = 2;
constexpr size_t kRowsThatClose = 3;

std::optional<Decimal> ValueOf(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ',' && c != ' ') {
      plain.push_back(c);
    }
  }
  return Decimal::Parse(plain);
}

bool NamesTotal(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kTotals = {"合计", "总计", "小计", "共计",
                                                              "总额"};
  return std::any_of(kTotals.begin(), kTotals.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// A cell as arithmetic sees it: an empty one is nothing, a cell of words is none.
struct Entry {
  bool figure = false;
  bool empty = true;
  Decimal value;
  int doubt = -1;  // index in PageContent::doubts
};

// One sum: the first entry is the total, the others its parts.
using Sum = std::vector<const Entry*>;

enum class Closing { kCloses, kOpen, kUntestable };

Closing Test(const Sum& sum, int instead = -1, const Decimal& value = {}) {
  Decimal parts;
  size_t figures = 0;
  const auto read = [&](const Entry& entry) {
    return instead >= 0 && entry.doubt == instead ? value : entry.value;
  };
  for (size_t i = 1; i < sum.size(); ++i) {
    if (sum[i]->figure) {
      parts += read(*sum[i]);
      ++figures;
    } else if (!sum[i]->empty) {
      return Closing::kUntestable;
    }
  }
  if (!sum.front()->figure || figures < 2) {
    return Closing::kUntestable;
  }
  return parts == read(*sum.front()) ? Closing::kCloses : Closing::kOpen;
}

// The one doubtful entry of a sum; -1 where there is none or more than one.
int OnlyDoubt(const Sum& sum) {
  int found = -1;
  for (const Entry* entry : sum) {
    if (entry->doubt >= 0) {
      if (found >= 0) {
        return -1;
      }
      found = entry->doubt;
    }
  }
  return found;
}

class Grid {
 public:
  Grid(const PageTable& table, const PageContent& page)
      : header_rows_(table.header_rows),
        rows_(table.rows()),
        columns_(table.columns()),
        entries_(static_cast<size_t>(rows_) * static_cast<size_t>(columns_)),
        labels_(static_cast<size_t>(rows_)),
        heads_(static_cast<size_t>(columns_)) {
    for (const Cell& cell : table.cells) {
      Take(cell, table, page);
    }
  }

  // Sums that one identity of the table makes, column by column.
  [[nodiscard]] std::vector<std::vector<Sum>> Identities() const {
    std::vector<std::vector<Sum>> all;
    for (int row = 0; row < rows_; ++row) {
      if (!NamesTotal(labels_[static_cast<size_t>(row)])) {
        continue;
      }
      for (const int step : {-1, 1}) {
        std::vector<Sum> sums;
        for (int column = 1; column < columns_; ++column) {
          Sum sum = {&At(row, column)};
          for (int k = row + step; k >= header_rows_ && k < rows_ && !IsTotalRow(k); k += step) {
            sum.push_back(&At(k, column));
          }
          sums.push_back(std::move(sum));
        }
        all.push_back(std::move(sums));
      }
    }
    return all;
  }
  [[nodiscard]] std::vector<std::vector<Sum>> IdentitiesAcross() const {
    std::vector<std::vector<Sum>> all;
    for (int column = 1; column < columns_; ++column) {
      if (!NamesTotal(heads_[static_cast<size_t>(column)])) {
        continue;
      }
      for (const int step : {-1, 1}) {
        std::vector<Sum> sums;
        for (int row = 0; row < rows_; ++row) {
          Sum sum = {&At(row, column)};
          for (int k = column + step; k >= 1 && k < columns_; k += step) {
            sum.push_back(&At(row, k));
          }
          sums.push_back(std::move(sum));
        }
        all.push_back(std::move(sums));
      }
    }
    return all;
  }

 private:
  [[nodiscard]] const Entry& At(int row, int column) const {
    return entries_[static_cast<size_t>(row) * static_cast<size_t>(columns_) +
                    static_cast<size_t>(column)];
  }
  [[nodiscard]] bool IsTotalRow(int row) const {
    return NamesTotal(labels_[static_cast<size_t>(row)]);
  }

  void Take(const Cell& cell, const PageTable& table, const PageContent& page) {
    if (cell.row < 0 || cell.row >= rows_ || cell.column < 0 || cell.column >= columns_) {
      return;
    }
    const std::string& text = cell.text.utf8();
    if (cell.row < table.header_rows) {
      for (int k = cell.column; k < std::min(cell.column + cell.column_span, columns_); ++k) {
        heads_[static_cast<size_t>(k)] += text;
      }
      entries_[Index(cell)].empty = false;
      return;
    }
    if (cell.column == 0) {
      labels_[static_cast<size_t>(cell.row)] = text;
    }
    Entry& entry = entries_[Index(cell)];
    entry.empty = text.empty();
    const auto value = ValueOf(text);
    entry.figure = value.has_value();
    entry.value = value.value_or(Decimal());
    for (size_t i = 0; entry.figure && i < page.doubts.size() && cell.place.box; ++i) {
      const DoubtfulFigure& doubt = page.doubts[i];
      if (doubt.text == text && doubt.place.box &&
          cell.place.box->Contains(doubt.place.box->center())) {
        entry.doubt = static_cast<int>(i);
      }
    }
  }
  [[nodiscard]] size_t Index(const Cell& cell) const {
    return static_cast<size_t>(cell.row) * static_cast<size_t>(columns_) +
           static_cast<size_t>(cell.column);
  }

  int header_rows_;
  int rows_;
  int columns_;
  std::vector<Entry> entries_;
  std::vector<std::string> labels_;
  std::vector<std::string> heads_;
};

// Which reading of which doubt closes the sums of an identity that others bear out.
void Choose(const std::vector<Sum>& sums, size_t wanted, const PageContent& page,
            std::vector<std::string>* chosen) {
  const auto sure = static_cast<size_t>(std::count_if(sums.begin(), sums.end(), [](const Sum& s) {
    const bool doubtful =
        std::any_of(s.begin(), s.end(), [](const Entry* entry) { return entry->doubt >= 0; });
    return !doubtful && Test(s) == Closing::kCloses && !s.front()->value.Normalized().IsZero();
  }));
  if (sure < wanted) {
    return;
  }
  for (const Sum& sum : sums) {
    const int doubt = OnlyDoubt(sum);
    if (doubt < 0 || Test(sum) != Closing::kOpen) {
      continue;
    }
    std::vector<std::string> closing;
    for (const std::string& other : page.doubts[static_cast<size_t>(doubt)].others) {
      const auto value = ValueOf(other);
      if (value && Test(sum, doubt, *value) == Closing::kCloses) {
        closing.push_back(other);
      }
    }
    if (closing.size() == 1) {
      (*chosen)[static_cast<size_t>(doubt)] = closing.front();
    }
  }
}

// Writes the chosen reading over the figure's glyphs.
void Write(const std::string& text, DoubtfulFigure* doubt, PageContent* page) {
  std::vector<char32_t> codes;
  for (size_t at = 0; at < text.size();) {
    const Utf8Step step = DecodeUtf8(text, at);
    codes.push_back(step.code);
    at += step.length;
  }
  for (const FigureRun& run : FigureRuns(*page)) {
    Box box = page->glyphs[run.begin].box;
    for (size_t i = run.begin; i < run.end; ++i) {
      box = box.Union(page->glyphs[i].box);
    }
    if (run.end - run.begin != codes.size() || !(box == *doubt->place.box)) {
      continue;
    }
    for (size_t i = run.begin; i < run.end; ++i) {
      page->glyphs[i].code = codes[i - run.begin];
    }
    std::replace(doubt->others.begin(), doubt->others.end(), text, doubt->text);
    doubt->text = text;
    doubt->chosen = true;
    return;
  }
}

}  // namespace

void SettleByArithmetic(PageContent* page) {
  const bool any = std::any_of(page->doubts.begin(), page->doubts.end(),
                               [](const DoubtfulFigure& doubt) { return !doubt.others.empty(); });
  if (!any) {
    return;
  }
  std::vector<std::string> chosen(page->doubts.size());
  for (const PageTable& table : FindTables(*page).tables) {
    const Grid grid(table, *page);
    for (const auto& sums : grid.Identities()) {
      Choose(sums, kColumnsThatClose, *page, &chosen);
    }
    for (const auto& sums : grid.IdentitiesAcross()) {
      Choose(sums, kRowsThatClose, *page, &chosen);
    }
  }
  for (size_t i = 0; i < chosen.size(); ++i) {
    if (!chosen[i].empty()) {
      Write(chosen[i], &page->doubts[i], page);
    }
  }
}

}  // namespace crossfoot
