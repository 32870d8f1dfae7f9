// Rows by what is typed into a filter field above them.
import { folded } from '../folded';

/** A row with the folded text it is found by; made once per list, so that typing stays quick. */
export interface Findable<T> {
  row: T;
  text: string;
}

export const findable = <T>(rows: T[], textOf: (row: T) => string): Findable<T>[] =>
  rows.map((row) => ({ row, text: folded(textOf(row)) }));

/** The rows in which every typed word occurs. */
export function filtered<T>(rows: Findable<T>[], typed: string): T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return rows.filter(({ text }) => words.every((word) => text.includes(word))).map(({ row }) => row);
}
