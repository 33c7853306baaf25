/** The small parts that the views are put together from. */
import { h, unseen } from './dom.js';
import { count, index, labelled, range, signed } from './format.js';
import { t } from './i18n.js';
import { voices } from './links.js';

const SIGNS = { ahead: '▲', behind: '▼', no_difference: '＝', not_enough: '·' };

/** The number of mentions (or feedback), which opens them. */
export function nLink(context, n, target, words) {
  const text = words ?? 'n=' + count(n);
  if (n === 0) {
    return h('span', { class: 'n none' }, text);
  }
  const of = [target.brand, labelled(target.label, target.code)].filter(Boolean).join(' · ');
  return h(
    'a',
    {
      class: 'n',
      href: voices(context, target),
      'data-n': n,
      'data-brand': target.brand,
      'data-scope': target.scope,
      'data-code': target.code || null,
      title: t('open.voices', { of }),
    },
    text,
    unseen(' ' + t('open.voices', { of })),
  );
}

/** 领先, 落后, 无显著差异, 样本不足: word, sign and colour. */
export function verdict(gap, short = false) {
  const code = gap?.verdict ?? 'not_enough';
  const text = t('verdict.' + code);
  return h(
    'span',
    { class: 'verdict ' + code, title: short ? text : null },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[code]),
    short ? unseen(text) : h('span', { class: 'word' }, text),
  );
}

/** The words for a number that is not told. */
export function notEnough() {
  return h('span', { class: 'not-enough' }, t('not.enough'));
}

/** A gap with its interval, verdict below; a `*` where it is raw although one mix was asked for. */
export function gapCell(gap, raw) {
  if (!gap || gap.value === undefined) {
    return [verdict(gap)];
  }
  const star = !raw && !gap.on_mix;
  return [
    h('span', { class: 'value' }, signed(gap.value), star ? h('abbr', { title: t('gap.raw.star') }, '*') : null),
    h(
      'span',
      { class: 'interval' },
      range(gap.low, gap.high, (value) => signed(value)),
    ),
    verdict(gap),
    alone(gap) ? h('span', { class: 'alone', title: t('gap.alone.hint') }, t('gap.alone')) : null,
  ];
}

/** Where the interval leaves 0 out and the verdict, which is one among many, does not follow it: that wants a word. */
function alone(gap) {
  return gap.verdict === 'no_difference' && (gap.low > 0 || gap.high < 0);
}

/** The band of an interval between 0 and 100 with the index on it; the same stands beside it in figures. */
export function band(low, high, value) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'band');
  svg.setAttribute('viewBox', '0 0 100 8');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, x, width] of [
    ['track', 0, 100],
    ['span', low, high - low],
    ['tick', Math.min(value, 98), 2],
  ]) {
    const part = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    part.setAttribute('class', name);
    part.setAttribute('x', x);
    part.setAttribute('width', Math.max(width, 0));
    part.setAttribute('y', name === 'tick' ? 0 : 2);
    part.setAttribute('height', name === 'tick' ? 8 : 4);
    svg.append(part);
  }
  return svg;
}

/** Class of the heat of an index: `heat-m4` to `heat-p4`, 50 (as much good as bad) in the middle. */
export function heat(value) {
  const step = Math.max(-4, Math.min(4, Math.round((value - 50) / 10)));
  return 'heat-' + (step === 0 ? 'z' : (step < 0 ? 'm' : 'p') + Math.abs(step));
}

/** The figure that a view shows of a subject: on one mix where there is one and it was asked for. */
export function shown(cell, raw) {
  if (!raw && cell.on_mix) {
    // An interval by the normal distribution may reach past the ends of the scale, where there is nothing.
    return {
      value: cell.on_mix.value,
      low: Math.max(0, cell.on_mix.low),
      high: Math.min(100, cell.on_mix.high),
      standard: true,
    };
  }
  return { value: cell.index, low: cell.low, high: cell.high, standard: false };
}

/** A select with a label above it. */
export function select({ id, label, value, options, change, hint }) {
  const field = h('select', { id, name: id, title: hint, onchange: (event) => change(event.target.value) });
  for (const option of options) {
    field.append(option.group ? group(option, value) : choice(option, value));
  }
  return h('label', { class: 'field', for: id }, h('span', {}, label), field);
}

function group({ group: label, options }, value) {
  return h(
    'optgroup',
    { label },
    options.map((option) => choice(option, value)),
  );
}

function choice([code, text], value) {
  return h('option', { value: code, selected: code === (value ?? '') }, text);
}

/** A box to tick. */
export function tick({ id, label, checked, change, hint }) {
  return h(
    'label',
    { class: 'tick', for: id, title: hint },
    h('input', { type: 'checkbox', id, checked, onchange: (event) => change(event.target.checked) }),
    h('span', {}, label),
  );
}

/** A list of boxes behind a button; `change` gets all that are ticked. */
export function menu({ id, label, all, options, chosen, change, hint }) {
  const text =
    chosen.length === 0 ? all : chosen.length === 1 ? nameOf(options, chosen[0]) : t('menu.some', { n: chosen.length });
  const boxes = options.map(([code, name], at) =>
    tick({
      id: id + '-' + at,
      label: name,
      checked: chosen.includes(code),
      change: (on) => change(on ? [...chosen, code] : chosen.filter((one) => one !== code)),
    }),
  );
  return h(
    'div',
    { class: 'field' },
    h('span', { id: id + '-label' }, label),
    h(
      'details',
      { class: 'menu', id },
      h(
        'summary',
        { 'aria-labelledby': id + '-label ' + id + '-text', title: hint },
        h('span', { id: id + '-text' }, text),
      ),
      h('div', { class: 'choices', role: 'group', 'aria-labelledby': id + '-label' }, boxes),
    ),
  );
}

function nameOf(options, code) {
  return options.find((option) => option[0] === code)?.[1] ?? code;
}

/** A table in a box that scrolls by itself; `head` are texts, `rows` begin with the head of the row. */
export function table({ caption, head, rows, name, hideCaption }) {
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: name },
      h('caption', { class: hideCaption ? 'unseen' : null }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell) => h('th', { scope: 'col' }, cell)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            row.map((cell, at) => bodyCell(cell, at)),
          ),
        ),
      ),
    ),
  );
}

function bodyCell(cell, at) {
  return at === 0 ? h('th', { scope: 'row' }, cell) : h('td', {}, cell ?? '–');
}

/** An index with interval and the number it rests on, for the tables beside charts. */
export function indexCell(context, cell, target) {
  if (cell?.value === undefined) {
    return [notEnough(), cell?.n === undefined ? null : [' ', nLink(context, cell.n, target)]];
  }
  return [
    h('span', { class: 'value' }, index(cell.value)),
    ' ',
    h('span', { class: 'interval' }, range(cell.low, cell.high)),
    ' ',
    cell.n === undefined ? null : nLink(context, cell.n, target),
  ];
}

/** A tag with a polarity. */
export function mood(value, text) {
  return h('span', { class: 'mood ' + { 1: 'good', 0: 'even', '-1': 'bad' }[value] }, text);
}

/** Words that tell what to do, with the command where there is one. */
export function notice({ kind = 'empty', title, text, command, link }) {
  return h(
    'div',
    { class: 'notice ' + kind, role: kind === 'error' ? 'alert' : null },
    h('p', { class: 'title' }, title),
    text ? h('p', {}, text) : null,
    command ? h('pre', { tabindex: '0' }, h('code', {}, command)) : null,
    link ? h('p', {}, h('a', { href: link.href }, link.text)) : null,
  );
}
