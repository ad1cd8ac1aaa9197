// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR108: one report under two names.
#include "corpus/across/cross_rule.h"

namespace crossfoot::cross_rules {

extern const CrossRule same_file_twice;

namespace {

void Compare(const ReportPair& /*pair*/, CrossSink& sink) {
  Comparison same;
  same.severity = Severity::kInfo;
  same.message = {"此文件与另一文件内容完全相同", "this file has the same bytes as another one"};
  sink.Put(std::move(same));
}

constexpr CrossExample kExamples[] = {
    {"=== a.txt\n"
     "青石县林业局2023年度部门决算\n一、收支情况\n2023年本年支出合计决算数为500.00万元。\n"
     "=== b.txt\n"
     "青石县林业局2023年度部门决算\n一、收支情况\n2023年本年支出合计决算数为500.00万元。\n",
     true, "one file under two names"},
    {"=== a.txt\n"
     "青石县林业局2023年度部门决算\n一、收支情况\n2023年本年支出合计决算数为500.00万元。\n"
     "=== b.txt\n"
     "青石县水利局2023年度部门决算\n一、收支情况\n2023年本年支出合计决算数为500.00万元。\n",
     false, "two offices"},
};

}  // namespace

const CrossRule same_file_twice = {
    .id = "COR108",
    .name = "same-file-twice",
    .severity = Severity::kInfo,
    .summary_zh = "两个文件内容完全相同。",
    .summary_en = "Two files have the same bytes.",
    .advice_zh = "请核对是否重复公开，或误将同一文件当作另一份报告公开。",
    .advice_en = "Check whether a report was published twice, or in the place of another one.",
    .documentation = R"(## What it checks
Files of the same bytes under different names, or in different archives.
## Why it matters
Counted twice, a report doubles its figures in a dataset; published in another's place, it hides that the other is missing.
## When it stays silent
Files that differ in a single byte: those are looked at as two editions of a report.
## Source
Duplicates among published files.)",
    .examples = kExamples,
    .pairing = Pairing::kSameBytes,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
