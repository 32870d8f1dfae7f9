// Every screen speaks the language that was chosen, and nothing but words.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../bridge.ts';
import { root } from '../places.ts';
import { GROUNDS } from '../screens/all.ts';
import { At } from '../screens/at.ts';
import { words } from '../screens/looks.ts';

test.use({ trace: 'off' });

/** Sentences of one line and without values, by key. */
function plain(language: string): Map<string, string> {
  const folder = join(root, 'assets/text/window');
  const paths = [join(root, `assets/text/${language}.ftl`), ...readdirSync(folder).filter((name) => name.endsWith(`.${language}.ftl`)).map((name) => join(folder, name))];
  const lines = paths.flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  return new Map(lines.flatMap((line) => {
    const [, key, text] = /^([a-z][\w-]*) = ([^{]+)$/.exec(line) ?? [];
    return key && text ? [[key, text.trim()]] : [];
  }));
}

const DUTCH = plain('nl');
const ENGLISH = plain('en');
const said = new Set(ENGLISH.values());
/** What only Dutch says. Words of the sample's own content are Dutch in both languages. */
const ONLY_DUTCH = new Set([...DUTCH.values()].filter((text) => !said.has(text)));

const isKey = (text: string): boolean => /^[a-z]+-[a-z-]+$/.test(text) && (DUTCH.has(text) || !said.has(text));

for (const language of ['nl', 'en'] as const) {
  for (const ground of GROUNDS) {
    test(`every screen speaks ${language}: ${ground.name}`, async ({ page, bridge, openBridge }) => {
      test.setTimeout(120_000);
      const stand = { page, bridge, openBridge, language };
      await ground.prepare(stand);
      const on = new At(stand);
      for (const screen of ground.screens) {
        await test.step(screen.name, async () => {
          await screen.open(on);
          const shown = await words(page);
          expect.soft(shown.filter(isKey), `keys on ${screen.name}`).toEqual([]);
          if (language === 'en') expect.soft(shown.filter((text) => ONLY_DUTCH.has(text)), `Dutch on ${screen.name}`).toEqual([]);
        });
      }
    });
  }
}
