// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a process's rights away before it looks at a hostile report.
//
// METHOD  rlimits (address space, processor time, no file may grow, no core); Landlock where the
//         kernel has it (reading in the system's own folders only, writing nowhere); a seccomp
//         filter that lets through only what reading needs: no socket is opened, nothing opened for
//         writing, no program or process started, none traced or killed. Each refuses alone what
//         the others would too.
// LIMITS  reading of the system's folders stays possible (fonts, CMaps, OCR data live there). A
//         kernel without one of them leaves the others; what is missing is said.
//
// Tested by tests/corpus/sandbox_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace crossfoot {

struct WorkerLimits {
  int64_t memory_bytes = int64_t{2} << 30;  // of address space
  int seconds = 120;                        // of wall time a report
  int cpu_seconds = 240;                    // of processor time a report, all its threads together
  int64_t output_bytes = int64_t{256} << 20;  // of a report's reply
  std::vector<std::string> readable = {};     // folders that may be read beside the system's own
};

// What holds from now on, for a person: "rlimits, seccomp, landlock", or with what the kernel
// lacks: "rlimits, seccomp, no landlock". There is no way back.
std::string Confine(const WorkerLimits& limits);

// Gives the process cpu_seconds from now; the kernel ends it when they are used up.
void RenewCpuLimit(const WorkerLimits& limits);

}  // namespace crossfoot
