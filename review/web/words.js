// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages say, in both languages.

const WORDS = {
  reports: ['报告', 'Reports'], report: ['报告', 'Report'], queue: ['待看', 'Queue'], precision: ['规则准确率', 'Precision by rule'],
  findings: ['发现', 'Findings'], relations: ['勾稽关系', 'Relations'], tables: ['表格', 'Tables'], facts: ['事实', 'Facts'],
  not_checked: ['未核对', 'Not checked'], outline: ['目录', 'Outline'], failures: ['未能读取', 'Could not be read'],
  error: ['错误', 'error'], warning: ['警告', 'warning'], info: ['提示', 'info'], errors: ['错误', 'Errors'], warnings: ['警告', 'Warnings'],
  consistent: ['一致', 'consistent'], inconsistent: ['不一致', 'inconsistent'], untested: ['未能核对', 'untested'],
  held: ['通过', 'held'], rounding: ['尾差', 'rounding'], violated: ['不符', 'violated'], unevaluated: ['无法核对', 'not evaluated'],
  confirmed: ['已印证', 'confirmed'], disputed: ['存疑', 'disputed'], untested_fact: ['未涉及', 'untested'],
  rounded: ['四舍五入', 'rounded'], truncated: ['截断', 'truncated'], nudged: ['凑平', 'nudged'],
  severity: ['级别', 'Severity'], rule: ['规则', 'Rule'], year: ['年度', 'Year'], region: ['地区', 'Region'], entity: ['单位', 'Entity'],
  kind: ['类型', 'Kind'], title: ['标题', 'Title'], all: ['全部', 'All'], search: ['查找', 'Search'], sort: ['排序', 'Sort'],
  page: ['第 {} 页', 'page {}'], line: ['第 {} 行', 'line {}'], stated: ['填报', 'stated'], computed: ['算得', 'computed'],
  difference: ['差额', 'difference'], arithmetic: ['算式', 'Arithmetic'], places: ['原文', 'Places'], why: ['依据', 'Why'],
  probably: ['可能的更正', 'Likely correction'], confidence: ['把握', 'Confidence'], note: ['备注', 'Note'], value: ['数值', 'Value'],
  subject: ['事项', 'Subject'], period: ['时间', 'Period'], status: ['状态', 'Status'], quote: ['原文', 'As printed'], unit: ['单位', 'Unit'],
  reason: ['原因', 'Reason'], count: ['条数', 'Count'], message: ['说明', 'Message'], file: ['文件', 'File'],
  shown: ['显示 {} / {}', '{} of {} shown'], nothing_found: ['没有发现不一致之处。', 'Nothing that does not add up was found.'],
  nothing_tested: ['本报告没有可以核对的内容；下面说明原因。', 'Nothing in this report could be tested; the reasons stand below.'],
  no_match: ['没有符合条件的条目。', 'Nothing matches.'], no_picture: ['这一页没有图像', 'No picture of this page'],
  loading: ['载入中…', 'Loading…'], marked_pdf: ['标注后的 PDF', 'Marked PDF'], json: ['JSON', 'JSON'], language: ['English', '中文'],
  by_rule_year: ['发现（按规则与年度）', 'Findings by rule and year'], gaps: ['尾差有多大（末位单位）', 'Rounding gaps, in units of the last digit'],
  coverage: ['核对覆盖', 'Coverage'], of_facts: ['事实', 'Facts'], of_relations: ['勾稽关系', 'Relations'], no_year: ['无年度', 'no year'],
  all_findings: ['全部', 'all'], table_n: ['表 {}', 'Table {}'], show_more: ['再显示 {} 条', 'Show {} more'],
  is_error: ['是错误', 'Error'], not_error: ['不是错误', 'Not an error'], ask_author: ['问作者', 'Ask the author'], later: ['以后再看', 'Later'],
  open: ['未定', 'Undecided'], undecided: ['未定', 'Undecided'], undo: ['撤销', 'Undo'], save_note: ['保存备注', 'Save note'],
  misread: ['读错了原文', 'The page was misread'], not_meant: ['这些数本不相关', 'The figures are not meant to agree'],
  explained: ['报告另有说明', 'The report explains it elsewhere'], immaterial: ['微小，不计', 'Too small to matter'], other: ['其他', 'Other'],
  why_not: ['为什么不是错误？', 'Why is it not an error?'], decided: ['已定', 'Decided'], state: ['处理', 'Decision'], who: ['何人', 'Who'],
  history: ['经过', 'History'], differ: ['意见不同', 'People differ'], saved: ['已保存：{}', 'Saved: {}'], undone: ['已撤销', 'Undone'],
  failed: ['未能保存：{}', 'Not saved: {}'], keys: ['键盘', 'Keys'], next: ['下一条', 'Next'], previous: ['上一条', 'Previous'],
  open_report: ['整份报告', 'Whole report'], cancel: ['取消', 'Cancel'], help: ['帮助', 'Help'], done_all: ['都看完了。', 'All done.'],
  precision_share: ['准确率', 'Precision'], same_report: ['同一报告的其他发现', 'Other findings of this report'],
  across: ['与其他报告', 'Across reports'], print_note: ['由 crossfoot {} 生成', 'Made by crossfoot {}'], sum_of: ['各项之和', 'sum of parts'],
  filter: ['筛选', 'Filter'], decisions: ['处理情况', 'Decisions'], place_missing: ['（不在本页）', '(elsewhere)'],
};

function initial() {
  try {
    const kept = window.localStorage.getItem('crossfoot-lang');
    if (kept === 'zh' || kept === 'en') return kept;
  } catch { /* a page from a file may have no storage */ }
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
}

let language = initial();
document.documentElement.lang = language;

export function lang() { return language; }

export function setLanguage(to) {
  language = to;
  document.documentElement.lang = to;
  try { window.localStorage.setItem('crossfoot-lang', to); } catch { /* it is kept for this page only */ }
}

// say('shown', 3, 10)
export function say(key, ...values) {
  const pair = WORDS[key];
  let text = pair ? pair[language === 'zh' ? 0 : 1] : key;
  for (const value of values) text = text.replace('{}', () => String(value));
  return text;
}

// Of a {zh, en} from the program.
export function pick(text) { return text ? text[language] || '' : ''; }
