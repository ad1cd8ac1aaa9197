// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/shapes.h"

namespace crossfoot::json {
namespace {

constexpr ShapeMember kBilingual[] = {{"zh"}, {"en"}};
constexpr ShapeMember kSection[] = {{"number"}, {"level"}, {"title"},  {"parent"}, {"run_in"},
                                    {"block"},  {"line"},  {"column"}, {"page"},   {"bbox"}};
constexpr ShapeMember kCell[] = {{"row"},  {"col"},    {"rowspan"}, {"colspan"}, {"text"},
                                 {"line"}, {"column"}, {"page"},    {"bbox"}};
constexpr ShapeMember kTable[] = {{"page"},
                                  {"pages"},
                                  {"bbox"},
                                  {"line"},
                                  {"caption"},
                                  {"unit"},
                                  {"shape"},
                                  {"rows"},
                                  {"columns"},
                                  {"header_rows"},
                                  {"label_columns"},
                                  {"blocks"},
                                  {"cells", &kCellShape, true},
                                  {"notes"}};
constexpr ShapeMember kFact[] = {{"id"},
                                 {"value"},
                                 {"unit"},
                                 {"dimension"},
                                 {"unit_source"},
                                 {"base_value"},
                                 {"base_unit"},
                                 {"low", nullptr, false, true},
                                 {"high", nullptr, false, true},
                                 {"subject"},
                                 {"metric"},
                                 {"scope"},
                                 {"entity"},
                                 {"period"},
                                 {"qualifiers"},
                                 {"table"},
                                 {"row"},
                                 {"column"},
                                 {"status"},
                                 {"quote"},
                                 {"line"},
                                 {"page"},
                                 {"bbox"}};
constexpr ShapeMember kIndicator[] = {{"level1"}, {"level2"}, {"level3"}, {"target"}, {"actual"},
                                      {"rate"},   {"weight"}, {"score"},  {"source"}, {"line"},
                                      {"column"}, {"page"},   {"bbox"}};
constexpr ShapeMember kOperand[] = {{"role"}, {"text"}, {"coefficient"}, {"value"}, {"interval"},
                                    {"fact"}, {"line"}, {"column"},      {"page"},  {"bbox"}};
constexpr ShapeMember kEvidence[] = {{"role"},   {"text"}, {"quote"}, {"line"},
                                     {"column"}, {"page"}, {"bbox"},  {"fact"}};
constexpr ShapeMember kRelation[] = {{"rule"},
                                     {"kind"},
                                     {"status"},
                                     {"rounding"},
                                     {"unevaluated"},
                                     {"expression"},
                                     {"stated"},
                                     {"computed"},
                                     {"difference"},
                                     {"unit"},
                                     {"confidence"},
                                     {"reason", &kBilingualShape},
                                     {"operands", &kOperandShape, true},
                                     {"stated_operand", &kOperandShape},
                                     {"evidence", &kEvidenceShape, true}};
constexpr ShapeMember kRule[] = {{"rule"},     {"state"},       {"held"},    {"rounding"},
                                 {"violated"}, {"unevaluated"}, {"findings"}};
// Few of these stand in a record, and they keep their keys.
constexpr ShapeMember kEdit[] = {{"text", &kBilingualShape}};
constexpr ShapeMember kFinding[] = {{"headline", &kBilingualShape},
                                    {"message", &kBilingualShape},
                                    {"evidence", &kEvidenceShape, true},
                                    {"diagnosis", &kEditShape, true},
                                    {"alternatives", &kEditShape, true}};
constexpr ShapeMember kUncovered[] = {{"reason", &kBilingualShape}};
constexpr ShapeMember kRecord[] = {
    {"outline", &kSectionShape, true},    {"tables", &kTableShape, true},
    {"facts", &kFactShape, true},         {"indicators", &kIndicatorShape, true},
    {"relations", &kRelationShape, true}, {"findings", &kFindingShape, true},
    {"coverage", &kUncoveredShape, true}, {"rules", &kRuleShape, true}};

}  // namespace

constexpr Shape kBilingualShape{kBilingual};
constexpr Shape kSectionShape{kSection};
constexpr Shape kTableShape{kTable};
constexpr Shape kCellShape{kCell};
constexpr Shape kFactShape{kFact};
constexpr Shape kIndicatorShape{kIndicator};
constexpr Shape kRelationShape{kRelation};
constexpr Shape kOperandShape{kOperand};
constexpr Shape kEvidenceShape{kEvidence};
constexpr Shape kEditShape{kEdit, true};
constexpr Shape kFindingShape{kFinding, true};
constexpr Shape kUncoveredShape{kUncovered, true};
constexpr Shape kRuleShape{kRule};
constexpr Shape kRecordShape{kRecord, true};

}  // namespace crossfoot::json
