// Says in one sentence why no page can be tested here, before fifty tests say it each.

import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { whyNoChromium } from '../chromium.ts';
import { root, target } from '../places.ts';

test('this machine can show pages', () => {
  expect(whyNoChromium() ?? 'ready').toBe('ready');
  expect(existsSync(target('debug/kring-bridge')), 'build the bridge with: cargo build --workspace').toBe(true);
  expect(existsSync(`${root}/ui/dist/index.html`), 'build the screen with: npm run build -w ui').toBe(true);
});
