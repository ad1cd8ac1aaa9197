// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/check_report.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "normalize/normalize.h"
#include "validate/validate.h"

namespace crossfoot::forge {

Record CheckReport(const Source& source) {
  auto document = Extract(source, {});
  if (!document) {
    std::fprintf(stderr, "%s\n", document.error().message.c_str());
    std::exit(1);
  }
  FactSet facts = Normalize(*document, Lexicon::BuiltIn());
  return Validate(std::move(*document), std::move(facts), RulePack::BuiltIn(), NoFactSource());
}

}  // namespace crossfoot::forge
