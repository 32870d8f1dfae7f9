// Files that come in from outside, by a second start as a double click does it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enterInWindow } from '../rooms.ts';
import { begin, unlock } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test, type Window } from '../window.ts';

const CIRCLE = 'Kenniskring gezinshuizen';
const STUDIES = `TY  - JOUR
TI  - Continuïteit in gezinshuizen
AU  - Meulen, Annelies van der
PY  - 2021
ER  -${' '}
TY  - RPRT
TI  - Wat jongeren zelf zeggen
AU  - Jongerenraad
PY  - 2019
ER  -${' '}
`;

/** Puts a file of references on the laptop; answers its path. */
function referencesOn(window: Window, name = 'bronnen.ris'): string {
  const path = join(window.desk.laptop.documents, name);
  writeFileSync(path, STUDIES);
  return path;
}

test('studies are read in from a file that was double-clicked, and taken back', async ({ openWindow }) => {
  const window = await openWindow();
  await begin(window, { circle: CIRCLE });
  await window.launchAgain(referencesOn(window));
  await window.sees(say('exchange-studies-offer', { file: 'bronnen.ris', circle: CIRCLE }));
  expect(await window.windows(), 'the second start showed the first window').toBe(1);
  await window.click({ role: 'button', name: say('exchange-studies-read') });
  await window.sees(say('exchange-studies-added', { added: 2, known: 0 }));
  await window.click({ role: 'button', name: say('exchange-studies-look') });
  await window.find({ role: 'option', name: 'Continuïteit in gezinshuizen' });
  await window.find({ role: 'option', name: 'Wat jongeren zelf zeggen' });

  // The same file once more brings nothing: a study is known by what it says, not by where it came from.
  await window.launchAgain(referencesOn(window, 'nog eens.ris'));
  await window.click({ role: 'button', name: say('exchange-studies-read') });
  await window.sees(say('exchange-studies-added', { added: 0, known: 2 }));
  await window.click({ role: 'button', name: say('exchange-ready') });
  await window.gone('dialog');

  await window.call('trash_record', { id: await firstStudy(window) }, { circle: await handle(window) });
  await window.launchAgain(referencesOn(window, 'weer.ris'));
  await window.click({ role: 'button', name: say('exchange-studies-read') });
  await window.sees(say('exchange-studies-added', { added: 1, known: 1 }));
  await window.click({ role: 'button', name: say('frame-undo') });
  await window.gone('dialog');
  await window.waitFor('what was read in is gone again', async () => (await window.all({ role: 'option' })).length === 1);
});

async function handle(window: Window): Promise<string> {
  const { circles } = await window.call<{ circles: { handle: string }[] }>('show_app');
  return circles[0]?.handle ?? '';
}

async function firstStudy(window: Window): Promise<string> {
  const studies = await window.call<{ id: string }[]>('list_studies', {}, { circle: await handle(window) });
  return studies[0]?.id ?? '';
}

test('a file that comes while locked is only announced, and opens after unlocking', async ({ openWindow }) => {
  const window = await openWindow();
  await begin(window, { circle: CIRCLE });
  await window.press('Control+l');
  await window.find({ role: 'heading', name: say('begin-locked') });
  await window.launchAgain(referencesOn(window, 'geheime titel.ris'));
  await window.sees(say('exchange-waits-locked'));
  expect(await window.execute('return document.body.textContent'), 'not even its name').not.toContain('geheime titel');
  await unlock(window);
  await window.sees(say('exchange-studies-offer', { file: 'geheime titel.ris', circle: CIRCLE }));
  await window.click({ role: 'button', name: say('exchange-not-now') });
  await window.gone('dialog');
  expect(await window.call('list_studies', {}, { circle: await handle(window) })).toEqual([]);
});

test('a file on the first start is opened once there is a circle, one that is no package is told as that', async ({
  openWindow,
}) => {
  const before = await openWindow();
  const laptop = before.desk.laptop;
  await before.close();
  const path = join(laptop.documents, 'vakantiefoto.jpg');
  writeFileSync(path, 'geen pakket');
  const window = await openWindow({ laptop, args: [path] });
  await window.find({ role: 'dialog', name: say('exchange-join-first') });
  await window.click({ role: 'button', name: say('frame-close') });
  await begin(window, { circle: CIRCLE });
  await window.launchAgain(path);
  await window.sees(say('exchange-other-why', { file: 'vakantiefoto.jpg' }));
  await enterInsteadOfClosing(window);
});

/** Escape is being done with the file as well. */
async function enterInsteadOfClosing(window: Window): Promise<void> {
  await window.press('Escape');
  await window.gone('dialog');
  await enterInWindow(window, 'exchange');
}
