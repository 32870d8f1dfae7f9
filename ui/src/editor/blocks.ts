// Blocks of the core to a document of the editor and back, without loss: ids are kept, and what a newer
// version wrote is carried. Positions of marks count Unicode scalar values; the editor counts UTF-16.
import { Fragment, type Mark as PmMark, type Node as PmNode, type Schema } from 'prosemirror-model';
import type { Block, Mark } from '../ipc/generated';
import { BLOCK_KINDS, MARK_KINDS, OTHER, PLAIN_MARKS } from './kinds';
import { kindOfBlock, kindOfMark } from './schema';

export type Blocks = Block[];

const SURROGATE = /[\ud800-\udfff]/;
const CHARACTER_OR_HALF = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** How many Unicode scalar values a text has. */
export function scalars(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** For every scalar position, the UTF-16 position; nothing when the two are the same. */
function unitsOf(text: string): number[] | undefined {
  if (!SURROGATE.test(text)) return undefined;
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return units;
}

// The core leaves an empty value out.
function pmMark(schema: Schema, { kind, value = '' }: Mark): PmMark | undefined {
  if (!MARK_KINDS.includes(kind)) return schema.marks['other-mark']?.create({ kind, value });
  return schema.marks[kind]?.create(PLAIN_MARKS.includes(kind) ? null : { value });
}

function inline(schema: Schema, { text, marks }: Block): Fragment {
  if (!text) return Fragment.empty;
  const units = unitsOf(text);
  const unit = (position: number) => Math.min(units ? (units[position] ?? text.length) : position, text.length);
  const spans = marks
    .map((mark) => ({ from: unit(mark.from), to: unit(mark.to), mark: pmMark(schema, mark) }))
    .filter(({ from, to }) => from < to);
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const pieces = edges.slice(1).map((to, index) => {
    const from = edges[index] ?? 0;
    const over = spans.filter((span) => span.from <= from && span.to >= to).flatMap(({ mark }) => mark ?? []);
    return schema.text(text.slice(from, to), over.reduce<readonly PmMark[]>((set, mark) => mark.addToSet(set), []));
  });
  return Fragment.fromArray(pieces);
}

function pmBlock(schema: Schema, block: Block): PmNode {
  const { id, kind, level, checked } = block;
  const isKnown = BLOCK_KINDS.includes(kind);
  const type = schema.nodes[isKnown ? kind : OTHER];
  if (!type) throw new Error(`the schema has no ${kind}`);
  return type.create({ id, level, checked, ...(isKnown ? {} : { kind }) }, inline(schema, block));
}

/** The document of a text; a text without blocks is one empty paragraph. */
export function toDocument(schema: Schema, blocks: Blocks): PmNode {
  const nodes = blocks.map((block) => pmBlock(schema, block));
  return schema.topNodeType.create(null, nodes.length ? nodes : [schema.node('paragraph')]);
}

const byPlace = (a: Mark, b: Mark): number =>
  a.from - b.from || a.to - b.to || compare(a.kind, b.kind) || compare(a.value, b.value);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// A text of the core is one line of whole characters.
const proper = (text: string): string =>
  text
    .replace(/[\r\n]/g, ' ')
    .replace(/\0/g, '\ufffd')
    .replace(CHARACTER_OR_HALF, (found) => (found.length === 2 ? found : '\ufffd'));

function convert(node: PmNode): Block {
  const marks: Mark[] = [];
  let growing: Mark[] = [];
  let text = '';
  let at = 0;
  node.forEach((child) => {
    const piece = proper(child.text ?? '');
    const end = at + scalars(piece);
    growing = child.marks.map((mark) => {
      const kind = kindOfMark(mark) as Mark['kind'];
      const value = String(mark.attrs.value ?? '');
      // Neighbouring pieces under the same mark are one run of it.
      const run = growing.find((earlier) => earlier.kind === kind && earlier.value === value);
      if (run) {
        run.to = end;
        return run;
      }
      const begun = { from: at, to: end, kind, value };
      marks.push(begun);
      return begun;
    });
    text += piece;
    at = end;
  });
  const { id, level, checked } = node.attrs as Pick<Block, 'id' | 'level' | 'checked'>;
  return { id, kind: kindOfBlock(node) as Block['kind'], level, checked, text, marks: marks.sort(byPlace) };
}

// Nodes never change, so a block that was not typed in since the last reading costs nothing.
const converted = new WeakMap<PmNode, Block>();

/** The block of a node of the document. */
export function toBlock(node: PmNode): Block {
  const known = converted.get(node) ?? convert(node);
  converted.set(node, known);
  return known;
}

/** The text of a document. */
export function toBlocks(doc: PmNode): Blocks {
  const blocks: Blocks = [];
  doc.forEach((node) => blocks.push(toBlock(node)));
  const [only] = blocks;
  const isNothing = blocks.length === 1 && only && !only.id && !only.text && only.kind === 'paragraph';
  return isNothing ? [] : blocks;
}
