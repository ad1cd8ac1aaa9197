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

function start() {
  const root = document.getElementById('app');
  const kind = document.body.dataset.page;
  if (kind === 'review') {
    startReview(root, languageButton);
    return;
  }
  const data = embedded('data');
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
