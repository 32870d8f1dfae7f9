// Two ways to see the app: `page` is the screen in Chromium on the real core behind the test bridge,
// `window` is the real program under WebKitWebDriver. No browser is ever downloaded.

import { defineConfig } from '@playwright/test';
import { target } from './places.ts';

export default defineConfig({
  testDir: '.',
  outputDir: target('e2e/results'),
  snapshotPathTemplate: '{testDir}/{testFileDir}/snapshots/{arg}{ext}',
  forbidOnly: true,
  fullyParallel: true,
  reporter: [['list']],
  timeout: 30_000,
  // On a busy machine a window may start late once; a second failure is a fault. The list names what was retried.
  retries: 1,
  workers: 2,
  expect: { timeout: 5_000, toHaveScreenshot: { animations: 'disabled', maxDiffPixelRatio: 0.001 } },
  projects: [
    { name: 'page-ready', testMatch: 'ready/page.ts' },
    {
      name: 'page',
      testMatch: 'page/**/*.spec.ts',
      dependencies: ['page-ready'],
      use: {
        actionTimeout: 10_000,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        viewport: { width: 1280, height: 800 },
        trace: 'retain-on-failure',
        screenshot: 'only-on-failure',
      },
    },
    { name: 'window-ready', testMatch: 'ready/window.ts' },
    { name: 'screenshots', testMatch: 'shots/**/*.shots.ts', retries: 0 },
    { name: 'bench', testMatch: 'bench/**/*.bench.ts' },
    { name: 'window', testMatch: 'window/**/*.spec.ts', dependencies: ['window-ready'], timeout: 90_000 },
  ],
});
