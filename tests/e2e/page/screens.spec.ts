// Every room in both themes and at the sizes that members have: nothing stands in anyone's way, nothing sticks
// out, and no script fails.

import { barriers } from '../accessibility.ts';
import { expect, test } from '../bridge.ts';
import { enter, ROOMS } from '../rooms.ts';

const SIZES = {
  '1280 × 800': { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  '1024 × 700': { viewport: { width: 1024, height: 700 }, deviceScaleFactor: 1 },
  // A page at 200 % has half the room, at twice the points.
  '1280 × 800 at 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
};

for (const [size, use] of Object.entries(SIZES)) {
  test.describe(size, () => {
    test.use(use);
    for (const theme of ['light', 'dark'] as const) {
      test(`every room of the sample circle, ${theme}`, async ({ page, bridge }) => {
        test.setTimeout(120_000);
        await bridge.call('change_settings', { theme });
        await bridge.call('open_sample');
        await page.reload();
        for (const room of ROOMS) {
          await test.step(room, async () => {
            await enter(page, room);
            await expect(page.getByRole('main')).toBeVisible();
            expect.soft(await barriers(page), room).toEqual([]);
            const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
            expect.soft(sticksOut, `${room} is wider than its window`).toBe(false);
          });
        }
      });
    }
  });
}

test('forced colours leave no room without its borders and words', async ({ page, bridge }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ forcedColors: 'active' });
  await bridge.call('open_sample');
  await page.reload();
  for (const room of ROOMS) {
    await enter(page, room);
    expect.soft(await barriers(page), room).toEqual([]);
  }
});
