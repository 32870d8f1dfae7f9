// Packages as a member handles them: several at once, taking them back, those that were set apart, who has what,
// and the folder that a circle shares.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { again, type Bridge, expect, test } from '../bridge.ts';
import { enter } from '../rooms.ts';
import { letIn, send, takeOver } from '../screens/pair.ts';
import { say } from '../text.ts';

test.setTimeout(60_000);

const themes = async (bridge: Bridge): Promise<string[]> =>
  (await bridge.call<{ name: string }[]>('list_themes')).map(({ name }) => name);

/** A laptop of the circle that made a theme, and its package. */
async function withTheme(first: Bridge, other: Bridge, name: string, person?: Parameters<typeof letIn>[2]): Promise<string> {
  await letIn(first, other, person);
  await other.make('create_theme', { name });
  return send(other);
}

const sheetOf = (page: Page) => page.getByRole('dialog');

test('several packages at once have one preview, and "not now" takes none of them', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const [fatima, bas] = [await openBridge(), await openBridge()];
  const packages = [
    await withTheme(bridge, fatima, 'continuïteit'),
    await withTheme(bridge, bas, 'matching', { given: 'Bas', particle: 'de', family: 'Wit' }),
  ];
  const strange = join(bridge.laptop.top, 'vakantie.kring');
  writeFileSync(strange, 'Zee, strand en zon.');
  await again(page);
  await bridge.offer(...packages, strange);
  const sheet = sheetOf(page);
  await expect(sheet.getByRole('heading', { name: say('exchange-packages', { count: 3 }) })).toBeVisible();
  await expect(sheet.getByText(say('exchange-person', { name: 'Bas de Wit', counts: say('exchange-count-theme', { count: 1 }) }))).toBeVisible();
  await expect(sheet.getByText(say('exchange-person', { name: 'Fatima el Amrani', counts: say('exchange-count-theme', { count: 1 }) }))).toBeVisible();
  await expect(sheet.getByText(say('err-package-not-age')), 'what is no package says so beside its name').toBeVisible();
  await sheet.getByRole('button', { name: say('exchange-not-now') }).click();
  await expect(sheet).toHaveCount(0);
  expect(await themes(bridge)).toEqual([]);

  await expect.poll(() => bridge.call('list_opened'), 'the files were let go').toEqual([]);
  await bridge.offer(...packages);
  await expect(sheet.getByRole('heading', { name: say('exchange-packages', { count: 2 }) })).toBeVisible();
  await sheet.getByRole('button', { name: say('exchange-take-over') }).click();
  await expect(sheet.getByText(say('exchange-taken-over'))).toBeVisible();
  expect(await themes(bridge)).toEqual(['continuïteit', 'matching']);
  // From the sheet the whole deed can be taken back.
  await sheet.getByRole('button', { name: say('frame-undo') }).click();
  await expect(page.getByText(say('exchange-import-undone'))).toBeVisible();
  expect(await themes(bridge)).toEqual([]);
});

test('an import is taken back until something builds on it, and comes in again with its package', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const other = await openBridge();
  const file = await withTheme(bridge, other, 'continuïteit');
  await takeOver(bridge, file);
  await again(page);
  await enter(page, 'exchange');
  const imports = page.getByRole('region', { name: say('exchange-imports') });
  await expect(imports.getByText(say('exchange-package-of', { number: 1, name: 'Fatima el Amrani' }))).toBeVisible();
  await imports.getByRole('button', { name: say('frame-undo') }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: say('exchange-import-undone') })).toBeVisible();
  expect(await themes(bridge)).toEqual([]);

  await bridge.offer(file);
  await page.getByRole('button', { name: say('exchange-take-over') }).click();
  await page.getByRole('button', { name: say('exchange-ready') }).click();
  const [theme] = await bridge.call<{ id: string }[]>('list_themes');
  await bridge.make('change_theme', { id: theme?.id, fields: { name: 'rust en continuïteit' } });
  await expect(imports.getByText(say('exchange-import-built_upon'))).toBeVisible();
  await expect(imports.getByRole('button', { name: say('frame-undo') })).toHaveCount(0);
  expect((await bridge.call<{ undo: string }[]>('list_imports')).map(({ undo }) => undo).sort()).toEqual(['built_upon', 'undone']);
});

test('a package of someone whom nobody rightly let in is set apart, and a coordinator removes it', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const [fatima, eefje] = [await openBridge(), await openBridge()];
  await letIn(bridge, fatima);
  const members = await bridge.call<{ id: string; full_name: string }[]>('list_members');
  const member = members.find((one) => one.full_name === 'Fatima el Amrani')?.id;
  await bridge.call('set_right', { member, right: 'coordinator' });
  await takeOver(fatima, await send(bridge));
  // Let in by her on one laptop while she is taken out on the other.
  await letIn(fatima, eefje, { given: 'Eefje', particle: 'ten', family: 'Have' });
  await eefje.make('create_theme', { name: 'van Eefje' });
  await bridge.call('remove_member', { member });
  const file = await send(eefje, true);
  await again(page);
  await bridge.offer(file);
  await expect(sheetOf(page).getByText(say('err-sender-not-member'))).toBeVisible();
  await sheetOf(page).getByRole('button', { name: say('frame-close') }).last().click();
  expect(await themes(bridge)).toEqual([]);

  await enter(page, 'exchange');
  const kept = page.getByRole('region', { name: say('exchange-quarantine') });
  await expect(kept.getByText(/van iemand buiten de kring/)).toBeVisible();
  expect(await bridge.call('list_quarantine')).toHaveLength(1);
  await kept.getByRole('button', { name: say('exchange-quarantine-retry') }).click();
  await expect(page.getByText(say('err-sender-not-member')), 'nothing changed, so it is refused again').toBeVisible();
  await kept.getByRole('button', { name: say('exchange-quarantine-remove') }).press('Enter');
  await expect(kept).toHaveCount(0);
  expect(await bridge.call('list_quarantine')).toEqual([]);
});

test('who has what follows from packages, for the circle and for one record', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const other = await openBridge();
  await letIn(bridge, other);
  await takeOver(bridge, await send(other));
  const id = await bridge.make('create_theme', { name: 'continuïteit' });
  await again(page);
  await enter(page, 'exchange');
  const standings = page.getByRole('region', { name: say('exchange-standings') });
  await expect(standings).toContainText(say('exchange-lacks', { count: 1 }));
  const showsOfRecord = async (sentence: string): Promise<void> => {
    await enter(page, 'themes');
    await page.getByRole('option', { name: 'continuïteit' }).click();
    await page.getByRole('button', { name: say('themes-menu') }).click();
    await page.getByRole('menuitem', { name: say('history-title') }).click();
    await page.getByText(say('history-standings')).click();
    await expect(sheetOf(page).getByText(sentence)).toBeVisible();
    await page.keyboard.press('Escape');
  };
  await showsOfRecord(say('history-standing-lacks', { name: 'Fatima el Amrani' }));

  await takeOver(other, await send(bridge));
  await takeOver(bridge, await send(other));
  await showsOfRecord(say('history-standing-has', { name: 'Fatima el Amrani' }));
  await enter(page, 'exchange');
  await expect(standings).toContainText(say('exchange-has-all'));
  expect(await bridge.call('show_record_standings', { id })).toMatchObject([{ own: true }, { own: false, has: true }]);
});

test('a shared folder is chosen once, read at a click, and left', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const other = await openBridge();
  await letIn(bridge, other);
  await takeOver(bridge, await send(other));
  const folder = join(bridge.laptop.top, 'Map van de kring');
  mkdirSync(folder);
  await again(page);
  await enter(page, 'exchange');
  const card = page.getByRole('region', { name: say('exchange-folder') });
  await bridge.willChooseFolder(folder);
  await card.getByRole('button', { name: say('exchange-folder-choose') }).press('Enter');
  await expect(card.getByText('Map van de kring')).toBeVisible();
  expect(await bridge.call('show_shared_folder')).toMatchObject({ name: 'Map van de kring' });

  await other.willChooseFolder(folder);
  await other.call('choose_shared_folder');
  await other.make('create_theme', { name: 'continuïteit' });
  await other.call('sync_folder');
  // What lies there and is none of ours is left alone.
  writeFileSync(join(folder, 'notulen.txt'), 'niet van ons');
  await card.getByRole('button', { name: say('exchange-folder-look') }).click();
  await expect.poll(() => themes(bridge)).toEqual(['continuïteit']);
  await enter(page, 'themes');
  await expect(page.getByRole('option', { name: 'continuïteit' })).toBeVisible();

  await enter(page, 'exchange');
  await card.getByRole('button', { name: say('exchange-folder-leave') }).click();
  await expect(card.getByText(say('exchange-folder-how'))).toBeVisible();
  expect(await bridge.call('show_shared_folder')).toMatchObject({ name: null });
});
