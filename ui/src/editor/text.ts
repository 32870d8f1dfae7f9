// Texts as plain words, for lists and previews.
import type { Block } from '../ipc/generated';

/** The words of a text on one line for each block that has any. */
export const plainText = (blocks: Block[]): string =>
  blocks
    .map((block) => block.text.trim())
    .filter(Boolean)
    .join('\n');

/** The first words of a text, on one line. */
export function firstWords(blocks: Block[], most = 140): string {
  const words = plainText(blocks.slice(0, 12)).replace(/\s+/g, ' ');
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 30)).trimEnd()}…`;
}

const SIGNS: Partial<Record<string, (block: Block) => string>> = {
  bullet: (block) => `${'  '.repeat(block.level)}- `,
  task: (block) => (block.checked ? '[x] ' : '[ ] '),
  quote: () => '> ',
};

/** A text as somebody would type it, for the clipboard of another program. */
export function typedText(blocks: Block[]): string {
  const counts: number[] = [];
  return blocks
    .map((block) => {
      if (block.kind !== 'numbered') {
        if (block.kind !== 'bullet') counts.length = 0;
        return `${SIGNS[block.kind]?.(block) ?? ''}${block.text}`;
      }
      counts.length = block.level + 1;
      counts[block.level] = (counts[block.level] ?? 0) + 1;
      return `${'  '.repeat(block.level)}${counts[block.level]}. ${block.text}`;
    })
    .join('\n');
}

export { folded } from '../folded';
