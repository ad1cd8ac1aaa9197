// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/suppression.h"

#include <algorithm>
#include <utility>

#include "base/toml.h"
#include "validate/rule.h"
#include "validate/toml_reader.h"

namespace crossfoot {
namespace {

constexpr size_t kMostEntries = 10'000;

}  // namespace

Result<Suppressions> Suppressions::Parse(std::string_view text, const std::string& file) {
  CROSSFOOT_TRY(const TomlValue root, ParseToml(text, file));
  Suppressions out;
  out.file_ = file;
  TomlTableReader top(root, file, "suppressions");
  top.Allow({"suppress"});
  const TomlValue* list = root.Find("suppress");
  if (list != nullptr &&
      (list->kind != TomlValue::Kind::kArray || list->array.size() > kMostEntries)) {
    top.Fail(list->line, "suppress", "a list of tables is expected, of bounded length");
  }
  if (top.error()) {
    return *top.error();
  }
  for (const TomlValue& value : list == nullptr ? std::vector<TomlValue>() : list->array) {
    TomlTableReader in(value, file, "suppress");
    in.Allow({"id", "rule", "quote", "file", "line", "page", "reason"});
    Entry entry;
    entry.id = in.String("id", false);
    entry.rule = in.String("rule", false);
    entry.quote = in.String("quote", false);
    entry.file = in.String("file", false);
    entry.line = in.Whole("line");
    entry.page = in.Whole("page");
    entry.reason = in.String("reason", true);
    entry.at = value.line;
    if (entry.id.empty() && entry.rule.empty()) {
      in.Fail(value.line, "id", "the id of a finding, or a rule, is needed");
    }
    if (entry.id.empty() && entry.quote.empty() && entry.line == 0 && entry.page == 0) {
      in.Fail(value.line, "quote",
              "a quote, a line or a page is needed beside a rule: to silence a whole rule, turn it "
              "off in a rule pack");
    }
    if (!entry.rule.empty() && FindRule(entry.rule) == nullptr) {
      in.Fail(value.line, "rule", "there is no rule \"" + entry.rule + "\"");
    }
    if (in.error()) {
      return *in.error();
    }
    out.entries_.push_back(std::move(entry));
  }
  return out;
}

bool Suppressions::Matches(const Entry& entry, const Record& record, const Finding& finding) {
  if ((!entry.id.empty() && entry.id != finding.id) ||
      (!entry.rule.empty() && entry.rule != finding.rule && entry.rule != finding.name) ||
      !record.document.source.path.ends_with(entry.file)) {
    return false;
  }
  const Place place = finding.evidence.empty() ? Place{} : finding.evidence.front().place;
  if ((entry.line > 0 && entry.line != place.line) ||
      (entry.page > 0 && entry.page != place.page)) {
    return false;
  }
  return entry.quote.empty() || finding.message.zh.find(entry.quote) != std::string::npos ||
         std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& piece) {
           return piece.quote.find(entry.quote) != std::string::npos;
         });
}

void Suppressions::Apply(Record* record) {
  for (Finding& finding : record->findings) {
    for (Entry& entry : entries_) {
      if (Matches(entry, *record, finding)) {
        entry.used = true;
        if (finding.suppressed.empty()) {
          finding.suppressed = entry.reason;
        }
      }
    }
  }
}

std::vector<std::string> Suppressions::Unused() const {
  std::vector<std::string> out;
  for (const Entry& entry : entries_) {
    if (!entry.used) {
      out.push_back(file_ + ": line " + std::to_string(entry.at) +
                    ": nothing was suppressed by this entry (" +
                    (entry.id.empty() ? entry.rule : entry.id) + ")");
    }
  }
  return out;
}

}  // namespace crossfoot
