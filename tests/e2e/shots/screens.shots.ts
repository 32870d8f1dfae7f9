// Pictures of the real window with the sample circle, for the README and for whoever looks the app over:
// `npm run screenshots -w tests/e2e` writes every screen, light and dark, at two sizes, below target/e2e/screens,
// and the few that the README shows, in few colours, into assets/screenshots.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, target } from '../places.ts';
import { enterInWindow } from '../rooms.ts';
import { say } from '../text.ts';
import { test, Window } from '../window.ts';

const FOLDER = target('e2e/screens');
const SHOWN = join(root, 'assets/screenshots');
const IN_README = [
  'first-start-light', 'today-light', 'today-dark', 'meeting-light', 'note-light', 'statement-light', 'statement-dark',
  'review-light', 'exchange-light', 'search-dark',
];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
];

/** Waits until the page has drawn what it shows, its fonts included. */
const drawn = (window: Window): Promise<unknown> =>
  window.promise(`document.fonts.ready.then(() => new Promise((next) =>
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(next)), 300)))`);

/** Has the page begin again, and waits until the new one is there. */
async function renew(window: Window): Promise<void> {
  await window.execute('document.documentElement.dataset.old = ""; location.reload()');
  await window.waitFor('the page began again', () =>
    window.execute('return document.readyState === "complete" && !("old" in document.documentElement.dataset)'));
}

for (const theme of ['light', 'dark'] as const) {
  test(`pictures, ${theme}`, async ({ openWindow }) => {
    test.setTimeout(240_000);
    for (const folder of [FOLDER, SHOWN]) mkdirSync(folder, { recursive: true });
    const window = await openWindow();
    execFileSync('python3', [join(root, 'tests/e2e/park_pointer.py')], { env: window.desk.environment() });
    await window.call('change_settings', { theme });

    async function keep(name: string): Promise<void> {
      for (const { width, height } of SIZES) {
        await window.resize(width, height);
        await drawn(window);
        const path = join(FOLDER, `${name}-${theme}-${width}.png`);
        writeFileSync(path, window.desk.picture());
        if (width !== 1280 || !IN_README.includes(`${name}-${theme}`)) continue;
        writeFileSync(join(SHOWN, `${name}-${theme}.png`), window.desk.smallPicture());
      }
      const [first] = SIZES;
      if (first) await window.resize(first.width, first.height);
    }

    await renew(window);
    await window.sees(say('begin-door-sample'));
    await keep('first-start');
    await window.click({ role: 'button', name: say('begin-door-found') });
    await keep('found');
    const { handle } = await window.call<{ handle: string }>('open_sample');
    await renew(window);
    await window.find({ role: 'navigation' });
    await keep('today');

    await enterInWindow(window, 'meetings');
    await window.clickNth({ role: 'option' }, 0);
    await window.find({ role: 'tab' });
    await keep('meeting');
    await window.clickNth({ role: 'option' }, 3);
    await window.clickNth({ role: 'tab' }, 1);
    await keep('minutes');
    await window.clickNth({ role: 'tab' }, 3);
    await keep('attendance');
    await window.click({ role: 'button', name: say('meetings-make-summary') });
    await window.find({ role: 'dialog' });
    await keep('summary');
    await window.press('Escape');
    await window.click({ role: 'button', name: say('meetings-plan') });
    await window.click({ role: 'button', name: say('frame-day-choose') });
    await window.find({ role: 'grid' });
    await keep('plan');
    await window.press('Escape', 'Escape');

    await window.click({ role: 'button', name: say('meetings-tab-outcomes') });
    await window.find({ role: 'heading', name: say('meetings-decisions') });
    await keep('outcomes');

    await enterInWindow(window, 'notes');
    await window.clickNth({ role: 'option' }, 0);
    await keep('note');

    await enterInWindow(window, 'today');
    await window.click({ role: 'button', name: say('today-give-position') });
    await keep('statement');
    await window.click({ role: 'button', name: say('themes-give-position') });
    await window.tick(say('themes-meaning-object'));
    await keep('position');
    await window.click({ role: 'button', name: say('frame-cancel') });

    await enterInWindow(window, 'themes');
    await window.clickNth({ role: 'option' }, 0);
    await keep('theme');
    await window.click({ role: 'button', name: say('themes-menu') });
    await window.click({ role: 'menuitem', name: say('history-title') });
    await window.find({ role: 'button', name: say('history-made') });
    await keep('history');
    await window.click({ role: 'button', name: say('history-made') });
    await window.sees(say('history-whole'));
    await keep('version');
    await window.press('Escape');
    await window.click({ role: 'button', name: say('themes-menu') });
    await window.click({ role: 'menuitem', name: say('erase-title') });
    await window.sees(say('erase-final'));
    await keep('erasing');
    await window.press('Escape');
    await enterInWindow(window, 'studies');
    await window.clickNth({ role: 'option' }, 2);
    await keep('study');
    await enterInWindow(window, 'members');
    await window.clickNth({ role: 'option' }, 3);
    await keep('member');
    await window.clickNth({ role: 'option' }, 0);
    await keep('circle');

    await enterInWindow(window, 'exchange');
    await keep('exchange');
    await window.click({ role: 'button', name: say('history-circle') });
    await window.find('main li');
    await keep('circle-history');
    await window.call('show_today', {}, { circle: handle });
    await enterInWindow(window, 'today');
    await window.click({ role: 'button', name: say('today-reviews-look') });
    await window.find({ role: 'heading', name: say('review-title') });
    await keep('review');

    await enterInWindow(window, 'trash');
    await keep('trash');
    await enterInWindow(window, 'settings');
    await keep('settings');
    await window.press('Control+k');
    await window.find({ role: 'combobox' });
    await window.write('breakdown');
    await window.waitFor('something was found', async () => (await window.all({ role: 'option' })).length > 1);
    await keep('search');
  });
}
