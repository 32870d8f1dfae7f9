// Where the focus goes when the thing that had it is gone, for instance after a record went to the trash.
import { tick } from 'svelte';
import { focusCurrentPlace } from '../elements/focus';

/** Focuses the list of the room: the row that stands in the tab order, else the first button beside its title. */
export async function focusList(): Promise<void> {
  await tick();
  const list = document.querySelector('section.list');
  const target = list?.querySelector<HTMLElement>('[role="option"][tabindex="0"]') ?? list?.querySelector<HTMLElement>('button');
  target?.focus();
  // On a narrow window the list makes way for the record.
  if (target && document.activeElement !== target) await keepFocus();
}

const FRAMES = 20;

/** Gives the focus to the record that is shown next, or else to its room, when what had it went with the last place. */
export async function followPlace(): Promise<void> {
  await tick();
  for (let frame = 0; frame < FRAMES; frame += 1) {
    if (document.activeElement && document.activeElement !== document.body) return;
    if (document.querySelector('.record h1')) return keepFocus();
    await new Promise(requestAnimationFrame);
  }
  await focusCurrentPlace();
}

/** Puts the focus on the title of the record, if what had it left the page; a reader then begins there again. */
export async function keepFocus(): Promise<void> {
  await tick();
  if (document.activeElement && document.activeElement !== document.body) return;
  const title = document.querySelector<HTMLElement>('.record h1') ?? document.querySelector<HTMLElement>('main h1');
  title?.setAttribute('tabindex', '-1');
  title?.focus();
}
