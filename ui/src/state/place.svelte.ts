// Where the member is: a room, perhaps a record in it, perhaps a part of that record; with a way back.

export type Room =
  | 'today'
  | 'meetings'
  | 'themes'
  | 'studies'
  | 'members'
  | 'exchange'
  | 'trash'
  | 'settings'
  | 'notes'
  | 'gallery';

export interface Place {
  room: Room;
  /** The record on the screen. */
  id?: string;
  /** Part of the record: a tab, a block, an agenda item. */
  part?: string;
}

let places = $state.raw<Place[]>([{ room: 'today' }]);
let index = $state(0);

type Leaving = () => Promise<unknown>;
let leaving: Leaving = async () => {};

/** Work to do before another place is shown: typed text is saved there. */
export function beforeLeaving(work: Leaving): void {
  leaving = work;
}

export const place = {
  get now(): Place {
    return places[index] ?? { room: 'today' };
  },
  get canGoBack(): boolean {
    return index > 0;
  },
  get canGoForward(): boolean {
    return index < places.length - 1;
  },
};

/** Goes somewhere. */
export function go(next: Place): void {
  const { room, id, part } = place.now;
  if (room === next.room && id === next.id && part === next.part) return;
  void leaving();
  places = [...places.slice(0, index + 1), next].slice(-100);
  index = places.length - 1;
}

/** Shows another part of the same record, without a step to go back over. */
export function turnTo(part: string): void {
  places = places.map((one, at) => (at === index ? { ...one, part } : one));
}

/** What was begun as new has an id now: the same place, without a step. */
export function becomes(id: string): void {
  places = places.map((one, at) => (at === index && one.id === 'new' ? { ...one, id } : one));
}

export function back(): void {
  if (!place.canGoBack) return;
  void leaving();
  index -= 1;
}

export function forward(): void {
  if (!place.canGoForward) return;
  void leaving();
  index += 1;
}

/** Forgets where the member was: another circle, or locked. */
export function startOver(): void {
  places = [{ room: 'today' }];
  index = 0;
}

/** The room in which records of a kind are read; absent for kinds that have none. */
const ROOM_OF: Record<string, Room> = {
  meeting: 'meetings',
  theme: 'themes',
  statement: 'themes',
  study: 'studies',
  member: 'members',
  circle: 'members',
  organisation: 'members',
  note: 'notes',
};

export function placeOf(kind: string, id: string): Place | undefined {
  const room = ROOM_OF[kind];
  return room && { room, id, ...(kind === 'statement' ? { part: 'statement' } : {}) };
}
