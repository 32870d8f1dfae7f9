// Search and shortcuts, by the keyboard alone.

import { begin, unlock, writeNote } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test } from '../window.ts';

test('Ctrl+K finds a word of a note and Enter goes there; F1 shows the shortcuts', async ({ openWindow }) => {
  const window = await openWindow();
  await begin(window);
  await writeNote(window, 'Over de overgang naar zelfstandig wonen');
  await window.press('Alt+1');
  await window.find({ role: 'heading', name: say('today-greeting', { name: 'Annelies' }) });

  await window.press('Control+k');
  await window.find({ role: 'dialog', name: say('frame-search') });
  // Without the accents and capitals that nobody types.
  await window.write('zelfstandig');
  await window.find({ role: 'option', name: 'Over de overgang naar zelfstandig wonen' });
  await window.waitFor('the hit is the active choice', async () => {
    const active = await window.text('dialog [role=option][aria-selected=true]');
    return active.includes('zelfstandig wonen');
  });
  await window.press('Enter');
  await window.gone('dialog');
  await window.waitFor('the note is shown', async () => {
    return (await window.text({ label: say('notes-label') })) === 'Over de overgang naar zelfstandig wonen';
  });

  await window.press('F1');
  await window.find({ role: 'dialog', name: say('frame-shortcuts') });
  await window.sees(say('frame-key-bold'));
  await window.press('Escape');
  await window.gone('dialog');

  // Nothing is found while locked, and the words asked for are forgotten.
  await window.press('Control+l');
  await window.find({ role: 'heading', name: say('begin-locked') });
  await window.press('Control+k');
  expect(await window.all('dialog')).toEqual([]);
  await unlock(window);
  await window.press('Control+k');
  await window.find({ role: 'dialog', name: say('frame-search') });
  expect(await window.execute('return document.activeElement.value')).toBe('');
});
