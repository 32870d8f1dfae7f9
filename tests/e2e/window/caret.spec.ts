// The caret stays where the member put it, also when a new note becomes a record of the circle meanwhile.

import { enterInWindow } from '../rooms.ts';
import { begin } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test, type Window } from '../window.ts';

/** Types, goes two letters back, waits for the note to become a record, and types on. */
async function typeOn(window: Window, label: string): Promise<void> {
  await window.find({ label });
  await window.write('abc');
  await window.press('ArrowLeft', 'ArrowLeft');
  // Only a note that is a record can be looked back on or thrown away.
  await window.find('article.note .menu-place button');
  await window.write('X');
  expect(await window.text({ label })).toBe('aXbc');
}

test('a pause while writing a new note does not move the caret', async ({ openWindow }) => {
  const window = await openWindow();
  const circle = await begin(window);
  await window.press('Control+n');
  await typeOn(window, say('notes-label'));

  await window.call('create_meeting', { date: '2026-03-12', number: 0 }, { circle });
  await enterInWindow(window, 'meetings');
  await window.click({ role: 'option', name: '12 maart' });
  await window.click({ role: 'tab', name: say('meetings-tab-minutes') });
  const title = say('meetings-note-general');
  await window.click({ role: 'button', name: `${say('meetings-note-add')}: ${title}` });
  await typeOn(window, say('meetings-note-of', { title }));
});
