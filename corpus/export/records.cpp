// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/export/export.h"

namespace crossfoot {
namespace {

constexpr char kWhole[] = "inflated(r.json)";
constexpr char kConfirmed[] =
    "json_set(inflated(r.json), '$.facts', json((SELECT json_group_array(json(value)) FROM "
    "json_each(inflated(r.json), '$.facts') WHERE json_extract(value, '$.status') = 'confirmed')))";

std::string Query(const ExportChoice& choice) {
  return std::string("SELECT coalesce(") + (choice.only_confirmed ? kConfirmed : kWhole) +
         ", json_object('source', json_object('path', s.path), 'status', 'failed', 'error', "
         "json_object('code', f.code, 'message', f.message))) FROM sources s LEFT JOIN record_json "
         "r "
         "USING (source) LEFT JOIN failures f USING (source) ORDER BY s.path";
}

}  // namespace

Result<Done> ExportRecords(Store& store, const ExportChoice& choice, OutputFile& out) {
  CROSSFOOT_TRY(Statement rows, store.corpus().Prepare(Query(choice)));
  for (;;) {
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      return Done{};
    }
    out.Put(rows.Text(0));
    out.Put("\n");
  }
}

}  // namespace crossfoot
