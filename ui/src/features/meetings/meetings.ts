// What the list of meetings and the head of one say, in words.
import { civilTime, longDay, today } from '../../dates';
import type { MeetingRow, MeetingView, MemberView } from '../../ipc/generated';
import { say } from '../../text.svelte';

type Named = Pick<MeetingView, 'number' | 'of' | 'title' | 'theme_name'>;
type Planned = Pick<MeetingView, 'date' | 'starts' | 'ends' | 'place'>;

export interface MeetingGroups {
  coming: MeetingRow[];
  past: MeetingRow[];
}

const byDate = (a: MeetingRow, b: MeetingRow): number =>
  (a.date ?? '').localeCompare(b.date ?? '') || (a.starts ?? '').localeCompare(b.starts ?? '') || a.number - b.number;

/** The next one first, then those that were, the last one first. Without a date it is still to come. */
export function grouped(meetings: MeetingRow[], day = today()): MeetingGroups {
  const dated = meetings.filter((one) => one.date);
  return {
    coming: [...dated.filter((one) => (one.date ?? '') >= day).sort(byDate), ...meetings.filter((one) => !one.date)],
    past: dated.filter((one) => (one.date ?? '') < day).sort(byDate).reverse(),
  };
}

/** What a meeting is about: its own title, or else its main theme. */
export const subjectOf = (meeting: Named): string => capital(meeting.title || meeting.theme_name);

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** `4 van 6`. */
export const numberOf = ({ number, of }: Pick<Named, 'number' | 'of'>): string =>
  of ? say('meetings-number-of', { number, of }) : say('meetings-number', { number });

/** `Bijeenkomst 4 van 6 · Continuïteit`. */
export function headingOf(meeting: Named): string {
  const number = say('meetings-heading', { number: numberOf(meeting) });
  return [number, subjectOf(meeting)].filter(Boolean).join(' · ');
}

/** `donderdag 12 maart 2026 · 13.30–16.00 · De Glind`. */
export function whenAndWhere(meeting: Planned): string {
  const times = [civilTime(meeting.starts), civilTime(meeting.ends)].filter(Boolean).join('–');
  return [longDay(meeting.date) || say('meetings-no-date'), times, meeting.place].filter(Boolean).join(' · ');
}

/** A time as a field gives it, as the core takes it. */
export const timeInput = (time: string): string | null => (time ? `${time.slice(0, 5)}:00` : null);

/** A time as the core gives it, as a field takes it. */
export const timeField = (time: string | null): string => (time ?? '').slice(0, 5);

/** Whether a meeting would end before it begins. */
export const endsTooEarly = (starts: string, ends: string): boolean => Boolean(starts && ends && ends < starts);

/** Whether a field holds a whole number between two bounds. */
export function wholeNumber(text: string, from: number, to: number): boolean {
  const number = Number(text);
  return /^\s*\d+\s*$/.test(text) && number >= from && number <= to;
}

/** Of the fields of a form those that differ from the record. */
export function changed<F extends object>(before: { [K in keyof F]: unknown }, form: F): Partial<F> {
  const names = Object.keys(form) as (keyof F)[];
  return Object.fromEntries(names.filter((name) => form[name] !== before[name]).map((name) => [name, form[name]])) as Partial<F>;
}

/** `Voorzitter: Annelies van der Meulen · Notulist: Bas de Wit`, as far as they are known. */
export function peopleOf(meeting: Pick<MeetingView, 'chair' | 'minute_taker'>, members: MemberView[]): string {
  const nameOf = (id: string | null) => members.find((member) => member.id === id)?.full_name;
  const roles = [
    ['meetings-chair-is', nameOf(meeting.chair)],
    ['meetings-taker-is', nameOf(meeting.minute_taker)],
  ] as const;
  return roles.flatMap(([key, name]) => (name ? [say(key, { name })] : [])).join(' · ');
}

/** `1 uur 20 min`. */
export const durationOf = (minutes: number): string =>
  say('meetings-duration', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
