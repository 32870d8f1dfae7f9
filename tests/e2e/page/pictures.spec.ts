// The main screens as pictures, in both themes. Clock, ids and keys are the same in every run, and so are the
// fonts: the app brings its own.

import { expect, test } from '../bridge.ts';
import { GROUNDS } from '../screens/all.ts';
import { At } from '../screens/at.ts';

for (const ground of GROUNDS.filter(({ screens }) => screens.some((screen) => screen.isPictured))) {
  test(`the pictures are as they were: ${ground.name}`, async ({ page, bridge, openBridge }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const stand = { page, bridge, openBridge, language: 'nl' } as const;
    await ground.prepare(stand);
    const on = new At(stand);
    for (const screen of ground.screens) {
      await screen.open(on);
      if (!screen.isPictured) continue;
      await page.mouse.move(0, 0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const name = `${screen.name.replaceAll(/\W+/g, '-')}-${colorScheme}.png`;
        await expect.soft(page).toHaveScreenshot(name, { maxDiffPixelRatio: 0.01, caret: 'hide' });
      }
      await page.emulateMedia({ colorScheme: 'light' });
    }
  });
}
