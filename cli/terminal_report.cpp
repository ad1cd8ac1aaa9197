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

// Bytes [begin, end) of a line.
struct Mark {
  size_t begin = 0;
  size_t end = 0;
};

// One printed line of the report with all that is pointed at in it.
struct MarkedLine {
  std::string where;
  std::string quote;
  std::vector<Mark> marks;
};

std::string Where(const Place& place) {
  if (place.line > 0) {
    return std::to_string(place.line);
  }
  return place.page > 0 ? "p" + std::to_string(place.page) : "";
}

// Evidence in the same words of the same line shares one printed line; figures that occur twice in
// it are marked in the order in which they are pointed at.
std::vector<MarkedLine> GroupByLine(const std::vector<Evidence>& evidence) {
  std::vector<MarkedLine> lines;
  for (const Evidence& piece : evidence) {
    const std::string quote = Safe(piece.quote.empty() ? piece.text : piece.quote);
    const std::string text = Safe(piece.text);
    const std::string where = Where(piece.place);
    auto line = std::find_if(lines.begin(), lines.end(), [&](const MarkedLine& l) {
      return l.where == where && l.quote == quote;
    });
    if (line == lines.end()) {
      line = lines.insert(lines.end(), MarkedLine{where, quote, {}});
    }
    size_t found = text.empty() ? std::string::npos : quote.find(text);
    while (found != std::string::npos &&
           std::any_of(line->marks.begin(), line->marks.end(), [&](const Mark& mark) {
             return found < mark.end && mark.begin < found + text.size();
           })) {
      found = quote.find(text, found + 1);
    }
    if (found != std::string::npos) {
      line->marks.push_back({found, found + text.size()});
    }
  }
  for (MarkedLine& line : lines) {
    std::sort(line.marks.begin(), line.marks.end(),
              [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  }
  return lines;
}

// A window of the line that fits into `width` columns: as much as fits around the first mark and
// those after it that still fit, then outwards on both sides.
MarkedLine Shorten(const MarkedLine& line, size_t width) {
  const std::string_view quote = line.quote;
  size_t from = line.marks.empty() ? 0 : line.marks.front().begin;
  size_t to = line.marks.empty() ? 0 : line.marks.front().end;
  for (const Mark& mark : line.marks) {
    if (DisplayWidth(quote.substr(from, mark.end - from)) <= width) {
      to = std::max(to, mark.end);
    }
  }
  size_t used = DisplayWidth(quote.substr(from, to - from));
  for (bool grew = true; grew;) {
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
  MarkedLine shown{
      line.where, head + line.quote.substr(from, to - from) + (to < quote.size() ? "…" : ""), {}};
  for (const Mark& mark : line.marks) {
    if (mark.begin >= from && mark.end <= to) {
      shown.marks.push_back({head.size() + mark.begin - from, head.size() + mark.end - from});
    }
  }
  return shown;
}

// Blanks and carets under the marks, in columns.
std::string Underline(const MarkedLine& line) {
  std::string out;
  size_t at = 0;
  for (const Mark& mark : line.marks) {
    if (mark.begin < at) {
      continue;
    }
    out += std::string(DisplayWidth(std::string_view(line.quote).substr(at, mark.begin - at)), ' ');
    out += std::string(
        std::max<size_t>(
            1,
            DisplayWidth(std::string_view(line.quote).substr(mark.begin, mark.end - mark.begin))),
        '^');
    at = mark.end;
  }
  return out;
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

std::string TerminalReport::PrintEvidence(const std::vector<Evidence>& evidence) const {
  std::string out;
  for (const MarkedLine& line : GroupByLine(evidence)) {
    const std::string gutter =
        std::string(line.where.size() < 5 ? 5 - line.where.size() : 0, ' ') + line.where + " | ";
    const MarkedLine shown = Shorten(line, std::max<size_t>(style_.width - gutter.size() - 4, 20));
    out += Paint(gutter, kBlue) + shown.quote + "\n";
    if (!shown.marks.empty()) {
      out += Paint(std::string(gutter.size() - 2, ' ') + "| ", kBlue) +
             Paint(Underline(shown), kYellow) + "\n";
    }
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
                    Paint(Safe(Say(finding.headline)), kBold) + "\n" +
                    PrintEvidence(finding.evidence);
  const auto remark = [&](const std::string& text) {
    out += Paint("      = ", kBlue) + text + "\n";
  };
  if (!finding.expression.empty()) {
    std::string sum = std::string(Say("算式：", "arithmetic: ")) + Safe(finding.expression);
    if (!finding.difference.empty()) {
      sum += std::string(Say("，算得 ", ", computed ")) + Safe(finding.computed + finding.unit) +
             std::string(Say("，相差 ", ", off by ")) + Safe(finding.difference) +
             (finding.unit == "%" ? std::string(Say("个百分点", " percentage points"))
                                  : Safe(finding.unit));
    }
    remark(sum);
  }
  for (const Edit& edit : finding.diagnosis) {
    remark(Paint(Safe(Say(edit.text)), kGreen));
  }
  const std::string_view rest =
      TrimBlanks(std::string_view(Say(finding.message))
                     .substr(std::min(Say(finding.headline).size(), Say(finding.message).size())));
  if (!rest.empty()) {
    remark(Paint(Safe(rest), kDim));
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
  // Broken relations have their causes; a finding without one is about words (a year, a template
  // left in).
  int causes = 0;
  int wordings = 0;
  for (const Finding& finding : record.findings) {
    if (finding.suppressed.empty() && finding.severity >= Severity::kWarning) {
      ++(finding.relations.empty() ? wordings : causes);
    }
  }
  const auto suppressed =
      std::count_if(record.findings.begin(), record.findings.end(),
                    [](const Finding& finding) { return !finding.suppressed.empty(); });
  const std::string total =
      std::to_string(by_status[0] + by_status[1] + by_status[2] + by_status[3]);
  std::string out = Paint(Safe(record.document.source.path), kBold) + ": ";
  if (style_.language == Language::kChinese) {
    out += "勾稽 " + total + " 条：通过 " + count(RelationStatus::kHeld) + " · 尾差 " +
           count(RelationStatus::kRounding) + " · 不符 " + count(RelationStatus::kViolated) +
           "（根因 " + std::to_string(causes) + "）· 无法核对 " +
           count(RelationStatus::kUnevaluated);
    out += wordings > 0 ? " · 文字 " + std::to_string(wordings) : "";
  } else {
    out += total + " relations: " + count(RelationStatus::kHeld) + " held · " +
           count(RelationStatus::kRounding) + " rounding · " + count(RelationStatus::kViolated) +
           " violated (" + std::to_string(causes) +
           (causes == 1 ? " root cause) · " : " root causes) · ") +
           count(RelationStatus::kUnevaluated) + " not evaluated";
    out += wordings > 0 ? " · " + std::to_string(wordings) + " of wording" : "";
  }
  if (suppressed > 0) {
    out += std::string(Say(" · 已忽略 ", " · ")) + std::to_string(suppressed) +
           std::string(Say("", " suppressed"));
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
    if (!finding.suppressed.empty()) {
      if (style_.verbose) {
        out += Safe(record.document.source.path) + ": " + Paint(Say("已忽略", "suppressed"), kDim) +
               "[" + finding.rule + "]: " + Safe(Say(finding.headline)) + " (" +
               Safe(finding.suppressed) + ")\n";
      }
      continue;
    }
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
    std::string idle;
    for (const RuleCoverage& rule : record.rules) {
      idle += rule.State() == "no_occasion" ? " " + rule.rule : "";
    }
    if (!idle.empty()) {
      out += Safe(record.document.source.path) + ": " +
             Paint(Say("无适用内容", "no occasion"), kDim) + ":" + idle + "\n";
    }
  } else if (record.verdict == Verdict::kUntested) {
    // Why there is silence is never left out.
    for (const Note& note : record.document.notes) {
      out += Location(record.document.source.path, note.place) + ": " +
             Paint(Say("说明", "note"), kDim) + ": " + Safe(note.message) + "\n";
    }
  }
  // What a report says stands apart from the status line of the one before it.
  const bool apart = reports_ > 1 && !out.empty();
  return (apart ? "\n" : "") + out + StatusLine(record);
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
