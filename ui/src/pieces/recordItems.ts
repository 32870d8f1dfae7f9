// What the menu of every record offers besides what is its own.
import History from '@lucide/svelte/icons/history';
import type { MenuItem } from '../elements/Menu.svelte';
import { lookBack } from '../state/history.svelte';
import { say } from '../text.svelte';

/** The items of a record. `settle` makes a change of what is being typed in it, so that it is in the history too. */
export function recordItems(id: string, settle?: () => Promise<unknown>): MenuItem[] {
  const open = async () => {
    await settle?.();
    lookBack(id);
  };
  return [{ word: say('history-title'), icon: History, run: open }];
}
