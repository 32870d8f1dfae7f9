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
