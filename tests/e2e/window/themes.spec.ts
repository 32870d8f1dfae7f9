// A statement on which the circle differs: every position stands there with its sign, its word and its name.

import { enterInWindow } from '../rooms.ts';
import { begin } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test } from '../window.ts';

const STATEMENT = 'Een kind verhuist niet zonder dat het zelf is gehoord.';
const RESERVATION = 'Ook een baby moet worden gehoord, maar dan anders.';
const OBJECTION = 'Bij acuut gevaar kan er niet worden gewacht.';

test('four kinds of position on a statement, and the dissent in full', async ({ openWindow }) => {
  const window = await openWindow();
  const circle = await begin(window);
  for (const [given, particle, family] of [['Fatima', 'El', 'Amrani'], ['Jan', 'de', 'Boer'], ['Noor', '', 'Visser']]) {
    await window.call('add_member', { name: { given, particle, family } }, { circle });
  }
  const members = await window.call<{ full_name: string; listed_name: string }[]>('list_members', {}, { circle });
  const listed = (name: string): string => members.find((member) => member.full_name === name)?.listed_name ?? '';

  await enterInWindow(window, 'themes');
  await window.click({ role: 'button', name: say('themes-add') });
  // The first field has the focus.
  await window.find({ label: say('themes-name') });
  await window.fill({ label: say('themes-name') }, 'Continuïteit');
  await window.press('Enter');
  await window.find({ role: 'heading', name: 'Continuïteit' });
  await window.click({ role: 'button', name: say('themes-add-statement') });
  await window.fill({ label: say('themes-statement-text') }, STATEMENT);
  await window.press('Control+Enter');
  await window.find({ role: 'heading', name: STATEMENT });
  await window.click({ role: 'button', name: say('themes-open-round') });
  await window.find({ role: 'dialog', name: say('themes-open-round') });
  await window.click({ role: 'button', name: say('themes-open-round') });

  await window.click({ role: 'button', name: say('themes-give-position') });
  await window.tick(say('themes-meaning-agree-with-reservation'));
  await window.click({ role: 'button', name: say('themes-give-position') });
  await window.sees(say('themes-say-why-missing'));
  // The field that misses its words has the focus, so that they can be typed at once.
  await window.waitFor('the focus is where the words are missing', () =>
    window.execute<boolean>(`return document.activeElement.matches('textarea[aria-invalid=true]')`),
  );
  await window.write(RESERVATION);
  await window.press('Control+Enter');
  await window.sees(say('themes-position-given'));

  const record = async (name: string, stance: string, words?: string): Promise<void> => {
    await window.click({ role: 'button', name: say('themes-record-position') });
    await window.choose({ label: say('themes-holder') }, listed(name));
    await window.tick(say(`themes-meaning-${stance}`));
    if (words) await window.fill({ label: say('themes-their-words') }, words);
    await window.click({ role: 'button', name: say('themes-record-do') });
    await window.gone('dialog');
  };
  await record('Fatima El Amrani', 'agree');
  await record('Jan de Boer', 'object', OBJECTION);
  await record('Noor Visser', 'no-opinion');

  const unconfirmed = (name: string): string => say('holder-unconfirmed', { name });
  const marks = `return [...document.querySelectorAll('dl.marks > div')].map((row) => ({
    word: row.querySelector('dt').innerText.replace(/\\s+/g, ' ').trim().toLowerCase(),
    marks: [...row.querySelectorAll('dd .mark')].map((mark) => [...mark.children].map((part) => part.firstChild.data.trim()).join(' ')),
  }))`;
  await window.waitFor('all four stand there', async () => (await window.execute<unknown[]>(marks)).length === 4);
  expect(await window.execute(marks)).toEqual([
    { word: `${say('export-stance-agree')} 1`, marks: [`✓ ${unconfirmed('Fatima El Amrani')}`] },
    { word: `${say('export-stance-agree-with-reservation')} 1`, marks: ['~ Annelies van der Meulen'] },
    { word: `${say('export-stance-object')} 1`, marks: [`✕ ${unconfirmed('Jan de Boer')}`] },
    { word: `${say('export-stance-no-opinion')} 1`, marks: [`– ${unconfirmed('Noor Visser')}`] },
  ]);
  const dissent = await window.text({ role: 'region', name: say('export-dissent') });
  for (const words of [RESERVATION, OBJECTION, 'Annelies van der Meulen', 'Jan de Boer']) expect(dissent).toContain(words);
  const sizes = await window.execute<string[]>(
    `return [...document.querySelectorAll('.sides > section > h3')].map((side) => getComputedStyle(side).fontSize)`,
  );
  expect(new Set(sizes).size, 'dissent is written as large as agreement').toBe(1);
});
