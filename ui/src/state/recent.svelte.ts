// The records looked at last, for the palette. A page is called what its heading says, read when it is left.
import { place, type Place } from './place.svelte';

export interface Recent extends Place {
  title: string;
}

const MOST = 12;
// Their pages are no records.
const OUTSIDE: Place['room'][] = ['settings', 'trash', 'gallery'];
let list = $state.raw<Recent[]>([]);

export const recent = {
  get list(): Recent[] {
    return list;
  },
};

/** Remembers the page that is being left. */
export function rememberHere(): void {
  const here = place.now;
  const title = document.querySelector('.record h1, .record h2')?.textContent?.trim();
  if (!here.id || here.id === 'new' || !title || OUTSIDE.includes(here.room)) return;
  list = [{ ...here, title }, ...list.filter((one) => one.id !== here.id)].slice(0, MOST);
}

/** Forgets everything: another circle, or locked. */
export function forgetRecent(): void {
  list = [];
}
