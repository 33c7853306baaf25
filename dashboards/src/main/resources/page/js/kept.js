/** What this browser keeps between visits: language, theme, own brand, name of the analyst. Nothing where storage is switched off. */

export function kept(key) {
  try {
    return localStorage.getItem('voc.' + key);
  } catch (refused) {
    return null;
  }
}

export function keep(key, value) {
  try {
    if (value) {
      localStorage.setItem('voc.' + key, value);
    } else {
      localStorage.removeItem('voc.' + key);
    }
  } catch (refused) {
    // Then it holds for this visit only.
  }
}
