// The continuous numbers of decisions and actions in words, as the documents print them. A number can still
// change until the minutes are adopted, and says so.
import { say } from '../text.svelte';

interface Numbered {
  number: string | null;
  was: string[];
}

/** `2026-004 (voorlopig)`, or `nog geen`. */
export const numberWord = ({ number }: Numbered): string =>
  number ? say('export-number-provisional', { number }) : `${say('export-number')} ${say('export-number-none')}`;

/** `was 2026-003`. */
export const wasWord = ({ was }: Numbered): string => say('meetings-number-was', { numbers: was.join(', ') });
