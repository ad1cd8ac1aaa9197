// SPDX-License-Identifier: GPL-3.0-or-later
// The list of reports: filter, sort, look at the whole.
import { h, replace } from './dom.js';
import { lang, pick, say } from './words.js';
import { bars, heat } from './charts.js';
import { factShares, relationShares } from './report_page.js';

const STEP = 200;

// The state of the filters lives in the address, so that a link keeps it.
function readState() {
  return Object.fromEntries(new URLSearchParams(window.location.hash.slice(1)));
}

function keepState(state) {
  const kept = Object.entries(state).filter(([, value]) => value);
  const hash = new URLSearchParams(kept).toString();
  window.history.replaceState(null, '', '#' + hash);
}

function options(reports, key) {
  return [...new Set(reports.map((report) => report[key]))].filter((v) => v !== '' && v !== null).sort();
}

function matches(report, state) {
  if (state.severity === 'error' && report.errors === 0) return false;
  if (state.severity === 'warning' && report.errors + report.warnings === 0) return false;
  if (state.severity && ['consistent', 'inconsistent', 'untested'].includes(state.severity) && report.verdict !== state.severity) return false;
  if (state.rule && !report.rules.includes(state.rule)) return false;
  for (const key of ['year', 'region', 'kind']) if (state[key] && String(report[key]) !== state[key]) return false;
  if (state.search) {
    const text = (report.title + ' ' + report.entity + ' ' + report.region + ' ' + report.path).toLowerCase();
    return state.search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  }
  return true;
}

const SORTS = {
  errors: (a, b) => b.errors - a.errors || b.warnings - a.warnings || a.n - b.n,
  warnings: (a, b) => b.warnings - a.warnings || b.errors - a.errors || a.n - b.n,
  entity: (a, b) => (a.entity || a.title).localeCompare(b.entity || b.title, 'zh') || a.n - b.n,
  year: (a, b) => (b.year || 0) - (a.year || 0) || a.n - b.n,
  region: (a, b) => a.region.localeCompare(b.region, 'zh') || a.n - b.n,
  held: (a, b) => b.held - a.held || a.n - b.n,
};

function total(reports, key) { return reports.reduce((sum, report) => sum + report[key], 0); }

function charts(data, reports, setRule) {
  const cells = new Map();
  for (const report of reports) {
    report.rules.forEach((rule, i) => {
      const key = rule + '/' + (report.year || '');
      const cell = cells.get(key) || [rule, report.year || '', 0];
      cell[2] += report.rule_counts[i];
      cells.set(key, cell);
    });
  }
  return h('section.charts', {},
    relationShares({ held: total(reports, 'held'), rounding: total(reports, 'rounding'), violated: total(reports, 'violated'),
      unevaluated: total(reports, 'unevaluated') }),
    factShares({ confirmed: total(reports, 'confirmed'), disputed: total(reports, 'disputed'), untested: total(reports, 'untested') }),
    cells.size > 0 ? heat(say('by_rule_year'), [...cells.values()], setRule) : null,
    data.gaps.length > 0 ? bars(say('gaps'), data.gaps.map(([name, count]) => [name, count])) : null);
}

// `linkTo(report)`: where its page is.
export function indexView(data, linkTo) {
  const state = { sort: 'errors', ...readState() };
  data.reports.forEach((report, n) => { report.n = n; });
  const body = h('tbody', {});
  const picture = h('div', {});
  const shown = h('p.shown', { role: 'status' });
  const more = h('button.more', { type: 'button' });
  let list = [];
  let upTo = 0;
  const row = (report) => h('tr.' + report.verdict, {},
    h('td.number' + (report.errors ? '.error' : ''), {}, report.errors || ''), h('td.number' + (report.warnings ? '.warning' : ''), {}, report.warnings || ''),
    h('td', {}, h('a', { href: linkTo(report) }, report.title || report.path.split('/').pop())),
    h('td', {}, report.entity), h('td', {}, report.region), h('td.short', {}, report.year || ''),
    h('td.rules', {}, report.rules.slice(0, 6).map((rule) => [h('code', { title: pick(data.rules[rule]) }, rule), ' ']),
      report.rules.length > 6 ? '…' : ''),
    h('td.number', {}, report.held), h('td.short', {}, say(report.verdict)));
  const step = () => {
    body.append(...list.slice(upTo, upTo + STEP).map(row));
    upTo = Math.min(list.length, upTo + STEP);
    more.hidden = upTo >= list.length;
    more.textContent = say('show_more', Math.min(STEP, list.length - upTo));
  };
  more.addEventListener('click', step);
  const update = () => {
    keepState(state);
    list = data.reports.filter((report) => matches(report, state)).sort(SORTS[state.sort] || SORTS.errors);
    upTo = 0;
    replace(body);
    step();
    replace(shown, list.length > 0 ? say('shown', list.length, data.reports.length) : say('no_match'));
    replace(picture, charts(data, list, (rule) => { state.rule = rule; fields.rule.value = rule; update(); }));
    for (const head of heads) head.setAttribute('aria-sort', head.dataset.sort === state.sort ? 'descending' : 'none');
  };
  const fields = {};
  const choose = (key, values) => {
    const select = h('select', { id: 'filter-' + key, name: key, onchange: (event) => { state[key] = event.target.value; update(); } },
      h('option', { value: '' }, say('all')), values.map(([value, label]) => h('option', { value }, label)));
    select.value = state[key] || '';
    fields[key] = select;
    return h('label', {}, h('span', {}, say(key)), select);
  };
  const search = h('input', { type: 'search', id: 'filter-search', value: state.search || '',
    oninput: (event) => { state.search = event.target.value.trim(); update(); } });
  const same = (values) => values.map((value) => [String(value), String(value)]);
  const rules = [...new Set(data.reports.flatMap((report) => report.rules))].sort();
  const filters = h('form.filters', { role: 'search', onsubmit: (event) => event.preventDefault() },
    h('label', {}, h('span', {}, say('search')), search),
    choose('severity', [['error', say('error')], ['warning', say('error') + ' + ' + say('warning')], ['consistent', say('consistent')],
      ['inconsistent', say('inconsistent')], ['untested', say('untested')]]),
    choose('rule', rules.map((rule) => [rule, rule + ' ' + (pick(data.rules[rule]) || '')])),
    choose('year', same(options(data.reports, 'year'))), choose('region', same(options(data.reports, 'region'))),
    choose('kind', same(options(data.reports, 'kind'))));
  const heads = [['errors', 'errors'], ['warnings', 'warnings'], [null, 'title'], ['entity', 'entity'], ['region', 'region'], ['year', 'year'],
    [null, 'rule'], ['held', 'held'], [null, 'status']].map(([sort, key]) => h('th', { scope: 'col', 'data-sort': sort },
    sort ? h('button.link', { type: 'button', onclick: () => { state.sort = sort; update(); } }, say(key)) : say(key)));
  const view = h('main.index', { lang: lang() }, h('h1', {}, say('reports')), filters, shown,
    h('table.list.reports', {}, h('thead', {}, h('tr', {}, heads)), body), more, picture,
    data.failures.length > 0 ? h('section.failures', {}, h('h2', {}, say('failures'), ' ', h('span.count', {}, data.failures.length)),
      h('table.list', {}, h('tbody', {}, data.failures.map((f) => h('tr', {}, h('td', {}, f.path), h('td', {}, h('code', {}, f.code)),
        h('td', {}, f.message)))))) : null,
    data.across.length > 0 ? h('section', {}, h('h2', {}, say('across'), ' ', h('span.count', {}, data.across.length)),
      h('ul.plain', {}, data.across.map((item) => h('li', {}, h('span.badge.' + item.status, {}, say(item.status)), ' ', pick(item.message))))) : null,
    h('footer.made', {}, say('print_note', data.program)));
  update();
  return view;
}
