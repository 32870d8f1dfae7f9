// A text that was changed here and elsewhere at once, put together by block: nothing that only one of the
// two did is lost. Where both changed the same block, the words that are being typed here stay.
import type { Block } from '../ipc/generated';

export interface Merged {
  blocks: Block[];
  /** Both changed the same block, and what the other wrote there is not in `blocks`. */
  isContested: boolean;
}

/** What a block says, apart from its name, and whatever the order of its fields. */
const saying = ({ kind, level, checked, text, marks }: Block): string =>
  JSON.stringify([kind, level, checked, text, marks.map((mark) => [mark.from, mark.to, mark.kind, mark.value ?? ''])]);

export const saysTheSame = (one: Block[], other: Block[]): boolean =>
  one.length === other.length && one.every((block, at) => saying(block) === saying(other[at] as Block));

const byId = (blocks: Block[]): Map<string, Block> =>
  new Map(blocks.flatMap((block) => (block.id ? [[block.id, block] as const] : [])));

/** `base` is what both began from. The order is that of `theirs`; blocks new here stand behind their neighbour. */
export function merge(base: Block[], mine: Block[], theirs: Block[]): Merged {
  const [before, here] = [byId(base), byId(mine)];
  const isChanged = (block: Block): boolean => {
    const was = before.get(block.id);
    return !was || saying(was) !== saying(block);
  };
  let isContested = false;
  const blocks = theirs.flatMap((their) => {
    const own = here.get(their.id);
    if (!own) return before.has(their.id) && !isChanged(their) ? [] : [their];
    if (!isChanged(own)) return [their];
    isContested ||= isChanged(their) && saying(own) !== saying(their);
    return [own];
  });
  const there = byId(blocks);
  let place = 0;
  for (const own of mine) {
    const known = own.id ? there.get(own.id) : undefined;
    if (known) place = blocks.indexOf(known) + 1;
    else if (isChanged(own)) {
      blocks.splice(place, 0, own);
      place += 1;
    }
  }
  return { blocks, isContested };
}
