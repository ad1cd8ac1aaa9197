// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_progress.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <unistd.h>

#include "base/version.h"
#include "corpus/json_text.h"

namespace crossfoot {
namespace {

constexpr auto kRedraw = std::chrono::milliseconds(100);
constexpr auto kPlainLine = std::chrono::seconds(10);
constexpr int kBarWidth = 24;

void PutEvent(const JsonObject& event) {
  const std::string line = event.Print() + "\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fflush(stdout);
}

std::string_view OutcomeName(RunStep::Outcome outcome) {
  switch (outcome) {
    case RunStep::Outcome::kUnchanged:
      return "unchanged";
    case RunStep::Outcome::kRead:
      return "read";
    case RunStep::Outcome::kFailed:
      return "failed";
  }
  return "failed";
}

std::string ClockText(int64_t seconds) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%lld:%02lld:%02lld",
                static_cast<long long>(seconds / 3600), static_cast<long long>(seconds / 60 % 60),
                static_cast<long long>(seconds % 60));
  return out.data();
}

std::string CountsJson(const std::vector<NamedCount>& counts) {
  JsonObject out;
  for (const NamedCount& count : counts) {
    out.Whole(count.name, count.count);
  }
  return out.Print();
}

std::string CountsText(const std::vector<NamedCount>& counts) {
  std::string out;
  for (const NamedCount& count : counts) {
    out += (out.empty() ? "" : " · ") + count.name + " " + std::to_string(count.count);
  }
  return out;
}

}  // namespace

RunProgressPrinter::RunProgressPrinter(const RunCommandOptions& options, size_t inputs)
    : options_(options),
      inputs_(static_cast<int64_t>(inputs)),
      terminal_(isatty(STDERR_FILENO) != 0),
      drawn_(std::chrono::steady_clock::now() -
             (terminal_ ? std::chrono::hours(1) : std::chrono::hours(0))) {
  if (options_.events) {
    PutEvent(JsonObject()
                 .Text("event", "start")
                 .Text("program", kVersion)
                 .Text("store", options_.store)
                 .Whole("inputs", inputs_));
  }
}

std::string_view RunProgressPrinter::Say(std::string_view zh, std::string_view en) const {
  return options_.language == Language::kChinese ? zh : en;
}

void RunProgressPrinter::OnStep(const RunStep& step, const RunProgress& progress) {
  if (options_.events) {
    JsonObject event;
    event.Text("event", "report")
        .Text("path", step.name)
        .Text("outcome", OutcomeName(step.outcome));
    if (!step.error_code.empty()) {
      event.Text("code", step.error_code).Text("message", step.message);
    }
    PutEvent(event.Whole("done", progress.done()));
  }
  const auto now = std::chrono::steady_clock::now();
  if (!options_.quiet && now - drawn_ >= (terminal_ ? std::chrono::milliseconds(kRedraw)
                                                    : std::chrono::milliseconds(kPlainLine))) {
    drawn_ = now;
    Draw(progress, false);
  }
}

void RunProgressPrinter::Draw(const RunProgress& progress, bool last) {
  const int64_t total = std::max({inputs_, progress.known, int64_t{1}});
  const int64_t done = progress.done();
  // Unchanged reports cost next to nothing: the rate is that of reading.
  const auto worked = static_cast<double>(done - progress.unchanged);
  const double rate = progress.seconds > 0 ? worked / progress.seconds : 0;
  std::string line;
  if (terminal_) {
    const auto filled = static_cast<size_t>(kBarWidth * std::min(done, total) / total);
    line = "\r\x1b[K[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] ";
  }
  line += std::to_string(done) + "/" + std::to_string(total);
  if (rate > 0) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), " · %.1f/s", rate);
    line += text.data();
    line += std::string(" · ") + std::string(Say("剩余 ", "left ")) +
            ClockText(static_cast<int64_t>(static_cast<double>(total - done) / rate));
  }
  if (progress.failed > 0) {
    line += " · " + std::string(Say("失败 ", "failed ")) + std::to_string(progress.failed);
  }
  if (!terminal_ || last) {
    line += "\n";
  }
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void RunProgressPrinter::Finish(const RunProgress& progress, const StoreSummary& summary) {
  if (!options_.quiet) {
    Draw(progress, true);
  }
  if (options_.events) {
    PutEvent(JsonObject()
                 .Text("event", "summary")
                 .Whole("asked", progress.known)
                 .Whole("unchanged", progress.unchanged)
                 .Whole("read", progress.read)
                 .Whole("failed", progress.failed)
                 .Text("workers", progress.confinement)
                 .Whole("reports", summary.reports)
                 .Whole("facts", summary.facts)
                 .Raw("fact_status", CountsJson(summary.fact_status))
                 .Raw("relations", CountsJson(summary.relation_status))
                 .Raw("findings", CountsJson(summary.findings_by_severity))
                 .Raw("findings_by_rule", CountsJson(summary.findings_by_rule))
                 .Raw("failures", CountsJson(summary.failures))
                 .Raw("not_checked", CountsJson(summary.not_checked))
                 .Raw("across", CountsJson(summary.across)));
    return;
  }
  const auto put = [](std::string_view label, const std::string& text) {
    if (!text.empty()) {
      std::printf("%s %s\n", std::string(label).c_str(), text.c_str());
    }
  };
  put(Say("本次：", "this run:"),
      std::to_string(progress.known) + std::string(Say(" 份，读取 ", " asked for, read ")) +
          std::to_string(progress.read) + std::string(Say("，未变 ", ", unchanged ")) +
          std::to_string(progress.unchanged) + std::string(Say("，失败 ", ", failed ")) +
          std::to_string(progress.failed));
  put(Say("报告：", "reports:"), std::to_string(summary.reports));
  put(Say("事实：", "facts:"),
      std::to_string(summary.facts) + " (" + CountsText(summary.fact_status) + ")");
  put(Say("勾稽：", "relations:"), CountsText(summary.relation_status));
  put(Say("发现：", "findings:"), CountsText(summary.findings_by_severity));
  put(Say("　按规则：", "  by rule:"), CountsText(summary.findings_by_rule));
  put(Say("跨报告：", "across reports:"), CountsText(summary.across));
  put(Say("未核对：", "not checked:"), CountsText(summary.not_checked));
  put(Say("失败：", "failures:"), CountsText(summary.failures));
  if (progress.confinement.find("no ") != std::string::npos) {
    put(Say("注意：工作进程只受限于 ", "note: workers were confined by "), progress.confinement);
  }
}

}  // namespace crossfoot
