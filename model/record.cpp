// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/record.h"

#include "model/names.h"

namespace crossfoot {
namespace {

constexpr EnumName<MentionKind> kMentions[] = {
    {MentionKind::kYear, "year"},
    {MentionKind::kDate, "date"},
    {MentionKind::kOrdinal, "ordinal"},
    {MentionKind::kIdentifier, "identifier"},
    {MentionKind::kAccountCode, "account_code"},
    {MentionKind::kName, "name"},
    {MentionKind::kOther, "other"},
};
constexpr EnumName<RelationKind> kKinds[] = {
    {RelationKind::kSum, "sum"},         {RelationKind::kDifference, "difference"},
    {RelationKind::kProduct, "product"}, {RelationKind::kRatio, "ratio"},
    {RelationKind::kGrowth, "growth"},   {RelationKind::kEquality, "equality"},
    {RelationKind::kCount, "count"},     {RelationKind::kBound, "bound"},
    {RelationKind::kOrder, "order"},     {RelationKind::kBand, "band"},
};
constexpr EnumName<RelationStatus> kStatuses[] = {
    {RelationStatus::kHeld, "held"},
    {RelationStatus::kRounding, "rounding"},
    {RelationStatus::kViolated, "violated"},
    {RelationStatus::kUnevaluated, "unevaluated"},
};
constexpr EnumName<RoundingKind> kRoundings[] = {
    {RoundingKind::kNone, "none"},
    {RoundingKind::kRounded, "rounded"},
    {RoundingKind::kTruncated, "truncated"},
    {RoundingKind::kNudged, "nudged"},
};
constexpr EnumName<Severity> kSeverities[] = {
    {Severity::kInfo, "info"}, {Severity::kWarning, "warning"}, {Severity::kError, "error"}};
constexpr EnumName<FactStatus> kFactStatuses[] = {{FactStatus::kUntested, "untested"},
                                                  {FactStatus::kConfirmed, "confirmed"},
                                                  {FactStatus::kDisputed, "disputed"}};
constexpr EnumName<Verdict> kVerdicts[] = {{Verdict::kConsistent, "consistent"},
                                           {Verdict::kInconsistent, "inconsistent"},
                                           {Verdict::kUntested, "untested"}};

}  // namespace

std::string_view MentionKindName(MentionKind kind) { return NameIn(kMentions, kind); }
std::string_view RelationKindName(RelationKind kind) { return NameIn(kKinds, kind); }
std::string_view RelationStatusName(RelationStatus status) { return NameIn(kStatuses, status); }
std::string_view RoundingKindName(RoundingKind kind) { return NameIn(kRoundings, kind); }
std::string_view SeverityName(Severity severity) { return NameIn(kSeverities, severity); }
std::string_view FactStatusName(FactStatus status) { return NameIn(kFactStatuses, status); }
std::string_view VerdictName(Verdict verdict) { return NameIn(kVerdicts, verdict); }

}  // namespace crossfoot
