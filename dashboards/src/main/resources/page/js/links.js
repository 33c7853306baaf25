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

/**
 * The mentions behind a number: the same filters, the brand, and what it is about.
 *
 * @param {object} target `brand`, `scope`, `code`, and `polarity` where only one is meant
 */
export function voices(context, { brand, scope, code, polarity, period }) {
  const changes = { of: brand ? [brand] : [], scope, code: code || null, polarity: polarity ?? null };
  if (period) {
    changes.period = period;
  }
  return there(context, 'voices', changes);
}
