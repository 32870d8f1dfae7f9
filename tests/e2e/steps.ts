// What many journeys begin with, done by hand as a member would or, where the journey is about something else,
// through the window's own door.

import { say } from './text.ts';
import type { Window } from './window.ts';

/** The passphrase of every laptop of a test. */
export const PASSPHRASE = 'vier losse woorden samen';

/** Founds a circle past the screen and shows it; answers its handle. */
export async function begin(
  window: Window,
  { circle = 'Kenniskring gezinshuizen', name = { given: 'Annelies', particle: 'van der', family: 'Meulen' } } = {},
): Promise<string> {
  // A page that still asks where it stands would show the new circle before it is asked to begin again.
  await window.find('main');
  const secrets = { newPassphrase: PASSPHRASE };
  const { handle } = await window.call<{ handle: string }>('found_circle', { name, circle }, { secrets });
  await window.call('forget_printed_keys');
  // The screen asked where it stood before there was a circle; it asks again when it begins again.
  await window.execute('location.reload()');
  await window.find({ role: 'navigation', name: say('frame-navigation') });
  return handle;
}

/** Opens the lock with the passphrase of the tests. */
export async function unlock(window: Window): Promise<void> {
  await window.fill({ label: say('begin-passphrase') }, PASSPHRASE);
  await window.press('Enter');
  await window.find({ role: 'navigation', name: say('frame-navigation') });
}

/** Writes a new note and waits until its line says that it is on disk. */
export async function writeNote(window: Window, text: string): Promise<void> {
  await window.press('Control+n');
  await window.find({ label: say('notes-label') });
  await window.write(text);
  await sawSaved(window);
}

/** Waits until the line of a note that is being typed says that it is on disk. */
export async function sawSaved(window: Window): Promise<void> {
  await window.find({ text: say('frame-saved', { time: '' }).trim() });
}
