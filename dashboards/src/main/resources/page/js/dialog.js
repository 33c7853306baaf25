/** Dialogs: the browser keeps the focus inside and gives it back, Escape closes. */
import { h } from './dom.js';
import { t } from './i18n.js';

let number = 0;

/**
 * Opens a dialog.
 *
 * @param {string} title its name
 * @param {Node} content what it shows
 * @param {object} options `closed` is called when it is closed by whatever means, `wide` gives it room, `name` its class
 * @returns {HTMLDialogElement} the open dialog; `close()` closes it
 */
export function open(title, content, { closed, wide, name } = {}) {
  const id = 'dialog-' + ++number;
  const before = document.activeElement;
  const dialog = h(
    'dialog',
    { class: [wide ? 'wide' : null, name].filter(Boolean).join(' ') || null, 'aria-labelledby': id },
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', { id }, title),
      h(
        'button',
        { type: 'button', class: 'plain close', 'aria-label': t('close'), onclick: () => dialog.close() },
        '×',
      ),
    ),
    content,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before?.isConnected) {
      before.focus();
    }
    closed?.();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
