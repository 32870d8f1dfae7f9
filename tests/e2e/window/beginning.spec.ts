// The pages before the notebook: founding a circle with its printed keys, the lock, and the way back in.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../places.ts';
import { enterInWindow } from '../rooms.ts';
import { CIRCLE, fillInCircle, foundByHand, PASSPHRASE, shownKey, unlock, writeNote } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test, type Window } from '../window.ts';

test('from the first start to a note that is there after locking and after closing', async ({ openWindow }) => {
  const window = await openWindow();
  const recovery = await foundByHand(window);
  expect(recovery).toMatch(/^HERSTEL1 /);
  await writeNote(window, 'Rust in huis begint bij tijd.');
  // The keys were shown once; nothing on the screen shows them again.
  expect(await window.execute('return document.body.textContent')).not.toContain(recovery.slice(9, 20));

  await window.press('Control+l');
  await unlock(window);
  await enterInWindow(window, 'notes');
  await window.sees('Rust in huis begint bij tijd.');

  await window.close();
  const again = await openWindow({ laptop: window.desk.laptop });
  await unlock(again);
  await enterInWindow(again, 'notes');
  await again.click({ role: 'option', name: 'Rust in huis begint bij tijd.' });
  expect(await again.text({ label: say('notes-label') })).toBe('Rust in huis begint bij tijd.');

  const readable = filesBelow(again.desk.laptop.top).filter((file) => readFileSync(file).includes('Rust in huis'));
  expect(readable, 'nothing on the laptop can be read without the passphrase, no cache of the webview either').toEqual([]);
});

test('a wrong passphrase is told, and the herstelsleutel sets another one', async ({ openWindow }) => {
  const window = await openWindow();
  const recovery = await foundByHand(window);
  await window.press('Control+l');
  const field = { label: say('begin-passphrase') };
  const open = { role: 'button', name: say('begin-open') };
  await window.fill(field, 'een heel ander woord');
  await window.click(open);
  await window.find({ role: 'alert' });
  expect(await window.call('show_app')).toMatchObject({ phase: 'locked', circles: [] });
  // What was typed is marked, so that the right one replaces it without emptying the field first.
  await window.write(PASSPHRASE);
  await window.press('Enter');
  await window.sees(CIRCLE);

  await window.press('Control+l');
  await window.click({ role: 'button', name: say('begin-forgotten') });
  const renewed = 'groene fiets langs het kanaal';
  await window.fill({ label: say('begin-keys-recovery') }, recovery);
  await window.fill({ label: say('begin-passphrase-new') }, renewed);
  await window.fill({ label: say('begin-passphrase-again') }, renewed);
  await window.click({ role: 'button', name: say('begin-recover-submit') });
  await window.sees(CIRCLE);

  await window.press('Control+l');
  await window.fill(field, PASSPHRASE);
  await window.click(open);
  await window.find({ role: 'alert' });
  await window.fill(field, renewed);
  await window.press('Enter');
  await window.sees(CIRCLE);
});

test('keys that are not on paper yet wait behind the lock, and a power cut does not cost them', async ({ openWindow }) => {
  const window = await openWindow();
  await fillInCircle(window);
  const key = await shownKey(window);
  await window.chooseInMenu('file', 'lock');
  await window.find({ role: 'heading', name: say('begin-locked') });
  expect(await window.execute('return document.body.textContent')).not.toContain(key.slice(9, 20));
  const enter = async (through: Window): Promise<void> => {
    await through.fill({ label: say('begin-passphrase') }, PASSPHRASE);
    await through.press('Enter');
  };
  await enter(window);
  expect(await shownKey(window)).toBe(key);
  await window.kill();

  const again = await openWindow({ laptop: window.desk.laptop });
  await enter(again);
  expect(await shownKey(again)).toBe(key);
  await again.tick(say('begin-keys-kept', { sheets: 2 }));
  await again.click({ role: 'button', name: say('begin-keys-to-circle') });
  await again.find({ role: 'navigation', name: say('frame-navigation') });
  await again.press('Control+l');
  await unlock(again);
});

test('the sample circle is toured in five stops, closed, and leaves nothing behind', async ({ openWindow }) => {
  const window = await openWindow();
  const { top, home } = window.desk.laptop;
  // In memory only: of the disk nothing but the folder of circles would tell.
  const kept = (): string[] => [...filesBelow(join(top, 'run/kringboek')), ...filesBelow(join(home, 'circles'))];
  await window.click({ role: 'button', name: say('begin-door-sample') });
  const stops = ['today', 'meeting', 'statement', 'study', 'exchange'];
  for (const [at, stop] of stops.entries()) {
    await window.sees(say('tour-stop', { step: at + 1, of: stops.length }));
    await window.find({ role: 'heading', name: say(`tour-${stop}-title`) });
    // Each stop shows a record of its own beneath the card.
    await window.find('main h1');
    // By key: the card keeps the focus on the way to the next stop.
    if (at + 1 < stops.length) await window.press('Enter');
  }
  expect(kept(), 'while it is open it lies there, so that its going means something').not.toEqual([]);
  await window.click({ role: 'button', name: say('tour-end') });
  await window.click({ role: 'button', name: say('begin-sample-close') });
  await window.find({ role: 'button', name: say('begin-door-found') });
  expect(kept()).toEqual([]);
});
