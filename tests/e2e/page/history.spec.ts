// Looking back in the window: versions of a record, what they changed and who wrote what, the history of the
// circle, undoing what was done earlier, and erasing with a report for whom it concerns.

import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { again, expect, test } from '../bridge.ts';
import { enter } from '../rooms.ts';
import { letIn, send, takeOver } from '../screens/pair.ts';
import { say } from '../text.ts';

test.setTimeout(60_000);

const block = (text: string) => [{ id: '00000000000000a1', kind: 'paragraph', text }];

/** Chooses from the menu of the record that is open. */
async function chooseInMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: menu }).first().click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('a note has versions with what each changed, says who wrote what, and takes an earlier one back', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const other = await openBridge();
  await letIn(bridge, other);
  const id = await bridge.make('write_note', { title: 'Rust', body: block('Rust in huis begint bij tijd.') });
  await takeOver(other, await send(bridge));
  await other.make('change_note', { id, fields: { body: block('Rust in huis begint bij genoeg tijd.') } });
  await takeOver(bridge, await send(other));
  await again(page);
  await enter(page, 'notes');
  await page.getByRole('option', { name: /Rust/ }).click();
  await chooseInMenu(page, say('frame-more'), say('history-title'));
  const sheet = page.getByRole('dialog', { name: say('history-title') });
  await expect(sheet.getByText('Fatima el Amrani', { exact: true })).toBeVisible();
  await expect(sheet.getByText('Annelies van der Meulen', { exact: true })).toBeVisible();

  // The newest stands first: what came is marked, and nothing else.
  await sheet.getByRole('listitem').first().getByRole('button').click();
  await expect(sheet.locator('ins')).toHaveText(/genoeg/);
  await expect(sheet.locator('del')).toHaveCount(0);
  await sheet.getByRole('button', { name: say('history-all') }).click();

  await sheet.getByRole('button', { name: say('history-writers') }).press('Enter');
  await expect(sheet.getByText('Rust in huis begint bij genoeg tijd.')).toBeVisible();
  await expect(sheet.getByText('Fatima el Amrani', { exact: true })).toBeVisible();
  await sheet.getByRole('button', { name: say('history-all') }).press('Enter');

  await sheet.getByRole('listitem').last().getByRole('button').click();
  await sheet.getByRole('button', { name: say('history-restore') }).click();
  await expect(page.getByText(say('history-restored'))).toBeVisible();
  await expect(page.getByRole('textbox', { name: say('notes-label') })).toHaveText('Rust in huis begint bij tijd.');
  expect(await bridge.call('show_note', { id })).toMatchObject({ body: [{ text: 'Rust in huis begint bij tijd.' }] });
  expect(await bridge.call('show_history', { id }), 'nothing went: what was put back is a change of its own').toHaveLength(3);
});

test('the history of the circle is read by person and by kind, and goes on to what is older', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const other = await openBridge();
  await letIn(bridge, other);
  for (let number = 1; number <= 60; number += 1) await bridge.make('create_theme', { name: `thema ${number}` });
  await takeOver(other, await send(bridge));
  await other.make('add_study', { title: 'Continuïteit in gezinshuizen' });
  await takeOver(bridge, await send(other));
  await again(page);
  await enter(page, 'exchange');
  await page.getByRole('button', { name: say('history-circle') }).press('Enter');
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines.first()).toContainText('Continuïteit in gezinshuizen');
  const shown = await lines.count();
  await page.getByRole('button', { name: say('history-older') }).click();
  await expect.poll(() => lines.count()).toBeGreaterThan(shown);

  await page.getByLabel(say('history-who')).selectOption({ label: 'Fatima el Amrani' });
  await expect(lines.filter({ hasText: 'Continuïteit in gezinshuizen' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'thema' })).toHaveCount(0);
  await page.getByLabel(say('history-what'), { exact: true }).selectOption({ label: say('kind-theme') });
  await expect(page.getByText(say('history-none'))).toBeVisible();
});

test('what was done earlier on this laptop is undone from the history of the circle', async ({ page, bridge }) => {
  await bridge.found();
  const id = await bridge.make('create_theme', { name: 'continuïteit' });
  await bridge.make('change_theme', { id, fields: { name: 'regelmaat' } });
  await bridge.make('create_theme', { name: 'matching' });
  await again(page);
  await enter(page, 'exchange');
  await page.getByRole('button', { name: say('history-circle') }).click();
  await page.getByText(say('history-own-show')).click();
  const own = page.getByRole('region', { name: say('history-own') });
  const change = own.getByRole('listitem').filter({ hasText: say('operation-change_theme') });
  await change.getByRole('button', { name: say('frame-undo') }).press('Enter');
  await expect(page.getByText(say('frame-undone'))).toBeVisible();
  await expect(change.first()).toContainText(say('history-own-undone'));
  const names = (await bridge.call<{ name: string }[]>('list_themes')).map(({ name }) => name);
  expect(names, 'what was done after it stays').toEqual(['continuïteit', 'matching']);
});

test('a record is erased on every laptop, and there is a report for whom it concerns', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const other = await openBridge();
  await letIn(bridge, other);
  const id = await bridge.make('write_note', { title: 'Over Sanne', body: block('Iets dat hier niet had mogen staan.') });
  await takeOver(other, await send(bridge));
  await again(page);
  await enter(page, 'notes');
  await page.getByRole('option', { name: /Over Sanne/ }).click();
  await chooseInMenu(page, say('frame-more'), say('erase-title'));
  const sheet = page.getByRole('dialog', { name: say('erase-title') });
  await expect(sheet.getByText(say('erase-final'))).toBeVisible();
  await sheet.getByRole('button', { name: say('erase-all'), exact: true }).click();
  await expect(page.getByText(say('erase-done'))).toBeVisible();
  await expect(bridge.call('show_note', { id })).rejects.toThrow(/err-not-found|err-erased/);

  await enter(page, 'exchange');
  const erasures = page.getByRole('region', { name: say('erase-list') });
  await expect(erasures.getByText(say('erase-confirmed', { confirmed: 1, laptops: 2 }))).toBeVisible();
  await expect(erasures.getByText(say('erase-waiting', { names: 'Fatima el Amrani' }))).toBeVisible();
  await takeOver(other, await send(bridge));
  expect(await other.call('list_notes'), 'it is gone there as well').toEqual([]);
  await takeOver(bridge, await send(other));
  await expect(erasures.getByText(say('erase-confirmed', { confirmed: 2, laptops: 2 }))).toBeVisible();

  const before = readdirSync(bridge.laptop.documents);
  await erasures.getByRole('button', { name: say('erase-report') }).press('Enter');
  await expect(page.getByText(say('erase-reported'))).toBeVisible();
  const written = readdirSync(bridge.laptop.documents).filter((name) => !before.includes(name));
  expect(written).toEqual([expect.stringMatching(/\.pdf$/)]);
  expect(written.join(), 'its name tells nothing of what was erased').not.toContain('Sanne');
});

test('a study that was retracted says so in its form, in the list and where it is rested on', async ({ page, bridge }) => {
  await bridge.found();
  const theme = await bridge.make('create_theme', { name: 'continuïteit' });
  const { value } = await bridge.call<{ value: { statement: string } }>('add_statement', { theme, text: 'Rust helpt.' });
  const study = await bridge.make('add_study', { title: 'Wat werkt in gezinshuizen' });
  await bridge.make('add_evidence', { statement: value.statement, study, stance: 'supports', basis: 'science' });
  await again(page);
  await enter(page, 'studies');
  await page.getByRole('option', { name: /Wat werkt/ }).click();
  await chooseInMenu(page, say('studies-menu'), say('studies-change'));
  await page.getByLabel(say('studies-is-retracted')).press('Space');
  await page.getByRole('dialog').getByRole('button', { name: say('frame-save') }).click();
  await expect(page.getByText(say('studies-retracted-means'))).toBeVisible();
  await expect(page.getByRole('option', { name: /Wat werkt/ })).toContainText(say('studies-retracted'));
  expect(await bridge.call('show_study', { id: study })).toMatchObject({ retracted: true });
  await page.getByRole('button', { name: 'Rust helpt.' }).click();
  await expect(page.getByRole('region', { name: 'Ondersteunt' })).toContainText(say('studies-retracted'));
});

test('decisions and actions of all meetings stand together, and an action is ticked there', async ({ page, bridge }) => {
  await bridge.found();
  const meetings = [
    await bridge.make('create_meeting', { title: 'Doelgroep', date: '2026-01-12', number: 0 }),
    await bridge.make('create_meeting', { title: 'Matching', date: '2026-02-09', number: 0 }),
  ];
  for (const [at, meeting] of meetings.entries()) await bridge.make('record_decision', { meeting, text: `Besluit ${at + 1}` });
  const action = await bridge.make('add_action', { meeting: meetings[0], text: 'Vraag het de gemeente' });
  await again(page);
  await enter(page, 'meetings');
  await page.getByRole('button', { name: say('meetings-tab-outcomes') }).press('Enter');
  const decisions = page.getByRole('region', { name: say('meetings-decisions') });
  await expect(decisions.getByRole('listitem')).toHaveText([/2026-002.*Besluit 2.*Matching/s, /2026-001.*Besluit 1.*Doelgroep/s]);
  await page.getByRole('checkbox', { name: 'Vraag het de gemeente' }).press('Space');
  await expect(page.getByText(say('meetings-lists-all-done'))).toBeVisible();
  expect(await bridge.call('list_actions', {})).toMatchObject([{ id: action, state: 'done' }]);
  await decisions.getByRole('button', { name: /Doelgroep/ }).click();
  await expect(page.getByRole('heading', { name: /Doelgroep/ })).toBeVisible();
});
