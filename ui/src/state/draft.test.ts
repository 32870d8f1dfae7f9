// What is typed is never lost: not while a save is on its way, not when it fails, not when the place is left.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { open } from '../ipc/client';
import type { Request } from '../ipc/transport';
import { Draft, settleAll, takeLeft, type Plan } from './draft.svelte';

const core = vi.hoisted(() => ({
  calls: [] as { name: string; input: Record<string, unknown> }[],
  answer: (async () => ({})) as (request: Request) => Promise<unknown>,
}));
const told = vi.hoisted(() => [] as unknown[]);

vi.mock('../ipc/transport', () => ({
  connect: () => ({
    call: (request: Request) => {
      core.calls.push({ name: request.name, input: request.input as Record<string, unknown> });
      return core.answer(request);
    },
    listen: () => {},
  }),
}));
vi.mock('./app.svelte', () => ({ app: { handle: 'circle' } }));
vi.mock('./notices.svelte', () => ({ tellFailure: (thrown: unknown) => told.push(thrown) }));

const full = { code: 'err-disk-full', happened: 'De schijf is vol.', todo: 'Maak ruimte.' };
const works = async ({ name }: Request): Promise<unknown> => (name === 'keep_draft' ? { atMs: Date.now(), record: null } : { value: 'n1' });
const fails = (): Promise<unknown> => Promise.reject(full);

/** A core that answers when it is told to. */
function slow(): { answered: () => Promise<void> } {
  const waiting: (() => void)[] = [];
  core.answer = (request) => new Promise((resolve) => waiting.push(() => resolve(works(request))));
  return {
    answered: async () => {
      await vi.advanceTimersByTimeAsync(0);
      waiting.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

let words = '';
let key = 0;
function begin(settled?: (value: string | null) => void): Draft {
  key += 1;
  return again(settled);
}
const again = (settled?: (value: string | null) => void): Draft =>
  new Draft({ key: `note:${key}`, plan: () => ({ command: 'change_note', input: { id: `${key}`, fields: { title: words } } }), settled });
function type(draft: Draft, text: string): void {
  words = text;
  draft.typed();
}
const kept = () => core.calls.filter(({ name }) => name === 'keep_draft').map(({ input }) => (input.input as { fields: { title: string } }).fields.title);
const settles = () => core.calls.filter(({ name }) => name === 'settle_draft').length;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
type Change = Extract<Plan, { command: 'change_note' }>;
const isOurs = (plan: Plan): plan is Change => plan.command === 'change_note' && plan.input.id === `${key}`;

beforeEach(async () => {
  vi.useFakeTimers();
  core.answer = works;
  open();
});
afterEach(async () => {
  core.answer = works;
  await settleAll();
  await pass(60_000);
  core.calls.length = 0;
  told.length = 0;
  vi.useRealTimers();
});

describe('typing', () => {
  it('is kept within a second and becomes one change after five quiet seconds', async () => {
    const draft = begin();
    type(draft, 'een');
    await pass(800);
    type(draft, 'een twee');
    await pass(800);
    expect(kept()).toEqual(['een', 'een twee']);
    expect(settles()).toBe(0);
    await pass(5000);
    expect([kept().length, settles()]).toEqual([2, 1]);
    await draft.close();
  });

  it('becomes a change at least every minute, however long somebody goes on', async () => {
    const draft = begin();
    for (let at = 0; at < 65; at += 1) {
      type(draft, `${at}`);
      await pass(1000);
    }
    expect(settles()).toBe(1);
    await draft.close();
  });

  it('during a save is not said to be saved, and is kept after it', async () => {
    const { answered } = slow();
    const draft = begin();
    type(draft, 'een');
    await pass(800);
    type(draft, 'een twee');
    await answered();
    expect(draft.isDirty).toBe(true);
    await pass(800);
    await answered();
    expect(draft.isDirty).toBe(false);
    expect(kept()).toEqual(['een', 'een twee']);
    core.answer = works;
    await draft.close();
  });

  it('is no longer dirty only when it is on disk', async () => {
    const { answered } = slow();
    const draft = begin();
    type(draft, 'een');
    await pass(800);
    expect(draft.isDirty, 'it is on its way').toBe(true);
    await answered();
    expect(draft.isDirty).toBe(false);
    core.answer = works;
    await draft.close();
  });
});

describe('a save that fails', () => {
  it('is tried again without another letter, says so once, and says when it works', async () => {
    const draft = begin();
    core.answer = fails;
    type(draft, 'een');
    await pass(800);
    expect([draft.failed, draft.isDirty, told.length]).toEqual([true, true, 1]);
    await pass(20_000);
    expect(kept().length).toBeGreaterThan(2);
    expect(told.length, 'the same failure is told once').toBe(1);
    core.answer = works;
    await pass(30_000);
    expect([draft.failed, draft.isDirty, kept().at(-1), settles()]).toEqual([false, false, 'een', 1]);
    await draft.close();
  });

  it('is tried again also when the place is left', async () => {
    const draft = begin();
    core.answer = fails;
    type(draft, 'een');
    await draft.close();
    expect(draft.isDirty).toBe(true);
    core.answer = works;
    await pass(5000);
    expect([draft.isDirty, settles()]).toEqual([false, 1]);
  });

  it('as a change is tried again, and nothing more is done with the record until then', async () => {
    const draft = begin();
    core.answer = (request) => (request.name === 'settle_draft' ? fails() : works(request));
    type(draft, 'een');
    expect(await draft.settle()).toBe(false);
    expect([draft.isDirty, draft.failed]).toEqual([false, true]);
    core.answer = works;
    await pass(2500);
    expect(draft.failed).toBe(false);
    expect(await draft.settle()).toBe(true);
    await draft.close();
  });
});

describe('a place that is left', () => {
  it('while a save is on its way saves what came after it', async () => {
    const { answered } = slow();
    const draft = begin();
    type(draft, 'een');
    await pass(800);
    type(draft, 'een twee');
    const closed = draft.close();
    await answered();
    await answered();
    await answered();
    await closed;
    expect(kept()).toEqual(['een', 'een twee']);
    expect(settles()).toBe(1);
  });

  it('and opened again lets the first save become a change before the second is kept', async () => {
    const { answered } = slow();
    const first = begin();
    type(first, 'een');
    const closed = first.close();
    const second = again();
    type(second, 'twee');
    void second.keep();
    await answered();
    await answered();
    await closed;
    await answered();
    expect(core.calls.map(({ name }) => name)).toEqual(['keep_draft', 'settle_draft', 'keep_draft']);
    core.answer = works;
    await second.close();
  });

  it('and opened again goes on with what could not be saved there', async () => {
    const draft = begin();
    core.answer = fails;
    type(draft, 'een');
    expect(takeLeft(isOurs), 'its place is still there').toBeUndefined();
    await draft.close();
    expect(takeLeft(isOurs)?.input.fields.title).toBe('een');
    expect(takeLeft(isOurs), 'it is handed over once').toBeUndefined();
    core.answer = works;
    core.calls.length = 0;
    await pass(60_000);
    expect(kept(), 'and does not come back later, over newer words').toEqual([]);
  });
});

describe('locking and closing', () => {
  it('also save what is typed in the meantime', async () => {
    const draft = begin();
    type(draft, 'een');
    let isFirst = true;
    core.answer = (request) => {
      if (request.name === 'settle_draft' && isFirst) type(draft, 'een twee');
      if (request.name === 'settle_draft') isFirst = false;
      return works(request);
    };
    await settleAll();
    expect([draft.isDirty, kept(), settles()]).toEqual([false, ['een', 'een twee'], 2]);
    await draft.close();
  });

  it('do not wait for a disk that is full', async () => {
    const draft = begin();
    core.answer = fails;
    type(draft, 'een');
    await settleAll();
    expect(kept().length).toBe(1);
    core.answer = works;
    await draft.close();
  });
});

describe('whom a new note is for', () => {
  it('counts also when it is chosen after the words were kept', async () => {
    let isPrivate = false;
    const draft = new Draft({
      key: 'note:new:1',
      plan: () => ({ command: 'write_note', input: { subject: null, private: isPrivate, title: 'geheim', body: [] } }),
    });
    draft.typed();
    await pass(800);
    isPrivate = true;
    draft.replanned();
    await draft.close();
    const last = core.calls.filter(({ name }) => name === 'keep_draft').at(-1)?.input.input;
    expect(last).toMatchObject({ private: true });
    draft.replanned();
    expect(draft.isDirty, 'nothing waits any more').toBe(false);
  });
});

describe('a deed', () => {
  const deed = (): Draft => {
    key += 1;
    const input = { round: 'r', version: 'v', stance: 'object' as const, text: words };
    return new Draft({ key: `position:${key}`, plan: () => ({ command: 'give_position', input }), isDeed: true });
  };

  it('is kept as it is typed, and never done by itself', async () => {
    const draft = deed();
    type(draft, 'Niet zonder ouders');
    await pass(60_000);
    await settleAll();
    await draft.close();
    expect(core.calls.map(({ name }) => name)).toEqual(['keep_draft']);
  });

  it('that is not wanted is gone from the disk, also when it was on its way there', async () => {
    const { answered } = slow();
    const draft = deed();
    type(draft, 'Niet zonder ouders');
    await pass(1_000);
    const dropped = draft.drop();
    await answered();
    await answered();
    await dropped;
    await draft.close();
    await pass(60_000);
    expect(core.calls.map(({ name }) => name)).toEqual(['keep_draft', 'drop_draft']);
  });
});
