// How good a passphrase is, said in a word. Long and made of several words beats short and odd.

export type Strength = 'short' | 'weak' | 'good' | 'strong';

/** As short as the core takes it, in characters. */
const LEAST = 8;

export function strengthOf(passphrase: string): Strength {
  const typed = passphrase.trim();
  const letters = [...typed];
  if (letters.length < LEAST) return 'short';
  const words = new Set(typed.toLowerCase().split(/[\s\-_.,]+/).filter((word) => word.length > 1));
  const kinds = new Set(letters).size;
  if (kinds < 6) return 'weak';
  if (words.size >= 4 && letters.length >= 16) return 'strong';
  if (letters.length >= 24 && kinds >= 10) return 'strong';
  if (words.size >= 3 || letters.length >= 14) return 'good';
  return 'weak';
}
