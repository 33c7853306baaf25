/** Priorities: how much an indicator matters, against the gap to one competitor. */
import { axis, colour, figure, legend, tooltip } from '../chart.js';
import { h } from '../dom.js';
import { index, labelled, number, percent, range, signed } from '../format.js';
import { t } from '../i18n.js';
import { there } from '../links.js';
import { indexCell, notEnough, select, table, verdict } from '../parts.js';
import { comparison, exports, indicatorMenu, rawSelect, rivalSelect } from './controls.js';

const LOOKS = {
  improve: { colour: '--bad-strong', symbol: 'triangle', turn: 180 },
  keep: { colour: '--good-strong', symbol: 'triangle', turn: 0 },
  later: { colour: '--bad-soft', symbol: 'diamond', turn: 0 },
  surplus: { colour: '--good-soft', symbol: 'diamond', turn: 0 },
  level: { colour: '--ink-soft', symbol: 'circle', turn: 0 },
  unknown: { colour: '--edge-strong', symbol: 'emptyCircle', turn: 0 },
};

const ORDER = Object.keys(LOOKS);

export async function render(context) {
  const parameters = comparison(context, ['importance']);
  // What matters is held against the mean of all indicators, also where only some are shown.
  const some = parameters.indicator.length > 0;
  const [answer, all] = await Promise.all([
    context.get('compare', parameters),
    some ? context.get('compare', { ...parameters, indicator: [] }) : null,
  ]);
  const rows = (answer.indicators ?? []).map((row) => entry(context, answer, row));
  const line = mean(all ? all.indicators.map((row) => entry(context, all, row)) : rows);
  return h(
    'div',
    { class: 'view' },
    toolbar(context, parameters),
    h('p', { class: 'lead' }, t('priorities.lead', { brand: context.brand, rival: context.rival })),
    chart(context, rows, line),
  );
}

function entry(context, answer, row) {
  const weight = row.importance?.[answer.quadrants_by];
  return {
    row,
    name: labelled(row.label, row.code),
    importance: typeof weight === 'object' ? weight?.value : weight,
    weight,
    gap: row.gaps?.[context.rival],
    quadrant: row.quadrants?.[context.rival] ?? 'unknown',
    own: row.brands[context.brand],
  };
}

function toolbar(context, parameters) {
  return h(
    'div',
    { class: 'toolbar' },
    rivalSelect(context),
    indicatorMenu(context),
    select({
      id: 'importance',
      label: t('importance'),
      value: context.state.importance === 'derived' ? 'derived' : '',
      options: [
        ['', t('importance.stated')],
        ['derived', t('importance.derived')],
      ],
      change: (importance) => context.go({ importance }),
      hint: t('importance.hint'),
    }),
    rawSelect(context),
    exports('compare', parameters),
  );
}

/** As the quadrants have it: important is what matters at least as much as the mean. */
function mean(entries) {
  const known = entries.map((one) => one.importance).filter((value) => value !== undefined);
  return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : 0;
}

function write(context, value) {
  return context.state.importance === 'derived' ? number(value) : percent(value, 1);
}

function chart(context, entries, line) {
  const placed = entries.filter((one) => one.importance !== undefined && one.gap?.value !== undefined);
  const ranked = [...entries].sort(
    (one, other) =>
      ORDER.indexOf(one.quadrant) - ORDER.indexOf(other.quadrant) || (other.importance ?? 0) - (one.importance ?? 0),
  );
  const title = t('priorities.title', { brand: context.brand, rival: context.rival });
  return figure(context, {
    id: 'priorities-chart',
    title,
    height: 'tall',
    label:
      title +
      '. ' +
      ranked
        .filter((one) => one.quadrant !== 'unknown')
        .map(
          (one) =>
            one.name +
            ': ' +
            t('quadrant.' + one.quadrant) +
            (one.gap?.value === undefined ? '' : ' ' + signed(one.gap.value)),
        )
        .join('; '),
    option: () => option(context, placed, line),
    click: (event) => {
      if (event.data?.code) {
        context.visit(there(context, 'voices', { of: [context.brand], scope: 'group', code: event.data.code }));
      }
    },
    table: () =>
      table({
        caption: title,
        head: [
          t('about'),
          t('quadrant'),
          t('importance'),
          t('gap.to', { brand: context.rival }),
          t('verdict'),
          t('index.of', { brand: context.brand }),
          t('impact'),
        ],
        rows: ranked.map((one) => rowOf(context, one)),
      }),
    note: [
      t('priorities.note'),
      ' ',
      placed.length < entries.length ? t('priorities.left', { n: entries.length - placed.length }) : null,
    ],
  });
}

function rowOf(context, one) {
  const { row, gap, own } = one;
  const target = { brand: context.brand, scope: row.scope, code: row.code, label: row.label };
  const cell = own?.enough ? { value: own.index, low: own.low, high: own.high, n: own.n } : { n: own?.n ?? 0 };
  return [
    one.name,
    t('quadrant.' + one.quadrant),
    one.importance === undefined ? notEnough() : write(context, one.importance),
    gap?.value === undefined
      ? notEnough()
      : signed(gap.value) + ' (' + range(gap.low, gap.high, (value) => signed(value)) + ')',
    verdict(gap),
    indexCell(context, cell, target),
    row.impact === undefined ? '–' : signed(row.impact.value),
  ];
}

function option(context, placed, line) {
  const reach = Math.max(10, ...placed.map((one) => Math.abs(one.gap.value))) * 1.15;
  const far = Math.max(line * 2, ...placed.map((one) => one.importance)) * 1.1;
  const low = Math.min(0, ...placed.map((one) => one.importance)) * 1.1;
  const words = (quadrant, position) => ({ name: t('quadrant.' + quadrant), label: { position } });
  const corner = (quadrant, x, y, position) => [
    { ...words(quadrant, position), xAxis: x[0], yAxis: y[0] },
    { xAxis: x[1], yAxis: y[1] },
  ];
  const series = ORDER.filter((quadrant) => placed.some((one) => one.quadrant === quadrant)).map((quadrant) => ({
    name: t('quadrant.' + quadrant),
    type: 'scatter',
    symbol: LOOKS[quadrant].symbol,
    symbolRotate: LOOKS[quadrant].turn,
    symbolSize: 15,
    itemStyle: { color: colour(LOOKS[quadrant].colour) },
    labelLayout: { moveOverlap: 'shiftY' },
    data: placed
      .filter((one) => one.quadrant === quadrant)
      .map((one) => ({
        value: [one.gap.value, one.importance],
        name: one.name,
        // Names stand towards the middle, so that none is cut off.
        label: {
          show: true,
          position: one.gap.value > reach / 2 ? 'left' : 'right',
          color: colour('--ink'),
          formatter: one.name,
        },
        code: one.row.code,
        n: one.own?.n,
        low: one.gap.low,
        high: one.gap.high,
        verdict: one.gap.verdict,
      })),
  }));
  series.push({
    type: 'scatter',
    data: [],
    silent: true,
    markLine: {
      symbol: 'none',
      silent: true,
      label: { show: false },
      lineStyle: { color: colour('--edge-strong'), type: 'solid' },
      data: [{ xAxis: 0 }, { yAxis: line }],
    },
    markArea: {
      silent: true,
      itemStyle: { color: 'transparent' },
      label: { color: colour('--ink-soft'), fontSize: 12, fontWeight: 'bold' },
      data: [
        corner('improve', [-reach, 0], [line, far], 'insideTopLeft'),
        corner('keep', [0, reach], [line, far], 'insideTopRight'),
        corner('later', [-reach, 0], [low, line], 'insideBottomLeft'),
        corner('surplus', [0, reach], [low, line], 'insideBottomRight'),
      ],
    },
  });
  return {
    grid: { left: 56, right: 16, top: 64, bottom: 48 },
    legend: legend(context, null, { data: series.slice(0, -1).map((one) => one.name) }),
    tooltip: tooltip({
      formatter: (event) =>
        event.data?.code
          ? event.data.name +
            '\n' +
            t('gap') +
            ' ' +
            signed(event.data.value[0]) +
            ' (' +
            range(event.data.low, event.data.high, (value) => signed(value)) +
            ')\n' +
            t('verdict.' + event.data.verdict) +
            '\n' +
            t('importance') +
            ' ' +
            write(context, event.data.value[1]) +
            '\nn=' +
            event.data.n
          : '',
    }),
    xAxis: axis({
      type: 'value',
      min: -reach,
      max: reach,
      name: t('gap.to', { brand: context.rival }),
      nameLocation: 'middle',
      nameGap: 28,
      axisLine: { onZero: false, lineStyle: { color: colour('--edge-strong') } },
      splitLine: { show: false },
      axisLabel: { formatter: (value) => signed(value, 0), showMinLabel: false, showMaxLabel: false },
    }),
    yAxis: axis({
      type: 'value',
      min: low,
      max: far,
      name: t('importance'),
      nameLocation: 'end',
      splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: colour('--edge-strong') } },
      axisLabel: {
        formatter: (value) => (context.state.importance === 'derived' ? number(value, 1) : percent(value)),
        showMinLabel: low === 0,
        showMaxLabel: false,
      },
    }),
    series,
  };
}
