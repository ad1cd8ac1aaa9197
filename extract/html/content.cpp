// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/content.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace crossfoot {
namespace {

template <size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 17> kUnseen = {
    "script", "style",  "noscript", "template", "iframe", "object", "svg",  "head", "input",
    "button", "select", "textarea", "canvas",   "audio",  "video",  "link", "map"};
constexpr std::array<std::string_view, 3> kFurnitureTags = {"nav", "footer", "aside"};
constexpr std::array<std::string_view, 4> kFurnitureRoles = {"navigation", "banner", "contentinfo",
                                                             "search"};
// Whole words of a class or id.
constexpr std::array<std::string_view, 34> kFurnitureNames = {
    "nav",     "navbar",    "navigation", "menu",      "breadcrumb", "breadcrumbs", "crumb",
    "crumbs",  "share",     "bdshare",    "sharebox",  "footer",     "foot",        "header",
    "topbar",  "sidebar",   "aside",      "copyright", "pagination", "pager",       "qrcode",
    "ewm",     "toolbar",   "search",     "login",     "dqwz",       "position",    "weizhi",
    "related", "recommend", "wzlj",       "fontsize",  "prevnext",   "bottom"};

// What holds the report itself, even when it is called content-header.
constexpr std::array<std::string_view, 8> kContentNames = {"article", "content", "title", "detail",
                                                           "main",    "text",    "zoom",  "editor"};

// The words of "top-nav mainMenu": top, nav, main, menu.
bool NamesFurniture(std::string_view names) {
  std::string word;
  bool furniture = false;
  bool content = false;
  const auto end_word = [&] {
    furniture = furniture || IsOneOf(word, kFurnitureNames);
    content = content || IsOneOf(word, kContentNames);
    word.clear();
  };
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (!lower) {
      end_word();
    }
    if (upper || lower) {
      word += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  end_word();
  return furniture && !content;
}

bool IsHiddenByStyle(std::string_view style) {
  std::string squeezed;
  for (const char c : style) {
    if (c != ' ' && c != '\t' && c != '\n') {
      squeezed += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return squeezed.find("display:none") != std::string::npos ||
         squeezed.find("visibility:hidden") != std::string::npos;
}

size_t TextBytes(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

}  // namespace

PageContentFilter::PageContentFilter(const MarkupTree& tree) : tree_(tree) {
  text_before_.reserve(tree.size() + 1);
  size_t text = 0;
  size_t link_text = 0;
  size_t links = 0;
  size_t unseen_until = 0;
  size_t link_until = 0;
  for (size_t i = 0; i < tree.size(); ++i) {
    text_before_.push_back(text);
    link_text_before_.push_back(link_text);
    links_before_.push_back(links);
    const MarkupNode& node = tree[i];
    if (!node.IsText()) {
      if (i >= unseen_until && IsOneOf(node.tag, kUnseen)) {
        unseen_until = node.end;
      }
      if (node.tag == "a" && node.HasAttribute("href")) {
        link_until = std::max(link_until, node.end);
        ++links;
      }
      continue;
    }
    if (i < unseen_until) {
      continue;
    }
    const size_t bytes = TextBytes(node.text);
    text += bytes;
    link_text += i < link_until ? bytes : 0;
  }
  text_before_.push_back(text);
  link_text_before_.push_back(link_text);
  links_before_.push_back(links);
}

bool PageContentFilter::IsLinkList(size_t element) const {
  const MarkupNode& node = tree_[element];
  static constexpr std::array<std::string_view, 6> kHolders = {"ul", "ol", "div", "dl", "p", "td"};
  constexpr size_t kFewestLinks = 3;
  const size_t links = links_before_[node.end] - links_before_[element];
  const size_t text = text_before_[node.end] - text_before_[element];
  const size_t link_text = link_text_before_[node.end] - link_text_before_[element];
  return links >= kFewestLinks && IsOneOf(node.tag, kHolders) && link_text * 10 >= text * 8;
}

Visibility PageContentFilter::Of(size_t element) const {
  const MarkupNode& node = tree_[element];
  if (IsOneOf(node.tag, kUnseen) || node.HasAttribute("hidden") ||
      node.Attribute("aria-hidden") == "true" || IsHiddenByStyle(node.Attribute("style"))) {
    return Visibility::kHidden;
  }
  const bool furniture = IsOneOf(node.tag, kFurnitureTags) ||
                         IsOneOf(node.Attribute("role"), kFurnitureRoles) ||
                         NamesFurniture(node.Attribute("class")) ||
                         NamesFurniture(node.Attribute("id")) || IsLinkList(element);
  const size_t text = text_before_[node.end] - text_before_[element];
  const bool holds_the_report = text * 3 > text_before_.back();
  return furniture && !holds_the_report ? Visibility::kFurniture : Visibility::kContent;
}

}  // namespace crossfoot
