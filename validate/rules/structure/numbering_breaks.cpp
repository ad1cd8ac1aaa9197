// SPDX-License-Identifier: GPL-3.0-or-later
//
// STR101: 一是…二是…二是…; 四、 followed by 六、.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule numbering_breaks;

namespace {

constexpr std::array<const char*, 11> kNumerals = {"",   "一", "二", "三", "四", "五",
                                                   "六", "七", "八", "九", "十"};

struct Ordinal {
  int number;
  Mark mark;
};

std::string Spell(int number) {
  if (number >= 1 && number <= 10) {
    return kNumerals[static_cast<size_t>(number)];
  }
  if (number > 10 && number < 20) {
    return "十" + std::string(kNumerals[static_cast<size_t>(number - 10)]);
  }
  return std::to_string(number);
}

std::string Sequence(const std::vector<Ordinal>& run) {
  std::string text;
  for (const Ordinal& ordinal : run) {
    text += (text.empty() ? "" : ",") + std::to_string(ordinal.number);
  }
  return text;
}

// The sequence as it should run.
std::string Due(const std::vector<Ordinal>& run) {
  std::string text;
  for (size_t i = 0; i < run.size(); ++i) {
    text += (text.empty() ? "" : ",") + std::to_string(run.front().number + static_cast<int>(i));
  }
  return text;
}

// One broken step, or none: `run` counts up from 1.
void CheckRun(const std::vector<Ordinal>& run, const std::string& style, Severity severity,
              bool gaps_count, ClaimSink& sink) {
  for (size_t i = 1; i < run.size(); ++i) {
    const int expected = run[i - 1].number + 1;
    const int found = run[i].number;
    if (found == expected) {
      continue;
    }
    const bool repeats = found == expected - 1;
    const bool skips = found > expected && found <= expected + 2;
    if (!repeats && !(skips && gaps_count)) {
      return;  // another list begins
    }
    Observation observation;
    observation.marks = {run[i].mark, run[i - 1].mark};
    observation.marks[0].role = "number";
    observation.marks[1].role = "number before";
    observation.confidence = 0.85;
    observation.severity = severity;
    observation.expression = Sequence(run) + " ; " + Due(run);
    observation.stated = Spell(found);
    observation.computed = Spell(expected);
    observation.of_absence = skips;
    observation.message =
        repeats ? BilingualText{"序号“" + Spell(found) + style + "”重复出现，此处应为“" +
                                    Spell(expected) + style + "”",
                                "the number " + Spell(found) + style + " stands twice; here " +
                                    Spell(expected) + style + " is due"}
                : BilingualText{"序号由“" + Spell(expected - 1) + style + "”跳到“" + Spell(found) +
                                    style + "”，缺“" + Spell(expected) + style + "”",
                                "the numbering skips " + Spell(expected) + style};
    sink.Observe(std::move(observation));
    return;
  }
  if (run.size() >= 2) {
    Passed passed;
    passed.expression = Sequence(run);
    passed.reason = {"序号“" + style + "”连续", "the numbering runs without a gap"};
    for (const Ordinal& ordinal : run) {
      passed.marks.push_back(ordinal.mark);
    }
    sink.Pass(std::move(passed));
  }
}

// 一是, 二是 … across the passages of one section; a new 一是 begins a new list.
void CheckSpokenOrdinals(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kSpoken("(?:^|[。；;：:，,\\s*])(一|二|三|四|五|六|七|八|九|十)是");
  std::vector<Ordinal> run;
  int section = -1;
  const auto flush = [&] {
    if (!run.empty() && run.front().number == 1) {
      CheckRun(run, "是", Severity::kWarning, true, sink);
    }
    run.clear();
  };
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock) {
      continue;
    }
    if (passage.section != section) {
      flush();
      section = passage.section;
    }
    Pattern::Match match;
    for (size_t at = 0; kSpoken.Find(passage.text, at, &match); at = match.end) {
      const auto number = static_cast<int>(
          std::find(kNumerals.begin(), kNumerals.end(), match.group[1]) - kNumerals.begin());
      if (number == 1) {
        flush();
      }
      const auto begin = static_cast<uint32_t>(match.group[1].data() - passage.text.data());
      run.push_back({number, {passage.address, begin, static_cast<uint32_t>(match.end), "number"}});
    }
  }
  flush();
}

// The number of "四、", "（四）", "4." as printed; 0 where it is none of these.
int NumberOf(std::string_view printed, std::string* style) {
  int number = 0;
  style->clear();
  for (size_t at = 0; at < printed.size();) {
    const Utf8Step step = DecodeUtf8(printed, at);
    const std::string_view one = printed.substr(at, step.length);
    at += step.length;
    const auto it = std::find(kNumerals.begin() + 1, kNumerals.end(), one);
    if (const int digit = DigitValue(step.code); digit >= 0) {
      number = number * 10 + digit;
    } else if (it != kNumerals.end()) {
      const auto value = static_cast<int>(it - kNumerals.begin());
      number = value == 10 ? std::max(1, number) * 10 : number >= 10 ? number + value : value;
    } else {
      *style += one;
    }
  }
  return number;
}

// The number that is due stands at the beginning of some text between the two headings, or in the
// page furniture: then we misread the outline, and the author is right.
bool DueNumberStands(const CheckContext& context, const Mark& from, const Mark& to, int due,
                     const std::string& style) {
  static const Pattern kStyle("^([（(]?)[^\\d]*?([）)、.．]?)$");
  Pattern::Match match;
  std::string open;
  std::string close;
  if (style == "是") {
    close = style;
  } else if (kStyle.FullMatch(style, &match)) {
    open = std::string(match.group[1]);
    close = std::string(match.group[2]);
  }
  const std::string spelled = open + Spell(due) + close;
  const std::string digits = open + std::to_string(due) + close;
  const auto has = [&](std::string_view text) {
    return text.find(spelled) != std::string_view::npos ||
           text.find(digits) != std::string_view::npos;
  };
  for (const TextAddress& address : context.document().AllTexts()) {
    if (address.block >= from.address.block && address.block <= to.address.block &&
        has(context.TextOf(address))) {
      return true;
    }
  }
  return std::any_of(context.document().furniture.begin(), context.document().furniture.end(),
                     [&](const Text& text) { return has(text.utf8()); });
}

// Headings of one parent and one style of number.
void CheckOutline(const CheckContext& context, ClaimSink& sink) {
  const std::vector<Section>& outline = context.document().outline;
  std::map<std::pair<int, int>, std::vector<int>> children;  // (parent, level)
  for (size_t i = 0; i < outline.size(); ++i) {
    children[{outline[i].parent, outline[i].level}].push_back(static_cast<int>(i));
  }
  for (const auto& [key, list] : children) {
    std::vector<Ordinal> run;
    std::string run_style;
    const auto flush = [&] {
      bool misread = false;
      for (size_t i = 1; i < run.size(); ++i) {
        const int due = run[i - 1].number + 1;
        misread = misread || (run[i].number > due && DueNumberStands(context, run[i - 1].mark,
                                                                     run[i].mark, due, run_style));
      }
      if (run.size() >= 3 && !misread) {
        CheckRun(run, run_style, Severity::kWarning, true, sink);
      }
      run.clear();
    };
    for (const int index : list) {
      const Section& section = outline[static_cast<size_t>(index)];
      std::string style;
      const int number = NumberOf(section.number, &style);
      if (section.block < 0 || number == 0) {
        continue;
      }
      if (style != run_style || number == 1) {
        flush();
        run_style = style;
      }
      const TextAddress address{TextAddress::Part::kBlock, section.block, 0};
      const std::string_view text = context.TextOf(address);
      const size_t begin = text.find(section.number);
      if (begin == std::string_view::npos) {
        continue;
      }
      run.push_back({number,
                     {address, static_cast<uint32_t>(begin),
                      static_cast<uint32_t>(begin + section.number.size()), "number"}});
    }
    flush();
  }
}

// A chapter whose first heading is （二）, after a list （一）（二）…（十） of another kind: the
// heading （一） is missing, and the list's numbers collide with the headings'.
void CheckFirstHeading(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kItem("^\\s*[（(]([一二三四五六七八九十]+)[)）]");
  const std::vector<Section>& outline = context.document().outline;
  for (size_t i = 0; i + 1 < outline.size(); ++i) {
    const Section& parent = outline[i];
    const Section& first = outline[i + 1];
    std::string style;
    if (first.parent != static_cast<int>(i) || first.run_in || first.block < 0 ||
        parent.block < 0 || NumberOf(first.number, &style) != 2 || !kItem.Contains(first.number)) {
      continue;
    }
    const bool goes_on = std::any_of(outline.begin(), outline.end(), [&](const Section& section) {
      std::string other;
      return section.parent == first.parent && !section.run_in &&
             NumberOf(section.number, &other) == 3 && other == style;
    });
    // The list between: its （一） and （二）, and a longer run than the headings could explain.
    int items = 0;
    Mark one;
    for (int b = parent.block + 1; b < first.block; ++b) {
      const TextAddress address{TextAddress::Part::kBlock, b, 0};
      Pattern::Match match;
      std::string ignored;
      if (kItem.Find(context.TextOf(address), 0, &match) &&
          NumberOf(match.group[1], &ignored) == items + 1) {
        if (++items == 1) {
          one = {address, 0, static_cast<uint32_t>(match.end), "list"};
        }
      }
    }
    if (!goes_on || items < 3) {
      continue;
    }
    // Marked where （一） is due: after the chapter's own heading, before the list.
    const TextAddress address{TextAddress::Part::kBlock, parent.block, 0};
    const auto length = static_cast<uint32_t>(context.TextOf(address).size());
    Observation observation;
    observation.marks = {{address, 0, length, "chapter"}, one};
    observation.confidence = 0.75;
    observation.severity = Severity::kWarning;
    observation.expression = "2,3 ; 1,2,3";
    observation.stated = first.number;
    observation.computed = "（一）";
    observation.message = {"“" + parent.number + parent.title + "”下的标题从“" + first.number +
                               "”开始，缺“（一）”，且与其前列举的（一）至（" + Spell(items) +
                               "）用同一种序号",
                           "the headings under “" + parent.title + "” begin with " + first.number +
                               "; the numbers of the list before it are of the same kind"};
    sink.Observe(std::move(observation));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  CheckFirstHeading(context, sink);
  CheckSpokenOrdinals(context, sink);
  CheckOutline(context, sink);
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "四项工作全面完成。一是开展造林，成效明显。二是加强防火，未发生火灾。二是推进种苗繁育。\n",
     true, "二是 twice"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "工作全面完成。一是开展造林，成效明显。二是加强防火，未发生火灾。三是推进种苗繁育。\n",
     false, "in order"},
};

}  // namespace

const Rule numbering_breaks = {
    .id = "STR101",
    .name = "numbering-repeats-or-skips",
    .severity = Severity::kWarning,
    .summary_zh = "序号重复或跳号。",
    .summary_en = "A number in a sequence repeats or is skipped.",
    .advice_zh = "请核对是否漏写内容，或改正序号。",
    .advice_en = "Check whether something was left out, or correct the number.",
    .documentation = R"(## What it checks
一是, 二是, 三是 … within a section, the numbers of headings that stand side by side, and chapters whose headings begin with （二） after a list of the same numbers.
## Why it matters
A skipped number is often a section that was cut or forgotten; a repeated one shows text pasted together.
## When it stays silent
Lists that begin anew; sequences that do not begin with one; jumps of more than two, which are another numbering.
## Source
党政机关公文格式 (GB/T 9704): numbering of headings.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
