// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU123: 款 and 项 whose code and name do not go together: one code with the name of another, one
// name under two codes of one parent, a path 类、款、项 in the text that no table has.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/account_book.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule account_code_and_name_part;

namespace {

// More of them in one table are names that slid by a row when the page was read.
constexpr size_t kMostInTable = 2;

// What is found in the tables, told once it is known how many there are in each.
struct Found {
  const FigureTable* table;
  Observation observation;
};

Mark MarkOf(const AccountRow& row) { return {row.name_cell, 0, row.name_size, "name"}; }
Mark CodeMarkOf(const AccountRow& row) { return {row.code_cell, 0, row.code_size, "code"}; }

Observation ObservationOf(std::vector<Mark> marks, const std::string& stated,
                          const std::string& computed, BilingualText message, double confidence) {
  Observation observation;
  observation.marks = std::move(marks);
  observation.confidence = confidence;
  observation.stated = stated;
  observation.computed = computed;
  observation.expression = stated + " = " + computed;
  observation.message = std::move(message);
  return observation;
}

using Rows = std::vector<const AccountRow*>;

// Says of an observation about `row` which of code and name is the slip, where it can be told, and
// what is meant; marks that first.
void Diagnose(const std::vector<AccountRow>& accounts, const AccountRow& row,
              Observation* observation) {
  const std::string code = CodeMeant(accounts, row);
  const std::string name = NameMeant(accounts, row);
  const AccountSlip slip = SlipOf(accounts, row, code);
  if (slip == AccountSlip::kCode && !code.empty()) {
    observation->marks.insert(observation->marks.begin(), CodeMarkOf(row));
    observation->edits = {AccountEdit("code", row.code, code)};
  } else if (slip == AccountSlip::kName && !name.empty()) {
    observation->edits = {AccountEdit("name", row.name, name)};
  }
}

// A name that the classification gives to other codes alone.
void CheckOfficial(const std::vector<AccountRow>& accounts, const AccountRow& row,
                   std::vector<Found>* found) {
  if (row.code.size() < 5 || !IsNameOfAnother(row.code, row.name)) {
    return;
  }
  found->push_back(
      {row.table,
       ObservationOf(
           {MarkOf(row)}, row.code + " " + row.name, row.code,
           {"科目编码" + row.code + "与名称“" + row.name + "”不符，该名称是其他科目的名称",
            "account " + row.code + " is called “" + row.name + "”, which is the name of another"},
           0.88)});
  Diagnose(accounts, row, &found->back().observation);
}

// One code under two names, of which one is elsewhere the name of another account.
void CheckNames(const std::vector<AccountRow>& accounts, const std::string& code, const Rows& rows,
                const std::map<std::string, std::set<std::string>>& codes_of,
                std::vector<Found>* found) {
  for (const AccountRow* odd : rows) {
    const auto usual = std::find_if(rows.begin(), rows.end(), [&](const AccountRow* row) {
      return row->table != odd->table && !SameAccountName(row->name, odd->name);
    });
    if (usual == rows.end()) {
      continue;
    }
    // The odd one's name is told of another code of its length, and its own code has no third name.
    const std::set<std::string>& others = codes_of.at(odd->name);
    const bool borrowed = std::any_of(others.begin(), others.end(), [&](const std::string& other) {
      return other != code && other.size() == code.size() && other[0] == code[0];
    });
    const bool alone = std::none_of(rows.begin(), rows.end(), [&](const AccountRow* row) {
      return row != odd && SameAccountName(row->name, odd->name);
    });
    if (borrowed && alone && !IsNameOfAnother(code, odd->name)) {
      found->push_back(
          {odd->table,
           ObservationOf({MarkOf(*odd), MarkOf(**usual)}, odd->name, (*usual)->name,
                         {"科目" + code + "在“" + odd->table->title + "”中名为“" + odd->name +
                              "”，在“" + (*usual)->table->title + "”中名为“" + (*usual)->name + "”",
                          "account " + code + " is “" + odd->name + "” in “" + odd->table->title +
                              "” and “" + (*usual)->name + "” in “" + (*usual)->table->title + "”"},
                         0.85)});
      Diagnose(accounts, *odd, &found->back().observation);
      return;
    }
  }
}

// One name under two codes of one parent, in two tables neither of which knows the other's code.
void CheckCodes(const std::vector<AccountRow>& accounts, std::vector<Found>* found) {
  std::map<const FigureTable*, std::set<std::string>> codes_in;
  std::map<std::pair<std::string, std::string>, Rows> by_name;  // (parent, name)
  for (const AccountRow& row : accounts) {
    codes_in[row.table].insert(row.code);
    if (row.code.size() > 3) {
      by_name[{row.code.substr(0, row.code.size() - 2), row.name}].push_back(&row);
    }
  }
  for (const auto& [key, rows] : by_name) {
    std::map<std::string, Rows> by_code;
    for (const AccountRow* row : rows) {
      by_code[row->code].push_back(row);
    }
    if (by_code.size() != 2) {
      continue;
    }
    const bool first_is_odd = by_code.begin()->second.size() < by_code.rbegin()->second.size();
    const auto& [odd, odd_rows] = first_is_odd ? *by_code.begin() : *by_code.rbegin();
    const auto& [usual, usual_rows] = first_is_odd ? *by_code.rbegin() : *by_code.begin();
    const auto knows = [&](const Rows& some, const std::string& code) {
      return std::any_of(some.begin(), some.end(), [&](const AccountRow* row) {
        return codes_in[row->table].contains(code);
      });
    };
    if (odd_rows.size() != 1 || knows(odd_rows, usual) || knows(usual_rows, odd)) {
      continue;
    }
    found->push_back(
        {odd_rows.front()->table,
         ObservationOf({CodeMarkOf(*odd_rows.front()), MarkOf(*odd_rows.front()),
                        CodeMarkOf(*usual_rows.front())},
                       odd + " " + key.second, usual,
                       {"“" + key.second + "”在“" + odd_rows.front()->table->title + "”中编码为" +
                            odd + "，在“" + usual_rows.front()->table->title + "”中编码为" + usual,
                        "“" + key.second + "” has the code " + odd + " in “" +
                            odd_rows.front()->table->title + "” and " + usual + " in “" +
                            usual_rows.front()->table->title + "”"},
                       0.85)});
    found->back().observation.edits = {AccountEdit("code", odd, usual)};
  }
}

struct Path {
  std::string names[3];
};

// 类、款、项 of each 项 that a table prints with both its parents.
std::vector<Path> PathsOf(const std::vector<AccountRow>& accounts) {
  std::map<std::string, std::string> names;
  for (const AccountRow& row : accounts) {
    names.emplace(row.code, row.name);
  }
  std::vector<Path> paths;
  for (const auto& [code, name] : names) {
    if (code.size() == 7 && code[0] == '2' && names.contains(code.substr(0, 5)) &&
        names.contains(code.substr(0, 3))) {
      paths.push_back({{names[code.substr(0, 3)], names[code.substr(0, 5)], name}});
    }
  }
  return paths;
}

// 公共安全支出（类）司法（款）普法宣传（项） in the text.
void CheckText(const CheckContext& context, const std::vector<AccountRow>& accounts,
               ClaimSink& sink) {
  static const Pattern kPath(
      "([^，,。；;：:“”\"、（）()\\d.．\\s]{2,30})[（(](?:\\d{3})?类[)）]([^（）()]{2,30})[（("
      "](?:\\d{2,5})?款[)）]([^（）()]{2,40})[（(](?:\\d{2,7})?项[)）]");
  const std::vector<Path> paths = PathsOf(accounts);
  if (paths.empty()) {
    return;
  }
  std::set<std::string> known;
  for (const AccountRow& row : accounts) {
    known.insert(row.name);
  }
  for (const Passage& passage : context.prose()) {
    if (passage.text.find("款") == std::string_view::npos) {
      continue;
    }
    Pattern::Match match;
    for (size_t at = 0; kPath.Find(passage.text, at, &match); at = match.end) {
      const std::string told[3] = {FoldLabel(match.group[1]), FoldLabel(match.group[2]),
                                   FoldLabel(match.group[3])};
      const Path* near = nullptr;
      int odd = -1;
      int count = 0;
      bool found = false;
      for (const Path& path : paths) {
        int wrong = 0;
        int last = -1;
        for (int i = 0; i < 3; ++i) {
          if (!SameAccountName(told[i], path.names[i])) {
            ++wrong;
            last = i;
          }
        }
        found = found || wrong == 0;
        if (wrong == 1) {
          near = &path;
          odd = last;
          ++count;
        }
      }
      // The odd name is that of another account of this report; else the account may simply not be
      // in the tables, or have an older name.
      if (found || count == 0 || (odd == 2 && count > 1) || !known.contains(told[odd])) {
        continue;
      }
      // Another 项 under 款 that the tables show: which 项 is meant is anybody's guess.
      if (odd == 2) {
        const bool elsewhere = std::any_of(paths.begin(), paths.end(), [&](const Path& path) {
          return path.names[2] == told[2] && path.names[1] != told[1];
        });
        if (!elsewhere) {
          continue;
        }
      }
      const auto& group = match.group[static_cast<size_t>(odd) + 1];
      const auto begin = static_cast<uint32_t>(group.data() - passage.text.data());
      Observation observation = ObservationOf(
          {{passage.address, begin, static_cast<uint32_t>(begin + group.size()), "name"}},
          told[odd], near->names[odd],
          {"文字所述科目“" + told[0] + "—" + told[1] + "—" + told[2] + "”与表中“" + near->names[0] +
               "—" + near->names[1] + "—" + near->names[2] + "”不符",
           "the text names the account “" + told[0] + " – " + told[1] + " – " + told[2] +
               "”, which the tables have as “" + near->names[0] + " – " + near->names[1] + " – " +
               near->names[2] + "”"},
          0.82);
      if (count == 1) {
        observation.edits = {AccountEdit("name", told[odd], near->names[odd])};
      }
      sink.Observe(std::move(observation));
    }
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::vector<AccountRow> accounts = ReadAccounts(context.document(), context.tables());
  std::map<std::string, Rows> by_code;
  std::map<std::string, std::set<std::string>> codes_of;
  std::vector<Found> found;
  for (const AccountRow& row : accounts) {
    by_code[row.code].push_back(&row);
    codes_of[row.name].insert(row.code);
    CheckOfficial(accounts, row, &found);
  }
  for (const auto& [code, rows] : by_code) {
    if (code.size() > 3) {
      CheckNames(accounts, code, rows, codes_of, &found);
    }
  }
  CheckCodes(accounts, &found);
  std::map<const FigureTable*, size_t> count;
  for (const Found& one : found) {
    ++count[one.table];
  }
  for (Found& one : found) {
    if (count[one.table] <= kMostInTable) {
      sink.Observe(std::move(one.observation));
    }
  }
  CheckText(context, accounts, sink);
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2026年部门预算\n"
     "支出预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "208\t社会保障和就业支出\t5.00\t5.00\t0.00\n"
     "20805\t行政事业单位养老支出\t5.00\t5.00\t0.00\n"
     "2080505\t住房公积金\t5.00\t5.00\t0.00\n",
     true, "2080505 is the basic pension"},
    {"青石县林业局2026年部门预算\n"
     "收入预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t财政拨款\n"
     "213\t农林水支出\t9.00\t9.00\n"
     "21302\t林业和草原\t9.00\t9.00\n"
     "2130207\t森林资源管理\t9.00\t9.00\n"
     "支出预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "213\t农林水支出\t9.00\t0.00\t9.00\n"
     "21302\t林业和草原\t9.00\t0.00\t9.00\n"
     "2130208\t森林资源管理\t9.00\t0.00\t9.00\n",
     true, "one name, two codes of one parent"},
    {"青石县林业局2026年部门预算\n"
     "收入预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t财政拨款\n"
     "208\t社会保障和就业支出\t5.00\t5.00\n"
     "20805\t行政事业单位养老支出\t5.00\t5.00\n"
     "2080501\t归口管理的行政单位离退休\t5.00\t5.00\n"
     "支出预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "208\t社会保障和就业支出\t5.00\t5.00\t0.00\n"
     "20805\t行政事业单位离退休\t5.00\t5.00\t0.00\n"
     "2080501\t行政单位离退休\t5.00\t5.00\t0.00\n",
     false, "old and new names of the same accounts"},
};

}  // namespace

const Rule account_code_and_name_part = {
    .id = "EQU123",
    .name = "account-code-and-name-part",
    .severity = Severity::kWarning,
    .summary_zh = "款、项级科目的编码与名称不符，或同一科目在各表编码、名称不同。",
    .summary_en = "The code and the name of an account below 类 do not go together.",
    .advice_zh = "请按当年《政府收支分类科目》核对科目编码和名称。",
    .advice_en = "Check code and name against this year's classification.",
    .documentation = R"(## What it checks
Accounts of five and seven digits: a name that the classification gives to other codes alone (for accounts that most departments have); a code that another table calls otherwise, by the name of yet another account; one name under two codes of one parent in two tables; 类、款、项 told in the text where the tables have two of the three names together with another.
## Why it matters
A name or code pasted from the row above moves money to another purpose.
## When it stays silent
Names that differ by 支出, 归口管理的 or a cut; old names of the years since 2014; names like 行政运行 that many codes share, unless the tables themselves tell; accounts that no table has; a table with more than two such rows, whose names slid by a row when it was read.
## Source
政府收支分类科目.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
