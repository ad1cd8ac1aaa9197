// SPDX-License-Identifier: GPL-3.0-or-later
// A report: its findings beside its pages, then everything that was read and tested.
import { h, replace } from './dom.js';
import { lang, pick, say } from './words.js';
import { findingBody, findingTags, headline, whereText } from './finding.js';
import { lightUp, linesAround, pagePicture, pictureClip, textLines } from './pages.js';
import { drawSum } from './sums.js';
import { shares } from './charts.js';

const MOST_LINES = 4000; // of a text shown whole
const STEP = 200;        // of a long list shown at a time

// Each piece of evidence with a number of its own and its finding's severity.
export function numberedEvidence(findings) {
  const pieces = [];
  findings.forEach((finding, f) => finding.evidence.forEach((piece, e) =>
    pieces.push({ ...piece, index: f + '.' + e, finding: f, severity: finding.severity })));
  return pieces;
}

export function relationShares(counts) {
  return shares(say('of_relations'), ['held', 'rounding', 'violated', 'unevaluated'].map((k) => [say(k), counts[k], k]));
}

export function factShares(counts) {
  return shares(say('of_facts'), [[say('confirmed'), counts.confirmed, 'held'], [say('disputed'), counts.disputed, 'violated'],
    [say('untested_fact'), counts.untested, 'unevaluated']]);
}

// A long list, some at a time.
function inSteps(items, draw, container, add) {
  let shown = 0;
  const more = h('button.more', { type: 'button', onclick: () => step() });
  const step = () => {
    add(items.slice(shown, shown + STEP).map(draw));
    shown = Math.min(items.length, shown + STEP);
    more.textContent = say('show_more', Math.min(STEP, items.length - shown));
    more.hidden = shown >= items.length;
  };
  step();
  return h('div', {}, container, more);
}

function section(id, title, count, body, open) {
  const content = h('div.content', {});
  let made = false;
  const make = () => {
    if (!made) replace(content, body());
    made = true;
  };
  const node = h('details.part', { id, open }, h('summary', {}, h('h2', {}, title, ' ', h('span.count', {}, count))), content);
  node.addEventListener('toggle', make);
  if (open) make();
  return node;
}

function relationsBody(relations, show) {
  const order = ['violated', 'rounding', 'unevaluated', 'held'];
  return order.map((status) => {
    const some = relations.filter((relation) => relation.status === status);
    if (some.length === 0) return null;
    const grid = h('div.sums', {});
    return h('section', {}, h('h3', {}, say(status), ' ', h('span.count', {}, some.length)),
      inSteps(some, (relation) => drawSum(relation, show), grid, (nodes) => grid.append(...nodes)));
  });
}

function tableBody(table, n, show) {
  const rows = [];
  for (const [row, , rowspan, colspan, text, status] of table.cells) {
    while (rows.length <= row) rows.push([]);
    const kind = ['.untested', '.confirmed', '.disputed'][status] || '';
    rows[row].push(h((row < table.header_rows ? 'th' : 'td') + kind, { rowspan: rowspan > 1 ? rowspan : null,
      colspan: colspan > 1 ? colspan : null }, text));
  }
  const where = whereText(table);
  return h('figure.grid', {}, h('figcaption', {}, table.caption || say('table_n', n + 1), table.unit ? ' · ' + table.unit : '', ' ',
    where ? h('button.link', { type: 'button', onclick: () => show(table) }, where) : null),
  h('div.scroll', {}, h('table', {}, h('tbody', {}, rows.map((cells) => h('tr', {}, cells))))));
}

function factsBody(facts, show) {
  const body = h('tbody', {});
  const table = h('table.list', {}, h('thead', {}, h('tr', {}, ['status', 'subject', 'value', 'unit', 'period', 'places']
    .map((key) => h('th', { scope: 'col' }, say(key))))), body);
  return inSteps(facts, (fact) => h('tr', {}, h('td', {}, h('span.dot.' + fact.status, {}),
    say(fact.status === 'untested' ? 'untested_fact' : fact.status)), h('td', {}, fact.subject), h('td.figure', {}, fact.value), h('td', {}, fact.unit),
  h('td', {}, fact.period), h('td', {}, h('button.link', { type: 'button', onclick: () => show(fact) }, whereText(fact)))),
  table, (nodes) => body.append(...nodes));
}

function plainList(items, draw) { return h('ul.plain', {}, items.map(draw)); }

// `sources`: {picture(page) → promise of {src, width, height} or null, lines: [{number, text}] or null}.
// `extras(finding)`: what else a card shows (a decision).
export function reportView(report, sources, extras) {
  const pieces = numberedEvidence(report.findings);
  const viewer = h('section.viewer', { 'aria-label': say('places') });
  const cards = [];
  const select = (n) => cards.forEach((card, i) => card.classList.toggle('current', i === n));
  const onPick = (piece) => {
    if (piece.finding === undefined) return;
    select(piece.finding);
    cards[piece.finding].scrollIntoView({ block: 'nearest' });
    lightUp(viewer, piece.index);
  };
  const extraPages = new Map();
  const show = (place) => {
    if (place.index !== undefined && lightUp(viewer, place.index)) return;
    const index = 'x' + (place.page || 0) + '/' + (place.line || 0) + '/' + (place.bbox || []).join(',');
    if (lightUp(viewer, index)) return;
    if (place.page) {
      // A page without findings, or a place that no finding points at: the page is put in its order.
      const mark = { ...place, index, severity: 'chosen' };
      const known = extraPages.get(place.page) || [];
      extraPages.set(place.page, [...known, mark]);
      const fresh = pagePicture(place.page, [...pieces.filter((p) => p.page === place.page), ...extraPages.get(place.page)],
        sources.picture, onPick);
      const figures = [...viewer.querySelectorAll('figure.page')];
      const old = figures.find((f) => Number(f.dataset.page) === place.page);
      if (old) old.replaceWith(fresh);
      else viewer.insertBefore(fresh, figures.find((f) => Number(f.dataset.page) > place.page) || null);
      fresh.ready.then(() => lightUp(viewer, index) || fresh.scrollIntoView({ block: 'start' }));
    } else if (place.line) {
      const row = viewer.querySelector('[data-line="' + place.line + '"]');
      for (const node of viewer.querySelectorAll('.lit')) node.classList.remove('lit');
      if (row) { row.classList.add('lit'); row.scrollIntoView({ block: 'center' }); }
    }
  };
  if (sources.lines) {
    const lines = sources.lines.length > MOST_LINES ? linesAround(sources.lines, pieces.filter((p) => p.line)) : sources.lines;
    viewer.append(textLines(lines, pieces, onPick));
  } else {
    const pages = [...new Set(pieces.filter((p) => p.page).map((p) => p.page))].sort((a, b) => a - b);
    viewer.append(...pages.map((page) => pagePicture(page, pieces.filter((p) => p.page === page), sources.picture, onPick)));
  }
  report.findings.forEach((finding, n) => {
    const own = (piece, e) => {
      select(n);
      show(e === undefined || !finding.evidence[e] || finding.evidence[e] !== piece ? piece : { ...piece, index: n + '.' + e });
    };
    const card = h('article.finding.' + finding.severity, { id: 'f-' + finding.id, tabindex: 0, 'data-finding': finding.id },
      h('header', {}, findingTags(finding)), h('h3', {}, headline(finding)), findingBody(finding, report.relations, own),
      extras ? extras(finding) : null);
    const first = () => {
      select(n);
      if (finding.evidence.length > 0) show({ ...finding.evidence[0], index: n + '.0' });
    };
    card.addEventListener('click', (event) => { if (!event.target.closest('button, a, textarea')) first(); });
    card.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.target === card) first(); });
    cards.push(card);
  });
  const identity = report.document;
  const quiet = report.verdict === 'untested' ? 'nothing_tested' : 'nothing_found';
  return h('main.report', {},
    h('header.top', {}, h('h1', {}, identity.title || report.source.path.split('/').pop()),
      h('p.identity', {}, h('span.badge.' + report.verdict, {}, say(report.verdict)), ' ',
        [identity.entity, identity.region, identity.kind, identity.year].filter(Boolean).join(' · ')),
      h('p.path', {}, report.source.path),
      h('div.charts', {}, relationShares(report.summary.relations), factShares(report.summary))),
    h('div.columns', {},
      h('section.findings', { 'aria-label': say('findings') }, h('h2', {}, say('findings'), ' ', h('span.count', {}, cards.length)),
        cards.length > 0 ? cards : h('p.quiet', {}, say(quiet))),
      viewer),
    section('relations', say('relations'), report.relations.length, () => relationsBody(report.relations, show), false),
    section('tables', say('tables'), report.tables.length, () => report.tables.map((table, n) => tableBody(table, n, show)), false),
    section('facts', say('facts'), report.facts.length, () => factsBody(report.facts, show), false),
    section('outline', say('outline'), report.outline.length, () => plainList(report.outline, (part) =>
      h('li', { style: { 'padding-left': (part.level - 1) * 1.4 + 'em' } }, part.number + part.title)), false),
    section('not-checked', say('not_checked'), report.coverage.length + report.notes.length, () => [
      plainList(report.coverage, (item) => h('li', {}, h('code', {}, item.rule), ' ' + pick(item.reason) + ' (' + item.count + ')')),
      plainList(report.notes, (note) => h('li', {}, whereText(note) + ' ' + note.message,
        note.kind === 'doubtful_reading' ? pictureClip(note, sources.picture) : null))],
    report.verdict === 'untested'),
    h('footer.made', { lang: lang() }, say('print_note', report.versions.program), ' · ' + report.source.sha256));
}
