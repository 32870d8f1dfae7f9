// The places of the app that every look at the whole of it visits, in a page and in the window alike.

import type { Page } from '@playwright/test';
import { type Language, say } from './text.ts';
import type { Window } from './window.ts';

/** The rooms of the navigation, as their texts name them. */
export const ROOMS = ['today', 'meetings', 'notes', 'themes', 'studies', 'members', 'exchange', 'trash', 'settings'] as const;

export type Room = (typeof ROOMS)[number];

/** Goes to a room by its button. */
export async function enter(page: Page, room: Room, language: Language = 'nl'): Promise<void> {
  const navigation = page.getByRole('navigation', { name: say('frame-navigation', {}, language) });
  // A room may say behind its name how much is in it.
  const button = navigation.getByRole('button', { name: new RegExp(`^${say(`frame-room-${room}`, {}, language)}( |$)`) });
  await button.click();
  await button.and(page.locator('[aria-current=page]')).waitFor();
}

/** The same in the real window. */
export async function enterInWindow(window: Window, room: Room): Promise<void> {
  await window.click({ role: 'button', name: say(`frame-room-${room}`) });
  await window.find('nav [aria-current=page]');
}

/** How many of these are shown; asked again when a list was just being drawn anew. */
async function countOf(window: Window, role: string): Promise<number> {
  return (await window.waitFor(`the ${role}s stand still`, () => window.all({ role }))).length;
}

/** Opens every room, in each its first record, then the named records with all of their tabs; looks after every step. */
export async function visitEverything(
  window: Window,
  records: { room: Room; name: string }[],
  look: (where: string) => Promise<void>,
): Promise<void> {
  for (const room of ROOMS) {
    await enterInWindow(window, room);
    await look(room);
    if ((await countOf(window, 'option')) === 0) continue;
    await window.click({ role: 'option' });
    await window.find('main .record :is(h1, h2, article)');
    await look(`${room}, the first`);
  }
  for (const { room, name } of records) {
    await enterInWindow(window, room);
    await window.click({ role: 'option', name });
    await window.find({ role: 'heading', name });
    await look(`${room}, ${name}`);
    const tabs = await countOf(window, 'tab');
    for (let tab = 0; tab < tabs; tab += 1) {
      await window.clickNth({ role: 'tab' }, tab);
      await look(`${room}, ${name}, tab ${tab + 1}`);
    }
  }
}
