/** Everything around the view: name, tabs, switches, filters, and what the numbers rest on. */
import { fill, h } from './dom.js';
import { filterBar } from './filters.js';
import { brandLine, tabs } from './head.js';
import { giveBack, hold } from './hold.js';
import { language, t } from './i18n.js';

const NARROW = '(max-width: 59.99rem)';

/**
 * Draws it. The field that had the focus has it again.
 *
 * @param {object} context of the view; undefined until it is known what there is to show
 * @param {Function} speak gets the language that is chosen, `wear` the theme
 */
export function drawFrame(state, context, speak, wear) {
  const was = hold();
  const filtersOpen = document.getElementById('filter-bar')?.open;
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  document.title = t('view.' + state.view) + ' · VoC Stream 听声';
  document.getElementById('skip').textContent = t('skip');
  fill(document.getElementById('top'), brandLine(speak, wear), tabs(state));
  const bar = document.getElementById('filters');
  bar.setAttribute('aria-label', t('filters'));
  if (context?.overview.brands.length && state.view !== 'alerts') {
    fill(bar, filterBar(context, filtersOpen && matchMedia(NARROW).matches));
  } else {
    fill(bar);
  }
  document.getElementById('content').setAttribute('aria-label', t('view.' + state.view));
  fill(document.getElementById('foot'), about(context?.overview));
  const tab = document.getElementById('tab-' + state.view);
  tab.parentElement.scrollLeft = tab.offsetLeft - (tab.parentElement.clientWidth - tab.offsetWidth) / 2;
  giveBack(was);
}

/** What the numbers rest on. */
function about(overview) {
  const { pack, elasticsearch, zone } = overview ?? {};
  return [
    pack && t('foot.pack', { pack }),
    elasticsearch && 'Elasticsearch ' + elasticsearch,
    zone && t('foot.zone', { zone }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What stands there while the view is asked for. */
export function skeleton(main) {
  fill(
    main,
    h(
      'div',
      { class: 'skeleton' },
      h('p', {}, t('loading')),
      Array.from({ length: 8 }, () => h('div', { class: 'bone', 'aria-hidden': 'true' })),
    ),
  );
}
