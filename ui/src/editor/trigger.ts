// Whether the text before the caret asks for a list to choose from: a person, a theme, a study, or a kind
// of block. Says nothing of the list itself.
import type { EditorState } from 'prosemirror-state';

export type Reference = 'member' | 'theme' | 'study';

export interface Asked {
  what: Reference | 'block';
  /** The sign and what was typed behind it. */
  from: number;
  to: number;
  query: string;
}

export const SIGN_OF: Record<Asked['what'], string> = { member: '@', theme: '#', study: '+', block: '/' };
const WHAT_OF: Record<string, Asked['what']> = { '@': 'member', '#': 'theme', '+': 'study', '/': 'block' };

const LONGEST = 40;
// A sign counts at the start of a block or behind a space or bracket: `piet@kring.nl` and `en/of` are text.
const TYPED = /(?:^|[\s(“"‘'])([@#+/])([^\s@#+/][^@#+/\n]*)?$/u;
const MAX_WORDS = 4;

export function askedAt(state: EditorState): Asked | undefined {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock) return undefined;
  const start = Math.max(0, $from.parentOffset - LONGEST - 2);
  const before = $from.parent.textBetween(start, $from.parentOffset);
  const match = TYPED.exec(before);
  const what = match && WHAT_OF[match[1] ?? ''];
  if (!what) return undefined;
  const query = match[2] ?? '';
  if (what === 'block' ? /\s/.test(query) : query.split(' ').length > MAX_WORDS) return undefined;
  const from = $from.pos - query.length - 1;
  // A name that was chosen before is no question any more, nor is a part of a link.
  const isMarked = state.doc.nodeAt(from)?.marks.some((mark) => mark.type.spec.inclusive === false);
  return isMarked ? undefined : { what, from, to: $from.pos, query };
}
