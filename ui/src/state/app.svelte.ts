// The app as a whole: its phase, its circles and its settings, as the core tells them.
import { callApp, type AppOutput } from '../ipc/client';
import { language, speak } from '../text.svelte';

export type AppView = AppOutput<'show_app'>;
export type CircleEntry = AppView['circles'][number];

let view = $state.raw<AppView>();
let handle = $state<string>();

/** The app as last told; absent until the core has answered once. */
export const app = {
  get view(): AppView | undefined {
    return view;
  },
  /** The circle on the screen. */
  get circle(): CircleEntry | undefined {
    return view?.circles.find((circle) => circle.handle === handle) ?? view?.circles[0];
  },
  get handle(): string {
    return this.circle?.handle ?? '';
  },
};

/** Shows another circle. */
export function showCircle(next: string): void {
  handle = next;
}

const askTexts = (): Promise<AppOutput<'show_texts'>> => callApp('show_texts', {});

/** Takes what the core told of the app, with the sentences if they were asked for already. */
export async function take(next: AppView, asked?: ReturnType<typeof askTexts>): Promise<void> {
  if (asked || next.settings.language !== language()) {
    const texts = await (asked ?? askTexts());
    speak(texts.language, texts.sources);
  }
  view = next;
  dress(next.settings);
}

/** Asks the core how the app stands. */
export async function refreshApp(): Promise<void> {
  // At the start nothing is there to be read: sentences and state are asked for together.
  const texts = view ? undefined : askTexts();
  await take(await callApp('show_app', {}), texts);
}

const system = window.matchMedia('(prefers-color-scheme: dark)');
system.addEventListener('change', () => view && dress(view.settings));

/** Light or dark, and the size of the text. */
function dress(settings: AppView['settings']): void {
  const root = document.documentElement;
  const isDark = settings.theme === 'dark' || (settings.theme === 'system' && system.matches);
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.style.setProperty('--text-base', `${settings.textSize}px`);
}
