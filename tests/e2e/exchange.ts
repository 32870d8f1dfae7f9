// Giving packages from laptop to laptop by hand: out of one's folder, into the other's window.

import { readdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { enterInWindow } from './rooms.ts';
import { PASSPHRASE } from './steps.ts';
import { say } from './text.ts';
import type { Window } from './window.ts';

/** A person's name as the forms have it. */
export interface Name {
  given: string;
  particle: string;
  family: string;
}

/** The words on the sheet, to be compared or told by telephone. */
export function words(window: Window): Promise<string[]> {
  return window.waitFor('the words to compare', async () => {
    const shown = await window.execute<string[]>(`return [...document.querySelectorAll('dialog ol li')].map((one) => one.innerText)`);
    return shown.length > 0 ? shown : undefined;
  });
}

/** What the app gives to somebody; a name that does not end so is a file that is still being written. */
const GIVEN = /\.kring(kaart)?$/;

/** Does something that writes a file into the laptop's folder; answers the path of the new file. */
export async function written(window: Window, deed: () => Promise<void>): Promise<string> {
  const folder = window.desk.laptop.documents;
  const before = new Set(readdirSync(folder));
  await deed();
  const name = await window.waitFor('a file was written', async () => readdirSync(folder).find((one) => GIVEN.test(one) && !before.has(one)));
  return path(folder, name);
}

/** Goes through the door for who wants to join, up to the page that waits for an answer. */
export async function askToJoin(window: Window, name: Name): Promise<void> {
  await window.click({ role: 'button', name: say('begin-door-join') });
  await window.fill({ label: say('begin-name-given') }, name.given);
  await window.fill({ label: say('begin-name-particle') }, name.particle);
  await window.fill({ label: say('begin-name-family') }, name.family);
  await window.fill({ label: say('begin-passphrase-new') }, PASSPHRASE);
  await window.fill({ label: say('begin-passphrase-again') }, PASSPHRASE);
  await window.press('Enter');
  await window.tick(say('begin-keys-kept', { sheets: 1 }));
  await window.click({ role: 'button', name: say('begin-keys-to-card') });
}

/** Writes the card of who waits; answers its path. */
export function writeCard(window: Window, fullName: string): Promise<string> {
  return written(window, async () => {
    await window.click({ role: 'button', name: say('begin-card-write') });
    await window.sees(say('begin-card-written', { file: `Kaart van ${fullName}.kringkaart` }));
  });
}

/** Someone joins: a card from the second laptop, approved on the first, and the answer opened on the second. */
export async function join(
  first: Window,
  second: Window,
  circle: string,
  name: Name,
): Promise<{ shownToCoordinator: string[]; shownToNewcomer: string[] }> {
  const fullName = Object.values(name).join(' ');
  await askToJoin(second, name);
  const card = await writeCard(second, fullName);

  await first.launchAgain(card);
  await first.find({ role: 'dialog', name: say('exchange-card-of', { name: fullName }) });
  const shownToCoordinator = await words(first);
  const answer = await written(first, async () => {
    await first.click({ role: 'button', name: say('exchange-approve') });
    await first.sees(say('exchange-approved', { name: fullName, circle }));
  });
  await first.click({ role: 'button', name: say('exchange-ready') });
  await first.gone('dialog');

  await second.launchAgain(answer);
  const shownToNewcomer = await words(second);
  await second.click({ role: 'button', name: say('exchange-words-equal') });
  await second.sees(say('exchange-let-in', { circle }));
  await second.click({ role: 'button', name: say('exchange-ready') });
  await second.gone('dialog');
  return { shownToCoordinator, shownToNewcomer };
}

/** Shares with the circle; answers the path of the package. */
export async function share(window: Window): Promise<string> {
  await enterInWindow(window, 'exchange');
  const file = await written(window, async () => {
    await window.click({ role: 'button', name: say('exchange-share') });
    await window.find({ role: 'button', name: say('exchange-mail-open') });
  });
  await window.click({ role: 'button', name: say('exchange-ready') });
  return file;
}

/** A package is double-clicked on a laptop whose window is open. */
export async function bring(file: string, to: Window): Promise<void> {
  await to.launchAgain(file);
}

/** Takes over the package on the sheet, and leaves the report by this button. */
export async function takeOver(window: Window, leaveBy = say('exchange-ready')): Promise<void> {
  await window.click({ role: 'button', name: say('exchange-take-over') });
  await window.sees(say('exchange-taken-over'));
  await window.click({ role: 'button', name: leaveBy });
  await window.gone('dialog');
}
