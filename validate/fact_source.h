// SPDX-License-Identifier: GPL-3.0-or-later
//
// A port: what other reports say. Checks that compare a report with last year's, or with its
// siblings, ask here; corpus/ answers from the store, tests from memory, and a single checked file
// from nothing at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"

namespace crossfoot {

// A fact of another report, with what is needed to show where it came from.
struct ForeignFact {
  Fact fact;
  std::string report;  // the other report's path
};

class FactSource {
 public:
  virtual ~FactSource() = default;
  // Facts of `entity`'s reports that speak of `metric` in `year`. In a stable order.
  [[nodiscard]] virtual std::vector<ForeignFact> Facts(std::string_view entity,
                                                       std::string_view metric, int year) const = 0;
};

// Knows of no other report.
class NoFactSource final : public FactSource {
 public:
  [[nodiscard]] std::vector<ForeignFact> Facts(std::string_view /*entity*/,
                                               std::string_view /*metric*/,
                                               int /*year*/) const override {
    return {};
  }
};

}  // namespace crossfoot
