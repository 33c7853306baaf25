/** Head to head: whom customers themselves say wins, and the verdicts of every indicator against every competitor. */
import { h } from '../dom.js';
import { count, labelled, percent, range, signed } from '../format.js';
import { t } from '../i18n.js';
import { nLink, notEnough, notice, table, verdict } from '../parts.js';
import { comparison, exports, indicatorMenu, rawSelect } from './controls.js';

const VERDICTS = ['ahead', 'behind', 'no_difference', 'not_enough'];

export async function render(context) {
  const parameters = comparison(context, ['indicators', 'headtohead']);
  const answer = await context.get('compare', parameters);
  return h(
    'div',
    { class: 'view' },
    h('div', { class: 'toolbar' }, indicatorMenu(context), rawSelect(context), exports('compare', parameters)),
    h('h2', {}, t('matrix.title')),
    h('p', { class: 'lead' }, t('matrix.lead', { n: answer.verdicts.judged, level: percent(answer.verdicts.level) })),
    tally(context, answer),
    matrix(context, answer),
    h('h2', {}, t('said.title')),
    h('p', { class: 'lead' }, t('said.lead')),
    said(context, answer),
  );
}

function subjects(context) {
  return [...context.against, ...(context.against.length > 1 ? [null] : [])];
}

function gapOf(row, subject) {
  return subject === null ? row.industry : row.gaps?.[subject];
}

function tally(context, answer) {
  return table({
    caption: t('tally.caption'),
    name: 'tally',
    head: [t('row.against'), ...VERDICTS.map((code) => verdict({ verdict: code }))],
    rows: subjects(context).map((subject) => [
      subject ?? t('industry.all'),
      ...VERDICTS.map(
        (code) => answer.indicators.filter((row) => (gapOf(row, subject)?.verdict ?? 'not_enough') === code).length,
      ),
    ]),
  });
}

function matrix(context, answer) {
  return table({
    caption: t('matrix.caption', { brand: context.brand }),
    name: 'matrix',
    head: [t('about'), context.brand, ...subjects(context).map((subject) => subject ?? t('industry.all'))],
    rows: answer.indicators.map((row) => [
      labelled(row.label, row.code),
      nOf(context, row, context.brand),
      ...subjects(context).map((subject) => cell(context, row, subject)),
    ]),
  });
}

function nOf(context, row, brand) {
  return nLink(context, row.brands[brand]?.n ?? 0, { brand, scope: row.scope, code: row.code, label: row.label });
}

function cell(context, row, subject) {
  const gap = gapOf(row, subject);
  return h(
    'span',
    { class: 'duel' },
    verdict(gap),
    ' ',
    gap?.value === undefined ? null : h('span', { class: 'value' }, signed(gap.value)),
    ' ',
    subject === null ? null : nOf(context, row, subject),
  );
}

/** Wins and losses both ways round: `A beats B` three times is `B loses to A` three times. */
function said(context, answer) {
  const pairs = answer.headtohead ?? [];
  if (!pairs.some((pair) => pair.wins + pair.losses > 0)) {
    return notice({ title: t('said.none'), text: t('said.none.do') });
  }
  const find = (brand, other) => {
    const pair = pairs.find((one) => one.brand === brand && one.other === other);
    if (pair) {
      return { wins: pair.wins, losses: pair.losses, share: pair.share };
    }
    const turned = pairs.find((one) => one.brand === other && one.other === brand);
    const share = turned?.share;
    return (
      turned && {
        wins: turned.losses,
        losses: turned.wins,
        share: share && { ...share, share: 1 - share.share, low: 1 - share.high, high: 1 - share.low },
      }
    );
  };
  return table({
    caption: t('said.caption'),
    name: 'said',
    head: [t('said.winner'), ...context.brands.map((brand) => t('said.over', { brand }))],
    rows: context.brands.map((brand) => [
      brand,
      ...context.brands.map((other) => (brand === other ? '' : duel(context, brand, other, find(brand, other)))),
    ]),
  });
}

function sayers(context, words, n, winner, loser) {
  return nLink(context, n, { brand: winner, scope: 'feedback', over: loser }, t(words, { n: count(n) }));
}

/** Both counts open to the feedback that says so. */
function duel(context, brand, other, pair) {
  if (!pair) {
    return '–';
  }
  const counts = h(
    'span',
    { class: 'value' },
    sayers(context, 'said.wins', pair.wins, brand, other),
    ' ',
    sayers(context, 'said.losses', pair.losses, other, brand),
  );
  if (pair.share?.share === undefined) {
    return [counts, ' ', notEnough()];
  }
  return [
    counts,
    ' ',
    h(
      'span',
      { class: 'interval' },
      percent(pair.share.share) + ' (' + range(pair.share.low, pair.share.high, (value) => percent(value)) + ')',
    ),
  ];
}
