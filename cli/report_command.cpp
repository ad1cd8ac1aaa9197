// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <unistd.h>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "cli/rule_texts.h"
#include "corpus/report_viewer.h"
#include "corpus/store.h"
#include "review/site.h"

namespace crossfoot {

ExitStatus RunReportPages(const ReportOptions& options) {
  auto store = Store::Open(options.store, Store::Access::kRead);
  if (!store) {
    PrintError(store.error());
    return ExitStatus::kStoreFailed;
  }
  const WorkerLimits limits;
  ReportViewer viewer(limits, WorkerPool::OfThisProgram(limits));
  SiteOptions site;
  site.folder = options.out;
  site.pictures = options.pictures;
  site.marked = options.marked;
  site.green = options.green;
  site.chinese = options.language == Language::kChinese;
  site.rules = TextsOfRules();
  const bool shown = isatty(STDERR_FILENO) == 1;
  const auto done = WriteSite(*store, viewer, site, [&](int64_t at, int64_t of) {
    if (shown) {
      std::fprintf(stderr, "\r%lld/%lld%s", static_cast<long long>(at), static_cast<long long>(of),
                   at == of ? "\n" : "");
    }
  });
  if (!done) {
    PrintError(done.error());
    return ExitStatus::kStoreFailed;
  }
  for (const Error& problem : done->problems) {
    PrintError(problem);
  }
  const char* form = options.language == Language::kChinese
                         ? "%s/index.html：%lld 份报告，%lld 张页面图像，%lld 份标注 PDF\n"
                         : "%s/index.html: %lld reports, %lld page pictures, %lld marked PDFs\n";
  std::fprintf(stderr, form, options.out.c_str(), static_cast<long long>(done->reports),
               static_cast<long long>(done->pictures), static_cast<long long>(done->marked));
  return done->problems.empty() ? ExitStatus::kClean : ExitStatus::kUnreadable;
}

}  // namespace crossfoot
