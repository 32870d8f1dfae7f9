// How long a file is, as the Dutch write it: 820 kB, 1,4 MB, 12 MB.
import { say } from '../text.svelte';

/** Below ten of a unit one decimal says something; above it does not. */
const rounded = (size: number): number => (size < 9.95 ? Math.round(size * 10) / 10 : Math.round(size));

export function sizeWord(bytes: number): string {
  if (bytes < 1000) return say('attachments-bytes', { size: bytes });
  if (bytes < 999_500) return say('attachments-kilobytes', { size: rounded(bytes / 1000) });
  return say('attachments-megabytes', { size: rounded(bytes / 1_000_000) });
}
