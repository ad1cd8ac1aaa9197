// SPDX-License-Identifier: GPL-3.0-or-later
// A relation drawn as the sum it is: addends under one another, a rule, what follows, what is stated.
import { h } from './dom.js';
import { pick, say } from './words.js';

const ADDITIVE = new Set(['sum', 'difference']);

function sign(term, index, kind) {
  if (term.coefficient.startsWith('-')) return '−';
  if (kind === 'difference' && index > 0) return '−';
  return index === 0 ? '' : '+';
}

function place(term) {
  if (term.page) return say('page', term.page);
  return term.line ? say('line', term.line) : '';
}

function row(kind, mark, name, figure, where, go) {
  const jump = go && where ? h('button.link', { type: 'button', onclick: go }, where) : where;
  return h('tr' + (kind ? '.' + kind : ''), {}, h('td.sign', {}, mark), h('td.name', {}, name), h('td.figure', {}, figure),
    h('td.where', {}, jump));
}

// `show`: called with a place {page, line, bbox} to look at.
export function drawSum(relation, show) {
  // Units are said with each figure only where they are not all the same.
  const mixed = new Set([...relation.terms, relation.total].map((term) => term.unit).filter(Boolean)).size > 1;
  const figure = (term) => term.text + (mixed && term.unit && !term.text.endsWith(term.unit) ? term.unit : '');
  const go = (term) => (show && (term.page || term.line) ? () => show(term) : null);
  const rows = relation.terms.map((term, i) =>
    row('', ADDITIVE.has(relation.kind) ? sign(term, i, relation.kind) : '', term.name || term.role, figure(term), place(term), go(term)));
  if (relation.computed) {
    rows.push(row('computed', '=', say('computed'), relation.computed + relation.unit, '', null));
  }
  if (relation.stated || relation.total.text) {
    const mark = relation.status === 'held' ? '✓' : relation.status === 'rounding' ? '≈' : relation.status === 'violated' ? '✗' : '?';
    rows.push(row('stated.' + relation.status, mark, relation.total.name || say('stated'), relation.total.text ? figure(relation.total) : relation.stated + relation.unit,
      place(relation.total), go(relation.total)));
  }
  const gap = relation.difference && relation.status !== 'held'
    ? h('p.gap.' + relation.status, {}, say('difference') + ' ' + relation.difference + relation.unit,
      relation.rounding && relation.rounding !== 'none' ? ' · ' + say(relation.rounding) : '') : null;
  const additive = ADDITIVE.has(relation.kind);
  return h('div.sum.' + relation.status, {},
    h('p.head', {}, h('span.badge.' + relation.status, {}, say(relation.status)), ' ', h('code', {}, relation.rule), ' ',
      h('span.reason', {}, pick(relation.reason) || relation.unevaluated || '')),
    !additive && relation.expression ? h('p.formula', {}, relation.expression) : null,
    rows.length > 0 ? h('table.addends', {}, h('tbody', {}, rows)) : null, gap,
    relation.status === 'unevaluated' && relation.unevaluated ? h('p.gap', {}, relation.unevaluated) : null);
}
