// A text that is being written: TipTap over the schema of texts, and what the screen wants to know of it.
// The whole text is converted only when somebody asks for it, never at a key.
import { Editor, type EditorOptions } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Selection, TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import { toBlocks, toDocument, type Blocks } from './blocks';
import { blockHere, markedAround } from './change';
import type { Status } from './deeds';
import { adoptIds } from './ids';
import { Keys } from './keys';
import { merge, saysTheSame } from './merge';
import { Paste } from './paste';
import { Reviews, reviewsKey } from './reviews';
import { NODES_AND_MARKS } from './schema';

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
  props: EditorOptions['editorProps'];
}

const TOLD = 'told';
const REMEMBERED = 8;

export class Writing {
  status = $state.raw<Status>({
    kind: 'paragraph', level: 0, bold: false, italic: false, link: false, canUndo: false, canRedo: false,
  });
  isEmpty = $state(false);
  readonly editor: Editor;
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
    this.editor = new Editor({
      element: options.element,
      // The content policy knows no style tags; Editor.svelte says the same.
      injectCSS: false,
      extensions: [
        ...NODES_AND_MARKS,
        Keys,
        Paste.configure({ refused: options.refused }),
        Reviews.configure({ asked: options.reviewAsked }),
      ],
      // Of TipTap's own behaviour little is wanted: the keys, the clipboard and the focus are ours.
      enableCoreExtensions: {
        keymap: false, focusEvents: false, delete: false, drop: false, paste: false, clipboardTextSerializer: false, textDirection: false,
      },
      enableInputRules: false,
      enablePasteRules: false,
      editable: !options.isReadOnly,
      editorProps: { ...options.props, attributes: options.attributes },
      onTransaction: ({ transaction }) => this.#followed(transaction),
    });
    this.#show(toDocument(this.editor.schema, options.blocks), false);
    this.#followed(this.editor.state.tr);
  }

  get state() {
    return this.editor.state;
  }

  #followed(transaction: Transaction): void {
    const isTyped = transaction.docChanged && !transaction.getMeta(TOLD);
    this.#look();
    if (isTyped) this.#options.typed();
    this.#options.followed(isTyped);
  }

  #look(): void {
    const { state } = this.editor;
    const { doc, selection, schema } = state;
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
    if (!this.editor.isDestroyed) this.#last = toBlocks(this.editor.state.doc);
    this.#sent = [this.#last, ...this.#sent].slice(0, REMEMBERED);
    return this.#last;
  }

  /**
   * The record says something else now. It is shown, with the caret where it was. What is typed here and is
   * not in it yet is never thrown away: then the two are put together, block by block.
   */
  replace(blocks: Blocks): void {
    if (this.editor.isDestroyed) return;
    const now = toBlocks(this.editor.state.doc);
    const isOwnSave = [now, ...this.#sent].some((known) => saysTheSame(blocks, known));
    const isTyping = !saysTheSame(now, this.#told);
    if (isOwnSave || !isTyping) {
      this.#told = blocks;
      this.#dispatchTold(adoptIds(this.editor.state.tr, blocks));
      if (!isOwnSave) this.#show(toDocument(this.editor.schema, blocks), true);
      return;
    }
    // What was said before comes by once more: nothing new.
    if (saysTheSame(blocks, this.#told)) return;
    this.#dispatchTold(adoptIds(this.editor.state.tr, blocks));
    const merged = merge(this.#told, toBlocks(this.editor.state.doc), blocks);
    this.#told = blocks;
    this.#show(toDocument(this.editor.schema, merged.blocks), true);
    if (merged.isContested) this.#options.held();
  }

  #dispatchTold(tr: Transaction): void {
    if (!tr.docChanged) return;
    this.editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta(TOLD, true));
  }

  // Only the part that differs is replaced, so that the caret, the view and the screen reader stay.
  #show(next: PmNode, keepsCaret: boolean): void {
    const { state } = this.editor;
    const from = state.doc.content.findDiffStart(next.content);
    const ends = state.doc.content.findDiffEnd(next.content);
    if (from === null || !ends) return;
    const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
    const caret = keepsCaret ? this.#caret() : undefined;
    const { tr } = state;
    tr.replace(from, ends.a + overlap, next.slice(from, ends.b + overlap));
    if (!tr.doc.eq(next)) tr.replaceWith(0, tr.doc.content.size, next.content);
    const at = caret && placeOf(tr.doc, caret);
    if (at !== undefined) tr.setSelection(TextSelection.create(tr.doc, at));
    else if (!keepsCaret) tr.setSelection(Selection.atStart(tr.doc));
    this.#dispatchTold(tr);
  }

  #caret(): Caret | undefined {
    const { selection } = this.editor.state;
    const { parent, parentOffset } = selection.$from;
    const id = String(parent.attrs.id ?? '');
    return selection.empty && id ? { id, offset: parentOffset } : undefined;
  }

  /** Does something to the text, and goes on in it. */
  run(command: Command): boolean {
    const { view } = this.editor;
    const isDone = command(view.state, view.dispatch, view);
    view.focus();
    return isDone;
  }

  /** The marked run around a position, or around the caret. */
  around(kind: string, at = this.editor.state.selection.from) {
    const { doc, schema } = this.editor.state;
    return markedAround(doc, at, schema.marks[kind]);
  }

  /** Which blocks have two versions. */
  setReviewed(ids: ReadonlySet<string>): void {
    if (this.editor.isDestroyed) return;
    this.editor.view.dispatch(this.editor.state.tr.setMeta(reviewsKey, ids).setMeta('addToHistory', false));
  }

  focus(where: 'start' | 'end'): void {
    const { view, state } = this.editor;
    const selection = where === 'end' ? Selection.atEnd(state.doc) : Selection.atStart(state.doc);
    view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false));
    view.focus();
  }

  /** The text goes off the screen; what was written can still be read. */
  close(): void {
    this.#last = toBlocks(this.editor.state.doc);
    this.editor.destroy();
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
