// Two laptops that give each other packages: joining with words compared by voice, and what both changed at once.

import { bring, join, share, takeOver } from '../exchange.ts';
import { enterInWindow } from '../rooms.ts';
import { ask, begin, CIRCLE, sawSaved, writeNote } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test, type Window } from '../window.ts';

const FATIMA = { given: 'Fatima', particle: 'El', family: 'Amrani' };

interface App {
  circles: { handle: string; name: string; memberName: string; right: string; waiting: boolean }[];
}

test('a second laptop asks to join, the words are compared, and the answer opens the circle', async ({ openWindow }) => {
  const first = await openWindow();
  const second = await openWindow();
  await begin(first, { circle: CIRCLE });
  const { shownToCoordinator, shownToNewcomer } = await join(first, second, CIRCLE, FATIMA);
  expect(shownToCoordinator).toHaveLength(6);
  expect(shownToNewcomer, 'what both read out is the same').toEqual(shownToCoordinator);
  expect((await second.call<App>('show_app')).circles).toMatchObject([
    { name: CIRCLE, memberName: 'Fatima El Amrani', right: 'member', waiting: false },
  ]);
  await enterInWindow(second, 'members');
  await second.find({ role: 'option', name: 'Meulen, Annelies van der' });
  await second.find({ role: 'option', name: 'Amrani, Fatima El' });
});

/** Opens the only note and types behind what stands there. */
async function addToNote(window: Window, text: string): Promise<void> {
  await enterInWindow(window, 'notes');
  await window.click({ role: 'option', name: 'Rust' });
  await window.click({ label: say('notes-label') });
  await window.press('Control+End');
  await window.write(text);
  await sawSaved(window);
}

/** What the only note says. */
async function noteOf(window: Window): Promise<string> {
  const [note] = await ask<{ id: string }[]>(window, 'list_notes');
  const { body } = await ask<{ body: { text: string }[] }>(window, 'show_note', { id: note?.id });
  return body.map(({ text }) => text).join('\n');
}

test('what two laptops changed in the same paragraph stands side by side, and both keep both', async ({ openWindow }) => {
  test.setTimeout(150_000);
  const first = await openWindow();
  const second = await openWindow();
  await begin(first, { circle: CIRCLE });
  await join(first, second, CIRCLE, FATIMA);
  await writeNote(first, 'Rust in huis');
  await bring(await share(first), second);
  await takeOver(second);
  expect(await noteOf(second)).toBe('Rust in huis');

  await addToNote(first, ' voor het kind');
  await addToNote(second, ' voor de ouders');
  const [ofFirst, ofSecond] = [await share(first), await share(second)];
  await bring(ofFirst, second);
  await takeOver(second, say('exchange-review'));
  await second.find({ role: 'heading', name: say('review-title') });
  const own = await second.text({ role: 'region', name: say('review-version-of', { name: say('review-you') }) });
  const other = await second.text({ role: 'region', name: say('review-version-of', { name: 'Annelies van der Meulen' }) });
  expect(own).toContain('voor de ouders');
  expect(other).toContain('voor het kind');
  const added = await second.execute<string[]>(`return [...document.querySelectorAll('ins')].map((one) => one.textContent)`);
  expect(added.join('|'), 'each side says by word what it added').toMatch(/de.*ouders/);
  expect(added.join('|')).toMatch(/het.*kind/);
  expect(added.join('|'), 'what nobody changed is no difference').not.toContain('Rust');
  await second.click({ role: 'button', name: say('review-keep-both') });
  await second.sees(say('review-all-done'));

  await bring(ofSecond, first);
  await takeOver(first);
  expect(await ask(first, 'list_reviews'), 'it waits here as well until the choice comes in').toHaveLength(1);
  await bring(await share(second), first);
  await takeOver(first);
  expect(await ask(first, 'list_reviews')).toEqual([]);
  expect(await noteOf(first)).toBe(await noteOf(second));
  expect(await noteOf(first)).toContain('voor het kind');
  expect(await noteOf(first)).toContain('voor de ouders');

  const [one, other2] = await Promise.all([ask<{ state: unknown }>(first, 'show_circle'), ask<{ state: unknown }>(second, 'show_circle')]);
  expect(one.state, 'the whole of the circle is the same, not only what is on the screen').toEqual(other2.state);
});
