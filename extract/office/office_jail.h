// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a program that reads an untrusted office file may still do: read the system's own folders,
// write its one folder, talk to itself. No network, none of the user's files (a document may name
// any file as its linked picture or section, and what it names would be in the output).
//
// METHOD      Landlock for files, a seccomp filter that knows local sockets only, a network
//             namespace of its own, rlimits. Each works without the others; what the kernel lacks
//             is left out.
//
// Tested by tests/extract/office/libreoffice_test.cpp.
#pragma once

#include <cstdint>

namespace crossfoot {

// Between fork and exec: makes system calls only. `folder` is where the program may write,
// `home` where it is installed.
void JailOffice(const char* folder, const char* home, int64_t memory_bytes, int64_t file_bytes);

}  // namespace crossfoot
