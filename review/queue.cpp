// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/queue.h"

#include <algorithm>
#include <tuple>

namespace crossfoot {
namespace {

int Rank(const std::string& severity) {
  return severity == "error" ? 0 : (severity == "warning" ? 1 : 2);
}

bool HasState(const std::string& state, const ReportLine& report, const QueueItem& item,
              const DecisionIndex& decisions) {
  if (state.empty()) {
    return true;
  }
  if (state == "differ") {
    return PeopleDiffer(decisions.History(report.path, report.sha256, item.id));
  }
  const Decision* current = decisions.Current(report.path, report.sha256, item.id);
  return state == "undecided" ? current == nullptr
                              : current != nullptr && current->decision == state;
}

}  // namespace

Result<Queue> Queue::Read(Store& store) {
  Queue queue;
  CROSSFOOT_TRY(queue.reports_, ReadReportLines(store));
  for (size_t i = 0; i < queue.reports_.size(); ++i) {
    queue.report_by_key_[queue.reports_[i].key] = i;
  }
  CROSSFOOT_TRY(Statement rows,
                store.corpus().Prepare("SELECT source, n, id, rule, severity, confidence FROM "
                                       "findings"));
  for (;;) {
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      break;
    }
    const auto report = queue.report_by_key_.find(rows.Text(0));
    if (report != queue.report_by_key_.end()) {
      queue.items_.push_back({report->second, rows.Integer(1), std::string(rows.Text(2)),
                              std::string(rows.Text(3)), std::string(rows.Text(4)), rows.Real(5)});
    }
  }
  std::sort(queue.items_.begin(), queue.items_.end(), [](const QueueItem& a, const QueueItem& b) {
    return std::make_tuple(Rank(a.severity), -a.confidence, a.report, a.n) <
           std::make_tuple(Rank(b.severity), -b.confidence, b.report, b.n);
  });
  return queue;
}

const ReportLine* Queue::FindReport(std::string_view key) const {
  const auto found = report_by_key_.find(key);
  return found == report_by_key_.end() ? nullptr : &reports_[found->second];
}

const QueueItem* Queue::Find(std::string_view key, std::string_view id) const {
  const auto report = report_by_key_.find(key);
  if (report == report_by_key_.end()) {
    return nullptr;
  }
  const auto found = std::find_if(items_.begin(), items_.end(), [&](const QueueItem& item) {
    return item.report == report->second && item.id == id;
  });
  return found == items_.end() ? nullptr : &*found;
}

std::vector<const QueueItem*> Queue::Filter(const QueueFilter& filter,
                                            const DecisionIndex& decisions) const {
  std::vector<const QueueItem*> out;
  for (const QueueItem& item : items_) {
    const ReportLine& report = ReportOf(item);
    if ((filter.severity.empty() || item.severity == filter.severity) &&
        (filter.rule.empty() || item.rule == filter.rule) &&
        (filter.year.empty() || std::to_string(report.year) == filter.year) &&
        (filter.region.empty() || report.region == filter.region) &&
        HasState(filter.state, report, item, decisions)) {
      out.push_back(&item);
    }
  }
  return out;
}

}  // namespace crossfoot
