/**
 * What is shown, as one immutable value that stands in full in the address of the page: whoever opens the address sees the
 * same view. Unknown parameters are dropped.
 */

/** Views in the order of their tabs. */
export const VIEWS = ['compare', 'trend', 'journey', 'priorities', 'headtohead', 'voices', 'alerts'];

/** Filters that every view shares and that go to the API as they are. */
const FILTERS = ['period', 'channel', 'product', 'segment', 'lang', 'suspects'];

const LISTS = ['against', 'of', 'channel', 'product', 'segment', 'lang', 'indicator'];

const SINGLE = [
  'view',
  'brand',
  'rival',
  'period',
  'suspects',
  'rows',
  'raw',
  'cluster',
  'industry',
  'importance',
  'wave',
  'scope',
  'code',
  'step',
  'polarity',
  'over',
  'q',
  'all',
  'table',
  'feedback',
  'ui',
];

const CHOICES = {
  view: VIEWS,
  suspects: ['with', 'without'],
  rows: ['touchpoints', 'all'],
  raw: ['true'],
  cluster: ['feedback', 'author'],
  industry: ['mention', 'brand'],
  importance: ['stated', 'derived'],
  scope: ['brand', 'feedback', 'group', 'indicator', 'touchpoint', 'value'],
  step: ['day', 'week', 'month'],
  polarity: ['1', '0', '-1'],
  all: ['true'],
  table: ['true'],
  ui: ['zh', 'en'],
};

/** What stays when another view is opened; the rest belongs to the view that is left. */
const STAYS = [
  'brand',
  'against',
  'rival',
  ...FILTERS,
  'raw',
  'cluster',
  'industry',
  'importance',
  'indicator',
  'table',
  'ui',
];

/** Reads the part of an address behind the question mark. */
export function read(search) {
  const parameters = new URLSearchParams(search);
  const state = {};
  for (const key of SINGLE) {
    const value = parameters.get(key);
    if (value && (!CHOICES[key] || CHOICES[key].includes(value))) {
      state[key] = value;
    }
  }
  for (const key of LISTS) {
    state[key] = [...new Set(parameters.getAll(key).filter(Boolean))];
  }
  if (!state.view) {
    Object.assign(state, ofAlertLink(parameters, state));
  }
  state.view ??= 'compare';
  return Object.freeze(state);
}

/** The `link` of an alert (docs/alerts.md) names brand, scope and days: it leads to the voices behind the alert. */
function ofAlertLink(parameters, state) {
  const scope = ['group', 'touchpoint', 'indicator', 'value'].find((name) => parameters.get(name));
  const from = parameters.get('from');
  const to = parameters.get('to');
  if (!from || !to || !state.brand) {
    return {};
  }
  const period = from + '..' + to;
  return { view: 'voices', of: [state.brand], period, scope: scope ?? 'brand', code: scope && parameters.get(scope) };
}

/** The address of a state, beginning with a question mark; the same state gives the same address. */
export function address(state) {
  const parameters = new URLSearchParams();
  for (const key of [...SINGLE, ...LISTS]) {
    for (const value of [state[key] ?? []].flat()) {
      if (value !== '' && value !== false) {
        parameters.append(key, value);
      }
    }
  }
  return '?' + parameters.toString();
}

/** The state with some of it changed; null or an empty list takes a key away. */
export function changed(state, changes) {
  return Object.freeze({ ...state, ...changes });
}

/** The state in another view: brands and filters stay. */
export function inView(state, view, changes = {}) {
  const next = { view };
  for (const key of STAYS) {
    next[key] = state[key];
  }
  return Object.freeze({ ...next, ...changes });
}

/** Parameters for the API: the filters, and what the view adds. */
export function query(state, more = {}) {
  const wanted = {};
  for (const key of FILTERS) {
    wanted[key] = state[key];
  }
  return { ...wanted, ...more };
}
