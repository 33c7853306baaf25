/** The whole feedback: its text with all mentions, for a call its turns and the curve of how the customer feels. */
import { ApiError } from '../api.js';
import { axis, colour, passingFigure, tooltip } from '../chart.js';
import { open } from '../dialog.js';
import { fill, h } from '../dom.js';
import { clock, labelled, languageName, moment, number, polarity, polaritySign } from '../format.js';
import { highlighted } from '../highlight.js';
import { t } from '../i18n.js';
import { mood, notice, table } from '../parts.js';
import { openCorrection } from './correction.js';

/** Opens it over the view; `closed` is called when it is closed. Its own `after` and `leave` draw and drop the curve. */
export async function openFeedback(context, id, closed) {
  const content = h('div', { class: 'feedback', 'aria-busy': 'true' }, h('p', {}, t('loading')));
  const inside = { ...context, after: [], leave: [] };
  const dialog = open(t('feedback'), content, {
    wide: true,
    name: 'whole',
    closed: () => {
      inside.leave.forEach((leave) => leave());
      closed();
    },
  });
  try {
    const answer = await context.get('feedback', { id });
    fill(content, whole(inside, answer));
  } catch (failure) {
    if (failure.name === 'AbortError') {
      return dialog;
    }
    if (!(failure instanceof ApiError)) {
      throw failure;
    }
    fill(content, notice({ kind: 'error', title: t('feedback.none'), text: failure.message || t('error.unknown') }));
  } finally {
    content.setAttribute('aria-busy', 'false');
  }
  inside.after.forEach((draw) => draw());
  return dialog;
}

function whole(context, { feedback, mentions }) {
  const customerTurns = (feedback.turns ?? [])
    .map((turn, at) => ({ ...turn, at }))
    .filter((turn) => turn.speaker === 'customer' && turn.sentiment);
  return [
    h(
      'p',
      { class: 'meta' },
      meta(context, feedback).map((item) => h('span', {}, item)),
    ),
    feedback.turns?.length
      ? turns(feedback, mentions)
      : h('p', { class: 'verbatim whole', lang: feedback.lang }, highlighted(feedback.text ?? '', mentions)),
    customerTurns.length > 1 ? curve(context, feedback, customerTurns) : null,
    mentionTable(context, mentions),
  ];
}

function meta(context, feedback) {
  const score = feedback.sentiment;
  return [
    feedback.brand,
    t('channel.' + feedback.channel),
    feedback.product,
    feedback.segment,
    feedback.published_at ? moment(feedback.published_at, context.zone) : null,
    feedback.lang ? languageName(feedback.lang) : null,
    feedback.rating === undefined ? null : t('rating', { value: feedback.rating }),
    feedback.nps === undefined ? null : t('nps', { value: feedback.nps }),
    score
      ? t('sentiment') +
        ' ' +
        polaritySign(score.label) +
        ' ' +
        polarity(score.label) +
        ' (' +
        number(score.score) +
        ')'
      : null,
    ...(feedback.flags ?? []).map((flag) => t('flag.' + flag)),
    feedback.duplicate_of ? t('duplicate_of', { id: feedback.duplicate_of }) : null,
    t('scored_by', { by: feedback.scored_by }),
    feedback.id,
  ].filter(Boolean);
}

function turns(feedback, mentions) {
  const peak = extreme(feedback);
  return h(
    'ol',
    { class: 'turns' },
    feedback.turns.map((turn, at) => {
      const from = turn.start;
      const words = highlighted(
        feedback.text,
        mentions.filter((one) => one.turn === undefined || one.turn === null || one.turn === at),
        { from, to: from + turn.text.length },
      );
      return h(
        'li',
        { class: turn.speaker },
        h(
          'p',
          { class: 'who' },
          t('speaker.' + turn.speaker),
          turn.start_ms === undefined ? null : ' ' + clock(turn.start_ms),
          turn.sentiment
            ? [
                ' ',
                mood(
                  turn.satisfaction ?? turn.sentiment.label,
                  polaritySign(turn.satisfaction ?? turn.sentiment.label) + ' ' + number(turn.sentiment.score),
                ),
              ]
            : null,
          at === peak ? h('span', { class: 'tag' }, t('call.peak')) : null,
        ),
        h('p', { class: 'verbatim', lang: feedback.lang }, words),
      );
    }),
  );
}

/** The customer turn that the peak was read from. */
function extreme(feedback) {
  if (feedback.peak === undefined) {
    return -1;
  }
  return feedback.turns.findIndex((turn) => turn.sentiment && Math.abs(turn.sentiment.score - feedback.peak) < 1e-6);
}

function curve(context, feedback, turns) {
  const told = (value) => (value === undefined || value === null ? '–' : number(value));
  const values = t('call.values', {
    satisfaction: told(feedback.satisfaction),
    peak: told(feedback.peak),
    end: told(feedback.end),
  });
  const peak = extreme(feedback);
  return passingFigure(context, {
    id: 'call-chart',
    title: t('call.curve'),
    label:
      t('call.curve') +
      '. ' +
      turns.map((turn) => t('turn', { n: turn.at + 1 }) + ' ' + number(turn.sentiment.score)).join(', ') +
      '. ' +
      values,
    option: () => ({
      grid: { left: 44, right: 32, top: 32, bottom: 32 },
      tooltip: tooltip({
        formatter: (event) =>
          t('turn', { n: turns[event.dataIndex].at + 1 }) +
          '\n' +
          number(turns[event.dataIndex].sentiment.score) +
          '\n' +
          shorten(turns[event.dataIndex].text),
      }),
      xAxis: axis({
        type: 'category',
        data: turns.map((turn) => (turn.start_ms === undefined ? String(turn.at + 1) : clock(turn.start_ms))),
        splitLine: { show: false },
      }),
      yAxis: axis({ type: 'value', min: -1, max: 1, splitNumber: 4 }),
      series: [
        {
          type: 'line',
          symbol: 'circle',
          symbolSize: 9,
          lineStyle: { color: colour('--brand-1'), width: 2.5 },
          itemStyle: { color: colour('--brand-1') },
          data: turns.map((turn) => turn.sentiment.score),
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: colour('--edge-strong') },
            data: [{ yAxis: 0 }],
          },
          markPoint: {
            symbol: 'emptyCircle',
            symbolSize: 18,
            silent: true,
            itemStyle: { color: 'transparent', borderColor: colour('--ink'), borderWidth: 1.5 },
            label: { color: colour('--ink'), position: 'top', formatter: (mark) => mark.name },
            data: marks(turns, peak),
          },
        },
      ],
    }),
    table: () =>
      table({
        caption: t('call.curve'),
        head: [t('turn.of'), t('sentiment')],
        rows: turns.map((turn) => [turn.at + 1, number(turn.sentiment.score)]),
      }),
    note: values,
  });
}

function marks(turns, peak) {
  const at = turns.findIndex((turn) => turn.at === peak);
  const last = turns.length - 1;
  const mark = (place, ...names) => ({ name: names.join(' · '), coord: [place, turns[place].sentiment.score] });
  if (at === last) {
    return [mark(last, t('call.peak'), t('call.end'))];
  }
  return [...(at < 0 ? [] : [mark(at, t('call.peak'))]), mark(last, t('call.end'))];
}

function shorten(text) {
  const letters = [...text];
  return letters.length > 24 ? letters.slice(0, 24).join('') + '…' : text;
}

function mentionTable(context, mentions) {
  if (mentions.length === 0) {
    return h('p', { class: 'note' }, t('feedback.no_mentions'));
  }
  return table({
    caption: t('feedback.mentions', { n: mentions.length }),
    head: [t('evidence'), t('about'), t('brand'), t('polarity'), t('cue.head'), t('correct')],
    rows: mentions.map((mention) => [
      mention.evidence,
      labelled(mention.label, mention.group),
      mention.brand ?? '–',
      mood(mention.polarity, polaritySign(mention.polarity) + ' ' + polarity(mention.polarity)),
      mention.cue ?? '–',
      h(
        'button',
        { type: 'button', class: 'small correct', onclick: () => openCorrection(context, mention) },
        t('correct'),
      ),
    ]),
  });
}
