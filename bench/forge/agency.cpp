// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/agency.h"

#include <algorithm>
#include <array>

namespace crossfoot::forge {

namespace {

constexpr int64_t kWan = 1'000'000;  // fen

struct Trade {
  const char* office;
  const char* superior;
  const char* task;
  const char* classifier;
  std::array<const char*, 4> kinds;
  const char* project;
};

constexpr std::array kTrades{
    Trade{"水旱灾害防御中心",
          "水务局",
          "发布预警信息",
          "条",
          {"蓝色预警", "黄色预警", "橙色预警", "红色预警"},
          "山洪灾害监测设施维护"},
    Trade{"档案馆",
          "文化和旅游局",
          "接待查档",
          "人次",
          {"婚姻档案查阅", "土地档案查阅", "招工档案查阅", "其他档案查阅"},
          "馆藏档案数字化加工"},
    Trade{"公共就业服务中心",
          "人力资源和社会保障局",
          "举办招聘活动",
          "场",
          {"综合招聘会", "专场招聘会", "校园招聘会", "网络招聘会"},
          "就业服务平台运行维护"},
    Trade{"动物疫病预防控制中心",
          "农业农村局",
          "采集检测样品",
          "份",
          {"血清样品", "组织样品", "环境样品", "饲料样品"},
          "重大动物疫病强制免疫"},
    Trade{"市政园林管理所",
          "城市管理局",
          "处置设施隐患",
          "处",
          {"路面破损", "井盖缺失", "照明故障", "绿化缺株"},
          "道路照明设施节能改造"},
    Trade{"图书馆",
          "文化广电体育局",
          "开展阅读推广活动",
          "场",
          {"讲座", "展览", "亲子活动", "流动服务"},
          "公共图书馆免费开放"},
    Trade{"农村公路养护站",
          "交通运输局",
          "完成路面养护",
          "公里",
          {"县道", "乡道", "村道", "专用公路"},
          "农村公路日常养护"},
    Trade{"退役军人服务中心",
          "退役军人事务局",
          "办理服务事项",
          "件",
          {"优抚事项", "安置事项", "帮扶事项", "信访事项"},
          "优抚对象短期疗养"},
};

constexpr std::array kFirst{"青", "霁", "云", "澄", "松", "溪", "岚", "霞", "枫", "苍", "禾", "素"};
constexpr std::array kSecond{"竹", "棠", "砚", "榆", "筠", "桐",
                             "渚", "岫", "荻", "芷", "樨", "圃"};
constexpr std::array kRank{"县", "县", "县", "区", "区", "市"};
constexpr std::array kOffices{"办公室", "财务科",     "业务一科",   "业务二科",  "信息科",
                              "法规科", "综合管理科", "质量监督科", "宣传教育科"};

struct IndicatorDraft {
  const char* group;
  const char* level2;
  const char* name;
  const char* unit;  // "%" for rates
};

constexpr std::array kIndicators{
    IndicatorDraft{"产出指标", "数量指标", "组织业务培训场次", "场"},
    IndicatorDraft{"产出指标", "数量指标", "维护监测设备数量", "台"},
    IndicatorDraft{"产出指标", "数量指标", "现场检查单位数量", "家"},
    IndicatorDraft{"产出指标", "数量指标", "发放宣传资料数量", "份"},
    IndicatorDraft{"产出指标", "质量指标", "项目验收合格率", "%"},
    IndicatorDraft{"产出指标", "质量指标", "设备完好率", "%"},
    IndicatorDraft{"产出指标", "质量指标", "资料归档完整率", "%"},
    IndicatorDraft{"产出指标", "时效指标", "工作任务按期完成率", "%"},
    IndicatorDraft{"效益指标", "社会效益指标", "政策知晓率", "%"},
    IndicatorDraft{"效益指标", "社会效益指标", "惠及群众人数", "人"},
    IndicatorDraft{"效益指标", "可持续影响指标", "设施正常运行率", "%"},
    IndicatorDraft{"满意度指标", "服务对象满意度指标", "服务对象满意度", "%"},
};

class AgencyDraft {
 public:
  AgencyDraft(uint64_t seed, bool odd_fen, Scored scored)
      : random_(seed, "agency"), step_(odd_fen ? 1 : kWan / 100), trade_(random_.Pick(kTrades)) {
    agency_.execution = scored == Scored::kAll ? "exec" : "exec.project";
  }

  Agency Draw();

 private:
  void Money(const std::string& key, int64_t fen) {
    ledger().Set(key, Kind::kMoney, Decimal::FromParts(fen, 2));
  }
  // `low` and `high` in 万元.
  int64_t Amount(int64_t low, int64_t high) {
    return random_.Between(low * kWan / step_, high * kWan / step_) * step_;
  }
  int64_t Share(int64_t of, int low_percent, int high_percent) {
    return of * random_.Between(low_percent * 100L, high_percent * 100L) / 10000 / step_ * step_;
  }
  // `names` with a shared prefix get the pieces of `whole`.
  void Parts(const std::string& total, int64_t whole, const std::vector<std::string>& names) {
    const std::vector<int64_t> pieces = Cut(whole, static_cast<int>(names.size()), step_, &random_);
    std::string sum;
    for (size_t i = 0; i < names.size(); ++i) {
      Money(total + "." + names[i], pieces[i]);
      sum += (i > 0 ? " + " : "") + total + "." + names[i];
    }
    ledger().Derive(total, Kind::kMoney, sum);
  }
  Ledger& ledger() { return agency_.ledger; }

  void Names();
  void Budget();
  void Spending();
  void ThreePublic();
  void People();
  void Assets();
  void Indicators();

  Random random_;
  int64_t step_;
  const Trade& trade_;
  Agency agency_;
};

void AgencyDraft::Names() {
  agency_.year = static_cast<int>(random_.Between(2018, 2024));
  agency_.place = DrawPlace(&random_);
  agency_.entity = agency_.place + trade_.office;
  agency_.superior = agency_.place + trade_.superior;
  agency_.project = trade_.project;
  agency_.task = trade_.task;
  std::vector<std::string> offices(kOffices.begin(), kOffices.end());
  random_.Shuffle(&offices);
  offices.resize(static_cast<size_t>(random_.Between(3, 7)));
  agency_.offices = offices;
  ledger().Set("offices", Kind::kCount, static_cast<int64_t>(offices.size()), "个");
}

void AgencyDraft::Budget() {
  const int64_t opening = Amount(180, 4200);
  Parts("opening", opening, {"basic", "project"});
  const int64_t basic_more = Share(opening, 1, 6);
  const int64_t project_more = Share(opening, 1, 9);
  Money("adjust.basic", basic_more);
  Money("adjust.project", project_more);
  ledger().Derive("adjust", Kind::kMoney, "adjust.basic + adjust.project");
  ledger().Derive("full.basic", Kind::kMoney, "opening.basic + adjust.basic");
  ledger().Derive("full.project", Kind::kMoney, "opening.project + adjust.project");
  ledger().Derive("full", Kind::kMoney, "full.basic + full.project");
  ledger().Tie("full = opening + adjust");
  ledger().Derive("adjust_rate", Kind::kRate, "adjust / opening");
  ledger().Mistaken("full", "opening");
  ledger().Mistaken("opening", "full");
  ledger().Mistaken("full.basic", "opening.basic");
  ledger().Mistaken("full.project", "opening.project");
}

void AgencyDraft::Spending() {
  const auto fen = [&](const std::string& key) {
    const auto text = (ledger().Value(key) * Decimal(100)).RoundTo(0, Rounding::kHalfAway);
    return static_cast<int64_t>(std::stoll(text.ToString()));
  };
  const int64_t basic = Share(fen("full.basic"), 93, 99);
  const int64_t project = Share(fen("full.project"), 70, 99);
  Parts("exp.basic", basic, {"wages", "goods", "family"});
  Parts("exp.project", project, {"a", "b", "c"});
  ledger().Open("exp.project");
  ledger().Derive("exp", Kind::kMoney, "exp.basic + exp.project");
  ledger().Derive("exec", Kind::kRate, "exp / full");
  ledger().Derive("exec.basic", Kind::kRate, "exp.basic / full.basic");
  ledger().Derive("exec.project", Kind::kRate, "exp.project / full.project");
  ledger().Derive("share.basic", Kind::kRate, "exp.basic / exp");
  ledger().Derive("share.project", Kind::kRate, "exp.project / exp");
  ledger().Derive("unspent", Kind::kMoney, "full - exp");
  const int64_t spent = fen("exp");
  const bool up = random_.Chance(60);
  Money("exp.last", spent + (up ? -1 : 1) * Share(spent, 2, 18));
  ledger().Change("exp", "exp.last", "diff", "growth");
  Money("exp.basic.last", basic + (random_.Chance(50) ? -1 : 1) * Share(basic, 2, 12));
  ledger().Derive("exp.project.last", Kind::kMoney, "exp.last - exp.basic.last");
  ledger().Change("exp.basic", "exp.basic.last", "diff.basic", "growth.basic");
  // Income pays for it, with what was carried over.
  Money("carry.begin", Share(spent, 1, 5));
  Money("carry.end", Share(spent, 1, 5));
  Money("income.other", Share(spent, 1, 4));
  Money("income.fiscal", spent + fen("carry.end") - fen("carry.begin") - fen("income.other"));
  ledger().Derive("income", Kind::kMoney, "income.fiscal + income.other");
  ledger().Tie("carry.end = carry.begin + income - exp");
  ledger().Derive("income.total", Kind::kMoney, "income + carry.begin");
  ledger().Tie("income.total = exp + carry.end");
  ledger().Derive("share.fiscal", Kind::kRate, "income.fiscal / income");
  Money("buy.goods", Share(project, 5, 12));
  Money("buy.works", Share(project, 3, 9));
  Money("buy.services", Share(project, 4, 15));
  ledger().Derive("buy", Kind::kMoney, "buy.goods + buy.works + buy.services");
  Money("buy.budget", fen("buy") + Share(fen("buy"), 1, 12) + step_);
  ledger().Derive("buy.rate", Kind::kRate, "buy / buy.budget");
}

void AgencyDraft::ThreePublic() {
  const int64_t budget = random_.Between(6, 60) * kWan / 10 * 5;
  const std::vector<int64_t> cut = Cut(budget, 2, kWan / 10, &random_);
  Money("tp.abroad", 0);
  Money("tp.abroad.budget", 0);
  Money("tp.buy", 0);
  Money("tp.buy.budget", 0);
  Money("tp.run.budget", cut[0]);
  Money("tp.host.budget", cut[1]);
  Money("tp.run", std::max(Share(cut[0], 60, 99), step_));
  Money("tp.host", std::max(Share(cut[1], 40, 98), step_));
  for (const char* tail : {"", ".budget"}) {
    const std::string suffix = tail;
    ledger().Derive("tp.car" + suffix, Kind::kMoney, "tp.buy" + suffix + " + tp.run" + suffix);
    ledger().Derive("tp" + suffix, Kind::kMoney,
                    "tp.abroad" + suffix + " + tp.car" + suffix + " + tp.host" + suffix);
  }
  ledger().Derive("tp.rate", Kind::kRate, "tp / tp.budget");
  ledger().Derive("tp.run.rate", Kind::kRate, "tp.run / tp.run.budget");
  ledger().Derive("tp.host.rate", Kind::kRate, "tp.host / tp.host.budget");
  Money("tp.last", budget + (random_.Chance(30) ? -1 : 1) * (Share(budget, 3, 20) + step_));
  ledger().Change("tp", "tp.last", "tp.diff", "tp.growth");
  ledger().Mistaken("tp", "tp.budget");
  ledger().Mistaken("tp.budget", "tp");
  ledger().Set("visits", Kind::kCount, random_.Between(5, 40), "批次");
  ledger().Set("visitors", Kind::kCount, random_.Between(60, 400), "人次");
  ledger().Set("cars", Kind::kCount, random_.Between(1, 4), "辆");
}

void AgencyDraft::People() {
  const int64_t managers = random_.Between(4, 14);
  const int64_t experts = random_.Between(6, 40);
  const int64_t workers = random_.Between(1, 5);
  ledger().Set("staff.managers", Kind::kCount, managers, "人");
  ledger().Set("staff.experts", Kind::kCount, experts, "人");
  ledger().Set("staff.workers", Kind::kCount, workers, "人");
  ledger().Derive("staff", Kind::kCount, "staff.managers + staff.experts + staff.workers", "人");
  ledger().Set("quota", Kind::kCount, managers + experts + workers + random_.Between(1, 6), "人");
  ledger().Derive("staff.rate", Kind::kRate, "staff / quota");
  ledger().Tie("staff <= quota");
  std::string sum;
  const std::vector<int64_t> counts = Cut(random_.Between(80, 900), 4, 1, &random_);
  for (size_t i = 0; i < counts.size(); ++i) {
    const std::string key = "task." + std::to_string(i);
    ledger().Set(key, Kind::kCount, counts[i], trade_.classifier);
    agency_.tasks.emplace_back(trade_.kinds.at(i));
    sum += (i > 0 ? " + " : "") + key;
  }
  ledger().Derive("task", Kind::kCount, sum, trade_.classifier);
  ledger().Open("task");
}

void AgencyDraft::Assets() {
  const int64_t original = Amount(200, 6000);
  Money("asset", original);
  Money("asset.used", Share(original, 25, 70));
  ledger().Derive("asset.net", Kind::kMoney, "asset - asset.used");
  Money("asset.idle", Share(original, 1, 4));
  ledger().Derive("asset.in_use", Kind::kMoney, "asset - asset.idle");
  ledger().Derive("asset.rate", Kind::kRate, "asset.in_use / asset");
}

void AgencyDraft::Indicators() {
  std::vector<IndicatorDraft> drafts;
  for (const IndicatorDraft& draft : kIndicators) {
    // 时效 and 满意度 stand alone in their groups.
    if (std::string_view(draft.group) == "满意度指标" ||
        std::string_view(draft.level2) == "时效指标" || random_.Chance(80)) {
      drafts.push_back(draft);
    }
  }
  const std::vector<std::string> groups{"产出指标", "效益指标", "满意度指标"};
  const std::vector<std::string> keys{"output", "benefit", "satisfaction"};
  std::vector<int64_t> weights{50, 30, 10};
  std::string total_weight = "exec.weight";
  std::string total_score = "exec.score";
  ledger().Set("exec.weight", Kind::kScore, 10);
  const Decimal exec =
      (ledger().Value(agency_.execution) * Decimal(10)).RoundTo(2, Rounding::kHalfAway);
  ledger().Set("exec.score", Kind::kScore, exec.Normalized());
  ledger().Scored("exec");
  ledger().Tie("exec.score <= exec.weight");
  int number = 0;
  for (size_t g = 0; g < groups.size(); ++g) {
    std::vector<IndicatorDraft> own;
    for (const IndicatorDraft& draft : drafts) {
      if (draft.group == groups[g]) {
        own.push_back(draft);
      }
    }
    if (own.empty()) {
      own.push_back({"效益指标", "社会效益指标", "政策知晓率", "%"});
    }
    const std::vector<int64_t> cut = Cut(weights[g], static_cast<int>(own.size()), 1, &random_);
    std::string weight_sum;
    std::string score_sum;
    for (size_t i = 0; i < own.size(); ++i) {
      Indicator one;
      one.group = own[i].group;
      one.level2 = own[i].level2;
      one.name = own[i].name;
      one.sign = "≥";
      one.key = "i" + std::to_string(number++);
      if (std::string_view(own[i].unit) == "%") {
        const int64_t target = random_.Between(17, 19) * 5;
        ledger().Set(one.key + ".target", Kind::kRate, Decimal::FromParts(target, 2));
        ledger().Set(one.key + ".actual", Kind::kRate,
                     Decimal::FromParts(random_.Between(target * 10, 1000), 3));
      } else {
        const int64_t target = random_.Between(2, 60) * 2;
        ledger().Set(one.key + ".target", Kind::kCount, target, own[i].unit);
        ledger().Set(one.key + ".actual", Kind::kCount, target + random_.Between(0, target / 5),
                     own[i].unit);
      }
      ledger().Derive(one.key + ".rate", Kind::kRate, one.key + ".actual / " + one.key + ".target");
      ledger().Set(one.key + ".weight", Kind::kScore, cut[i]);
      const Decimal lost = random_.Chance(25) && cut[i] > 2 ? Decimal::FromParts(5, 1) : Decimal(0);
      ledger().Set(one.key + ".score", Kind::kScore, (Decimal(cut[i]) - lost).Normalized());
      ledger().Tie(one.key + ".score <= " + one.key + ".weight");
      weight_sum += (i > 0 ? " + " : "") + one.key + ".weight";
      score_sum += (i > 0 ? " + " : "") + one.key + ".score";
      agency_.indicators.push_back(std::move(one));
    }
    ledger().Derive(keys[g] + ".weight", Kind::kScore, weight_sum);
    ledger().Derive(keys[g] + ".score", Kind::kScore, score_sum);
    total_weight += " + " + keys[g] + ".weight";
    total_score += " + " + keys[g] + ".score";
  }
  ledger().Derive("total.weight", Kind::kScore, total_weight);
  ledger().Derive("total.score", Kind::kScore, total_score);
}

Agency AgencyDraft::Draw() {
  Names();
  Budget();
  Spending();
  ThreePublic();
  People();
  Assets();
  Indicators();
  return std::move(agency_);
}

}  // namespace

std::string DrawPlace(Random* random) {
  const std::string first = random->Pick(kFirst);
  const std::string second = random->Pick(kSecond);
  return first + second + random->Pick(kRank);
}

std::vector<int64_t> Cut(int64_t whole, int parts, int64_t step, Random* random) {
  const int64_t units = whole / step;
  std::vector<int64_t> weights;
  int64_t sum = 0;
  for (int i = 0; i < parts; ++i) {
    weights.push_back(random->Between(8, 100));
    sum += weights.back();
  }
  std::vector<int64_t> pieces;
  int64_t left = units;
  for (int i = 0; i < parts; ++i) {
    const bool last = i + 1 == parts;
    int64_t piece = last ? left : units * weights[static_cast<size_t>(i)] / sum;
    if (!last && piece == 0) {
      piece = 1;
    }
    left -= piece;
    pieces.push_back(piece * step + (last ? whole % step : 0));
  }
  return pieces;
}

Agency DrawAgency(uint64_t seed, bool odd_fen, Scored scored) {
  return AgencyDraft(seed, odd_fen, scored).Draw();
}

}  // namespace crossfoot::forge
