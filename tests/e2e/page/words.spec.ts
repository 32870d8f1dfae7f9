// Whoever chose English reads English: no sentence of the Dutch catalogue, no key.

import { expect, test } from '../bridge.ts';
import { GROUNDS } from '../screens/all.ts';
import { At } from '../screens/at.ts';
import { words } from '../screens/looks.ts';
import { isKey, sentences } from '../text.ts';

test.use({ trace: 'off' });

/** Said by the app in Dutch, and by the sample circle, whose own words are Dutch in every language. */
const OF_THE_SAMPLE = ['Stellingen', 'Ouders houden van plaatsing tot vertrek een volwaardige plek.'];

const english = sentences('en');
const ONLY_DUTCH = new Set([...sentences('nl')].filter((text) => !english.has(text) && !OF_THE_SAMPLE.includes(text)));

for (const ground of GROUNDS) {
  test(`every screen speaks English: ${ground.name}`, async ({ page, bridge, openBridge }) => {
    test.setTimeout(120_000);
    const stand = { page, bridge, openBridge, language: 'en' } as const;
    await ground.prepare(stand);
    const on = new At(stand);
    for (const screen of ground.screens) {
      await test.step(screen.name, async () => {
        await screen.open(on);
        const shown = await words(page);
        expect.soft(shown.filter(isKey), `keys on ${screen.name}`).toEqual([]);
        expect.soft(shown.filter((text) => ONLY_DUTCH.has(text)), `Dutch on ${screen.name}`).toEqual([]);
      });
    }
  });
}
