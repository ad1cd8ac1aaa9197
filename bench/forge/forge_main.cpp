// SPDX-License-Identifier: GPL-3.0-or-later
//
// crossfoot_forge: writes invented reports, clean or each with one slip, and the truth about them.
//
//   crossfoot_forge --out FOLDER [--reports N] [--seed S] [--slips K] [--manner NAME]
//                   [--medium text|piped|markdown|html]
//
// <manner>-<seed>.<ending> is clean; <manner>-<seed>-<slip>-<n>.<ending> has one slip of that kind.
// truth.jsonl has a line a file: what is wrong, where, what would be right, what shows it.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "bench/forge/manner.h"
#include "bench/forge/slip.h"
#include "bench/forge/truth_json.h"
#include "bench/forge/writer.h"

namespace crossfoot::forge {

namespace {

struct Order {
  std::filesystem::path out;
  int reports = 1;
  uint64_t seed = 1;
  int slips = 0;
  std::string manner;
  std::string medium = "text";
};

bool Read(int argc, char** argv, Order* order) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--out") {
      order->out = value;
    } else if (name == "--reports") {
      order->reports = std::atoi(value.c_str());
    } else if (name == "--seed") {
      order->seed = std::strtoull(value.c_str(), nullptr, 10);
    } else if (name == "--slips") {
      order->slips = std::atoi(value.c_str());
    } else if (name == "--manner") {
      order->manner = value;
    } else if (name == "--medium") {
      order->medium = value;
    } else {
      return false;
    }
  }
  return argc % 2 == 1 && !order->out.empty() &&
         (order->manner.empty() || MannerNamed(order->manner) != nullptr);
}

int Main(int argc, char** argv) {
  Order order;
  if (!Read(argc, argv, &order)) {
    std::fprintf(stderr, "crossfoot_forge: see the head of forge_main.cpp for its options\n");
    return 2;
  }
  const Medium medium = order.medium == "html"       ? Medium::kHtml
                        : order.medium == "markdown" ? Medium::kMarkdown
                        : order.medium == "piped"    ? Medium::kPiped
                                                     : Medium::kTabbed;
  const std::string ending = medium == Medium::kHtml       ? ".html"
                             : medium == Medium::kMarkdown ? ".md"
                                                           : ".txt";
  std::filesystem::create_directories(order.out);
  std::ofstream truth(order.out / "truth.jsonl");
  const auto put = [&](const std::string& name, const Manuscript& manuscript, const Ledger& ledger,
                       const Slip* slip) {
    const Written written = Write(manuscript, medium);
    std::ofstream(order.out / (name + ending)) << written.bytes;
    truth << TruthJson(name + ending, manuscript, ledger, written, slip) << "\n";
  };
  for (int i = 0; i < order.reports; ++i) {
    const uint64_t seed = order.seed + static_cast<uint64_t>(i);
    const Manner& manner = order.manner.empty()
                               ? Manners()[static_cast<size_t>(i) % Manners().size()]
                               : *MannerNamed(order.manner);
    const ForgedReport report = manner.write(seed);
    const std::string name = std::string(manner.name) + "-" + std::to_string(seed);
    put(name, report.manuscript, report.ledger, nullptr);
    Random random(seed, "slips " + std::string(manner.name));
    for (const SlipKind kind : AllSlips()) {
      int number = 0;
      for (const Slip& slip :
           MakeSlips(report.ledger, report.hand, report.manuscript, kind, order.slips, &random)) {
        put(name + "-" + std::string(SlipName(kind)) + "-" + std::to_string(++number),
            slip.manuscript, report.ledger, &slip);
      }
    }
  }
  return 0;
}

}  // namespace

}  // namespace crossfoot::forge

int main(int argc, char** argv) { return crossfoot::forge::Main(argc, argv); }
