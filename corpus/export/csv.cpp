// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "corpus/export/export.h"

namespace crossfoot {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// -24, +1,234.50, -3.5%: what a spreadsheet reads as a plain number.
bool IsNumber(std::string_view value) {
  if (!value.empty() && (value.front() == '-' || value.front() == '+')) {
    value.remove_prefix(1);
  }
  if (!value.empty() && value.back() == '%') {
    value.remove_suffix(1);
  }
  return !value.empty() && IsDigit(value.front()) &&
         std::all_of(value.begin(), value.end(),
                     [](char c) { return IsDigit(c) || c == ',' || c == '.'; }) &&
         std::count(value.begin(), value.end(), '.') <= 1;
}

}  // namespace

std::string Harmless(std::string_view value) {
  constexpr std::string_view kBegins = "=+-@\t\r\n";
  const bool risky = !value.empty() && kBegins.find(value.front()) != std::string_view::npos;
  return (risky && !IsNumber(value) ? "'" : "") + std::string(value);
}

std::string CsvField(std::string_view value) {
  std::string text = Harmless(value);
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string out = "\"";
  for (const char c : text) {
    out.append(c == '"' ? 2 : 1, c);
  }
  return out + "\"";
}

Result<Done> ExportCsv(Store& store, const Dataset& dataset, bool bom, OutputFile& out) {
  CROSSFOOT_TRY(Statement rows, store.corpus().Prepare(dataset.sql));
  std::string line = bom ? "\xEF\xBB\xBF" : "";
  for (size_t i = 0; i < dataset.columns.size(); ++i) {
    line += (i > 0 ? "," : "") + dataset.columns[i].name;
  }
  for (;;) {
    out.Put(line + "\r\n");
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      return Done{};
    }
    line.clear();
    for (int i = 0; i < rows.columns(); ++i) {
      line += (i > 0 ? "," : "") + CsvField(rows.Text(i));
    }
  }
}

}  // namespace crossfoot
