// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "cli/reading.h"
#include "extract/extract.h"
#include "model/document_print.h"
#include "model/json/document_json.h"

namespace crossfoot {

ExitStatus RunExtract(const ExtractCommandOptions& options) {
  if (options.draw > 0) {
    const auto svg = [&]() -> Result<std::string> {
      CROSSFOOT_TRY(const Source source, ReadSource(options.path));
      return DrawPage(source, options.draw);
    }();
    if (!svg) {
      PrintError(svg.error());
      return ExitStatus::kUnreadable;
    }
    std::fwrite(svg->data(), 1, svg->size(), stdout);
    return ExitStatus::kClean;
  }
  const auto document = [&]() -> Result<Document> {
    CROSSFOOT_TRY(const Source source, ReadSource(options.path));
    return Extract(source, ExtractionFor(options.reading));
  }();
  EndProgress();
  if (!document) {
    PrintError(document.error());
    return ExitStatus::kUnreadable;
  }
  std::string out;
  switch (options.format) {
    case ExtractCommandOptions::Format::kJson:
      out = DocumentJson(*document) + "\n";
      break;
    case ExtractCommandOptions::Format::kMarkdown:
      out = PrintMarkdown(*document);
      break;
    case ExtractCommandOptions::Format::kText:
      out = PrintPlainText(*document);
      break;
    case ExtractCommandOptions::Format::kCsv:
      out = PrintCsv(*document);
      break;
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  return ExitStatus::kClean;
}

}  // namespace crossfoot
