// Text that is being typed. It is kept on disk within a second and becomes one change of the circle after
// five quiet seconds, after a minute of typing, on leaving, and when the app locks or closes.
import { callCircle, noAnswer, type CircleCommands, type CircleInput } from '../ipc/client';
import { failureOf } from '../ipc/failure';
import { app } from './app.svelte';
import { tellFailure } from './notices.svelte';

const KEEP_AFTER_MS = 700;
const SETTLE_AFTER_MS = 5000;
const SETTLE_AT_LEAST_EVERY_MS = 60_000;
/** What could not be saved is tried again after this long, and each time after twice as long, up to the longest. */
const RETRY_AFTER_MS = 2000;
const LONGEST_RETRY_MS = 30_000;
/** Somebody may type while everything is being settled; who goes on typing is not waited for any longer. */
const ROUNDS = 4;

export type DraftCommand = 'write_note' | 'change_note' | 'change_theme' | 'change_meeting' | 'change_agenda_item'
  | 'change_study' | 'add_contribution' | 'give_position' | 'change_contribution' | 'change_circle' | 'change_action' | 'change_decision';

/** A command that is to be called, with its input. */
export type Plan = { [N in DraftCommand & keyof CircleCommands]: { command: N; input: CircleInput<N> } }[DraftCommand &
  keyof CircleCommands];

export interface DraftOptions {
  /** Tells drafts apart; the same place on the screen uses the same key. */
  key: string;
  /**
   * What is to be done with the text as it is now; asked anew at every save. The last time is after the place
   * on the screen is gone: props may belong to another record by then, so nothing of it may be read from them.
   */
  plan: () => Plan;
  /** The text is part of a deed: it is kept and no more, until the member does that. */
  isDeed?: boolean;
  /** Called with what the command answered once the draft has become a change. */
  settled?: (value: string | null) => void;
}

/** Every draft whose place is on the screen, and those whose text is not on disk though their place is gone. */
const open = new Set<Draft>();
/** The last work under each key: a place that is opened again waits for what it left behind. */
const turns = new Map<string, Promise<unknown>>();

export class Draft {
  /** When the text was last committed to disk, UTC milliseconds; 0 before the first time. */
  savedAt = $state(0);
  /** Whether something typed is not on disk yet. */
  isDirty = $state(false);
  /** Whether saving went wrong the last time; it is tried again. */
  failed = $state(false);
  #options: DraftOptions;
  #circle = app.handle;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #retryAfter = 0;
  #firstTyped = 0;
  /** How often something was typed: what is typed during a save is not in it. */
  #times = 0;
  #isKept = false;
  #isLeft = false;
  /** The failure that was told last; one is told once, however often it comes back. */
  #told = '';

  constructor(options: DraftOptions) {
    this.#options = options;
    open.add(this);
  }

  /** Something was typed. */
  typed(): void {
    this.isDirty = true;
    this.#times += 1;
    this.#firstTyped ||= Date.now();
    this.#keepTimer ??= setTimeout(() => void this.keep(), KEEP_AFTER_MS);
    clearTimeout(this.#settleTimer);
    const wait = Math.max(0, Math.min(SETTLE_AFTER_MS, this.#firstTyped + SETTLE_AT_LEAST_EVERY_MS - Date.now()));
    this.#settleTimer = setTimeout(() => void this.settle(), wait);
  }

  /** What is done with the text changed, not the text: what was kept is kept anew. */
  replanned(): void {
    if (this.isDirty || this.#isKept) this.typed();
  }

  /** Puts the text on disk now. */
  keep(): Promise<void> {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    return this.#inTurn(() => this.#keep());
  }

  /** Makes a change of the circle of it now. Answers whether everything typed is part of the circle. */
  async settle(): Promise<boolean> {
    clearTimeout(this.#keepTimer);
    clearTimeout(this.#settleTimer);
    this.#keepTimer = undefined;
    this.#settleTimer = undefined;
    this.#firstTyped = 0;
    // In one turn: another draft of this key would take the place of what was kept and is no change yet.
    await this.#inTurn(async () => {
      await this.#keep();
      if (!this.#options.isDeed) await this.#settle();
    });
    return !this.isDirty && !this.#isKept;
  }

  /**
   * Settles and lets go: the place on the screen goes away. A text that could not be put on disk stays here
   * and is tried again.
   */
  async close(): Promise<void> {
    this.#isLeft = true;
    await this.settle();
    if (!this.isDirty) this.#letGo();
  }

  /** Lets go of what was typed here, on disk as well: the member did it, or does not want it. */
  async drop(): Promise<void> {
    clearTimeout(this.#keepTimer);
    clearTimeout(this.#settleTimer);
    this.isDirty = false;
    this.#letGo();
    await this.#inTurn(async () => void (await callCircle(this.#circle, 'drop_draft', { key: this.#options.key })));
  }

  /** Hands over what is not on disk, if the place of this draft is gone and it is for the same. */
  handOver<P extends Plan>(isSame: (plan: Plan) => plan is P): P | undefined {
    if (!this.#isLeft || !this.isDirty || app.handle !== this.#circle) return undefined;
    const plan = this.#options.plan();
    if (!isSame(plan)) return undefined;
    this.isDirty = false;
    this.#letGo();
    return plan;
  }

  #letGo(): void {
    open.delete(this);
    clearTimeout(this.#retryTimer);
  }

  async #keep(): Promise<void> {
    if (!this.isDirty) return;
    const { key, plan, settled } = this.#options;
    const times = this.#times;
    try {
      const { command, input } = plan();
      const kept = await callCircle(this.#circle, 'keep_draft', { key, command, input: { ...input } });
      this.#isKept = true;
      this.savedAt = kept.atMs;
      if (times === this.#times) this.isDirty = false;
      this.#succeeded();
      // The core may have settled this text by itself, before an export say; it then names the new record.
      if (kept.record && command === 'write_note') settled?.(kept.record);
    } catch (thrown) {
      this.#refused(thrown);
    }
  }

  async #settle(): Promise<void> {
    if (!this.#isKept) return;
    try {
      const { value } = await callCircle(this.#circle, 'settle_draft', { key: this.#options.key });
      this.#isKept = false;
      if (!this.isDirty) {
        this.#told = '';
        this.#succeeded();
      }
      this.#options.settled?.(value as string | null);
    } catch (thrown) {
      this.#refused(thrown);
    }
  }

  #succeeded(): void {
    this.failed = false;
    this.#retryAfter = 0;
    clearTimeout(this.#retryTimer);
  }

  #refused(thrown: unknown): void {
    this.failed = true;
    const { code } = failureOf(thrown, noAnswer).told;
    if (code !== this.#told) tellFailure(thrown);
    this.#told = code;
    this.#retryAfter = Math.min(this.#retryAfter * 2 || RETRY_AFTER_MS, LONGEST_RETRY_MS);
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => void this.#retry(), this.#retryAfter);
  }

  #retry(): Promise<unknown> {
    if (this.#isLeft) return this.close();
    // Who is still typing has a change made of it when it is quiet.
    return this.#settleTimer === undefined ? this.settle() : this.keep();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = `${this.#circle} ${this.#options.key}`;
    const next = (turns.get(turn) ?? Promise.resolve()).then(work).finally(() => {
      if (turns.get(turn) === next) turns.delete(turn);
    });
    turns.set(turn, next);
    return next;
  }
}

/**
 * What was typed at this place before and is not on disk, because it was left a moment ago or saving went
 * wrong. The place that is opened again goes on with it.
 */
export function takeLeft<P extends Plan>(isSame: (plan: Plan) => plan is P): P | undefined {
  for (const draft of open) {
    const plan = draft.handOver(isSame);
    if (plan) return plan;
  }
  return undefined;
}

/** Settles whatever is being typed anywhere, also what is typed in the meantime. */
export async function settleAll(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([...open].map((draft) => draft.settle()));
    if (![...open].some((draft) => draft.isDirty && !draft.failed)) return;
  }
}
