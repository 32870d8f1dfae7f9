// Who is in the circle, as a member decides on it in the window: a second laptop, and the kringsleutel.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { again, type Bridge, expect, test } from '../bridge.ts';
import { enter } from '../rooms.ts';
import { chosen, letIn, send, takeOver } from '../screens/pair.ts';
import { PASSPHRASE } from '../steps.ts';
import { say } from '../text.ts';

test.setTimeout(60_000);

interface Member {
  id: string;
  full_name: string;
  right: string | null;
  devices: { id: string; active: boolean }[];
}

const memberOf = async (bridge: Bridge, name: string): Promise<Member | undefined> =>
  (await bridge.call<Member[]>('list_members')).find((one) => one.full_name === name);

test('a second laptop of a member is let in as theirs, and taken out again when it is lost', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const [fatima, second] = [await openBridge(), await openBridge()];
  await letIn(bridge, fatima);
  const name = { given: 'Fatima', particle: '', family: 'el Amrani' };
  const { handle } = await second.call<{ handle: string }>('ask_to_join', { name }, { secrets: { newPassphrase: PASSPHRASE } });
  await second.call('forget_printed_keys');
  second.circle = handle;
  const card = join(second.laptop.documents, (await second.call<{ name: string }>('write_card')).name);
  await again(page);
  await bridge.offer(card);
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('listitem')).toHaveCount(6);
  const words = await sheet.getByRole('listitem').allInnerTexts();
  const approve = sheet.getByRole('button', { name: say('exchange-approve') });
  await expect(approve, 'the same name may be another person: the coordinator says who it is').toBeDisabled();
  await sheet.getByRole('radio', { name: new RegExp(say('exchange-same-second')) }).check();
  await expect(sheet.getByText(say('exchange-card-right', { name: 'Fatima el Amrani' })), 'who is in has a right already').toHaveCount(0);
  const before = new Set(readdirSync(bridge.laptop.documents));
  await approve.click();
  await expect(sheet.getByText(say('exchange-approved', { name: 'Fatima el Amrani', circle: 'Kenniskring gezinshuizen' }))).toBeVisible();
  await sheet.getByRole('button', { name: say('exchange-ready') }).click();
  const answer = readdirSync(bridge.laptop.documents).find((file) => !before.has(file)) ?? '';
  const file = await chosen(second, join(bridge.laptop.documents, answer), 'packages');
  const report = await second.call<{ safety_words: string[] }>('import_package', { preview: true }, { file });
  expect(report.safety_words, 'what the newcomer reads out is what the coordinator sees').toEqual(words.map((word) => word.trim()));
  await takeOver(second, join(bridge.laptop.documents, answer));
  expect((await memberOf(bridge, 'Fatima el Amrani'))?.devices.filter((device) => device.active)).toHaveLength(2);

  await enter(page, 'exchange');
  const standings = page.getByRole('region', { name: say('exchange-standings') });
  for (const number of [1, 2]) {
    await expect(standings.getByText(say('exchange-laptop', { name: 'Fatima el Amrani', number }))).toBeVisible();
  }
  await enter(page, 'members');
  await page.getByRole('option', { name: /Fatima/ }).click();
  await expect(page.getByText(say('members-laptop-count', { count: 2 }))).toBeVisible();
  await page.getByRole('button', { name: say('confirm-remove_device-do') }).first().click();
  await expect(page.getByText(say('confirm-remove_device-means', { name: 'Fatima el Amrani' }))).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: say('confirm-remove_device-do') }).click();
  await expect(page.getByText(say('members-laptop-count', { count: 1 }))).toBeVisible();
  const left = await memberOf(bridge, 'Fatima el Amrani');
  expect(left?.devices.filter((device) => device.active)).toHaveLength(1);
  expect(left?.right, 'their owner stays').toBe('member');
});

test('the kringsleutel makes a coordinator of who holds the paper, and no other key does', async ({ page, bridge, openBridge }) => {
  const founder = await openBridge();
  const name = { given: 'Annelies', particle: 'van der', family: 'Meulen' };
  const founded = await founder.call<{ handle: string; printed: { authorityKey: string; recoveryKey: string } }>(
    'found_circle', { name, circle: 'Kenniskring gezinshuizen' }, { secrets: { newPassphrase: PASSPHRASE } });
  founder.circle = founded.handle;
  await letIn(founder, bridge);
  await takeOver(bridge, await send(founder));
  await again(page);
  await enter(page, 'exchange');
  await expect(page.getByRole('button', { name: say('exchange-invite') })).toHaveCount(0);
  await enter(page, 'members');
  await page.getByRole('button', { name: say('members-key-use') }).press('Enter');
  const sheet = page.getByRole('dialog');
  const decide = sheet.getByRole('button', { name: say('members-key-decide') });
  await decide.click();
  await expect(sheet.getByText(say('members-key-missing'))).toBeVisible();
  await sheet.getByLabel(say('begin-keys-authority')).fill(founded.printed.recoveryKey);
  await decide.click();
  await expect(sheet.getByText(say('err-printed-key'))).toBeVisible();
  expect(await bridge.call('show_circle')).toMatchObject({ right: 'member' });

  // As it is typed over from paper: small letters and spaces.
  await sheet.getByLabel(say('begin-keys-authority')).fill(founded.printed.authorityKey.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Control+Enter');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText(say('operation-use_circle_key'))).toBeVisible();
  expect(await bridge.call('show_circle')).toMatchObject({ right: 'coordinator' });
  await enter(page, 'exchange');
  await expect(page.getByRole('button', { name: say('exchange-invite') })).toBeVisible();
  await takeOver(founder, await send(bridge));
  expect((await memberOf(founder, 'Fatima el Amrani'))?.right, 'everyone sees who decides').toBe('coordinator');
});
