// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/rule_pack.h"

namespace crossfoot {

const RulePack& RulePack::BuiltIn() {
  static const RulePack kBuiltIn;
  return kBuiltIn;
}

}  // namespace crossfoot
