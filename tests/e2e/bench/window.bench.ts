// What the window costs beside an empty one, in one run: time until it can be used, memory with the sample
// circle open, time of a key in a long note. Printed as a table with ratios; nothing here passes or fails.

import { readdirSync, readFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { Desk } from '../desk.ts';
import { discard, freshLaptop, target } from '../places.ts';
import { say } from '../text.ts';
import { until, Window } from '../window.ts';

const ROUNDS = 7;
const KEYS = 200;
const NOTE_CHARACTERS = 50_000;
const EMPTY = target('release/kring-empty-window');
const APP = target('release/kringboek-desktop');

const EDITOR = '.ProseMirror';

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const p95 = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

/** Proportional memory of a process and all below it, in MiB: shared pages count once. */
function memoryOf(pid: number): number {
  const kib = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return Number(kib ?? 0) / 1024 + childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number),
  );
}

/** Opens a window and answers how long it took, from the program's start to the first paint of its page. */
async function opened(program: string, isUsable: string): Promise<{ window: Window; ms: number }> {
  const desk = new Desk(freshLaptop());
  await desk.start();
  const start = Date.now();
  const window = await Window.open(desk, [], program);
  const ms = await until('the window can be used', async () => {
    const at = await window.execute<number | null>(isUsable);
    return at ? at - start : undefined;
  });
  return { window, ms };
}

/** Ends a window, and the display and bus that it stood on. */
async function over(window: Window): Promise<void> {
  await window.kill();
  await window.desk.stop();
  discard(window.desk.laptop);
}

// The instant at which there was something to see, by the page's own clock.
const PAINTED = `return document.querySelector('h1, p') && performance.getEntriesByName('first-contentful-paint')[0]
  ? performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime : null`;

function row(what: string, empty: number, app: number, unit: string, goal: string): void {
  console.log(`| ${what} | ${empty.toFixed(0)} ${unit} | ${app.toFixed(0)} ${unit} | ${(app / empty).toFixed(2)}× | ${goal} |`);
}

test('window', async () => {
  test.setTimeout(600_000);
  const times = { empty: [] as number[], app: [] as number[] };
  const memory = { empty: [] as number[], app: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const empty = await opened(EMPTY, PAINTED);
    times.empty.push(empty.ms);
    memory.empty.push(memoryOf(empty.window.pid));
    await over(empty.window);
    const app = await opened(APP, PAINTED);
    times.app.push(app.ms);
    await app.window.call('open_sample');
    await app.window.execute('document.body.textContent = ""; location.reload()');
    await app.window.find({ role: 'navigation' });
    memory.app.push(memoryOf(app.window.pid));
    await over(app.window);
  }
  console.log('\n| window | empty | Kringboek | ratio | goal |\n|---|---|---|---|---|');
  row('usable after', median(times.empty), median(times.app), 'ms', '1.3×');
  row('memory, sample circle open', median(memory.empty), median(memory.app), 'MiB', '1.5×');
});

test('typing', async () => {
  test.setTimeout(600_000);
  const { window } = await opened(APP, PAINTED);
  const { handle } = await window.call<{ handle: string }>('open_sample');
  const sentence = 'In een gezinshuis wonen kinderen bij ouders die er hun werk van maken. ';
  const block = { text: sentence.repeat(7).trim() };
  const body = Array.from({ length: Math.ceil(NOTE_CHARACTERS / block.text.length) }, () => block);
  await window.call('write_note', { title: 'Lang', body }, { circle: handle });
  await window.execute('document.body.textContent = ""; location.reload()');
  await window.find({ role: 'navigation' });
  await window.click({ role: 'button', name: say('frame-room-notes') });
  await window.click({ role: 'option', name: 'Lang' });
  await window.waitFor('the note is open', () => window.execute('return document.querySelector(arguments[0])', EDITOR));
  const spent = await window.promise<number[]>(
    `(async () => {
      const page = document.querySelector('${EDITOR}');
      page.focus();
      const spent = [];
      for (let key = 0; key < arguments[0]; key += 1) {
        await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
        const start = performance.now();
        document.execCommand('insertText', false, 'abcdefgh '[key % 9]);
        page.getBoundingClientRect();
        spent.push(performance.now() - start);
      }
      return spent;
    })()`,
    KEYS,
  );
  console.log(`\n| a key in a note of ${body.length * block.text.length} characters | p50 | p95 | goal at p95 |\n|---|---|---|---|`);
  console.log(`| script and layout | ${median(spent).toFixed(1)} ms | ${p95(spent).toFixed(1)} ms | 16 ms |`);
  await over(window);
});
