// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/first_words.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <system_error>

#include "base/error.h"

namespace crossfoot {
namespace {

constexpr char kFirstWordsEnglish[] =
    "crossfoot checks whether a published report agrees with itself.\n"
    "\n"
    "  crossfoot check report.pdf               one report: what does not add up, with both "
    "places\n"
    "  crossfoot check reports/                 every report in a folder\n"
    "  crossfoot run --store corpus reports/    thousands: into a store, then\n"
    "  crossfoot review --store corpus          … look at them in a browser and decide\n"
    "  crossfoot report --store corpus -o pages … or make pages of them\n"
    "\n"
    "crossfoot --help lists all commands, crossfoot check --help the options of one.\n";
constexpr char kFirstWordsChinese[] =
    "crossfoot 核对一份公开报告中的数字是否前后一致（勾稽）。\n"
    "\n"
    "  crossfoot check 报告.pdf                 一份报告：哪里对不上，两处都标出\n"
    "  crossfoot check 文件夹/                  文件夹中的每一份报告\n"
    "  crossfoot run --store 库 文件夹/         成千上万份：先读入一个库，然后\n"
    "  crossfoot review --store 库              …… 在浏览器中逐条查看、判断\n"
    "  crossfoot report --store 库 -o 页面      …… 或者生成网页\n"
    "\n"
    "crossfoot --help 列出所有命令，crossfoot check --help 列出一个命令的选项。\n";

// Insertions, deletions and substitutions between two words (Wagner and Fischer, 1974).
size_t Edits(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view FirstWords(Language language) {
  return language == Language::kChinese ? kFirstWordsChinese : kFirstWordsEnglish;
}

std::string UnknownCommand(const std::string& word, const std::vector<std::string>& commands,
                           Language language) {
  constexpr size_t kLongestWord = 40;
  const bool chinese = language == Language::kChinese;
  std::error_code ignored;
  std::string meant;
  if (std::filesystem::exists(word, ignored)) {
    meant = "check " + Error{ErrorCode::kFileNotFound, word}.ToString();
  } else if (word.size() <= kLongestWord) {
    const auto nearest = std::min_element(commands.begin(), commands.end(),
                                          [&](const std::string& a, const std::string& b) {
                                            return Edits(word, a) < Edits(word, b);
                                          });
    if (nearest != commands.end() && Edits(word, *nearest) <= 2) {
      meant = *nearest;
    }
  }
  std::string out = "crossfoot: ";
  out += chinese ? "没有这个命令：" : "no such command: ";
  out += Error{ErrorCode::kFileNotFound, word.substr(0, kLongestWord)}.ToString() + "\n";
  if (!meant.empty()) {
    out += (chinese ? "是不是：crossfoot " : "Perhaps: crossfoot ") + meant + "\n";
  }
  return out +
         (chinese ? "crossfoot --help 列出所有命令。\n" : "crossfoot --help lists all commands.\n");
}

}  // namespace crossfoot
