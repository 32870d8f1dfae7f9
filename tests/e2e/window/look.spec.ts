// Light and dark: the menu bar above the page follows the member's choice as the page does.

import { enterInWindow } from '../rooms.ts';
import { begin } from '../steps.ts';
import { say } from '../text.ts';
import { test, type Window } from '../window.ts';

/** How light the menu bar is, from 0 to 255: the point right of its last word. */
const lightness = (window: Window): number => Math.max(...window.desk.pointAt(1_200, 6));

test('the menu bar is dark when the app is, at once and after the next start', async ({ openWindow }) => {
  const window = await openWindow();
  await begin(window);
  await enterInWindow(window, 'settings');
  await window.waitFor('a light menu bar', async () => lightness(window) > 180);
  await window.tick(say('settings-theme-dark'));
  await window.waitFor('a dark menu bar', async () => lightness(window) < 100);
  await window.close();

  const again = await openWindow({ laptop: window.desk.laptop });
  await again.find('main');
  await again.waitFor('a dark menu bar from the start', async () => lightness(again) < 100);
  await again.call('change_settings', { theme: 'light' });
  await again.waitFor('and a light one again', async () => lightness(again) > 180);
});
