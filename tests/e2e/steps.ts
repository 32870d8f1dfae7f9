// What many journeys begin with, done by hand as a member would or, where the journey is about something else,
// through the window's own door.

import { say } from './text.ts';
import type { Window } from './window.ts';

/** The passphrase of every laptop of a test. */
export const PASSPHRASE = 'vier losse woorden samen';

/** The circle that is founded by hand. */
export const CIRCLE = 'Kenniskring gezinshuizen';

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

/** Asks something of the only circle of a laptop. */
export async function ask<T>(window: Window, name: string, input: object = {}): Promise<T> {
  const { circles } = await window.call<{ circles: { handle: string }[] }>('show_app');
  return window.call<T>(name, input, { circle: circles[0]?.handle ?? '' });
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

/** The herstelsleutel that the key page shows. */
export async function shownKey(window: Window): Promise<string> {
  await window.find({ role: 'heading', name: say('begin-keys-title', { sheets: 2 }) });
  return window.execute<string>(`return document.querySelector('p.key').textContent.replace(/\\s+/g, ' ').trim()`);
}

/** Founds a circle as a member does, up to the page with its keys. */
export async function fillInCircle(window: Window): Promise<void> {
  await window.click({ role: 'button', name: say('begin-door-found') });
  await window.fill({ label: say('begin-circle') }, CIRCLE);
  await window.fill({ label: say('begin-name-given') }, 'Annelies');
  await window.fill({ label: say('begin-name-particle') }, 'van der');
  await window.fill({ label: say('begin-name-family') }, 'Meulen');
  await window.fill({ label: say('begin-passphrase-new') }, PASSPHRASE);
  await window.fill({ label: say('begin-passphrase-again') }, PASSPHRASE);
  await window.click({ role: 'button', name: say('begin-found-submit') });
}

/** Founds a circle as a member does; answers the herstelsleutel that the key page showed. */
export async function foundByHand(window: Window): Promise<string> {
  await fillInCircle(window);
  const key = await shownKey(window);
  await window.tick(say('begin-keys-kept', { sheets: 2 }));
  await window.click({ role: 'button', name: say('begin-keys-to-circle') });
  await window.find({ role: 'navigation', name: say('frame-navigation') });
  return key;
}
