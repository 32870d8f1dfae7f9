// Long notes and long lists: nothing jumps, nothing is left blank.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../bridge.ts';
import { chosen } from '../screens/pair.ts';
import { say } from '../text.ts';

const WORDS = 'Een kind dat rust krijgt, kan weer nieuwsgierig zijn naar wat er morgen komt. ';

/** A note of so many bytes, in paragraphs. */
function paragraphs(bytes: number): object[] {
  const text = WORDS.repeat(5).trim();
  return Array.from({ length: Math.ceil(bytes / text.length) }, (_, at) => ({
    id: (at + 1).toString(16).padStart(16, '0'),
    kind: 'paragraph',
    text,
  }));
}

/** Notes every shift of the layout from now on, also those shortly after a key. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[]) {
        // The line about saving says another thing at the same right edge; nothing stands beside it.
        const isSaveLine = ({ node }: { node: Node | null }): boolean => Boolean((node instanceof Element ? node : node?.parentElement)?.closest('.line'));
        if (entry.sources.every(isSaveLine)) continue;
        const what = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML : (node?.textContent ?? '')).slice(0, 100));
        seen.push(`${entry.value.toFixed(4)}: ${what.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift' });
  });
  return () => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
}

test('nothing moves while a note is typed and saved', async ({ page, bridge }) => {
  test.setTimeout(60_000);
  await bridge.found();
  await bridge.make('write_note', { title: 'Een begin', body: paragraphs(300) });
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('option', { name: 'Een begin' }).click();
  const text = page.getByRole('textbox', { name: say('notes-label') });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  const saved = page.getByText(/^Opgeslagen \d/);
  await expect(saved).toBeVisible();
  const shifts = await watchShifts(page);
  await page.keyboard.type('Rust in huis begint bij tijd. ', { delay: 20 });
  // The line says another minute as soon as these words are on disk.
  await bridge.advance(60_000);
  await page.clock.setFixedTime(1_773_318_660_000);
  await page.keyboard.type('En tijd begint bij genoeg handen.', { delay: 20 });
  await expect(page.getByText('Opgeslagen 13.31 ✓')).toBeVisible();
  expect(await shifts()).toEqual([]);
});

test('the first words of a new note move nothing either', async ({ page, bridge }) => {
  await bridge.found();
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: say('notes-label') })).toBeFocused();
  const shifts = await watchShifts(page);
  await page.keyboard.type('Rust in huis begint bij tijd.', { delay: 20 });
  await expect(page.getByText('Opgeslagen 13.30 ✓')).toBeVisible();
  expect(await shifts()).toEqual([]);
});

test('a note of 50 kB takes every key', async ({ page, bridge }, info) => {
  test.setTimeout(60_000);
  await bridge.found();
  await bridge.make('write_note', { title: 'Alles', body: paragraphs(50_000) });
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('option', { name: 'Alles' }).click();
  const text = page.getByRole('textbox', { name: say('notes-label') });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    let began = 0;
    addEventListener('keydown', () => (began = performance.now()), true);
    addEventListener('input', () => {
      // With the layout that the key makes necessary.
      queueMicrotask(() => {
        void document.body.offsetHeight;
        times.push(performance.now() - began);
      });
    }, true);
  });
  const typed = 'En aan het eind nog deze zin, toets voor toets.';
  await page.keyboard.type(typed, { delay: 15 });
  await expect(text).toContainText(typed);
  const times = (await page.evaluate(() => (globalThis as unknown as { times: number[] }).times)).sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  // Not asserted: the machine of the tests does other things besides. The benchmarks measure it.
  info.annotations.push({ type: 'per key', description: `p95 ${p95.toFixed(1)} ms, median ${(times[times.length >> 1] ?? 0).toFixed(1)} ms` });
});

const MANY = 10_000;

/** What is wrong with the rows in view: no words, or a hole between them. */
async function holes(page: Page): Promise<string[]> {
  return page.getByRole('listbox', { name: say('frame-room-studies') }).evaluate((list) => {
    const frame = list.getBoundingClientRect();
    const found: string[] = [];
    for (let y = frame.top + 8; y < frame.bottom - 8; y += 12) {
      const at = document.elementFromPoint(frame.left + frame.width / 2, y);
      const row = at?.closest('[role=option]');
      if (!row?.textContent?.trim()) found.push(`nothing at ${Math.round(y)}`);
    }
    return found;
  });
}

test('a list of 10,000 studies has no blank row', async ({ page, bridge }, info) => {
  test.setTimeout(120_000);
  await bridge.found();
  const path = join(bridge.laptop.top, 'veel.ris');
  const entry = (at: number): string =>
    `TY  - JOUR\nTI  - Onderzoek ${String(at).padStart(5, '0')} naar rust in huis${at % 3 ? '' : ' en alles wat daarbij komt, van de eerste dag tot de laatste'}\nAU  - Meulen, A. van der\nPY  - ${1990 + (at % 36)}\nER  - \n`;
  writeFileSync(path, Array.from({ length: MANY }, (_, at) => entry(at + 1)).join('\n'));
  const began = Date.now();
  await bridge.call('import_studies', {}, { file: await chosen(bridge, path, 'studies') });
  info.annotations.push({ type: 'import', description: `${Date.now() - began} ms in the debug build` });
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+5');
  const list = page.getByRole('listbox', { name: say('frame-room-studies') });
  const first = list.getByRole('option').first();
  await expect(first).toContainText('Onderzoek 00001', { timeout: 30_000 });
  await expect(first).toHaveAttribute('aria-setsize', String(MANY));
  expect(await list.getByRole('option').count(), 'only what is in view is in the page').toBeLessThan(60);

  await first.focus();
  for (let page_ = 0; page_ < 20; page_ += 1) {
    await page.keyboard.press('PageDown');
    await expect.poll(() => holes(page)).toEqual([]);
  }
  await page.keyboard.press('End');
  const last = list.getByRole('option', { name: 'Onderzoek 10000' });
  await expect(last).toBeFocused();
  await expect(last).toHaveAttribute('aria-posinset', String(MANY));
  await expect.poll(() => holes(page)).toEqual([]);
  await page.keyboard.press('Home');
  await expect(first).toBeFocused();

  // By wheel, in leaps and in steps; whenever the list stands still every place is filled.
  await list.hover();
  for (const leap of [...Array.from({ length: 20 }, () => 700), ...Array.from({ length: 10 }, () => 60_000)]) {
    await page.mouse.wheel(0, leap);
    await expect.poll(() => holes(page)).toEqual([]);
  }
  await expect(last).toBeVisible();
});
