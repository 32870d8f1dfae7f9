// The real program in a real window, and the fixture that opens it: `openWindow({ laptop, args })`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { Child, childrenOf, freePort, isAlive } from './child.ts';
import { Desk } from './desk.ts';
import { describe, FIND_ALL, type Target } from './finder.ts';
import { discard, freshLaptop, type Laptop, root, target as built } from './places.ts';
import { type Language, say } from './text.ts';
import { DriverError, type Element, isReady, Session } from './webdriver.ts';

/** The program that is driven; another one only to try this harness out. */
export const program = process.env['KRING_WINDOW'] ?? built('debug/kringboek-desktop');

/** How long a window may take to show what a journey waits for. */
const PATIENCE_MS = 15_000;

/** How a command is asked for; `Secrets` and the number of a file stand beside the input. */
export interface Beside {
  circle?: string;
  file?: number;
  secrets?: { passphrase?: string; newPassphrase?: string; recoveryKey?: string };
}

/** Answers once `condition` does not answer false, nothing or a refusal; asks again until then. */
export async function until<T>(what: string, condition: () => Promise<T>, patience = PATIENCE_MS): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  let last: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer !== false && answer !== undefined && answer !== null) return answer;
    } catch (error) {
      // The page was between two states: an element went away, or something lay over it for a moment.
      if (!(error instanceof DriverError)) throw error;
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${patience} ms: ${what}${last instanceof Error ? ` (${last.message})` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** A window of the app on a laptop. */
export class Window {
  private constructor(
    readonly desk: Desk,
    private readonly driver: Child,
    private readonly session: Session,
    /** Process id of the program. */
    readonly pid: number,
  ) {}

  /** Opens the program on this desk. */
  static async open(desk: Desk, args: string[], opens = program): Promise<Window> {
    await desk.start();
    const port = await freePort();
    const driver = new Child('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env: desk.environment() });
    const address = `http://127.0.0.1:${port}`;
    await until('the driver answers', () => isReady(address));
    try {
      const session = await Session.open(address, opens, args);
      const [pid = 0] = childrenOf(driver.pid);
      return new Window(desk, driver, session, pid);
    } catch (error) {
      await driver.stop();
      throw new Error(`${opens} did not open:\n${driver.said.join('\n')}`, { cause: error });
    }
  }

  /** Waits for the first visible element that fits. */
  find(target: Target): Promise<Element> {
    return this.within(target, async () => (await this.all(target))[0]);
  }

  /** The visible elements that fit now, none perhaps. */
  async all(target: Target): Promise<Element[]> {
    return (await this.session.execute(FIND_ALL, [target])) as Element[];
  }

  /** Waits until nothing visible fits any more. */
  async gone(target: Target): Promise<void> {
    await this.waitFor(`${describe(target)} is gone`, async () => (await this.all(target)).length === 0);
  }

  private async within<T>(target: Target, act: () => Promise<T>): Promise<NonNullable<T>> {
    try {
      return await until(describe(target), act);
    } catch (error) {
      const page = await this.execute<string>('return document.body.innerText').catch(String);
      throw new Error(`${(error as Error).message}\nThe page shows:\n${page.slice(0, 3_000)}`);
    }
  }

  /** Clicks as soon as it can be clicked. */
  async click(target: Target): Promise<void> {
    await this.clickNth(target, 0);
  }

  /** Clicks one of several that fit, counted from 0. */
  async clickNth(target: Target, at: number): Promise<void> {
    await this.within(target, async () => {
      const element = (await this.all(target))[at];
      if (!element) return false;
      await this.session.click(element);
      return true;
    });
  }

  /** Types into a field, at the end of what stands there. */
  async type(target: Target, text: string): Promise<void> {
    await this.session.type(await this.find(target), text);
  }

  /** Empties a field and types into it. */
  async fill(target: Target, text: string): Promise<void> {
    const field = await this.find(target);
    await this.session.clear(field);
    await this.session.type(field, text);
  }

  /** Presses real keys: `press('Control+k')`, `press('ArrowDown', 'Enter')`. */
  press(...chords: string[]): Promise<void> {
    return this.session.press(...chords);
  }

  /** Types into whatever has the focus, key after key. */
  write(text: string): Promise<void> {
    return this.session.write(text);
  }

  /** The text that an element shows. */
  async text(target: Target): Promise<string> {
    return this.session.text(await this.find(target));
  }

  /** Waits until this text is to be seen somewhere. */
  async sees(text: string): Promise<void> {
    await this.find({ text });
  }

  /** Waits until `condition` answers something; asks again and again, and fails with `what`. */
  waitFor<T>(what: string, condition: () => Promise<T>, patience = PATIENCE_MS): Promise<NonNullable<T>> {
    return until(what, condition, patience);
  }

  /** Runs the body of a function in the page: `execute('return arguments[0] + 1', 1)`. */
  async execute<T>(body: string, ...args: unknown[]): Promise<T> {
    return (await this.session.execute(body, args)) as T;
  }

  /** Waits in the page for the promise that an expression gives; its refusal is thrown. */
  async promise<T>(expression: string, ...args: unknown[]): Promise<T> {
    const { value, wrong } = (await this.session.executeAsync(
      `const done = arguments[arguments.length - 1];
       Promise.resolve(${expression}).then((value) => done({ value }), (wrong) => done({ wrong: String(wrong) }));`,
      args,
    )) as { value: T; wrong?: string };
    if (wrong !== undefined) throw new Error(wrong);
    return value;
  }

  /** Calls a command as the screen does, through the window's one door. A refusal is thrown as its code. */
  async call<T>(name: string, input: object = {}, beside: Beside = {}): Promise<T> {
    const answer = (await this.session.executeAsync(
      `const [request, done] = arguments;
       const tauri = window.__TAURI_INTERNALS__;
       const progress = '__CHANNEL__:' + tauri.transformCallback(() => {});
       tauri.invoke('call', { request, progress }).then((value) => done({ value }), (told) => done({ told }));`,
      [{ call: `test-${Date.now()}`, secrets: {}, ...beside, name, input }],
    )) as { value: T; told?: { code: string; happened: string } };
    if (answer.told) throw new Error(`${name}: ${answer.told.code ?? answer.told} ${answer.told.happened ?? ''}`);
    return answer.value;
  }

  /** Keeps a picture of the laptop's whole screen below target/e2e/screens. */
  screenshot(name: string): string {
    const path = built(`e2e/screens/${name}.png`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, this.desk.picture());
    return path;
  }

  /** Ticks a box or chooses one of a few by its words: the control itself is often drawn by its label. */
  async tick(words: string): Promise<void> {
    await this.within({ text: words }, async () => {
      const label = await this.execute<Element | null>(
        `const shown = (label) => label.innerText.replace(/\\s+/g, ' ').trim();
         const labels = [...document.querySelectorAll('label')].filter((label) => label.checkVisibility());
         return labels.find((label) => shown(label) === arguments[0]) ?? labels.find((label) => shown(label).includes(arguments[0])) ?? null`,
        words,
      );
      if (label) await this.session.click(label);
      return label !== null;
    });
  }

  /** Chooses from a select by the words of the choice. */
  async choose(target: Target, word: string): Promise<void> {
    const select = await this.find(target);
    await this.within({ text: word }, async () => {
      const option = await this.execute<Element | null>(
        'return [...arguments[0].options].find((option) => option.text === arguments[1]) ?? null',
        select,
        word,
      );
      if (option) await this.session.click(option);
      return option !== null;
    });
  }

  /** Chooses from the native menu by the letters that it underlines. */
  async chooseInMenu(menu: string, item: string, language: Language = 'nl'): Promise<void> {
    const letter = (key: string): string => /&(.)/.exec(say(key, {}, language))?.[1]?.toLowerCase() ?? '';
    const chords = [`Alt_L+${letter(`menu-${menu}`)}`, letter(`menu-${item}`)];
    const pressed = new Child('python3', [join(root, 'tests/e2e/press_keys.py'), ...chords], {
      env: this.desk.environment(),
    });
    await pressed.line(/^pressed$/);
  }

  /** Where the page is. */
  address(): Promise<string> {
    return this.session.address();
  }

  /** How many windows the program has. */
  windows(): Promise<number> {
    return this.session.windows();
  }

  /** The text of a dialog that a script opened; absent when there is none. */
  alert(): Promise<string | undefined> {
    return this.session.alert();
  }

  /** Makes the window this large. */
  resize(width: number, height: number): Promise<void> {
    return this.session.resize(width, height);
  }

  /** Starts the program a second time on this laptop, with files to open, and waits until that start ends. */
  async launchAgain(...args: string[]): Promise<void> {
    const second = new Child(program, args, { env: this.desk.environment() });
    await second.end();
  }

  /** What the system was asked to open. */
  opened(): string[] {
    return this.desk.opened();
  }

  /** What program and driver printed last. */
  get said(): string[] {
    return this.driver.said;
  }

  /** Ends the program as a power cut would. */
  async kill(): Promise<void> {
    if (this.pid && isAlive(this.pid)) process.kill(this.pid, 'SIGKILL');
    await until('the program is gone', async () => !isAlive(this.pid));
    await this.driver.stop();
  }

  /** Closes the window as its cross does, and waits until the program ended by itself. */
  async close(): Promise<void> {
    // Before its page is drawn the window is not shown, and has no cross.
    await this.find('main');
    const asked = new Child('python3', [join(root, 'tests/e2e/ask_to_close.py'), String(this.pid)], {
      env: this.desk.environment(),
    });
    await asked.line(/^asked$/);
    await until('the program ended by itself', async () => !isAlive(this.pid));
    await this.driver.stop();
  }
}

/** How a window is opened. */
export interface Opening {
  /** The laptop; a fresh one by default. */
  laptop?: Laptop;
  /** Arguments, such as a package that was double-clicked. */
  args?: string[];
}

interface Fixtures {
  /** Opens a window; whatever is still open at the end is ended and the laptops are removed. */
  openWindow: (opening?: Opening) => Promise<Window>;
}

export const test = base.extend<Fixtures>({
  openWindow: async ({}, use, info) => {
    const desks = new Map<string, Desk>();
    const windows: Window[] = [];
    await use(async ({ laptop = freshLaptop(), args = [] } = {}) => {
      const desk = desks.get(laptop.top) ?? new Desk(laptop);
      desks.set(laptop.top, desk);
      const window = await Window.open(desk, args);
      windows.push(window);
      return window;
    });
    for (const [at, window] of windows.entries()) {
      if (info.status !== info.expectedStatus) {
        const name = `${info.titlePath.join(' ')}-${at}`.replaceAll(/[^\w]+/g, '-');
        await info.attach(`screen ${at}`, { path: window.screenshot(`failed/${name}`) });
        await info.attach(`window ${at} said`, { body: window.said.join('\n') });
      }
      await window.kill();
    }
    for (const desk of desks.values()) {
      await desk.stop();
      discard(desk.laptop);
    }
  },
});

export { expect } from '@playwright/test';
