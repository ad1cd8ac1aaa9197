// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_service.h"

#include <gtest/gtest.h>

#include "review/mark_worker.h"
#include "tests/corpus/store_fixture.h"

namespace crossfoot {
namespace {

constexpr char kReport[] =
    "青禾县水文监测中心2023年度部门整体支出绩效自评报告\n\n一、基本情况\n"
    "2023年基本支出331.20万元，其中：工资福利支出268.90万元、商品和服务支出54.10万元、"
    "对个人和家庭的补助8.30万元。\n";

class Review : public ::testing::Test {
 protected:
  Review() {
    const std::string path = folder_.Write("r/<b>a</b>.txt", kReport);
    {
      Store store = WritableStore(folder_);
      RunOver(store, {path});
    }
    auto store = Store::Open(folder_.At("store"), Store::Access::kRead);
    auto log = DecisionLog::Open(folder_.At("store"));
    EXPECT_TRUE(store && log);
    ReviewOptions options;
    options.port = 7777;
    options.token = "secret";
    options.who = "li";
    options.now = [this] { return ++now_; };
    const WorkerLimits limits;
    auto viewer = std::make_unique<ReportViewer>(
        limits, [limits](int socket) { _exit(ServeWork(socket, limits, MarkOr(ReadForStore))); });
    auto service =
        ReviewService::Open(std::move(*store), std::move(*log), std::move(viewer), options);
    EXPECT_TRUE(service);
    service_ = std::move(*service);
  }

  ReviewAnswer Get(const std::string& path, std::map<std::string, std::string> fields = {}) {
    ReviewRequest request;
    request.path = path;
    request.fields = std::move(fields);
    request.host = "127.0.0.1:7777";
    return service_->Handle(request);
  }
  ReviewAnswer Post(const std::string& path, std::map<std::string, std::string> fields) {
    ReviewRequest request;
    request.method = "POST";
    request.path = path;
    request.fields = std::move(fields);
    request.host = "127.0.0.1:7777";
    request.origin = "http://127.0.0.1:7777";
    request.token = "secret";
    return service_->Handle(request);
  }
  std::string FirstKey() {
    const std::string body = Get("/queue.json").body;
    const size_t at = body.find(R"("key":")") + 7;
    return body.substr(at, body.find('"', at) - at);
  }

  TemporaryFolder folder_;
  int64_t now_ = 100;
  std::unique_ptr<ReviewService> service_;
};

TEST_F(Review, OnlyItsOwnPagesMayAsk) {
  ReviewRequest request;
  request.path = "/queue.json";
  for (const char* host : {"", "evil.example", "127.0.0.1", "127.0.0.1:80", "evil.example:7777"}) {
    request.host = host;
    EXPECT_EQ(service_->Handle(request).status, 403) << host;
  }
  request.host = "localhost:7777";
  EXPECT_EQ(service_->Handle(request).status, 200);
  for (const char* origin :
       {"null", "http://evil.example", "https://localhost:7777", "http://127.0.0.1:7777"}) {
    request.origin = origin;
    EXPECT_EQ(service_->Handle(request).status, 403) << origin;
  }
}

TEST_F(Review, NothingChangesWithoutTheToken) {
  ReviewRequest request;
  request.method = "POST";
  request.path = "/decide";
  request.host = "127.0.0.1:7777";
  request.fields = {{"key", FirstKey()}, {"decision", "error"}};
  EXPECT_EQ(service_->Handle(request).status, 403);
  request.token = "guessed";
  EXPECT_EQ(service_->Handle(request).status, 403);
  request.method = "DELETE";
  EXPECT_EQ(service_->Handle(request).status, 405);
  EXPECT_EQ(Get("/queue.json", {{"state", "error"}}).body, R"({"total":0,"items":[]})");
}

TEST_F(Review, ADecisionIsKeptShownAndTakenBack) {
  const std::string key = FirstKey();
  ASSERT_EQ(Post("/decide", {{"key", key}, {"decision", "error"}, {"note", "<i>"}}).status, 200);
  EXPECT_NE(Get("/queue.json", {{"state", "error"}}).body.find(key), std::string::npos);
  EXPECT_EQ(Get("/queue.json", {{"state", "undecided"}}).body.find(key), std::string::npos);
  EXPECT_NE(Get("/finding/" + key + ".json").body.find(R"("note":"<i>","who":"li")"),
            std::string::npos);
  ASSERT_EQ(
      Post("/decide", {{"key", key}, {"decision", "not_error"}, {"reason", "misread"}}).status,
      200);
  EXPECT_NE(Get("/rules.json").body.find(R"("precision":"0.0%")"), std::string::npos);
  ASSERT_EQ(Post("/undo", {{"key", key}}).status, 200);
  EXPECT_NE(Get("/rules.json").body.find(R"("precision":"100.0%")"), std::string::npos);
}

TEST_F(Review, WhatMakesNoSenseIsRefused) {
  const std::string key = FirstKey();
  EXPECT_EQ(Post("/decide", {{"key", key}, {"decision", "maybe"}}).status, 400);
  EXPECT_EQ(Post("/decide", {{"key", key}, {"decision", "not_error"}}).status, 400);
  EXPECT_EQ(Post("/decide", {{"key", "no/such"}, {"decision", "error"}}).status, 404);
  EXPECT_EQ(Post("/undo", {{"key", key}}).status, 409);
  EXPECT_EQ(Post("/elsewhere", {}).status, 404);
  EXPECT_EQ(Get("/../../etc/passwd").status, 404);
  EXPECT_EQ(Get("/report/none.json").status, 404);
  EXPECT_EQ(Get("/picture/none/1.png").status, 404);
}

TEST_F(Review, ATextComesWithTheLinesAroundItsPlaces) {
  const std::string body = Get("/finding/" + FirstKey() + ".json").body;
  EXPECT_NE(body.find(R"("text":[{"number":1,)"), std::string::npos) << body;
  EXPECT_NE(Get("/").body.find("data-page=\"review\""), std::string::npos);
}

}  // namespace
}  // namespace crossfoot
