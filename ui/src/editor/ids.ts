// The ids of blocks: no two blocks share one, and blocks that the core has named take their names over.
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state';
import type { Node as PmNode, Slice } from 'prosemirror-model';
import { Fragment, Slice as PmSlice } from 'prosemirror-model';
import type { Blocks } from './blocks';

/** Takes the id from every block that has that of an earlier one: the half that was split off, a copy. */
function clearRepeated(state: EditorState): Transaction | undefined {
  const seen = new Set<string>();
  let tr: Transaction | undefined;
  state.doc.forEach((block, at) => {
    const id = String(block.attrs.id);
    if (!id) return;
    if (seen.has(id)) tr = (tr ?? state.tr).setNodeAttribute(at, 'id', '');
    seen.add(id);
  });
  return tr;
}

const idsIn = (doc: PmNode): Set<string> => {
  const ids = new Set<string>();
  doc.forEach((block) => ids.add(String(block.attrs.id)));
  return ids;
};

/** A pasted piece without the ids that its document has already; what was cut out keeps its own. */
export function withoutKnownIds(slice: Slice, doc: PmNode): Slice {
  const known = idsIn(doc);
  const blocks: PmNode[] = [];
  slice.content.forEach((node) => {
    const isTaken = node.isTextblock && known.has(String(node.attrs.id));
    blocks.push(isTaken ? node.type.create({ ...node.attrs, id: '' }, node.content, node.marks) : node);
  });
  return new PmSlice(Fragment.fromArray(blocks), slice.openStart, slice.openEnd);
}

export const uniqueIds = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, _before, state) =>
      transactions.some((tr) => tr.docChanged) ? clearRepeated(state) : undefined,
    props: { transformPasted: (slice, view) => withoutKnownIds(slice, view.state.doc) },
  });

const startsAlike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * Blocks that were written here have no id until the core has named them. Each takes the id of the block
 * that follows the same neighbour in what the core tells and begins with the same words.
 */
export function adoptIds(tr: Transaction, told: Blocks): Transaction {
  const known = idsIn(tr.doc);
  const after = new Map<string, Blocks[number]>();
  told.forEach((block, index) => after.set(index ? (told[index - 1]?.id ?? '') : '', block));
  let before = '';
  tr.doc.forEach((block, at) => {
    let id = String(block.attrs.id);
    const candidate = after.get(before);
    const fits = candidate && !known.has(candidate.id) && candidate.kind === block.type.name;
    if (!id && fits && startsAlike(candidate.text, block.textContent)) {
      id = candidate.id;
      known.add(id);
      tr.setNodeAttribute(at, 'id', id);
    }
    // A block that stays without a name breaks the row: nothing is known of what follows it.
    before = id || '\0';
  });
  return tr;
}
