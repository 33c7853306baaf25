/** Voices: the mentions behind a number, word for word. Their count is the n of the number. */
import { ApiError } from '../api.js';
import { fill, h, say } from '../dom.js';
import { count, labelled, languageName, moment, percent, polarity, polaritySign } from '../format.js';
import { around, highlighted } from '../highlight.js';
import { t } from '../i18n.js';
import { here, UNFILTERED } from '../links.js';
import { mood, notice, select } from '../parts.js';
import { query } from '../state.js';
import { exports } from './controls.js';
import { openCorrection } from './correction.js';

export async function render(context) {
  const { state } = context;
  const parameters = query(state, {
    brand: state.of.length ? state.of : [context.brand],
    scope: state.scope ?? 'brand',
    code: state.code,
    polarity: state.polarity,
    over: state.over,
    q: state.q,
  });
  const answer = await context.get('voices', { ...parameters, size: 50 });
  const list = h(
    'ol',
    { class: 'voices', id: 'voices' },
    answer.mentions.map((mention) => card(context, mention)),
  );
  return h(
    'div',
    { class: 'view' },
    toolbar(context, parameters),
    heading(context, answer, parameters),
    answer.mentions.length
      ? list
      : notice({
          title: t('voices.none'),
          text: t('voices.none.do'),
          link: { href: here(context, none), text: t('filters.clear') },
        }),
    more(context, answer, parameters, list),
  );
}

const none = { ...UNFILTERED, q: null, over: null, polarity: null, period: null };

function toolbar(context, parameters) {
  const { state, overview, go } = context;
  const scope = state.scope ?? 'brand';
  const subject = scope + '|' + (state.code ?? '');
  const options = [
    ['brand|', t('scope.brand')],
    {
      group: t('section.touchpoints'),
      options: overview.touchpoints.map((one) => ['touchpoint|' + one.code, labelled(one.label, one.code)]),
    },
    {
      group: t('section.indicators'),
      options: overview.indicators.map((one) => ['group|' + one.code, labelled(one.label, one.code)]),
    },
  ];
  if (!options.flatMap((one) => one.options ?? [one]).some(([code]) => code === subject)) {
    options.push([subject, scope === 'feedback' ? t('scope.feedback') : (state.code ?? subject)]);
  }
  const text = h('input', {
    id: 'q',
    type: 'search',
    value: state.q ?? '',
    placeholder: t('search.example'),
    maxlength: 200,
  });
  return h(
    'div',
    { class: 'toolbar' },
    select({
      id: 'of',
      label: t('brand'),
      value: parameters.brand.length === 1 ? parameters.brand[0] : '',
      options: [
        ...(parameters.brand.length === 1 ? [] : [['', parameters.brand.join(t('list.comma'))]]),
        ...overview.brands.map((brand) => [brand, brand]),
      ],
      change: (brand) => go({ of: brand ? [brand] : [], over: null }),
    }),
    select({
      id: 'subject',
      label: t('about'),
      value: subject,
      options,
      change: (value) => go({ scope: value.split('|')[0], code: value.split('|')[1] || null, over: null }),
    }),
    select({
      id: 'polarity',
      label: t('polarity'),
      value: state.polarity,
      options: [
        ['', t('polarity.all')],
        ['1', '▲ ' + t('polarity.positive')],
        ['0', '＝ ' + t('polarity.neutral')],
        ['-1', '▼ ' + t('polarity.negative')],
      ],
      change: (value) => go({ polarity: value }),
    }),
    h(
      'form',
      {
        class: 'field search',
        role: 'search',
        onsubmit: (event) => {
          event.preventDefault();
          go({ q: text.value.trim() || null });
        },
      },
      h('label', { for: 'q' }, t('search')),
      h('div', { class: 'buttons' }, text, h('button', { type: 'submit' }, t('search.go'))),
    ),
    exports('voices', parameters),
  );
}

function heading(context, answer, parameters) {
  const { state } = context;
  const scope = state.scope ?? 'brand';
  const what = state.over
    ? t('said.over', { brand: state.over })
    : scope === 'brand' || scope === 'feedback'
      ? t('scope.' + scope)
      : labelled(labelOf(context, answer, scope, state.code), state.code);
  return h(
    'h2',
    { id: 'voices-head', tabindex: '-1' },
    parameters.brand.join(t('list.comma')) + ' · ' + what,
    ' ',
    h('span', { class: 'total', id: 'voices-n', 'data-n': answer.n }, 'n=' + count(answer.n)),
  );
}

function labelOf(context, answer, scope, code) {
  const list = scope === 'touchpoint' ? context.overview.touchpoints : context.overview.indicators;
  return list.find((one) => one.code === code)?.label;
}

function more(context, answer, parameters, list) {
  if (!answer.next) {
    return null;
  }
  let after = answer.next;
  const shown = h('span', {}, t('voices.shown', { shown: count(answer.mentions.length), n: count(answer.n) }));
  const button = h('button', { type: 'button', id: 'more' }, t('voices.more'));
  const line = h('p', { class: 'more' }, shown, ' ', button);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const next = await context.get('voices', { ...parameters, size: 50, after });
      const cards = next.mentions.map((mention) => card(context, mention));
      list.append(...cards);
      cards[0]?.querySelector('a, button')?.focus();
      const told = t('voices.shown', { shown: count(list.children.length), n: count(next.n) });
      fill(shown, told);
      say(told);
      after = next.next;
      if (after) {
        button.disabled = false;
      } else {
        button.remove();
      }
    } catch (failure) {
      button.disabled = false;
      if (failure instanceof ApiError) {
        fill(shown, failure.message || t('error.unknown'));
      } else if (failure.name !== 'AbortError') {
        throw failure;
      }
    }
  });
  return line;
}

/** One mention in its text. A feedback as a whole has no span: then its text stands as it is. */
function card(context, mention) {
  const text = mention.text ?? mention.evidence ?? '';
  const spanned = mention.end > mention.start;
  const { from, to } = spanned ? around(text, mention) : { from: 0, to: Math.min(text.length, 280) };
  return h(
    'li',
    { class: 'voice', 'data-id': mention.id },
    h(
      'p',
      { class: 'verbatim', lang: mention.lang },
      from > 0 ? '… ' : null,
      spanned ? highlighted(text, [mention], { from, to }) : text.slice(from, to),
      to < text.length ? ' …' : null,
    ),
    h('p', { class: 'tags' }, tags(context, mention)),
    h('p', { class: 'meta' }, meta(context, mention)),
    h(
      'p',
      { class: 'buttons' },
      h(
        'a',
        { class: 'button small open-feedback', href: here(context, { feedback: mention.feedback }) },
        t('feedback.open'),
      ),
      mention.indicator
        ? h(
            'button',
            { type: 'button', class: 'small correct', onclick: () => openCorrection(context, mention) },
            t('correct'),
          )
        : null,
    ),
  );
}

function tags(context, mention) {
  return [
    mood(mention.polarity, [polaritySign(mention.polarity), ' ', polarity(mention.polarity)]),
    h('span', { class: 'tag strong' }, mention.brand),
    mention.indicator
      ? h('span', { class: 'tag', title: mention.indicator }, labelled(mention.label, mention.group))
      : null,
    mention.turn === undefined || mention.turn === null
      ? null
      : h('span', { class: 'tag' }, t('turn', { n: mention.turn + 1 })),
    mention.suspect ? h('span', { class: 'tag warn' }, t('suspect')) : null,
  ];
}

function meta(context, mention) {
  const items = [
    t('channel.' + mention.channel),
    mention.product,
    mention.published_at ? moment(mention.published_at, context.zone) : null,
    mention.lang ? languageName(mention.lang) : null,
    mention.cue ? t('cue', { cue: mention.cue }) : null,
    mention.strength === undefined ? null : t('strength', { value: percent(mention.strength) }),
    mention.confidence === undefined ? null : t('confidence', { value: percent(mention.confidence) }),
    mention.scored_by ? t('scored_by', { by: mention.scored_by }) : null,
  ].filter(Boolean);
  return items.map((item) => h('span', {}, item));
}
