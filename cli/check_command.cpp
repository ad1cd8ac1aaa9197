// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <set>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "cli/html_report.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/reading.h"
#include "cli/terminal_report.h"
#include "corpus/export/output_file.h"
#include "corpus/report_run.h"
#include "model/json/record_json.h"
#include "model/json/sarif.h"
#include "review/pdf/marked_pdf.h"
#include "validate/rule.h"
#include "validate/suppression.h"

namespace crossfoot {
namespace {

bool ReachesThreshold(const Record& record, Severity threshold) {
  return std::any_of(record.findings.begin(), record.findings.end(), [&](const Finding& finding) {
    return finding.suppressed.empty() && finding.severity >= threshold;
  });
}

// Takes away the findings that an earlier run already reported.
void DropKnown(const std::set<std::string>& known, Record* record) {
  std::erase_if(record->findings,
                [&](const Finding& finding) { return known.contains(finding.id); });
}

Result<std::set<std::string>> ReadBaseline(const std::string& path) {
  if (path.empty()) {
    return std::set<std::string>();
  }
  CROSSFOOT_TRY(const Source source, ReadSource(path));
  auto ids = ReadFindingIds(source.bytes);
  if (!ids) {
    Error error = ids.error();
    error.file = path;
    return error;
  }
  return ids;
}

Result<Suppressions> ReadSuppressions(const std::string& path) {
  if (path.empty()) {
    return Suppressions();
  }
  CROSSFOOT_TRY(const Source source, ReadSource(path));
  return Suppressions::Parse(source.bytes, path);
}

Result<Done> WriteMarked(const CheckOptions& options, const Record& record, const Source& source) {
  if (record.document.source.media_type != "application/pdf") {
    return Error{ErrorCode::kUnknownFormat, "is no PDF, so nothing can be marked in it",
                 source.path};
  }
  CROSSFOOT_TRY(const ReportMarks marks, ReadMarks(RecordJson(record)));
  auto marked = MarkPdf(source.bytes, marks, {options.language == Language::kChinese, false});
  if (!marked) {
    Error error = marked.error();
    error.file = source.path;
    return error;
  }
  CROSSFOOT_TRY(OutputFile out, OutputFile::Open(options.mark));
  out.Put(*marked);
  return out.Close();
}

void PutLine(const std::string& line) {
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fputc('\n', stdout);
}

}  // namespace

ExitStatus RunCheck(const CheckOptions& options) {
  const auto baseline = ReadBaseline(options.baseline);
  if (!baseline) {
    PrintError(baseline.error());
    return ExitStatus::kUsage;
  }
  const auto knowledge = ReadKnowledge(options.knowledge);
  auto suppressions = ReadSuppressions(options.suppressions);
  for (const Error* error :
       {knowledge ? nullptr : &knowledge.error(), suppressions ? nullptr : &suppressions.error()}) {
    if (error != nullptr) {
      PrintError(*error);
      return ExitStatus::kUsage;
    }
  }
  ExitStatus status = ExitStatus::kClean;
  const ReportRun run{ExtractionFor(options.reading), knowledge->lexicon, knowledge->rules};
  TerminalReport terminal(TerminalStyle::OfStandardOutput(options));
  SarifLog sarif;
  for (const Rule* rule : AllRules()) {
    sarif.DeclareRule(std::string(rule->id), std::string(rule->name),
                      {std::string(rule->summary_zh), std::string(rule->summary_en)});
  }
  HtmlReport html(options.language);
  const std::vector<std::string> inputs = ExpandInputs(options.paths);
  if (!options.mark.empty() && inputs.size() != 1) {
    std::fputs("crossfoot: --mark wants exactly one PDF; for many use run and report\n", stderr);
    return ExitStatus::kUsage;
  }
  for (const std::string& path : inputs) {
    Source source;
    auto record = [&]() -> Result<Record> {
      CROSSFOOT_TRY(source, ReadSource(path));
      return RunReport(source, run);
    }();
    EndProgress();
    if (!record) {
      status = ExitStatus::kUnreadable;
      PrintError(record.error());
      switch (options.format) {
        case CheckOptions::Format::kJson:
          PutLine(FailureJson(record.error()));
          break;
        case CheckOptions::Format::kSarif:
          sarif.AddFailure(record.error());
          break;
        case CheckOptions::Format::kHtml:
          html.AddFailure(record.error());
          break;
        case CheckOptions::Format::kText:
          terminal.CountFailure();
          break;
      }
      continue;
    }
    suppressions->Apply(&*record);
    DropKnown(*baseline, &*record);
    if (status == ExitStatus::kClean && options.fail_on &&
        ReachesThreshold(*record, *options.fail_on)) {
      status = ExitStatus::kFound;
    }
    if (!options.mark.empty()) {
      if (const auto marked = WriteMarked(options, *record, source); !marked) {
        status = ExitStatus::kUnreadable;
        PrintError(marked.error());
      }
    }
    switch (options.format) {
      case CheckOptions::Format::kJson:
        PutLine(CheckJson(*record, options.relations));
        break;
      case CheckOptions::Format::kSarif:
        sarif.Add(*record);
        break;
      case CheckOptions::Format::kHtml:
        html.Add(*record, source);
        break;
      case CheckOptions::Format::kText:
        std::fputs(terminal.Print(*record).c_str(), stdout);
        break;
    }
  }
  if (options.format == CheckOptions::Format::kHtml) {
    std::fputs(html.Print().c_str(), stdout);
  } else if (options.format == CheckOptions::Format::kSarif) {
    PutLine(sarif.ToJson());
  } else if (options.format == CheckOptions::Format::kText) {
    std::fputs(terminal.PrintSummary().c_str(), stdout);
  }
  for (const std::string& unused : suppressions->Unused()) {
    std::fprintf(stderr, "crossfoot: %s\n", unused.c_str());
  }
  return status;
}

}  // namespace crossfoot
