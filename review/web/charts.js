// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures of numbers, as SVG and tables: where one would rather look than read.
import { h, svg } from './dom.js';
import { say } from './words.js';

// One bar cut into shares: [[label, count, class]].
export function shares(label, parts) {
  const total = parts.reduce((sum, part) => sum + part[1], 0);
  const width = 600;
  let x = 0;
  const bars = [];
  for (const [name, count, kind] of parts) {
    if (count === 0) continue;
    const wide = total > 0 ? width * count / total : 0;
    bars.push(svg('rect', { class: kind, x: x.toFixed(2), y: 0, width: wide.toFixed(2), height: 14 }, svg('title', {}, name + ' ' + count)));
    x += wide;
  }
  return h('div.shares', {}, h('h3', {}, label + ' ' + total),
    svg('svg', { viewBox: '0 0 ' + width + ' 14', preserveAspectRatio: 'none', role: 'img',
      'aria-label': label + ': ' + parts.map((p) => p[0] + ' ' + p[1]).join(', ') }, bars),
    h('ul.legend', {}, parts.map(([name, count, kind]) => h('li', {}, h('i.' + kind, {}), name + ' ' + count))));
}

// Horizontal bars: [[label, count]].
export function bars(label, rows) {
  const most = Math.max(1, ...rows.map((row) => row[1]));
  return h('div.bars', {}, h('h3', {}, label), h('table', {}, h('tbody', {}, rows.map(([name, count]) => h('tr', {},
    h('th', { scope: 'row' }, name),
    h('td', {}, svg('svg', { viewBox: '0 0 200 10', preserveAspectRatio: 'none', 'aria-hidden': true },
      svg('rect', { class: 'bar', x: 0, y: 1, width: (200 * count / most).toFixed(1), height: 8 }))),
    h('td.count', {}, count))))));
}

// Rules down, years across, the count in each field, deeper where there are more: [[rule, year, count]].
export function heat(label, cells, pickRule) {
  const rules = [...new Set(cells.map((c) => c[0]))].sort();
  const years = [...new Set(cells.map((c) => c[1]))].sort();
  const count = new Map(cells.map((c) => [c[0] + '/' + c[1], c[2]]));
  const most = Math.max(1, ...cells.map((c) => c[2]));
  return h('div.heat', {}, h('h3', {}, label), h('table', {},
    h('thead', {}, h('tr', {}, h('th', {}), years.map((year) => h('th', { scope: 'col' }, year || say('no_year'))))),
    h('tbody', {}, rules.map((rule) => h('tr', {},
      h('th', { scope: 'row' }, pickRule ? h('button.link', { type: 'button', onclick: () => pickRule(rule) }, rule) : rule),
      years.map((year) => {
        const n = count.get(rule + '/' + year) || 0;
        return h('td' + (n > 0 ? '.h' + Math.min(5, Math.max(1, Math.ceil(5 * Math.sqrt(n / most)))) : ''), {}, n > 0 ? n : '');
      }))))));
}
