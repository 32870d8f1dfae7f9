// Changes of settings: seen at once, kept by the core one after the other.
import { callApp } from '../ipc/client';
import { app, refreshApp, take, type AppView } from './app.svelte';
import { tellFailure } from './notices.svelte';

type Settings = AppView['settings'];
export type SettingsChange = Partial<Omit<Settings, 'folder'>>;

let wanted: SettingsChange = {};
let work: Promise<void> | undefined;

/** Shows settings as the core told them. */
export async function takeSettings(settings: Settings): Promise<void> {
  if (app.view) await take({ ...app.view, settings });
}

/** Changes settings: at once on the screen, then in the core. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  wanted = { ...wanted, ...change };
  // Another language waits for the core, which has its sentences.
  const { language, ...seen } = change;
  if (app.view && Object.keys(seen).length > 0) await takeSettings({ ...app.view.settings, ...seen });
  work ??= keepAll().finally(() => (work = undefined));
  return work;
}

async function keepAll(): Promise<void> {
  while (Object.keys(wanted).length > 0) {
    const change = wanted;
    wanted = {};
    try {
      const kept = await callApp('change_settings', change);
      // What was changed again in the meantime stays as the member sees it.
      await takeSettings({ ...kept, ...wanted, language: kept.language });
    } catch (thrown) {
      tellFailure(thrown);
      await refreshApp().catch(tellFailure);
    }
  }
}
