// What the menu of every record offers besides what is its own.
import { Eraser, History } from 'lucide';
import type { MenuItem } from '../elements/Menu.svelte';
import { openSheet } from '../state/sheet.svelte';
import { say } from '../text.svelte';
import { isSecretary } from './rights';

/**
 * The items of a record. `settle` makes a change of what is being typed in it first; of the own private
 * records the member decides alone.
 */
export function recordItems(id: string, settle?: () => Promise<unknown>, isPrivate = false): MenuItem[] {
  const open = (is: 'history' | 'erase') => async () => {
    await settle?.();
    openSheet({ is, id, isPrivate });
  };
  return [
    { word: say('history-title'), icon: History, run: open('history') },
    ...(isSecretary() || isPrivate ? [{ word: say('erase-title'), icon: Eraser, isDanger: true, run: open('erase') }] : []),
  ];
}
