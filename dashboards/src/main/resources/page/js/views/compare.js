/** Compare: every indicator of the brand beside its competitors, with gap and verdict. */
import { h } from '../dom.js';
import { index, labelled, percent, range } from '../format.js';
import { t } from '../i18n.js';
import { there } from '../links.js';
import { band, gapCell, heat, nLink, notEnough, select, shown } from '../parts.js';
import {
  clusterSelect,
  comparison,
  exports,
  indicatorMenu,
  industrySelect,
  rawSelect,
  rivalSelect,
} from './controls.js';
import { openRow } from './row.js';

/** What is asked for: fewer sections and fewer indicators find more, for fewer gaps are judged together. */
function sections(state) {
  if (state.rows === 'touchpoints') {
    return ['overall', 'touchpoints'];
  }
  if (state.rows === 'all') {
    return ['overall', 'touchpoints', 'indicators'];
  }
  return state.indicator.length > 0 ? ['indicators'] : ['overall', 'indicators'];
}

export async function render(context) {
  const parameters = comparison(context, sections(context.state));
  const answer = await context.get('compare', parameters);
  return h(
    'div',
    { class: 'view' },
    toolbar(context, parameters),
    h('p', { class: 'lead' }, lead(context, answer)),
    heatTable(context, answer),
    key(),
    notes(context, answer),
  );
}

function lead(context, answer) {
  const days = answer.period?.from ? answer.period.from + ' … ' + answer.period.to : t('period.all');
  return [
    t('compare.lead', { brand: context.brand, rivals: context.against.join(t('list.comma')), days }),
    ' ',
    h(
      'span',
      { class: 'family' },
      t('compare.family', { n: answer.verdicts.judged, level: percent(answer.verdicts.level) }),
    ),
  ];
}

function toolbar(context, parameters) {
  const { state, go } = context;
  return h(
    'div',
    { class: 'toolbar' },
    rivalSelect(context),
    select({
      id: 'rows',
      label: t('rows'),
      value: state.rows,
      options: [
        ['', t(state.indicator.length ? 'rows.only' : 'rows.indicators')],
        ['touchpoints', t('rows.touchpoints')],
        ['all', t('rows.all')],
      ],
      change: (rows) => go({ rows }),
    }),
    indicatorMenu(context),
    rawSelect(context),
    clusterSelect(context),
    context.against.length > 1 ? industrySelect(context) : null,
    exports('compare', parameters),
  );
}

function heatTable(context, answer) {
  const subjects = context.brands;
  const hasIndustry = context.against.length > 1;
  const columns = 1 + subjects.length + (hasIndustry ? 2 : 1);
  const bodies = ['overall', 'touchpoints', 'indicators']
    .filter((section) => answer[section]?.length)
    .map((section) =>
      h(
        'tbody',
        {},
        h(
          'tr',
          { class: 'section' },
          h('th', { colspan: columns, scope: 'rowgroup' }, h('span', {}, t('section.' + section))),
        ),
        answer[section].map((row) => rowOf(context, answer, row, subjects, hasIndustry)),
      ),
    );
  return h(
    'div',
    { class: 'scroll heat-box', tabindex: '0', role: 'region', 'aria-label': t('compare.caption') },
    h(
      'table',
      { class: 'heat', id: 'heat' },
      h('caption', { class: 'unseen' }, t('compare.caption')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, t('about')),
          subjects.map((brand) => h('th', { scope: 'col', class: brand === context.brand ? 'own' : null }, brand)),
          h('th', { scope: 'col', class: 'gap' }, t('gap.to', { brand: context.rival })),
          hasIndustry ? h('th', { scope: 'col', class: 'gap' }, t('gap.industry')) : null,
        ),
      ),
      bodies,
    ),
  );
}

function rowOf(context, answer, row, subjects, hasIndustry) {
  return h(
    'tr',
    { 'data-code': row.code || row.scope },
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        { type: 'button', class: 'plain', title: t('row.open'), onclick: () => openRow(context, answer, row) },
        labelled(row.label, row.code),
      ),
    ),
    subjects.map((brand) => subjectCell(context, row, brand, answer.raw)),
    h('td', { class: 'gap' }, gapCell(row.gaps?.[context.rival], answer.raw)),
    hasIndustry ? h('td', { class: 'gap' }, gapCell(row.industry, answer.raw)) : null,
  );
}

function subjectCell(context, row, brand, raw) {
  const cell = row.brands[brand];
  const target = { brand, scope: row.scope, code: row.code, label: row.label };
  if (!cell) {
    return h('td', { class: 'thin' }, notEnough(), h('span', { class: 'n none' }, 'n=0'));
  }
  if (!cell.enough) {
    return h('td', { class: 'thin' }, notEnough(), nLink(context, cell.n, target));
  }
  const figure = shown(cell, raw);
  return h(
    'td',
    { class: heat(figure.value) + (brand === context.brand ? ' own' : '') },
    h('span', { class: 'value' }, index(figure.value)),
    band(figure.low, figure.high, figure.value),
    h('span', { class: 'interval' }, range(figure.low, figure.high)),
    h(
      'span',
      { class: 'under' },
      nLink(context, cell.n, target),
      figure.standard
        ? h('span', { class: 'raw', title: t('raw.hint') }, t('raw.is', { value: index(cell.index) }))
        : null,
    ),
  );
}

function key() {
  const steps = ['m4', 'm2', 'z', 'p2', 'p4'];
  return h(
    'div',
    { class: 'key' },
    h('span', {}, t('key.index')),
    steps.map((step, at) => h('span', { class: 'swatch heat-' + step }, String([10, 30, 50, 70, 90][at]))),
    h('span', {}, t('key.gap')),
    ['ahead', 'behind', 'no_difference', 'not_enough'].map((code) =>
      h(
        'span',
        { class: 'verdict ' + code },
        h(
          'span',
          { class: 'sign', 'aria-hidden': 'true' },
          { ahead: '▲', behind: '▼', no_difference: '＝', not_enough: '·' }[code],
        ),
        ' ',
        t('verdict.' + code),
      ),
    ),
  );
}

function notes(context, answer) {
  const few = Object.entries(answer.authors ?? {})
    .filter(([, counts]) => counts.few)
    .map(([brand]) => brand);
  return h(
    'ul',
    { class: 'notes' },
    few.length ? h('li', { class: 'warn' }, t('note.few', { brands: few.join(t('list.comma')) })) : null,
    answer.raw ? null : h('li', {}, t('note.mix')),
    h('li', {}, t('note.n')),
    h('li', {}, t('note.family')),
    h('li', {}, h('a', { href: there(context, 'headtohead') }, t('note.matrix'))),
  );
}
