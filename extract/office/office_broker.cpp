// SPDX-License-Identifier: GPL-3.0-or-later
//
// The broker's both ends. A message is its length (eight bytes) and its parts, each with a length
// of its own. The broker trusts nothing: what it is asked for is at most a conversion.
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "extract/office/libreoffice.h"
#include "extract/office_converter.h"

namespace crossfoot {
namespace {

constexpr uint64_t kLongestMessage = uint64_t{2} << 30;

bool SendAll(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) {
      continue;
    }
    if (sent <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

bool ReceiveAll(int socket, char* into, size_t wanted) {
  while (wanted > 0) {
    const ssize_t got = recv(socket, into, wanted, 0);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got <= 0) {
      return false;
    }
    into += got;
    wanted -= static_cast<size_t>(got);
  }
  return true;
}

bool SendParts(int socket, const std::vector<std::string_view>& parts) {
  uint64_t total = 0;
  for (const std::string_view part : parts) {
    total += sizeof(uint64_t) + part.size();
  }
  std::string head(sizeof total, '\0');
  std::memcpy(head.data(), &total, sizeof total);
  bool sent = SendAll(socket, head);
  for (const std::string_view part : parts) {
    const uint64_t size = part.size();
    std::memcpy(head.data(), &size, sizeof size);
    sent = sent && SendAll(socket, head) && SendAll(socket, part);
  }
  return sent;
}

// nullopt when the other end is gone or makes no sense.
std::optional<std::vector<std::string>> ReceiveParts(int socket, size_t count) {
  uint64_t total = 0;
  std::array<char, sizeof total> head{};
  if (!ReceiveAll(socket, head.data(), head.size())) {
    return std::nullopt;
  }
  std::memcpy(&total, head.data(), sizeof total);
  if (total > kLongestMessage || total < count * sizeof(uint64_t)) {
    return std::nullopt;
  }
  total -= count * sizeof(uint64_t);
  std::vector<std::string> parts(count);
  for (std::string& part : parts) {
    uint64_t size = 0;
    if (!ReceiveAll(socket, head.data(), head.size())) {
      return std::nullopt;
    }
    std::memcpy(&size, head.data(), sizeof size);
    if (size > total) {
      return std::nullopt;
    }
    total -= size;
    part.resize(size);
    if (!ReceiveAll(socket, part.data(), size)) {
      return std::nullopt;
    }
  }
  return parts;
}

// The broker: until the other end is closed.
void Serve(int socket) {
  while (const auto asked = ReceiveParts(socket, 4)) {
    const OfficeTask task{(*asked)[0], (*asked)[1], (*asked)[2]};
    const bool sound = task.target == "fodt" || task.target == "fods";
    const bool plain = task.suffix.find('/') == std::string::npos;
    const Result<std::string> made =
        sound && plain ? OfficeToFlatOdf((*asked)[3], task, {}, socket)
                       : Result<std::string>(Error{ErrorCode::kBrokenMarkup, "is no office task"});
    const std::string code =
        made.ok() ? std::string() : std::to_string(static_cast<int>(made.error().code));
    const bool sent =
        made.ok() ? SendParts(socket, {code, "", "", *made})
                  : SendParts(socket, {code, made.error().message, made.error().object, ""});
    if (!sent) {
      return;
    }
  }
}

// This process's end; closing it ends the broker.
class BrokerSocket {
 public:
  explicit BrokerSocket(int socket) : socket_(socket) {}
  ~BrokerSocket() { close(socket_); }
  BrokerSocket(const BrokerSocket&) = delete;
  BrokerSocket& operator=(const BrokerSocket&) = delete;

  [[nodiscard]] Result<std::string> Ask(std::string_view bytes, const OfficeTask& task) const {
    const bool sent = SendParts(socket_, {task.suffix, task.target, task.package, bytes});
    auto answer = sent ? ReceiveParts(socket_, 4) : std::nullopt;
    if (!answer) {
      return Error{ErrorCode::kWorkerCrashed, "lost the process that runs LibreOffice"};
    }
    if ((*answer)[0].empty()) {
      return std::move((*answer)[3]);
    }
    Error error{static_cast<ErrorCode>(std::atoi((*answer)[0].c_str())), (*answer)[1]};
    error.object = (*answer)[2];
    return error;
  }

 private:
  int socket_;
};

}  // namespace

OfficeConverter StartOfficeBroker() {
  std::array<int, 2> ends{};
  if (!HasLibreOffice() || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return [](std::string_view bytes, const OfficeTask& task) {
      return OfficeToFlatOdf(bytes, task, {});
    };
  }
  const pid_t broker = fork();
  if (broker == 0) {
    // Nothing that was open here stays open there: its parent's ends must close with the parent.
    if (ends[1] > 3) {
      syscall(SYS_close_range, 3U, static_cast<unsigned>(ends[1]) - 1, 0U);
    }
    syscall(SYS_close_range, static_cast<unsigned>(ends[1]) + 1, ~0U, 0U);
    Serve(ends[1]);
    _exit(0);
  }
  close(ends[1]);
  const auto socket = std::make_shared<BrokerSocket>(ends[0]);
  return
      [socket](std::string_view bytes, const OfficeTask& task) { return socket->Ask(bytes, task); };
}

}  // namespace crossfoot
