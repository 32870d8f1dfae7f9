// Where the focus goes when the thing that had it is gone, for instance after a record went to the trash.
import { tick } from 'svelte';

/** Focuses the list of the room: the row that stands in the tab order, else the first button beside its title. */
export async function focusList(): Promise<void> {
  await tick();
  const list = document.querySelector('section.list');
  const target = list?.querySelector<HTMLElement>('[role="option"][tabindex="0"]') ?? list?.querySelector<HTMLElement>('button');
  target?.focus();
}

/** Puts the focus on the title of the record, if what had it left the page; a reader then begins there again. */
export async function keepFocus(): Promise<void> {
  await tick();
  if (document.activeElement && document.activeElement !== document.body) return;
  const title = document.querySelector<HTMLElement>('.record h1, main h1');
  title?.setAttribute('tabindex', '-1');
  title?.focus();
}
