// The document of the editor: a flat row of blocks with marks over their text, as the block model of the
// core has it. Nothing else can be in it, whatever is typed, pasted or dropped.
import { Schema, type AttributeSpec, type Mark as PmMark, type MarkSpec, type Node as PmNode, type NodeSpec } from 'prosemirror-model';
import { addressOf } from './address';
import { MAX_HEADING, MAX_INDENT, OTHER, REFERENCES } from './kinds';

// The name of a block, the depth of a heading or an indent, and whether a task is done.
const attrs: Record<string, AttributeSpec> = { id: { default: '' }, level: { default: 0 }, checked: { default: false } };

const ID = /^[0-9A-Za-z-]{1,64}$/;
const idOf = (element: HTMLElement): string => {
  const id = element.dataset.block ?? '';
  return ID.test(id) ? id : '';
};
const levelOf = (element: HTMLElement, most: number): number => {
  const level = Number(element.dataset.level);
  return Number.isInteger(level) ? Math.max(0, Math.min(level, most)) : 0;
};

const drawn = (node: PmNode, kind: string): Record<string, string> => ({
  class: kind,
  ...(node.attrs.id ? { 'data-block': String(node.attrs.id) } : {}),
  ...(node.attrs.level ? { 'data-level': String(Math.min(Number(node.attrs.level), MAX_INDENT)) } : {}),
});

const block: NodeSpec = { group: 'block', content: 'inline*', attrs };

const listed = (name: 'bullet' | 'numbered', tag: 'ul' | 'ol'): NodeSpec => ({
  ...block,
  defining: true,
  // Each item is a list of its own: the model has no lists, only items with an indent.
  parseDOM: [
    {
      tag: `${tag}.${name}`,
      contentElement: 'li',
      getAttrs: (element) => ({ id: idOf(element), level: levelOf(element, MAX_INDENT) }),
    },
  ],
  toDOM: (node) => [tag, drawn(node, name), ['li', 0]],
});

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  // Paragraphs come first: they are what an empty document is filled with.
  paragraph: {
    ...block,
    parseDOM: [{ tag: 'p', priority: 40, getAttrs: (element) => ({ id: idOf(element) }) }],
    toDOM: (node) => ['p', drawn(node, 'paragraph'), 0],
  },
  heading: {
    ...block,
    defining: true,
    // The room has the first heading of the page, so headings of a text begin one lower.
    parseDOM: [
      {
        tag: 'h2, h3, h4',
        getAttrs: (element) => ({ id: idOf(element), level: Math.max(1, levelOf(element, MAX_HEADING)) }),
      },
    ],
    toDOM: (node) => [`h${Math.max(1, Math.min(Number(node.attrs.level), MAX_HEADING)) + 1}`, drawn(node, 'heading'), 0],
  },
  bullet: listed('bullet', 'ul'),
  numbered: listed('numbered', 'ol'),
  task: {
    ...block,
    defining: true,
    parseDOM: [
      {
        tag: 'ul.task',
        priority: 60,
        contentElement: 'li',
        getAttrs: (element) => ({ id: idOf(element), checked: element.dataset.checked === 'true' }),
      },
    ],
    toDOM: (node) => ['ul', { ...drawn(node, 'task'), 'data-checked': String(node.attrs.checked) }, ['li', 0]],
  },
  quote: {
    ...block,
    defining: true,
    parseDOM: [{ tag: 'blockquote', getAttrs: (element) => ({ id: idOf(element) }) }],
    toDOM: (node) => ['blockquote', drawn(node, 'quote'), 0],
  },
  // A block of a newer version: its kind is kept, its text can be read and written.
  [OTHER]: {
    ...block,
    attrs: { ...attrs, kind: { default: '' } },
    toDOM: (node) => ['p', drawn(node, OTHER), 0],
  },
  text: { group: 'inline' },
};

// Marks stand beside each other, even two of a kind: nothing that was stored is dropped.
const plain = (tag: 'strong' | 'em', other: 'b' | 'i'): MarkSpec => ({
  excludes: '',
  parseDOM: [{ tag }, { tag: other }],
  toDOM: () => [tag, 0],
});

// A mark that carries something does not grow with the text typed behind it.
const valued: MarkSpec = { excludes: '', inclusive: false, attrs: { value: { default: '' } } };

const RECORD_ID = /^[0-9a-f]{32}$/;
const reference = (name: string): MarkSpec => ({
  ...valued,
  parseDOM: [
    {
      tag: `span.reference[data-kind=${name}]`,
      getAttrs: (element) => {
        const value = element.dataset.value ?? '';
        return RECORD_ID.test(value) ? { value } : false;
      },
    },
  ],
  toDOM: (mark) => ['span', { class: 'reference', 'data-kind': name, 'data-value': String(mark.attrs.value) }, 0],
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const marks: Record<string, MarkSpec> = {
  bold: plain('strong', 'b'),
  italic: plain('em', 'i'),
  link: {
    ...valued,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const value = addressOf(element.getAttribute('href') ?? '');
          return value ? { value } : false;
        },
      },
    ],
    toDOM: (mark) => {
      const href = addressOf(String(mark.attrs.value));
      return ['a', href ? { class: 'link', href, rel: 'noopener noreferrer' } : { class: 'link' }, 0];
    },
  },
  ...Object.fromEntries(REFERENCES.map((name) => [name, reference(name)])),
  date: {
    ...valued,
    parseDOM: [
      {
        tag: 'time[datetime]',
        getAttrs: (element) => {
          const value = element.getAttribute('datetime') ?? '';
          return DAY.test(value) ? { value } : false;
        },
      },
    ],
    toDOM: (mark) => ['time', { class: 'day', datetime: String(mark.attrs.value) }, 0],
  },
  // A mark of a newer version: carried with the text under it.
  'other-mark': {
    ...valued,
    attrs: { ...valued.attrs, kind: { default: '' } },
    toDOM: () => ['span', { class: 'other-mark' }, 0],
  },
};

/** The nodes and marks of a text. */
export const schema = new Schema({ nodes, marks });

/** What the model calls a mark. */
export const kindOfMark = (mark: PmMark): string =>
  mark.type.name === 'other-mark' ? String(mark.attrs.kind) : mark.type.name;

/** What the model calls a block. */
export const kindOfBlock = (node: PmNode): string =>
  node.type.name === OTHER ? String(node.attrs.kind) : node.type.name;
