/** One row of the comparison with all that is known of it: counts, raw and standardised figures, negative share, gaps. */
import { open } from '../dialog.js';
import { h } from '../dom.js';
import { count, index, labelled, number, percent, probability, range, signed } from '../format.js';
import { t } from '../i18n.js';
import { there } from '../links.js';
import { nLink, notEnough, shown, table, verdict } from '../parts.js';

/** Opens it. */
export function openRow(context, answer, row) {
  const trend = there(context, 'trend', { scope: row.scope, code: row.code || null });
  open(
    labelled(row.label, row.code),
    h(
      'div',
      { class: 'row-detail' },
      brandTable(context, row),
      gapTable(row),
      mix(row),
      h('p', {}, h('a', { href: trend }, t('row.trend'))),
    ),
    { wide: true },
  );
}

function brandTable(context, row) {
  const brands = context.brands.filter((brand) => row.brands[brand]);
  const line = (key, cell) => [t(key), ...brands.map((brand) => cell(row.brands[brand], brand))];
  const counted = (field, polarity) => (cell, brand) =>
    nLink(
      context,
      cell[field],
      { brand, scope: row.scope, code: row.code, label: row.label, polarity },
      count(cell[field]),
    );
  const told = (words) => (cell) => (cell.enough ? words(cell) : notEnough());
  return table({
    caption: t('row.figures'),
    head: [t('figure'), ...brands],
    rows: [
      line(row.scope === 'feedback' ? 'row.n.feedback' : 'row.n', counted('n')),
      line('row.positive', counted('positive', '1')),
      line('row.neutral', counted('neutral', '0')),
      line('row.negative', counted('negative', '-1')),
      line(
        'row.index',
        told((cell) => index(cell.index) + ' (' + range(cell.low, cell.high) + ')'),
      ),
      line(
        'row.on_mix',
        told((cell) => onMix(shown(cell, false))),
      ),
      line(
        'row.net',
        told((cell) => number(cell.net) + ' (' + range(cell.net_low, cell.net_high, (value) => number(value)) + ')'),
      ),
      line(
        'row.negative_share',
        told((cell) => percent(cell.negative_share)),
      ),
      line(
        'row.corrected',
        told((cell) => corrected(cell.negative_corrected)),
      ),
    ],
  });
}

function onMix(figure) {
  return figure.standard ? index(figure.value) + ' (' + range(figure.low, figure.high) + ')' : '–';
}

function corrected(share) {
  if (share?.share === undefined) {
    return share?.note ?? '–';
  }
  return (
    percent(share.share) +
    ' (' +
    range(share.low, share.high, (value) => percent(value)) +
    '), ' +
    t('row.covered', { share: percent(share.covered) })
  );
}

function gapTable(row) {
  const gaps = Object.entries(row.gaps ?? {});
  if (row.industry) {
    gaps.push([t('industry.all'), row.industry]);
  }
  return table({
    caption: t('row.gaps'),
    head: [t('row.against'), t('gap'), t('row.gap.raw'), 'p', t('row.adjusted'), t('verdict')],
    rows: gaps.map(([name, gap]) =>
      gap.value === undefined
        ? [name, '–', '–', '–', '–', verdict(gap)]
        : [
            name,
            signed(gap.value) +
              ' (' +
              range(gap.low, gap.high, (value) => signed(value)) +
              ')' +
              (gap.on_mix ? '' : ' *'),
            gap.raw
              ? signed(gap.raw.value) + ' (' + range(gap.raw.low, gap.raw.high, (value) => signed(value)) + ')'
              : '–',
            probability(gap.p),
            gap.adjusted_p === undefined ? '–' : probability(gap.adjusted_p),
            verdict(gap),
          ],
    ),
  });
}

function mix(row) {
  const shares = Object.entries(row.mix?.shares ?? {});
  if (shares.length === 0) {
    return h('p', { class: 'note' }, t('row.no_mix'));
  }
  const text = shares.map(([channel, share]) => t('channel.' + channel) + ' ' + percent(share)).join(t('list.comma'));
  return h('p', { class: 'note' }, t('row.mix', { shares: text, out: percent(row.mix.left_out ?? 0) }));
}
