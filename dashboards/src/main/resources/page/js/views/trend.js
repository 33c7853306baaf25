/** Trend: index per day, week or month with its interval; what changed since the wave before, split into mix and score. */
import { figure } from '../chart.js';
import { h } from '../dom.js';
import { index, labelled } from '../format.js';
import { t } from '../i18n.js';
import { there, UNFILTERED } from '../links.js';
import { indexCell, notice, select, table } from '../parts.js';
import { days, months, weekOf, weeks } from '../period.js';
import { query } from '../state.js';
import { alertName, option } from './trendchart.js';
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
    options: list.map((one) => [
      (name === 'touchpoints' ? 'touchpoint' : 'group') + '|' + one.code,
      labelled(one.label, one.code),
    ]),
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
    return notice({
      title: t('empty.title'),
      text: t('empty.filters'),
      link: { href: there(context, 'trend', cleared), text: t('filters.clear') },
    });
  }
  const steps = all(spoken[0], spoken.at(-1));
  const target = (brand) => ({ brand, scope: trend.scope, code: trend.code, label: trend.label });
  const placed = new Map(
    context.brands.map((brand) => [
      brand,
      new Map((trend.brands[brand] ?? []).map((point) => [name(point.from), point])),
    ]),
  );
  const pointAt = (brand, step) => placed.get(brand)?.get(step);
  return figure(context, {
    id: 'trend-chart',
    title,
    height: 'tall',
    label:
      t('trend.label', { title, n: steps.length, first: steps[0], last: steps.at(-1) }) +
      ' ' +
      context.brands.map((brand) => inWords(brand, trend.brands[brand] ?? [])).join(' '),
    option: () => option(context, trend, steps, name, pointAt),
    click: (event) => {
      if (event.data?.alert) {
        context.visit(there(context, 'alerts', { all: 'true' }));
      } else if (event.data?.from) {
        context.visit(
          there(context, 'voices', {
            of: [event.data.brand],
            scope: trend.scope,
            code: trend.code || null,
            period: event.data.from + '..' + event.data.to,
          }),
        );
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
          marksAt(context, trend, steps, name, step),
        ]),
      }),
    note: [t('trend.note'), ' ', trend.versions?.length > 1 ? t('trend.versions') : null],
  });
}

const cleared = { ...UNFILTERED, period: null };

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

function marksAt(context, trend, steps, name, step) {
  const here = (day) => name(day) === step;
  const texts = [
    ...trend.alerts
      .filter((alert) => here(alert.first_day))
      .map((alert) => '⚑ ' + alertName(context, alert) + ' ' + t('severity.' + alert.severity)),
    ...(trend.versions ?? [])
      .slice(1)
      .filter((version) => here(version.from))
      .map((version) => version.scored_by),
  ];
  return texts.length ? texts.join('; ') : '';
}
