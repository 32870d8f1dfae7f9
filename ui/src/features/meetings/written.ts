// A written text as runs and lists, to be drawn without an editor.
import type { Block, Mark } from '../../ipc/generated';

export interface WrittenRun {
  text: string;
  isBold: boolean;
  isItalic: boolean;
  /** A name, a theme, a study, a link: something that stands for something else. */
  isReference: boolean;
}

/** The runs of a block: cut wherever a mark begins or ends. Positions count Unicode scalar values. */
export function runsOf({ text, marks }: Pick<Block, 'text' | 'marks'>): WrittenRun[] {
  const characters = [...text];
  const inside = (position: number) => Math.max(0, Math.min(position, characters.length));
  const edges = new Set([0, characters.length, ...marks.flatMap((mark) => [inside(mark.from), inside(mark.to)])]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? 0;
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to).map((mark): Mark['kind'] => mark.kind);
    return {
      text: characters.slice(from, to).join(''),
      isBold: over.includes('bold'),
      isItalic: over.includes('italic'),
      isReference: over.some((kind) => kind !== 'bold' && kind !== 'italic'),
    };
  });
}

export type WrittenPart = { kind: 'list'; isNumbered: boolean; blocks: Block[] } | { kind: 'block'; block: Block };

/** Blocks with those that follow each other in a list put together. Empty blocks between are left out. */
export function partsOf(blocks: Block[]): WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (const block of blocks) {
    const isListed = block.kind === 'bullet' || block.kind === 'numbered';
    const last = parts.at(-1);
    if (!isListed) {
      if (block.text.trim()) parts.push({ kind: 'block', block });
    } else if (last?.kind === 'list' && last.isNumbered === (block.kind === 'numbered')) {
      last.blocks.push(block);
    } else {
      parts.push({ kind: 'list', isNumbered: block.kind === 'numbered', blocks: [block] });
    }
  }
  return parts;
}
