/** The page: reads the address, asks the API, shows the view, and keeps the address in step. */
import { ApiError, get } from './api.js';
import { fill, h, say } from './dom.js';
import { drawFrame, skeleton } from './frame.js';
import { giveBack, hold, watchMenus } from './hold.js';
import { language, setLanguage, t } from './i18n.js';
import { keep, kept } from './kept.js';
import { notice } from './parts.js';
import { address, changed, read } from './state.js';
import { troubleNotice } from './trouble.js';
import { openFeedback } from './views/feedback.js';

/** Loaded when first opened. */
const PAGES = {
  compare: () => import('./views/compare.js'),
  trend: () => import('./views/trend.js'),
  journey: () => import('./views/journey.js'),
  priorities: () => import('./views/priorities.js'),
  headtohead: () => import('./views/headtohead.js'),
  voices: () => import('./views/voices.js'),
  alerts: () => import('./views/alerts.js'),
};

/** Views that set brands side by side. */
const COMPARING = ['compare', 'priorities', 'headtohead'];

const RUN = 'scripts/voc run --once --pack cosmetics --input reviews.jsonl';

const main = document.getElementById('content');

let overview;
let state = read(location.search);
let context;
let request;
let shownFeedback;

setLanguage(state.ui ?? kept('ui') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
window.addEventListener('popstate', () => show(read(location.search), false));
document.addEventListener('click', follow);
watchMenus();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => paint(false));
start();

async function start() {
  frame();
  skeleton(main);
  // Fetched while the API thinks.
  PAGES[state.view]().catch(() => {});
  try {
    overview = await get('overview', {});
  } catch (failure) {
    if (!(failure instanceof ApiError)) {
      throw failure;
    }
    trouble(failure);
    return;
  }
  await show(settled(state), false, true);
}

/** The state with own brand and competitors named, so that its address says all. */
function settled(wanted) {
  if (overview.brands.length === 0) {
    return wanted;
  }
  const remembered = overview.brands.includes(kept('brand')) ? kept('brand') : overview.brands[0];
  const brand = wanted.brand ?? remembered;
  const against = wanted.against.filter((one) => one !== brand);
  return changed(wanted, {
    brand,
    against: against.length ? against : overview.brands.filter((one) => one !== brand).slice(0, 5),
  });
}

function frame() {
  drawFrame(state, context, speak, wear);
}

/** Shows a state: as a new entry of the history where `enter`, in place of the present one where `replace`. */
async function show(next, enter, replace) {
  const before = state;
  state = overview ? settled(next) : next;
  if (enter) {
    history.pushState(null, '', address(state));
  } else if (replace) {
    history.replaceState(null, '', address(state));
  }
  if (state.ui && state.ui !== language()) {
    setLanguage(state.ui);
  }
  if (state.brand && state.brand !== before.brand) {
    keep('brand', state.brand);
  }
  const below = (one) => address(changed(one, { feedback: null }));
  if (context && below(before) === below(state)) {
    context = { ...context, state };
    feedbackOfState();
    return;
  }
  await paint(before.view !== state.view);
}

/** Draws everything for the state; `moved` where another view was opened. */
async function paint(moved) {
  if (!overview) {
    frame();
    return;
  }
  // Dialogs belong to what they were opened from.
  document.querySelectorAll('dialog:not(.whole)').forEach((dialog) => dialog.close());
  request?.abort();
  request = new AbortController();
  const { signal } = request;
  context?.leave.forEach((leave) => leave());
  context = contextOf(signal);
  frame();
  if (moved || !main.firstElementChild || main.querySelector('.skeleton')) {
    skeleton(main);
  }
  main.setAttribute('aria-busy', 'true');
  const mine = context;
  try {
    const node = await viewNode(mine);
    if (signal.aborted) {
      return;
    }
    const was = hold();
    fill(main, h('h1', { class: 'unseen', id: 'view-name' }, t('view.' + state.view)), node);
    giveBack(was);
    main.dataset.view = state.view;
    main.setAttribute('aria-busy', 'false');
    for (const draw of mine.after) {
      draw();
    }
    if (moved) {
      say(t('view.' + state.view));
      if (document.activeElement === document.body) {
        (main.querySelector('#voices-head') ?? main).focus({ preventScroll: true });
      }
      scrollTo(0, 0);
    }
  } catch (failure) {
    if (failure.name === 'AbortError' || signal.aborted) {
      return;
    }
    if (!(failure instanceof ApiError)) {
      main.setAttribute('aria-busy', 'false');
      throw failure;
    }
    trouble(failure);
  }
  feedbackOfState();
}

async function viewNode(mine) {
  if (overview.brands.length === 0 && state.view !== 'alerts') {
    return notice({ title: t('empty.all'), text: t('empty.all.do'), command: RUN });
  }
  if (COMPARING.includes(state.view) && mine.against.length === 0) {
    return notice({ title: t('empty.one'), text: t('empty.one.do') });
  }
  const { render } = await PAGES[state.view]();
  return render(mine);
}

function contextOf(signal) {
  const against = state.against;
  return {
    state,
    overview,
    brand: state.brand,
    against,
    brands: [state.brand, ...against],
    rival: against.includes(state.rival) ? state.rival : against[0],
    zone: overview.zone,
    after: [],
    leave: [],
    get: (path, parameters) => get(path, parameters, signal),
    go: (changes) => show(changed(state, changes), true),
    visit: (href) => show(read(href), true),
  };
}

/** Opens or closes the whole feedback as the address says. */
function feedbackOfState() {
  const wanted = state.feedback;
  if (shownFeedback && shownFeedback.id !== wanted) {
    const { dialog } = shownFeedback;
    shownFeedback = undefined;
    dialog.then((open) => open.close());
  }
  if (wanted && !shownFeedback) {
    const dialog = openFeedback(context, wanted, () => {
      if (shownFeedback?.id === wanted) {
        shownFeedback = undefined;
        show(changed(state, { feedback: null }), true);
      }
    });
    shownFeedback = { id: wanted, dialog };
  }
}

function speak(other) {
  keep('ui', other);
  setLanguage(other);
  state = changed(state, { ui: other });
  history.replaceState(null, '', address(state));
  if (overview) {
    paint(false);
  } else {
    frame();
  }
}

function wear(theme) {
  keep('theme', theme === 'auto' ? null : theme);
  if (theme === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  paint(false);
}

/** What is wrong instead of the view. */
function trouble(failure) {
  fill(main, h('h1', { class: 'unseen' }, t('view.' + state.view)), troubleNotice(failure, overview && context, state));
  main.dataset.view = state.view;
  main.setAttribute('aria-busy', 'false');
}

/** Links within the page change the state; new tabs and windows work as everywhere. */
function follow(event) {
  const link = event.target.closest?.('a[href^="?"]');
  if (
    !link ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  event.preventDefault();
  if (!overview) {
    location.reload();
    return;
  }
  // A dialog over the view belongs to it: it goes with it, unless it is what the link opens.
  const next = read(link.getAttribute('href'));
  const over = link.closest('dialog');
  const same = address(settled(next)) === address(state);
  if (over) {
    shownFeedback = undefined;
    over.close();
  }
  if (same) {
    paint(false);
  } else {
    show(next, true);
  }
}
