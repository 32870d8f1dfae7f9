// A meeting from its planning to its summary: what was typed and ticked is what is kept.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../places.ts';
import { enterInWindow } from '../rooms.ts';
import { begin, sawSaved } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test, type Window } from '../window.ts';

interface Made {
  value: string;
}

/** People, a theme and a study to refer to. */
async function prepare(window: Window): Promise<{ circle: string; fatima: string; theme: string; study: string }> {
  const circle = await begin(window);
  const make = async (name: string, input: object): Promise<string> =>
    (await window.call<Made>(name, input, { circle })).value;
  const fatima = await make('add_member', { name: { given: 'Fatima', particle: 'El', family: 'Amrani' } });
  await make('add_member', { name: { given: 'Jan', particle: 'de', family: 'Boer' } });
  const theme = await make('create_theme', { name: 'Continuïteit' });
  const study = await make('add_study', { title: 'Wat jongeren zelf zeggen' });
  return { circle, fatima, theme, study };
}

/** Types a sign with some letters and takes the choice of this name. */
async function refer(window: Window, typed: string, name: string): Promise<void> {
  await window.write(typed);
  await window.find({ role: 'option', name });
  await window.press('Enter');
}

test('a meeting with agenda, minutes with every mark, and attendance', async ({ openWindow }) => {
  const window = await openWindow();
  const { circle, fatima, theme, study } = await prepare(window);
  await enterInWindow(window, 'meetings');
  await window.click({ role: 'button', name: say('meetings-plan') });
  await window.fill({ label: say('meetings-field-date') }, 'do 10 dec 2026');
  await window.fill({ label: say('meetings-field-place') }, 'De Glind');
  await window.press('Enter');
  await window.find({ role: 'tab', name: say('meetings-tab-agenda') });

  for (const title of ['Opening', 'Rondvraag', 'Terugblik']) {
    await window.fill({ label: say('meetings-agenda-new') }, title);
    await window.press('Enter');
    await window.find({ role: 'button', name: title });
  }
  // Backwards out of the field for the next item stand the last row's deeds, then its title.
  await window.waitFor('the title of the last item has the focus', async () => {
    await window.press('Shift+Tab');
    return window.execute<boolean>(`return document.activeElement.innerText === 'Terugblik'`);
  });
  await window.press('Alt+ArrowUp');
  await window.sees(say('meetings-agenda-moved', { title: 'Terugblik', ordinal: '2' }));
  expect(await window.execute('return document.activeElement.innerText'), 'the item that moved keeps the focus').toBe('Terugblik');

  await window.click({ role: 'tab', name: say('meetings-tab-minutes') });
  await window.click({ role: 'button', name: `${say('meetings-note-add')}: Terugblik` });
  await window.find({ label: say('meetings-note-of', { title: 'Terugblik' }) });
  await window.write('## Wat we hoorden');
  await window.press('Enter');
  await window.write('Kinderen vragen ');
  await window.press('Control+b');
  await window.write('rust');
  await window.press('Control+b');
  await window.write(' en ');
  await window.press('Control+i');
  await window.write('tijd');
  await window.press('Control+i', 'Enter');
  await window.write('- dichtbij');
  // Enter goes on with a list or quote, and ends it where nothing was typed yet.
  await window.press('Enter', 'Enter');
  await window.write('> Niet weer verhuizen');
  await window.press('Enter', 'Enter');
  await window.write('Zie ');
  await refer(window, '+jong', 'Wat jongeren zelf zeggen');
  await window.write('bij ');
  await refer(window, '#cont', 'Continuïteit');
  await window.write('op ');
  await window.press('Control+Shift+k');
  await window.find({ label: say('editor-link-address') });
  await window.write('https://www.nji.nl/');
  await window.press('Enter');
  await window.gone({ role: 'dialog', name: say('editor-link') });
  await window.press('Enter');
  await window.write('[] ');
  await refer(window, '@fat', 'Fatima El Amrani');
  await window.write('belt ');
  await window.write('/dat');
  await window.find({ role: 'option', name: say('editor-deed-date') });
  await window.press('Enter');
  // The box has the focus, and the month opens over it by key.
  await window.find({ label: say('editor-date-due') });
  await window.write('25/12/26');
  await window.press('Tab', 'Enter', 'ArrowLeft', 'Enter');
  await window.gone({ role: 'dialog', name: say('editor-date-due') });
  await window.press('Shift+Tab', 'Enter');
  await window.gone({ label: say('editor-date-due') });
  await sawSaved(window);
  await window.click({ role: 'button', name: say('meetings-note-done') });

  await window.click({ role: 'tab', name: say('meetings-tab-attendance') });
  await window.click({ role: 'radio', name: `Fatima El Amrani: ${say('meetings-attendance-with')}` });
  await window.click({ role: 'button', name: say('meetings-attendance-rest') });
  await window.sees(say('meetings-attendance-count', { present: 2, all: 3 }));

  const [row] = await window.call<{ id: string }[]>('list_meetings', {}, { circle });
  const meeting = await window.call<{
    place: string;
    date: string;
    items: { title: string; ordinal: string; notes: { body: Block[] }[] }[];
    attendance: Record<string, string>;
  }>('show_meeting', { id: row?.id }, { circle });
  expect(meeting).toMatchObject({ date: '2026-12-10', place: 'De Glind' });
  expect(meeting.items.map(({ title }) => title)).toEqual(['Opening', 'Terugblik', 'Rondvraag']);
  expect(meeting.attendance[fatima]).toBe('absent_with_notice');
  expect(Object.values(meeting.attendance).filter((one) => one === 'present')).toHaveLength(2);
  expect(meeting.items[1]?.notes, 'one note').toHaveLength(1);
  expect(inShort(meeting.items[1]?.notes[0]?.body ?? [])).toEqual([
    'heading 2: Wat we hoorden',
    'paragraph: Kinderen vragen {bold rust} en {italic tijd}',
    'bullet: dichtbij',
    'quote: Niet weer verhuizen',
    `paragraph: Zie {study ${study} Wat jongeren zelf zeggen} bij {theme ${theme} Continuïteit} op {link https://www.nji.nl/ www.nji.nl}`,
    `task: {member ${fatima} Fatima El Amrani} belt {date 2026-12-24 do 24 december}`,
  ]);
});

interface Block {
  kind: string;
  level: number;
  text: string;
  marks: { kind: string; value: string; from: number; to: number }[];
}

/** Blocks as one line each, with marks in braces. */
function inShort(blocks: Block[]): string[] {
  return blocks.map(({ kind, level, text, marks }) => {
    const letters = [...text];
    const inwards = marks.toSorted((one, other) => other.from - one.from);
    for (const { kind: mark, value, from, to } of inwards) {
      letters.splice(from, to - from, `{${[mark, value].filter(Boolean).join(' ')} ${letters.slice(from, to).join('')}}`);
    }
    return `${kind}${level ? ` ${level}` : ''}: ${letters.join('').trimEnd()}`;
  });
}

test('a summary in two clicks is a PDF in the folder, and printing opens one that the lock removes', async ({ openWindow }) => {
  const window = await openWindow();
  const { circle } = await prepare(window);
  const { value: meeting } = await window.call<Made>('create_meeting', { date: '2026-03-12', number: 0 }, { circle });
  await window.call('record_decision', { meeting, text: 'We horen eerst het kind.' }, { circle });
  await enterInWindow(window, 'meetings');
  await window.click({ role: 'option', name: '12 maart' });

  await window.click({ role: 'button', name: say('meetings-make-summary') });
  await window.sees('We horen eerst het kind.');
  await window.click({ role: 'button', name: say('summary-make') });
  const { documents, top } = window.desk.laptop;
  const made = await window.waitFor('a PDF is in the folder', async () => readdirSync(documents).find((name) => name.endsWith('.pdf')));
  await window.sees(say('summary-made', { name: made }));
  expect(readFileSync(join(documents, made)).subarray(0, 5).toString()).toBe('%PDF-');
  const shown = join(documents, made);
  await window.waitFor('the PDF is shown', async () => window.opened().includes(shown));

  await window.click({ role: 'button', name: say('summary-print') });
  await window.sees(say('summary-printed'));
  const printed = await window.waitFor('the PDF is opened', async () => window.opened().find((path) => path !== shown));
  expect(printed.startsWith(join(top, 'run')), 'in memory, not in the folder of the member').toBe(true);
  expect(readFileSync(printed).subarray(0, 5).toString()).toBe('%PDF-');
  expect(statSync(printed).mode & 0o077, 'for nobody else on this laptop').toBe(0);
  await window.press('Escape');
  await window.gone('dialog');
  await window.press('Control+l');
  await window.find({ role: 'heading', name: say('begin-locked') });
  expect(filesBelow(join(top, 'run/kringboek')), 'what was printed does not outlive the lock').toEqual([]);
});
