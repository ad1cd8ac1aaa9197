// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/manners/topics.h"

#include <array>

namespace crossfoot::forge {

void Introduce(const Agency& agency, Scribe* scribe) {
  scribe->Let("entity", agency.entity);
  scribe->Let("place", agency.place);
  scribe->Let("superior", agency.superior);
  scribe->Let("project", agency.project);
  scribe->Let("task", agency.task);
}

void TellDuties(const Agency&, Scribe* scribe) {
  scribe->Paragraph(
      "{@entity}[是{@superior}所属的公益一类事业单位|系{@superior}管理的全额拨款事业单位|为{@"
      "superior}下属预算单位]，[主要职责是贯彻执行有关法律法规和方针政策，承担本领域的日常管理和公"
      "共服务工作|主要负责{@place}相关业务的组织实施、技术指导和社会服务]。");
}

void TellOffices(const Agency& agency, Scribe* scribe) {
  std::string list;
  for (size_t i = 0; i < agency.offices.size(); ++i) {
    list += (i > 0 ? "、" : "") + ("{*offices:" + agency.offices[i] + "}");
  }
  switch (scribe->random().Between(0, 3)) {
    case 0:
      scribe->Paragraph("[单位|本单位|我单位]下设{offices}科室，分别是：" + list + "。");
      break;
    case 1: {
      std::string open = list;  // 等 may leave some unsaid
      for (size_t at = open.find("{*"); at != std::string::npos; at = open.find("{*", at)) {
        open.replace(at, 2, "{%");
      }
      scribe->Paragraph("内设" + open + "等{offices}[科室|内设机构]。");
      break;
    }
    case 2:
      scribe->Paragraph("{@entity}[共有内设机构|设有内设机构]{offices}，[分别为|即]" + list + "。");
      break;
    default:
      scribe->Paragraph("机构设置方面，[内设|下设]{offices}[机构|部门]：" + list + "。");
      break;
  }
}

void TellStaff(Scribe* scribe) {
  scribe->Paragraph(
      "[[我单位|单位|中心]核定编制{quota}，{y}年末实有在职人员{staff}，其中：管理人员{staff."
      "managers}，"
      "专业技术人员{staff.experts}，工勤人员{staff.workers}。|"
      "编制数{quota}，截至{y}年12月31日实有在职人员{staff}，包括管理人员{staff.managers}"
      "、专业技术人员"
      "{staff.experts}、工勤人员{staff.workers}，在职人员控制率为{staff.rate}。|"
      "{y}年末，在编在岗{staff}（管理岗位{staff.managers}、专业技术岗位{staff.experts}、工勤岗位"
      "{staff.workers}），编制数为{quota}。在职人员控制率={#staff}/{#quota}×100%={staff.rate}。]");
}

void TellBudget(Scribe* scribe) {
  scribe->Paragraph(
      "[{y}年年初预算安排{opening}，其中：基本支出{opening.basic}，项目支出{opening.project}"
      "。年中调整增"
      "加{adjust}，调整后全年预算数为{full}，预算调整率{adjust_rate}。|"
      "{y}年我单位年初批复预算{opening}，包括基本支出{opening.basic}、项目支出{opening.project}"
      "；年中追"
      "加{adjust}，全年预算数{full}，其中基本支出{full.basic}，项目支出{full.project}。|"
      "{y}年部门预算批复总额{opening}（基本支出{opening.basic}，项目支出{opening.project}"
      "），执行中追加预"
      "算{adjust}，调整预算数为{full}，预算调整率为{adjust_rate}。|"
      "年初预算数{opening}，年中调整数{adjust}，调整后全年预算数{full}，预算调整率{adjust_rate}"
      "。按支出性"
      "质分，全年预算中基本支出{full.basic}、项目支出{full.project}。]");
}

void TellIncome(Scribe* scribe) {
  scribe->Paragraph(
      "[{y}年本年收入合计{income}，其中：财政拨款收入{income.fiscal}，占{share.fiscal}；其他收入"
      "{income.other}。年初结转和结余{carry.begin}，收入总计{income.total}。|"
      "{y}年度收入总计{income.total}，其中本年收入{income}，年初结转和结余{carry.begin}"
      "。本年收入中，财政"
      "拨款收入{income.fiscal}，其他收入{income.other}。|"
      "{y}年取得收入{income}，由财政拨款收入{income.fiscal}和其他收入{income.other}"
      "构成，财政拨款收入占本"
      "年收入的{share.fiscal}。]");
}

void TellSpending(Scribe* scribe) {
  scribe->Paragraph(
      "[{y}年全年实际支出{exp}，预算执行率{exec}。其中：基本支出{exp.basic}，占总支出的{share."
      "basic}；项目"
      "支出{exp.project}，占总支出的{share.project}。与上年支出{exp.last}相比{+diff:增加/减少}，"
      "{+growth:增长/下降}。|"
      "{y}年全年预算数{full}，全年支出{exp}，预算执行率为{exec}，其中：基本支出{exp.basic}"
      "，项目支出"
      "{exp.project}，分别占支出总额的{share.basic}和{share.project}。较上年的{exp.last}{+diff:"
      "增加/减少}，"
      "{^growth:增幅/降幅}{~growth}。|"
      "截至{y}年12月31日，实际支出{exp}（基本支出{exp.basic}、项目支出{exp.project}"
      "），完成全年预算{full}"
      "的{exec}，比上年{+diff:增加/减少}，{+growth:增长/下降}。|"
      "{y}年支出决算{exp}，比上年同期{exp.last}{+diff:增加/减少}，同比{+growth:增长/"
      "下降}。按支出性质分，基"
      "本支出{exp.basic}，占{share.basic}；项目支出{exp.project}，占{share.project}。预算执行率为{"
      "exec}。]");
}

void TellBasicSpending(Scribe* scribe) {
  scribe->Paragraph(
      "[{y}年基本支出{exp.basic}，其中：工资福利支出{exp.basic.wages}、商品和服务支出{exp.basic."
      "goods}、对个"
      "人和家庭的补助{exp.basic.family}。|"
      "{y}年基本支出全年预算{full.basic}，实际支出{exp.basic}，执行率{exec.basic}"
      "。按经济分类：工资福利支出"
      "{exp.basic.wages}，商品和服务支出{exp.basic.goods}，对个人和家庭的补助支出{exp.basic.family}"
      "。|"
      "工资福利支出{exp.basic.wages}、商品和服务支出{exp.basic.goods}、对个人和家庭的补助{exp."
      "basic.family}，合"
      "计{exp.basic}，比上年{+diff.basic:增加/减少}，{+growth.basic:增长/下降}。]");
}

void TellProjectSpending(Scribe* scribe) {
  scribe->Paragraph(
      "[{y}年项目支出年初预算{opening.project}，全年预算{full.project}，全年实际支出{exp.project}"
      "，资金执行率"
      "{exec.project}。其中：{@project}{exp.project.a}，信息系统运行维护{exp.project.b}"
      "，其他专项业务"
      "{exp.project.c}。|"
      "{y}年项目支出{exp.project}，主要包括：{@project}项目{exp.project.a}、信息系统运行维护项目"
      "{exp.project.b}、其他专项业务项目{exp.project.c}，项目支出预算执行率为{exec.project}。]");
}

void TellThreePublic(Scribe* scribe) {
  scribe->Paragraph(
      "[{y}年“三公”经费预算数为{tp.budget}，实际支出{tp}，“三公”经费控制率为{tp.rate}"
      "。其中：公务用车运行维护"
      "费{tp.run}，公务接待费{tp.host}。|"
      "{y}年度“三公”经费支出决算{tp}，完成预算{tp.budget}的{tp.rate}，其中：因公出国（境）费{tp."
      "abroad}；公务用"
      "车购置及运行维护费{tp.car}；公务接待费{tp.host}。与上年{tp.last}相比{+tp.diff:增加/减少}，"
      "{+tp.growth:增长/下降}。|"
      "“三公”经费年初预算{tp.budget}，其中公务用车运行维护费{tp.run.budget}、公务接待费{tp.host."
      "budget}；全年"
      "实际支出{tp}，其中公务用车运行维护费{tp.run}、公务接待费{tp.host}，“三公”经费控制率{tp.rate}"
      "。]");
}

void TellPurchases(Scribe* scribe) {
  scribe->Paragraph(
      "[{y}年政府采购预算{buy.budget}，实际采购{buy}，政府采购执行率为{buy.rate}。|"
      "{y}年政府采购支出总额{buy}，其中：政府采购货物支出{buy.goods}、政府采购工程支出{buy.works}"
      "、政府采购服务"
      "支出{buy.services}。|"
      "政府采购预算数为{buy.budget}，实际采购金额{buy}，包括货物{buy.goods}、工程{buy.works}、服务"
      "{buy.services}，采购执行率{buy.rate}。]");
}

void TellAssets(Scribe* scribe) {
  scribe->Paragraph(
      "[截至{y}年末，固定资产原值{asset}，累计折旧{asset.used}，净值{asset.net}。|"
      "{y}年末固定资产总额{asset}，其中在用固定资产{asset.in_use}，固定资产利用率为{asset.rate}。|"
      "年末固定资产原值{asset}，累计折旧{asset.used}，固定资产净值为{asset.net}；在用固定资产{"
      "asset.in_use}，固"
      "定资产利用率{asset.rate}。]");
}

void TellCarryOver(Scribe* scribe) {
  scribe->Paragraph(
      "[年初结转和结余{carry.begin}，本年收入{income}，本年支出{exp}，年末结转和结余{carry.end}。|"
      "{y}年年末结转和结余资金{carry.end}，年初结转和结余资金为{carry.begin}。]");
}

void TellTasks(const Agency& agency, Scribe* scribe) {
  std::string list;
  for (size_t i = 0; i < agency.tasks.size(); ++i) {
    list += (i > 0 ? "，" : "") + agency.tasks[i] + "{task." + std::to_string(i) + "}";
  }
  scribe->Paragraph("[全年共|{y}年共|全年累计]{@task}{task}，其中：" + list + "。");
}

void TellIndicators(const Agency& agency, Scribe* scribe) {
  const int64_t wording = scribe->random().Between(0, 2);
  std::string level2;
  int group = 0;
  int number = 0;
  static constexpr std::array kCircled{"①", "②", "③", "④", "⑤", "⑥"};
  for (const Indicator& one : agency.indicators) {
    if (one.level2 != level2) {
      level2 = one.level2;
      number = 0;
      scribe->Paragraph(std::to_string(++group) + "." + level2 + "：");
    }
    const std::string mark = kCircled.at(static_cast<size_t>(number++));
    const std::string& k = one.key;
    if (wording == 0) {
      scribe->Paragraph("指标" + mark + "：" + one.name + "，指标值：" + one.sign + "{" + k +
                        ".target}，自评完成值：{" + k + ".actual}，指标完成率{" + k + ".rate}。");
    } else if (wording == 1) {
      scribe->Paragraph(mark + one.name + "：目标值" + one.sign + "{" + k +
                        ".target}，实际完成值{" + k + ".actual}，完成率{" + k + ".rate}。");
    } else {
      scribe->Paragraph(mark + one.name + "年度指标值为" + one.sign + "{" + k +
                        ".target}，实际完成{" + k + ".actual}，分值{" + k + ".weight}，得分{" + k +
                        ".score}。");
    }
  }
}

void TellScores(Scribe* scribe) {
  scribe->Paragraph(
      "[{y}年度部门整体支出绩效自评得分{total.score}。其中：预算执行率{exec.weight}得{exec.score}"
      "，产出指标"
      "{output.weight}得{output.score}，效益指标{benefit.weight}得{benefit.score}，满意度指标"
      "{satisfaction.weight}得{satisfaction.score}。评价结果为“{?total.score}”。|"
      "经自评，{y}年度部门整体支出绩效评价总得分为{total.score}，评价等级为“{?total.score}"
      "”。其中：预算执行率"
      "得{exec.score}，产出指标得{output.score}，效益指标得{benefit.score}，满意度指标得{"
      "satisfaction.score}。|"
      "{@entity}{y}年度部门整体支出绩效自评综合得分{total.score}，等级为“{?total.score}”。]");
}

void TellProblems(Scribe* scribe) {
  scribe->Paragraph(
      "一是[部分项目前期论证不够充分|绩效指标设置不够细化]，[支出进度前慢后快|"
      "资金使用均衡性有待提高]；二是[部分"
      "设施设备老化，维护成本逐年上升|财务人员对绩效管理业务不够熟悉]。");
}

void TellPlans(Scribe* scribe) {
  scribe->Paragraph(
      "[加强项目储备和前期论证，按季度跟踪支出进度|进一步细化预算编制，强化绩效运行监控]，["
      "把绩效结果与下年度预算"
      "安排挂钩|组织业务培训，提高绩效管理水平]。");
}

void DrawExecutionTable(Scribe* scribe) {
  scribe->BeginGrid("[预算执行情况表|部门整体支出情况表]", 1);
  scribe->Row({"项目", "年初预算数", "全年预算数", "全年执行数", "执行率"});
  scribe->Row({"年度资金总额", "{#opening}", "{#full}", "{#exp}", "{exec}"});
  scribe->Row(
      {"其中：基本支出", "{#opening.basic}", "{#full.basic}", "{#exp.basic}", "{exec.basic}"});
  scribe->Row(
      {"项目支出", "{#opening.project}", "{#full.project}", "{#exp.project}", "{exec.project}"});
  scribe->EndGrid();
}

void DrawScoreSheet(const Agency& agency, Scribe* scribe) {
  scribe->BeginGrid("[部门整体支出绩效自评表|部门（单位）整体支出绩效目标自评表]", 1, false);
  scribe->Row({"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"});
  scribe->Row({"预算执行率", "预算执行率", "预算执行率", "100%", "{" + agency.execution + "}",
               "{#exec.weight}", "{#exec.score}"});
  for (const Indicator& one : agency.indicators) {
    const std::string& k = one.key;
    scribe->Row({one.group, one.level2, one.name, one.sign + "{" + k + ".target}",
                 "{" + k + ".actual}", "{#" + k + ".weight}", "{#" + k + ".score}"});
  }
  scribe->Row({"合计", "", "", "", "", "{#total.weight}", "{#total.score}"});
  scribe->EndGrid();
}

}  // namespace crossfoot::forge
