/** Addresses within the page. */
import { address, changed, inView } from './state.js';

/** The same view with something changed. */
export function here(context, changes) {
  return address(changed(context.state, changes));
}

/** Another view of the same brands and filters. */
export function there(context, view, changes) {
  return address(inView(context.state, view, changes));
}

/** No filter but the period. */
export const UNFILTERED = { channel: [], product: [], segment: [], lang: [], suspects: null };

/**
 * The mentions behind a number: the same filters, the brand, and what it is about.
 *
 * @param {object} target `brand`, `scope`, `code`; `polarity` where only one is meant, `over` for the feedback that puts
 *     the brand above this one, `period` where it is another than
 *     that of the view, `unfiltered` where the number was counted without its filters
 */
export function voices(context, { brand, scope, code, polarity, over, period, unfiltered }) {
  const changes = {
    of: brand ? [brand] : [],
    scope,
    code: code || null,
    polarity: polarity ?? null,
    over: over ?? null,
  };
  if (period) {
    changes.period = period;
  }
  if (unfiltered) {
    Object.assign(changes, UNFILTERED);
  }
  return there(context, 'voices', changes);
}
