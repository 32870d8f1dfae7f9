import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../bridge.ts';
import { GROUNDS } from '../screens/all.ts';
import { At } from '../screens/at.ts';

test('tmpshot', async ({ page, bridge, openBridge }) => {
  test.setTimeout(120_000);
  const stand = { page, bridge, openBridge, language: 'nl' } as const;
  const ground = GROUNDS.find((one) => one.name === 'themes and studies')!;
  await ground.prepare(stand);
  const on = new At(stand);
  await page.setViewportSize({ width: 1280, height: 800 });
  const screens = ground.screens.filter((one) => one.name.startsWith('a study'));
  for (const screen of screens) await screen.open(on);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: on.say('attachments-add') }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `/tmp/shot-study-${colorScheme}.png` });
  }
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByText('Vragenlijst').scrollIntoViewIfNeeded();
  await page.screenshot({ path: `/tmp/shot-study-small.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Inspectierapport 2025.pdf' }).first().click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/shot-opened.png` });
  await on.record('notes', '');
  await page.screenshot({ path: `/tmp/shot-note.png` });
  await on.record('meetings', 'Continuïteit');
  await on.tab('meetings-tab-sources');
  await page.getByRole('button', { name: on.say('attachments-add') }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: `/tmp/shot-meeting.png` });
  await on.room('exchange');
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/shot-exchange.png` });
});
