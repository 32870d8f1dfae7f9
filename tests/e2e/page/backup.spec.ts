// Going back to a backup, as a member sees it: first what would change, then the deed, and what it left behind.

import { again, expect, test } from '../bridge.ts';
import { enter } from '../rooms.ts';
import { letIn, send, takeOver } from '../screens/pair.ts';
import { say } from '../text.ts';

interface Backup {
  id: string;
  date: string;
  before_restore: boolean;
}

const DAY_MS = 24 * 3600_000;
const themes = async (bridge: { call: (name: string) => Promise<unknown> }): Promise<string[]> =>
  ((await bridge.call('list_themes')) as { name: string }[]).map(({ name }) => name);

test('a backup shows what going back changes, and what was there becomes a backup itself', async ({ page, bridge }) => {
  await bridge.found();
  await bridge.make('create_theme', { name: 'continuïteit' });
  await bridge.advance(DAY_MS);
  expect(await bridge.call('back_up')).toEqual({ done: true });
  await bridge.make('create_theme', { name: 'matching' });
  await again(page);
  await enter(page, 'settings');
  const backups = await bridge.call<Backup[]>('list_backups');
  await page.getByText(say('settings-backups-all', { count: backups.length })).click();
  const goBack = page.getByRole('button', { name: say('settings-backup-of', { word: say('settings-backup-restore'), day: '' }) }).first();
  await goBack.click();
  const sheet = page.getByRole('dialog', { name: say('settings-restore') });
  await sheet.getByText(say('settings-restore-all')).click();
  await expect(sheet.getByRole('listitem').filter({ hasText: 'matching' })).toBeVisible();
  await expect(sheet.getByRole('listitem').filter({ hasText: 'continuïteit' }), 'what stays is not named').toHaveCount(0);
  await sheet.getByRole('button', { name: say('frame-cancel') }).last().click();
  expect(await themes(bridge), 'looking changed nothing').toEqual(['continuïteit', 'matching']);

  // By key this time.
  await expect(goBack).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: say('settings-backup-restore') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('settings-restored'))).toBeVisible();
  expect(await themes(bridge)).toEqual(['continuïteit']);
  const kept = await bridge.call<Backup[]>('list_backups');
  expect(kept.filter((one) => one.before_restore)).toHaveLength(1);
  await expect(page.getByText(say('settings-backups-all', { count: kept.length }))).toBeVisible();
  await enter(page, 'themes');
  await expect(page.getByRole('option', { name: 'continuïteit' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'matching' })).toHaveCount(0);
});

test('what a restored laptop misses is named, asked for in a mail, and comes in after all', async ({ page, bridge, openBridge }) => {
  test.setTimeout(60_000);
  await bridge.found();
  const other = await openBridge();
  await letIn(bridge, other);
  await takeOver(bridge, await send(other));
  await takeOver(other, await send(bridge));
  await bridge.advance(DAY_MS);
  await bridge.call('back_up');
  const [backup] = await bridge.call<Backup[]>('list_backups');
  for (const name of ['een', 'twee', 'drie']) await other.make('create_theme', { name });
  const early = await send(other);
  await takeOver(bridge, early);
  await takeOver(other, await send(bridge));
  await bridge.call('restore_backup', { backup: backup?.id });
  expect(await themes(bridge)).toEqual([]);

  // Their next package leaves out what they know to be here.
  await other.make('create_theme', { name: 'vier' });
  const late = await send(other);
  await again(page);
  await bridge.offer(late);
  const [gap] = await (async () => {
    await page.getByRole('button', { name: say('exchange-take-over') }).click();
    await expect(page.getByText(say('exchange-taken-over'))).toBeVisible();
    return bridge.call<{ sentence: string; waiting: number }[]>('list_gaps');
  })();
  expect(gap?.waiting, 'what came waits for what is missing').toBe(1);
  await page.getByRole('button', { name: say('exchange-ready') }).click();
  await enter(page, 'exchange');
  await expect(page.getByText(gap?.sentence ?? '-')).toBeVisible();
  await page.getByRole('button', { name: say('exchange-ask-again') }).click();
  const mail = page.getByRole('region', { name: say('exchange-mail') });
  await expect(mail).toContainText('Fatima');
  await mail.getByRole('button', { name: say('exchange-mail-open') }).click();
  await expect.poll(async () => (await bridge.opened()).map(({ how, what }) => `${how} ${what.slice(0, 7)}`)).toContain('url mailto:');

  await bridge.offer(early);
  await page.getByRole('button', { name: say('exchange-take-over') }).click();
  await page.getByRole('button', { name: say('exchange-ready') }).click();
  await expect(page.getByText(gap?.sentence ?? '-')).toHaveCount(0);
  expect(await themes(bridge)).toEqual(['drie', 'een', 'twee', 'vier']);
  expect(await bridge.call('list_gaps')).toEqual([]);
});
