/** Trend: index per day, week or month with its interval; what changed since the wave before, split into mix and score. */
import { axis, bandSeries, brandLook, colour, figure, legend, tooltip } from '../chart.js';
import { h } from '../dom.js';
import { index, labelled, signed, range } from '../format.js';
import { t } from '../i18n.js';
import { there } from '../links.js';
import { indexCell, notice, select, table } from '../parts.js';
import { days, months, weekOf, weeks } from '../period.js';
import { query } from '../state.js';
import { waveSection } from './wave.js';

export async function render(context) {
  const { state } = context;
  const scope = state.scope ?? 'brand';
  const parameters = query(state, {
    brand: context.brand,
    against: context.against,
    scope,
    code: state.code,
    step: state.step ?? 'week',
  });
  const [trend, wave] = await Promise.all([context.get('trend', parameters), waveSection(context)]);
  return h('div', { class: 'view' }, toolbar(context, scope), lines(context, trend), wave);
}

function toolbar(context, scope) {
  const { state, overview, go } = context;
  const subject = scope + '|' + (state.code ?? '');
  const named = (name, list) => ({
    group: t('section.' + name),
    options: list.map((one) => [(name === 'touchpoints' ? 'touchpoint' : 'group') + '|' + one.code, labelled(one.label, one.code)]),
  });
  const options = [
    ['brand|', t('scope.brand')],
    ['feedback|', t('scope.feedback')],
    named('touchpoints', overview.touchpoints),
    named('indicators', overview.indicators),
  ];
  const known = options.flatMap((one) => (one.group ? one.options : [one])).some(([code]) => code === subject);
  if (!known) {
    options.push([subject, state.code ?? subject]);
  }
  return h(
    'div',
    { class: 'toolbar' },
    select({
      id: 'subject',
      label: t('about'),
      value: subject,
      options,
      change: (value) => go({ scope: value.split('|')[0], code: value.split('|')[1] || null }),
    }),
    select({
      id: 'step',
      label: t('step'),
      value: state.step ?? 'week',
      options: ['day', 'week', 'month'].map((step) => [step, t('step.' + step)]),
      change: (step) => go({ step }),
    }),
  );
}

/** How a step is called by any of its days, and all steps between the first and the last: also those in which nobody spoke. */
const STEPS = {
  day: { name: (day) => day, all: days },
  week: { name: weekOf, all: weeks },
  month: { name: (day) => day.slice(0, 7), all: months },
};

function lines(context, trend) {
  const { name, all } = STEPS[trend.step];
  const spoken = context.brands.flatMap((brand) => (trend.brands[brand] ?? []).map((point) => point.from)).sort();
  const title = t('trend.title', { what: labelled(trend.label, trend.code) || t('scope.' + trend.scope) });
  if (spoken.length === 0) {
    return notice({ title: t('empty.title'), text: t('empty.filters'), link: { href: there(context, 'trend', cleared), text: t('filters.clear') } });
  }
  const steps = all(spoken[0], spoken.at(-1));
  const target = (brand) => ({ brand, scope: trend.scope, code: trend.code, label: trend.label });
  const placed = new Map(context.brands.map((brand) => [brand, new Map((trend.brands[brand] ?? []).map((point) => [name(point.from), point]))]));
  const pointAt = (brand, step) => placed.get(brand)?.get(step);
  return figure(context, {
    id: 'trend-chart',
    title,
    height: 'tall',
    label: t('trend.label', { title, n: steps.length, first: steps[0], last: steps.at(-1) }) + ' ' +
      context.brands.map((brand) => inWords(brand, trend.brands[brand] ?? [])).join(' '),
    option: () => option(context, trend, steps, name, pointAt),
    click: (event) => {
      if (event.data?.alert) {
        context.visit(there(context, 'alerts', { all: 'true' }));
      } else if (event.data?.from) {
        context.visit(there(context, 'voices', {
          of: [event.data.brand], scope: trend.scope, code: trend.code || null, period: event.data.from + '..' + event.data.to,
        }));
      }
    },
    table: () =>
      table({
        caption: title,
        head: [t('step.' + trend.step), ...context.brands, t('trend.marks')],
        rows: steps.map((step) => [
          step,
          ...context.brands.map((brand) => {
            const point = pointAt(brand, step);
            return point ? trendCell(context, point, target(brand)) : '–';
          }),
          marksAt(trend, steps, name, step),
        ]),
      }),
    note: [t('trend.note'), ' ', trend.versions?.length > 1 ? t('trend.versions') : null],
  });
}

const cleared = { period: null, channel: [], product: [], segment: [], lang: [], suspects: null };

function trendCell(context, point, target) {
  const own = { ...target, period: point.from + '..' + point.to };
  const cell = point.enough ? { value: point.index, low: point.low, high: point.high, n: point.n } : { n: point.n };
  return indexCell(context, cell, own);
}

function inWords(brand, points) {
  const told = points.filter((point) => point.enough);
  if (told.length === 0) {
    return brand + ': ' + t('not.enough') + '.';
  }
  return brand + ': ' + index(told[0].index) + ' → ' + index(told.at(-1).index) + '.';
}

/** The place of a day among the steps; what lies before or after them stands at their end. */
function place(steps, name, day) {
  const at = steps.indexOf(name(day));
  return at >= 0 ? at : name(day) < steps[0] ? 0 : steps.length - 1;
}

function marksAt(trend, steps, name, step) {
  const here = (day) => name(day) === step;
  const texts = [
    ...trend.alerts.filter((alert) => here(alert.first_day)).map((alert) => '⚑ ' + alert.brand + ' ' + t('severity.' + alert.severity)),
    ...(trend.versions ?? []).slice(1).filter((version) => here(version.from)).map((version) => version.scored_by),
  ];
  return texts.length ? texts.join('; ') : '';
}

function option(context, trend, steps, name, pointAt) {
  const series = context.brands.flatMap((brand) => {
    const look = brandLook(context, brand);
    const points = steps.map((step) => pointAt(brand, step));
    const bands = points.map((point, at) => (point?.enough ? [at, point.low, point.high] : null));
    return [
      bandSeries(brand, bands, look.colour),
      {
        name: brand,
        type: 'line',
        z: 3,
        symbol: look.symbol,
        symbolSize: 9,
        showAllSymbol: true,
        connectNulls: false,
        lineStyle: { color: look.colour, width: 2.5, type: look.line },
        itemStyle: { color: look.colour },
        data: points.map((point, at) =>
          point?.enough ? { value: [at, point.index], brand, from: point.from, to: point.to, n: point.n, low: point.low, high: point.high } : [at, null]),
        markLine: brand === context.brand ? versionLines(trend, steps, name) : undefined,
      },
    ];
  });
  series.push(alertMarks(trend, steps, name, pointAt));
  const narrow = innerWidth < 600;
  return {
    grid: { left: 40, right: 24, top: 68, bottom: 40 },
    legend: legend(context, context.brands),
    tooltip: tooltip({
      trigger: 'item',
      formatter: (event) => {
        const data = event.data ?? {};
        if (data.alert) {
          return '⚑ ' + data.alert.brand + ' ' + labelled(data.alert.rule_label, data.alert.id) + '\n' +
            data.alert.first_day + ' … ' + data.alert.last_day + '\n' + t('severity.' + data.alert.severity);
        }
        if (!data.from) {
          return '';
        }
        return data.brand + ' · ' + name(data.from) + '\n' + index(data.value[1]) + ' (' + range(data.low, data.high) + ')\nn=' + data.n;
      },
    }),
    xAxis: axis({ type: 'category', data: steps, boundaryGap: true, splitLine: { show: false }, axisLabel: { hideOverlap: true, rotate: narrow ? 30 : 0,
      formatter: (step) => (trend.step === 'day' ? step.slice(5) : step) } }),
    yAxis: axis({ type: 'value', min: 0, max: 100 }),
    series,
  };
}

/** A line where the model or the pack changed; the first version is no change. */
function versionLines(trend, steps, name) {
  return {
    symbol: 'none',
    silent: false,
    lineStyle: { color: colour('--ink-soft'), type: 'dashed', width: 1 },
    label: { color: colour('--ink-soft'), fontSize: 11, position: 'end', rotate: 0, formatter: (mark) => mark.name },
    data: (trend.versions ?? []).slice(1).map((version) => ({ name: version.scored_by, xAxis: place(steps, name, version.from) })),
  };
}

function alertMarks(trend, steps, name, pointAt) {
  return {
    name: t('alerts'),
    type: 'scatter',
    symbol: 'path://M4 0 L4 20 L6 20 L6 11 L18 6 L6 1 L6 0 Z',
    symbolSize: 20,
    symbolOffset: [4, -14],
    z: 5,
    itemStyle: { color: colour('--ink') },
    data: trend.alerts.filter((alert) => steps.includes(name(alert.first_day))).map((alert) => {
      const at = place(steps, name, alert.first_day);
      const point = pointAt(alert.brand, steps[at]);
      return { value: [at, point?.index ?? 0], alert };
    }),
  };
}
