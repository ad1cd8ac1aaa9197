// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/cell_kind.h"

#include <array>
#include <string>

#include "base/utf8.h"
#include "extract/outline/numbering.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestFigure = 24;  // characters
constexpr size_t kLongestLabel = 28;

template <size_t N>
bool EndsWithAny(std::string_view text, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (text.ends_with(word)) {
      return true;
    }
  }
  return false;
}

template <size_t N>
bool ContainsAny(std::string_view text, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (text.find(word) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

CellKind KindOfCell(std::string_view text) {
  if (text.empty()) {
    return CellKind::kEmpty;
  }
  // The length tells most prose; only short texts are looked through for a sentence.
  if (text.size() > 4 * kLongestLabel || CountUtf8(text) > kLongestLabel) {
    return CellKind::kProse;
  }
  if (text.find("。") != std::string_view::npos || text.find("；") != std::string_view::npos ||
      text.find(';') != std::string_view::npos) {
    return CellKind::kProse;
  }
  const char32_t first = FoldWidth(DecodeUtf8(text, 0).code);
  constexpr std::u32string_view kSigns = U"≥≤>=<+-—–△▲〉〈约";
  const bool opens_figure =
      DigitValue(first) >= 0 || kSigns.find(first) != std::u32string_view::npos;
  if (opens_figure && CountUtf8(text) <= kLongestFigure && !ParseNumbering(text)) {
    return CellKind::kFigure;
  }
  return CellKind::kLabel;
}

CellKind KindFromHead(std::string_view head) {
  static constexpr std::array<std::string_view, 9> kProse = {"说明", "标准", "依据", "备注", "原因",
                                                             "措施", "要点", "方法", "解释"};
  static constexpr std::array<std::string_view, 7> kFigureInside = {
      "得分", "分值", "权重", "自评分", "复核分", "扣分", "评分"};
  static constexpr std::array<std::string_view, 9> kFigure = {"数", "值", "率", "额", "比",
                                                              "重", "分", "元", "％"};
  static constexpr std::array<std::string_view, 9> kLabel = {"名称", "指标", "项目", "科目", "来源",
                                                             "类别", "部门", "单位", "内容"};
  std::string folded = FoldLabel(head);
  if (const size_t bracket = folded.find('('); bracket != std::string::npos && bracket > 0) {
    folded.resize(bracket);  // 金额(万元), 指标名称(三级指标)
  }
  const bool weighted = folded.ends_with("分") && folded.size() > 3 &&
                        DigitValue(DecodeUtf8Before(folded, folded.size() - 3).code) >= 0;
  if (weighted) {
    return CellKind::kLabel;  // 产出指标30分: a label that stands at the head's side
  }
  if (EndsWithAny(folded, kProse)) {
    return CellKind::kProse;
  }
  if (ContainsAny(folded, kFigureInside) || EndsWithAny(folded, kFigure)) {
    return CellKind::kFigure;
  }
  return EndsWithAny(folded, kLabel) ? CellKind::kLabel : CellKind::kEmpty;
}

bool IsTotalLabel(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kWords = {"合计", "总计", "小计", "总得分"};
  constexpr size_t kLongest = 8;
  return !text.empty() && CountUtf8(text.substr(0, 64)) <= kLongest && ContainsAny(text, kWords);
}

}  // namespace crossfoot
