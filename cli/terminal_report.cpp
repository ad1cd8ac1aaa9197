// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal_report.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr std::string_view kRed = "1;31";
constexpr std::string_view kYellow = "1;33";
constexpr std::string_view kBlue = "1;34";
constexpr std::string_view kGreen = "32";
constexpr std::string_view kBold = "1";
constexpr std::string_view kDim = "2";

// What a terminal may be given: one line, no control characters, no directional overrides.
std::string Safe(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    const bool blank = step.code == '\n' || step.code == '\t' || step.code == '\r';
    const bool control = step.code < 0x20 || (step.code >= 0x7F && step.code < 0xA0) ||
                         (step.code >= 0x202A && step.code <= 0x202E) ||
                         (step.code >= 0x2066 && step.code <= 0x2069);
    AppendUtf8(blank ? U' ' : (control ? kReplacement : step.code), &out);
    i += step.length;
  }
  return out;
}

std::string Location(const std::string& path, const Place& place) {
  std::string out = Safe(path);
  if (place.line > 0) {
    out += ":" + std::to_string(place.line);
    if (place.column > 0) {
      out += ":" + std::to_string(place.column);
    }
  } else if (place.page > 0) {
    out += ":p" + std::to_string(place.page);
  }
  return out;
}

// The clause shortened around bytes [begin, end) so that it fits into `width` columns.
struct Excerpt {
  std::string text;
  size_t begin = 0;
  size_t end = 0;
};

Excerpt Shorten(const std::string& quote, size_t begin, size_t end, size_t width) {
  size_t from = begin;
  size_t to = end;
  size_t used = DisplayWidth(std::string_view(quote).substr(begin, end - begin));
  bool grew = true;
  while (grew) {
    grew = false;
    const Utf8Step before = DecodeUtf8Before(quote, from);
    if (before.length > 0 && used + DisplayWidth(before.code) <= width) {
      from -= before.length;
      used += DisplayWidth(before.code);
      grew = true;
    }
    const Utf8Step after = DecodeUtf8(quote, to);
    if (after.length > 0 && used + DisplayWidth(after.code) <= width) {
      to += after.length;
      used += DisplayWidth(after.code);
      grew = true;
    }
  }
  const std::string head = from > 0 ? "…" : "";
  const std::string tail = to < quote.size() ? "…" : "";
  return {head + quote.substr(from, to - from) + tail, head.size() + begin - from,
          head.size() + end - from};
}

}  // namespace

TerminalStyle TerminalStyle::OfStandardOutput(const CheckOptions& options) {
  TerminalStyle style;
  style.language = options.language;
  style.quiet = options.quiet;
  style.verbose = options.verbose;
  if (isatty(STDOUT_FILENO) == 1) {
    const char* no_color = std::getenv("NO_COLOR");
    style.color = no_color == nullptr || *no_color == '\0';
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
      style.width = std::clamp<size_t>(size.ws_col, 40, 160);
    }
  }
  return style;
}

std::string TerminalReport::Paint(std::string_view text, std::string_view code) const {
  if (!style_.color) {
    return std::string(text);
  }
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string_view TerminalReport::Say(std::string_view zh, std::string_view en) const {
  return style_.language == Language::kChinese ? zh : en;
}

const std::string& TerminalReport::Say(const BilingualText& text) const {
  return style_.language == Language::kChinese ? text.zh : text.en;
}

std::string TerminalReport::PrintEvidence(const Evidence& evidence) const {
  const std::string quote = Safe(evidence.quote.empty() ? evidence.text : evidence.quote);
  const std::string text = Safe(evidence.text);
  std::string where;
  if (evidence.place.line > 0) {
    where = std::to_string(evidence.place.line);
  } else if (evidence.place.page > 0) {
    where = "p" + std::to_string(evidence.place.page);
  }
  const std::string gutter =
      std::string(where.size() < 5 ? 5 - where.size() : 0, ' ') + where + " | ";
  const size_t found = quote.find(text);
  const size_t begin = found == std::string::npos ? 0 : found;
  const size_t end = found == std::string::npos ? 0 : found + text.size();
  const size_t room = style_.width > gutter.size() + 24 ? style_.width - gutter.size() - 4 : 20;
  const Excerpt excerpt = Shorten(quote, begin, end, room);
  std::string out = Paint(gutter, kBlue) + excerpt.text + "\n";
  if (found != std::string::npos) {
    const size_t indent = DisplayWidth(std::string_view(excerpt.text).substr(0, excerpt.begin));
    const size_t length = DisplayWidth(text);
    out += Paint(std::string(gutter.size() - 2, ' ') + "| ", kBlue) + std::string(indent, ' ') +
           Paint(std::string(std::max<size_t>(length, 1), '^'), kYellow) + "\n";
  }
  return out;
}

std::string TerminalReport::PrintFinding(const Record& record, const Finding& finding) const {
  const Place place = finding.evidence.empty() ? Place{} : finding.evidence.front().place;
  const std::string_view color = finding.severity == Severity::kError     ? kRed
                                 : finding.severity == Severity::kWarning ? kYellow
                                                                          : kBlue;
  std::string_view severity = SeverityName(finding.severity);
  if (style_.language == Language::kChinese) {
    severity = finding.severity == Severity::kError     ? "错误"
               : finding.severity == Severity::kWarning ? "警告"
                                                        : "提示";
  }
  std::string out = Paint(Location(record.document.source.path, place), kBold) + ": " +
                    Paint(std::string(severity) + "[" + finding.rule + "]", color) + ": " +
                    Paint(Safe(Say(finding.message)), kBold) + "\n";
  for (const Evidence& evidence : finding.evidence) {
    out += PrintEvidence(evidence);
  }
  const std::string margin = Paint("      = ", kBlue);
  if (!finding.expression.empty()) {
    out += margin + std::string(Say("算式：", "arithmetic: ")) + Safe(finding.expression);
    if (!finding.computed.empty()) {
      out += std::string(Say("；算得 ", "; computed ")) + Safe(finding.computed);
    }
    if (!finding.difference.empty()) {
      out += std::string(Say("，相差 ", ", off by ")) + Safe(finding.difference);
    }
    out += finding.unit.empty() ? "\n" : " " + Safe(finding.unit) + "\n";
  }
  for (const Edit& edit : finding.diagnosis) {
    out += margin + std::string(Say("可能应为：", "likely: ")) + Paint(Safe(edit.edit), kGreen);
    const std::string& text = Say(edit.text);
    out +=
        text.empty()
            ? "\n"
            : Paint(std::string(Say("（", " (")) + Safe(text) + std::string(Say("）", ")")), kDim) +
                  "\n";
  }
  return out + "\n";
}

std::string TerminalReport::StatusLine(const Record& record) const {
  std::array<int, 4> by_status{};
  for (const Relation& relation : record.relations) {
    ++by_status[static_cast<size_t>(relation.status)];
  }
  for (const Uncovered& uncovered : record.uncovered) {
    by_status[static_cast<size_t>(RelationStatus::kUnevaluated)] += uncovered.count;
  }
  const auto count = [&](RelationStatus status) {
    return std::to_string(by_status[static_cast<size_t>(status)]);
  };
  const auto causes =
      std::count_if(record.findings.begin(), record.findings.end(),
                    [](const Finding& finding) { return finding.severity >= Severity::kWarning; });
  const std::string total =
      std::to_string(by_status[0] + by_status[1] + by_status[2] + by_status[3]);
  std::string out = Paint(Safe(record.document.source.path), kBold) + ": ";
  if (style_.language == Language::kChinese) {
    out += "勾稽 " + total + " 条：通过 " + count(RelationStatus::kHeld) + " · 尾差 " +
           count(RelationStatus::kRounding) + " · 不符 " + count(RelationStatus::kViolated) +
           "（根因 " + std::to_string(causes) + "）· 无法核对 " +
           count(RelationStatus::kUnevaluated);
  } else {
    out += total + " relations: " + count(RelationStatus::kHeld) + " held · " +
           count(RelationStatus::kRounding) + " rounding · " + count(RelationStatus::kViolated) +
           " violated (" + std::to_string(causes) + " root causes) · " +
           count(RelationStatus::kUnevaluated) + " not evaluated";
  }
  if (record.verdict == Verdict::kUntested) {
    out += std::string(Say("；本报告未能核对", "; nothing in this report could be tested"));
  }
  return out + "\n";
}

std::string TerminalReport::Print(const Record& record) {
  ++reports_;
  inconsistent_ += record.verdict == Verdict::kInconsistent ? 1 : 0;
  untested_ += record.verdict == Verdict::kUntested ? 1 : 0;
  std::string out;
  for (const Finding& finding : record.findings) {
    errors_ += finding.severity == Severity::kError ? 1 : 0;
    warnings_ += finding.severity == Severity::kWarning ? 1 : 0;
    const bool shown = !style_.quiet && (style_.verbose || finding.severity >= Severity::kWarning);
    out += shown ? PrintFinding(record, finding) : "";
  }
  if (style_.verbose) {
    for (const std::vector<Note>* notes : {&record.document.notes, &record.facts.notes}) {
      for (const Note& note : *notes) {
        out += Location(record.document.source.path, note.place) + ": " +
               Paint(Say("说明", "note"), kDim) + ": " + Safe(note.message) + "\n";
      }
    }
    for (const Uncovered& uncovered : record.uncovered) {
      out += Safe(record.document.source.path) + ": " + Paint(Say("未核对", "not checked"), kDim) +
             "[" + uncovered.rule + "]: " + Safe(Say(uncovered.reason)) + " (" +
             std::to_string(uncovered.count) + ")\n";
    }
  } else if (record.verdict == Verdict::kUntested) {
    // Why there is silence is never left out.
    for (const Note& note : record.document.notes) {
      out += Location(record.document.source.path, note.place) + ": " +
             Paint(Say("说明", "note"), kDim) + ": " + Safe(note.message) + "\n";
    }
  }
  return out + StatusLine(record);
}

std::string TerminalReport::PrintSummary() const {
  if (reports_ + failures_ < 2) {
    return "";
  }
  const auto n = [](int value) { return std::to_string(value); };
  if (style_.language == Language::kChinese) {
    return "共 " + n(reports_ + failures_) + " 份：不一致 " + n(inconsistent_) + " · 未能核对 " +
           n(untested_) + " · 无法读取 " + n(failures_) + "；错误 " + n(errors_) + " · 警告 " +
           n(warnings_) + "\n";
  }
  return n(reports_ + failures_) + " reports: " + n(inconsistent_) + " inconsistent · " +
         n(untested_) + " untested · " + n(failures_) + " unreadable; " + n(errors_) +
         " errors · " + n(warnings_) + " warnings\n";
}

}  // namespace crossfoot
