// Beginning a circle, joining one or looking around: pages that come before the notebook, and return
// whenever a member wants another circle.
import { callApp, type AppOutput } from '../ipc/client';
import { app, refreshApp, showCircle } from './app.svelte';
import { tellFailure } from './notices.svelte';
import { startOver } from './place.svelte';

export type BeginPage = 'doors' | 'found' | 'join' | 'sample' | 'keys';

/** The keys of a circle just begun, which go on paper. Only who founded the circle has two. */
export type NewKeys = AppOutput<'found_circle'>;

let page = $state<BeginPage>();
let before: BeginPage | undefined;
let keys = $state.raw<NewKeys>();

export const beginning = {
  /** Whether these pages are on the screen instead of the notebook. */
  get isShown(): boolean {
    const phase = app.view?.phase;
    return page !== undefined || (phase !== 'open' && phase !== 'locked');
  },
  get page(): BeginPage {
    return page ?? 'doors';
  },
  /** The page that was shown before, for the focus to go back to its door. */
  get before(): BeginPage | undefined {
    return before;
  },
  get keys(): NewKeys | undefined {
    return keys;
  },
};

/** Shows one of the pages. */
export function begin(next: BeginPage): void {
  page = next;
}

/** Back to the doors, or to where the member came from when there is something to go back to. */
export function leaveBeginning(): void {
  before = page;
  page = app.view?.phase === 'first' ? 'doors' : undefined;
}

/** The app locks: what was being filled in is let go. The core keeps keys that are not on paper yet. */
export function pauseBeginning(): void {
  page = keys = undefined;
}

/** The lock opened: keys that wait are shown before anything else. */
export async function resumeKeys(): Promise<void> {
  const { keys: waiting } = await callApp('show_printed_keys', {});
  if (waiting) await showKeys(waiting);
}

/** The sample circle is open: these pages are done. */
export function enterSample(): void {
  page = undefined;
}

/** Shows the keys of the circle that was just made. */
export async function showKeys(next: NewKeys): Promise<void> {
  keys = next;
  page = 'keys';
  await refreshApp().catch(tellFailure);
}

/** The keys are on paper: forgets them and opens the circle. */
export async function keysAreKept(): Promise<void> {
  const handle = keys?.handle;
  await callApp('forget_printed_keys', {}, { circle: handle });
  await refreshApp();
  keys = undefined;
  page = undefined;
  if (handle) showCircle(handle);
  startOver();
}
