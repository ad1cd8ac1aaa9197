// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast text and web pages become a Document: megabytes a second of processor time, and where
// the time goes.
//
//   text_bench [--rounds N] FILE...            each file as it is, and as a plain web page of the
//                                              same blocks
//   text_bench [--rounds N] --stages FILE...   each stage alone; for HTML beside libgumbo's own
//                                              parse of the same bytes
//   text_bench [--rounds N] --worst            invented shapes of growing size: time against size
//
// "extract" is all of it: telling the format, the charset, the digest, the Document. A stage that
// is linear shows the same MB/s in every line of one shape.

#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gumbo.h>

#include "base/sha256.h"
#include "bench/measured_reports.h"
#include "bench/stage_timer.h"
#include "extract/html/gumbo_reader.h"
#include "extract/html/html_reader.h"
#include "extract/markdown/mark.h"
#include "extract/markdown/markup_table.h"
#include "extract/markdown/pipe_table.h"
#include "extract/source_format.h"
#include "extract/text/cell_line_table.h"
#include "extract/text/charset.h"
#include "extract/text/reflow.h"
#include "extract/text/source_line.h"
#include "extract/text/spaced_table.h"
#include "extract/text/tab_table.h"
#include "extract/text/text_reader.h"

namespace {

using crossfoot::Source;
using crossfoot::bench::StageTime;
using crossfoot::bench::TimeStage;

double MegabytesPerSecond(size_t bytes, double milliseconds) {
  return milliseconds > 0 ? static_cast<double>(bytes) / milliseconds / 1e3 : 0;
}

void Print(const std::string& name, size_t bytes, const StageTime& time) {
  std::printf("%-48s %9.1f %9.3f %9.3f %8.1f\n", name.c_str(), static_cast<double>(bytes) / 1024,
              time.median_ms, time.least_ms, MegabytesPerSecond(bytes, time.least_ms));
  std::fflush(stdout);
}

// Keeps what a stage made until the next round, so that giving it back is not counted.
template <typename Stage>
StageTime Time(int rounds, Stage stage) {
  std::vector<decltype(stage())> kept;
  return TimeStage(
      rounds, [&] { kept.clear(); }, [&] { kept.push_back(stage()); });
}

void MeasureWhole(const std::string& name, const Source& source, int rounds) {
  Print(name, source.bytes.size(), Time(rounds, [&] { return crossfoot::Extract(source); }));
}

void MeasureText(const Source& source, const std::string& utf8, int rounds) {
  const size_t bytes = source.bytes.size();
  const crossfoot::Limits limits;
  std::vector<crossfoot::SourceLine> lines = crossfoot::SplitLines(utf8);
  crossfoot::ReadMarks(&lines);
  const auto stage = [&](const char* name, auto work) {
    Print(std::string("  ") + name, bytes, Time(rounds, work));
  };
  stage("lines", [&] {
    auto split = crossfoot::SplitLines(utf8);
    crossfoot::ReadMarks(&split);
    return split;
  });
  stage("tables in markup", [&] { return crossfoot::FindMarkupTables(lines); });
  stage("tables between tabs", [&] { return crossfoot::FindTabTables(lines); });
  stage("tables between bars", [&] { return crossfoot::FindPipeTables(lines); });
  stage("tables a cell a line", [&] { return crossfoot::FindCellLineTables(lines); });
  stage("tables between blanks", [&] { return crossfoot::FindSpacedTables(lines); });
  const crossfoot::LineMeasure measure = crossfoot::Measure(lines);
  stage("paragraphs (all lines)", [&] { return crossfoot::Reflow(lines, measure); });
  stage("all of it, from UTF-8", [&] { return crossfoot::ReadText(utf8, limits); });
}

void MeasureHtml(const Source& source, const std::string& utf8, int rounds) {
  const size_t bytes = source.bytes.size();
  const crossfoot::Limits limits;
  const StageTime gumbo = TimeStage(
      rounds, [] {},
      [&] {
        GumboOutput* tree =
            gumbo_parse_with_options(&kGumboDefaultOptions, utf8.data(), utf8.size());
        gumbo_destroy_output(&kGumboDefaultOptions, tree);
      });
  Print("  libgumbo's own parse", bytes, gumbo);
  const StageTime parse = Time(rounds, [&] { return crossfoot::ParseHtml(utf8, limits); });
  Print("  tree", bytes, parse);
  const StageTime read = Time(rounds, [&] { return crossfoot::ReadHtml(utf8, limits); });
  Print("  all of it, from UTF-8", bytes, read);
  std::printf("  ratio to libgumbo's own parse: tree %.2f, all %.2f\n",
              parse.least_ms / gumbo.least_ms, read.least_ms / gumbo.least_ms);
}

void MeasureStages(const std::string& name, const Source& source, int rounds) {
  const auto text =
      crossfoot::DecodeText(source.bytes, crossfoot::DeclaredCharset(source.bytes), {});
  if (!text) {
    std::printf("%-48s %s\n", name.c_str(), text.error().ToString().c_str());
    return;
  }
  MeasureWhole(name, source, rounds);
  Print("  digest", source.bytes.size(),
        Time(rounds, [&] { return crossfoot::Sha256Hex(source.bytes); }));
  Print("  format and charset", source.bytes.size(), Time(rounds, [&] {
          static_cast<void>(crossfoot::SniffFormat(source.bytes));
          return crossfoot::DecodeText(source.bytes, {}, {});
        }));
  if (crossfoot::LooksLikeHtml(text->utf8)) {
    MeasureHtml(source, text->utf8, rounds);
  } else {
    MeasureText(source, text->utf8, rounds);
  }
}

void AppendEscaped(const std::string& words, std::string* html) {
  for (const char c : words) {
    *html += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  }
}

// The blocks of a report as a site's editor would write them, with the attributes such pages carry.
Source AsPage(const Source& source, const crossfoot::Document& document) {
  std::string html = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n";
  for (const crossfoot::Block& block : document.blocks) {
    if (block.kind != crossfoot::BlockKind::kTable) {
      html += "<p style=\"text-indent: 2em; line-height: 150%;\"><span>";
      AppendEscaped(block.text.utf8(), &html);
      html += "</span></p>\n";
      continue;
    }
    const crossfoot::Table& table = document.tables[static_cast<size_t>(block.table)];
    html += "<table border=\"1\" cellspacing=\"0\">";
    for (int row = -1; const crossfoot::Cell& cell : table.cells) {
      html += cell.row != row ? "\n<tr>" : "";
      row = cell.row;
      html += "<td rowspan=\"" + std::to_string(cell.row_span) + "\" colspan=\"" +
              std::to_string(cell.column_span) + "\">";
      AppendEscaped(cell.text.utf8(), &html);
      html += "</td>";
    }
    html += "</table>\n";
  }
  return {source.path + ".html", html + "</body></html>\n"};
}

}  // namespace

int main(int argc, char** argv) {
  const crossfoot::bench::Arguments arguments = crossfoot::bench::ReadArguments(
      argc, argv, "text_bench [--rounds N] [--stages] [--worst] FILE...", {"--stages", "--worst"});
  if (!arguments.ok) {
    return 2;
  }
  std::printf("%-48s %9s %9s %9s %8s\n", "source", "KB", "median ms", "least ms", "MB/s");
  const auto measure = arguments.Has("--stages") ? MeasureStages : MeasureWhole;
  crossfoot::bench::ForEachSource(arguments, [&](const std::string& name, const Source& source) {
    measure(name, source, arguments.rounds);
    const auto document = crossfoot::Extract(source);
    if (document && document->source.media_type == "text/plain") {
      measure(name + " as a page", AsPage(source, *document), arguments.rounds);
    }
  });
  return 0;
}
