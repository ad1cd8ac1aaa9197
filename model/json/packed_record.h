// SPDX-License-Identifier: GPL-3.0-or-later
//
// A record's JSON in parts and without its keys: what the store keeps.
//
// In JSON (`crossfoot record`) two thirds of a record are the same keys again and again. A packed
// record is JSON too, but the objects that come in numbers are arrays (shapes.h), so that it costs
// a third to write, to send and to keep; SQLite reads it as rows (the views of the store), and all
// that the record's JSON holds comes back from it, byte for byte.
//
// Tested by tests/model/json/packed_record_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/record.h"

namespace crossfoot {

struct PackedRecord {
  std::string record;  // all but the lists below, with null in their places
  std::string tables;
  std::string facts;
  std::string indicators;
  std::string relations;
  // Not in the record's JSON: [kind, section, text, page, line] of each paragraph in reading order,
  // `section` being the numbers and titles of the sections it belongs to, outermost first.
  std::string paragraphs;
};

// The part of that name ("record", "tables" …); null where there is none.
std::string PackedRecord::*PackedPart(std::string_view name);

// `keys`: FactKeys of the record.
PackedRecord PackRecord(const Record& record, const std::vector<std::string>& keys);

// From what RecordJson gave; without paragraphs. Error (kBrokenMarkup): is no record.
Result<PackedRecord> PackRecordJson(std::string_view record_json);

// The objects of a list of a packed record, one after another: each value as text (a string's
// characters, a number's digits, nothing for null or what is not there), or as JSON where it is a
// list or an object.
class PackedRows {
 public:
  explicit PackedRows(std::string_view list);

  // False at the end, and where the list makes no sense.
  bool Next();
  // Empty beyond the values that are there.
  [[nodiscard]] std::string operator[](size_t member) const;
  // Without taking it over. `text` has nothing that JSON escapes.
  [[nodiscard]] bool Is(size_t member, std::string_view text) const;

 private:
  std::string_view rest_;
  std::vector<std::string_view> values_;  // as JSON
};

// Places of the values of packed facts and tables that others than SQL read.
struct PackedFactPlaces {
  static constexpr size_t kId = 0, kValue = 1, kUnit = 2, kDimension = 3, kBaseValue = 5,
                          kBaseUnit = 6, kLow = 7, kHigh = 8, kSubject = 9, kMetric = 10,
                          kScope = 11, kPeriod = 13, kQualifiers = 14, kTable = 15, kRow = 16,
                          kColumn = 17, kStatus = 18, kLine = 20, kPage = 21;
};
struct PackedTablePlaces {
  static constexpr size_t kCaption = 4;
};
// The strings of a list of strings.
std::vector<std::string> PackedStrings(std::string_view list);

// The record's JSON again. Error (kBrokenMarkup): is no packed record.
Result<std::string> UnpackRecord(const PackedRecord& packed);

}  // namespace crossfoot
