/** What is wrong, and what to do about it. */
import { CLEARED } from './filters.js';
import { t } from './i18n.js';
import { here } from './links.js';
import { notice } from './parts.js';
import { address } from './state.js';

/**
 * A failure in words.
 *
 * @param {ApiError} failure what went wrong
 * @param {object} context of the view, where there is one: then filters can be cleared
 */
export function troubleNotice(failure, context, state) {
  const { status, message, parameter } = failure;
  let words;
  if (status === 0) {
    words = { title: t('error.server'), text: t('error.server.do'), command: 'scripts/voc up' };
  } else if (status === 401 || status === 403) {
    words = { title: t('error.token'), text: t('error.token.do') };
  } else if (status === 503) {
    words = {
      title: t('error.elasticsearch'),
      text: message || t('error.elasticsearch.do'),
      command: 'scripts/voc up',
    };
  } else if (status === 404) {
    words = { kind: 'empty', title: t('empty.title'), text: message || t('empty.filters') };
  } else if (status === 400) {
    words = { title: t('error.request'), text: message + (parameter ? ' (' + parameter + ')' : '') };
  } else {
    words = { title: t('error.title'), text: message || t('error.unknown') };
  }
  if (parameter === 'brand' || parameter === 'against') {
    return notice({ kind: 'error', ...words, link: { href: address({ view: state.view }), text: t('error.afresh') } });
  }
  const link =
    context && (status === 400 || status === 404)
      ? { href: here(context, { ...CLEARED, wave: null, scope: null, code: null }), text: t('filters.clear') }
      : { href: address(state), text: t('error.again') };
  return notice({ kind: 'error', ...words, link });
}
