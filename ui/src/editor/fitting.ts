// Which of many choices fit what was typed.
import { folded } from './text';

export interface Choice {
  id: string;
  label: string;
  /** A second line: an organisation, a title. */
  detail?: string;
  /** What is put into the text. */
  text: string;
}

const MOST = 8;

/** The choices in which every word of the query begins a word; those that begin with it come first. */
export function fitting(choices: Choice[], query: string): Choice[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  const ranked = choices.flatMap((choice) => {
    const words = folded(`${choice.label} ${choice.detail ?? ''}`);
    const fits = wanted.every((word) => words.startsWith(word) || words.includes(` ${word}`) || words.includes(`-${word}`));
    return fits ? [{ choice, isFirst: words.startsWith(wanted[0] ?? '') }] : [];
  });
  return [...ranked.filter((one) => one.isFirst), ...ranked.filter((one) => !one.isFirst)]
    .slice(0, MOST)
    .map(({ choice }) => choice);
}
