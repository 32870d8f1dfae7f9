// Reads pasted plain text into lines: signs that stand for lists, tasks and quotes, and addresses.
import { addressOf, cleanAddress } from './address';
import { MAX_INDENT } from './kinds';
import { finished, line, write, type Line } from './lines';

const SIGNS: { sign: RegExp; kind: string; isDone?: boolean }[] = [
  { sign: /^(?:[-*•] )?(?:\[ ?\]|☐) /, kind: 'task' },
  { sign: /^(?:[-*•] )?(?:\[[xX]\]|[☑☒✓]) /, kind: 'task', isDone: true },
  { sign: /^[-*•–▪◦·‣][ \t]+/, kind: 'bullet' },
  { sign: /^\d{1,3}[.)][ \t]+/, kind: 'numbered' },
  { sign: /^> ?/, kind: 'quote' },
];

const ADDRESS = /\b(?:https:\/\/|mailto:)[^\s<>"“”]+/g;

function withLinks(to: Line, text: string): void {
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    // A full stop or bracket behind an address belongs to the sentence.
    const shown = match[0].replace(/[.,;:!?’”')\]]+$/, '');
    const href = cleanAddress(shown);
    if (!href) continue;
    write(to, text.slice(at, match.index), {});
    write(to, addressOf(shown) === href ? shown : href, { href });
    at = match.index + shown.length;
  }
  write(to, text.slice(at), {});
}

/** The lines of a pasted plain text. */
export function readTyped(text: string): Line[] {
  return text.split(/\r\n|\r|\n|\u2028|\u2029/).flatMap((raw) => {
    const margin = (/^[ \t]*/.exec(raw)?.[0] ?? '').replace(/\t/g, '  ').length;
    const words = raw.trim();
    const found = SIGNS.find(({ sign }) => sign.test(`${words} `));
    const isIndented = found?.kind === 'bullet' || found?.kind === 'numbered';
    const level = isIndented ? Math.min(Math.floor(margin / 2), MAX_INDENT) : 0;
    const begun = line(found?.kind, level, Boolean(found?.isDone));
    withLinks(begun, found ? words.replace(found.sign, '') : words);
    return finished(begun) ?? [];
  });
}
