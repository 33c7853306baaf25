/** Numbers and times as the page writes them. */
import { language, t } from './i18n.js';

const MINUS = '\u2212';

/** An index, 0 to 100, with one decimal. */
export function index(value) {
  return value.toFixed(1);
}

/** A gap or a change in points, always with its sign. */
export function signed(value, decimals = 1) {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) {
    return text;
  }
  return (value > 0 ? '+' : MINUS) + text;
}

/** A number that may be below zero, with a minus sign as wide as the plus. */
export function number(value, decimals = 2) {
  const text = Math.abs(value).toFixed(decimals);
  return (value < 0 && Number(text) !== 0 ? MINUS : '') + text;
}

/** A share of 0 to 1 in percent. */
export function percent(value, decimals = 0) {
  return (100 * value).toFixed(decimals) + '%';
}

/** A probability. */
export function probability(value) {
  return value < 0.001 ? '< 0.001' : value.toFixed(3);
}

/** A count with its thousands apart. */
export function count(value) {
  return value.toLocaleString('en-US');
}

/** From low to high, each written by `each`. */
export function range(low, high, each = index) {
  return each(low) + ' … ' + each(high);
}

/** A moment in the time zone of the scores, to the minute. */
export function moment(instant, zone) {
  const format = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  };
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...format, timeZone: zone }).format(new Date(instant));
  } catch (unknownZone) {
    return instant;
  }
}

/** Milliseconds into a call as minutes and seconds. */
export function clock(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
}

/** The name of a language: 中文, English. */
export function languageName(code) {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(code) ?? code;
  } catch (unknown) {
    return code;
  }
}

/** A label of the pack in the language of the page, else the code. */
export function labelled(label, code) {
  return label?.[language()] || label?.zh || label?.en || code || '';
}

/** The sign and word of a polarity. */
export function polarity(value) {
  return t({ 1: 'polarity.positive', 0: 'polarity.neutral', '-1': 'polarity.negative' }[value]);
}

/** A sign for a polarity that needs no colour. */
export function polaritySign(value) {
  return { 1: '▲', 0: '＝', '-1': '▼' }[value];
}
