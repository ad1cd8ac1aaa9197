// SPDX-License-Identifier: GPL-3.0-or-later
// Which page this is, and its frame: name, language, navigation.
import { embedded, h, replace } from './dom.js';
import { lang, say, setLanguage } from './words.js';
import { indexView } from './index_page.js';
import { reportView } from './report_page.js';
import { startReview } from './review_page.js';

function languageButton(redraw) {
  return h('button.language', { type: 'button', onclick: () => { setLanguage(lang() === 'zh' ? 'en' : 'zh'); redraw(); } }, say('language'));
}

function staticSources(extra) {
  const lines = extra.text === null || extra.text === undefined ? null
    : extra.text.split('\n').map((text, i) => ({ number: i + 1, text: text.replace(/\r$/, '') }));
  return {
    lines,
    picture: (page) => (extra.pictures && extra.pictures[page] ? extra.pictures[page] : null),
  };
}

// The reports of one check in one file; the address says which is shown.
function startCheck(root, data) {
  const draw = () => {
    const at = Math.min(Math.max(Number(window.location.hash.slice(1)) || 0, 0), Math.max(data.reports.length - 1, 0));
    const shown = data.reports[at];
    const name = (report) => report.document.title || report.source.path.split('/').pop();
    const choice = data.reports.length < 2 ? null : h('select', { 'aria-label': say('reports'),
      onchange: (event) => { window.location.hash = event.target.value; } }, data.reports.map((item, i) =>
      h('option', { value: i, selected: i === at }, name(item.report) + ' (' + item.report.findings.length + ')')));
    const bar = h('nav.bar', {}, h('span.brand', {}, 'crossfoot'), choice, h('span.space', {}), languageButton(draw));
    const failures = data.failures.length === 0 ? null : h('main', {}, h('h2', {}, say('failures')),
      h('ul.plain', {}, data.failures.map((f) => h('li', {}, f.path + ': ' + f.message))));
    replace(root, bar, shown ? reportView(shown.report, staticSources(shown.extra)) : null, failures);
    document.title = (shown ? name(shown.report) + ' · ' : '') + 'crossfoot';
  };
  window.addEventListener('hashchange', draw);
  draw();
}

function start() {
  const root = document.getElementById('app');
  const kind = document.body.dataset.page;
  if (kind === 'review') {
    startReview(root, languageButton);
    return;
  }
  const data = embedded('data');
  if (kind === 'check') {
    startCheck(root, data);
    return;
  }
  const extra = embedded('extra') || {};
  const draw = () => {
    const bar = h('nav.bar', {}, h('a.brand', { href: extra.home || '#' }, 'crossfoot'),
      kind === 'report' && extra.marked ? h('a', { href: extra.marked }, say('marked_pdf')) : null, h('span.space', {}), languageButton(draw));
    replace(root, bar, kind === 'index' ? indexView(data, (report) => 'reports/' + report.key + '.html')
      : reportView(data, staticSources(extra)));
    document.title = kind === 'index' ? 'crossfoot · ' + say('reports') : (data.document.title || data.source.path) + ' · crossfoot';
  };
  draw();
}

start();
