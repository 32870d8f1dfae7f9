// The real core behind a local address, and the fixtures that start it: `bridge` for one laptop, `openBridge`
// for more. `page` stands at the bridge's address and fails the test when it reaches for anything else.

import { test as base, type Page } from '@playwright/test';
import { chromium } from './chromium.ts';
import { Child } from './child.ts';
import { discard, freshLaptop, type Laptop, root, target } from './places.ts';
import { PASSPHRASE } from './steps.ts';
import type { Beside } from './window.ts';

/** 12 March 2026, 13:30 in the Netherlands: the day of the demo's fourth meeting. */
export const MEETING_DAY_MS = 1_773_318_600_000;

/** A refusal as a member is told. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    happened: string,
  ) {
    super(`${code}: ${happened}`);
  }
}

/** How a bridge is started. */
export interface Start {
  /** The laptop; a fresh one by default. */
  laptop?: Laptop;
  /** Where its clock stands; the meeting day by default, `'runs'` for the real one. */
  clock?: number | 'runs';
  /** Ids, keys and words are the same in every run; each laptop of a test and each start has its own. */
  seed?: number;
}

/** A laptop whose app is reached through a local address. */
export class Bridge {
  /** The circle that calls are for, unless they say otherwise. */
  circle: string | undefined;

  private constructor(
    readonly laptop: Laptop,
    private readonly child: Child,
    /** Where the screen is. */
    readonly url: string,
  ) {}

  /** Starts the program and waits until it listens. */
  static async start({ laptop = freshLaptop(), clock = MEETING_DAY_MS, seed }: Start = {}): Promise<Bridge> {
    const child = new Child(target('debug/kring-bridge'), [
      ...['--home', laptop.top, '--dist', `${root}/ui/dist`, '--port', '0'],
      ...(clock === 'runs' ? [] : ['--clock', String(clock)]),
      ...(seed === undefined ? [] : ['--seed', String(seed)]),
    ]);
    const [url] = await child.line(/^http:\/\/127\.0\.0\.1:\d+\/\w+\/$/);
    return new Bridge(laptop, child, url);
  }

  private async ask(path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.url + path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
    const text = await response.text();
    if (response.status === 422) {
      const { code, happened } = JSON.parse(text) as { code: string; happened: string };
      throw new Refused(code, happened);
    }
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  /** Calls a command past the screen, to set a scene. A refusal is thrown as {@link Refused}. */
  async call<T = unknown>(name: string, input: object = {}, beside: Beside = {}): Promise<T> {
    const circle = this.circle === undefined ? {} : { circle: this.circle };
    return (await this.ask('call', { call: name, secrets: {}, ...circle, ...beside, name, input })) as T;
  }

  /** Calls a command that makes or changes a record, and answers its id. */
  async make(name: string, input: object): Promise<string> {
    const { value } = await this.call<{ value: string }>(name, input);
    return value;
  }

  /** Founds a circle; later calls are for it. */
  async found(circle = 'Kenniskring gezinshuizen', given = 'Annelies', particle = 'van der', family = 'Meulen'): Promise<void> {
    const name = { given, particle, family };
    const secrets = { newPassphrase: PASSPHRASE };
    const { handle } = await this.call<{ handle: string }>('found_circle', { name, circle }, { secrets });
    this.circle = handle;
    await this.call('forget_printed_keys');
  }

  /** The member will choose these files at the next dialog. */
  async willChoose(...paths: string[]): Promise<void> {
    await this.ask('test/files', { paths });
  }

  /** The member will choose this folder at the next dialog. */
  async willChooseFolder(path: string): Promise<void> {
    await this.ask('test/folder', { path });
  }

  /** Lets files arrive as if they were double-clicked. */
  async offer(...paths: string[]): Promise<void> {
    await this.ask('test/offer', { paths });
  }

  /** Turns the clock on. */
  async advance(ms: number): Promise<void> {
    await this.ask('test/clock', { advanceMs: ms });
  }

  /** Sends the screen what the shell would: `lock`, `closing`, `menu` with its item. */
  async send(event: string, value: object = {}): Promise<void> {
    await this.ask('test/event', { event, value });
  }

  /** What the system was asked to open. */
  async opened(): Promise<{ how: 'open' | 'reveal' | 'url'; what: string }[]> {
    return (await this.ask('test/opened-by-host')) as { how: 'open' | 'reveal' | 'url'; what: string }[];
  }

  /** Shuts the laptop in good order; its folder stays. */
  async close(): Promise<void> {
    if (!this.child.runs) return;
    await this.ask('test/close', {});
    await this.child.stop();
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.child.stop('SIGKILL');
  }

  /** What it printed last. */
  get said(): string[] {
    return this.child.said;
  }
}

interface Fixtures {
  /** Starts a laptop; all are ended and removed after the test. */
  openBridge: (start?: Start) => Promise<Bridge>;
  /** The laptop that `page` shows. */
  bridge: Bridge;
  /** What the page did that a page of ours never does; must stay empty, and is looked at after each test. */
  trespasses: string[];
}

/** Notes errors of scripts and everything that is asked of another place than the bridge. */
function watch(page: Page, home: string, trespasses: string[]): void {
  page.on('pageerror', (error) => trespasses.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A refusal is an answer; the browser reports its status as an error all the same.
    const isRefusal = message.text().includes('422');
    if (message.type() === 'error' && !isRefusal) trespasses.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const isOurs = new URL(request.url()).origin === home || /^(blob|data):/.test(request.url());
    if (!isOurs) trespasses.push(`request: ${request.url()}`);
  });
  page.on('popup', (popup) => trespasses.push(`window: ${popup.url()}`));
  page.on('dialog', (dialog) => {
    trespasses.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

export const test = base.extend<Fixtures>({
  // Given here and not in the configuration, so that the window's journeys need no Chromium.
  launchOptions: [async ({}, use) => use(chromium), { scope: 'worker' }],
  openBridge: async ({}, use, info) => {
    const bridges: Bridge[] = [];
    await use(async (start = {}) => {
      const bridge = await Bridge.start({ seed: bridges.length + 1, ...start });
      bridges.push(bridge);
      return bridge;
    });
    for (const [at, bridge] of bridges.entries()) {
      if (info.status !== info.expectedStatus) await info.attach(`bridge ${at} said`, { body: bridge.said.join('\n') });
      await bridge.kill();
      discard(bridge.laptop);
    }
  },
  bridge: async ({ openBridge }, use) => use(await openBridge()),
  trespasses: async ({}, use) => {
    const trespasses: string[] = [];
    await use(trespasses);
    base.expect(trespasses, 'the page stays at home and its scripts do not fail').toEqual([]);
  },
  page: async ({ page, bridge, trespasses }, use) => {
    watch(page, new URL(bridge.url).origin, trespasses);
    // "Vandaag" and the time of saving are the same in every run, as the laptop's are.
    await page.clock.setFixedTime(MEETING_DAY_MS);
    await page.goto(bridge.url);
    await use(page);
  },
});

/** Shows what was made past the screen; keys are heard from the moment that it is drawn. */
export async function again(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('navigation').waitFor();
}

export { expect } from '@playwright/test';
