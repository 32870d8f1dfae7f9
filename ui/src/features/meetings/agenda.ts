// The order and the clock of an agenda, worked out from what the core tells of a meeting.
import type { AgendaItemView, MeetingView } from '../../ipc/generated';

export interface Placed {
  item: AgendaItemView;
  /** How deep it lies: 0 for an item of the agenda itself. */
  depth: number;
  /** How long it takes, in minutes; its own, or else that of its parts together. */
  minutes: number;
  /** When it begins, in minutes since midnight; absent when the meeting has no time. */
  begins: number | undefined;
}

/** Minutes since midnight of a civil time `13:30:00`. */
export function minutesOf(time: string | null | undefined): number | undefined {
  const parts = /^(\d{1,2}):(\d{2})/.exec(time ?? '');
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : undefined;
}

/** A time of the day as civil time `13:30`; past midnight it begins anew. */
export function clockOf(minutes: number): string {
  const ofDay = minutes % (24 * 60);
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

const partsOf = (items: AgendaItemView[], id: string): AgendaItemView[] => items.filter((one) => one.parent === id);

const depthOf = (item: AgendaItemView): number => item.ordinal.split('.').length - 1;

function lasts(items: AgendaItemView[], item: AgendaItemView): number {
  if (item.minutes !== null) return item.minutes;
  return partsOf(items, item.id).reduce((sum, part) => sum + lasts(items, part), 0);
}

/** The items in the order of the core, each with the time at which it begins. */
export function placed(items: AgendaItemView[], starts: string | null): Placed[] {
  const begin = minutesOf(starts);
  // Per depth: where the next item of that depth begins. Parts begin with the item that they belong to.
  const next: number[] = [0];
  return items.map((item) => {
    const depth = depthOf(item);
    const minutes = lasts(items, item);
    const from = next[depth] ?? 0;
    next[depth] = from + minutes;
    next[depth + 1] = from;
    return { item, depth, minutes, begins: begin === undefined ? undefined : begin + from };
  });
}

/** All items together, in minutes; parts count within the item that they belong to. */
export const totalMinutes = (items: Placed[]): number =>
  items.filter((one) => one.depth === 0).reduce((sum, one) => sum + one.minutes, 0);

/** How long the meeting is planned to last. */
export function plannedMinutes(meeting: Pick<MeetingView, 'starts' | 'ends'>): number | undefined {
  const from = minutesOf(meeting.starts);
  const to = minutesOf(meeting.ends);
  return from === undefined || to === undefined ? undefined : to - from;
}

/** Those among which an item can move: on the same level, under the same item. */
function siblingsOf(items: AgendaItemView[], id: string): AgendaItemView[] {
  const moved = items.find((one) => one.id === id);
  if (!moved) return [];
  const known = new Set(items.map((one) => one.id));
  const parentOf = (one: AgendaItemView) => (one.parent && known.has(one.parent) ? one.parent : null);
  return items.filter((one) => parentOf(one) === parentOf(moved) && depthOf(one) === depthOf(moved));
}

/**
 * The place that `move_agenda_item` is to be given for one step up (-1) or down (1); absent at the ends.
 * Places count in the meeting's whole list, in which parts stand among the others.
 */
export function placeAfterStep(
  meeting: Pick<MeetingView, 'agenda' | 'items'>,
  id: string,
  step: -1 | 1,
): number | undefined {
  const siblings = siblingsOf(meeting.items, id);
  const neighbour = siblings[siblings.findIndex((one) => one.id === id) + step];
  if (!neighbour) return undefined;
  const at = meeting.agenda.indexOf(neighbour.id);
  return at < 0 ? meeting.agenda.length : at;
}

/** The ordinals of the items that can have parts: those of the agenda itself. */
export const canHaveParts = (item: AgendaItemView): boolean => depthOf(item) === 0;
