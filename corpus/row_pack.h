// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of a report as they travel from a worker to the store: one run of bytes, from which values
// are bound to statements where they lie, without copies.
//
// FORMAT  a row is its table and its number of values, then the values: a tag (n, i, r, t, b) and
// the
//         content; whole numbers as varints (seven bits a byte, least first; signed ones zigzag).
// The bytes come from a process that has read hostile input: a reader trusts nothing, and says
// where they make no sense.
//
// Tested by tests/corpus/row_pack_test.cpp.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/sqlite.h"

namespace crossfoot {

// A row of one table of the corpus schema, without its first column, `source`.
struct ReportRow {
  int table = 0;  // index in CorpusSchema().tables
  SqlRow values;
};

class RowPack {
 public:
  RowPack() = default;
  RowPack(std::initializer_list<ReportRow> rows);
  explicit RowPack(std::string bytes) : bytes_(std::move(bytes)) {}

  void Add(int table, const SqlRow& values);
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  // All rows again; those before the first byte that makes no sense.
  [[nodiscard]] std::vector<ReportRow> Rows() const;

 private:
  std::string bytes_;
};

// Walks the rows of a pack, which must outlive it and every statement it bound.
class RowPackReader {
 public:
  explicit RowPackReader(const RowPack& pack) : rest_(pack.bytes()) {}

  // False at the end, and where the bytes make no sense: then good() is false too. The values of
  // the row before must have been taken.
  bool Next();
  [[nodiscard]] int64_t table() const { return table_; }
  [[nodiscard]] int64_t values() const { return values_; }
  // The row's next value, bound or copied. False: the bytes make no sense.
  bool BindTo(Statement* statement, int at);
  bool Take(SqlValue* value);
  [[nodiscard]] bool good() const { return good_; }

 private:
  uint64_t Varint();
  std::string_view Run();
  bool Bad();

  std::string_view rest_;
  int64_t table_ = 0;
  int64_t values_ = 0;
  bool good_ = true;
};

}  // namespace crossfoot
