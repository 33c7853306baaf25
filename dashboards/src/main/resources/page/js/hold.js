/** What a reader holds on to while the page is drawn anew: the field in hand and the open list. */

/** Which field has the focus and which list is open: both are given back when all is drawn anew. */
export function hold() {
  const { activeElement } = document;
  return { field: activeElement?.id, list: document.querySelector('details.menu[open]')?.id };
}

/** Gives them back. */
export function giveBack({ field, list }) {
  if (list) {
    document.getElementById(list)?.setAttribute('open', '');
  }
  if (field && document.activeElement?.id !== field) {
    document.getElementById(field)?.focus({ preventScroll: true });
  }
}

/** Lists close at a click elsewhere and at Escape. */
export function watchMenus() {
  document.addEventListener('click', closeMenus);
  document.addEventListener('keydown', closeMenuByKey);
}

function closeMenus(event) {
  for (const open of document.querySelectorAll('details.menu[open]')) {
    if (!open.contains(event.target) && event.target.isConnected) {
      open.removeAttribute('open');
    }
  }
}

function closeMenuByKey(event) {
  const open = document.querySelector('details.menu[open]');
  if (event.key === 'Escape' && open) {
    open.removeAttribute('open');
    open.querySelector('summary').focus();
  }
}
