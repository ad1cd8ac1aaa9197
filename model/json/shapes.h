// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keys of the objects that a record holds in numbers, in the order in which they are written:
// what a packed record (packed_record.h) leaves out. The views of the store (corpus/schema) count
// on these places: a key is added at the end of its shape, or the store's schema has a new version.
// Private to model/json/.
//
// Tested by tests/model/json/packed_record_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace crossfoot::json {

struct Shape;

struct ShapeMember {
  std::string_view key;
  const Shape* inside = nullptr;  // of its value, where that is an object of a known shape …
  bool list = false;              // … or of each element, where it is a list of them
  bool nullable = false;          // null is a value of its own, not "not there"
};

struct Shape {
  std::span<const ShapeMember> members;
  // An object that keeps its keys: `members` only tells what is inside some of them.
  bool named = false;
};

extern const Shape kBilingualShape;
extern const Shape kSectionShape;
extern const Shape kTableShape;
extern const Shape kCellShape;
extern const Shape kFactShape;
extern const Shape kIndicatorShape;
extern const Shape kRelationShape;
extern const Shape kOperandShape;
extern const Shape kEvidenceShape;
extern const Shape kEditShape;
extern const Shape kFindingShape;
extern const Shape kUncoveredShape;
extern const Shape kRuleShape;
// The whole record.
extern const Shape kRecordShape;

}  // namespace crossfoot::json
