// A text that is being written: ProseMirror over the schema of texts, and what the screen wants to know of it.
// The whole text is converted only when somebody asks for it, never at a key.
import { redoDepth, undoDepth } from 'prosemirror-history';
import type { Node as PmNode } from 'prosemirror-model';
import { EditorState, Selection, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { EditorView, type EditorProps } from 'prosemirror-view';
import { toBlocks, toDocument, type Blocks } from './blocks';
import { blockHere, markedAround } from './change';
import type { Status } from './deeds';
import { adoptIds, uniqueIds } from './ids';
import { keys } from './keys';
import { merge, saysTheSame } from './merge';
import { pasting } from './paste';
import { reviews, reviewsKey } from './reviews';
import { schema } from './schema';
import { taskView } from './task';

export interface WritingOptions {
  element: HTMLElement;
  blocks: Blocks;
  isReadOnly: boolean;
  attributes: Record<string, string>;
  /** Something was typed here. */
  typed: () => void;
  /** The text or the caret changed, by typing or otherwise. */
  followed: (isTyped: boolean) => void;
  /** Part of a change from elsewhere was not taken over, because it would have cost what is typed here. */
  held: () => void;
  refused: () => void;
  reviewAsked: () => void;
  /** What reaches the text before its own keys do. */
  props: EditorProps;
}

const TOLD = 'told';
const REMEMBERED = 8;

export class Writing {
  status = $state.raw<Status>({
    kind: 'paragraph', level: 0, bold: false, italic: false, link: false, canUndo: false, canRedo: false,
  });
  isEmpty = $state(false);
  readonly view: EditorView;
  #options: WritingOptions;
  /** What the record said last, and what was read last. */
  #told: Blocks;
  #last: Blocks;
  /** What was given out to be saved lately: it comes by again when it has been. */
  #sent: Blocks[] = [];

  constructor(options: WritingOptions) {
    this.#options = options;
    this.#told = options.blocks;
    this.#last = options.blocks;
    this.view = new EditorView(options.element, {
      ...options.props,
      state: EditorState.create({
        doc: toDocument(schema, options.blocks),
        // The first that knows what to do with something does it.
        plugins: [reviews(options.reviewAsked), pasting(options.refused), ...keys(), uniqueIds()],
      }),
      nodeViews: { task: taskView },
      editable: () => !options.isReadOnly,
      attributes: { role: 'textbox', ...(options.isReadOnly ? {} : { tabindex: '0' }), ...options.attributes },
      dispatchTransaction: (transaction) => this.#take(transaction),
    });
    this.#look();
  }

  get state() {
    return this.view.state;
  }

  #take(transaction: Transaction): void {
    if (this.view.isDestroyed) return;
    this.view.updateState(this.view.state.apply(transaction));
    const isTyped = transaction.docChanged && !transaction.getMeta(TOLD);
    this.#look();
    if (isTyped) this.#options.typed();
    this.#options.followed(isTyped);
  }

  #look(): void {
    const { state } = this.view;
    const { doc, selection } = state;
    const here = blockHere(state);
    const marks = state.storedMarks ?? selection.$from.marks();
    const isOn = (name: string): boolean => {
      const type = schema.marks[name];
      if (!type) return false;
      return selection.empty ? Boolean(type.isInSet(marks)) : doc.rangeHasMark(selection.from, selection.to, type);
    };
    const next: Status = {
      kind: here.type.name,
      level: Number(here.attrs.level ?? 0),
      bold: isOn('bold'),
      italic: isOn('italic'),
      link: isOn('link'),
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
    };
    const now = this.status;
    if ((Object.keys(next) as (keyof Status)[]).some((name) => next[name] !== now[name])) this.status = next;
    const first = doc.firstChild;
    this.isEmpty = doc.childCount === 1 && first?.type.name === 'paragraph' && first.content.size === 0;
  }

  /** The text as blocks, to be saved. */
  read(): Blocks {
    if (!this.view.isDestroyed) this.#last = toBlocks(this.view.state.doc);
    this.#sent = [this.#last, ...this.#sent].slice(0, REMEMBERED);
    return this.#last;
  }

  /**
   * The record says something else now. It is shown, with the caret where it was. What is typed here and is
   * not in it yet is never thrown away: then the two are put together, block by block.
   */
  replace(blocks: Blocks): void {
    if (this.view.isDestroyed) return;
    const now = toBlocks(this.view.state.doc);
    const isOwnSave = [now, ...this.#sent].some((known) => saysTheSame(blocks, known));
    const isTyping = !saysTheSame(now, this.#told);
    if (isOwnSave || !isTyping) {
      this.#told = blocks;
      this.#dispatchTold(adoptIds(this.view.state.tr, blocks));
      if (!isOwnSave) this.#show(toDocument(schema, blocks));
      return;
    }
    // What was said before comes by once more: nothing new.
    if (saysTheSame(blocks, this.#told)) return;
    this.#dispatchTold(adoptIds(this.view.state.tr, blocks));
    const merged = merge(this.#told, toBlocks(this.view.state.doc), blocks);
    this.#told = blocks;
    this.#show(toDocument(schema, merged.blocks));
    // What is on its way to be saved lacks what came in, and would take it away again.
    this.#options.typed();
    if (merged.isContested) this.#options.held();
  }

  /** Shows a text as if it was typed here just now. */
  write(blocks: Blocks): void {
    const tr = this.#changeTo(toDocument(schema, blocks), false);
    if (tr) this.view.dispatch(tr);
  }

  #dispatchTold(tr: Transaction): void {
    if (!tr.docChanged) return;
    this.view.dispatch(tr.setMeta('addToHistory', false).setMeta(TOLD, true));
  }

  // Only the part that differs is replaced, so that the caret, the view and the screen reader stay.
  #show(next: PmNode): void {
    const tr = this.#changeTo(next, true);
    if (tr) this.#dispatchTold(tr);
  }

  #changeTo(next: PmNode, keepsCaret: boolean): Transaction | undefined {
    const { state } = this.view;
    const from = state.doc.content.findDiffStart(next.content);
    const ends = state.doc.content.findDiffEnd(next.content);
    if (from === null || !ends) return undefined;
    const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
    const caret = keepsCaret ? this.#caret() : undefined;
    const { tr } = state;
    tr.replace(from, ends.a + overlap, next.slice(from, ends.b + overlap));
    if (!tr.doc.eq(next)) tr.replaceWith(0, tr.doc.content.size, next.content);
    const at = caret && placeOf(tr.doc, caret);
    if (at !== undefined) tr.setSelection(TextSelection.create(tr.doc, at));
    return tr;
  }

  #caret(): Caret | undefined {
    const { selection } = this.view.state;
    const { parent, parentOffset } = selection.$from;
    const id = String(parent.attrs.id ?? '');
    return selection.empty && id ? { id, offset: parentOffset } : undefined;
  }

  /** Does something to the text, and goes on in it. */
  run(command: Command): boolean {
    const { view } = this;
    const isDone = command(view.state, view.dispatch, view);
    view.focus();
    return isDone;
  }

  /** The marked run around a position, or around the caret. */
  around(kind: string, at = this.view.state.selection.from) {
    return markedAround(this.view.state.doc, at, schema.marks[kind]);
  }

  /** Which blocks have two versions. */
  setReviewed(ids: ReadonlySet<string>): void {
    if (this.view.isDestroyed) return;
    this.view.dispatch(this.view.state.tr.setMeta(reviewsKey, ids).setMeta('addToHistory', false));
  }

  focus(where: 'start' | 'end'): void {
    const { view } = this;
    const selection = where === 'end' ? Selection.atEnd(view.state.doc) : Selection.atStart(view.state.doc);
    view.dispatch(view.state.tr.setSelection(selection).setMeta('addToHistory', false));
    view.focus();
  }

  /** The text goes off the screen; what was written can still be read. */
  close(): void {
    this.#last = toBlocks(this.view.state.doc);
    this.view.destroy();
  }
}

interface Caret {
  id: string;
  offset: number;
}

function placeOf(doc: PmNode, { id, offset }: Caret): number | undefined {
  let at: number | undefined;
  doc.forEach((block, start) => {
    if (block.attrs.id === id) at = start + 1 + Math.min(offset, block.content.size);
  });
  return at;
}
