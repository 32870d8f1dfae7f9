// Dates, times and numbers as a Dutch reader writes them. Days are civil (`2026-03-12`), instants UTC
// milliseconds; both are shown for the Netherlands.
import { locale } from './text.svelte';

const ZONE = 'Europe/Amsterdam';

/** A civil day at noon UTC: the same day everywhere the app is used. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

const format = (date: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }).format(date);

/** Today as a civil day in the Netherlands. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date());

const isThisYear = (day: string): boolean => day.slice(0, 4) === today().slice(0, 4);

/** `do 12 maart`, with the year when it is not this one. */
export function shortDay(day: string | null | undefined): string {
  if (!day) return '';
  const year = isThisYear(day) ? {} : ({ year: 'numeric' } as const);
  return format(noon(day), { weekday: 'short', day: 'numeric', month: 'long', ...year }).replace(',', '');
}

/** `donderdag 12 maart 2026`. */
export function longDay(day: string | null | undefined): string {
  if (!day) return '';
  return format(noon(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');
}

/** `12 mrt`, for narrow lists; with the year when it is not this one. */
export function tinyDay(day: string | null | undefined): string {
  if (!day) return '';
  const year = isThisYear(day) ? {} : ({ year: 'numeric' } as const);
  return format(noon(day), { day: 'numeric', month: 'short', ...year }).replace('.', '');
}

/** `12-03-2026`, as a day stands in its field. */
export const writtenDay = (day: string): string =>
  day && format(noon(day), { day: '2-digit', month: '2-digit', year: 'numeric' });

/** `maart 2026`. */
export const monthOf = (day: string): string => format(noon(day), { month: 'long', year: 'numeric' });

const monthNames = (month: 'short' | 'long'): string[] =>
  Array.from({ length: 12 }, (_, at) => format(new Date(Date.UTC(2026, at)), { month }).toLowerCase());

/**
 * The civil day that somebody meant: `14-4-2011`, `14 april`, `do 14/04/11` or `2011-04-14`; without a year it is in
 * this one. Absent when it is no day.
 */
export function readDay(text: string): string | undefined {
  const words = text.toLowerCase().match(/\d+|\p{L}+/gu) ?? [];
  if (/\p{L}/u.test(words[0] ?? '')) words.shift();
  if (words[0]?.length === 4) words.reverse();
  const [date = '', named = '', year = today().slice(0, 4), ...rest] = words;
  const month = /\d/.test(named) ? named : String(monthNumber(named));
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  // The platform moves the 30th of February into March, so a day is one when it comes back as it went.
  const isDay = !rest.length && /^(19|2[01])\d\d-/.test(day) && noon(day).toJSON()?.startsWith(day);
  return isDay ? day : undefined;
}

/** The number of a month by its name or the first three letters of it; 0 when there is none. */
function monthNumber(name: string): number {
  const [long, short] = [monthNames('long'), monthNames('short')];
  return name.length < 3 ? 0 : long.findIndex((one, at) => one.startsWith(name) || short[at]?.startsWith(name)) + 1;
}

/** The day so many days and months later; a month after the 31st is the last day of a shorter one. */
export function later(day: string, days: number, months = 0): string {
  const date = noon(day);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== wanted) date.setUTCDate(0);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toJSON().slice(0, 10);
}

/** How many days a day is after Monday. */
export const afterMonday = (day: string): number => (noon(day).getUTCDay() + 6) % 7;

/** `ma`, or `maandag`. */
export const weekday = (day: string, length: 'short' | 'long'): string => format(noon(day), { weekday: length });

/** `14.03`, the time of an instant. */
export const timeOf = (ms: number): string =>
  format(new Date(ms), { hour: '2-digit', minute: '2-digit' }).replace(':', '.');

/** `13.30`, of a civil time `13:30:00`. */
export const civilTime = (time: string | null | undefined): string => (time ?? '').slice(0, 5).replace(':', '.');

/** `vandaag 14.03` is left to the caller; this is `do 12 maart, 14.03`. */
export function moment(ms: number): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(ms));
  return `${shortDay(day)}, ${timeOf(ms)}`;
}

/** `1.362`. */
export const whole = (value: number): string => new Intl.NumberFormat(locale()).format(value);
