// The printed keys as a screen shows them: a head and groups of letters.

export interface KeyGroups {
  /** Which key it is: `HERSTEL1`. */
  head: string;
  groups: string[];
}

/** Splits a printed key at its spaces. */
export function groupsOf(key: string): KeyGroups {
  const [head = '', ...groups] = key.trim().split(/\s+/);
  return { head, groups };
}

/** How many letters a herstelsleutel has, its head included. */
export const RECOVERY_LETTERS = 'HERSTEL1'.length + 58;

/** The same of a kringsleutel. */
export const CIRCLE_KEY_LETTERS = 'KRING1'.length + 58;

/** How many letters were typed; spaces and dashes do not count. */
export const lettersIn = (typed: string): number => [...typed.replace(/[\s\-\u2010-\u2015]/g, '')].length;
