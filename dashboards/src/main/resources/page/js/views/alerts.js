/** Alerts: what stood out, what speaks for it, and who sees to it. */
import { ApiError, post } from '../api.js';
import { open } from '../dialog.js';
import { fill, h, say } from '../dom.js';
import { count, labelled, moment, number, percent } from '../format.js';
import { t } from '../i18n.js';
import { here, there, UNFILTERED } from '../links.js';
import { keep, kept } from '../kept.js';
import { nLink, notice, tick } from '../parts.js';

export async function render(context) {
  const { state, go } = context;
  const { alerts } = await context.get('alerts', { all: state.all ?? 'false' });
  return h(
    'div',
    { class: 'view' },
    h(
      'div',
      { class: 'toolbar' },
      tick({
        id: 'all',
        label: t('alerts.all'),
        checked: Boolean(state.all),
        change: (on) => go({ all: on ? 'true' : null }),
      }),
    ),
    h('p', { class: 'lead' }, t('alerts.lead')),
    alerts.length
      ? h(
          'ol',
          { class: 'alerts', id: 'alerts' },
          alerts.map((alert) => card(context, alert)),
        )
      : notice({
          title: t('alerts.none'),
          text: t(state.all ? 'alerts.none.ever' : 'alerts.none.do'),
          command: 'scripts/voc alerts backtest --rules alerts.yaml --from 2026-10-01 --to 2026-10-31',
          link: state.all ? undefined : { href: here(context, { all: 'true' }), text: t('alerts.all') },
        }),
  );
}

function card(context, alert) {
  const item = h('li', { class: 'alert ' + alert.severity, 'data-id': alert.id });
  draw(context, item, alert);
  return item;
}

function draw(context, item, alert) {
  const what = nameOf(context, alert);
  const period = alert.first_day + '..' + alert.last_day;
  const target = {
    brand: alert.brand,
    scope: alert.scope,
    code: alert.code,
    label: { zh: what, en: what },
    period,
    unfiltered: true,
  };
  fill(
    item,
    h(
      'h2',
      {},
      h('span', { class: 'severity ' + alert.severity }, t('severity.' + alert.severity)),
      ' ',
      [alert.brand, what].filter(Boolean).join(' · '),
      ' ',
      h('span', { class: 'tag state-' + (alert.state ?? 'open') }, t('state.' + (alert.state ?? 'open'))),
      alert.withdrawn ? h('span', { class: 'tag' }, t('alert.withdrawn')) : null,
    ),
    h(
      'p',
      {},
      t('alert.line', {
        rule: labelled(alert.rule_label, alert.rule),
        days: alert.first_day === alert.last_day ? alert.first_day : alert.first_day + ' … ' + alert.last_day,
        course: t('course.' + alert.course),
      }),
      ' ',
      t('alert.seen', {
        measure: t('measure.' + alert.measure),
        day: alert.peak_day,
        seen: told(alert, alert.seen),
        expected: told(alert, alert.expected),
        score: number(alert.score, 1),
      }),
    ),
    h(
      'p',
      { class: 'counts' },
      nLink(context, alert.n, target, t('alert.n', { n: count(alert.n) })),
      nLink(context, alert.negative, { ...target, polarity: '-1' }, t('alert.negative', { n: count(alert.negative) })),
      alert.clusters?.length
        ? h('span', {}, t('alert.copies', { n: alert.clusters.reduce((sum, one) => sum + one.copies, 0) }))
        : null,
      h('a', { href: trendOf(context, alert) }, t('alert.trend')),
    ),
    quotes(context, alert),
    seenTo(context, alert),
    h('div', { class: 'buttons' }, actions(context, item, alert)),
  );
}

/** The trend of what the alert is about, among the brands that are compared. */
function trendOf(context, alert) {
  const against = context.brands.includes(alert.brand) ? context.against : [...context.against, alert.brand];
  return there(context, 'trend', {
    ...UNFILTERED,
    period: null,
    against,
    scope: alert.scope,
    code: alert.code || null,
  });
}

function nameOf(context, alert) {
  const list = alert.scope === 'touchpoint' ? context.overview.touchpoints : context.overview.indicators;
  return labelled(list.find((one) => one.code === alert.code)?.label, alert.code);
}

function told(alert, value) {
  return alert.measure === 'negative_share' ? percent(value) : number(value, Number.isInteger(value) ? 0 : 1);
}

function quotes(context, alert) {
  if (!alert.quotes?.length) {
    return null;
  }
  return h(
    'ul',
    { class: 'quotes', 'aria-label': t('alert.quotes') },
    alert.quotes.map((quote) =>
      h(
        'li',
        {},
        h('q', {}, quote.evidence),
        ' ',
        h(
          'span',
          { class: 'meta' },
          h('span', {}, t('channel.' + quote.channel)),
          h('span', {}, moment(quote.published_at, context.zone)),
        ),
        ' ',
        h('a', { href: here(context, { feedback: quote.feedback }) }, t('feedback.open')),
      ),
    ),
  );
}

function seenTo(context, alert) {
  const lines = ['acknowledged', 'closed']
    .filter((state) => alert[state + '_by'] || alert[state + '_at'])
    .map((state) =>
      t('seen.' + state, {
        by: alert[state + '_by'] ?? '–',
        at: alert[state + '_at'] ? moment(alert[state + '_at'], context.zone) : '–',
      }),
    );
  if (alert.note) {
    lines.push(t('note') + t('colon') + alert.note);
  }
  return lines.length ? h('p', { class: 'note meta' }, lines.map((line) => h('span', {}, line))) : null;
}

function actions(context, item, alert) {
  const state = alert.state ?? 'open';
  const button = (next, primary) =>
    h(
      'button',
      {
        type: 'button',
        class: primary ? 'primary' : null,
        'data-state': next,
        onclick: () => ask(context, item, alert, next),
      },
      t('act.' + next),
    );
  return [
    state === 'open' ? button('acknowledged', true) : null,
    state === 'closed' ? null : button('closed', state !== 'open'),
  ];
}

function ask(context, item, alert, next) {
  const by = h('input', {
    id: 'alert-by',
    name: 'by',
    required: true,
    maxlength: 100,
    autocomplete: 'name',
    value: kept('by') ?? '',
  });
  const note = h('textarea', { id: 'alert-note', name: 'note', rows: 3, maxlength: 1000 }, alert.note ?? '');
  const outcome = h('div', { class: 'outcome' });
  const form = h(
    'form',
    { class: 'stack' },
    h('p', {}, [alert.brand, nameOf(context, alert), alert.first_day].filter(Boolean).join(' · ')),
    h('label', { class: 'field', for: 'alert-by' }, h('span', {}, t('by')), by),
    h('label', { class: 'field', for: 'alert-note' }, h('span', {}, t('note')), note),
    outcome,
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('act.' + next))),
  );
  const dialog = open(t('act.' + next), form, { name: 'alert-state' });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    keep('by', by.value.trim());
    try {
      await post('alerts', { id: alert.id }, { state: next, by: by.value.trim(), note: note.value.trim() });
      const { alerts } = await context.get('alerts', { all: 'true' });
      dialog.close();
      draw(context, item, alerts.find((one) => one.id === alert.id) ?? alert);
      (item.querySelector('.buttons button') ?? item.querySelector('a')).focus();
      say(t('act.done', { state: t('state.' + next) }));
    } catch (failure) {
      if (!(failure instanceof ApiError)) {
        throw failure;
      }
      fill(outcome, notice({ kind: 'error', title: t('act.failed'), text: failure.message || t('error.unknown') }));
    }
  });
}
