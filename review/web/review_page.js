// SPDX-License-Identifier: GPL-3.0-or-later
// Review: a queue of findings, one of them large with both its places, decided from the keyboard.
import { embedded, h, replace } from './dom.js';
import { lang, pick, say } from './words.js';
import { findingBody, findingTags, headline } from './finding.js';
import { lightUp, linesAround, pagePicture, textLines } from './pages.js';
import { indexView } from './index_page.js';
import { reportView } from './report_page.js';

const DECISIONS = [['error', 'is_error'], ['not_error', 'not_error'], ['ask_author', 'ask_author'], ['later', 'later']];
const REASONS = ['misread', 'not_meant', 'explained', 'immaterial', 'other'];
const BATCH = 200;

const settings = embedded('settings');
const pictures = new Map(); // address → promise

async function get(address) {
  const answer = await fetch(address, { credentials: 'same-origin' });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error || answer.statusText);
  return body;
}

async function post(address, body) {
  const answer = await fetch(address, { method: 'POST', credentials: 'same-origin',
    headers: { 'X-Crossfoot-Token': settings.token }, body: new URLSearchParams(body) });
  const text = await answer.json();
  if (!answer.ok) throw new Error(text.error || answer.statusText);
  return text;
}

function pictureOf(source) {
  return (page) => {
    const address = '/picture/' + source + '/' + page;
    if (!pictures.has(address)) pictures.set(address, get(address + '.json').then((size) => ({ ...size, src: address + '.png' })));
    return pictures.get(address);
  };
}

function decisionLabel(word) {
  const known = DECISIONS.find(([key]) => key === word);
  return say(known ? known[1] : 'open');
}

function decisionBadge(decision) {
  if (!decision) return null;
  return h('span.badge.decision.' + decision.decision, {}, decisionLabel(decision.decision) + (decision.reason ? ' · ' + say(decision.reason) : ''));
}

// ---- the queue and one finding -------------------------------------------------------------

class Review {
  constructor(root) {
    this.root = root;
    this.state = { state: 'undecided', ...Object.fromEntries(new URLSearchParams(window.location.search)) };
    this.items = [];
    this.at = 0;
    this.total = 0;
    this.list = h('ol.queue', { 'aria-label': say('queue') });
    this.detail = h('section.detail', { 'aria-live': 'off' });
    this.places = h('section.viewer.places', { 'aria-label': say('places') });
    this.status = h('p.status', { role: 'status', 'aria-live': 'polite' });
    this.more = h('button.more', { type: 'button', onclick: () => this.load(false) });
    this.cache = new Map();
    this.asking = null; // the reasons that are asked for
  }

  async start() {
    this.filters = h('form.filters', { onsubmit: (event) => event.preventDefault() });
    replace(this.root, h('main.review', {}, h('aside', {}, this.filters, h('p.shown', {}), this.list, this.more), this.detail, this.places), this.status);
    document.addEventListener('keydown', this.onKey = (event) => this.key(event));
    this.facets = await get('/facets.json');
    this.drawFilters();
    await this.load(true, this.state.finding);
  }

  stop() { document.removeEventListener('keydown', this.onKey); }

  drawFilters() {
    const choose = (key, values) => {
      const select = h('select', { id: 'filter-' + key, onchange: (event) => { this.state[key] = event.target.value; this.load(true); event.target.blur(); } },
        values.map(([value, label]) => h('option', { value }, label)));
      select.value = this.state[key] || '';
      return h('label', {}, h('span', {}, say(key)), select);
    };
    const any = (values) => [['', say('all')], ...values.map((v) => [String(v), String(v)])];
    replace(this.filters,
      choose('state', [['undecided', say('undecided')], ['', say('all')], ...DECISIONS.map(([k, w]) => [k, say(w)]), ['differ', say('differ')]]),
      choose('severity', [['', say('all')], ['error', say('error')], ['warning', say('warning')], ['info', say('info')]]),
      choose('rule', any(this.facets.rules)), choose('year', any(this.facets.years)), choose('region', any(this.facets.regions)));
  }

  query() {
    return Object.entries(this.state).filter(([k, v]) => v && k !== 'finding').map(([k, v]) => k + '=' + encodeURIComponent(v)).join('&');
  }

  async load(afresh, wanted) {
    if (afresh) { this.items = []; this.at = 0; }
    const found = await get('/queue.json?' + this.query() + '&from=' + this.items.length + '&count=' + BATCH);
    this.items.push(...found.items);
    this.total = found.total;
    if (wanted) this.at = Math.max(0, this.items.findIndex((item) => item.key === wanted));
    this.drawList();
    await this.open(this.at);
  }

  drawList() {
    replace(this.root.querySelector('.shown'), say('shown', this.items.length, this.total));
    replace(this.list, this.items.map((item, i) => {
      const button = h('button.' + item.severity, { type: 'button', 'aria-current': i === this.at ? 'true' : null, onclick: () => this.open(i) },
        h('span.row', {}, findingTags(item), h('span.space', {}), decisionBadge(item.decision), item.differ ? h('span.badge.error', {}, say('differ')) : null),
        h('span.head', {}, headline(item)), h('span.of', {}, [item.entity || item.title, item.year].filter(Boolean).join(' · ')));
      return h('li', {}, button);
    }), this.items.length === 0 ? h('p.quiet', {}, say(this.state.state === 'undecided' ? 'done_all' : 'no_match')) : null);
    this.more.hidden = this.items.length >= this.total;
    this.more.textContent = say('show_more', Math.min(BATCH, this.total - this.items.length));
  }

  fetchFinding(i) {
    const item = this.items[i];
    if (!item) return null;
    if (!this.cache.has(item.key)) this.cache.set(item.key, get('/finding/' + item.key + '.json'));
    return this.cache.get(item.key);
  }

  async open(i) {
    this.asking = null;
    if (this.items.length === 0) {
      replace(this.detail);
      replace(this.places);
      return;
    }
    this.at = Math.min(Math.max(i, 0), this.items.length - 1);
    const buttons = this.list.querySelectorAll('li > button');
    buttons.forEach((b, n) => { if (n === this.at) b.setAttribute('aria-current', 'true'); else b.removeAttribute('aria-current'); });
    if (buttons[this.at]) buttons[this.at].scrollIntoView({ block: 'nearest' });
    const wanted = this.at;
    const item = this.items[wanted];
    window.history.replaceState(null, '', '/?' + this.query() + '&finding=' + encodeURIComponent(item.key));
    try {
      const data = await this.fetchFinding(wanted);
      if (wanted !== this.at) return;
      this.draw(item, data);
    } catch (problem) {
      this.cache.delete(item.key);
      replace(this.detail, h('p.quiet', {}, String(problem.message)));
    }
    // The next one is fetched while this one is looked at.
    const next = this.fetchFinding(this.at + 1);
    if (next) {
      next.then((data) => {
        if (data.text) return;
        for (const page of new Set(data.finding.evidence.map((p) => p.page).filter(Boolean))) {
          pictureOf(data.report.key)(page).then((size) => { new Image().src = size.src; }).catch(() => {});
        }
      }).catch(() => {});
    }
  }

  draw(item, data) {
    const finding = data.finding;
    const pieces = finding.evidence.map((piece, i) => ({ ...piece, index: i, severity: finding.severity }));
    const onPick = (piece) => lightUp(this.places, piece.index);
    const show = (piece) => {
      const e = finding.evidence.indexOf(piece);
      if (e >= 0 && lightUp(this.places, e)) return;
      if (piece.page && !data.text) {
        const extra = { ...piece, index: 'x', severity: 'chosen' };
        const figure = pagePicture(piece.page, [extra], pictureOf(data.report.key), null);
        this.places.append(figure);
        figure.ready.then(() => lightUp(this.places, 'x'));
      }
    };
    if (data.text) {
      replace(this.places, textLines(linesAround(data.text, pieces.filter((p) => p.line)), pieces, onPick));
    } else {
      const pages = [...new Set(pieces.filter((p) => p.page).map((p) => p.page))];
      const figures = pages.map((page) => pagePicture(page, pieces.filter((p) => p.page === page), pictureOf(data.report.key), onPick));
      figures.forEach((figure) => figure.classList.toggle('half', figures.length > 1));
      replace(this.places, figures);
      // Each page shows its own place.
      figures.forEach((figure) => figure.ready.then(() => {
        const sheet = figure.querySelector('.sheet');
        const box = figure.querySelector('.box');
        if (sheet && box) sheet.scrollTop = Math.max(0, box.offsetTop - sheet.clientHeight / 2);
      }));
    }
    this.note = h('textarea', { id: 'note', rows: 2, value: '' });
    this.note.value = data.decision ? data.decision.note : '';
    const others = data.others.filter((other) => other.id !== finding.id);
    replace(this.detail,
      h('header', {}, findingTags(finding), ' ', h('span', { id: 'decision' }, decisionBadge(data.decision))),
      h('h1', {}, headline(finding)),
      h('p.identity', {}, h('a', { href: '/report/' + data.report.key }, data.report.title || data.report.path.split('/').pop()), ' ',
        h('span.quiet', {}, [data.report.entity, data.report.year].filter(Boolean).join(' · '))),
      h('div.finding.' + finding.severity, {}, findingBody(finding, data.relations, show)),
      h('div.decide', { role: 'group', 'aria-label': say('state') },
        DECISIONS.map(([word, label], n) => h('button.choice.' + word, { type: 'button', 'data-decision': word,
          'aria-pressed': data.decision && data.decision.decision === word ? 'true' : 'false', onclick: () => this.decide(word) },
        h('kbd', {}, n + 1), say(label)))),
      this.reasons = h('div.reasons', { hidden: true, role: 'group', 'aria-label': say('why_not') }),
      h('label.note', { for: 'note' }, h('span', {}, say('note'), ' ', h('kbd', {}, 'n')), this.note),
      h('div.tools', {}, h('button.more', { type: 'button', onclick: () => this.saveNote() }, say('save_note')),
        h('button.more', { type: 'button', onclick: () => this.undo() }, h('kbd', {}, 'u'), say('undo')),
        h('button.more', { type: 'button', onclick: () => this.open(this.at - 1) }, h('kbd', {}, 'k'), say('previous')),
        h('button.more', { type: 'button', onclick: () => this.open(this.at + 1) }, h('kbd', {}, 'j'), say('next'))),
      data.history.length > 0 ? h('section.history', {}, h('h2', {}, say('history'), data.differ ? h('span.badge.error', {}, say('differ')) : null),
        h('ul.plain', {}, data.history.map((d) => h('li', {}, new Date(d.decided * 1000).toISOString().slice(0, 16).replace('T', ' ') + ' ' + d.who + ' ',
          d.decision === 'open' ? say('open') : decisionBadge(d), d.note ? ' “' + d.note + '”' : '')))) : null,
      others.length > 0 ? h('section', {}, h('h2', {}, say('same_report'), ' ', h('span.count', {}, others.length)), h('ul.plain', {}, others.map((other) =>
        h('li', {}, h('a', { href: '/?state=&finding=' + encodeURIComponent(data.report.key + '/' + other.id) }, headline(other)), ' ',
          decisionBadge(other.decision))))) : null);
  }

  tell(text) { replace(this.status, text); }

  async send(address, body, done) {
    const item = this.items[this.at];
    try {
      const answer = await post(address, { key: item.key, ...body });
      item.decision = answer.decision;
      item.differ = answer.differ;
      this.cache.delete(item.key);
      this.drawList();
      done(answer);
    } catch (problem) {
      this.tell(say('failed', problem.message));
    }
  }

  decide(word, reason) {
    if (this.items.length === 0) return;
    if (word === 'not_error' && !reason) {
      this.asking = REASONS;
      this.reasons.hidden = false;
      replace(this.reasons, h('p', {}, say('why_not')), REASONS.map((key, n) => h('button.choice', { type: 'button', 'data-reason': key,
        onclick: () => this.decide('not_error', key) }, h('kbd', {}, n + 1), say(key))));
      return;
    }
    this.send('/decide', { decision: word, reason: reason || '', note: this.note ? this.note.value : '' }, () => {
      this.tell(say('saved', decisionLabel(word)));
      this.last = this.items[this.at].key;
      this.open(Math.min(this.at + 1, this.items.length - 1));
    });
  }

  saveNote() {
    const item = this.items[this.at];
    if (!item) return;
    const kept = item.decision || { decision: 'later', reason: '' };
    this.send('/decide', { decision: kept.decision, reason: kept.reason, note: this.note.value }, () => {
      this.tell(say('saved', say('note')));
      this.open(this.at);
    });
  }

  // Takes back the last decision: of the finding that was decided last, where that is known.
  undo() {
    const i = this.last ? this.items.findIndex((item) => item.key === this.last) : this.at;
    if (i < 0) return;
    this.at = i;
    this.last = null;
    this.send('/undo', {}, () => { this.tell(say('undone')); this.open(this.at); });
  }

  key(event) {
    if (event.ctrlKey && event.key === 'Enter' && event.target === this.note) { this.saveNote(); this.note.blur(); return; }
    if (event.key === 'Escape') {
      if (document.activeElement) document.activeElement.blur();
      this.asking = null;
      if (this.reasons) this.reasons.hidden = true;
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const number = Number(event.key);
    if (number >= 1 && this.asking && number <= this.asking.length) this.decide('not_error', this.asking[number - 1]);
    else if (number >= 1 && number <= 4 && !this.asking) this.decide(DECISIONS[number - 1][0]);
    else if (event.key === 'j' || event.key === 'ArrowDown') this.open(this.at + 1);
    else if (event.key === 'k' || event.key === 'ArrowUp') this.open(this.at - 1);
    else if (event.key === 'u') this.undo();
    else if (event.key === 'n' && this.note) this.note.focus();
    else if (event.key === 'o' && this.items[this.at]) window.location.href = '/report/' + this.items[this.at].key.split('/')[0];
    else if (event.key === '/') document.getElementById('filter-rule').focus();
    else return;
    event.preventDefault();
  }
}

// ---- the other pages ------------------------------------------------------------------------

async function rulesPage(root) {
  const data = await get('/rules.json');
  replace(root, h('main', {}, h('h1', {}, say('precision')),
    data.rules.length === 0 ? h('p.quiet', {}, say('nothing_found')) : h('table.list', {},
      h('thead', {}, h('tr', {}, [say('rule'), '', say('findings'), say('is_error'), say('not_error'), say('ask_author'), say('later'),
        say('precision_share'), say('reason')].map((t) => h('th', { scope: 'col' }, t)))),
      h('tbody', {}, data.rules.map((rule) => h('tr', {}, h('td', {}, h('a', { href: '/?state=&rule=' + rule.rule }, rule.rule)), h('td', {}, pick(rule.summary)),
        h('td.number', {}, rule.findings), h('td.number', {}, rule.error || ''), h('td.number', {}, rule.not_error || ''),
        h('td.number', {}, rule.ask_author || ''), h('td.number', {}, rule.later || ''), h('td.number', {}, h('strong', {}, rule.precision)),
        h('td', {}, Object.entries(rule.reasons).map(([key, n]) => say(key) + ' ' + n).join(' · '))))))));
}

async function reportPage(root, key) {
  const data = await get('/report/' + key + '.json');
  const lines = data.text ? data.text.split('\n').map((text, i) => ({ number: i + 1, text: text.replace(/\r$/, '') })) : null;
  replace(root, reportView(data.report, { lines, picture: pictureOf(key) }, (finding) => h('p.decided', {}, decisionBadge(data.decisions[finding.id]), ' ',
    h('a', { href: '/?state=&finding=' + encodeURIComponent(key + '/' + finding.id) }, say('state')))));
}

export function startReview(root, languageButton) {
  const content = h('div', {});
  let review = null;
  const draw = async () => {
    const path = window.location.pathname;
    const link = (to, key) => h('a', { href: to, 'aria-current': path === to ? 'page' : null }, say(key));
    const bar = h('nav.bar', {}, h('span.brand', {}, 'crossfoot'), link('/', 'queue'), link('/reports', 'reports'), link('/rules', 'precision'),
      h('span.space', {}), path === '/' ? h('span.keys', {}, 'j k · 1 2 3 4 · n · u · o · /') : null, languageButton(draw));
    replace(root, bar, content);
    if (review) review.stop();
    review = null;
    document.title = 'crossfoot · ' + say(path === '/reports' ? 'reports' : path === '/rules' ? 'precision' : 'queue');
    try {
      if (path === '/reports') replace(content, indexView(await get('/reports.json'), (report) => '/report/' + report.key));
      else if (path === '/rules') await rulesPage(content);
      else if (path.startsWith('/report/')) await reportPage(content, path.slice('/report/'.length));
      else { review = new Review(content); await review.start(); }
    } catch (problem) {
      replace(content, h('main', {}, h('p.quiet', { lang: lang() }, String(problem.message))));
    }
  };
  draw();
}
