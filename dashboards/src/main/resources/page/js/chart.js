/** Charts by ECharts, each with words for those who do not see it and with its numbers as a table. */
import { h, fill } from './dom.js';
import { t } from './i18n.js';
import { here } from './links.js';
import { notice } from './parts.js';

const LIBRARY = 'lib/echarts.min.js';
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
const LINES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 4], [12, 4]];

let loading;

/** ECharts, fetched with the first chart: the tables do without it. */
function library() {
  loading ??= new Promise((done, failed) => {
    const script = h('script', { src: LIBRARY });
    script.addEventListener('load', () => done(window.echarts));
    script.addEventListener('error', () => {
      loading = undefined;
      script.remove();
      failed(new Error(LIBRARY));
    });
    document.head.append(script);
  });
  return loading;
}

/** A colour of the style sheet: `--brand-1`. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** How a brand is drawn, the same in every chart: colour, symbol and line, so that no one needs the colour. */
export function brandLook(context, brand) {
  const at = Math.max(0, context.brands.indexOf(brand)) % SYMBOLS.length;
  return { colour: colour('--brand-' + (at + 1)), symbol: SYMBOLS[at], line: LINES[at] };
}

/**
 * A figure: chart and table, one of them shown (`table=true` in the address).
 *
 * @param {object} parts `id`, `title`, `label` (the chart in words), `option` (gives the ECharts option), `table` (gives a
 *     node), `click` (gets the ECharts event), `height` (`tall` or nothing), `note` (a node or text below)
 */
export function figure(context, parts) {
  const asTable = Boolean(context.state.table);
  const toggle = h(
    'a',
    { class: 'button small', id: parts.id + '-table', href: here(context, { table: asTable ? null : 'true' }) },
    t(asTable ? 'chart.show' : 'table.show'),
  );
  const body = h('div', { class: 'figure-body' });
  if (asTable) {
    body.append(parts.table());
  } else {
    context.after.push(() => draw(context, body, parts));
    body.append(canvasOf(parts));
  }
  return framed(parts, toggle, body);
}

/** A figure in a dialog: the same, but whether it is a table is not kept in the address. */
export function passingFigure(context, parts) {
  const body = h('div', { class: 'figure-body' }, canvasOf(parts));
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'small',
      onclick: () => {
        const asChart = !body.querySelector('.chart');
        fill(body, asChart ? canvasOf(parts) : parts.table());
        fill(toggle, t(asChart ? 'table.show' : 'chart.show'));
        if (asChart) {
          draw(context, body, parts);
        }
      },
    },
    t('table.show'),
  );
  context.after.push(() => draw(context, body, parts));
  return framed(parts, toggle, body);
}

function canvasOf({ id, label, height }) {
  return h('div', { class: 'chart ' + (height ?? ''), id, role: 'img', 'aria-label': label });
}

function framed({ title, note }, toggle, body) {
  return h(
    'figure',
    {},
    h('figcaption', {}, h('h2', {}, title), toggle),
    body,
    note ? h('div', { class: 'note' }, note) : null,
  );
}

async function draw(context, body, { option, table, click }) {
  const canvas = body.querySelector('.chart');
  let echarts;
  try {
    echarts = await library();
  } catch (failure) {
    fill(body, notice({ kind: 'error', title: t('error.chart'), text: t('error.chart.do') }), table());
    return;
  }
  if (!canvas.isConnected) {
    return;
  }
  const chart = echarts.init(canvas, null, { renderer: 'canvas' });
  const paint = () => chart.setOption({ ...basics(), ...option() }, true);
  paint();
  if (click) {
    chart.on('click', click);
  }
  canvas.dataset.drawn = 'true';
  const watcher = new ResizeObserver(() => {
    chart.resize();
    paint();
  });
  watcher.observe(canvas);
  context.leave.push(() => {
    watcher.disconnect();
    chart.dispose();
  });
}

/** What all charts have in common. Tooltips are drawn, not built of HTML: so no verbatim becomes markup. */
function basics() {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('--ink') },
  };
}

/** Basic look of a tooltip. */
export function tooltip(more) {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: colour('--paper'),
    borderColor: colour('--edge'),
    textStyle: { color: colour('--ink'), fontSize: 12, lineHeight: 18 },
    ...more,
  };
}

/** Basic look of an axis. */
export function axis({ axisLabel, axisLine, splitLine, ...more }) {
  return {
    axisLine: { lineStyle: { color: colour('--edge-strong') }, ...axisLine },
    axisLabel: { color: colour('--ink-soft'), ...axisLabel },
    splitLine: { lineStyle: { color: colour('--edge') }, ...splitLine },
    nameTextStyle: { color: colour('--ink-soft') },
    ...more,
  };
}

/** Basic look of a legend; brands stand in it with their symbols. */
export function legend(context, brands, more) {
  return {
    top: 0,
    type: 'scroll',
    textStyle: { color: colour('--ink') },
    pageTextStyle: { color: colour('--ink') },
    pageIconColor: colour('--accent'),
    data: brands?.map((brand) => ({ name: brand, icon: brandLook(context, brand).symbol })),
    itemWidth: 14,
    ...more,
  };
}

/**
 * The band between low and high of a line as a series: points are `[x, low, high]` in the order of x, where there is no
 * number the band ends. A point by itself is a bar.
 */
export function bandSeries(name, points, fillColour) {
  return {
    name,
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    z: 1,
    itemStyle: { color: fillColour },
    data: points.filter(Boolean).map((point, at, all) => {
      const next = all[at + 1];
      const joins = next && next[0] === point[0] + 1;
      const before = all[at - 1];
      const alone = !joins && !(before && before[0] === point[0] - 1);
      return [
        point[0],
        point[1],
        point[2],
        joins ? next[0] : point[0],
        joins ? next[1] : point[1],
        joins ? next[2] : point[2],
        alone ? 1 : 0,
      ];
    }),
    encode: { x: 0, y: [1, 2] },
    renderItem: (parameters, api) => {
      const corner = (x, y) => api.coord([api.value(x), api.value(y)]);
      const [lowLeft, highLeft, lowRight, highRight] = [corner(0, 1), corner(0, 2), corner(3, 4), corner(3, 5)];
      if (api.value(6) === 1) {
        const shape = { x: lowLeft[0] - 3, y: highLeft[1], width: 6, height: lowLeft[1] - highLeft[1] };
        return { type: 'rect', shape, style: { fill: fillColour, opacity: 0.35 } };
      }
      return {
        type: 'polygon',
        shape: { points: [lowLeft, highLeft, highRight, lowRight] },
        style: { fill: fillColour, opacity: 0.16 },
      };
    },
  };
}
