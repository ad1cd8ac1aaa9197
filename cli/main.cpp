// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "corpus/report_run.h"
#include "model/json/record_json.h"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    auto source = crossfoot::ReadSource(argv[i]);
    if (!source) {
      std::fprintf(stderr, "%s\n", source.error().ToString().c_str());
      continue;
    }
    const auto record = crossfoot::RunReport(*source);
    if (!record) {
      std::fprintf(stderr, "%s\n", record.error().ToString().c_str());
      continue;
    }
    std::puts(crossfoot::RecordJson(*record).c_str());
  }
  return 0;
}
