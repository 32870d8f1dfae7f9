// Whole journeys by keyboard alone. The focus is always somewhere a member can see it.

import type { Page } from '@playwright/test';
import { again, expect, test } from '../bridge.ts';
import { startsWith } from '../screens/at.ts';
import { letIn, send, takeOver } from '../screens/pair.ts';
import { PASSPHRASE } from '../steps.ts';
import { say } from '../text.ts';

test.setTimeout(60_000);

/** What has the focus, as a screen reader would say it; throws where nothing has, or nobody can see it. */
async function focused(page: Page): Promise<string> {
  const found = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', flaw: 'the focus is nowhere' };
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const isSeen = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
    const name = element.getAttribute('aria-label') ?? (labels.join(' ') || element.textContent || '');
    return { name: name.replace(/\s+/g, ' ').trim(), flaw: isSeen ? '' : `the focus is out of sight: ${element.outerHTML.slice(0, 200)}` };
  });
  expect(found.flaw).toBe('');
  return found.name;
}

/** Presses Tab until something by this name has the focus. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const pattern = typeof name === 'string' ? startsWith(name) : name;
  const passed: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(key);
    const here = await focused(page).catch(() => '(nowhere)');
    if (pattern.test(here)) return;
    passed.push(here.slice(0, 30));
  }
  throw new Error(`${String(name)} is not reached by ${key}; passed ${passed.join(' | ')}`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** The focus comes to rest somewhere; a page that is being drawn may take a moment. */
async function hasFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY'), 'something has the focus').not.toBe('BODY');
}

async function foundByHand(page: Page): Promise<void> {
  await press(page, say('begin-door-found'));
  await expect(page.getByLabel(say('begin-circle'))).toBeFocused();
  await page.keyboard.type('Kenniskring gezinshuizen');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Annelies');
  await page.keyboard.press('Tab');
  await page.keyboard.type('van der');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Meulen');
  await tabTo(page, say('begin-passphrase-new'));
  await page.keyboard.type(PASSPHRASE);
  await tabTo(page, say('begin-passphrase-again'));
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('begin-keys-title', { sheets: 2 }) })).toBeFocused();
}

test('from the first start to the first note', async ({ page }) => {
  await foundByHand(page);
  await tabTo(page, say('begin-keys-kept', { sheets: 2 }));
  await page.keyboard.press('Space');
  await press(page, say('begin-keys-to-circle'));
  await expect(page.getByRole('navigation')).toBeVisible();
  await hasFocus(page);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: say('notes-label') })).toBeFocused();
  await page.keyboard.type('Rust in huis begint bij tijd.');
  await expect(page.getByText(/^Opgeslagen \d/)).toBeVisible();
  await page.keyboard.press('Alt+1');
  await hasFocus(page);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('option', { name: 'Rust in huis begint bij tijd.' })).toBeVisible();
});

test('a meeting is planned, and its agenda put in another order', async ({ page, bridge }) => {
  await bridge.found();
  await again(page);
  await page.keyboard.press('Alt+2');
  await press(page, say('meetings-plan'));
  await expect(page.getByLabel(say('meetings-field-date'))).toBeFocused();
  // From the month: two weeks and a day after the 31st of March, the last day of April, Monday of its week.
  await page.keyboard.type('dinsdag 31 mrt 26');
  await tabTo(page, say('frame-day-choose'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'dinsdag 31 maart 2026' })).toBeFocused();
  for (const [key, day] of [['PageDown', 'donderdag 30 april'], ['Home', 'maandag 27 april'], ['ArrowLeft', 'zondag 26 april'], ['ArrowUp', 'zondag 19 april']]) {
    await page.keyboard.press(key as string);
    await expect(page.getByRole('button', { name: `${day} 2026` })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: say('frame-day-choose') })).toBeFocused();
  await expect(page.getByLabel(say('meetings-field-date'))).toHaveValue('19-04-2026');
  // Escape closes the month and not the form; what is no day is told, and not sent.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('31 februari');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(say('frame-day-wrong'));
  await expect(page.getByLabel(say('meetings-field-date'))).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('4/4/2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('meetings-heading', { number: 1 }) })).toBeVisible();
  await hasFocus(page);

  await tabTo(page, say('meetings-agenda-new'));
  for (const title of ['Opening', 'Verslag vorige keer', 'Stelling']) {
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-deed=title]', { hasText: title })).toBeVisible();
    await expect(page.getByRole('textbox', { name: say('meetings-agenda-new') })).toBeFocused();
  }
  await tabTo(page, /^Stelling$/, 'Shift+Tab');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('[data-deed=title]')).toHaveText(['Opening', 'Stelling', 'Verslag vorige keer']);
  await expect(page.getByRole('button', { name: 'Stelling', exact: true })).toBeFocused();

  // The offer to undo the planning is gone, so that there is one thing to undo.
  await expect(page.getByRole('button', { name: say('frame-undo') })).toHaveCount(0, { timeout: 10_000 });
  // An item goes to the trash; its neighbour has the focus, and undoing leaves it somewhere as well.
  await press(page, say('meetings-agenda-more', { title: 'Stelling' }));
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Verslag vorige keer', exact: true })).toBeFocused();
  await press(page, say('frame-undo'));
  await expect(page.locator('[data-deed=title]')).toHaveText(['Opening', 'Stelling', 'Verslag vorige keer']);
  await hasFocus(page);

  // The meeting itself goes; the list has the focus.
  await tabTo(page, new RegExp(`^${say('frame-more')}$`), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('meetings-empty-title') })).toBeVisible();
  await hasFocus(page);
});

test('a position is given', async ({ page, bridge }) => {
  await bridge.found();
  const theme = await bridge.make('create_theme', { name: 'continuïteit' });
  const { value } = await bridge.call<{ value: { version: string } }>('add_statement', { theme, text: 'Rust gaat voor een snelle plek.' });
  await bridge.make('open_round', { versions: [value.version] });
  await again(page);
  await page.keyboard.press('Alt+4');
  await press(page, /^continuïteit/);
  await press(page, 'Rust gaat voor een snelle plek.');
  await expect(page.getByRole('heading', { name: 'Rust gaat voor een snelle plek.' })).toBeVisible();
  await press(page, say('themes-give-position'));
  await expect(page.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Voorbehoud/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Als er tijd voor is.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(say('themes-position-given'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('themes-change-position') })).toBeFocused();
});

test('an earlier version is put back, and the theme is erased for good', async ({ page, bridge }) => {
  await bridge.found();
  const id = await bridge.make('create_theme', { name: 'continuïteit' });
  await bridge.make('change_theme', { id, fields: { name: 'regelmaat' } });
  await again(page);
  await page.keyboard.press('Alt+4');
  await press(page, /^regelmaat/);
  const menu = async (item: string) => {
    await press(page, say('themes-menu'));
    await tabTo(page, item, 'ArrowDown');
    await page.keyboard.press('Enter');
  };
  await menu(say('history-title'));
  await press(page, say('history-made'));
  await expect(page.getByRole('button', { name: say('history-restore') })).toBeVisible();
  await hasFocus(page);
  await press(page, say('history-restore'));
  await expect(page.getByRole('heading', { name: 'continuïteit' })).toBeVisible();
  await hasFocus(page);

  await menu(say('erase-title'));
  await expect(page.getByText(say('erase-final'))).toBeVisible();
  await tabTo(page, say('erase-keep'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('erase-done'))).toBeVisible();
  await hasFocus(page);
  await page.keyboard.press('Alt+7');
  await expect(page.getByText(say('erase-confirmed', { confirmed: 1, laptops: 1 }))).toBeVisible();
});

test('a package is looked at and taken over', async ({ page, bridge, openBridge }) => {
  await bridge.found();
  const other = await openBridge();
  await letIn(bridge, other);
  await takeOver(other, await send(bridge));
  await other.make('create_theme', { name: 'continuïteit' });
  const path = await send(other);
  await again(page);
  await page.keyboard.press('Alt+1');
  await bridge.offer(path);
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('button', { name: say('exchange-take-over') })).toBeVisible();
  await hasFocus(page);
  await press(page, say('exchange-take-over'));
  await expect(sheet.getByText(say('exchange-taken-over'))).toBeFocused();
  await press(page, say('exchange-ready'));
  await expect(sheet).toHaveCount(0);
  await hasFocus(page);
});

test('the palette finds, goes, and gives the focus back', async ({ page, bridge }) => {
  await bridge.found();
  await bridge.make('create_theme', { name: 'continuïteit' });
  await again(page);
  await page.keyboard.press('Alt+4');
  await tabTo(page, /^continuïteit/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: 'continuïteit' })).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('contin');
  await expect(page.locator('[role=option] mark').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'continuïteit' })).toBeVisible();
  await hasFocus(page);

  await page.keyboard.press('Control+k');
  await page.keyboard.type(say('frame-room-trash').slice(0, 6));
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(say('frame-room-trash'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('trash-title') }).first()).toBeVisible();
  await hasFocus(page);
});

test('the focus is somewhere after every change of room', async ({ page, bridge }) => {
  test.setTimeout(60_000);
  await bridge.call('open_sample');
  for (const width of [1280, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await again(page);
    for (const key of [2, 3, 4, 5, 6, 7, 8, 1, 4, 2]) {
      // Into the room first, so that leaving it takes away what has the focus.
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
      await page.evaluate(() => document.querySelector<HTMLElement>('main button:not(:disabled), main [tabindex="0"]')?.focus());
      await page.keyboard.press(`Alt+${key}`);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await hasFocus(page);
    }
  }
});
