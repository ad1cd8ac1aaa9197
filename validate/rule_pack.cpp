// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/rule_pack.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/check.h"
#include "base/toml.h"
#include "validate/embedded.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"
#include "validate/toml_reader.h"

namespace crossfoot {
namespace {

constexpr size_t kMostEntries = 2000;  // of each kind in one file

using Reader = TomlTableReader;

// Words that stand both among the terms and in the result.
bool RefersToItself(const RulePack::Identity& identity) {
  return identity.from == identity.result || identity.taken == identity.result;
}

bool NamesARule(const std::string& name) {
  const auto rules = AllRules();
  return std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) {
    return name == rule->id || name == rule->name || name == rule->id.substr(0, 3);
  });
}

}  // namespace

Result<RulePack> RulePack::Parse(std::string_view text, const std::string& file) {
  return RulePack().With(text, file);
}

Result<RulePack> RulePack::With(std::string_view text, const std::string& file) const {
  CROSSFOOT_TRY(const TomlValue root, ParseToml(text, file));
  RulePack pack = *this;
  Reader top(root, file, "rule pack");
  top.Allow({"version", "off", "identity", "formula", "measure", "band", "table", "table_identity",
             "told", "tolerance"});
  const std::string version = top.String("version", false);
  if (!version.empty()) {
    pack.version_ = pack.version_ == "0" ? version : pack.version_ + "+" + version;
  }
  for (const std::string& name : root.Strings("off")) {
    // Groups of rules that other programs bring are allowed for.
    if (!NamesARule(name) && name != "COR") {
      top.Fail(root.Find("off")->line, "off", "there is no rule or group \"" + name + "\"");
    }
    pack.off_.push_back(name);
  }
  const auto entries = [&](std::string_view key) -> std::vector<TomlValue> {
    const TomlValue* list = root.Find(key);
    if (list == nullptr) {
      return {};
    }
    if (list->kind != TomlValue::Kind::kArray || list->array.size() > kMostEntries) {
      top.Fail(list->line, key, "a list of tables is expected, of bounded length");
      return {};
    }
    return list->array;
  };
  for (const TomlValue& entry : entries("identity")) {
    Reader in(entry, file, "identity");
    in.Allow({"from", "added", "taken", "result", "either_sign", "demanded", "doubted", "beside",
              "unless", "zh", "en", "source"});
    Identity identity{
        in.Words("from", true),    in.Words("taken", true),   in.Words("result", true),
        in.Flag("either_sign"),    in.Flag("demanded"),       in.Words("added", false),
        in.Words("beside", false), in.Words("unless", false), in.Flag("doubted"),
        in.String("zh", false),    in.String("en", false),    in.String("source", true)};
    if (!in.error() && RefersToItself(identity)) {
      in.Fail(entry.line, "result", "is also a term: the identity refers to itself");
    }
    if (in.error()) {
      return *in.error();
    }
    pack.identities_.push_back(std::move(identity));
  }
  for (const TomlValue& entry : entries("formula")) {
    Reader in(entry, file, "formula");
    in.Allow({"rate", "top", "bottom", "topic", "unless", "zh", "en", "source"});
    Formula formula{in.Words("rate", true),   in.Words("top", true),     in.Words("bottom", true),
                    in.Words("topic", false), in.Words("unless", false), in.String("zh", false),
                    in.String("en", false),   in.String("source", true)};
    if (!in.error() && formula.top == formula.bottom) {
      in.Fail(entry.line, "bottom", "is the numerator, too");
    }
    if (in.error()) {
      return *in.error();
    }
    pack.formulas_.push_back(std::move(formula));
  }
  for (const TomlValue& entry : entries("measure")) {
    Reader in(entry, file, "measure");
    in.Allow({"name", "words", "parts", "kind", "source"});
    const std::string kind = in.String("kind", true);
    if (kind != "money" && kind != "staff") {
      in.Fail(entry.line, "kind", "money or staff is expected");
    }
    Measure measure{in.String("name", true), in.Words("words", true), in.Words("parts", false),
                    kind == "staff", in.String("source", true)};
    if (in.error()) {
      return *in.error();
    }
    pack.measures_.push_back(std::move(measure));
  }
  for (const TomlValue& entry : entries("band")) {
    Reader in(entry, file, "band");
    in.Allow({"grade", "low", "high", "source"});
    Band band{in.Words("grade", true), in.Number("low"), in.Number("high"),
              in.String("source", true)};
    if (band.low > band.high) {
      in.Fail(entry.line, "low", "is over 'high'");
    }
    if (in.error()) {
      return *in.error();
    }
    std::erase_if(pack.bands_, [&](const Band& other) { return other.grades == band.grades; });
    pack.bands_.push_back(std::move(band));
  }
  for (const TomlValue& entry : entries("tolerance")) {
    Reader in(entry, file, "tolerance");
    in.Allow({"rule", "amount", "unit", "source"});
    Tolerance tolerance{in.String("rule", true), in.Number("amount"), in.String("unit", false),
                        in.String("source", true)};
    if (!tolerance.rule.empty() && FindRule(tolerance.rule) == nullptr) {
      in.Fail(entry.line, "rule", "there is no rule \"" + tolerance.rule + "\"");
    }
    if (tolerance.amount.Sign() < 0) {
      in.Fail(entry.line, "amount", "is below zero");
    }
    if (in.error()) {
      return *in.error();
    }
    pack.tolerances_.push_back(std::move(tolerance));
  }
  for (const TomlValue& entry : entries("table")) {
    Reader in(entry, file, "table");
    in.Allow({"role", "titles", "source"});
    StandardTable table{in.String("role", true), in.Words("titles", true),
                        in.String("source", true)};
    std::string keys;
    for (const std::string& title : entry.Strings("titles")) {
      keys += (keys.empty() ? "" : "|") + SubjectKey(title);
    }
    table.titles = std::move(keys);
    if (in.error()) {
      return *in.error();
    }
    pack.tables_.push_back(std::move(table));
  }
  for (const TomlValue& entry : entries("table_identity")) {
    Reader in(entry, file, "table_identity");
    in.Allow({"name", "stated", "sum", "at_most", "source"});
    TableIdentity identity{in.String("name", true), in.Cells("stated"), in.Cells("sum"),
                           in.Flag("at_most"), in.String("source", true)};
    if (in.error()) {
      return *in.error();
    }
    pack.table_identities_.push_back(std::move(identity));
  }
  for (const TomlValue& entry : entries("told")) {
    Reader in(entry, file, "told");
    in.Allow({"words", "without", "section", "whole", "cell", "source"});
    Telling telling{in.Words("words", true), in.Words("without", false), in.Words("section", false),
                    in.Flag("whole"),        in.Cells("cell").front(),   in.String("source", true)};
    if (in.error()) {
      return *in.error();
    }
    telling.words.clear();
    for (const std::string& word : entry.Strings("words")) {
      telling.words += (telling.words.empty() ? "" : "|") + (word == "*" ? word : SubjectKey(word));
    }
    pack.tellings_.push_back(std::move(telling));
  }
  if (top.error()) {
    return *top.error();
  }
  return pack;
}

const RulePack& RulePack::BuiltIn() {
  static const RulePack kBuiltIn = [] {
    RulePack pack;
    for (const packs::EmbeddedFile& file : packs::EmbeddedFiles()) {
      Result<RulePack> next = pack.With(file.text, std::string(file.name));
      CROSSFOOT_CHECK(next.ok());
      pack = std::move(next).value();
    }
    return pack;
  }();
  return kBuiltIn;
}

bool RulePack::Tolerates(const Rule& rule, const Decimal& amount, std::string_view unit) const {
  return std::any_of(tolerances_.begin(), tolerances_.end(), [&](const Tolerance& tolerance) {
    return (tolerance.rule == rule.id || tolerance.rule == rule.name) && tolerance.unit == unit &&
           amount.Abs() <= tolerance.amount;
  });
}

bool RulePack::IsOff(const Rule& rule) const {
  return std::any_of(off_.begin(), off_.end(), [&](const std::string& name) {
    return name == rule.id || name == rule.name || name == rule.id.substr(0, 3);
  });
}

}  // namespace crossfoot
