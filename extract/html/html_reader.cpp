// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/html_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/html/content.h"
#include "extract/html/gumbo_reader.h"
#include "extract/html/html_table.h"
#include "extract/html/html_text.h"
#include "extract/html/page_furniture.h"
#include "extract/outline/outline.h"
#include "extract/outline/surroundings.h"

namespace crossfoot {
namespace {

// What a node's parents say of its text.
struct Context {
  int heading = 0;
  bool bold = false;
  bool centred = false;
  bool furniture = false;
};

bool IsInline(std::string_view tag) {
  static constexpr std::array<std::string_view, 27> kTags = {
      "a",    "b",      "strong", "i",   "em",   "u",  "s",    "span",  "font",
      "sub",  "sup",    "small",  "big", "code", "q",  "cite", "label", "mark",
      "abbr", "strike", "del",    "ins", "kbd",  "tt", "bdo",  "o:p",   "unknown"};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

bool IsCentred(const MarkupNode& node) {
  return node.tag == "center" || node.Attribute("align") == "center" ||
         node.Attribute("style").find("text-align:center") != std::string_view::npos ||
         node.Attribute("style").find("text-align: center") != std::string_view::npos;
}

bool IsBold(const MarkupNode& node) {
  const std::string_view style = node.Attribute("style");
  return node.tag == "b" || node.tag == "strong" ||
         style.find("font-weight:bold") != std::string_view::npos ||
         style.find("font-weight: bold") != std::string_view::npos;
}

class PageReader {
 public:
  PageReader(std::string_view source, const MarkupTree& tree, const Limits& limits)
      : tree_(tree), limits_(limits), filter_(tree), positions_(source), text_(positions_) {}

  Document Read() {
    document_.source.media_type = "text/html";
    if (!tree_.empty()) {
      Walk(0, Context{});
      EndBlock();
    }
    AttachSurroundings(&hints_, &document_);
    BuildOutline(hints_, &document_);
    return std::move(document_);
  }

 private:
  // Recursion is bounded: the parser refuses deep nesting.
  void Walk(size_t index, Context context) {
    const MarkupNode& node = tree_[index];
    if (node.IsText()) {
      AddText(node, context);
      return;
    }
    const Visibility visibility = filter_.Of(index);
    if (visibility == Visibility::kHidden) {
      return;
    }
    if (node.tag == "br") {
      EndBlock();
      return;
    }
    const bool block = !IsInline(node.tag);
    if (block) {
      EndBlock();
    }
    context.furniture = context.furniture || visibility == Visibility::kFurniture;
    context.bold = context.bold || IsBold(node);
    context.centred = context.centred || IsCentred(node);
    if (node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6') {
      context.heading = node.tag[1] - '0';
    }
    if (node.tag == "table" && !context.furniture && !IsLayoutTable(tree_, index)) {
      AddTable(index);
      return;
    }
    for (size_t child = index + 1; child < node.end; child = tree_[child].end) {
      Walk(child, context);
    }
    if (block) {
      EndBlock();
    }
  }

  void AddText(const MarkupNode& node, const Context& context) {
    const bool was_empty = current_.empty();
    const size_t before = current_.utf8().size();
    text_.Append(node, &current_);
    if (current_.utf8().size() == before) {
      return;
    }
    bold_ = (was_empty || bold_) && context.bold;
    context_ = context;
  }

  void EndBlock() {
    text_.Reset();
    if (current_.empty()) {
      return;
    }
    Text text = std::move(current_);
    current_ = Text();
    if (context_.furniture || IsPageFurniture(text.utf8())) {
      document_.furniture.push_back(std::move(text));
      return;
    }
    HeadingHints hints;
    hints.markup_level = context_.heading;
    hints.bold = bold_;
    hints.centred = context_.centred;
    hints_.push_back(hints);
    Block block;
    block.text = std::move(text);
    document_.blocks.push_back(std::move(block));
  }

  void AddTable(size_t index) {
    std::optional<Table> table = ReadHtmlTable(tree_, index, filter_, positions_, limits_);
    if (!table) {
      document_.notes.push_back({NoteKind::kLimit,
                                 "a table of more than " + std::to_string(limits_.cells_per_table) +
                                     " cells was left out",
                                 positions_.At(tree_[index].offset)});
      return;
    }
    const bool empty = std::all_of(table->cells.begin(), table->cells.end(),
                                   [](const Cell& cell) { return cell.text.empty(); });
    if (empty) {
      return;
    }
    if (Text caption = CaptionOf(index); !caption.empty()) {
      table->caption = std::move(caption);
    }
    Block block;
    block.kind = BlockKind::kTable;
    block.table = static_cast<int>(document_.tables.size());
    document_.tables.push_back(std::move(*table));
    document_.blocks.push_back(std::move(block));
    hints_.emplace_back();
  }

  // The <caption> element's text; a title row inside the grid yields to it.
  [[nodiscard]] Text CaptionOf(size_t table) const {
    Text caption;
    HtmlText text(positions_);
    for (size_t i = table + 1; i < tree_[table].end; i = tree_[i].end) {
      for (size_t k = i; tree_[i].tag == "caption" && k < tree_[i].end; ++k) {
        if (tree_[k].IsText()) {
          text.Append(tree_[k], &caption);
        }
      }
    }
    return caption;
  }

  const MarkupTree& tree_;
  const Limits& limits_;
  PageContentFilter filter_;
  SourcePositions positions_;
  HtmlText text_;
  Document document_;
  std::vector<HeadingHints> hints_;
  Text current_;
  Context context_;    // of the text added last
  bool bold_ = false;  // all of current_
};

}  // namespace

Result<Document> ReadHtml(std::string_view utf8, const Limits& limits) {
  CROSSFOOT_TRY(const MarkupTree tree, ParseHtml(utf8, limits));
  Document document = PageReader(utf8, tree, limits).Read();
  if (document.blocks.empty()) {
    if (!document.notes.empty()) {
      return Error{ErrorCode::kLimitExceeded, "has nothing but " + document.notes.front().message};
    }
    return Error{ErrorCode::kNoText, "has no text"};
  }
  return document;
}

}  // namespace crossfoot
