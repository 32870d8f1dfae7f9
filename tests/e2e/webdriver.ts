// A W3C WebDriver client over fetch: the few requests that a journey needs. The usual packages bring sixty
// others along and fetch drivers from the network by themselves.

/** The key under which WebDriver writes an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** An element of the page, as WebDriver refers to it. */
export interface Element {
  readonly [ELEMENT]: string;
}

/** An answer of the driver that says why something could not be done; `code` is one of the W3C's words. */
export class DriverError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** Keys without a character, by the names of the W3C's `KeyboardEvent.key`. */
const KEYS: Record<string, string> = {
  Backspace: '\ue003',
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Control: '\ue009',
  Alt: '\ue00a',
  Escape: '\ue00c',
  Space: ' ',
  PageUp: '\ue00e',
  PageDown: '\ue00f',
  End: '\ue010',
  Home: '\ue011',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
  Delete: '\ue017',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`F${at + 1}`, String.fromCharCode(0xe031 + at)])),
};

interface KeyAction {
  type: 'keyDown' | 'keyUp';
  value: string;
}

/** What pressing `Control+Shift+k` does: down from left to right, up in reverse. */
function chord(keys: string): KeyAction[] {
  const values = (keys === '+' ? ['+'] : keys.split('+')).map((name) => KEYS[name] ?? name);
  const wrong = values.find((value) => [...value].length !== 1);
  if (wrong !== undefined) throw new Error(`no key is called ${wrong}`);
  return [
    ...values.map((value): KeyAction => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value): KeyAction => ({ type: 'keyUp', value })),
  ];
}

/** One browser that is driven. */
export class Session {
  private constructor(
    private readonly driver: string,
    private readonly id: string,
  ) {}

  /** Starts a program under the driver at this address and drives its first window. */
  static async open(driver: string, binary: string, args: string[]): Promise<Session> {
    // No browserName: WebKitWebDriver would compare it with what the program calls itself.
    const alwaysMatch = { 'webkitgtk:browserOptions': { binary, args } };
    const { sessionId } = (await ask(driver, 'POST', '/session', { capabilities: { alwaysMatch } })) as {
      sessionId: string;
    };
    return new Session(driver, sessionId);
  }

  private ask(method: string, path: string, body?: object): Promise<unknown> {
    return ask(this.driver, method, `/session/${this.id}${path}`, body);
  }

  private of(element: Element, path: string): string {
    return `/element/${element[ELEMENT]}${path}`;
  }

  /** Runs the body of a function in the page, with `arguments`. */
  execute(script: string, args: unknown[] = []): Promise<unknown> {
    return this.ask('POST', '/execute/sync', { script, args });
  }

  /** The same for a function that answers a promise. */
  executeAsync(script: string, args: unknown[] = []): Promise<unknown> {
    return this.ask('POST', '/execute/async', { script, args });
  }

  async click(element: Element): Promise<void> {
    await this.ask('POST', this.of(element, '/click'), {});
  }

  async clear(element: Element): Promise<void> {
    await this.ask('POST', this.of(element, '/clear'), {});
  }

  /** Gives an element the focus and types into it. */
  async type(element: Element, text: string): Promise<void> {
    await this.ask('POST', this.of(element, '/value'), { text });
  }

  async text(element: Element): Promise<string> {
    return (await this.ask('GET', this.of(element, '/text'))) as string;
  }

  /** Presses keys as a person would, chord after chord: `press('Control+k', 'Enter')`. */
  async press(...chords: string[]): Promise<void> {
    await this.act(chords.flatMap(chord));
  }

  /** Types characters into whatever has the focus, key after key. */
  async write(text: string): Promise<void> {
    await this.act(
      [...text].flatMap((value): KeyAction[] => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }

  private async act(actions: KeyAction[]): Promise<void> {
    await this.ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async address(): Promise<string> {
    return (await this.ask('GET', '/url')) as string;
  }

  /** How many windows the program has. */
  async windows(): Promise<number> {
    return ((await this.ask('GET', '/window/handles')) as string[]).length;
  }

  /** Makes the window this large. */
  async resize(width: number, height: number): Promise<void> {
    await this.ask('POST', '/window/rect', { width, height });
  }

  /** The text of an alert, confirm or prompt that is open; absent when none is. */
  async alert(): Promise<string | undefined> {
    try {
      return (await this.ask('GET', '/alert/text')) as string;
    } catch (error) {
      if (error instanceof DriverError && error.code === 'no such alert') return undefined;
      throw error;
    }
  }
}

async function ask(driver: string, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(driver + path, {
    method,
    signal: AbortSignal.timeout(60_000),
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  const { value } = (await response.json()) as { value: { error: string; message: string } };
  if (!response.ok) throw new DriverError(value.error, value.message);
  return value;
}

/** Whether the driver takes requests. */
export async function isReady(driver: string): Promise<boolean> {
  try {
    await ask(driver, 'GET', '/status');
    return true;
  } catch {
    return false;
  }
}
