// Text as a filter field compares it: without capitals and without marks on the letters, so that
// “continuiteit” finds “continuïteit”.

export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A row with the folded text it is found by; made once per list, so that typing stays quick. */
export interface Findable<T> {
  row: T;
  text: string;
}

export const findable = <T>(rows: T[], textOf: (row: T) => string): Findable<T>[] =>
  rows.map((row) => ({ row, text: fold(textOf(row)) }));

/** The rows in which every typed word occurs. */
export function filtered<T>(rows: Findable<T>[], typed: string): T[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return rows.filter(({ text }) => words.every((word) => text.includes(word))).map(({ row }) => row);
}
