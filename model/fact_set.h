// SPDX-License-Identifier: GPL-3.0-or-later
//
// All that normalize/ understood of one Document: its facts, whose and which year's report it is,
// its indicator rows, and every numeral that is not a fact, with the reason.
//
// Tested by tests/model/record_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"

namespace crossfoot {

// A numeral that is not a quantity: read, told apart, and kept where rules need it (years,
// ordinals).
enum class MentionKind {
  kYear,         // 2023年, 二〇二三年
  kDate,         // 2023年12月31日; `year` is set where printed
  kOrdinal,      // 第三, 一是, （二）, 2.
  kIdentifier,   // a document number 〔2013〕16号, phone, ID, article or version number
  kAccountCode,  // 2080505, 30101
  kName,         // part of a name: “一府两院”, 5G, 第十四个五年规划
  kOther,
};

std::string_view MentionKindName(MentionKind kind);

struct Mention {
  MentionKind kind = MentionKind::kOther;
  Anchor anchor;
  int year = 0;   // for kYear and kDate
  int month = 0;  // for kDate, 0 where not printed
  int day = 0;
  int ordinal = 0;  // for kOrdinal
};

// Whose report it is, and which. A field that could not be told is empty (0).
struct Identity {
  std::string title;
  std::string entity;  // 单位全称
  std::string region;
  std::string kind;         // "部门整体支出绩效自评报告" …, as the field calls it
  int year = 0;             // the year reported on
  std::string year_reason;  // what told it: "title", "headings", "majority of 12 of 14 mentions"
  std::string self_score;   // as printed
  std::string grade;        // 优 良 中 差, as printed
  std::optional<Anchor> entity_anchor;
  std::optional<Anchor> self_score_anchor;
  std::optional<Anchor> grade_anchor;
};

// One row of an indicator sheet (绩效指标), or the same told in prose.
struct Indicator {
  std::string level1;
  std::string level2;
  std::string level3;
  std::string target;  // 指标值, as printed
  std::string actual;  // 实际完成值
  std::string rate;    // 完成率
  std::string weight;  // 分值, as printed digits
  std::string score;   // 得分
  // The facts behind the strings, where they are facts; -1 otherwise.
  FactId target_fact = -1;
  FactId actual_fact = -1;
  FactId rate_fact = -1;
  FactId weight_fact = -1;
  FactId score_fact = -1;
  FactId level1_weight_fact = -1;  // 一级指标(15分): shared by all its rows
  FactId level2_weight_fact = -1;
  int table = -1;         // index in Document::tables; -1: from prose
  int row = -1;           // in that table
  bool of_funds = false;  // the scored line of the funds (年度资金总额), outside the list
  Anchor anchor;          // of the level-3 name
};

struct FactSet {
  std::vector<Fact> facts;        // in reading order
  std::vector<Mention> mentions;  // in reading order
  std::vector<Indicator> indicators;
  Identity identity;
  std::vector<Note> notes;
  std::string lexicon_version;
};

}  // namespace crossfoot
