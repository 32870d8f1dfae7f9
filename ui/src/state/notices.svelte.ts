// Quiet messages at the foot of the window: what was done, with a way to undo it, or what went wrong.
import { callCircle, type CircleCommands, type CircleInput, type CircleOutput, type CallOptions } from '../ipc/client';
import { noAnswer } from '../ipc/client';
import { failureOf, type Failure, type Told } from '../ipc/failure';
import { has, say } from '../text.svelte';
import { app } from './app.svelte';

export interface Notice {
  id: number;
  text: string;
  told?: Told;
  /** The word on the button, and what it does. */
  action?: { word: string; run: () => unknown };
}

let list = $state.raw<Notice[]>([]);
let last = 0;
const STAYS_MS = 8000;

export const notices = {
  get list(): Notice[] {
    return list;
  },
};

export function dismiss(id: number): void {
  list = list.filter((notice) => notice.id !== id);
}

/** Shows a message for a while; a failure stays until it is put away. */
export function tell(notice: Omit<Notice, 'id'>): number {
  last += 1;
  const id = last;
  list = [...list.slice(-2), { ...notice, id }];
  if (!notice.told) setTimeout(() => dismiss(id), STAYS_MS);
  return id;
}

/** What is told of something that went wrong, for where it happened; a cancelled deed needs no words. */
export function toldOf(thrown: unknown): Told | undefined {
  const failure = failureOf(thrown, noAnswer);
  if (failure.isCancel) return undefined;
  if (failure.told.happened) return failure.told;
  return { code: failure.told.code, happened: say('frame-no-answer'), todo: say('frame-no-answer-todo') };
}

/** Says what went wrong at the foot of the window. */
export function tellFailure(thrown: unknown): void {
  const told = toldOf(thrown);
  if (told) tell({ text: told.happened, told });
}

/** Undoes what this laptop did, and says whether all of it could be. */
export async function undo(operation: number, circle = app.handle): Promise<void> {
  try {
    const { value } = await callCircle(circle, 'undo', { operation });
    tell({ text: say(value.kept.length ? 'frame-undone-partly' : 'frame-undone') });
  } catch (thrown) {
    tellFailure(thrown);
  }
}

function offerUndo(text: string, operation: number): void {
  const circle = app.handle;
  tell({ text, action: { word: say('frame-undo'), run: () => undo(operation, circle) } });
}

/**
 * Does something in the circle on the screen. Failures are told at the foot of the window, and what can be
 * undone offers so when `said` names a sentence. Answers nothing when it failed. A form that shows its own
 * failures, where they happened, takes them by `refused`.
 */
export async function act<N extends keyof CircleCommands>(
  name: N,
  input: CircleInput<N>,
  said?: string,
  options?: CallOptions,
  refused?: (failure: Failure) => void,
): Promise<CircleOutput<N> | undefined> {
  try {
    const answer = await callCircle(app.handle, name, input, options);
    const undo = (answer as { undo?: number | null } | null)?.undo;
    if (said && typeof undo === 'number') offerUndo(has(said) ? say(said) : said, undo);
    else if (said) tell({ text: has(said) ? say(said) : said });
    return answer;
  } catch (thrown) {
    if (refused) refused(failureOf(thrown, noAnswer));
    else tellFailure(thrown);
    return undefined;
  }
}
