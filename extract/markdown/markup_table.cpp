// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/markdown/markup_table.h"

#include <optional>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "extract/html/content.h"
#include "extract/html/gumbo_reader.h"
#include "extract/html/html_table.h"
#include "extract/html/source_position.h"

namespace crossfoot {
namespace {

bool Begins(std::string_view text) {
  return text.starts_with("<table") && text.size() > 6 && (text[6] == '>' || text[6] == ' ');
}

std::optional<Table> ReadMarkup(std::string_view markup, const SourceLine& first) {
  const Limits limits;
  const Result<MarkupTree> tree = ParseHtml(markup, limits);
  if (!tree) {
    return std::nullopt;
  }
  const PageContentFilter filter(*tree);
  const SourcePositions positions(markup, Place{0, first.number, first.column, {}});
  for (size_t i = 0; i < tree->size(); ++i) {
    if ((*tree)[i].tag == "table") {
      return IsLayoutTable(*tree, i) ? std::nullopt
                                     : ReadHtmlTable(*tree, i, filter, positions, limits);
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<FoundTable> FindMarkupTables(std::span<const SourceLine> lines) {
  std::vector<FoundTable> tables;
  constexpr std::string_view kEnd = "</table>";
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!Begins(lines[i].text)) {
      continue;
    }
    size_t last = i;
    while (last < lines.size() && !lines[last].text.ends_with(kEnd)) {
      ++last;
    }
    if (last == lines.size()) {
      break;  // no later one has an end either
    }
    const char* const begin = lines[i].text.data();
    const char* const end = lines[last].text.data() + lines[last].text.size();
    if (auto table = ReadMarkup({begin, static_cast<size_t>(end - begin)}, lines[i])) {
      tables.push_back({i, last - i + 1, std::move(*table)});
    }
    i = last;
  }
  return tables;
}

}  // namespace crossfoot
