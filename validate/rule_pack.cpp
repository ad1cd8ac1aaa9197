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

namespace crossfoot {
namespace {

constexpr size_t kMostEntries = 2000;  // of each kind in one file

// One table of a pack, read key by key; the first thing wrong is kept.
class Reader {
 public:
  Reader(const TomlValue& table, std::string file, std::string what)
      : table_(table), file_(std::move(file)), what_(std::move(what)) {}

  void Allow(std::initializer_list<std::string_view> keys) {
    for (const auto& [key, value] : table_.table) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        Fail(value.line, key, "unknown key");
      }
    }
  }

  std::string Words(std::string_view key, bool needed) {
    const TomlValue* value = table_.Find(key);
    std::string joined;
    if (value != nullptr && value->kind != TomlValue::Kind::kArray &&
        value->kind != TomlValue::Kind::kString) {
      Fail(value->line, key, "a string or a list of strings is expected");
      return joined;
    }
    for (const std::string& word : table_.Strings(key)) {
      if (word.empty() || word.find('|') != std::string::npos) {
        Fail(value == nullptr ? table_.line : value->line, key, "a word is empty or holds '|'");
      }
      joined += (joined.empty() ? "" : "|") + word;
    }
    if (needed && joined.empty()) {
      Fail(table_.line, key, "missing");
    }
    return joined;
  }

  // "role/row/column", one or several; never empty.
  std::vector<std::string> Cells(std::string_view key) {
    std::vector<std::string> cells = table_.Strings(key);
    const TomlValue* value = table_.Find(key);
    const int line = value == nullptr ? table_.line : value->line;
    for (const std::string& cell : cells) {
      if (std::count(cell.begin(), cell.end(), '/') != 2) {
        Fail(line, key, "a cell is written role/row/column");
      }
    }
    if (cells.empty()) {
      Fail(line, key, "missing");
      cells.emplace_back();
    }
    return cells;
  }

  std::string String(std::string_view key, bool needed) {
    const TomlValue* value = table_.Find(key);
    if (value != nullptr && value->kind != TomlValue::Kind::kString) {
      Fail(value->line, key, "a string is expected");
      return "";
    }
    if (needed && (value == nullptr || value->string.empty())) {
      Fail(table_.line, key, "missing");
    }
    return table_.StringOr(key, "");
  }

  bool Flag(std::string_view key) {
    const TomlValue* value = table_.Find(key);
    if (value != nullptr && value->kind != TomlValue::Kind::kBoolean) {
      Fail(value->line, key, "true or false is expected");
    }
    return value != nullptr && value->boolean;
  }

  Decimal Number(std::string_view key) {
    const TomlValue* value = table_.Find(key);
    const auto number = value == nullptr ? std::nullopt : Decimal::Parse(value->string);
    if (!number) {
      Fail(value == nullptr ? table_.line : value->line, key, "a number in quotes is expected");
    }
    return number.value_or(Decimal(0));
  }

  void Fail(int line, std::string_view key, const std::string& message) {
    if (!error_) {
      error_ =
          Error{ErrorCode::kBrokenConfig, what_ + ": " + message, file_, 0, line, std::string(key)};
    }
  }

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  const TomlValue& table_;
  std::string file_;
  std::string what_;
  std::optional<Error> error_;
};

}  // namespace

Result<RulePack> RulePack::Parse(std::string_view text, const std::string& file) {
  return RulePack().With(text, file);
}

Result<RulePack> RulePack::With(std::string_view text, const std::string& file) const {
  CROSSFOOT_TRY(const TomlValue root, ParseToml(text, file));
  RulePack pack = *this;
  Reader top(root, file, "rule pack");
  top.Allow({"version", "off", "identity", "measure", "band", "table", "table_identity", "told"});
  const std::string version = top.String("version", false);
  if (!version.empty()) {
    pack.version_ = pack.version_ == "0" ? version : pack.version_ + "+" + version;
  }
  for (const std::string& name : root.Strings("off")) {
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
    in.Allow({"from", "taken", "result", "either_sign", "demanded", "zh", "en", "source"});
    Identity identity{in.Words("from", true), in.Words("taken", true),  in.Words("result", true),
                      in.Flag("either_sign"), in.Flag("demanded"),      in.String("zh", false),
                      in.String("en", false), in.String("source", true)};
    if (in.error()) {
      return *in.error();
    }
    pack.identities_.push_back(std::move(identity));
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

bool RulePack::IsOff(const Rule& rule) const {
  return std::any_of(off_.begin(), off_.end(), [&](const std::string& name) {
    return name == rule.id || name == rule.name || name == rule.id.substr(0, 3);
  });
}

}  // namespace crossfoot
