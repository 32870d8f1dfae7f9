// Every screen in both themes, at the sizes that members have and with the settings of their system: nothing
// stands in anyone's way, nothing sticks out or is cut off, nothing is lost without colours, and no script fails.
// The main screens look as on their pictures: clock, ids and keys are the same in every run, and so are the fonts.

import { barriers } from '../accessibility.ts';
import { expect, test } from '../bridge.ts';
import { enter, ROOMS } from '../rooms.ts';
import { GROUNDS } from '../screens/all.ts';
import { At } from '../screens/at.ts';
import { flaws, indistinct, moving, words } from '../screens/looks.ts';
import { isKey } from '../text.ts';

test.use({ trace: 'off' }); // it would take longer than all that is looked at

const USUAL = { width: 1280, height: 800 };
/** The third is 1280 × 800 at 200 %: half the room in both directions. */
const SIZES = [USUAL, { width: 1024, height: 700 }, { width: 640, height: 400 }];

for (const ground of GROUNDS) {
  test(`every screen can be used: ${ground.name}`, async ({ page, bridge, openBridge }) => {
    test.setTimeout(300_000);
    // With as little motion as some ask for: a colour that is still changing has no contrast to be judged.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const stand = { page, bridge, openBridge, language: 'nl' } as const;
    await ground.prepare(stand);
    const on = new At(stand);
    for (const screen of ground.screens) {
      await test.step(screen.name, async () => {
        await screen.open(on);
        expect.soft(await moving(page), `${screen.name} keeps still`).toEqual([]);
        expect.soft((await words(page)).filter(isKey), `${screen.name} shows words`).toEqual([]);
        await page.emulateMedia({ forcedColors: 'active' });
        expect.soft(await indistinct(page), `${screen.name} in forced colours`).toEqual([]);
        await page.emulateMedia({ forcedColors: 'none' });
        for (const colorScheme of screen.isPictured ? (['light', 'dark'] as const) : []) {
          await page.mouse.move(0, 0);
          await page.emulateMedia({ colorScheme });
          const picture = `${screen.name.replaceAll(/\W+/g, '-')}-${colorScheme}.png`;
          await expect.soft(page).toHaveScreenshot(picture, { maxDiffPixelRatio: 0.01, timeout: 20_000 });
        }
        for (const size of SIZES) {
          const where = `${screen.name} at ${size.width} × ${size.height}`;
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme: 'light' });
          expect.soft(await barriers(page), where).toEqual([]);
          expect.soft(await flaws(page), where).toEqual([]);
          // What a middling window shows stands in the widest or the narrowest as well, in the same colours.
          if (size === SIZES[1]) continue;
          await page.emulateMedia({ colorScheme: 'dark' });
          expect.soft(await barriers(page, true), `${where}, dark`).toEqual([]);
        }
        await page.setViewportSize(USUAL);
        await page.emulateMedia({ colorScheme: 'light' });
      });
    }
  });
}

test('the largest text that can be set fits every room', async ({ page, bridge }) => {
  test.setTimeout(60_000);
  await bridge.call('change_settings', { textSize: 22 });
  await bridge.call('open_sample');
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.reload();
    for (const room of ROOMS) {
      await enter(page, room);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect.soft(await flaws(page), `${room} at ${size.width} × ${size.height}`).toEqual([]);
    }
  }
});
