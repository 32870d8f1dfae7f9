// The window opens, knows where it is, closes in good order, and is the only one of its laptop.

import { begin } from '../steps.ts';
import { expect, test } from '../window.ts';

test('a fresh laptop gets the first start, and the window closes by its cross', async ({ openWindow }) => {
  const window = await openWindow();
  expect(await window.call('show_app')).toMatchObject({ phase: 'first', circles: [] });
  expect(await window.execute('return [innerWidth, document.hasFocus()]')).toEqual([1280, true]);
  window.screenshot('first-start');
  await window.close();
});

test('a circle of an earlier start is locked, and a second start only shows the first window', async ({ openWindow }) => {
  const first = await openWindow();
  await begin(first);
  await first.kill();
  const again = await openWindow({ laptop: first.desk.laptop });
  expect(await again.call('show_app')).toMatchObject({ phase: 'locked', circles: [] });
  await again.launchAgain();
  expect(await again.windows()).toBe(1);
});
