/** The head of the page: its name, the views, language and theme. */
import { h } from './dom.js';
import { language, t } from './i18n.js';
import { kept } from './kept.js';
import { there } from './links.js';
import { VIEWS } from './state.js';

/** Name and switches; `speak` gets the language, `wear` the theme that was chosen. */
export function brandLine(speak, wear) {
  return h('div', { class: 'brandline' }, h('a', { class: 'logo', href: '?' }, t('name')), switches(speak, wear));
}

/** The tabs of the views; each is a link, so that it opens elsewhere, too. */
export function tabs(state) {
  const all = VIEWS.map((view) =>
    h(
      'a',
      {
        role: 'tab',
        id: 'tab-' + view,
        href: there({ state }, view),
        'aria-selected': String(view === state.view),
        'aria-controls': 'content',
        tabindex: view === state.view ? '0' : '-1',
      },
      t('view.' + view),
    ),
  );
  return h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': t('views'), onkeydown: (event) => byArrow(event, all) },
    all,
  );
}

/** Arrow keys go from tab to tab, Home and End to the first and last; Enter or space opens. */
function byArrow(event, all) {
  const at = all.indexOf(event.target);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === ' ' && at >= 0) {
    event.preventDefault();
    event.target.click();
    return;
  }
  if (next === undefined || at < 0) {
    return;
  }
  event.preventDefault();
  const tab = all[(next + all.length) % all.length];
  all.forEach((one) => one.setAttribute('tabindex', one === tab ? '0' : '-1'));
  tab.focus();
}

function switches(speak, wear) {
  const other = language() === 'zh' ? 'en' : 'zh';
  const theme = kept('theme') ?? 'auto';
  const next = { auto: 'light', light: 'dark', dark: 'auto' }[theme];
  return h(
    'div',
    { class: 'switches' },
    h(
      'button',
      { type: 'button', class: 'plain', id: 'ui', lang: other, onclick: () => speak(other) },
      other === 'en' ? 'English' : '中文',
    ),
    h(
      'button',
      { type: 'button', class: 'plain', id: 'theme', title: t('theme.hint'), onclick: () => wear(next) },
      t('theme.' + theme),
    ),
  );
}
