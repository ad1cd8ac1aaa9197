// SPDX-License-Identifier: GPL-3.0-or-later
//
// A report says the same whatever it was published as: written out as HTML, Markdown, and in other
// charsets, a sample gives the same sections, tables, facts and findings again.
//
// CROSSFOOT_REPORTS names a folder whose text files are tried too.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/report_run.h"
#include "model/document_print.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

std::string Escaped(const std::string& words) {
  std::string out;
  for (const char c : words) {
    out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  }
  return out;
}

std::string Element(const std::string& tag, const std::string& words) {
  return "<" + tag + ">" + Escaped(words) + "</" + tag + ">\n";
}

std::string TableHtml(const Table& table) {
  std::string html = table.unit_note.empty() ? "" : Element("p", table.unit_note.utf8());
  html += "<table>\n";
  html += table.caption.empty() ? "" : Element("caption", table.caption.utf8());
  size_t next = 0;
  for (int row = 0; row < table.rows; ++row) {
    html += "<tr>";
    for (; next < table.cells.size() && table.cells[next].row == row; ++next) {
      const Cell& cell = table.cells[next];
      html += "<td rowspan=\"" + std::to_string(cell.row_span) + "\" colspan=\"" +
              std::to_string(cell.column_span) + "\">" + Escaped(cell.text.utf8()) + "</td>";
    }
    html += "</tr>\n";
  }
  html += "</table>\n";
  for (const Text& note : table.notes) {
    html += Element("p", note.utf8());
  }
  return html;
}

bool IsUnnumberedHeading(const Document& document, const Block& block) {
  return block.kind == BlockKind::kHeading && block.section >= 0 &&
         document.outline[static_cast<size_t>(block.section)].number.empty();
}

// As a site would publish it: only headings without a number are marked.
std::string Html(const Document& document) {
  std::string html = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n";
  for (const Block& block : document.blocks) {
    html += block.kind == BlockKind::kTable
                ? TableHtml(document.tables[static_cast<size_t>(block.table)])
                : Element(IsUnnumberedHeading(document, block) ? "h2" : "p", block.text.utf8());
  }
  return html + "</body></html>\n";
}

// What must not depend on the form, a line a thing.
std::vector<std::string> Essence(const Record& record) {
  std::vector<std::string> out;
  const Identity& identity = record.facts.identity;
  out.push_back(identity.entity + "|" + identity.title + "|" + identity.kind + "|" +
                std::to_string(identity.year) + "|" + identity.self_score + "|" + identity.grade);
  for (const Section& section : record.document.outline) {
    out.push_back("section " + section.number + section.title);
  }
  for (const Table& table : record.document.tables) {
    out.push_back("table " + std::to_string(table.rows) + "x" + std::to_string(table.columns) +
                  " " + table.unit_note.utf8());
    for (const Cell& cell : table.cells) {
      // A break inside a cell is a blank or nothing.
      std::string words = cell.text.utf8();
      std::erase(words, ' ');
      out.push_back("cell " + std::to_string(cell.row) + "," + std::to_string(cell.column) + " " +
                    words);
    }
  }
  for (const Fact& fact : record.facts.facts) {
    out.push_back("fact " + fact.quantity.value.ToString() + fact.quantity.unit.symbol + "|" +
                  fact.metric + "|" + fact.subject + "|" + std::string(ScopeName(fact.scope)) +
                  "|" + fact.period.ToString());
  }
  for (const Finding& finding : record.findings) {
    out.push_back("finding " + finding.rule + " " + finding.evidence.front().text);
  }
  return out;
}

// The first difference, or empty.
std::string Difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string left = i < a.size() ? a[i] : "nothing";
    const std::string right = i < b.size() ? b[i] : "nothing";
    if (left != right) {
      return left + "\n  but\n" + right;
    }
  }
  return "";
}

std::vector<fs::path> Reports() {
  std::vector<fs::path> reports = {fs::path(CROSSFOOT_SOURCE_DIR) / "samples" /
                                   "self-evaluation-2023.txt"};
  if (const char* folder = std::getenv("CROSSFOOT_REPORTS"); folder != nullptr) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") {
        reports.push_back(entry.path());
      }
    }
  }
  return reports;
}

class SameReport : public testing::Test {
 protected:
  // Runs `as` of every report and compares.
  template <typename Form>
  void Expect(const char* name, Form form) {
    for (const fs::path& path : Reports()) {
      const auto source = ReadSource(path);
      ASSERT_TRUE(source) << path;
      const auto first = RunReport(*source);
      ASSERT_TRUE(first) << path;
      const auto again = RunReport({name, form(*source, first->document)});
      ASSERT_TRUE(again) << path << again.error().ToString();
      EXPECT_EQ(Difference(Essence(*first), Essence(*again)), "") << path << " as " << name;
    }
  }
};

TEST_F(SameReport, AsHtml) {
  Expect("a.html", [](const Source&, const Document& document) { return Html(document); });
}

TEST_F(SameReport, AsMarkdown) {
  Expect("a.md", [](const Source&, const Document& document) { return PrintMarkdown(document); });
}

TEST_F(SameReport, WithOtherLineEndsAndAMark) {
  Expect("a.txt", [](const Source& source, const Document&) {
    std::string out = "\xEF\xBB\xBF";
    for (const char c : source.bytes) {
      out += c == '\n' ? "\r\n" : std::string(1, c);
    }
    return out;
  });
}

}  // namespace
}  // namespace crossfoot
