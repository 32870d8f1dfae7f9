// The document of the editor: a flat row of blocks with marks over their text, as the block model of the
// core has it. Nothing else can be in it, whatever is typed, pasted or dropped.
import { Mark, Node, getSchema, type AnyExtension, type Attributes } from '@tiptap/core';
import type { Mark as PmMark, Node as PmNode, Schema } from '@tiptap/pm/model';
import { addressOf } from './address';
import { MAX_HEADING, MAX_INDENT, OTHER, PLAIN_MARKS, REFERENCES } from './kinds';
import { taskView } from './task';

// Attributes are read by the parse rules below and written by hand: a pasted page must not fill them.
const held = (fallback: unknown) => ({ default: fallback, rendered: false, parseHTML: () => undefined });

const blockAttributes = (): Attributes => ({ id: held(''), level: held(0), checked: held(false) });

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

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

// Paragraphs come first: they are what an empty document is filled with.
const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  addAttributes: blockAttributes,
  parseHTML: () => [{ tag: 'p', priority: 40, getAttrs: (element) => ({ id: idOf(element) }) }],
  renderHTML: ({ node }) => ['p', drawn(node, 'paragraph'), 0],
});

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: blockAttributes,
  // The room has the first heading of the page, so headings of a text begin one lower.
  parseHTML: () => [
    {
      tag: 'h2, h3, h4',
      getAttrs: (element) => ({ id: idOf(element), level: Math.max(1, levelOf(element, MAX_HEADING)) }),
    },
  ],
  renderHTML: ({ node }) => [`h${Math.max(1, Math.min(Number(node.attrs.level), MAX_HEADING)) + 1}`, drawn(node, 'heading'), 0],
});

const listed = (name: 'bullet' | 'numbered', tag: 'ul' | 'ol') =>
  Node.create({
    name,
    group: 'block',
    content: 'inline*',
    defining: true,
    addAttributes: blockAttributes,
    // Each item is a list of its own: the model has no lists, only items with an indent.
    parseHTML: () => [
      {
        tag: `${tag}.${name}`,
        contentElement: 'li',
        getAttrs: (element) => ({ id: idOf(element), level: levelOf(element, MAX_INDENT) }),
      },
    ],
    renderHTML: ({ node }) => [tag, drawn(node, name), ['li', 0]],
  });

const Task = Node.create({
  name: 'task',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: blockAttributes,
  parseHTML: () => [
    {
      tag: 'ul.task',
      priority: 60,
      contentElement: 'li',
      getAttrs: (element) => ({ id: idOf(element), checked: element.dataset.checked === 'true' }),
    },
  ],
  renderHTML: ({ node }) => ['ul', { ...drawn(node, 'task'), 'data-checked': String(node.attrs.checked) }, ['li', 0]],
  addNodeView: () => taskView,
});

const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: blockAttributes,
  parseHTML: () => [{ tag: 'blockquote', getAttrs: (element) => ({ id: idOf(element) }) }],
  renderHTML: ({ node }) => ['blockquote', drawn(node, 'quote'), 0],
});

// A block of a newer version: its kind is kept, its text can be read and written.
const OtherBlock = Node.create({
  name: OTHER,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ ...blockAttributes(), kind: held('') }),
  renderHTML: ({ node }) => ['p', drawn(node, OTHER), 0],
});

const plain = (name: string, tag: 'strong' | 'em', others: string[]) =>
  Mark.create({
    name,
    // Marks stand beside each other, even two of a kind: nothing that was stored is dropped.
    excludes: '',
    parseHTML: () => [{ tag }, ...others.map((other) => ({ tag: other }))],
    renderHTML: () => [tag, 0],
  });

const Link = Mark.create({
  name: 'link',
  excludes: '',
  inclusive: false,
  addAttributes: () => ({ value: held('') }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const value = addressOf(element.getAttribute('href') ?? '');
        return value ? { value } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => {
    const href = addressOf(String(mark.attrs.value));
    return ['a', href ? { class: 'link', href, rel: 'noopener noreferrer' } : { class: 'link' }, 0];
  },
});

const RECORD_ID = /^[0-9a-f]{32}$/;
const reference = (name: string) =>
  Mark.create({
    name,
    excludes: '',
    inclusive: false,
    addAttributes: () => ({ value: held('') }),
    parseHTML: () => [
      {
        tag: `span.reference[data-kind=${name}]`,
        getAttrs: (element) => {
          const value = element.dataset.value ?? '';
          return RECORD_ID.test(value) ? { value } : false;
        },
      },
    ],
    renderHTML: ({ mark }) => ['span', { class: 'reference', 'data-kind': name, 'data-value': String(mark.attrs.value) }, 0],
  });

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DateMark = Mark.create({
  name: 'date',
  excludes: '',
  inclusive: false,
  addAttributes: () => ({ value: held('') }),
  parseHTML: () => [
    {
      tag: 'time[datetime]',
      getAttrs: (element) => {
        const value = element.getAttribute('datetime') ?? '';
        return DAY.test(value) ? { value } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => ['time', { class: 'day', datetime: String(mark.attrs.value) }, 0],
});

// A mark of a newer version: carried with the text under it.
const OtherMark = Mark.create({
  name: 'other-mark',
  excludes: '',
  inclusive: false,
  addAttributes: () => ({ kind: held(''), value: held('') }),
  renderHTML: () => ['span', { class: 'other-mark' }, 0],
});

/** The nodes and marks of a text. */
export const NODES_AND_MARKS: AnyExtension[] = [
  Doc,
  Paragraph,
  Heading,
  listed('bullet', 'ul'),
  listed('numbered', 'ol'),
  Task,
  Quote,
  OtherBlock,
  Text,
  ...PLAIN_MARKS.map((name) => (name === 'bold' ? plain(name, 'strong', ['b']) : plain(name, 'em', ['i']))),
  Link,
  ...REFERENCES.map(reference),
  DateMark,
  OtherMark,
];

/** The schema by itself, for what needs no editor. */
export const schemaOfTexts = (): Schema => getSchema(NODES_AND_MARKS);

/** What the model calls a mark. */
export const kindOfMark = (mark: PmMark): string =>
  mark.type.name === 'other-mark' ? String(mark.attrs.kind) : mark.type.name;

/** What the model calls a block. */
export const kindOfBlock = (node: PmNode): string =>
  node.type.name === OTHER ? String(node.attrs.kind) : node.type.name;
