// What the keys and the toolbar do to blocks. Each is a ProseMirror command: without a dispatch it only
// says whether it could.
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { AllSelection, Selection, TextSelection } from 'prosemirror-state';
import type { Attrs, MarkType, Node as PmNode } from 'prosemirror-model';
import { INDENTED, MAX_INDENT } from './kinds';

interface Place {
  node: PmNode;
  at: number;
}

/** The blocks that the selection touches. */
export function chosenBlocks({ selection, doc }: EditorState): Place[] {
  const places: Place[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (node.isTextblock) places.push({ node, at });
    return false;
  });
  return places;
}

export const blockHere = ({ selection }: EditorState): PmNode => selection.$from.parent;

function become(tr: Transaction, { node, at }: Place, kind: string, attrs: Attrs): void {
  const type = tr.doc.type.schema.nodes[kind];
  if (type) tr.setNodeMarkup(at, type, { id: node.attrs.id, ...attrs });
}

const isLike = (node: PmNode, kind: string, attrs: Attrs): boolean =>
  node.type.name === kind && (kind !== 'heading' || node.attrs.level === attrs.level);

/** Makes the chosen blocks of a kind, or paragraphs when they all are that already. */
export const turnInto =
  (kind: string, attrs: Attrs = {}): Command =>
  (state, dispatch) => {
    const places = chosenBlocks(state);
    if (!places.length) return false;
    const isBack = places.every(({ node }) => isLike(node, kind, attrs));
    const { tr } = state;
    for (const place of places) {
      const keepsIndent = INDENTED.includes(kind) && INDENTED.includes(place.node.type.name);
      const indent = keepsIndent ? { level: place.node.attrs.level as number } : {};
      if (isBack) become(tr, place, 'paragraph', {});
      else become(tr, place, kind, { ...indent, ...attrs });
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Moves the chosen list items in or out; outside lists there is nothing to move. */
export const indent =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const items = chosenBlocks(state).filter(({ node }) => INDENTED.includes(node.type.name));
    if (!items.length) return false;
    const { tr } = state;
    for (const { node, at } of items) {
      const level = Math.max(0, Math.min(Number(node.attrs.level) + by, Math.max(MAX_INDENT, Number(node.attrs.level))));
      if (level !== node.attrs.level) tr.setNodeAttribute(at, 'level', level);
    }
    if (tr.docChanged) dispatch?.(tr);
    return true;
  };

/** One step towards a plain paragraph: out of an indent, then out of the list, task, quote or heading. */
const plainer: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const node = $from.parent;
  if (node.type.name === 'paragraph') return false;
  if (INDENTED.includes(node.type.name) && node.attrs.level > 0) return indent(-1)(state, dispatch);
  const { tr } = state;
  become(tr, { node, at: $from.before() }, 'paragraph', {});
  dispatch?.(tr);
  return true;
};

const GOES_ON = ['bullet', 'numbered', 'task', 'quote'];

/** Enter: an empty item leaves its list, everything else is split. The first half keeps its id. */
export const split: Command = (state, dispatch) => {
  const here = blockHere(state);
  if (!here.isTextblock) return false;
  if (state.selection.empty && !here.content.size && here.type.name !== 'paragraph') return plainer(state, dispatch);
  if (!dispatch) return true;
  const { tr } = state;
  if (!state.selection.empty) tr.deleteSelection();
  const $at = tr.selection.$from;
  const block = $at.parent;
  const { name } = block.type;
  const isAtEnd = $at.parentOffset === block.content.size;
  const goesOn = GOES_ON.includes(name) || (name === 'heading' && !isAtEnd);
  const type = goesOn ? block.type : block.type.schema.nodes.paragraph;
  if (!type) return false;
  const level = INDENTED.includes(name) || (goesOn && name === 'heading') ? block.attrs.level : 0;
  const marks = state.storedMarks ?? state.selection.$from.marks();
  tr.split($at.pos, 1, [{ type, attrs: { level } }]);
  tr.ensureMarks(marks.filter((mark) => mark.type.spec.inclusive !== false));
  dispatch(tr.scrollIntoView());
  return true;
};

/** Backspace at the start of a block: plainer first, then joined to the one before, which keeps its id. */
export const joinBack: Command = (state, dispatch) => {
  const { selection, doc } = state;
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$from.parentOffset > 0) return false;
  if (plainer(state, dispatch)) return true;
  const at = selection.$from.before();
  // Nothing is before the first block; the key is taken all the same, so that nothing else happens.
  if (at > 0 && doc.resolve(at).nodeBefore?.isTextblock) dispatch?.(state.tr.join(at).scrollIntoView());
  return true;
};

/** Delete at the end of a block: the next one is joined to it. */
export const joinOn: Command = (state, dispatch) => {
  const { selection, doc } = state;
  const { $from } = selection;
  if (!(selection instanceof TextSelection) || !selection.empty || $from.parentOffset < $from.parent.content.size) return false;
  const at = $from.after();
  if (at < doc.content.size && doc.resolve(at).nodeAfter?.isTextblock) dispatch?.(state.tr.join(at).scrollIntoView());
  return true;
};

/** Ticks the chosen tasks, or makes them open again when all are done. */
export const tick: Command = (state, dispatch) => {
  const tasks = chosenBlocks(state).filter(({ node }) => node.type.name === 'task');
  if (!tasks.length) return false;
  const checked = !tasks.every(({ node }) => node.attrs.checked);
  const { tr } = state;
  for (const { at } of tasks) tr.setNodeAttribute(at, 'checked', checked);
  dispatch?.(tr);
  return true;
};

/** Bold or italic on or off: for what is typed next, or over what is selected, without the space around it. */
export const toggle =
  (name: 'bold' | 'italic'): Command =>
  (state, dispatch) => {
    const type = state.schema.marks[name];
    if (!type) return false;
    const { tr, doc, selection } = state;
    const { from, to, empty, $from } = selection;
    if (empty) {
      const isOn = type.isInSet(state.storedMarks ?? $from.marks());
      dispatch?.(isOn ? tr.removeStoredMark(type) : tr.addStoredMark(type.create()));
      return true;
    }
    if (doc.rangeHasMark(from, to, type)) tr.removeMark(from, to, type);
    else {
      const words = doc.textBetween(from, to, '\n');
      const isBlank = !words.trim();
      const before = isBlank ? 0 : words.length - words.trimStart().length;
      const behind = isBlank ? 0 : words.length - words.trimEnd().length;
      tr.addMark(from + before, to - behind, type.create());
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Takes away what is selected. */
export const deleteSelection: Command = (state, dispatch) => {
  if (state.selection.empty) return false;
  dispatch?.(state.tr.deleteSelection().scrollIntoView());
  return true;
};

export const selectAll: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(new AllSelection(state.doc)));
  return true;
};

/** The first of these that can do something does it. */
export const firstOf =
  (...commands: Command[]): Command =>
  (state, dispatch, view) =>
    commands.some((command) => command(state, dispatch, view));

export interface MarkedRange {
  from: number;
  to: number;
  value: string;
}

/** The run of a mark around a position of the document. */
export function markedAround(doc: PmNode, pos: number, type: MarkType | undefined): MarkedRange | undefined {
  const $pos = doc.resolve(pos);
  if (!type || !$pos.parent.isTextblock) return undefined;
  const start = $pos.start();
  let at = start;
  let run: MarkedRange | undefined;
  let found: MarkedRange | undefined;
  $pos.parent.forEach((child) => {
    const mark = type.isInSet(child.marks);
    const to = at + child.nodeSize;
    const goesOn = run && mark && run.value === mark.attrs.value && run.to === at;
    if (goesOn && run) run.to = to;
    else run = mark ? { from: at, to, value: String(mark.attrs.value) } : undefined;
    if (run && run.from <= pos && pos <= run.to) found = run;
    at = to;
  });
  return found;
}

/** Puts a marked text in place of a range, with a space behind it to type on. */
export const putMarked =
  (range: { from: number; to: number }, kind: string, value: string, text: string): Command =>
  (state, dispatch) => {
    const type = state.schema.marks[kind];
    if (!type) return false;
    const { tr } = state;
    const $to = state.doc.resolve(range.to);
    const isSpaced = /^\s/.test($to.parent.textBetween($to.parentOffset, $to.parent.content.size));
    const marks = (state.doc.resolve(range.from).marks() ?? []).filter((mark) => mark.type.spec.inclusive !== false);
    const pieces = [state.schema.text(text, type.create({ value }).addToSet(marks))];
    if (!isSpaced) pieces.push(state.schema.text(' ', marks));
    tr.replaceWith(range.from, range.to, pieces);
    const caret = range.from + text.length + 1;
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size))));
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Puts a mark with a value over a range, in place of one of its kind; an empty value takes it away. */
export const setMarked =
  (range: { from: number; to: number }, kind: string, value: string): Command =>
  (state, dispatch) => {
    const type = state.schema.marks[kind];
    if (!type) return false;
    const { tr } = state;
    tr.removeMark(range.from, range.to, type);
    if (value) tr.addMark(range.from, range.to, type.create({ value }));
    dispatch?.(tr);
    return true;
  };
