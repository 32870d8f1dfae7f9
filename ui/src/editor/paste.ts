// Pasting and dropping: whatever comes in is read into lines, and ProseMirror's own parser makes blocks of
// them by the rules of the schema. A text that would grow beyond what the core takes is refused.
import { DOMParser as PmParser, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { cleanAddress } from './address';
import { toBlocks } from './blocks';
import { setMarked } from './change';
import { MAX_CHARS } from './kinds';
import { toHtml, type Line } from './lines';
import { readPage } from './page';
import { typedText } from './text';
import { readTyped } from './typed';

/** Word's pages are mostly styles; beyond this not even reading them is wise. */
const MAX_PAGE = 20 * MAX_CHARS;

const inert = (): Document => document.implementation.createHTMLDocument('');

const isOurs = (html: string): boolean => html.includes('data-pm-slice');

/** Pasted HTML as the HTML that the schema reads. */
export const cleanHtml = (html: string): string => (isOurs(html) ? html : toHtml(readPage(html), inert()));

const lengthOf = (lines: Line[]): number =>
  lines.reduce((sum, { runs }) => sum + runs.reduce((within, { text }) => within + text.length, 0), 0);

/** Whether a paste is more than a text may hold. */
export function isTooMuch(html: string, plain: string, present: number): boolean {
  if (html.length > MAX_PAGE || plain.length > MAX_CHARS * 2) return true;
  const isLarge = html.length + plain.length + present > MAX_CHARS;
  if (!isLarge) return false;
  const lines = html ? readPage(html) : readTyped(plain);
  return present + lengthOf(lines) > MAX_CHARS;
}

/** Cleans what comes in; `refused` hears that a paste was too much. */
export function pasting(refused: () => void): Plugin {
  const isRefused = (data: DataTransfer | null, present: number): boolean => {
    const tooMuch = data && isTooMuch(data.getData('text/html'), data.getData('text/plain'), present);
    if (tooMuch) refused();
    return Boolean(tooMuch);
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => {
          if (!isRefused(event.clipboardData, view.state.doc.content.size)) return false;
          event.preventDefault();
          return true;
        },
        drop: (view, event) => {
          if (view.dragging || !isRefused(event.dataTransfer, view.state.doc.content.size)) return false;
          event.preventDefault();
          return true;
        },
      },
      // An address over chosen words makes them a link.
      handlePaste: (view, event) => {
        const href = cleanAddress(event.clipboardData?.getData('text/plain') ?? '');
        const { empty, $from, $to, from, to } = view.state.selection;
        if (!href || empty || !$from.sameParent($to)) return false;
        return setMarked({ from, to }, 'link', href)(view.state, view.dispatch);
      },
      transformPastedHTML: cleanHtml,
      clipboardTextParser: (text, _context, _isPlain, view) => {
        const body = inert().createElement('div');
        body.innerHTML = toHtml(readTyped(text), inert());
        const parsed = PmParser.fromSchema(view.state.schema).parseSlice(body);
        return Slice.maxOpen(parsed.content);
      },
      clipboardTextSerializer: (slice, view) => {
        const isPartOfBlock = slice.content.childCount === 1 && slice.openStart > 0;
        if (isPartOfBlock) return slice.content.textBetween(0, slice.content.size);
        return typedText(toBlocks(view.state.schema.topNodeType.create(null, slice.content)));
      },
    },
  });
}
