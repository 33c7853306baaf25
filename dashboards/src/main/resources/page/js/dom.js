/**
 * Elements without markup: whatever comes from the API becomes a text node or the value of an attribute, never HTML. A
 * feedback that holds tags is shown as it was written.
 */

const LINK = /^(\?|#|api\/|lib\/)/;

/**
 * An element.
 *
 * @param {string} name of the element
 * @param {object} attributes `class`, `data-…`, `aria-…`; functions become listeners (`onclick`), true is an empty
 *     attribute, null, undefined and false leave it out. A link may only lead within the page.
 * @param {...(Node|string|number|Array|null)} children strings become text
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'href' && !LINK.test(value)) {
      throw new Error('a link must lead within the page: ' + value);
    } else if (key === 'value') {
      element.value = value;
    } else {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

/** Appends nodes and texts; lists are taken apart, null is left out. */
export function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(element, child);
    } else if (child instanceof Node) {
      element.append(child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(document.createTextNode(String(child)));
    }
  }
  return element;
}

/** Replaces all that is in the element. */
export function fill(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

/** Words for the screen reader only. */
export function unseen(text) {
  return h('span', { class: 'unseen' }, text);
}

/** Says something to whoever does not see the change. */
export function say(text) {
  const region = document.getElementById('said');
  region.textContent = '';
  // A region that is given the same words twice says them once.
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
