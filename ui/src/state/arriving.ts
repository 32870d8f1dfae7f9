// In what order files are looked at: as they came, each once.

interface Numbered {
  file: number;
}

/** The files that wait, with those that came since behind them. */
export function follow<F extends Numbered>(waiting: F[], came: F[]): F[] {
  const known = new Set(waiting.map((one) => one.file));
  return [...waiting, ...came.filter((one) => !known.has(one.file))];
}

/** The files that wait, without one. */
export const without = <F extends Numbered>(waiting: F[], file: Numbered): F[] =>
  waiting.filter((one) => one.file !== file.file);
