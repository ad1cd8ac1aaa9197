// SPDX-License-Identifier: GPL-3.0-or-later
//
// The working paper, written with libxlsxwriter (the one place that includes it) row by row, so
// that its memory does not grow.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <memory>
#include <span>

#include <xlsxwriter.h>

#include "base/utf8.h"
#include "base/version.h"
#include "corpus/decisions.h"
#include "corpus/export/export.h"
#include "corpus/source_name.h"
#include "corpus/store_summary.h"

namespace crossfoot {
namespace {

constexpr double kLineHeight = 15;  // points
constexpr lxw_row_t kMostRows = 1'000'000;
constexpr size_t kMostLinks = 60'000;    // Excel refuses more than 65,530 on a sheet
constexpr size_t kLongestText = 8'000;   // characters take up to four bytes, Excel 32,767 of them
constexpr time_t kNoTime = 946'684'800;  // same store, same bytes: no clock in the file

struct SheetColumn {
  const char* zh;
  const char* en;
  double width;
  enum class Kind { kText, kNumber, kLink } kind = Kind::kText;
};
using Kind = SheetColumn::Kind;

struct Sheet {
  const char* zh;
  const char* en;
  std::vector<SheetColumn> columns;
  std::string sql;  // its columns in the same order
};

// What a column of ours says, in words for people.
constexpr std::pair<const char*, const char*> kChineseWords[] = {
    {"error", "错误"},    {"warning", "警告"},
    {"info", "提示"},     {"confirmed", "已印证"},
    {"disputed", "存疑"}, {"untested", "未涉及"},
    {"held", "相符"},     {"rounding", "尾差内相符"},
    {"violated", "不符"}, {"unevaluated", "未能核对"},
    {"noted", "提请注意"}};

// SQL for it.
std::string Worded(const std::string& column, bool chinese) {
  if (!chinese) {
    return column;
  }
  std::string sql = "CASE " + column;
  for (const auto& [word, zh] : kChineseWords) {
    sql += std::string(" WHEN '") + word + "' THEN '" + zh + "'";
  }
  return sql + " ELSE " + column + " END";
}

// Names of the summary, of which one word may be of those: "held", "COR101 held".
std::vector<NamedCount> Worded(std::vector<NamedCount> counts, bool chinese) {
  for (NamedCount& count : counts) {
    const size_t blank = count.name.rfind(' ');
    const size_t at = blank == std::string::npos ? 0 : blank + 1;
    for (const auto& [word, zh] : kChineseWords) {
      if (chinese && count.name.substr(at) == word) {
        count.name.replace(at, std::string::npos, zh);
        break;
      }
    }
  }
  return counts;
}

std::vector<Sheet> Sheets(const ExportChoice& choice, bool chinese) {
  const std::string language = chinese ? "zh" : "en";
  return {
      {"发现",
       "Findings",
       {{"报告", "Report", 36, Kind::kLink},
        {"页", "Page", 6, Kind::kNumber},
        {"行", "Line", 6, Kind::kNumber},
        {"级别", "Severity", 9},
        {"可信度", "Confidence", 9, Kind::kNumber},
        {"规则", "Rule", 10},
        {"问题", "What", 60},
        {"第一处", "First place", 44},
        {"另一报告", "Other report", 30},
        {"第二处页", "Second page", 9, Kind::kNumber},
        {"第二处行", "Second line", 9, Kind::kNumber},
        {"第二处", "Second place", 44},
        {"算式", "Arithmetic", 34},
        {"填报", "Stated", 14},
        {"应为", "Computed", 14},
        {"差额", "Difference", 14},
        {"单位", "Unit", 8},
        {"建议", "Suggestion", 40},
        {"处理", "Decision", 12},
        {"备注", "Note", 40},
        {"编号", "Finding", 18},
        {"路径", "Path", 50}},
       "SELECT s.path, f.page, f.line, " + Worded("f.severity", chinese) +
           ", f.confidence, f.rule, f.message_" + language +
           ", f.quote, o.path, f.other_page, f.other_line, f.other_quote, f.expression, f.stated, "
           "f.computed, f.difference, f.unit, f.suggestion_" +
           language +
           ", '', '', f.id, s.path, s.sha256 FROM findings f JOIN sources s USING (source) LEFT "
           "JOIN "
           "sources o ON o.source = f.other_source AND f.other_source <> '' ORDER BY CASE "
           "f.severity "
           "WHEN "
           "'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, s.path, f.n"},
      {"跨报告",
       "Across reports",
       {{"报告", "Report", 36, Kind::kLink},
        {"页", "Page", 6, Kind::kNumber},
        {"行", "Line", 6, Kind::kNumber},
        {"规则", "Rule", 18},
        {"结果", "Status", 10},
        {"单位", "Entity", 24},
        {"年度", "Year", 8, Kind::kNumber},
        {"本处", "Here", 40},
        {"数值", "Value", 16},
        {"另一报告", "Other report", 36},
        {"另一处", "There", 40},
        {"数值", "Value", 16},
        {"差额", "Difference", 16},
        {"说明", "What", 60},
        {"路径", "Path", 50}},
       "SELECT s.path, a.page, a.line, a.rule, " + Worded("a.status", chinese) +
           ", a.entity, a.year, a.quote, a.value, "
           "o.path, a.other_quote, a.other_value, a.difference, a.message_" +
           language +
           ", s.path FROM across a LEFT JOIN sources s ON s.source = a.source LEFT JOIN sources o "
           "ON "
           "o.source = a.other_source ORDER BY a.grp, a.n"},
      {"事实",
       "Facts",
       {{"报告", "Report", 36},
        {"页", "Page", 6, Kind::kNumber},
        {"行", "Line", 6, Kind::kNumber},
        {"事项", "Subject", 40},
        {"指标", "Metric", 22},
        {"口径", "Scope", 16},
        {"时间", "Period", 12},
        {"数值", "Value", 16},
        {"单位", "Unit", 8},
        {"折合", "In base unit", 18, Kind::kNumber},
        {"基本单位", "Base unit", 8},
        {"状态", "Status", 12},
        {"原文", "Quote", 20}},
       "SELECT s.path, f.page, f.line, f.subject, f.metric, f.scope, f.period, f.value, "
       "f.unit, f.base_value, f.base_unit, " +
           Worded("f.status", chinese) + ", f.quote FROM facts f JOIN sources s USING (source) " +
           (choice.only_confirmed ? "WHERE f.status = 'confirmed' " : "") + "ORDER BY s.path, f.n"},
      {"未核对",
       "Not checked",
       {{"报告", "Report", 36},
        {"规则", "Rule", 12},
        {"条数", "Count", 8, Kind::kNumber},
        {"原因", "Reason", 80}},
       "SELECT s.path, c.rule, c.count, c.reason_" + language +
           " FROM not_checked c JOIN sources s USING (source) ORDER BY s.path, c.n"},
      {"失败",
       "Failures",
       {{"报告", "Report", 60},
        {"原因", "Code", 20},
        {"说明", "Message", 60},
        {"页", "Page", 6, Kind::kNumber},
        {"次数", "Attempts", 8, Kind::kNumber}},
       "SELECT s.path, f.code, f.message, f.page, f.attempts FROM failures f JOIN sources s USING "
       "(source) ORDER BY s.path"},
  };
}

std::string Shortened(std::string_view text) {
  if (text.size() > kLongestText) {
    size_t end = kLongestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
      --end;
    }
    return std::string(text.substr(0, end)) + "…";
  }
  return std::string(text);
}

class WorkbookWriter {
 public:
  WorkbookWriter(Store& store, DecisionIndex decisions, bool chinese, lxw_workbook* book)
      : store_(store),
        decisions_(std::move(decisions)),
        chinese_(chinese),
        book_(book),
        head_(workbook_add_format(book)),
        wrap_(workbook_add_format(book)),
        top_(workbook_add_format(book)),
        link_(workbook_add_format(book)) {
    format_set_bold(head_);
    format_set_bg_color(head_, 0xDDE6EF);
    format_set_bottom(head_, LXW_BORDER_THIN);
    format_set_text_wrap(wrap_);
    format_set_align(wrap_, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(top_, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(link_, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(link_);
    format_set_font_color(link_, LXW_COLOR_BLUE);
    format_set_underline(link_, LXW_UNDERLINE_SINGLE);
  }

  // Lines that a row's longest cell wraps into: not every program works that out when it opens a
  // file.
  static int LinesOf(const Sheet& sheet, const Statement& rows) {
    constexpr int kMost = 12;
    int lines = 1;
    for (size_t i = 0; i < sheet.columns.size(); ++i) {
      if (sheet.columns[i].kind == Kind::kText) {
        const auto wide = static_cast<double>(DisplayWidth(rows.Text(static_cast<int>(i))));
        lines = std::max(lines, static_cast<int>(std::ceil(wide / sheet.columns[i].width)));
      }
    }
    return std::min(lines, kMost);
  }

  // Rows that did not fit.
  Result<int64_t> PutSheet(const Sheet& sheet) {
    CROSSFOOT_TRY(Statement rows, store_.corpus().Prepare(sheet.sql));
    lxw_worksheet* page = workbook_add_worksheet(book_, chinese_ ? sheet.zh : sheet.en);
    const auto last_column = static_cast<lxw_col_t>(sheet.columns.size() - 1);
    for (size_t i = 0; i < sheet.columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(page, column, column, sheet.columns[i].width, nullptr);
      worksheet_write_string(page, 0, column, chinese_ ? sheet.columns[i].zh : sheet.columns[i].en,
                             head_);
    }
    worksheet_freeze_panes(page, 1, 1);
    double width = 0;
    for (const SheetColumn& column : sheet.columns) {
      width += column.width;
    }
    PreparePrint(page, width);
    lxw_row_t row = 1;
    for (int64_t left_out = 0;;) {
      CROSSFOOT_TRY(const bool more, rows.Step());
      if (!more) {
        worksheet_autofilter(page, 0, 0, std::max<lxw_row_t>(row - 1, 1), last_column);
        OfferDecisions(page, sheet, row);
        return left_out;
      }
      if (row > kMostRows) {
        ++left_out;
        continue;
      }
      if (const int lines = LinesOf(sheet, rows); lines > 1) {
        worksheet_set_row(page, row, kLineHeight * lines, nullptr);
      }
      for (size_t i = 0; i < sheet.columns.size(); ++i) {
        PutCell(page, row, static_cast<int>(i), sheet.columns[i].kind, rows);
      }
      PutDecision(page, sheet, row, rows);
      ++row;
    }
  }

  void PutOverview(lxw_worksheet* page, const StoreSummary& summary,
                   const std::vector<std::pair<std::string, int64_t>>& left_out) {
    worksheet_set_column(page, 0, 0, 44, nullptr);
    worksheet_set_column(page, 1, 1, 14, nullptr);
    PreparePrint(page, 0);
    lxw_row_t row = 0;
    const auto put = [&](const std::string& label, int64_t count) {
      worksheet_write_string(page, row, 0, label.c_str(), nullptr);
      worksheet_write_number(page, row++, 1, static_cast<double>(count), nullptr);
    };
    const auto section = [&](const char* zh, const char* en,
                             const std::vector<NamedCount>& counts) {
      if (counts.empty()) {
        return;
      }
      ++row;
      worksheet_write_string(page, row++, 0, Say(zh, en), head_);
      for (const NamedCount& count : Worded(counts, chinese_)) {
        put(count.name, count.count);
      }
    };
    worksheet_write_string(page, row++, 0, Say("勾稽核对工作底稿", "Working paper"), head_);
    worksheet_write_string(page, row++, 0, ("crossfoot " + std::string(kVersion)).c_str(), nullptr);
    put(Say("来源", "Sources"), summary.sources);
    put(Say("报告", "Reports"), summary.reports);
    put(Say("事实", "Facts"), summary.facts);
    section("事实状态", "Facts by status", summary.fact_status);
    section("勾稽关系", "Relations by status", summary.relation_status);
    section("发现", "Findings by severity", summary.findings_by_severity);
    section("发现（按规则）", "Findings by rule", summary.findings_by_rule);
    section("跨报告", "Across reports", summary.across);
    section("未核对", "Not checked", summary.not_checked);
    section("失败", "Failures", summary.failures);
    std::vector<NamedCount> cut;
    for (const auto& [name, count] : left_out) {
      if (count > 0) {
        cut.push_back({name, count});
      }
    }
    section("超出一百万行而未列出", "Rows left out (over a million)", cut);
  }

 private:
  [[nodiscard]] const char* Say(const char* zh, const char* en) const { return chinese_ ? zh : en; }

  // A3 across, as many pages abreast as leave the columns readable, with the head and the report on
  // each; a sheet of no width is the overview, on A4.
  static void PreparePrint(lxw_worksheet* page, double width) {
    constexpr uint8_t kA3 = 8;
    constexpr uint8_t kA4 = 9;
    constexpr double kReadable = 260;  // characters across
    worksheet_set_paper(page, width > 0 ? kA3 : kA4);
    worksheet_fit_to_pages(page, static_cast<uint16_t>(1 + width / kReadable), 0);
    if (width > 0) {
      worksheet_set_landscape(page);
      worksheet_repeat_rows(page, 0, 0);
      worksheet_repeat_columns(page, 0, 0);
    }
  }

  void PutCell(lxw_worksheet* page, lxw_row_t row, int column, Kind kind, const Statement& rows) {
    const std::string_view text = rows.Text(column);
    const auto at = static_cast<lxw_col_t>(column);
    if (text.empty()) {
      return;
    }
    if (kind == Kind::kNumber) {
      // Fifteen digits are what Excel keeps; more stay text.
      double value = 0;
      const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
      if (text.size() <= 15 && parsed.ec == std::errc() &&
          parsed.ptr == text.data() + text.size()) {
        worksheet_write_number(page, row, at, value, top_);
        return;
      }
    }
    const std::string shown = Shortened(text);
    if (kind == Kind::kLink && links_ < kMostLinks && text.size() < 240) {
      ++links_;
      std::string target = "external:" + PathOfSource(text);
      if (const int64_t number = rows.Integer(1); number > 0) {
        target += "#page=" + std::to_string(number);
      }
      // The file's name is shown: paths differ at their end, which a narrow column hides.
      const std::string name = shown.substr(shown.rfind('/') + 1);
      if (worksheet_write_url_opt(page, row, at, target.c_str(), link_, name.c_str(),
                                  shown.c_str()) == LXW_NO_ERROR) {
        return;
      }
    }
    // A string cell is never a formula, whatever it begins with.
    worksheet_write_string(page, row, at, shown.c_str(), wrap_);
  }

  [[nodiscard]] const char* DecisionWord(std::string_view decision) const {
    return decision == "error"        ? Say("是错误", "error")
           : decision == "not_error"  ? Say("不是错误", "not an error")
           : decision == "ask_author" ? Say("问作者", "ask the author")
                                      : Say("以后再看", "later");
  }

  static size_t ColumnOf(const Sheet& sheet, std::string_view zh) {
    const auto found = std::find_if(sheet.columns.begin(), sheet.columns.end(),
                                    [&](const SheetColumn& c) { return c.zh == zh; });
    return static_cast<size_t>(found - sheet.columns.begin());
  }

  // What people decided on the finding in this row.
  void PutDecision(lxw_worksheet* page, const Sheet& sheet, lxw_row_t row, const Statement& rows) {
    const size_t at = ColumnOf(sheet, "处理");
    const size_t id = ColumnOf(sheet, "编号");
    if (at == sheet.columns.size() || id == sheet.columns.size()) {
      return;
    }
    // The report's bytes stand behind the sheet's own columns.
    const Decision* decision =
        decisions_.Current(rows.Text(0), rows.Text(static_cast<int>(sheet.columns.size())),
                           rows.Text(static_cast<int>(id)));
    if (decision != nullptr) {
      const auto column = static_cast<lxw_col_t>(at);
      worksheet_write_string(page, row, column, DecisionWord(decision->decision), top_);
      const std::string note = Shortened(decision->note);
      worksheet_write_string(page, row, static_cast<lxw_col_t>(at + 1), note.c_str(), wrap_);
    }
  }

  // A list to choose from in the column of decisions.
  void OfferDecisions(lxw_worksheet* page, const Sheet& sheet, lxw_row_t rows) {
    const auto found =
        std::find_if(sheet.columns.begin(), sheet.columns.end(),
                     [](const SheetColumn& c) { return c.zh == std::string("处理"); });
    if (found == sheet.columns.end() || rows < 2) {
      return;
    }
    const auto column = static_cast<lxw_col_t>(found - sheet.columns.begin());
    const char* words[] = {DecisionWord("error"), DecisionWord("not_error"),
                           DecisionWord("ask_author"), DecisionWord("later"), nullptr};
    lxw_data_validation choice{};
    choice.validate = LXW_VALIDATION_TYPE_LIST;
    choice.value_list = const_cast<char**>(words);  // a C interface that only reads
    worksheet_data_validation_range(page, 1, column, rows - 1, column, &choice);
  }

  Store& store_;
  DecisionIndex decisions_;
  bool chinese_;
  lxw_workbook* book_;
  lxw_format* head_;
  lxw_format* wrap_;
  lxw_format* top_;  // numbers stand beside the first line of a text
  lxw_format* link_;
  size_t links_ = 0;
};

}  // namespace

Result<Done> ExportWorkbook(Store& store, const ExportChoice& choice, bool chinese,
                            const std::string& path) {
  DecisionIndex decisions;
  if (store.HasDecisions()) {
    CROSSFOOT_TRY(const std::vector<Decision> all, ReadDecisions(store.decisions()));
    decisions = DecisionIndex(all);
  }
  const std::string part = PartName(path);
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(part.c_str(), &options);
  if (book == nullptr) {
    return Error{ErrorCode::kWriteFailed, "cannot be written", path};
  }
  lxw_doc_properties properties{};
  properties.created = kNoTime;
  workbook_set_properties(book, &properties);
  WorkbookWriter writer(store, std::move(decisions), chinese, book);
  lxw_worksheet* overview = workbook_add_worksheet(book, chinese ? "概览" : "Overview");
  const auto filled = [&]() -> Result<Done> {
    std::vector<std::pair<std::string, int64_t>> left_out;
    for (const Sheet& sheet : Sheets(choice, chinese)) {
      CROSSFOOT_TRY(const int64_t count, writer.PutSheet(sheet));
      left_out.emplace_back(chinese ? sheet.zh : sheet.en, count);
    }
    CROSSFOOT_TRY(const StoreSummary summary, Summarize(store.corpus()));
    writer.PutOverview(overview, summary, left_out);
    return Done{};
  }();
  const lxw_error closed = workbook_close(book);
  if (!filled || closed != LXW_NO_ERROR) {
    std::remove(part.c_str());
    return filled ? Error{ErrorCode::kWriteFailed, lxw_strerror(closed), path} : filled.error();
  }
  std::error_code failed;
  std::filesystem::rename(part, path, failed);
  if (failed) {
    return Error{ErrorCode::kWriteFailed, failed.message(), path};
  }
  return Done{};
}

}  // namespace crossfoot
