/** Periods as the command line takes them: ISO weeks, months or days, both ends included. Days are `YYYY-MM-DD`. */

const DAY = 86_400_000;

const utc = (day) => new Date(day + 'T00:00:00Z');
const iso = (date) => date.toISOString().slice(0, 10);

/** The ISO week of a day: `2026-W40`. The week belongs to the year that its Thursday lies in. */
export function weekOf(day) {
  const date = utc(day);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((thursday - first) / DAY + 1) / 7);
  return thursday.getUTCFullYear() + '-W' + String(week).padStart(2, '0');
}

/** The weeks that hold days of a range, in order. */
export function weeks(from, to) {
  return every(from, to, weekOf);
}

/** The days of a range, in order. */
export function days(from, to) {
  return every(from, to, (day) => day);
}

/** The months that hold days of a range, in order. */
export function months(from, to) {
  return every(from, to, (day) => day.slice(0, 7));
}

function every(from, to, name) {
  const found = [];
  for (let at = utc(from).getTime(); at <= utc(to).getTime(); at += DAY) {
    const one = name(iso(new Date(at)));
    if (found[found.length - 1] !== one) {
      found.push(one);
    }
  }
  return found;
}

/** Kind and ends of a period: `{kind: 'week'|'month'|'day'|'all', from, to}`. */
export function parts(period) {
  if (!period) {
    return { kind: 'all' };
  }
  const [from, to = from] = period.split('..');
  if (/^\d{4}-W\d{2}$/.test(from)) {
    return { kind: 'week', from, to };
  }
  return { kind: /^\d{4}-\d{2}$/.test(from) ? 'month' : 'day', from, to };
}

/** A period out of its ends. */
export function joined(from, to) {
  if (from > to) {
    return to + '..' + from;
  }
  return from === to && !/^\d{4}-\d{2}-\d{2}$/.test(from) ? from : from + '..' + to;
}

/** The last so many days up to a day. */
export function lastDays(to, days) {
  return iso(new Date(utc(to).getTime() - (days - 1) * DAY)) + '..' + to;
}
