/** What is asked of a comparison, and the controls for it. */
import { apiAddress } from '../api.js';
import { h } from '../dom.js';
import { labelled } from '../format.js';
import { t } from '../i18n.js';
import { menu, select } from '../parts.js';
import { query } from '../state.js';

/** Parameters of a comparison with these sections. */
export function comparison(context, show) {
  const { state } = context;
  return query(state, {
    brand: context.brand,
    against: context.against,
    raw: state.raw,
    cluster: state.cluster,
    industry: state.industry,
    importance: state.importance,
    indicator: state.indicator,
    show,
  });
}

/** Whom the gap is shown against. */
export function rivalSelect(context) {
  return select({
    id: 'rival',
    label: t('rival'),
    value: context.rival,
    options: context.against.map((brand) => [brand, brand]),
    change: (rival) => context.go({ rival }),
  });
}

/** Gaps on one mix of channels, or as the feedback came. */
export function rawSelect(context) {
  return select({
    id: 'raw',
    label: t('mix'),
    value: context.state.raw,
    options: [
      ['', t('mix.standard')],
      ['true', t('mix.raw')],
    ],
    change: (raw) => context.go({ raw }),
    hint: t('mix.hint'),
  });
}

/** What an interval takes as one voice. */
export function clusterSelect(context) {
  return select({
    id: 'cluster',
    label: t('cluster'),
    value: context.state.cluster === 'author' ? 'author' : '',
    options: [
      ['', t('cluster.feedback')],
      ['author', t('cluster.author')],
    ],
    change: (cluster) => context.go({ cluster }),
    hint: t('cluster.hint'),
  });
}

/** How competitors make up the industry. */
export function industrySelect(context) {
  return select({
    id: 'industry',
    label: t('industry'),
    value: context.state.industry === 'brand' ? 'brand' : '',
    options: [
      ['', t('industry.mention')],
      ['brand', t('industry.brand')],
    ],
    change: (industry) => context.go({ industry }),
  });
}

/** Only these indicators are judged. */
export function indicatorMenu(context) {
  return menu({
    id: 'indicator',
    label: t('indicators'),
    all: t('all.indicators'),
    options: context.overview.indicators.map((one) => [one.code, labelled(one.label, one.code)]),
    chosen: context.state.indicator,
    change: (indicator) => context.go({ indicator }),
    hint: t('indicators.hint'),
  });
}

/** What is shown as a file. */
export function exports(view, parameters) {
  const link = (format) =>
    h(
      'a',
      {
        class: 'button',
        id: 'export-' + format,
        href: apiAddress('export', { view, format, ...parameters }),
        download: true,
      },
      format.toUpperCase(),
    );
  return h(
    'div',
    { class: 'field export', role: 'group', 'aria-label': t('export') },
    h('span', {}, t('export')),
    h('div', { class: 'buttons' }, link('csv'), link('xlsx')),
  );
}
