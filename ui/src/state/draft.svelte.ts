// Text that is being typed. It is kept on disk within a second and becomes one change of the circle after
// five quiet seconds, after a minute of typing, on leaving, and when the app locks or closes.
import { callCircle, type CircleCommands, type CircleInput } from '../ipc/client';
import { app } from './app.svelte';
import { tellFailure } from './notices.svelte';

const KEEP_AFTER_MS = 700;
const SETTLE_AFTER_MS = 5000;
const SETTLE_AT_LEAST_EVERY_MS = 60_000;

export type DraftCommand = 'write_note' | 'change_note' | 'change_theme' | 'change_meeting' | 'change_agenda_item'
  | 'change_study' | 'add_contribution' | 'change_contribution' | 'change_circle' | 'change_action' | 'change_decision';

/** A command that is to be called, with its input. */
type Plan = { [N in DraftCommand & keyof CircleCommands]: { command: N; input: CircleInput<N> } }[DraftCommand &
  keyof CircleCommands];

export interface DraftOptions {
  /** Tells drafts apart; the same place on the screen uses the same key. */
  key: string;
  /** What is to be done with the text as it is now; asked anew at every save. */
  plan: () => Plan;
  /** Called with what the command answered once the draft has become a change. */
  settled?: (value: string | null) => void;
}

const open = new Set<Draft>();

export class Draft {
  /** When the text was last committed to disk, UTC milliseconds; 0 before the first time. */
  savedAt = $state(0);
  /** Whether something typed is not on disk yet. */
  isDirty = $state(false);
  failed = $state(false);
  #options: DraftOptions;
  #circle = app.handle;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #firstTyped = 0;
  #isKept = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: DraftOptions) {
    this.#options = options;
    open.add(this);
  }

  /** Something was typed. */
  typed(): void {
    this.isDirty = true;
    this.#firstTyped ||= Date.now();
    this.#keepTimer ??= setTimeout(() => void this.keep(), KEEP_AFTER_MS);
    clearTimeout(this.#settleTimer);
    const wait = Math.max(0, Math.min(SETTLE_AFTER_MS, this.#firstTyped + SETTLE_AT_LEAST_EVERY_MS - Date.now()));
    this.#settleTimer = setTimeout(() => void this.settle(), wait);
  }

  /** Puts the text on disk now. */
  keep(): Promise<void> {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    return this.#inTurn(async () => {
      if (!this.isDirty) return;
      this.isDirty = false;
      const { key, plan } = this.#options;
      try {
        const { command, input } = plan();
        const kept = await callCircle(this.#circle, 'keep_draft', { key, command, input: { ...input } });
        this.savedAt = kept.atMs;
        // The core may have settled this text by itself, before an export say; it then names the new record.
        if (kept.record && command === 'write_note') this.#options.settled?.(kept.record);
        this.#isKept = true;
        this.failed = false;
      } catch (thrown) {
        this.isDirty = true;
        this.failed = true;
        tellFailure(thrown);
      }
    });
  }

  /** Makes a change of the circle of it now. */
  async settle(): Promise<void> {
    clearTimeout(this.#settleTimer);
    this.#firstTyped = 0;
    await this.keep();
    return this.#inTurn(async () => {
      if (!this.#isKept) return;
      this.#isKept = false;
      try {
        const { value } = await callCircle(this.#circle, 'settle_draft', { key: this.#options.key });
        this.#options.settled?.(value as string | null);
      } catch (thrown) {
        this.failed = true;
        tellFailure(thrown);
      }
    });
  }

  /** Settles and lets go: the place on the screen goes away. */
  async close(): Promise<void> {
    await this.settle();
    open.delete(this);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#work.then(work, work);
    this.#work = next;
    return next;
  }
}

/** Settles whatever is being typed anywhere. */
export async function settleAll(): Promise<void> {
  await Promise.all([...open].map((draft) => draft.settle()));
}
