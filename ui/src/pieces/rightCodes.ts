// The rights of a circle, from the usual one on.
import type { RightCode } from '../ipc/generated';

export const RIGHTS: RightCode[] = ['member', 'secretary', 'reader', 'coordinator'];

/** Reads a right from an answer, where a newer version may know one that this one does not. */
export const rightOf = (code: string | null | undefined): RightCode | undefined =>
  RIGHTS.find((right) => right === code);
