// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/lexicon_reader.h"

#include <array>

#include "base/check.h"
#include "normalize/characters.h"
#include "normalize/embedded.h"

namespace crossfoot {
namespace {

Error Broken(std::string message, const std::string& file, const TomlValue& at, std::string key) {
  return Error{ErrorCode::kBrokenConfig, std::move(message), file, 0, at.line, std::move(key)};
}

constexpr std::array<std::string_view, 10> kKeys = {"version",  "standard", "classifiers", "other",
                                                    "words",    "light",    "metric",      "scope",
                                                    "economic", "function"};

}  // namespace

std::optional<Error> LexiconReader::Add(std::string_view text, const std::string& file) {
  auto parsed = ParseToml(text, file);
  if (!parsed.ok()) {
    return std::move(parsed).error();
  }
  const TomlValue& root = *parsed;
  for (const auto& [key, value] : root.table) {
    bool known = false;
    for (const std::string_view name : kKeys) {
      known = known || name == key;
    }
    if (!known) {
      return Broken("unknown key: " + key, file, value, key);
    }
  }
  if (const std::string version = root.StringOr("version", ""); !version.empty()) {
    lexicon_.version_ += (lexicon_.version_.empty() ? "" : "+") + version;
  }
  if (auto error = AddUnits(root, file)) {
    return error;
  }
  for (const auto& [key, add] : {std::pair("metric", &LexiconReader::AddMetric),
                                 std::pair("scope", &LexiconReader::AddScope)}) {
    const TomlValue* entries = root.Find(key);
    if (entries == nullptr) {
      continue;
    }
    if (entries->kind != TomlValue::Kind::kArray) {
      return Broken(std::string("write [[") + key + "]]", file, *entries, key);
    }
    for (const TomlValue& entry : entries->array) {
      if (auto error = (this->*add)(entry, file)) {
        return error;
      }
    }
  }
  for (const char* kind : {"economic", "function"}) {
    if (const TomlValue* accounts = root.Find(kind)) {
      if (auto error = AddAccounts(*accounts, kind, file)) {
        return error;
      }
    }
  }
  return std::nullopt;
}

std::optional<Error> LexiconReader::AddUnits(const TomlValue& root, const std::string& file) {
  for (const std::string& symbol : root.Strings("standard")) {
    const auto unit = StandardUnit(symbol);
    if (!unit) {
      return Broken("no standard unit has this symbol: " + symbol, file, *root.Find("standard"),
                    "standard");
    }
    AddUnit(*unit);
  }
  for (const std::string& symbol : root.Strings("classifiers")) {
    AddUnit(Unit{symbol, Dimension::kCount, 1, UnitSource::kBeside});
  }
  for (const std::string& symbol : root.Strings("other")) {
    AddUnit(Unit{symbol, Dimension::kOther, 1, UnitSource::kBeside});
  }
  for (const std::string& word : root.Strings("words")) {
    unit_names_.emplace_back(normalize::Fold(word), -1);
  }
  for (const std::string& word : root.Strings("light")) {
    light_words_.emplace_back(normalize::Fold(word), 0);
  }
  return std::nullopt;
}

std::optional<Error> LexiconReader::AddMetric(const TomlValue& entry, const std::string& file) {
  const std::string id = entry.StringOr("id", "");
  const std::vector<std::string> names = entry.Strings("names");
  if (id.empty()) {
    return Broken("a metric has an id", file, entry, "id");
  }
  if (names.empty()) {
    return Broken("metric " + id + " has no names", file, entry, "names");
  }
  const std::string dimension_name = entry.StringOr("dimension", "none");
  const auto dimension = DimensionFromName(dimension_name);
  if (!dimension) {
    return Broken("unknown dimension: " + dimension_name, file, entry, "dimension");
  }
  const std::string scope_name = entry.StringOr("scope", "unknown");
  const auto scope = ScopeFromName(scope_name);
  if (!scope) {
    return Broken("unknown scope: " + scope_name, file, entry, "scope");
  }
  const int index = MetricOf(id);
  Metric& metric = lexicon_.metrics_.at(static_cast<size_t>(index));
  if (metric.name.empty()) {
    metric.name = names.front();
    metric.dimension = *dimension;
    metric.scope = *scope;
    if (const TomlValue* generic = entry.Find("generic")) {
      metric.generic = generic->boolean;
    }
    metric.formula = entry.StringOr("formula", "");
    metric.source = entry.StringOr("source", "");
  }
  for (const std::string& name : names) {
    metric_names_.emplace_back(normalize::Fold(name), index);
  }
  return std::nullopt;
}

std::optional<Error> LexiconReader::AddScope(const TomlValue& entry, const std::string& file) {
  const std::string name = entry.StringOr("scope", "");
  const auto scope = ScopeFromName(name);
  if (!scope) {
    return Broken("unknown scope: " + name, file, entry, "scope");
  }
  const std::vector<std::string> words = entry.Strings("words");
  if (words.empty()) {
    return Broken("scope " + name + " has no words", file, entry, "words");
  }
  for (const std::string& word : words) {
    scope_words_.emplace_back(normalize::Fold(word), static_cast<int>(*scope));
  }
  return std::nullopt;
}

std::optional<Error> LexiconReader::AddAccounts(const TomlValue& accounts, const std::string& kind,
                                                const std::string& file) {
  for (const auto& [code, name] : accounts.table) {
    if (name.kind != TomlValue::Kind::kString ||
        code.find_first_not_of("0123456789") != std::string::npos) {
      return Broken("an account is written \"30101\" = \"name\"", file, name, code);
    }
    lexicon_.accounts_.try_emplace(code, name.string);
    // Names of 项 (行政运行) repeat under many codes: they are no metric.
    if (kind == "economic" || code.size() == 3) {
      const int index = MetricOf(kind + "." + code);
      Metric& metric = lexicon_.metrics_.at(static_cast<size_t>(index));
      if (metric.name.empty()) {
        metric.name = name.string;
        metric.dimension = Dimension::kMoney;
      }
      metric_names_.emplace_back(normalize::Fold(name.string), index);
    }
  }
  return std::nullopt;
}

void LexiconReader::AddUnit(Unit unit) {
  unit_names_.emplace_back(normalize::Fold(unit.symbol), static_cast<int>(lexicon_.units_.size()));
  lexicon_.units_.push_back(std::move(unit));
}

int LexiconReader::MetricOf(const std::string& id) {
  const auto [at, added] = metric_of_.try_emplace(id, static_cast<int>(lexicon_.metrics_.size()));
  if (added) {
    lexicon_.metrics_.push_back(Metric{id, "", Dimension::kNone, Scope::kUnknown, false, "", ""});
  }
  return at->second;
}

Lexicon LexiconReader::BuildWithBuiltIn() {
  for (const normalize::EmbeddedFile& file : normalize::EmbeddedFiles()) {
    const auto error = Add(file.text, std::string(file.name));
    CROSSFOOT_CHECK(!error.has_value());
  }
  lexicon_.unit_names_ = normalize::PhraseTable(std::move(unit_names_));
  lexicon_.metric_names_ = normalize::PhraseTable(std::move(metric_names_));
  lexicon_.scope_words_ = normalize::PhraseTable(std::move(scope_words_));
  lexicon_.light_words_ = normalize::PhraseTable(std::move(light_words_));
  return std::move(lexicon_);
}

}  // namespace crossfoot
