// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/office_jail.h"

#include <array>
#include <cerrno>
#include <cstddef>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace crossfoot {
namespace {

void Limit(int resource, int64_t value) {
  const rlimit limit{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
  setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

void Allow(int ruleset, const char* path, uint64_t access) {
  const int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) {
    return;
  }
  landlock_path_beneath_attr rule{};
  rule.parent_fd = place;
  rule.allowed_access = access;
  if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
    // Not a folder: the kernel wants only the rights that a file can have.
    rule.allowed_access = access & (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                    LANDLOCK_ACCESS_FS_EXECUTE);
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(place);
}

void ConfineFiles(const char* folder, const char* home) {
  constexpr uint64_t kAll = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  constexpr uint64_t kRead =
      LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = kAll;
  const auto ruleset =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (ruleset < 0) {
    return;
  }
  for (const char* path : {"/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc", "/opt", "/proc",
                           "/var/lib/libreoffice", "/var/spool/libreoffice",
                           "/var/cache/fontconfig", "/var/lib/fonts", "/sys/devices/system/cpu"}) {
    Allow(ruleset, path, kRead);
  }
  Allow(ruleset, "/dev/null", kRead | LANDLOCK_ACCESS_FS_WRITE_FILE);
  Allow(ruleset, "/dev/urandom", kRead);
  Allow(ruleset, home, kRead);
  Allow(ruleset, folder, kAll);
  Allow(ruleset, "/tmp", LANDLOCK_ACCESS_FS_MAKE_SOCK);  // its local socket lies there, always
  syscall(SYS_landlock_restrict_self, ruleset, 0);
  close(ruleset);
}

// socket() for anything but local ones is refused. Only the processor's own calls are judged; a
// call in another's numbering is refused whole.
void ConfineNetwork() {
#if defined(__x86_64__)
  constexpr uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
  constexpr uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
  constexpr uint32_t kArchitecture = 0;
#endif
  if (kArchitecture == 0) {
    return;
  }
  std::array<sock_filter, 8> filter = {{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 0, 4),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  }};
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

}  // namespace

void JailOffice(const char* folder, const char* home, int64_t memory_bytes, int64_t file_bytes) {
  unshare(CLONE_NEWUSER | CLONE_NEWNET);  // where it is not allowed, the filter is left
  Limit(RLIMIT_AS, memory_bytes);
  Limit(RLIMIT_FSIZE, file_bytes);
  Limit(RLIMIT_CORE, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ConfineFiles(folder, home);
  ConfineNetwork();
}

}  // namespace crossfoot
