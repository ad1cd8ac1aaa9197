// SPDX-License-Identifier: GPL-3.0-or-later
//
// The findings of a store in the order in which they are worth a person's time: most severe first,
// then surest, then by report.
//
// Kept in memory without their texts (about 200 bytes a finding), so that filters answer at once.
//
// Tested by tests/review/queue_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/decisions.h"
#include "review/report_data.h"

namespace crossfoot {

struct QueueItem {
  size_t report = 0;  // index in Queue::reports()
  int64_t n = 0;      // as in findings.n
  std::string id;
  std::string rule;
  std::string severity;
  double confidence = 0;
};

// Empty fields mean any.
struct QueueFilter {
  std::string state;  // undecided, differ, or one of kDecisions
  std::string severity;
  std::string rule;
  std::string year;
  std::string region;
};

class Queue {
 public:
  Queue() = default;
  static Result<Queue> Read(Store& store);

  [[nodiscard]] const std::vector<ReportLine>& reports() const { return reports_; }
  [[nodiscard]] const std::vector<QueueItem>& items() const { return items_; }
  [[nodiscard]] const ReportLine& ReportOf(const QueueItem& item) const {
    return reports_.at(item.report);
  }
  // The report of that key, or nullptr.
  [[nodiscard]] const ReportLine* FindReport(std::string_view key) const;
  // The finding of that id in the report of that key, or nullptr.
  [[nodiscard]] const QueueItem* Find(std::string_view key, std::string_view id) const;
  // In order. O(findings).
  [[nodiscard]] std::vector<const QueueItem*> Filter(const QueueFilter& filter,
                                                     const DecisionIndex& decisions) const;

 private:
  std::vector<ReportLine> reports_;
  std::vector<QueueItem> items_;
  std::map<std::string, size_t, std::less<>> report_by_key_;
};

}  // namespace crossfoot
