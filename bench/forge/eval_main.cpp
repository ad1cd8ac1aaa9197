// SPDX-License-Identifier: GPL-3.0-or-later
//
// crossfoot_eval: forges reports, makes slips in them, and scores what crossfoot says.
//
//   crossfoot_eval [--reports N] [--seed S] [--slips K] [--manner NAME] [--medium
//   text|piped|markdown|html]
//                  [--rendered FOLDER] [--json FILE] [--alarms] [--survivors K]
//
// K slips of each kind a report. The same arguments print the same bytes. With --rendered, reports
// are read from FOLDER, where crossfoot_forge wrote them with the same arguments and something
// printed them (media/print_pdf.py): <name>.pdf; a slip whose file is not there is left out.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "bench/forge/manner.h"
#include "bench/forge/score.h"
#include "bench/forge/slip.h"
#include "bench/forge/writer.h"
#include "corpus/report_run.h"

namespace crossfoot::forge {

namespace {

struct Settings {
  int reports = 20;
  uint64_t seed = 1;
  int slips = 1;
  std::string manner;
  std::string medium = "text";
  std::string rendered;
  std::string json;
  bool alarms = false;
  int survivors = 0;
};

Medium MediumOf(const std::string& name) {
  return name == "html"       ? Medium::kHtml
         : name == "markdown" ? Medium::kMarkdown
         : name == "piped"    ? Medium::kPiped
                              : Medium::kTabbed;
}

bool Read(int argc, char** argv, Settings* settings) {
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--alarms") {
      settings->alarms = true;
      continue;
    }
    if (i + 1 >= argc) {
      return false;
    }
    const std::string value = argv[++i];
    if (name == "--reports") {
      settings->reports = std::atoi(value.c_str());
    } else if (name == "--seed") {
      settings->seed = std::strtoull(value.c_str(), nullptr, 10);
    } else if (name == "--slips") {
      settings->slips = std::atoi(value.c_str());
    } else if (name == "--manner") {
      settings->manner = value;
    } else if (name == "--medium") {
      settings->medium = value;
    } else if (name == "--rendered") {
      settings->rendered = value;
    } else if (name == "--json") {
      settings->json = value;
    } else if (name == "--survivors") {
      settings->survivors = std::atoi(value.c_str());
    } else {
      return false;
    }
  }
  return settings->manner.empty() || MannerNamed(settings->manner) != nullptr;
}

// The record of a report as written, or of the file `name` among the rendered; nothing where that
// is not there.
std::optional<Record> Check(const Settings& settings, const std::string& name,
                            const Written& written) {
  Source source{name, written.bytes};
  if (!settings.rendered.empty()) {
    const std::filesystem::path path = std::filesystem::path(settings.rendered) / (name + ".pdf");
    if (!std::filesystem::exists(path)) {
      return std::nullopt;
    }
    auto read = ReadSource(path.string());
    if (!read) {
      std::fprintf(stderr, "%s\n", read.error().message.c_str());
      std::exit(1);
    }
    source = std::move(*read);
  }
  auto record = RunReport(source);
  if (!record) {
    std::fprintf(stderr, "%s\n", record.error().message.c_str());
    std::exit(1);
  }
  return std::move(*record);
}

void EvaluateReport(const Manner& manner, uint64_t seed, const Settings& settings,
                    ScoreCard* card) {
  const ForgedReport report = manner.write(seed);
  const Medium medium = MediumOf(settings.medium);
  const std::string name(manner.name);
  if (const auto broken = BrokenTies(report.ledger, report.manuscript); !broken.empty()) {
    std::fprintf(stderr, "%s %llu: the forge contradicts itself (%s)\n", name.c_str(),
                 static_cast<unsigned long long>(seed),
                 std::string(TieName(broken[0].tie)).c_str());
    std::exit(1);
  }
  const std::string file = name + "-" + std::to_string(seed);
  const auto clean = Check(settings, file, Write(report.manuscript, medium));
  if (!clean) {
    return;
  }
  ++card->clean_reports[name];
  for (const Finding& finding : clean->findings) {
    if (finding.severity != Severity::kInfo) {
      card->alarms.push_back({name, seed, finding.severity, finding.rule,
                              finding.headline.zh + " | " + finding.expression});
    }
  }
  Random random(seed, "slips " + name);
  for (const SlipKind kind : AllSlips()) {
    int number = 0;
    for (const Slip& slip :
         MakeSlips(report.ledger, report.hand, report.manuscript, kind, settings.slips, &random)) {
      ++number;
      if (slip.broken.empty()) {  // it cannot be seen: there is nothing to check
        Trial trial;
        trial.kind = kind;
        trial.manner = name;
        card->trials.push_back(std::move(trial));
        continue;
      }
      const Written written = Write(slip.manuscript, medium);
      const auto slipped =
          Check(settings, file + "-" + std::string(SlipName(kind)) + "-" + std::to_string(number),
                written);
      if (!slipped) {
        continue;
      }
      Trial trial = Judge(report.ledger, slip, written, *clean, *slipped);
      trial.manner = name;
      trial.seed = seed;
      card->trials.push_back(std::move(trial));
    }
  }
}

int Main(int argc, char** argv) {
  Settings settings;
  if (!Read(argc, argv, &settings)) {
    std::fprintf(stderr, "crossfoot_eval: see the head of eval_main.cpp for its options\n");
    return 2;
  }
  ScoreCard card;
  for (int i = 0; i < settings.reports; ++i) {
    const uint64_t seed = settings.seed + static_cast<uint64_t>(i);
    const Manner& manner = settings.manner.empty()
                               ? Manners()[static_cast<size_t>(i) % Manners().size()]
                               : *MannerNamed(settings.manner);
    EvaluateReport(manner, seed, settings, &card);
  }
  const std::string setup = "seeds " + std::to_string(settings.seed) + " to " +
                            std::to_string(settings.seed + settings.reports - 1) + ", " +
                            std::to_string(settings.slips) +
                            " slips of each kind a report, medium " +
                            (settings.rendered.empty() ? settings.medium : "PDF");
  std::printf("%s\n%s", setup.c_str(), PrintTable(card).c_str());
  if (settings.alarms) {
    for (const FalseAlarm& alarm : card.alarms) {
      std::printf("%s %llu %s[%s] %s\n", alarm.manner.c_str(),
                  static_cast<unsigned long long>(alarm.seed),
                  std::string(SeverityName(alarm.severity)).c_str(), alarm.rule.c_str(),
                  alarm.message.c_str());
    }
  }
  if (settings.survivors > 0) {
    std::printf("%s", PrintSurvivors(card, settings.survivors).c_str());
  }
  if (!settings.json.empty()) {
    std::ofstream(settings.json) << PrintJson(card, setup);
  }
  return 0;
}

}  // namespace

}  // namespace crossfoot::forge

int main(int argc, char** argv) { return crossfoot::forge::Main(argc, argv); }
