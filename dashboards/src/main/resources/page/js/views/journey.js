/** Journey: the satisfaction index at each touchpoint, brands over one another. */
import { axis, bandSeries, brandLook, colour, figure, legend, tooltip } from '../chart.js';
import { h } from '../dom.js';
import { index, labelled, range } from '../format.js';
import { t } from '../i18n.js';
import { there } from '../links.js';
import { indexCell, notEnough, table } from '../parts.js';
import { comparison } from './controls.js';

const MOOD_SIGNS = { high: '▲', level: '＝', low: '▼', unknown: '·' };

export async function render(context) {
  const answer = await context.get('compare', { ...comparison(context, ['journey']), indicator: [] });
  const brands = context.brands.filter((brand) => answer.journey?.[brand]);
  const stops = (answer.journey?.[context.brand]?.stops ?? []).map(({ code, label }) => ({
    code,
    name: labelled(label, code),
  }));
  const stopOf = (brand, code) => answer.journey[brand].stops.find((stop) => stop.code === code);
  return h(
    'div',
    { class: 'view' },
    h('p', { class: 'lead' }, t('journey.lead')),
    chart(context, answer, brands, stops, stopOf),
  );
}

function chart(context, answer, brands, stops, stopOf) {
  return figure(context, {
    id: 'journey-chart',
    title: t('journey.title'),
    height: 'tall',
    label: t('journey.title') + '. ' + brands.map((brand) => inWords(brand, stops, stopOf)).join(' '),
    option: () => option(context, answer, brands, stops, stopOf),
    click: (event) => {
      if (event.data?.stop) {
        context.visit(there(context, 'voices', { of: [event.data.brand], scope: 'touchpoint', code: event.data.stop }));
      }
    },
    table: () =>
      table({
        caption: t('journey.title'),
        head: [t('touchpoint'), ...brands],
        rows: [
          ...stops.map(({ code, name }) => [
            name,
            ...brands.map((brand) => stopCell(context, brand, stopOf(brand, code), name)),
          ]),
          [t('journey.whole'), ...brands.map((brand) => wholeCell(context, brand, answer.journey[brand].overall))],
        ],
      }),
    note: t('journey.note'),
  });
}

function stopCell(context, brand, stop, name) {
  const target = { brand, scope: 'touchpoint', code: stop?.code, label: { zh: name, en: name } };
  if (!stop?.index) {
    return notEnough();
  }
  return [
    h('span', { class: 'mood-sign ' + stop.mood }, MOOD_SIGNS[stop.mood], ' ', t('mood.' + stop.mood)),
    ' ',
    indexCell(context, { ...stop.index, value: stop.index.index }, target),
  ];
}

function wholeCell(context, brand, whole) {
  return whole ? indexCell(context, { ...whole, value: whole.index }, { brand, scope: 'brand' }) : notEnough();
}

function inWords(brand, stops, stopOf) {
  const told = stops.map(({ code, name }) => {
    const stop = stopOf(brand, code);
    return name + ' ' + (stop?.index ? index(stop.index.index) + ' ' + t('mood.' + stop.mood) : t('not.enough'));
  });
  return brand + ': ' + told.join(', ') + '.';
}

/** Beside a point: its index for the own brand, and for all whether it is a high or a low. */
function pointWords(data, own) {
  const sign = data.mood === 'high' || data.mood === 'low' ? MOOD_SIGNS[data.mood] + ' ' : '';
  return sign + (own ? index(data.value[1]) : '');
}

function option(context, answer, brands, stops, stopOf) {
  const narrow = innerWidth < 600;
  return {
    grid: { left: 40, right: 20, top: 44, bottom: narrow ? 60 : 36 },
    legend: legend(context, brands),
    tooltip: tooltip({
      formatter: (event) => {
        const data = event.data ?? {};
        return data.stop
          ? data.brand +
              ' · ' +
              event.name +
              '\n' +
              index(data.value[1]) +
              ' (' +
              range(data.low, data.high) +
              ')\nn=' +
              data.n +
              ' · ' +
              t('mood.' + data.mood)
          : '';
      },
    }),
    xAxis: axis({
      type: 'category',
      data: stops.map((stop) => stop.name),
      splitLine: { show: true },
      axisLabel: { interval: 0, rotate: narrow ? 40 : 0 },
    }),
    yAxis: axis({ type: 'value', min: 0, max: 100 }),
    series: brands.flatMap((brand) => {
      const look = brandLook(context, brand);
      const points = stops.map(({ code }) => stopOf(brand, code));
      return [
        bandSeries(
          brand,
          points.map((stop, at) => (stop?.index ? [at, stop.index.low, stop.index.high] : null)),
          look.colour,
        ),
        {
          name: brand,
          type: 'line',
          z: 3,
          symbol: look.symbol,
          symbolSize: 11,
          lineStyle: { color: look.colour, width: 3, type: look.line },
          itemStyle: { color: look.colour },
          label: {
            show: true,
            // A sign by itself says by its colour whose it is.
            color: brand === context.brand ? colour('--ink') : look.colour,
            formatter: (event) => pointWords(event.data, brand === context.brand),
          },
          data: points.map((stop, at) =>
            stop?.index
              ? {
                  value: [at, stop.index.index],
                  brand,
                  stop: stop.code,
                  mood: stop.mood,
                  low: stop.index.low,
                  high: stop.index.high,
                  n: stop.index.n,
                }
              : [at, null],
          ),
        },
      ];
    }),
  };
}
