/** What changed since the wave before: how much of it because customers speak of other things (mix), how much because they judge otherwise (score). */
import { axis, colour, figure, legend, tooltip } from '../chart.js';
import { ApiError } from '../api.js';
import { h } from '../dom.js';
import { labelled, range, signed } from '../format.js';
import { t } from '../i18n.js';
import { here } from '../links.js';
import { notEnough, notice, select, table } from '../parts.js';
import { lastDays } from '../period.js';
import { comparison } from './controls.js';

/** The section below the trend; it says itself what it cannot show. */
export async function waveSection(context) {
  const { state, overview } = context;
  const heading = h('h2', {}, t('wave.title'));
  if (!state.period) {
    const link = overview.days
      ? { href: here(context, { period: lastDays(overview.days.to, 7) }), text: t('wave.last7') }
      : undefined;
    return h('section', { id: 'wave' }, heading, notice({ title: t('wave.period'), text: t('wave.period.do'), link }));
  }
  let answer;
  try {
    const parameters = { ...comparison(context, ['waves']), wave: state.wave ?? 'previous', indicator: [] };
    answer = await context.get('compare', parameters);
  } catch (failure) {
    if (!(failure instanceof ApiError)) {
      throw failure;
    }
    const text = failure.message || t('error.unknown');
    return h('section', { id: 'wave' }, heading, controls(context), notice({ title: t('wave.none'), text }));
  }
  const days = (period) => (period?.from ? period.from + ' … ' + period.to : '–');
  return h(
    'section',
    { id: 'wave' },
    heading,
    controls(context),
    h('p', { class: 'lead' }, t('wave.lead', { now: days(answer.period), before: days(answer.before) })),
    summary(context, answer),
    context.brands.some((brand) => answer.waves?.[brand]?.change !== undefined) ? null : h('p', { class: 'note' }, t('wave.thin')),
    chart(context, answer),
  );
}

function controls(context) {
  const { state, go } = context;
  const field = h('input', {
    id: 'wave-period',
    type: 'text',
    value: state.wave ?? '',
    placeholder: t('wave.previous'),
    autocomplete: 'off',
  });
  return h(
    'form',
    {
      class: 'toolbar',
      onsubmit: (event) => {
        event.preventDefault();
        go({ wave: field.value.trim() || null });
      },
    },
    h('label', { class: 'field', for: 'wave-period' }, h('span', {}, t('wave.against')), field),
    h('button', { type: 'submit' }, t('wave.compare')),
    select({
      id: 'wave-brand',
      label: t('wave.parts.of'),
      value: partsOf(context),
      options: context.brands.map((brand) => [brand, brand]),
      change: (brand) => go({ of: [brand] }),
    }),
  );
}

function partsOf(context) {
  const [brand] = context.state.of;
  return context.brands.includes(brand) ? brand : context.brand;
}

function summary(context, answer) {
  return table({
    caption: t('wave.caption'),
    head: [t('brand'), t('wave.change'), t('wave.mix'), t('wave.score'), t('wave.told')],
    rows: context.brands.map((brand) => {
      const wave = answer.waves?.[brand];
      if (wave?.change === undefined) {
        return [brand, notEnough(), '–', '–', '–'];
      }
      return [brand, change(wave.change), signed(wave.mix), signed(wave.score), told(wave)];
    }),
  });
}

function change(value) {
  return signed(value.value) + ' (' + range(value.low, value.high, (one) => signed(one)) + ')';
}

function told(wave) {
  return t(wave.significant ? 'wave.significant' : 'wave.not');
}

function chart(context, answer) {
  const brand = partsOf(context);
  const parts = answer.waves?.[brand]?.parts ?? [];
  if (parts.length === 0) {
    return null;
  }
  const name = (part) => {
    const known = context.overview.indicators.find((one) => one.code === part.code);
    return labelled(known?.label, part.code);
  };
  const size = (part) => Math.abs(part.mix) + Math.abs(part.score);
  const ordered = [...parts].sort((one, other) => size(other) - size(one));
  const title = t('wave.parts', { brand });
  const drawn = ordered.slice(0, 15).reverse();
  return figure(context, {
    id: 'wave-chart',
    title,
    height: 'tall',
    label:
      title +
      '. ' +
      ordered
        .slice(0, 5)
        .map(
          (part) =>
            name(part) +
            ': ' +
            t('wave.mix') +
            ' ' +
            signed(part.mix) +
            ', ' +
            t('wave.score') +
            ' ' +
            signed(part.score),
        )
        .join('; '),
    option: () => ({
      grid: { left: 8, right: 24, top: 36, bottom: 24, containLabel: true },
      legend: legend(context),
      aria: { enabled: false, decal: { show: true } },
      tooltip: tooltip({ formatter: (event) => event.name + '\n' + event.seriesName + ' ' + signed(event.value, 2) }),
      xAxis: axis({ type: 'value' }),
      yAxis: axis({ type: 'category', data: drawn.map(name), splitLine: { show: false } }),
      series: [
        bar(
          t('wave.mix'),
          drawn.map((part) => part.mix),
          colour('--brand-5'),
        ),
        bar(
          t('wave.score'),
          drawn.map((part) => part.score),
          colour('--brand-1'),
        ),
      ],
    }),
    table: () =>
      table({
        caption: title,
        head: [t('about'), t('wave.mix'), t('wave.score'), t('wave.index.change'), t('wave.told')],
        rows: ordered.map((part) => [
          name(part),
          signed(part.mix, 2),
          signed(part.score, 2),
          part.change ? change(part.change) : notEnough(),
          part.change ? told(part) : '–',
        ]),
      }),
    note: t('wave.note'),
  });
}

function bar(name, data, fill) {
  return { name, type: 'bar', stack: 'parts', barMaxWidth: 22, itemStyle: { color: fill }, data };
}
