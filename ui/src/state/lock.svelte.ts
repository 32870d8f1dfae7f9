// Locking: by hand, when the laptop goes to sleep, and when nobody has touched the window for a while.
import { callApp } from '../ipc/client';
import { app, refreshApp, take } from './app.svelte';
import { pauseBeginning } from './beginning.svelte';
import { settleAll } from './draft.svelte';
import { dismiss, notices, tellFailure } from './notices.svelte';
import { startOver } from './place.svelte';
import { forgetRecent } from './recent.svelte';
import { stopTour } from './tour.svelte';

const MINUTE_MS = 60_000;
const TOUCHES = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

let touchedAt = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;
let locking: Promise<void> | undefined;

/** Closes every circle; what is being typed becomes part of it first. */
export function lockNow(): Promise<void> {
  locking ??= lock().finally(() => (locking = undefined));
  return locking;
}

async function lock(): Promise<void> {
  if (app.view?.phase !== 'open') return;
  await settleAll();
  // What they say may be about a circle.
  for (const notice of notices.list) dismiss(notice.id);
  try {
    await take(await callApp('lock', {}));
  } catch (thrown) {
    // The core locks also when something could not be saved, and then says what.
    tellFailure(thrown);
    await refreshApp().catch(tellFailure);
  }
  pauseBeginning();
  stopTour();
  startOver();
  forgetRecent();
}

const limitMs = (): number => (app.view?.settings.lockAfterMinutes ?? 10) * MINUTE_MS;

// Timers stand still while a laptop sleeps: the first touch after that finds that the time has passed.
function touched(): void {
  if (Date.now() - touchedAt >= limitMs()) void lockNow();
  touchedAt = Date.now();
}

function look(): void {
  if (Date.now() - touchedAt >= limitMs()) {
    touchedAt = Date.now();
    void lockNow();
  }
  clearTimeout(timer);
  timer = setTimeout(look, touchedAt + limitMs() - Date.now());
}

/** Begins to lock by itself; once, when the app starts. A shorter or longer time counts at once. */
export function lockWhenIdle(): void {
  for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true });
  $effect.root(() => {
    $effect(look);
  });
}
