// Where the focus goes when a page or a form appears.
import { tick } from 'svelte';

/** Gives the element the focus, as an attachment: `{@attach focus}`. */
export const focus = (element: HTMLElement): void => element.focus();

/** The same inside a dialog, which opens after its content was drawn and takes the focus itself first. */
export const focusOnceOpen = (element: HTMLElement): void => queueMicrotask(() => element.focus());

/** Gives the first field in the element the focus. */
export function focusFirstField(element: HTMLElement): void {
  element.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

/** Gives the first field with an error the focus, once it is drawn. */
export function focusFirstError(element: HTMLElement | undefined): void {
  requestAnimationFrame(() => element?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] input')?.focus());
}

/** Gives the place in the navigation that is open the focus, once it is drawn. */
export async function focusCurrentPlace(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>('nav [aria-current="page"]')?.focus();
}
