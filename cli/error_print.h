// SPDX-License-Identifier: GPL-3.0-or-later
// How every command says that something could not be done. Tested by tests/cli/first_use_test.py.
#ifndef CROSSFOOT_CLI_ERROR_PRINT_H_
#define CROSSFOOT_CLI_ERROR_PRINT_H_

#include "base/error.h"
#include "cli/exit_status.h"

namespace crossfoot {

// One line on standard error: what is wrong, then what to do about it.
void PrintError(const Error& error);

// The same, of a store that cannot be used or written: what the command ends with.
ExitStatus StoreFailed(const Error& error);

}  // namespace crossfoot

#endif  // CROSSFOOT_CLI_ERROR_PRINT_H_
