/** The bar of filters that all views share. On a phone it folds up under one line that tells what is set. */
import { h } from './dom.js';
import { languageName } from './format.js';
import { t } from './i18n.js';
import { here, UNFILTERED } from './links.js';
import { menu, select } from './parts.js';
import { joined, months, parts, weeks } from './period.js';

const WIDE = '(min-width: 60rem)';

/** The bar; `open` keeps it open on a phone. */
export function filterBar(context, open) {
  const { state, overview, go } = context;
  const others = overview.brands.filter((brand) => brand !== context.brand);
  const named = (list) => list.map((one) => [one, one]);
  const bar = h(
    'details',
    { class: 'filters', id: 'filter-bar', open: open || matchMedia(WIDE).matches },
    h(
      'summary',
      {},
      h('span', { class: 'summary-head' }, t('filters')),
      h('span', { class: 'summary-text' }, inWords(context)),
    ),
    h(
      'div',
      { class: 'controls', role: 'group', 'aria-label': t('filters') },
      select({
        id: 'brand',
        label: t('brand.own'),
        value: context.brand,
        options: named(overview.brands),
        change: (brand) =>
          go({
            brand,
            against: overview.brands.filter(
              (one) => one !== brand && (one === context.brand || context.against.includes(one)),
            ),
            rival: null,
          }),
      }),
      menu({
        id: 'against',
        label: t('against'),
        all: t('against.all'),
        options: named(others),
        chosen: context.against,
        change: (against) => go({ against: overview.brands.filter((one) => against.includes(one)), rival: null }),
      }),
      periodFields(context),
      list(
        context,
        'channel',
        overview.channels.map((code) => [code, t('channel.' + code)]),
      ),
      list(context, 'product', named(overview.products)),
      list(context, 'segment', named(overview.segments)),
      list(
        context,
        'lang',
        overview.langs.map((code) => [code, languageName(code)]),
      ),
      select({
        id: 'suspects',
        label: t('suspects'),
        value: state.suspects === 'without' ? 'without' : '',
        options: [
          ['', t('suspects.with')],
          ['without', t('suspects.without')],
        ],
        change: (suspects) => go({ suspects }),
        hint: t('suspects.hint'),
      }),
      isFiltered(state)
        ? h('a', { class: 'button small clear', id: 'clear', href: here(context, CLEARED) }, t('filters.clear'))
        : null,
    ),
  );
  return bar;
}

/** Filters taken away. */
export const CLEARED = { ...UNFILTERED, period: null, indicator: [] };

function isFiltered(state) {
  return Boolean(
    state.period ||
    state.suspects === 'without' ||
    state.channel.length ||
    state.product.length ||
    state.segment.length ||
    state.lang.length ||
    state.indicator.length,
  );
}

function list(context, name, options) {
  const chosen = context.state[name];
  const known = [
    ...options,
    ...chosen.filter((one) => !options.some(([code]) => code === one)).map((one) => [one, one]),
  ];
  if (known.length === 0) {
    return null;
  }
  return menu({
    id: name,
    label: t(name),
    all: t(name + '.all'),
    options: known,
    chosen,
    change: (values) => context.go({ [name]: values }),
  });
}

function inWords(context) {
  const { state } = context;
  const lists = ['channel', 'product', 'segment', 'lang'].flatMap((name) =>
    state[name].map((code) =>
      name === 'channel' ? t('channel.' + code) : name === 'lang' ? languageName(code) : code,
    ),
  );
  const words = [
    context.against.length
      ? t('versus', { brand: context.brand, rivals: context.against.join(t('list.comma')) })
      : context.brand,
    state.period ? state.period.replace('..', ' … ') : t('period.all'),
    ...lists,
  ];
  if (state.suspects === 'without') {
    words.push(t('suspects.without'));
  }
  return words.join(' · ');
}

/** Kind of period, and its first and last week, month or day. */
function periodFields(context) {
  const { overview, state, go } = context;
  const now = parts(state.period);
  const days = overview.days;
  const kinds = [['', t('period.all')]];
  if (days) {
    kinds.push(['week', t('period.week')], ['month', t('period.month')], ['day', t('period.day')]);
  } else if (now.kind !== 'all') {
    kinds.push([now.kind, t('period.' + now.kind)]);
  }
  const start = (kind) => {
    if (!kind) {
      return null;
    }
    if (kind === 'day') {
      return joined(days.from, days.to);
    }
    const all = kind === 'week' ? weeks(days.from, days.to) : months(days.from, days.to);
    return joined(all[0], all.at(-1));
  };
  const fields = [
    select({
      id: 'period-kind',
      label: t('period'),
      value: now.kind === 'all' ? '' : now.kind,
      options: kinds,
      change: (kind) => go({ period: start(kind) }),
    }),
  ];
  if (now.kind === 'day') {
    fields.push(dayField('period-from', t('period.from'), now.from, (from) => go({ period: joined(from, now.to) })));
    fields.push(dayField('period-to', t('period.to'), now.to, (to) => go({ period: joined(now.from, to) })));
  } else if (now.kind !== 'all') {
    const all = !days ? [] : now.kind === 'week' ? weeks(days.from, days.to) : months(days.from, days.to);
    const options = [...new Set([...all, now.from, now.to])].sort().map((one) => [one, one]);
    fields.push(
      select({
        id: 'period-from',
        label: t('period.from'),
        value: now.from,
        options,
        change: (from) => go({ period: joined(from, from > now.to ? from : now.to) }),
      }),
    );
    fields.push(
      select({
        id: 'period-to',
        label: t('period.to'),
        value: now.to,
        options,
        change: (to) => go({ period: joined(to < now.from ? to : now.from, to) }),
      }),
    );
  }
  return fields;
}

function dayField(id, label, value, change) {
  return h(
    'label',
    { class: 'field', for: id },
    h('span', {}, label),
    h('input', {
      id,
      type: 'date',
      value,
      onchange: (event) => {
        if (event.target.value) {
          change(event.target.value);
        }
      },
    }),
  );
}
