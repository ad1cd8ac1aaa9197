// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/identity.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "normalize/entity_name.h"

namespace crossfoot::normalize {
namespace {

constexpr size_t kTopTexts = 40;      // a title or cover line stands among the first texts
constexpr size_t kLongestTitle = 60;  // characters

bool Contains(std::u32string_view words, std::u32string_view part) {
  return words.find(part) != std::u32string_view::npos;
}

std::u32string Bare(const Characters& text) {
  std::u32string bare(text.Folded(0, text.size()));
  std::erase_if(bare, [](char32_t code) { return IsBlank(code) || code == U'#' || code == U'*'; });
  return bare;
}

std::string ToUtf8(std::u32string_view words) {
  std::string out;
  for (const char32_t code : words) {
    AppendUtf8(code, &out);
  }
  return out;
}

// The kind of report that words name, as the field calls it; empty if none.
std::string KindIn(std::u32string_view words) {
  const bool self = Contains(words, U"自评");
  const bool evaluation = self || Contains(words, U"绩效评价") || Contains(words, U"绩效");
  if (evaluation && (Contains(words, U"报告") || Contains(words, U"自评表") ||
                     Contains(words, U"自评得分") || Contains(words, U"自评综合得分"))) {
    const bool whole = Contains(words, U"整体");
    const bool project = Contains(words, U"项目");
    if (whole || project) {
      return std::string(whole ? "部门整体支出" : "项目支出") +
             (self ? "绩效自评报告" : "绩效评价报告");
    }
    return self ? "绩效自评报告" : "绩效评价报告";
  }
  for (const auto& [part, kind] :
       {std::pair(U"部门决算", "部门决算"), std::pair(U"单位决算", "单位决算"),
        std::pair(U"部门预算", "部门预算"), std::pair(U"单位预算", "单位预算"),
        std::pair(U"预算公开", "部门预算"), std::pair(U"决算公开", "部门决算"),
        std::pair(U"预算执行情况", "预算执行报告")}) {
    if (Contains(words, part)) {
      return kind;
    }
  }
  return "";
}

bool IsBlockText(const ScannedText& text) {
  return text.address.part == TextAddress::Part::kBlock && !text.text->empty();
}

// Words that stand behind a label of the report's body, if `text` begins with one:
// 部门名称（公章）：X. Gives where the name begins.
std::optional<size_t> BehindLabel(const Characters& text, bool whole_cell) {
  constexpr std::u32string_view kLabels[] = {
      U"部门(单位)名称", U"部门名称", U"单位名称", U"预算主管部门", U"主管部门名称",
      U"填报单位",       U"编制单位", U"公开部门", U"公开单位",     U"报送单位",
      U"评价单位",       U"实施单位", U"项目单位", U"部门",         U"单位"};
  size_t i = text.SkipBlanks(0);
  for (const std::u32string_view label : kLabels) {
    if (!text.Match(i, label)) {
      continue;
    }
    i = text.SkipBlanks(i + label.size());
    if (text[i] == U'(') {
      size_t close = i;
      while (close < text.size() && text[close] != U')' && close < i + 12) {
        ++close;
      }
      i = text.SkipBlanks(close + 1);
    }
    if (text[i] == U':') {
      i = text.SkipBlanks(i + 1);
      for (const std::u32string_view mark : {U"(盖章)", U"(公章)", U"(章)", U"(签章)"}) {
        i = text.Match(i, mark) ? text.SkipBlanks(i + mark.size()) : i;
      }
      return i;
    }
    return whole_cell && i >= text.size() && label.size() > 2 ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

struct Found {
  std::string name;
  std::optional<Anchor> anchor;
  explicit operator bool() const { return !name.empty(); }
};

Found NameAt(const ScannedText& text, size_t begin, size_t end) {
  while (end > begin && IsBlank(text.characters.Before(end))) {
    --end;
  }
  if (end <= begin) {
    return {};
  }
  std::string name;  // as printed, without the blanks of typesetting
  for (size_t i = begin; i < end; ++i) {
    if (!IsBlank(text.characters[i])) {
      name += text.characters.View(i, i + 1);
    }
  }
  return {name, text.AnchorOf(begin, end)};
}

// A body's name at `begin`, or what stands there up to a blank or stop.
Found BodyAt(const ScannedText& text, size_t begin) {
  size_t end = BodyNameEnd(text.characters, begin);
  if (end == begin) {
    while (end < text.characters.size() && IsHan(text.characters[end]) && end < begin + 40) {
      ++end;
    }
  }
  return end >= begin + 4 ? NameAt(text, begin, end) : Found{};
}

Found BodyByLabel(const Document& document, const std::vector<ScannedText>& texts) {
  for (size_t i = 0; i < texts.size(); ++i) {
    const ScannedText& text = texts[i];
    const bool cell = text.address.part == TextAddress::Part::kCell;
    const auto begin = BehindLabel(text.characters, true);
    if (!begin) {
      continue;
    }
    if (*begin < text.characters.size()) {
      if (Found body = BodyAt(text, *begin)) {
        return body;
      }
      continue;
    }
    // The label fills its cell (or line): the name stands in the next one.
    if (i + 1 < texts.size() && (cell || IsBlockText(texts[i + 1]))) {
      const ScannedText& next = texts[i + 1];
      const size_t first = next.characters.SkipBlanks(0);
      const size_t end = BodyNameEnd(next.characters, first);
      if (end >= first + 4 && next.characters.SkipBlanks(end) == next.characters.size()) {
        return NameAt(next, first, end);
      }
    }
  }
  (void)document;
  return {};
}

// 关于某局2022年度…的报告: what the report is about begins behind that word.
size_t AfterAbout(const Characters& text) {
  const size_t begin = text.SkipBlanks(0);
  return text.Match(begin, U"关于") ? text.SkipBlanks(begin + 2) : begin;
}

// A long title stands on several lines: the index of its first. Lines above belong to it that are
// no body's name alone, no sentence and no date, but speak of a year or of what is evaluated.
int TitleBegin(const std::vector<ScannedText>& texts, int title) {
  int first = title;
  constexpr int kMostLines = 3;
  while (first > 0 && first > title - kMostLines) {
    const ScannedText& above = texts.at(static_cast<size_t>(first) - 1);
    const std::u32string words = Bare(above.characters);
    const bool stops = std::any_of(words.begin(), words.end(), [](char32_t code) {
      return std::u32string_view(U"。,;:!?《》〔〕[]").find(code) != std::u32string_view::npos;
    });
    const bool speaks = Contains(words, U"年度") || Contains(words, U"整体支出") ||
                        Contains(words, U"绩效") || words.starts_with(U"关于");
    const size_t begin = above.characters.SkipBlanks(0);
    const size_t end = BodyNameEnd(above.characters, begin);
    const bool name_alone = end > begin && !words.starts_with(U"关于") &&
                            above.characters.SkipBlanks(end) == above.characters.size();
    const bool whole = words.ends_with(U"报告") || words.ends_with(U"表") ||
                       words.ends_with(U"公开") || words.starts_with(U"附件");
    if (!IsBlockText(above) || above.characters.size() > kLongestTitle || stops || !speaks ||
        name_alone || whole) {
      break;
    }
    --first;
  }
  return first;
}

// 青竹县…局2022年度部门整体支出…报告: the name before the year; or on the line above the title.
Found BodyByTitle(const std::vector<ScannedText>& texts, int title) {
  if (title < 0) {
    return {};
  }
  const ScannedText& text = texts.at(static_cast<size_t>(title));
  const size_t begin = AfterAbout(text.characters);
  if (const size_t end = BodyNameEnd(text.characters, begin); end >= begin + 4) {
    return NameAt(text, begin, end);
  }
  const int lines = TitleBegin(texts, title);
  for (int i = title - 1; i >= 0 && i >= std::min(lines, title - 3); --i) {
    const ScannedText& above = texts.at(static_cast<size_t>(i));
    const size_t first = AfterAbout(above.characters);
    const size_t end = BodyNameEnd(above.characters, first);
    const bool of_title = i >= lines;
    if (end >= first + 4 &&
        (of_title || above.characters.SkipBlanks(end) == above.characters.size())) {
      return NameAt(above, first, end);
    }
  }
  return {};
}

// The name that begins with a place and that the text says most often.
Found BodyByMajority(const std::vector<ScannedText>& texts) {
  struct Said {
    int times = 0;
    Found first;
  };
  std::map<std::string, Said> said;
  for (const ScannedText& text : texts) {
    const Characters& characters = text.characters;
    for (size_t i = 0; i < characters.size(); ++i) {
      const char32_t before = characters.Before(i);
      if (IsHan(before) || !IsHan(characters[i])) {
        continue;  // a name begins behind a stop, a blank or a bracket
      }
      const size_t end = BodyNameEnd(characters, i);
      if (end < i + 5 || RegionOf(characters.View(i, end)).empty()) {
        continue;
      }
      Found found = NameAt(text, i, end);
      Said& entry = said[found.name];
      if (entry.times++ == 0) {
        entry.first = std::move(found);
      }
      i = end;
    }
  }
  const Said* best = nullptr;
  for (const auto& [name, entry] : said) {
    if (best == nullptr || entry.times > best->times) {
      best = &entry;
    }
  }
  return best == nullptr ? Found{} : best->first;
}

}  // namespace

int FindTitle(const Document& document, const std::vector<ScannedText>& texts) {
  for (size_t i = 0; i < texts.size() && i < kTopTexts; ++i) {
    const ScannedText& text = texts[i];
    if (!IsBlockText(text) || text.characters.size() > kLongestTitle ||
        Contains(text.characters.Folded(0, text.characters.size()), U"。")) {
      continue;
    }
    const Block& block = document.blocks.at(static_cast<size_t>(text.address.block));
    const std::u32string words = Bare(text.characters);
    const bool numbered = block.section >= 0 && block.kind == BlockKind::kHeading &&
                          !document.outline.at(static_cast<size_t>(block.section)).number.empty();
    const bool dated = std::any_of(text.readings.begin(), text.readings.end(),
                                   [](const Reading& r) { return !r.is_quantity && r.year != 0; });
    if (!KindIn(words).empty() && !Contains(words, U"《") && !numbered &&
        (dated || Contains(words, U"报告") || Contains(words, U"自评表"))) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

Identity FindIdentity(const Document& document, const std::vector<ScannedText>& texts, int title) {
  Identity identity;
  if (title >= 0) {
    std::u32string whole;
    for (int i = TitleBegin(texts, title); i <= title; ++i) {
      const ScannedText& text = texts.at(static_cast<size_t>(i));
      std::string_view line = TrimBlanks(text.text->utf8());
      while (line.starts_with('#')) {
        line = TrimBlanks(line.substr(1));
      }
      identity.title += line;
      whole += Bare(text.characters);
    }
    identity.kind = KindIn(whole);
  }
  for (const ScannedText& text : texts) {
    if (!identity.kind.empty()) {
      break;
    }
    identity.kind = KindIn(Bare(text.characters));
  }
  Found body = BodyByLabel(document, texts);
  if (!body) {
    body = BodyByTitle(texts, title);
  }
  if (!body) {
    body = BodyByMajority(texts);
  }
  identity.entity = body.name;
  identity.entity_anchor = body.anchor;
  identity.region = RegionOf(identity.entity);
  return identity;
}

namespace {

// 优 良 中 差 and their longer forms behind 评价结果为, 等级：…; nullopt if none stands there.
bool FindGrade(const ScannedText& text, Identity* identity) {
  const Characters& characters = text.characters;
  for (size_t i = 0; i < characters.size(); ++i) {
    size_t at = 0;
    for (const std::u32string_view words :
         {U"评价结果", U"评价等级", U"评定等级", U"自评等级", U"绩效等级", U"等级", U"评级"}) {
      if (characters.Match(i, words)) {
        at = i + words.size();
        break;
      }
    }
    if (at == 0) {
      continue;
    }
    const auto skip = [&](char32_t code) {
      return IsBlank(code) || code == U'为' || code == U'是' || code == U':' || code == U'“' ||
             code == U'"' || code == U'「' || code == U'属';
    };
    while (skip(characters[at])) {
      ++at;
    }
    for (const std::u32string_view grade :
         {U"优秀", U"良好", U"较好", U"合格", U"较差", U"优", U"良", U"中", U"差"}) {
      const char32_t next = characters[at + grade.size()];
      if (characters.Match(at, grade) && !(IsHan(next) && grade.size() == 1 && next != U'级')) {
        identity->grade = ToUtf8(grade);
        identity->grade_anchor = text.AnchorOf(at, at + grade.size());
        return true;
      }
    }
  }
  return false;
}

}  // namespace

void FindScore(const Document& document, const std::vector<ScannedText>& texts, FactSet* facts) {
  // Budgets and accounts speak of other reports' scores.
  if (!facts->identity.kind.empty() && facts->identity.kind.find("绩效") == std::string::npos) {
    return;
  }
  // The metric's own words outrank a score that merely stands near 自评 or in a total row.
  int best_rank = 0;
  for (const Fact& fact : facts->facts) {
    if (fact.quantity.unit.dimension != Dimension::kScore || fact.quantity.value > Decimal(120) ||
        fact.quantity.value < Decimal(0)) {
      continue;
    }
    int rank = 0;
    if (fact.InTable()) {
      const std::string label = fact.row_path.empty() ? "" : FoldLabel(fact.row_path.front());
      const bool total = label.starts_with("总得分") || label.starts_with("总分") ||
                         label.starts_with("合计") || label == "小计" || label == "总计";
      rank = total && fact.scope == Scope::kScore ? 1 : 0;
      if (label.starts_with("总得分") && fact.scope == Scope::kScore) {
        rank = 2;
      }
    } else {
      const Text& text = document.TextAt(fact.anchor.address);
      const size_t from = fact.anchor.begin > 120 ? fact.anchor.begin - 120 : 0;
      const std::string_view before =
          std::string_view(text.utf8()).substr(from, fact.anchor.begin - from);
      const bool self = before.find("自评") != std::string_view::npos ||
                        before.find("自我填报") != std::string_view::npos ||
                        before.find("评价") != std::string_view::npos;
      // 指标体系…，总分100分: the scale, which nobody scored.
      const bool scale = fact.subject == "总分" && fact.quantity.value == Decimal(100);
      const bool total_told = fact.metric == "score.total" ||
                              (fact.scope == Scope::kScore && fact.subject.ends_with("综合得分"));
      if (total_told) {
        rank = scale ? 1 : 4;
      } else if (self && fact.scope == Scope::kScore && fact.subject.size() <= 60 &&
                 fact.quantity.value >= Decimal(50)) {
        rank = 3;
      }
    }
    if (rank > best_rank) {
      best_rank = rank;
      facts->identity.self_score = fact.quantity.value.ToString();
      facts->identity.self_score_anchor = fact.anchor;
    }
  }
  for (const ScannedText& text : texts) {
    if (text.address.part == TextAddress::Part::kBlock && FindGrade(text, &facts->identity)) {
      return;
    }
  }
}

}  // namespace crossfoot::normalize
