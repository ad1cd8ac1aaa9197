// SPDX-License-Identifier: GPL-3.0-or-later
// One finding as a card: what is wrong, both places, the arithmetic, the likeliest correction, why.
import { h } from './dom.js';
import { pick, say } from './words.js';
import { drawSum } from './sums.js';

export function severityBadge(severity) {
  return h('span.badge.' + severity, {}, say(severity));
}

export function headline(finding) {
  return pick(finding.headline) || pick(finding.message);
}

// What the message says beyond its headline.
export function remainder(finding) {
  const whole = pick(finding.message);
  const head = pick(finding.headline);
  return head && whole.startsWith(head) ? whole.slice(head.length).trim() : whole === head ? '' : whole;
}

// The quote with the figure in it marked; `taken` keeps figures that stand twice apart.
export function markedQuote(piece) {
  const quote = piece.quote || piece.text;
  const at = piece.text ? quote.indexOf(piece.text) : -1;
  if (at < 0) return h('q', {}, quote);
  return h('q', {}, quote.slice(0, at), h('mark', {}, piece.text), quote.slice(at + piece.text.length));
}

export function whereText(place) {
  if (place.page) return say('page', place.page);
  return place.line ? say('line', place.line) : '';
}

// `show(place, index)`: looks at that piece of evidence. `relations`: of the report.
export function findingBody(finding, relations, show) {
  const places = h('ol.evidence', {}, finding.evidence.map((piece, i) => h('li', {},
    h('button.place', { type: 'button', 'data-evidence': i, onclick: (event) => { event.stopPropagation(); show(piece, i); } },
      h('span.where', {}, whereText(piece)), markedQuote(piece)))));
  const broken = (finding.relations || []).map((n) => relations && relations[n]).filter(Boolean);
  const drawn = broken.length > 0 ? drawSum(broken[0], show) : finding.expression
    ? h('p.formula', {}, finding.expression,
      finding.difference ? h('span.gap', {}, ' ' + say('computed') + ' ' + finding.computed + finding.unit + ' · ' + say('difference') + ' ' +
        finding.difference + finding.unit) : null) : null;
  const rest = remainder(finding);
  return [
    places, drawn,
    finding.diagnosis.length > 0 ? h('p.fix', { title: say('probably') },
      finding.diagnosis.map((edit) => h('span', {}, pick(edit.text) + ' '))) : null,
    rest ? h('p.why', {}, rest) : null,
  ];
}

export function findingTags(finding) {
  return [severityBadge(finding.severity), ' ', h('code.rule', { title: finding.name }, finding.rule), ' ',
    h('span.confidence', { title: say('confidence') }, Math.round(finding.confidence * 100) + '%')];
}
