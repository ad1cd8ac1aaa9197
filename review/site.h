// SPDX-License-Identifier: GPL-3.0-or-later
//
// A store as static pages: an index of reports, a page a report, page pictures where findings are,
// and each PDF back with its findings marked. Works from a file, without a network or a server.
//
//   index.html  assets/app.js  assets/style.css
//   reports/KEY.html  reports/KEY/p4.png  reports/KEY/marked.pdf     KEY: as sources.source
//
// The same store and reports give the same bytes.
//
// Tested by tests/review/site_test.cpp and tests/browser/site.mjs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/report_viewer.h"
#include "corpus/store.h"
#include "review/report_data.h"

namespace crossfoot {

struct SiteOptions {
  enum class Pictures {
    kFindings,  // of pages that a finding points at
    kAll,
    kNone,
  };
  std::string folder;
  Pictures pictures = Pictures::kFindings;
  bool marked = true;  // PDFs with their findings marked
  bool green = false;  // … and what is confirmed
  bool chinese = true;
  RuleTexts rules;
};

struct SiteOutcome {
  int64_t reports = 0;
  int64_t pictures = 0;
  int64_t marked = 0;
  std::vector<Error> problems;  // pages or PDFs that could not be made; the rest stands
};

// Files that are there already are replaced. `progress` is called after each report with how many
// are done, of how many. Errors: kWriteFailed, and of reading the store.
Result<SiteOutcome> WriteSite(Store& store, ReportViewer& viewer, const SiteOptions& options,
                              const std::function<void(int64_t, int64_t)>& progress = {});

// The marks of a report as a worker that draws them takes them: options before the record.
std::string MarkArgument(const std::string& record_json, bool chinese, bool green);

}  // namespace crossfoot
