// How a note stands in the list.
import type { NoteView } from '../../ipc/generated';
import { firstWords, plainText } from '../../editor/text';

/** The title, or the first line of a note without one. */
export const headOf = (note: NoteView): string => note.title || (plainText(note.body).split('\n')[0] ?? '');

/** What stands below the head: the first words that are not in it already. */
export function restOf(note: NoteView): string {
  if (note.title) return firstWords(note.body);
  const first = note.body.findIndex((block) => block.text.trim());
  return firstWords(note.body.slice(first + 1));
}

/** What a note is found by. */
export const searchText = (note: NoteView): string => `${note.title} ${plainText(note.body)}`;

/** The day of an instant, in the Netherlands. */
export const dayOf = (ms: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date(ms));
