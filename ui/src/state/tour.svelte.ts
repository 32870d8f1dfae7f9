// Whether the tour is on, and how far. It walks through the sample circle, which opens for it.
import { callApp, type CallOptions } from '../ipc/client';
import { app, refreshApp, showCircle } from './app.svelte';
import { settleAll } from './draft.svelte';
import { startOver } from './place.svelte';

let step = $state<number>();

export const tour = {
  /** The stop that is shown, from 0; absent while there is no tour. */
  get step(): number | undefined {
    return step;
  },
};

/** Opens the sample circle if need be, and begins at the first stop. */
export async function startTour(options: CallOptions = {}): Promise<void> {
  await settleAll();
  const present = app.view?.circles.find((circle) => circle.sample)?.handle;
  const handle = present ?? (await callApp('open_sample', {}, options)).handle;
  await refreshApp();
  showCircle(handle);
  startOver();
  step = 0;
}

export function goToStop(next: number): void {
  step = next;
}

export function stopTour(): void {
  step = undefined;
}
