// What others changed and the member has not looked at yet. Opening a record is looking at it.
import { callCircle, type CircleOutput } from '../ipc/client';
import { app } from './app.svelte';

export type Unseen = CircleOutput<'list_unseen'>[number];

let list = $state.raw<Unseen[]>([]);
const ids = $derived(new Set(list.map((one) => one.id)));

export const unseen = {
  get list(): Unseen[] {
    return list;
  },
  /** Whether a record waits to be looked at. */
  has(id: string): boolean {
    return ids.has(id);
  },
};

/** Asks the core what is new. */
export async function refreshUnseen(): Promise<void> {
  const circle = app.circle;
  list = circle && !circle.waiting ? await callCircle(circle.handle, 'list_unseen', {}) : [];
}

/** The member looked at these. */
export async function markSeen(looked: string[]): Promise<void> {
  const news = looked.filter((id) => unseen.has(id));
  if (!news.length) return;
  list = list.filter((one) => !news.includes(one.id));
  await callCircle(app.handle, 'mark_seen', { ids: news });
}
