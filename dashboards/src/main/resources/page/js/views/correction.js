/** Correct: an analyst says that a mention is wrong. The correction is stored beside the score, which stays as it is. */
import { ApiError, post } from '../api.js';
import { open } from '../dialog.js';
import { fill, h, say } from '../dom.js';
import { labelled, polarity, polaritySign } from '../format.js';
import { t } from '../i18n.js';
import { keep, kept } from '../kept.js';
import { notice } from '../parts.js';

const KINDS = ['polarity', 'indicator', 'not_a_mention'];

/** Asks what is wrong with the mention, and stores it. */
export function openCorrection(context, mention) {
  const polarityChoice = h(
    'select',
    { id: 'correction-polarity', name: 'polarity' },
    [1, 0, -1]
      .filter((value) => value !== mention.polarity)
      .map((value) => h('option', { value }, polaritySign(value) + ' ' + polarity(value))),
  );
  const indicatorChoice = h(
    'select',
    { id: 'correction-indicator', name: 'indicator' },
    context.overview.indicators
      .filter((one) => one.code !== mention.group && one.code !== mention.indicator)
      .map((one) => h('option', { value: one.code }, labelled(one.label, one.code))),
  );
  const details = {
    polarity: h(
      'label',
      { class: 'field', for: 'correction-polarity' },
      h('span', {}, t('correct.polarity.is')),
      polarityChoice,
    ),
    indicator: h(
      'label',
      { class: 'field', for: 'correction-indicator' },
      h('span', {}, t('correct.indicator.is')),
      indicatorChoice,
    ),
  };
  const show = (kind) => {
    for (const [name, field] of Object.entries(details)) {
      field.hidden = name !== kind;
    }
  };
  const kinds = h(
    'fieldset',
    {},
    h('legend', {}, t('correct.what')),
    KINDS.map((kind, at) =>
      h(
        'label',
        { class: 'tick', for: 'kind-' + kind },
        h('input', {
          type: 'radio',
          id: 'kind-' + kind,
          name: 'kind',
          value: kind,
          checked: at === 0,
          onchange: () => show(kind),
        }),
        h('span', {}, t('correct.' + kind)),
      ),
    ),
  );
  const by = h('input', {
    id: 'correction-by',
    name: 'by',
    required: true,
    maxlength: 100,
    autocomplete: 'name',
    value: kept('by') ?? '',
  });
  const note = h('textarea', { id: 'correction-note', name: 'note', rows: 2, maxlength: 1000 });
  const outcome = h('div', { class: 'outcome' });
  const form = h(
    'form',
    { class: 'stack' },
    h('blockquote', {}, mention.evidence ?? mention.text),
    h(
      'p',
      { class: 'tags' },
      polaritySign(mention.polarity) +
        ' ' +
        polarity(mention.polarity) +
        ' · ' +
        labelled(mention.label, mention.group),
    ),
    kinds,
    details.polarity,
    details.indicator,
    h('label', { class: 'field', for: 'correction-by' }, h('span', {}, t('by')), by),
    h('label', { class: 'field', for: 'correction-note' }, h('span', {}, t('note')), note),
    h('p', { class: 'note' }, t('correct.note')),
    outcome,
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('correct.store'))),
  );
  show('polarity');
  const dialog = open(t('correct.title'), form, { name: 'correction' });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const kind = form.elements.kind.value;
    const body = { mention: mention.id, kind, by: by.value.trim() };
    if (kind === 'polarity') {
      body.polarity = Number(polarityChoice.value);
    } else if (kind === 'indicator') {
      body.indicator = indicatorChoice.value;
    }
    if (note.value.trim()) {
      body.note = note.value.trim();
    }
    keep('by', body.by);
    const submit = form.querySelector('button[type=submit]');
    submit.disabled = true;
    try {
      const { id } = await post('corrections', {}, body);
      fill(
        form,
        notice({ kind: 'done', title: t('correct.done'), text: t('correct.done.id', { id }) }),
        h(
          'div',
          { class: 'buttons' },
          h('button', { type: 'button', class: 'primary', onclick: () => dialog.close() }, t('close')),
        ),
      );
      form.querySelector('button').focus();
      say(t('correct.done'));
    } catch (failure) {
      submit.disabled = false;
      if (!(failure instanceof ApiError)) {
        throw failure;
      }
      fill(outcome, notice({ kind: 'error', title: t('correct.failed'), text: failure.message || t('error.unknown') }));
    }
  });
}
