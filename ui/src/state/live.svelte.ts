// Answers of the core that renew themselves: read once, and again whenever a record of the named kinds
// changed. A screen never guesses what a change did.
import { untrack } from 'svelte';
import { callCircle, listen, type CircleCommands, type CircleInput, type CircleOutput } from '../ipc/client';
import { Failure, failureOf } from '../ipc/failure';
import { noAnswer } from '../ipc/client';
import { app } from './app.svelte';

type Heard = (kinds: string[]) => void;
const hearers = new Set<{ circle: () => string; heard: Heard }>();

/** Begins to hear of changes; once, when the app starts. */
export function hearChanges(): void {
  listen('changed', ({ circle, kinds }) => {
    for (const hearer of hearers) if (hearer.circle() === circle) hearer.heard(kinds);
  });
}

export interface Live<T> {
  /** The last answer. It stays while a newer one is on its way, so that nothing flickers. */
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  /** True until the first answer. */
  readonly isLoading: boolean;
  reload(): Promise<void>;
}

/**
 * A living answer of a command of the circle on the screen. To be called while a component is set up.
 * `kinds` are the kinds of record that it shows; `*` hears everything.
 */
export function live<N extends keyof CircleCommands>(
  name: N,
  input: () => CircleInput<N> | undefined,
  kinds: string[],
): Live<CircleOutput<N>> {
  let value = $state.raw<CircleOutput<N>>();
  let failure = $state.raw<Failure>();
  let isLoading = $state(true);
  let asked = 0;

  async function read(circle: string, given: CircleInput<N> | undefined): Promise<void> {
    if (!circle || given === undefined) return;
    asked += 1;
    const mine = asked;
    try {
      const answer = await callCircle(circle, name, given);
      if (mine !== asked) return;
      value = answer;
      failure = undefined;
    } catch (thrown) {
      if (mine !== asked) return;
      failure = failureOf(thrown, noAnswer);
    }
    isLoading = false;
  }

  const reload = () => read(app.handle, untrack(input));

  let before = '';
  $effect(() => {
    const circle = app.handle;
    const given = input();
    const question = JSON.stringify([circle, given]);
    untrack(() => {
      if (question !== before) {
        // Another record: the old answer would be the wrong one.
        if (before) {
          value = undefined;
          isLoading = true;
        }
        before = question;
      }
      void read(circle, given);
    });
  });

  $effect(() => {
    const hearer = {
      circle: () => app.handle,
      heard: (changed: string[]) => {
        const touches = kinds.includes('*') || changed.includes('*') || changed.some((kind) => kinds.includes(kind));
        if (touches) void reload();
      },
    };
    hearers.add(hearer);
    return () => hearers.delete(hearer);
  });

  return {
    get value() {
      return value;
    },
    get failure() {
      return failure;
    },
    get isLoading() {
      return isLoading;
    },
    reload,
  };
}
