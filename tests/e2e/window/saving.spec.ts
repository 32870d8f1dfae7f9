// What was typed survives a power cut, and is saved before the lock closes.

import { enterInWindow } from '../rooms.ts';
import { begin, unlock, writeNote } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test, type Window } from '../window.ts';

/** The texts of all notes, as the core tells them. */
async function texts(window: Window): Promise<string[]> {
  const [entry] = (await window.call<{ circles: { handle: string }[] }>('show_app')).circles;
  const circle = entry?.handle ?? '';
  expect(await window.call('list_drafts', {}, { circle }), 'nothing waits any more').toEqual([]);
  const notes = await window.call<{ id: string }[]>('list_notes', {}, { circle });
  const shown = notes.map(({ id }) => window.call<{ body: { text: string }[] }>('show_note', { id }, { circle }));
  return (await Promise.all(shown)).map(({ body }) => body.map(({ text }) => text).join('\n'));
}

test('a power cut after the line said saved, in the middle of a sentence, and a second after the last key', async ({
  openWindow,
}) => {
  const first = await openWindow();
  await begin(first);
  // Four keys at once are all typed before the first save, so the line is about all of them.
  await writeNote(first, 'Rust');
  await first.kill();

  const second = await openWindow({ laptop: first.desk.laptop });
  await unlock(second);
  expect(await texts(second), 'there, and once').toEqual(['Rust']);
  await writeNote(second, 'Tijd');
  const words = ' is wat een kind in een gezinshuis het meest nodig heeft'.split(/(?= )/);
  for (const word of words) await second.write(word);
  await second.kill();

  const third = await openWindow({ laptop: first.desk.laptop });
  await unlock(third);
  const begun = (await texts(third)).filter((text) => text !== 'Rust');
  expect(begun, 'one note, not one for each save').toHaveLength(1);
  expect(`Tijd${words.join('')}`.startsWith(begun[0] ?? ''), `no letter was lost between others: ${begun[0]}`).toBe(true);
  expect(begun[0]).toMatch(/^Tijd/);
  await enterInWindow(third, 'notes');
  await third.click({ role: 'option', name: 'Rust' });
  await third.click({ label: say('notes-label') });
  await third.press('Control+End');
  await third.write(' en regelmaat');
  const typed = Date.now();
  await third.waitFor('the second has passed in which it is put on disk', async () => Date.now() - typed > 1_000);
  await third.kill();

  const last = await openWindow({ laptop: first.desk.laptop });
  await unlock(last);
  expect((await texts(last)).sort()).toEqual(['Rust en regelmaat', begun[0]].sort());
});

test('locking by keys and by the menu saves what was typed a moment ago', async ({ openWindow }) => {
  const window = await openWindow();
  await begin(window);
  await window.press('Control+n');
  await window.find({ label: say('notes-label') });
  await window.write('Getypt vlak voor de sneltoets');
  await window.press('Control+l');
  await window.find({ role: 'heading', name: say('begin-locked') });
  expect(await window.execute('return document.body.textContent')).not.toContain('Getypt vlak');
  expect(await window.call('show_app')).toMatchObject({ phase: 'locked', circles: [] });
  await unlock(window);
  expect(await texts(window)).toEqual(['Getypt vlak voor de sneltoets']);

  await enterInWindow(window, 'notes');
  await window.click({ role: 'option', name: 'Getypt vlak voor de sneltoets' });
  await window.click({ label: say('notes-label') });
  await window.press('Control+End');
  await window.write(' en nu voor het menu');
  await window.chooseInMenu('file', 'lock');
  await window.find({ role: 'heading', name: say('begin-locked') });
  await unlock(window);
  expect(await texts(window)).toEqual(['Getypt vlak voor de sneltoets en nu voor het menu']);
});

test('closing by the cross saves what was typed a moment ago', async ({ openWindow }) => {
  const window = await openWindow();
  await begin(window);
  await writeNote(window, 'Eerst');
  await window.write(' en meteen weg');
  await window.close();
  const again = await openWindow({ laptop: window.desk.laptop });
  await unlock(again);
  expect(await texts(again)).toEqual(['Eerst en meteen weg']);
});

test('a position that is being typed is there after a power cut, and was not given', async ({ openWindow }) => {
  const window = await openWindow();
  const circle = await begin(window);
  const theme = await window.call<{ value: string }>('create_theme', { name: 'Rust' }, { circle });
  const stated = { theme: theme.value, text: 'Ouders houden een volwaardige plek.' };
  const { value } = await window.call<{ value: { version: string } }>('add_statement', stated, { circle });
  await window.call('open_round', { versions: [value.version] }, { circle });
  const toStatement = async (in_: Window): Promise<void> => {
    await enterInWindow(in_, 'today');
    await in_.click({ role: 'button', name: say('today-give-position') });
    await in_.click({ role: 'button', name: say('themes-give-position') });
    await in_.find({ role: 'radiogroup', name: say('themes-my-position') });
  };
  await toStatement(window);
  await window.tick(say('themes-meaning-object'));
  await window.type({ label: say('themes-say-why') }, 'Niet als het kind daar niet veilig is.');
  type Waiting = { input: { text: string } }[];
  await window.waitFor('the last word is on disk', async () => {
    const drafts = await window.call<Waiting>('list_drafts', {}, { circle });
    return drafts[0]?.input.text.endsWith('veilig is.');
  });
  await window.kill();

  const again = await openWindow({ laptop: window.desk.laptop });
  await unlock(again);
  const [entry] = (await again.call<{ circles: { handle: string }[] }>('show_app')).circles;
  const today = await again.call<{ asked: unknown[] }>('show_today', {}, { circle: entry?.handle ?? '' });
  expect(today.asked, 'it is still asked').toHaveLength(1);
  await toStatement(again);
  const field = { label: say('themes-say-why') };
  await again.find(field);
  expect(await again.execute('return document.querySelector("form textarea").value')).toBe('Niet als het kind daar niet veilig is.');
  await again.click({ role: 'button', name: say('themes-give-position') });
  await again.sees(say('themes-position-given'));
  expect(await again.call('list_drafts', {}, { circle: entry?.handle ?? '' }), 'given, and no longer kept apart').toEqual([]);
});
