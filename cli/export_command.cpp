// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "corpus/export/export.h"
#include "corpus/store.h"

namespace crossfoot {
namespace {

// What only a file or folder can take, and which tables there are.
bool IsUsable(const ExportOptions& options) {
  using Format = ExportOptions::Format;
  if (options.out.empty() &&
      (options.format == Format::kXlsx || options.format == Format::kDataPackage)) {
    std::fputs("crossfoot: --format xlsx and datapackage need --out\n", stderr);
    return false;
  }
  if (options.table.empty()) {
    return true;
  }
  if (options.format != Format::kCsv) {
    std::fputs("crossfoot: --table goes with --format csv\n", stderr);
    return false;
  }
  std::string names;
  for (const Dataset& dataset : Datasets({})) {
    if (dataset.name == options.table) {
      return true;
    }
    names += " " + dataset.name;
  }
  std::fprintf(stderr, "crossfoot: no table %s; there are%s\n", options.table.c_str(),
               names.c_str());
  return false;
}

Result<Done> ExportTo(const ExportOptions& options, Store& store) {
  const ExportChoice choice{options.only_confirmed};
  if (options.format == ExportOptions::Format::kXlsx) {
    return ExportWorkbook(store, choice, options.language == Language::kChinese, options.out);
  }
  if (options.format == ExportOptions::Format::kDataPackage) {
    return ExportDataPackage(store, choice, options.out);
  }
  CROSSFOOT_TRY(OutputFile out, OutputFile::Open(options.out));
  if (options.format == ExportOptions::Format::kCsv) {
    const std::string table = options.table.empty() ? "facts" : options.table;
    CROSSFOOT_DO(ExportCsv(store, *FindDataset(table, choice), options.bom, out));
  } else {
    CROSSFOOT_DO(ExportRecords(store, choice, out));
  }
  return out.Close();
}

}  // namespace

ExitStatus RunExport(const ExportOptions& options) {
  if (!IsUsable(options)) {
    return ExitStatus::kUsage;
  }
  auto store = Store::Open(options.store, Store::Access::kRead);
  const auto done = store ? ExportTo(options, *store) : Result<Done>(store.error());
  if (!done) {
    PrintError(done.error());
    return ExitStatus::kStoreFailed;
  }
  return ExitStatus::kClean;
}

}  // namespace crossfoot
