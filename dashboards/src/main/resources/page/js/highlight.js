/** Text with its spans marked. Offsets are UTF-16 units, which is what JavaScript counts in. */
import { h, unseen } from './dom.js';
import { polarity, polaritySign } from './format.js';

const CLASSES = { 1: 'good', 0: 'even', '-1': 'bad' };

/**
 * The text as nodes, with the spans of mentions in `<mark>` and the words that gave each away underlined. Spans may
 * overlap: each piece carries the first of them.
 *
 * @param {string} text
 * @param {Array} mentions with `start`, `end`, `polarity` and maybe `cue`
 * @param {object} part only from `from` to `to` of the text; all of it where missing
 */
export function highlighted(text, mentions, { from = 0, to = text.length } = {}) {
  const spans = mentions.filter((one) => one.start < to && one.end > from && one.end > one.start);
  const cues = spans.map((one) => cueOf(text, one)).filter(Boolean);
  const cuts = new Set([from, to]);
  for (const { start, end } of [...spans, ...cues]) {
    cuts.add(Math.min(Math.max(start, from), to));
    cuts.add(Math.min(Math.max(end, from), to));
  }
  const edges = [...cuts].sort((one, other) => one - other);
  const nodes = [];
  for (let at = 0; at + 1 < edges.length; at++) {
    const [start, end] = [edges[at], edges[at + 1]];
    const piece = text.slice(start, end);
    const span = spans.find((one) => one.start <= start && end <= one.end);
    if (!span) {
      nodes.push(document.createTextNode(piece));
      continue;
    }
    const inCue = cues.some((one) => one.start <= start && end <= one.end);
    nodes.push(
      h(
        'mark',
        { class: CLASSES[span.polarity] },
        start === Math.max(span.start, from)
          ? [
              h('span', { class: 'sign', 'aria-hidden': 'true' }, polaritySign(span.polarity)),
              unseen('[' + polarity(span.polarity) + '] '),
            ]
          : null,
        inCue ? h('u', { class: 'cue' }, piece) : piece,
      ),
    );
  }
  return nodes;
}

/** Where the cue stands in its span. It is kept folded (small letters), so it is not found in every text. */
function cueOf(text, mention) {
  if (!mention.cue) {
    return null;
  }
  const at = text.slice(mention.start, mention.end).toLowerCase().indexOf(mention.cue.toLowerCase());
  return at < 0 ? null : { start: mention.start + at, end: mention.start + at + mention.cue.length };
}

/** The part of a long text around a mention: so many units on both sides, no surrogate pair torn apart. */
export function around(text, mention, reach = 140) {
  let from = Math.max(0, mention.start - reach);
  let to = Math.min(text.length, mention.end + reach);
  if (from > 0 && isLow(text.charCodeAt(from))) {
    from--;
  }
  if (to < text.length && isLow(text.charCodeAt(to))) {
    to++;
  }
  return { from, to };
}

function isLow(unit) {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
