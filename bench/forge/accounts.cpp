// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/accounts.h"

#include <algorithm>
#include <array>
#include <map>

#include "bench/forge/agency.h"

namespace crossfoot::forge {

namespace {

constexpr int64_t kWan = 1'000'000;  // fen

struct Line {
  const char* code;
  const char* name;
};

struct Trade {
  const char* office;
  std::array<Line, 6> lines;  // 类, 款, then 项; the first 项 is 行政运行
};

// Names and codes of the national list of functional accounts.
const std::array<Trade, 4> kTrades{
    Trade{"水务局",
          {{{"213", "农林水支出"},
            {"21303", "水利"},
            {"2130301", "行政运行"},
            {"2130304", "水利行业业务管理"},
            {"2130306", "水利工程运行与维护"},
            {"2130314", "防汛"}}}},
    Trade{"统计局",
          {{{"201", "一般公共服务支出"},
            {"20105", "统计信息事务"},
            {"2010501", "行政运行"},
            {"2010505", "专项统计业务"},
            {"2010507", "专项普查活动"},
            {"2010508", "统计抽样调查"}}}},
    Trade{"司法局",
          {{{"204", "公共安全支出"},
            {"20406", "司法"},
            {"2040601", "行政运行"},
            {"2040604", "基层司法业务"},
            {"2040605", "普法宣传"},
            {"2040607", "公共法律服务"}}}},
    Trade{"档案局",
          {{{"201", "一般公共服务支出"},
            {"20126", "档案事务"},
            {"2012601", "行政运行"},
            {"2012602", "一般行政管理事务"},
            {"2012604", "档案馆"},
            {"2012699", "其他档案事务支出"}}}},
};

constexpr std::array kShared{
    Line{"208", "社会保障和就业支出"},
    Line{"20805", "行政事业单位养老支出"},
    Line{"2080501", "行政单位离退休"},
    Line{"2080505", "机关事业单位基本养老保险缴费支出"},
    Line{"2080506", "机关事业单位职业年金缴费支出"},
    Line{"210", "卫生健康支出"},
    Line{"21011", "行政事业单位医疗"},
    Line{"2101101", "行政单位医疗"},
    Line{"2101103", "公务员医疗补助"},
    Line{"221", "住房保障支出"},
    Line{"22102", "住房改革支出"},
    Line{"2210201", "住房公积金"},
    Line{"2210203", "购房补贴"},
};

constexpr std::array kEconomic{
    Line{"301", "工资福利支出"},
    Line{"30101", "基本工资"},
    Line{"30102", "津贴补贴"},
    Line{"30103", "奖金"},
    Line{"30108", "机关事业单位基本养老保险缴费"},
    Line{"30113", "住房公积金"},
    Line{"302", "商品和服务支出"},
    Line{"30201", "办公费"},
    Line{"30207", "邮电费"},
    Line{"30211", "差旅费"},
    Line{"30228", "工会经费"},
    Line{"30239", "其他交通费用"},
    Line{"303", "对个人和家庭的补助"},
    Line{"30302", "退休费"},
    Line{"30305", "生活补助"},
};

class AccountsDraft {
 public:
  AccountsDraft(uint64_t seed, bool odd_fen)
      : random_(seed, "accounts"), step_(odd_fen ? 1 : kWan / 100) {}

  Accounts Draw();

 private:
  Ledger& ledger() { return accounts_.ledger; }
  void Money(const std::string& key, int64_t fen) {
    ledger().Set(key, Kind::kMoney, Decimal::FromParts(fen, 2));
  }
  int64_t Amount(int64_t low, int64_t high) {
    return random_.Between(low * kWan / step_, high * kWan / step_) * step_;
  }
  int64_t Share(int64_t of, int64_t low_percent, int64_t high_percent) {
    return of * random_.Between(low_percent * 100, high_percent * 100) / 10000 / step_ * step_;
  }
  int64_t Fen(const std::string& key) {
    return std::stoll(
        (ledger().Value(key) * Decimal(100)).RoundTo(0, Rounding::kToZero).ToString());
  }
  void Chart();
  void Leaves();
  void Trees();
  void Funds();
  void Economic();
  void LastYear();
  void ThreePublic();
  void Units();

  Random random_;
  int64_t step_;
  Accounts accounts_;
};

void AccountsDraft::Chart() {
  const Trade& trade = random_.Pick(kTrades);
  accounts_.year = static_cast<int>(random_.Between(2019, 2024));
  accounts_.place = DrawPlace(&random_);
  accounts_.entity = accounts_.place + trade.office;
  for (const Line& line : trade.lines) {
    accounts_.functional.push_back({line.code, line.name});
  }
  for (const Line& line : kShared) {
    accounts_.functional.push_back({line.code, line.name});
  }
  std::sort(accounts_.functional.begin(), accounts_.functional.end(),
            [](const Account& a, const Account& b) { return a.code < b.code; });
  if (random_.Chance(50)) {
    accounts_.other_leaf = trade.lines[4].code;
  }
}

void AccountsDraft::Leaves() {
  for (const Account& account : accounts_.functional) {
    if (account.code.size() != 7) {
      continue;
    }
    const std::string& c = account.code;
    const bool running = account.name == "行政运行";
    const bool people = c[0] == '2' && (c.substr(0, 3) == "208" || c.substr(0, 3) == "210" ||
                                        c.substr(0, 3) == "221");
    const int64_t basic = running ? Amount(400, 1800) : people ? Amount(12, 160) : 0;
    const int64_t project = running || people ? 0 : Amount(20, 600);
    Money("five.b." + c, basic);
    Money("five.p." + c, project);
    ledger().Derive("five." + c, Kind::kMoney, "five.b." + c + " + five.p." + c);
    const bool other = c == accounts_.other_leaf;
    const int64_t extra = other ? Amount(3, 20) : 0;
    Money("out.b." + c, basic);
    Money("out.p." + c, project + extra);
    ledger().Derive("out." + c, Kind::kMoney, "out.b." + c + " + out.p." + c);
    Money("in.f." + c, basic + project);
    Money("in.o." + c, other ? extra + Amount(0, 5) : 0);
    ledger().Derive("in." + c, Kind::kMoney, "in.f." + c + " + in.o." + c);
  }
}

// 款 from 项, 类 from 款, the whole from 类, in every column; and across the columns.
void AccountsDraft::Trees() {
  for (const std::string column :
       {"five.b", "five.p", "five", "out.b", "out.p", "out", "in.f", "in.o", "in"}) {
    for (const size_t length : {size_t{5}, size_t{3}, size_t{0}}) {
      std::map<std::string, std::string> sums;
      const size_t below = length == 5 ? 7 : length == 3 ? 5 : 3;
      for (const Account& account : accounts_.functional) {
        if (account.code.size() == below) {
          std::string& sum = sums[account.code.substr(0, length)];
          sum += (sum.empty() ? "" : " + ") + column + "." + account.code;
        }
      }
      for (const auto& [code, sum] : sums) {
        ledger().Derive(column + (code.empty() ? "" : "." + code), Kind::kMoney, sum);
      }
    }
  }
  for (const Account& account : accounts_.functional) {
    if (account.code.size() < 7) {
      for (const std::string column : {"five", "out", "in"}) {
        const std::string tail = "." + account.code;
        const std::string a = column == "in" ? ".f" : ".b";
        const std::string b = column == "in" ? ".o" : ".p";
        ledger().Tie(column + tail + " = " + column + a + tail + " + " + column + b + tail);
      }
    }
  }
  ledger().Tie("five = five.b + five.p");
  ledger().Tie("out = out.b + out.p");
  ledger().Tie("in = in.f + in.o");
}

void AccountsDraft::Funds() {
  const int64_t fiscal_carry = random_.Chance(50) ? Amount(1, 60) : 0;
  Money("fbegin", fiscal_carry);
  Money("fend", fiscal_carry);  // fiscal income is spent whole; what was carried stays
  const int64_t other_carry = random_.Chance(50) ? Amount(1, 30) : 0;
  Money("begin", fiscal_carry + other_carry);
  ledger().Derive("end", Kind::kMoney, "begin + in - out");
  ledger().Derive("in.total", Kind::kMoney, "in + begin");
  ledger().Derive("out.total", Kind::kMoney, "out + end");
  ledger().Tie("in.total = out.total");
  ledger().Derive("four.in", Kind::kMoney, "in.f + fbegin");
  ledger().Derive("four.out", Kind::kMoney, "five + fend");
  ledger().Tie("four.in = four.out");
  ledger().Derive("share.in.f", Kind::kRate, "in.f / in");
  ledger().Derive("share.in.o", Kind::kRate, "in.o / in");
  ledger().Derive("share.out.b", Kind::kRate, "out.b / out");
  ledger().Derive("share.out.p", Kind::kRate, "out.p / out");
  ledger().Derive("share.five", Kind::kRate, "five / out");
  for (const Account& account : Classes(accounts_)) {
    ledger().Derive("share.five." + account.code, Kind::kRate, "five." + account.code + " / five");
  }
  ledger().Mistaken("out", "five");
  ledger().Mistaken("five", "out");
  ledger().Mistaken("in", "in.total");
}

void AccountsDraft::Economic() {
  const int64_t whole = Fen("five.b");
  const int64_t goods = Share(whole, 8, 15);
  const int64_t family = Share(whole, 3, 7);
  const std::map<std::string, int64_t> classes{
      {"301", whole - goods - family}, {"302", goods}, {"303", family}};
  for (const Line& line : kEconomic) {
    accounts_.economic.push_back({line.code, line.name});
  }
  for (const auto& [code, amount] : classes) {
    std::vector<std::string> items;
    for (const Line& line : kEconomic) {
      const std::string item = line.code;
      if (item.size() == 5 && item.substr(0, 3) == code) {
        items.push_back("e." + item);
      }
    }
    const std::vector<int64_t> cut = Cut(amount, static_cast<int>(items.size()), step_, &random_);
    std::string sum;
    for (size_t i = 0; i < items.size(); ++i) {
      Money(items[i], cut[i]);
      sum += (i > 0 ? " + " : "") + items[i];
    }
    ledger().Derive("e." + code, Kind::kMoney, sum);
  }
  ledger().Derive("people", Kind::kMoney, "e.301 + e.303");
  ledger().Derive("office", Kind::kMoney, "e.302");
  ledger().Tie("five.b = people + office");
}

void AccountsDraft::LastYear() {
  const auto before = [&](const std::string& key, int64_t low, int64_t high) {
    const int64_t now = Fen(key);
    Money(key + ".last", now + (random_.Chance(55) ? -1 : 1) * (Share(now, low, high) + step_));
    ledger().Change(key, key + ".last", key + ".diff", key + ".growth");
  };
  before("in.total", 2, 15);
  before("four.in", 2, 15);
  before("five", 2, 15);
  // The year's opening budget, item by item.
  std::string sum;
  for (const Account& account : accounts_.functional) {
    if (account.code.size() == 7) {
      const int64_t now = Fen("five." + account.code);
      Money("open." + account.code,
            now + (random_.Chance(60) ? -1 : 1) * (Share(now, 1, 12) + step_));
      ledger().Derive("done." + account.code, Kind::kRate,
                      "five." + account.code + " / open." + account.code);
      sum += (sum.empty() ? "" : " + ") + ("open." + account.code);
    }
  }
  ledger().Derive("open", Kind::kMoney, sum);
  ledger().Derive("done", Kind::kRate, "five / open");
}

void AccountsDraft::ThreePublic() {
  const int64_t run = Amount(2, 30);
  const int64_t host = Amount(1, 8);
  for (const std::string key : {"tp.abroad", "tp.abroad.budget", "tp.buy", "tp.buy.budget"}) {
    Money(key, 0);
  }
  Money("tp.run.budget", run);
  Money("tp.host.budget", host);
  Money("tp.run", Share(run, 60, 99));
  Money("tp.host", Share(host, 30, 95));
  for (const std::string suffix : {"", ".budget"}) {
    ledger().Derive("tp.car" + suffix, Kind::kMoney, "tp.buy" + suffix + " + tp.run" + suffix);
    ledger().Derive("tp" + suffix, Kind::kMoney,
                    "tp.abroad" + suffix + " + tp.car" + suffix + " + tp.host" + suffix);
  }
  ledger().Derive("tp.rate", Kind::kRate, "tp / tp.budget");
  const int64_t now = Fen("tp");
  Money("tp.last", now + (random_.Chance(40) ? -1 : 1) * (Share(now, 3, 20) + step_));
  ledger().Change("tp", "tp.last", "tp.diff", "tp.growth");
  for (const std::string part : {"tp.run", "tp.host"}) {
    ledger().Derive(part + ".share", Kind::kRate, part + " / tp");
    ledger().Derive(part + ".rate", Kind::kRate, part + " / " + part + ".budget");
  }
  ledger().Set("visits", Kind::kCount, random_.Between(3, 60), "批次");
  ledger().Set("visitors", Kind::kCount, random_.Between(80, 600), "人次");
  ledger().Set("cars", Kind::kCount, random_.Between(1, 6), "辆");
}

void AccountsDraft::Units() {
  static constexpr std::array kTails{"（本级）", "服务中心", "信息中心", "执法大队"};
  const auto count = static_cast<size_t>(random_.Between(2, 4));
  for (size_t i = 0; i < count; ++i) {
    accounts_.units.push_back(accounts_.entity + kTails.at(i));
  }
  ledger().Set("units", Kind::kCount, static_cast<int64_t>(count), "个");
}

Accounts AccountsDraft::Draw() {
  Chart();
  Leaves();
  Trees();
  Funds();
  Economic();
  LastYear();
  ThreePublic();
  Units();
  return std::move(accounts_);
}

}  // namespace

Accounts DrawAccounts(uint64_t seed, bool odd_fen) { return AccountsDraft(seed, odd_fen).Draw(); }

std::vector<Account> Classes(const Accounts& accounts) {
  std::vector<Account> classes;
  for (const Account& account : accounts.functional) {
    if (account.code.size() == 3) {
      classes.push_back(account);
    }
  }
  return classes;
}

void Introduce(const Accounts& accounts, Scribe* scribe) {
  scribe->Let("entity", accounts.entity);
  scribe->Let("place", accounts.place);
  for (const Account& account : accounts.functional) {
    scribe->Account(account.code, account.name);
  }
  for (const Account& account : accounts.economic) {
    scribe->Account(account.code, account.name);
  }
}

}  // namespace crossfoot::forge
