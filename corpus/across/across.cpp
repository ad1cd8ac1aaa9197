// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/across.h"

namespace crossfoot {

Result<Done> CompareAcross(Store& store) {
  CROSSFOOT_TRY(Transaction transaction, Transaction::Begin(store.corpus()));
  CROSSFOOT_DO(store.corpus().Execute("DELETE FROM across"));
  CROSSFOOT_DO(store.corpus().Execute("UPDATE state SET value = 'fresh' WHERE name = 'across'"));
  return transaction.Commit();
}

}  // namespace crossfoot
