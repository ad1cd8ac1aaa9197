// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <sys/random.h>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "cli/rule_texts.h"
#include "review/http_server.h"

namespace crossfoot {
namespace {

// What a signal's handler needs to end the serving.
LoopbackServer* serving = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void StopServing(int /*signal*/) {
  if (serving != nullptr) {
    serving->Stop();
  }
}

// 32 hexadecimal digits that no one can guess; empty where the system gives no randomness.
std::string NewToken() {
  std::array<unsigned char, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return "";
  }
  constexpr char kHex[] = "0123456789abcdef";
  std::string token;
  for (const unsigned char byte : bytes) {
    token += kHex[byte >> 4U];
    token += kHex[byte & 15U];
  }
  return token;
}

std::string NameOfUser() {
  const char* user = std::getenv("USER");
  return user == nullptr ? "" : user;
}

}  // namespace

ExitStatus RunReview(const ReviewCommandOptions& options) {
  auto store = Store::Open(options.store, Store::Access::kRead);
  if (!store && store.error().message.find("older") == std::string::npos) {
    return StoreFailed(store.error());
  }
  // Brings an older file of decisions up to date, too.
  auto decisions = DecisionLog::Open(options.store);
  if (!decisions) {
    return StoreFailed(decisions.error());
  }
  if (!store) {
    store = Store::Open(options.store, Store::Access::kRead);
  }
  if (!store) {
    return StoreFailed(store.error());
  }
  auto server = LoopbackServer::Bind(options.port);
  if (!server) {
    PrintError(server.error());
    return ExitStatus::kUsage;
  }
  ReviewOptions review;
  review.port = server->port();
  review.token = NewToken();
  review.who = options.who.empty() ? NameOfUser() : options.who;
  review.chinese = options.language == Language::kChinese;
  review.rules = TextsOfRules();
  review.now = [] { return static_cast<int64_t>(std::time(nullptr)); };
  const WorkerLimits limits;
  auto service = ReviewService::Open(
      std::move(*store), std::move(*decisions),
      std::make_unique<ReportViewer>(limits, WorkerPool::OfThisProgram(limits)), review);
  if (!service) {
    return StoreFailed(service.error());
  }
  serving = &*server;
  std::signal(SIGINT, StopServing);
  std::signal(SIGTERM, StopServing);
  std::printf("http://127.0.0.1:%d/\n", server->port());
  std::fflush(stdout);
  std::fputs(review.chinese ? "在浏览器中打开上面的地址；按 Ctrl+C 结束。\n"
                            : "Open this address in a browser; Ctrl+C ends it.\n",
             stderr);
  server->Serve([&](const ReviewRequest& request) { return (*service)->Handle(request); });
  serving = nullptr;
  return ExitStatus::kClean;
}

}  // namespace crossfoot
