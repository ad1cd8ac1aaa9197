// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/outline.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/outline/contents.h"
#include "extract/outline/nesting.h"
#include "extract/outline/numbering.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestHeading = 45;  // characters; longer ones are sentences
constexpr size_t kLongestRunInTitle = 32;
constexpr size_t kLongestTitle = 60;
constexpr size_t kShortAfterColon = 30;  // bytes: 指标一：履职效能 is one phrase

bool IsOneOf(char32_t code, std::u32string_view set) {
  return set.find(code) != std::u32string_view::npos;
}

// A numbered paragraph, or an unnumbered one that its look sets apart.
struct Candidate {
  int block = 0;
  NumberedLine line;  // line.numbering.length is 0 for an unnumbered one
  std::string number;
  size_t title_begin = 0;  // bytes in the block's text
  size_t title_end = 0;    // of the first clause that could be a title
  size_t characters = 0;   // after the number
  bool one_phrase = true;  // no sentence goes on after the first
  bool measured = false;   // a figure with a unit: 得2分, 3.08万元
};

// What the words after the number are like.
void ReadShape(std::string_view text, Candidate* c) {
  size_t at = c->line.numbering.length;
  while (at < text.size() && IsBlank(DecodeUtf8(text, at).code)) {
    at += DecodeUtf8(text, at).length;
  }
  c->title_begin = at;
  c->title_end = text.size();
  char32_t before = 0;
  bool ended = false;
  size_t comma = 0;
  int depth = 0;
  for (size_t i = at; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    const char32_t code = FoldWidth(step.code);
    const size_t next = i + step.length;
    ++c->characters;
    if (code >= 0x4E00 && code <= 0x9FFF) {  // an ideograph: no mark
      c->measured =
          c->measured || (DigitValue(before) >= 0 && IsOneOf(code, U"分万元人家件宗个户"));
      before = code;
      i = next;
      continue;
    }
    depth += IsOneOf(code, U"(《“") ? 1 : 0;
    depth -= IsOneOf(code, U")》”") && depth > 0 ? 1 : 0;
    const bool stop = IsOneOf(code, U"。;!?") && depth == 0;
    const bool colon = code == U':' && depth == 0;
    if (stop || (colon && text.size() - next > kShortAfterColon) || next >= text.size()) {
      if (!ended && (stop || colon)) {
        c->title_end = colon && comma > 0 ? comma : i;
        c->one_phrase = next >= text.size();
        ended = true;
      }
    }
    comma = comma == 0 && code == U',' && depth == 0 ? i : comma;
    if (code == U'%' && DigitValue(before) >= 0) {
      c->measured = true;
    }
    before = code;
    i = next;
  }
  const char32_t last = FoldWidth(DecodeUtf8Before(text, text.size()).code);
  c->line.ending = IsOneOf(last, U"。;:") ? last : 0;
  c->line.many_sentences = !c->one_phrase;
  if (c->one_phrase && c->line.ending == 0) {
    c->title_end = text.size();
  }
}

std::string FormOf(std::string_view number) {
  std::string form;
  for (size_t i = 0; i < number.size();) {
    const Utf8Step step = DecodeUtf8(number, i);
    if (!IsHan(step.code) && DigitValue(step.code) < 0 && !IsBlank(step.code)) {
      AppendUtf8(step.code, &form);
    }
    i += step.length;
  }
  return form;
}

constexpr float kSetLarger = 1.15F;  // × the body's size

enum class Role { kHeading, kRunIn, kItem };

class OutlineBuilder {
 public:
  OutlineBuilder(std::span<const HeadingHints> hints, Document* document)
      : hints_(hints), document_(document), contents_(FindContentsEntries(*document)) {}

  void Run() {
    FindCandidates();
    Nest();
    Classify();
    Emit();
  }

 private:
  [[nodiscard]] const Block& BlockAt(int block) const {
    return document_->blocks[static_cast<size_t>(block)];
  }
  [[nodiscard]] HeadingHints HintsOf(int block) const {
    return static_cast<size_t>(block) < hints_.size() ? hints_[static_cast<size_t>(block)]
                                                      : HeadingHints{};
  }

  void FindCandidates() {
    candidate_of_.assign(document_->blocks.size(), -1);
    for (int b = 0; b < static_cast<int>(document_->blocks.size()); ++b) {
      const Block& block = BlockAt(b);
      const HeadingHints hints = HintsOf(b);
      if (block.kind == BlockKind::kTable || block.kind == BlockKind::kFootnote ||
          hints.in_contents || contents_[static_cast<size_t>(b)]) {
        continue;
      }
      const std::string& text = block.text.utf8();
      Candidate c;
      c.block = b;
      if (const auto numbering = ParseNumbering(text)) {
        c.line.numbering = *numbering;
        c.number = text.substr(0, numbering->length);
        c.line.form = FormOf(c.number);
      } else if (!SetApart(block, hints) ||
                 (candidates_.empty() && (IsTitle(text) || StandsAboveAll(b)))) {
        continue;
      } else {
        c.line.numbering.length = 0;
      }
      c.line.markup_level = hints.markup_level;
      c.line.size_ratio = hints.size_ratio;
      c.line.bold = hints.bold;
      ReadShape(text, &c);
      if (c.line.numbering.length > 0 && IsFrontMatter(c)) {
        document_->blocks[static_cast<size_t>(b)].kind = BlockKind::kHeading;
        continue;
      }
      c.line.follows_directly = !candidates_.empty() && candidates_.back().block == b - 1;
      candidate_of_[static_cast<size_t>(b)] = static_cast<int>(candidates_.size());
      candidates_.push_back(std::move(c));
    }
  }

  // An unnumbered line that markup or type makes a heading.
  [[nodiscard]] static bool SetApart(const Block& block, const HeadingHints& hints) {
    const std::string& text = block.text.utf8();
    if (hints.markup_level > 0) {
      return true;
    }
    const bool looks = hints.size_ratio >= kSetLarger || (hints.bold && hints.centred);
    return looks && CountUtf8(text) <= kLongestHeading && text.find("。") == std::string::npos &&
           text.find("；") == std::string::npos;
  }

  // The first line, marked or set larger than any other: the report's title, whatever it says.
  [[nodiscard]] bool StandsAboveAll(int block) const {
    for (int b = 0; b < block; ++b) {
      const std::string& above = BlockAt(b).text.utf8();
      if (BlockAt(b).kind == BlockKind::kTable || SetApart(BlockAt(b), HintsOf(b)) ||
          above.size() > 4 * kLongestHeading || above.find("。") != std::string::npos) {
        return false;
      }
    }
    const HeadingHints own = HintsOf(block);
    for (int b = block + 1; b < static_cast<int>(document_->blocks.size()); ++b) {
      const HeadingHints other = HintsOf(b);
      if (own.markup_level > 0 ? other.markup_level > 0 && other.markup_level <= own.markup_level
                               : other.size_ratio > 0.95F * own.size_ratio) {
        return false;
      }
    }
    return own.markup_level > 0 || own.size_ratio >= kSetLarger;
  }

  // 附件1 above the report's own title.
  [[nodiscard]] bool IsFrontMatter(const Candidate& c) const {
    return c.line.numbering.style == NumberStyle::kAttachment && candidates_.empty() &&
           c.block <= 1 && c.characters == 0;
  }

  void Nest() {
    std::vector<NumberedLine> lines;
    std::vector<size_t> numbered;
    encloses_.assign(candidates_.size(), false);
    for (size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].line.numbering.length > 0) {
        lines.push_back(candidates_[i].line);
        lines.back().under_new_heading = i > 0 && candidates_[i - 1].line.numbering.length == 0;
        numbered.push_back(i);
      }
    }
    // A heading encloses what begins under it; numbers that go on past it show that it does not.
    bool begins = true;
    for (size_t i = candidates_.size(); i-- > 0;) {
      const Numbering& numbering = candidates_[i].line.numbering;
      encloses_[i] = numbering.length == 0 && begins;
      begins = numbering.length == 0 ? begins : numbering.value <= 1;
    }
    const std::vector<NestedLine> nested = NestNumbers(lines);
    parent_.assign(candidates_.size(), -1);
    run_.assign(candidates_.size(), -1);
    for (size_t i = 0; i < nested.size(); ++i) {
      run_[numbered[i]] = nested[i].run;
      if (nested[i].parent >= 0) {
        parent_[numbered[i]] = static_cast<int>(numbered[static_cast<size_t>(nested[i].parent)]);
      }
    }
  }

  // Something stands under it: text of its own, a table, or a number inside it.
  [[nodiscard]] bool HasBody(size_t i) const {
    const auto next = static_cast<size_t>(candidates_[i].block) + 1;
    if (next >= document_->blocks.size() || contents_[next]) {
      return false;
    }
    const int follower = candidate_of_[next];
    return follower < 0 || run_[static_cast<size_t>(follower)] < 0 ||
           parent_[static_cast<size_t>(follower)] == static_cast<int>(i);
  }

  // Short, whole, and no sentence that reports a figure.
  [[nodiscard]] static bool ShapedAsHeading(const Candidate& c) {
    return c.one_phrase && c.line.ending != U';' && c.characters <= kLongestHeading &&
           (!c.measured || c.line.ending == 0);
  }

  void Classify() {
    role_.assign(candidates_.size(), Role::kItem);
    std::vector<std::vector<size_t>> runs;
    for (size_t i = 0; i < candidates_.size(); ++i) {
      if (run_[i] < 0) {
        role_[i] = Role::kHeading;
        continue;
      }
      runs.resize(std::max(runs.size(), static_cast<size_t>(run_[i]) + 1));
      runs[static_cast<size_t>(run_[i])].push_back(i);
    }
    for (const std::vector<size_t>& run : runs) {
      ClassifyRun(run);
    }
  }

  void ClassifyRun(const std::vector<size_t>& run) {
    size_t with_body = 0;  // heading by itself, the last member apart: anything may follow a list
    size_t bare = 0;       // a whole phrase with nothing under it
    size_t semicolons = 0;
    size_t short_titles = 0;
    size_t going_on = 0;
    for (size_t k = 0; k < run.size(); ++k) {
      const Candidate& c = candidates_[run[k]];
      const bool heading = ShapedAsHeading(c);
      const bool body = HasBody(run[k]);
      with_body += heading && body && (k + 1 < run.size() || run.size() == 1) ? 1 : 0;
      bare += c.one_phrase && !body ? 1 : 0;
      semicolons += c.line.ending == U';' ? 1 : 0;
      going_on += c.one_phrase ? 0 : 1;
      const size_t title = CountUtf8(BlockAt(c.block).text.View(c.title_begin, c.title_end));
      short_titles += title <= kLongestRunInTitle ? 1 : 0;
    }
    const bool list =
        semicolons > 0 || (bare >= 2 && bare > 2 * with_body && 2 * going_on < run.size());
    for (size_t k = 0; k < run.size(); ++k) {
      const Candidate& c = candidates_[run[k]];
      const bool heading = ShapedAsHeading(c);
      const bool body = HasBody(run[k]);
      const bool last = k + 1 == run.size() && run.size() > 1;
      Role role = Role::kItem;
      if (c.line.numbering.style == NumberStyle::kAttachment) {
        role = c.one_phrase ? Role::kHeading : Role::kItem;
      } else if (heading && c.line.markup_level > 0) {
        role = Role::kHeading;
      } else if (heading && !list &&
                 (body ? !last || with_body > 0 || (run.size() > 2 && going_on + 1 == run.size())
                       : with_body > 0)) {
        role = Role::kHeading;
      } else if (!c.one_phrase && semicolons == 0 && 2 * short_titles >= run.size()) {
        role = Role::kRunIn;
      } else if (c.one_phrase && !list && 2 * going_on >= run.size()) {
        role = Role::kRunIn;  // among run-in headings, one whose text is a single sentence
      }
      role_[run[k]] = role;
    }
  }

  void Emit() {
    MarkTitle();
    std::vector<int> section_of(candidates_.size(), -1);
    // Unnumbered headings enclose the numbered ones after them: (markup level, section).
    std::vector<std::pair<int, int>> enclosing;
    int current = -1;
    for (int b = 0; b < static_cast<int>(document_->blocks.size()); ++b) {
      const int index = candidate_of_[static_cast<size_t>(b)];
      Block& block = document_->blocks[static_cast<size_t>(b)];
      if (index >= 0) {
        const auto i = static_cast<size_t>(index);
        if (role_[i] == Role::kItem) {
          block.kind = BlockKind::kListItem;
        } else {
          current = AddSection(i, section_of, &enclosing);
          section_of[i] = current;
          block.kind = role_[i] == Role::kHeading ? BlockKind::kHeading : block.kind;
        }
        if (role_[i] == Role::kItem) {
          const int home = SectionAbove(i, section_of);
          current = home >= 0 ? home : current;
        }
      }
      block.section = current;
    }
  }

  [[nodiscard]] int SectionAbove(size_t i, const std::vector<int>& section_of) const {
    for (int p = parent_[i]; p >= 0; p = parent_[static_cast<size_t>(p)]) {
      if (section_of[static_cast<size_t>(p)] >= 0) {
        return section_of[static_cast<size_t>(p)];
      }
    }
    return -1;
  }

  [[nodiscard]] const Section& SectionAt(int section) const {
    return document_->outline[static_cast<size_t>(section)];
  }

  int AddSection(size_t i, const std::vector<int>& section_of,
                 std::vector<std::pair<int, int>>* enclosing) {
    const Candidate& c = candidates_[i];
    Section section;
    section.number = c.number;
    section.title = std::string(TrimBlanks(BlockAt(c.block).text.View(c.title_begin, c.title_end)));
    section.block = c.block;
    section.run_in = role_[i] == Role::kRunIn;
    const bool numbered = c.line.numbering.length > 0;
    const int here = static_cast<int>(document_->outline.size());
    if (numbered) {
      section.parent = SectionAbove(i, section_of);
      const bool part = c.line.numbering.style <= NumberStyle::kSection;
      if (part && section.parent < 0) {
        enclosing->clear();
        part_ = c.line.numbering.style == NumberStyle::kAttachment ? -1 : here;
      } else if (!enclosing->empty()) {
        section.parent = std::max(section.parent, enclosing->back().second);
      }
    } else if (encloses_[i]) {
      const int level = std::max(c.line.markup_level, 1);
      while (!enclosing->empty() && enclosing->back().first >= level) {
        enclosing->pop_back();
      }
      section.parent = enclosing->empty() ? part_ : enclosing->back().second;
      enclosing->emplace_back(level, here);
    } else {
      section.parent = here - 1;
      while (section.parent >= 0 &&
             (SectionAt(section.parent).number.empty() || SectionAt(section.parent).run_in)) {
        section.parent = SectionAt(section.parent).parent;
      }
    }
    section.level =
        section.parent < 0 ? 1 : document_->outline[static_cast<size_t>(section.parent)].level + 1;
    document_->outline.push_back(std::move(section));
    return static_cast<int>(document_->outline.size()) - 1;
  }

  // The report's own title: the first short line above all sections that names a kind of paper.
  void MarkTitle() {
    for (int b = 0; b < static_cast<int>(std::min<size_t>(document_->blocks.size(), 8)); ++b) {
      Block& block = document_->blocks[static_cast<size_t>(b)];
      if (block.kind == BlockKind::kTable || candidate_of_[static_cast<size_t>(b)] >= 0) {
        return;
      }
      if (IsTitle(block.text.utf8())) {
        block.kind = BlockKind::kHeading;
        return;
      }
    }
  }

  [[nodiscard]] static bool IsTitle(const std::string& text) {
    if (CountUtf8(text) > kLongestTitle || text.find("。") != std::string::npos) {
      return false;
    }
    for (const std::string_view word :
         {"报告", "预算", "决算", "说明", "自评表", "评分表", "公开", "报告书"}) {
      if (text.ends_with(word)) {
        return true;
      }
    }
    return false;
  }

  std::span<const HeadingHints> hints_;
  Document* document_;
  std::vector<bool> contents_;  // by block: an entry of the table of contents
  std::vector<Candidate> candidates_;
  std::vector<int> candidate_of_;  // by block, or -1
  std::vector<int> parent_;        // by candidate: a candidate, or -1
  std::vector<int> run_;           // by candidate; -1 for unnumbered ones
  std::vector<Role> role_;
  std::vector<bool> encloses_;  // by candidate: an unnumbered heading that numbers begin under
  int part_ = -1;               // the 第一部分 or 第一章 in effect
};

}  // namespace

void BuildOutline(std::span<const HeadingHints> hints, Document* document) {
  OutlineBuilder(hints, document).Run();
}

}  // namespace crossfoot
