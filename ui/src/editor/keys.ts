// What the keys do in a text, and what typed signs turn into.
import { history, redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { Plugin, type Command } from 'prosemirror-state';
import { deleteSelection, firstOf, indent, joinBack, joinOn, selectAll, split, tick, toggle, turnInto } from './change';

type Made = (match: RegExpMatchArray) => { kind: string; attrs?: Record<string, unknown> };

// A sign turns a paragraph into something; the task sign works behind that of a list as well.
const rule = (sign: RegExp, from: string[], made: Made): InputRule =>
  new InputRule(sign, (state, match, start, end) => {
    const $start = state.doc.resolve(start);
    const { parent } = $start;
    if (!from.includes(parent.type.name)) return null;
    const { kind, attrs } = made(match);
    const type = state.schema.nodes[kind];
    if (!type) return null;
    return state.tr.delete(start, end).setNodeMarkup($start.before(), type, { id: parent.attrs.id, ...attrs });
  });

const SIGNS = [
  rule(/^(#{1,3})\s$/, ['paragraph'], (match) => ({ kind: 'heading', attrs: { level: match[1]?.length ?? 1 } })),
  rule(/^[-*•]\s$/, ['paragraph'], () => ({ kind: 'bullet' })),
  rule(/^1[.)]\s$/, ['paragraph'], () => ({ kind: 'numbered' })),
  rule(/^\[( |x)?\]\s$/, ['paragraph', 'bullet'], (match) => ({ kind: 'task', attrs: { checked: match[1] === 'x' } })),
  rule(/^>\s$/, ['paragraph'], () => ({ kind: 'quote' })),
];

/** After Escape the next Tab leaves the text, also in a list. */
function tabs(): Plugin {
  let isLeaving = false;
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key === 'Escape') {
          isLeaving = true;
          return false;
        }
        if (event.key === 'Shift') return false;
        const leaves = isLeaving;
        isLeaving = false;
        if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey || leaves) return false;
        if (!indent(event.shiftKey ? -1 : 1)(view.state, view.dispatch)) return false;
        event.preventDefault();
        return true;
      },
    },
  });
}

const never: Command = () => true;
const back = firstOf(undoInputRule, deleteSelection, joinBack);
const forth = firstOf(deleteSelection, joinOn);

const KEYS: Record<string, Command> = {
  Enter: split,
  // A block is one line: the gentle line break is a new block as well.
  'Shift-Enter': split,
  'Mod-Enter': tick,
  Backspace: back,
  'Mod-Backspace': back,
  'Shift-Backspace': back,
  Delete: forth,
  'Mod-Delete': forth,
  'Mod-a': selectAll,
  'Mod-b': toggle('bold'),
  'Mod-i': toggle('italic'),
  // The browser would underline, and a text has no such mark.
  'Mod-u': never,
  'Mod-Alt-1': turnInto('heading', { level: 1 }),
  'Mod-Alt-2': turnInto('heading', { level: 2 }),
  'Mod-Alt-3': turnInto('heading', { level: 3 }),
  'Mod-Shift-7': turnInto('numbered'),
  'Mod-Shift-8': turnInto('bullet'),
  'Mod-Shift-9': turnInto('task'),
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
};

/** What is typed, undone and done again. */
export const keys = (): Plugin[] => [
  tabs(),
  inputRules({ rules: SIGNS }),
  keymap(KEYS),
  history({ newGroupDelay: 600 }),
];
