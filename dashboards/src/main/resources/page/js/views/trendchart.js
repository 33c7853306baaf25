/** The lines of a trend: bands, alerts, and where the model or the pack changed. */
import { axis, bandSeries, brandLook, colour, legend, tooltip } from '../chart.js';
import { index, labelled, range } from '../format.js';
import { t } from '../i18n.js';

/** The ECharts option; `pointAt` gives the point of a brand in a step. */
export function option(context, trend, steps, name, pointAt) {
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
          point?.enough
            ? {
                value: [at, point.index],
                brand,
                from: point.from,
                to: point.to,
                n: point.n,
                low: point.low,
                high: point.high,
              }
            : [at, null],
        ),
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
          return (
            '⚑ ' +
            alertName(context, data.alert) +
            '\n' +
            labelled(data.alert.rule_label, data.alert.id) +
            '\n' +
            data.alert.first_day +
            ' … ' +
            data.alert.last_day +
            '\n' +
            t('severity.' + data.alert.severity)
          );
        }
        if (!data.from) {
          return '';
        }
        return (
          data.brand +
          ' · ' +
          name(data.from) +
          '\n' +
          index(data.value[1]) +
          ' (' +
          range(data.low, data.high) +
          ')\nn=' +
          data.n
        );
      },
    }),
    xAxis: axis({
      type: 'category',
      data: steps,
      boundaryGap: true,
      splitLine: { show: false },
      axisLabel: {
        hideOverlap: true,
        rotate: narrow ? 30 : 0,
        formatter: (step) => (trend.step === 'day' ? step.slice(5) : step),
      },
    }),
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
    data: (trend.versions ?? [])
      .slice(1)
      .map((version) => ({ name: version.scored_by, xAxis: place(steps, name, version.from) })),
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
    data: trend.alerts
      .filter((alert) => steps.includes(name(alert.first_day)))
      .map((alert) => {
        const at = place(steps, name, alert.first_day);
        const point = pointAt(alert.brand, steps[at]);
        return { value: [at, point?.index ?? 0], alert };
      }),
  };
}

/** The place of a day among the steps; what lies before or after them stands at their end. */
function place(steps, name, day) {
  const at = steps.indexOf(name(day));
  return at >= 0 ? at : name(day) < steps[0] ? 0 : steps.length - 1;
}

/** Brand and indicator (or touchpoint) that an alert is about. */
export function alertName(context, alert) {
  const known = [...context.overview.indicators, ...context.overview.touchpoints].find(
    (one) => one.code === alert.code,
  );
  return [alert.brand, labelled(known?.label, alert.code)].filter(Boolean).join(' · ');
}
