// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/odf_style.h"

#include <algorithm>
#include <charconv>

namespace crossfoot {
namespace {

constexpr size_t kMostLevels = 10;

int NumberOr(std::string_view text, int otherwise) {
  std::from_chars(text.data(), text.data() + text.size(), otherwise);
  return otherwise;
}

std::string Key(std::string_view family, std::string_view name) {
  return std::string(family) + '/' + std::string(name);
}

OdfListLevel LevelFrom(const MarkupNode& node, size_t level) {
  OdfListLevel out;
  out.format = node.Attribute("style:num-format");
  out.start = NumberOr(node.Attribute("text:start-value"), 1);
  // LibreOffice writes the whole pattern since 7.0; else it is made of what surrounds the number.
  out.pattern = node.Attribute("loext:num-list-format");
  if (out.pattern.empty()) {
    const size_t shown = static_cast<size_t>(
        std::clamp(NumberOr(node.Attribute("text:display-levels"), 1), 1, static_cast<int>(level)));
    out.pattern = node.Attribute("style:num-prefix");
    for (size_t i = level + 1 - shown; i <= level; ++i) {
      out.pattern += '%' + std::to_string(i) + '%' + (i < level ? "." : "");
    }
    out.pattern += node.Attribute("style:num-suffix");
  }
  return out;
}

OdfListStyle ListFrom(const MarkupTree& tree, size_t index) {
  OdfListStyle list;
  for (size_t i = index + 1; i < tree[index].end; i = tree[i].end) {
    const auto level = static_cast<size_t>(NumberOr(tree[i].Attribute("text:level"), 0));
    if (level == 0 || level > kMostLevels) {
      continue;
    }
    list.levels.resize(std::max(list.levels.size(), level));
    if (tree[i].tag != "text:list-level-style-bullet" &&
        tree[i].tag != "text:list-level-style-image") {
      list.levels[level - 1] = LevelFrom(tree[i], level);
    }
  }
  return list;
}

}  // namespace

OdfStyles::OdfStyles(const MarkupTree& tree) {
  for (size_t i = 0; i < tree.size(); ++i) {
    const MarkupNode& node = tree[i];
    if (node.tag == "text:list-style") {
      lists_[std::string(node.Attribute("style:name"))] = ListFrom(tree, i);
    } else if (node.tag == "text:outline-style") {
      outline_ = ListFrom(tree, i);
    } else if (node.tag == "style:style") {
      Style style;
      style.parent = node.Attribute("style:parent-style-name");
      for (size_t p = i + 1; p < node.end; p = tree[p].end) {
        const MarkupNode& says = tree[p];
        style.look.hidden = style.look.hidden || says.Attribute("text:display") == "none" ||
                            says.Attribute("table:display") == "false";
        if (const auto weight = says.Attribute("fo:font-weight"); !weight.empty()) {
          style.says_bold = true;
          style.look.bold = weight == "bold";
        }
        if (const auto align = says.Attribute("fo:text-align"); !align.empty()) {
          style.says_centred = true;
          style.look.centred = align == "center";
        }
      }
      styles_[Key(node.Attribute("style:family"), node.Attribute("style:name"))] = std::move(style);
    } else if (node.tag == "office:body") {
      break;
    }
  }
}

OdfLook OdfStyles::Look(std::string_view family, std::string_view name) const {
  OdfLook look;
  bool bold = false;
  bool centred = false;
  std::string current(name);
  for (int depth = 0; depth < 16 && !current.empty(); ++depth) {  // parents may form a ring
    const auto found = styles_.find(Key(family, current));
    if (found == styles_.end()) {
      break;
    }
    const Style& style = found->second;
    look.hidden = look.hidden || style.look.hidden;
    if (style.says_bold && !bold) {
      bold = true;
      look.bold = style.look.bold;
    }
    if (style.says_centred && !centred) {
      centred = true;
      look.centred = style.look.centred;
    }
    current = style.parent;
  }
  return look;
}

const OdfListStyle* OdfStyles::List(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace crossfoot
