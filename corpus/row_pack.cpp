// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/row_pack.h"

#include <cstring>

namespace crossfoot {
namespace {

void PutVarint(uint64_t value, std::string* out) {
  while (value >= 0x80) {
    out->push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out->push_back(static_cast<char>(value));
}

uint64_t Zigzag(int64_t value) {
  return (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63);
}
int64_t Unzigzag(uint64_t value) { return static_cast<int64_t>((value >> 1) ^ (~(value & 1) + 1)); }

void PutRun(char tag, std::string_view bytes, std::string* out) {
  out->push_back(tag);
  PutVarint(bytes.size(), out);
  out->append(bytes);
}

}  // namespace

RowPack::RowPack(std::initializer_list<ReportRow> rows) {
  for (const ReportRow& row : rows) {
    Add(row.table, row.values);
  }
}

void RowPack::Add(int table, const SqlRow& values) {
  PutVarint(Zigzag(table), &bytes_);
  PutVarint(values.size(), &bytes_);
  for (const SqlValue& value : values) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      PutRun('t', *text, &bytes_);
    } else if (const auto* whole = std::get_if<int64_t>(&value)) {
      bytes_.push_back('i');
      PutVarint(Zigzag(*whole), &bytes_);
    } else if (const auto* real = std::get_if<double>(&value)) {
      char bits[sizeof *real];
      std::memcpy(bits, real, sizeof *real);
      bytes_.push_back('r');
      bytes_.append(bits, sizeof bits);
    } else if (const auto* blob = std::get_if<SqlBlob>(&value)) {
      PutRun('b', blob->bytes, &bytes_);
    } else {
      bytes_.push_back('n');
    }
  }
}

std::vector<ReportRow> RowPack::Rows() const {
  std::vector<ReportRow> rows;
  RowPackReader reader(*this);
  while (reader.Next()) {
    ReportRow row{static_cast<int>(reader.table()), {}};
    for (int64_t i = 0; i < reader.values(); ++i) {
      SqlValue value;
      if (!reader.Take(&value)) {
        return rows;
      }
      row.values.push_back(std::move(value));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

bool RowPackReader::Bad() {
  good_ = false;
  rest_ = {};
  return false;
}

uint64_t RowPackReader::Varint() {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) {
      return value;
    }
  }
  Bad();
  return 0;
}

std::string_view RowPackReader::Run() {
  const uint64_t length = Varint();
  if (length > rest_.size()) {
    Bad();
    return {};
  }
  const std::string_view run = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return run;
}

bool RowPackReader::Next() {
  if (rest_.empty()) {
    return false;
  }
  table_ = Unzigzag(Varint());
  const uint64_t values = Varint();
  // Each takes a byte at least.
  if (!good_ || values > rest_.size()) {
    return Bad();
  }
  values_ = static_cast<int64_t>(values);
  return true;
}

bool RowPackReader::BindTo(Statement* statement, int at) {
  if (rest_.empty()) {
    return Bad();
  }
  const char tag = rest_.front();
  rest_.remove_prefix(1);
  switch (tag) {
    case 'n':
      return true;  // what is not bound is null
    case 'i':
      statement->BindInteger(at, Unzigzag(Varint()));
      return good_;
    case 't':
      statement->BindTextInPlace(at, Run());
      return good_;
    case 'b':
      statement->BindBlobInPlace(at, Run());
      return good_;
    case 'r': {
      double real = 0;
      if (rest_.size() < sizeof real) {
        return Bad();
      }
      std::memcpy(&real, rest_.data(), sizeof real);
      rest_.remove_prefix(sizeof real);
      statement->BindReal(at, real);
      return true;
    }
    default:
      return Bad();
  }
}

bool RowPackReader::Take(SqlValue* value) {
  if (rest_.empty()) {
    return Bad();
  }
  const char tag = rest_.front();
  rest_.remove_prefix(1);
  switch (tag) {
    case 'n':
      *value = SqlValue();
      return true;
    case 'i':
      *value = Unzigzag(Varint());
      return good_;
    case 't':
      *value = std::string(Run());
      return good_;
    case 'b':
      *value = SqlBlob{std::string(Run())};
      return good_;
    case 'r': {
      double real = 0;
      if (rest_.size() < sizeof real) {
        return Bad();
      }
      std::memcpy(&real, rest_.data(), sizeof real);
      rest_.remove_prefix(sizeof real);
      *value = real;
      return true;
    }
    default:
      return Bad();
  }
}

}  // namespace crossfoot
