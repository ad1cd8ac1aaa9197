// SPDX-License-Identifier: GPL-3.0-or-later
// The report itself beside its findings: pictures of pages with boxes, or lines of text with marks.
import { h, replace } from './dom.js';
import { say } from './words.js';
import { whereText } from './finding.js';

const CONTEXT = 3; // lines around one that is pointed at

function boxOf(piece, size, index, severity, onPick) {
  const [left, top, right, bottom] = piece.bbox;
  const pad = 1.5; // points, so that a frame does not touch the figure
  const share = (value, whole) => (100 * value / whole).toFixed(3) + '%';
  const node = h('button.box.' + severity, {
    type: 'button', 'data-box': index, title: piece.text, 'aria-label': whereText(piece) + ' ' + piece.text,
    style: { left: share(left - pad, size.width), top: share(top - pad, size.height),
      width: share(right - left + 2 * pad, size.width), height: share(bottom - top + 2 * pad, size.height) },
  });
  if (onPick) node.addEventListener('click', () => onPick(piece));
  return node;
}

// One page. `picture(page)` → Promise of {src, width, height} (points), or null where there is none.
export function pagePicture(page, pieces, picture, onPick) {
  const sheet = h('div.sheet', {});
  const figure = h('figure.page', { 'data-page': page }, h('figcaption', {}, say('page', page)), sheet);
  replace(sheet, h('p.quiet', {}, say('loading')));
  figure.ready = Promise.resolve(picture(page)).then((found) => {
    if (!found) {
      replace(sheet, h('p.quiet', {}, say('no_picture')));
      return;
    }
    const image = h('img', { src: found.src, alt: say('page', page), loading: 'eager',
      style: { 'aspect-ratio': found.width + ' / ' + found.height } });
    replace(sheet, image, pieces.filter((piece) => piece.bbox).map((piece) =>
      boxOf(piece, found, piece.index, piece.severity || 'error', onPick)));
  }).catch((problem) => replace(sheet, h('p.quiet', {}, String(problem.message || problem))));
  return figure;
}

// What stands around a place, cut out of its page's picture; nothing where there is no picture.
export function pictureClip(place, picture) {
  const clip = h('span.clip', { hidden: true });
  if (!place.page || !place.bbox) return clip;
  Promise.resolve(picture(place.page)).then((found) => {
    if (!found) return;
    const [left, top, right, bottom] = place.bbox;
    const scale = 1.6; // pixels a point: a figure of 10 points is read at a glance
    const around = { left: Math.max(0, left - 90), top: Math.max(0, top - 9), right: Math.min(found.width, right + 40), bottom: Math.min(found.height, bottom + 9) };
    const px = (points) => (points * scale).toFixed(1) + 'px';
    Object.assign(clip.style, { width: px(around.right - around.left), height: px(around.bottom - around.top) });
    const frame = { left: px(left - around.left - 1.5), top: px(top - around.top - 1.5), width: px(right - left + 3), height: px(bottom - top + 3) };
    replace(clip, h('img', { src: found.src, alt: whereText(place), style: { width: px(found.width), left: px(-around.left), top: px(-around.top) } }),
      h('span.box.chosen', { style: frame }));
    clip.hidden = false;
  }).catch(() => {});
  return clip;
}

// Numbered lines. `lines`: [{number, text}], gaps are shown as such; `pieces`: evidence on them.
export function textLines(lines, pieces, onPick) {
  let before = 0;
  const rows = [];
  for (const line of lines) {
    if (before > 0 && line.number > before + 1) rows.push(h('li.skip', { 'aria-hidden': true }, '⋯'));
    before = line.number;
    const here = pieces.filter((piece) => piece.line === line.number);
    rows.push(h('li' + (here.length > 0 ? '.hit' : ''), { 'data-line': line.number },
      h('span.number', {}, line.number), h('span.text', {}, marked(line.text, here, onPick))));
  }
  return h('ol.lines', {}, rows);
}

// The line cut at the figures pointed at; each is found once, the next one after it.
function marked(text, pieces, onPick) {
  const spans = [];
  for (const piece of pieces) {
    const wanted = piece.text || '';
    const from = piece.column ? Math.max(0, Array.from(text).slice(0, piece.column - 1).join('').length) : 0;
    let at = wanted ? text.indexOf(wanted, from) : -1;
    if (at < 0) at = wanted ? text.indexOf(wanted) : -1;
    while (at >= 0 && spans.some((s) => at < s.end && s.at < at + wanted.length)) at = text.indexOf(wanted, at + 1);
    if (at >= 0) spans.push({ at, end: at + wanted.length, piece });
  }
  spans.sort((a, b) => a.at - b.at);
  const out = [];
  let done = 0;
  for (const span of spans) {
    out.push(text.slice(done, span.at));
    const mark = h('mark.' + (span.piece.severity || 'error'), { 'data-box': span.piece.index, tabindex: 0 }, text.slice(span.at, span.end));
    if (onPick) mark.addEventListener('click', () => onPick(span.piece));
    out.push(mark);
    done = span.end;
  }
  out.push(text.slice(done));
  return out;
}

// The lines around those pointed at.
export function linesAround(lines, pieces) {
  const wanted = new Set();
  for (const piece of pieces) {
    for (let n = piece.line - CONTEXT; n <= piece.line + CONTEXT; ++n) wanted.add(n);
  }
  return lines.filter((line) => wanted.has(line.number));
}

// Brings a place into view inside its own scrolling column, and lights it up.
export function lightUp(root, index) {
  for (const node of root.querySelectorAll('.lit')) node.classList.remove('lit');
  const nodes = root.querySelectorAll('[data-box="' + index + '"]');
  for (const node of nodes) node.classList.add('lit');
  if (nodes.length > 0) nodes[0].scrollIntoView({ block: 'center', inline: 'nearest' });
  return nodes.length > 0;
}
