// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/lexicon.h"

namespace crossfoot {

const Lexicon& Lexicon::BuiltIn() {
  static const Lexicon kBuiltIn;
  return kBuiltIn;
}

}  // namespace crossfoot
