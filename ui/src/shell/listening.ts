// What the shell around the page asks of it: to save before closing, to lock, to do what its menu names.
import { closeWindow, listen } from '../ipc/client';
import { settleAll } from '../state/draft.svelte';
import { lockNow } from '../state/lock.svelte';
import { runDeed } from './deeds';

/** Begins to listen; once, when the app starts. */
export function listenToShell(): void {
  listen('closing', () => void settleAll().finally(() => closeWindow()));
  listen('lock', () => void lockNow());
  listen('menu', ({ item }) => runDeed(item));
}
