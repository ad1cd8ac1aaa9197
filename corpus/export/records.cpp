// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/export/export.h"

namespace crossfoot {
namespace {

constexpr char kWhole[] =
    "(SELECT whole_record(part, json) FROM packed p WHERE p.source = s.source)";
// The facts' part less those whose status (corpus.sql tells its place) is another.
constexpr char kConfirmed[] =
    "(SELECT whole_record(part, CASE part WHEN 'facts' THEN (SELECT json_group_array(json(value)) "
    "FROM json_each(p.json) WHERE json_extract(value, '$[18]') = 'confirmed') ELSE json END) FROM "
    "packed p WHERE p.source = s.source)";

std::string Query(const ExportChoice& choice) {
  return std::string("SELECT coalesce(") + (choice.only_confirmed ? kConfirmed : kWhole) +
         ", json_object('source', json_object('path', s.path), 'status', 'failed', 'error', "
         "json_object('code', f.code, 'message', f.message))) FROM sources s LEFT JOIN failures f "
         "USING (source) ORDER BY s.path";
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
