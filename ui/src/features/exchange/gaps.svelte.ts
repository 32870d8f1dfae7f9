// What the last package that was taken over left open: changes of someone that are still on their way.
import type { Gap } from '../../ipc/generated';
import { app } from '../../state/app.svelte';

let known = $state.raw<Record<string, Gap[]>>({});

export const gaps = {
  get list(): Gap[] {
    return known[app.handle] ?? [];
  },
};

export function rememberGaps(circle: string, list: Gap[]): void {
  known = { ...known, [circle]: list };
}
