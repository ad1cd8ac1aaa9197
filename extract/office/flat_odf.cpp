// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/flat_odf.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "extract/office/odf_list.h"
#include "extract/office/odf_sheet.h"
#include "extract/office/odf_style.h"
#include "extract/office/xml_reader.h"

namespace crossfoot {
namespace {

bool IsOneOf(std::string_view tag, std::initializer_list<std::string_view> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

void AppendEscaped(std::string_view text, std::string* out) {
  for (const char c : text) {
    switch (c) {
      case '<':
        *out += "&lt;";
        break;
      case '>':
        *out += "&gt;";
        break;
      case '&':
        *out += "&amp;";
        break;
      case '\n':
      case '\r':
      case '\t':
        *out += ' ';
        break;
      default:
        *out += c;
    }
  }
}

int NumberOr(std::string_view text, int otherwise) {
  std::from_chars(text.data(), text.data() + text.size(), otherwise);
  return otherwise;
}

// Recursion is bounded: ParseXml refuses deep nesting.
class Writer {
 public:
  Writer(const MarkupTree& tree, const Limits& limits)
      : tree_(tree), limits_(limits), styles_(tree) {
    for (size_t i = 0; i < tree.size(); ++i) {
      if (tree[i].tag == "text:changed-region") {
        for (size_t k = i + 1; k < tree[i].end; k = tree[k].end) {
          if (tree[k].tag == "text:deletion") {
            deletions_.emplace(tree[i].Attribute("text:id"));
          }
        }
      }
    }
  }

  Result<std::string> Write() {
    bool any = false;
    for (size_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].tag == "office:text") {
        any = true;
        Blocks(i);
        break;
      }
      if (tree_[i].tag == "office:spreadsheet") {
        any = true;
        Sheets(i);
        break;
      }
    }
    if (!any) {
      return Error{ErrorCode::kBrokenMarkup, "has neither text nor sheets"};
    }
    if (IsTooLong()) {
      return Error{ErrorCode::kLimitExceeded, "has more text than the limit of " +
                                                  std::to_string(limits_.text_bytes) + " bytes"};
    }
    if (cut_) {
      return Error{
          ErrorCode::kLimitExceeded,
          "has a table of more cells than the limit of " + std::to_string(limits_.cells_per_table),
          "",
          0,
          0,
          "cells_per_table"};
    }
    return std::move(html_);
  }

 private:
  // The blocks inside an element.
  void Blocks(size_t parent) {
    for (size_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
      const MarkupNode& node = tree_[i];
      if (node.tag == "text:p" || node.tag == "text:h") {
        Paragraph(i, HeadingLabel(node));
      } else if (node.tag == "text:list") {
        List(i, {}, 1);
      } else if (node.tag == "table:table") {
        TableOf(ReadOdfGrid(tree_, i, limits_), {});
      } else if (node.tag == "text:section") {
        if (node.Attribute("text:display") != "none") {
          Blocks(i);
        }
      } else if (IsOneOf(node.tag, {"text:table-of-content", "text:index-body", "text:index-title",
                                    "text:user-index", "text:alphabetical-index",
                                    "text:numbered-paragraph", "draw:text-box"})) {
        Blocks(i);
      } else if (node.tag.starts_with("draw:")) {
        Shape(i);
        FlushAside();
      }
    }
  }

  std::string HeadingLabel(const MarkupNode& node) {
    if (node.tag != "text:h" || node.Attribute("text:is-list-header") == "true" ||
        styles_.Outline().levels.empty()) {
      return {};
    }
    if (!outline_begun_) {
      outline_begun_ = true;
      headings_.BeginList("", "", false, "");
    }
    return headings_.NextLabel(
        styles_.Outline(), static_cast<size_t>(NumberOr(node.Attribute("text:outline-level"), 1)),
        -1);
  }

  void List(size_t index, std::string_view style_name, size_t level) {
    const MarkupNode& list = tree_[index];
    if (!list.Attribute("text:style-name").empty()) {
      style_name = list.Attribute("text:style-name");
    }
    if (level == 1) {
      lists_.BeginList(style_name, list.Attribute("xml:id"),
                       list.Attribute("text:continue-numbering") == "true",
                       list.Attribute("text:continue-list"));
    }
    const OdfListStyle* const style = styles_.List(style_name);
    for (size_t item = index + 1; item < list.end; item = tree_[item].end) {
      const bool header = tree_[item].tag == "text:list-header";
      if (!header && tree_[item].tag != "text:list-item") {
        continue;
      }
      bool first = !header;
      for (size_t i = item + 1; i < tree_[item].end; i = tree_[i].end) {
        if (tree_[i].tag == "text:list") {
          List(i, style_name, level + 1);
        } else if (tree_[i].tag == "text:p" || tree_[i].tag == "text:h") {
          std::string label;
          if (first && style != nullptr) {
            label = lists_.NextLabel(*style, level,
                                     NumberOr(tree_[item].Attribute("text:start-value"), -1));
          }
          first = false;
          Paragraph(i, label);
        }
      }
    }
  }

  void Paragraph(size_t index, const std::string& label) {
    const MarkupNode& node = tree_[index];
    const OdfLook look = styles_.Look("paragraph", node.Attribute("text:style-name"));
    std::string text;
    if (!look.hidden) {
      bold_ = look.bold;
      Inline(index, &text);
    }
    if (TrimBlanks(text).empty()) {
      FlushAside();
      return;
    }
    const int level = node.tag == "text:h"
                          ? std::clamp(NumberOr(node.Attribute("text:outline-level"), 1), 1, 6)
                          : 0;
    const std::string tag = level > 0 ? "h" + std::to_string(level) : "p";
    html_ += '<' + tag + (look.centred ? " align=center>" : ">");
    if (!label.empty()) {
      AppendEscaped(label, &html_);
      // 1. 2023年…, but （一）主要职能
      const bool figures = DigitValue(DecodeUtf8(text, 0).code) >= 0;
      html_ += figures || (label.back() != '.' && static_cast<unsigned char>(label.back()) < 0x80 &&
                           label.back() != ')')
                   ? " "
                   : "";
    }
    html_ += text + "</" + tag + '>';
    EndLine();
    FlushAside();
  }

  // Repeated cells can make much of little.
  [[nodiscard]] bool IsTooLong() const {
    return static_cast<int64_t>(html_.size()) > limits_.text_bytes;
  }

  void EndLine() { html_ += in_cell_ ? "" : "\n"; }

  // What floats beside a paragraph comes after it.
  void FlushAside() {
    std::vector<size_t> aside = std::move(aside_);
    aside_.clear();
    for (const size_t box : aside) {
      Blocks(box);
    }
  }

  void Inline(size_t parent, std::string* out) {
    for (size_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
      const MarkupNode& node = tree_[i];
      if (node.IsText()) {
        AddWords(node.text, out);
      } else if (node.tag == "text:change-start") {
        deleted_ = deleted_ || deletions_.contains(node.Attribute("text:change-id"));
      } else if (node.tag == "text:change-end") {
        deleted_ = deleted_ && !deletions_.contains(node.Attribute("text:change-id"));
      } else if (node.tag == "text:s") {
        AddWords(NumberOr(node.Attribute("text:c"), 1) > 1 ? "　" : " ", out);
      } else if (node.tag == "text:tab") {
        AddWords("　", out);
      } else if (node.tag == "text:line-break") {
        *out += deleted_ ? "" : "<br>";
      } else if (node.tag == "text:note") {
        Note(i);
      } else if (node.tag == "text:span") {
        Span(i, out);
      } else if (node.tag.starts_with("draw:")) {
        Shape(i);
      } else if (node.tag.starts_with("text:") &&
                 !IsOneOf(node.tag, {"text:ruby-text", "text:hidden-text", "text:hidden-paragraph",
                                     "text:tracked-changes", "text:change"})) {
        Inline(i, out);  // links, fields
      }
    }
  }

  void AddWords(std::string_view words, std::string* out) {
    if (deleted_) {
      return;
    }
    *out += bold_ ? "<b>" : "";
    AppendEscaped(words, out);
    *out += bold_ ? "</b>" : "";
  }

  void Span(size_t index, std::string* out) {
    const OdfLook look = styles_.Look("text", tree_[index].Attribute("text:style-name"));
    if (look.hidden) {
      return;
    }
    const bool was_bold = bold_;
    bold_ = bold_ || look.bold;
    Inline(index, out);
    bold_ = was_bold;
  }

  void Note(size_t index) {
    for (size_t i = index + 1; i < tree_[index].end; i = tree_[i].end) {
      if (tree_[i].tag == "text:note-body" && !deleted_) {
        aside_.push_back(i);
      }
    }
  }

  // Text boxes and shapes with text in them; pictures and objects have none.
  void Shape(size_t index) {
    if (deleted_ || IsOneOf(tree_[index].tag, {"draw:object", "draw:object-ole", "draw:image",
                                               "draw:control", "draw:plugin"})) {
      return;
    }
    for (size_t i = index + 1; i < tree_[index].end; i = tree_[i].end) {
      if (tree_[i].tag == "text:p" || tree_[i].tag == "text:list") {
        aside_.push_back(index);
        return;
      }
      if (tree_[i].tag.starts_with("draw:")) {
        Shape(i);
      }
    }
  }

  void TableOf(const OdfGrid& grid, std::string_view caption) {
    cut_ = cut_ || grid.cut || int64_t{grid.rows} * grid.columns > limits_.cells_per_table;
    if (grid.cells.empty() || cut_) {
      return;
    }
    html_ += "<table>";
    if (!caption.empty()) {
      html_ += "<caption>";
      AppendEscaped(caption, &html_);
      html_ += "</caption>";
    }
    const bool was_in_cell = std::exchange(in_cell_, true);
    std::vector<int> taken_until(static_cast<size_t>(grid.columns), 0);
    size_t next = 0;
    for (int r = 0; r < grid.rows && !IsTooLong(); ++r) {
      html_ += "<tr>";
      for (int c = 0; c < grid.columns; ++c) {
        while (next < grid.cells.size() &&
               (grid.cells[next].row < r ||
                (grid.cells[next].row == r && grid.cells[next].column < c))) {
          ++next;  // hidden under a span
        }
        if (taken_until[static_cast<size_t>(c)] > r) {
          continue;
        }
        if (next == grid.cells.size() || grid.cells[next].row != r ||
            grid.cells[next].column != c) {
          html_ += "<td></td>";
          continue;
        }
        const OdfCell& cell = grid.cells[next++];
        html_ += "<td";
        html_ += cell.column_span > 1 ? " colspan=" + std::to_string(cell.column_span) : "";
        html_ += cell.row_span > 1 ? " rowspan=" + std::to_string(cell.row_span) : "";
        html_ += '>';
        Blocks(cell.node);
        html_ += "</td>";
        for (int k = c; k < std::min(c + cell.column_span, grid.columns); ++k) {
          taken_until[static_cast<size_t>(k)] = r + cell.row_span;
        }
      }
      html_ += "</tr>";
      html_ += was_in_cell ? "" : "\n";
    }
    in_cell_ = was_in_cell;
    html_ += "</table>";
    EndLine();
  }

  void Sheets(size_t parent) {
    static const Pattern kNameless("^(?:Sheet|工作表|sheet|Table|表格?)\\s*\\d*$");
    for (size_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
      const MarkupNode& node = tree_[i];
      if (node.tag != "table:table" ||
          styles_.Look("table", node.Attribute("table:style-name")).hidden) {
        continue;
      }
      const OdfGrid sheet = ReadOdfGrid(tree_, i, limits_);
      cut_ = cut_ || sheet.cut;
      std::string_view name = node.Attribute("table:name");
      for (const OdfGrid& part : SplitSheet(sheet)) {
        // A sheet's name stands for the title where none is written.
        const auto in_first_row = std::count_if(part.cells.begin(), part.cells.end(),
                                                [](const OdfCell& cell) { return cell.row == 0; });
        const bool titled = in_first_row == 1 || part.columns == 1;
        TableOf(part, titled || kNameless.FullMatch(name) ? std::string_view{} : name);
        name = {};
      }
    }
  }

  const MarkupTree& tree_;
  const Limits& limits_;
  OdfStyles styles_;
  std::set<std::string, std::less<>> deletions_;
  OdfListCounter lists_;
  OdfListCounter headings_;
  bool outline_begun_ = false;
  std::string html_;
  std::vector<size_t> aside_;
  bool deleted_ = false;
  bool bold_ = false;
  bool in_cell_ = false;
  bool cut_ = false;
};

}  // namespace

Result<std::string> FlatOdfToHtml(std::string_view xml, const Limits& limits) {
  CROSSFOOT_TRY(const MarkupTree tree, ParseXml(xml, limits));
  return Writer(tree, limits).Write();
}

}  // namespace crossfoot
