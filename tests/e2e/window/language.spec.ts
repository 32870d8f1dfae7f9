// Another language: the screen and the native menu follow at once, and back.

import { enterInWindow } from '../rooms.ts';
import { begin } from '../steps.ts';
import { onlyIn, say } from '../text.ts';
import { expect, test, type Window } from '../window.ts';

/** Every text and name that the page holds, in pieces as it was put together. */
function pieces(window: Window): Promise<string[]> {
  return window.execute<string[]>(`
    const pieces = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) pieces.push(walker.currentNode.data);
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) pieces.push(element.getAttribute(name) ?? '');
    return pieces.map((piece) => piece.replace(/\\s+/g, ' ').trim()).filter(Boolean);`);
}

test('English and back: screen and menu follow, and nothing of the other language is left', async ({ openWindow }) => {
  const window = await openWindow();
  await begin(window);
  await enterInWindow(window, 'settings');
  const dutch = await pieces(window);
  expect(dutch.filter((piece) => onlyIn('en').has(piece))).toEqual([]);

  await window.tick(say('begin-language-en'));
  await window.find({ role: 'heading', name: say('settings-look', {}, 'en') });
  await window.find({ role: 'navigation', name: say('frame-navigation', {}, 'en') });
  expect(await window.execute('return document.documentElement.lang')).toMatch(/^en/);
  const english = await pieces(window);
  const left = english.filter((piece) => onlyIn('nl').has(piece));
  expect(left, 'Dutch on the settings page').toEqual([]);
  expect(english.length, 'the page is whole').toBeGreaterThan(dutch.length * 0.9);

  // The letters are those of the English menu; the Dutch one has others.
  await window.chooseInMenu('help', 'shortcuts', 'en');
  await window.find({ role: 'dialog', name: say('frame-shortcuts', {}, 'en') });
  await window.press('Escape');
  await window.chooseInMenu('file', 'lock', 'en');
  await window.find({ role: 'heading', name: say('begin-locked', {}, 'en') });

  await window.click({ role: 'button', name: say('begin-language-nl', {}, 'en') });
  await window.find({ role: 'heading', name: say('begin-locked') });
  expect((await pieces(window)).filter((piece) => onlyIn('en').has(piece))).toEqual([]);
});
