// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sources of a store as people look at them: pages painted, texts decoded, by confined worker
// processes; the caller never parses a report.
//
// A source is named as in sources.path, members of archives too. Safe for several threads: they
// wait for one another.
//
// Tested by tests/corpus/report_viewer_test.cpp.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/result.h"
#include "corpus/worker_pool.h"

namespace crossfoot {

struct PagePicture {
  std::string png;
  int64_t width = 0;  // pixels
  int64_t height = 0;
  double page_width = 0;  // points
  double page_height = 0;
};

class ReportViewer {
 public:
  ReportViewer(const WorkerLimits& limits, WorkerPool::Launch launch);

  // Errors: of opening the file (kFileNotFound …), of extract/page_view.h, and of a worker that
  // broke (kWorkerCrashed, kTimeLimit).
  Result<PagePicture> Page(const std::string& name, int page);
  // The decoded text, cut at '\n' into the lines that places count.
  Result<std::string> Text(const std::string& name);
  // The source's bytes with `marks` drawn into them, by whoever the worker serves (kMark).
  Result<std::string> Marked(const std::string& name, const std::string& marks);

 private:
  // `request` with the open source beside it.
  Result<WorkReply> Ask(const std::string& name, WorkRequest request);
  Result<WorkReply> Exchange(const std::string& path, const WorkRequest& request);
  Result<int64_t> MemberIndex(const std::string& path, const std::string& name);

  std::mutex one_at_a_time_;
  WorkerPool pool_;
  std::string listed_;  // the archive whose members are known
  std::map<std::string, int64_t, std::less<>> members_;
};

}  // namespace crossfoot
