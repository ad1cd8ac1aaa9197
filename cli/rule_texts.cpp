// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rule_texts.h"

#include "validate/rule.h"

namespace crossfoot {

RuleTexts TextsOfRules() {
  RuleTexts texts;
  for (const Rule* rule : AllRules()) {
    texts[std::string(rule->id)] = {std::string(rule->summary_zh), std::string(rule->summary_en)};
  }
  return texts;
}

}  // namespace crossfoot
