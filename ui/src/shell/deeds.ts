// Everything that the palette, the shortcuts and the native menu can do, declared once.
import type { Room } from '../state/place.svelte';
import { back, forward, go } from '../state/place.svelte';
import { app, take } from '../state/app.svelte';
import { callApp } from '../ipc/client';
import { tellFailure } from '../state/notices.svelte';
import { lockNow } from '../state/lock.svelte';
import { open } from './panels.svelte';

export interface Deed {
  id: string;
  /** Key of its words. */
  text: string;
  /** As `Control+K`; `Control` is the command key on a Mac. */
  keys?: string;
  run: () => unknown;
}

const room = (to: Room, keys?: string): Deed => ({
  id: `go-${to}`,
  text: `frame-room-${to}`,
  ...(keys ? { keys } : {}),
  run: () => go({ room: to }),
});

async function changeTextSize(step: number | undefined): Promise<void> {
  const settings = app.view?.settings;
  if (!app.view || !settings) return;
  const textSize = step === undefined ? 16 : Math.max(14, Math.min(22, settings.textSize + step));
  try {
    await take({ ...app.view, settings: await callApp('change_settings', { textSize }) });
  } catch (thrown) {
    tellFailure(thrown);
  }
}

export const DEEDS: Deed[] = [
  { id: 'search', text: 'frame-search', keys: 'Control+K', run: () => open('palette') },
  { id: 'new-note', text: 'frame-new-note', keys: 'Control+N', run: () => go({ room: 'notes', id: 'new' }) },
  { id: 'share', text: 'frame-share', keys: 'Control+Shift+D', run: () => go({ room: 'exchange', part: 'share' }) },
  { id: 'open-package', text: 'frame-open-package', keys: 'Control+O', run: () => go({ room: 'exchange', part: 'open' }) },
  room('today', 'Alt+1'),
  room('meetings', 'Alt+2'),
  { id: 'go-outcomes', text: 'meetings-tab-outcomes', run: () => go({ room: 'meetings', id: 'outcomes' }) },
  room('notes', 'Alt+3'),
  room('themes', 'Alt+4'),
  room('studies', 'Alt+5'),
  room('members', 'Alt+6'),
  room('exchange', 'Alt+7'),
  { id: 'go-history', text: 'history-circle', run: () => go({ room: 'exchange', part: 'changes' }) },
  room('trash', 'Alt+8'),
  room('settings', 'Control+,'),
  { id: 'back', text: 'frame-back', keys: 'Alt+ArrowLeft', run: back },
  { id: 'forward', text: 'frame-forward', keys: 'Alt+ArrowRight', run: forward },
  { id: 'zoom-in', text: 'frame-larger', keys: 'Control+=', run: () => changeTextSize(1) },
  { id: 'zoom-out', text: 'frame-smaller', keys: 'Control+-', run: () => changeTextSize(-1) },
  { id: 'zoom-reset', text: 'frame-usual-size', keys: 'Control+0', run: () => changeTextSize(undefined) },
  { id: 'lock', text: 'frame-lock', keys: 'Control+L', run: () => lockNow() },
  { id: 'shortcuts', text: 'frame-shortcuts', keys: 'F1', run: () => open('shortcuts') },
];

/** Runs the deed that the native menu or the palette names. */
export const runDeed = (id: string): unknown => DEEDS.find((deed) => deed.id === id)?.run();

const IS_MAC = navigator.platform.startsWith('Mac');

/** The chord of a key press, as deeds name it. */
export function chordOf(event: KeyboardEvent): string {
  const held = [
    (IS_MAC ? event.metaKey : event.ctrlKey) && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && event.key.length > 1 ? 'Shift' : event.shiftKey && event.ctrlKey && 'Shift',
  ].filter(Boolean);
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [...held, key === '+' ? '=' : key].join('+').replace('Control+Shift+=', 'Control+=');
}
