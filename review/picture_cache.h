// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of pages, painted once: kept in memory (the last ones) and in the store's folder
// (pictures/), named by the report's bytes, where that can be written.
//
// Safe for several threads. What is kept can be deleted at any time.
//
// Tested by tests/review/review_service_test.cpp.
#pragma once

#include <list>
#include <mutex>
#include <string>
#include <utility>

#include "base/result.h"
#include "corpus/report_viewer.h"

namespace crossfoot {

class PictureCache {
 public:
  // `folder`: of the store. `viewer` must outlive this.
  PictureCache(std::string folder, ReportViewer* viewer);

  // Errors: ReportViewer::Page's.
  Result<PagePicture> Get(const std::string& path, const std::string& sha256, int page);

 private:
  Result<PagePicture> Paint(const std::string& path, const std::string& file, int page);
  void Remember(const std::string& name, const PagePicture& picture);

  std::string folder_;
  ReportViewer* viewer_;
  std::mutex one_at_a_time_;
  std::list<std::pair<std::string, PagePicture>> recent_;  // newest first
};

}  // namespace crossfoot
