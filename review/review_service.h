// SPDX-License-Identifier: GPL-3.0-or-later
//
// The review, as requests and answers: what stands at which address, and who may ask. The network
// is http_server.h's.
//
//   /  /reports  /rules  /report/KEY     pages (one shell; the script draws what the JSON says)
//   /queue.json  /facets.json  /finding/KEY/ID.json  /reports.json  /rules.json  /report/KEY.json
//   /picture/KEY/PAGE.png and .json      a page's picture and its measure in points
//   POST /decide  POST /undo             key=KEY/ID, decision, reason, note
//
// WHO MAY ASK  Requests whose Host is this server's own loopback name and port (so that no other
//              name leads here), whose Origin, where given, is the same, and, to change anything,
//              that carry the token which only pages of this server know.
//
// Tested by tests/review/review_service_test.cpp and tests/browser/review.mjs.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.h"
#include "corpus/decisions.h"
#include "corpus/report_viewer.h"
#include "corpus/store.h"
#include "review/picture_cache.h"
#include "review/queue.h"
#include "review/report_data.h"

namespace crossfoot {

struct ReviewRequest {
  std::string method = "GET";
  std::string path;
  std::map<std::string, std::string> fields;  // of the query, or of the body
  std::string host;
  std::string origin;  // empty where none was given
  std::string token;   // of X-Crossfoot-Token
};

struct ReviewAnswer {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  bool may_be_kept = false;  // the same for as long as the server runs
};

struct ReviewOptions {
  int port = 0;
  std::string token;  // unguessable, new with each start
  std::string who;    // whose decisions they are
  bool chinese = true;
  RuleTexts rules;
  std::function<int64_t()> now;  // seconds since 1970
};

class ReviewService {
 public:
  // Errors: of reading the store.
  static Result<std::unique_ptr<ReviewService>> Open(Store store, DecisionLog decisions,
                                                     std::unique_ptr<ReportViewer> viewer,
                                                     const ReviewOptions& options);

  // Safe for several threads.
  ReviewAnswer Handle(const ReviewRequest& request);

 private:
  ReviewService(Store store, DecisionLog log, std::unique_ptr<ReportViewer> viewer,
                const ReviewOptions& options);

  [[nodiscard]] bool MayAsk(const ReviewRequest& request) const;
  Result<Done> Refresh();
  ReviewAnswer Answer(const ReviewRequest& request);
  ReviewAnswer Shell() const;
  Result<std::string> QueueJson(const ReviewRequest& request);
  Result<std::string> ItemJson(const QueueItem& item);
  [[nodiscard]] std::string FacetsJson() const;
  Result<std::string> FindingJson(const std::string& key, const std::string& id);
  Result<std::string> ReportJson(const std::string& key);
  [[nodiscard]] std::string RulesJson() const;
  ReviewAnswer Decide(const ReviewRequest& request, bool undo);
  ReviewAnswer Picture(const std::string& key, int page, bool measure);

  std::mutex one_at_a_time_;  // of all but painting
  Store store_;
  DecisionLog log_;
  std::unique_ptr<ReportViewer> viewer_;
  PictureCache pictures_;
  ReviewOptions options_;
  Queue queue_;
  std::vector<Decision> all_;
  DecisionIndex decisions_;
  int64_t corpus_seen_ = -1;     // SQLite's data_version: changes when another process writes
  int64_t decisions_seen_ = -1;  // likewise
};

}  // namespace crossfoot
