// What can be done with a text, once: the toolbar shows all of it, the slash menu what makes something new.
import type { Command } from 'prosemirror-state';
import { redo, undo } from 'prosemirror-history';
import {
  AtSign, Bold, BookPlus, CalendarPlus, Hash, Heading1, Heading2, Heading3, Italic, Link, List,
  ListOrdered, ListTodo, Redo2 as Redo, TextQuote, Undo2 as Undo,
  type IconNode,
} from 'lucide';
import { toggle, turnInto } from './change';
import type { Reference } from './trigger';

/** How the text stands at the caret, as far as the toolbar shows it. */
export interface Status {
  kind: string;
  level: number;
  bold: boolean;
  italic: boolean;
  link: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

export interface Deed {
  id: string;
  icon: IconNode;
  /** Ctrl and the rest, as `aria-keyshortcuts` writes it. */
  keys?: string;
  run: { command: Command } | { ask: Reference } | { open: 'link' | 'date' };
  /** Whether it is on; absent for what is never on. */
  isOn?: (status: Status) => boolean;
  can?: (status: Status) => boolean;
  isInMenu?: boolean;
}

const block = (kind: string, level?: number): Pick<Deed, 'run' | 'isOn' | 'isInMenu'> => ({
  run: { command: turnInto(kind, level ? { level } : {}) },
  isOn: (status) => status.kind === kind && (!level || status.level === level),
  isInMenu: true,
});

/** In groups, as the toolbar shows them. */
export const DEEDS: Deed[][] = [
  [
    { id: 'heading-1', icon: Heading1, keys: 'Control+Alt+1', ...block('heading', 1) },
    { id: 'heading-2', icon: Heading2, keys: 'Control+Alt+2', ...block('heading', 2) },
    { id: 'heading-3', icon: Heading3, keys: 'Control+Alt+3', ...block('heading', 3) },
  ],
  [
    { id: 'bullet', icon: List, keys: 'Control+Shift+8', ...block('bullet') },
    { id: 'numbered', icon: ListOrdered, keys: 'Control+Shift+7', ...block('numbered') },
    { id: 'task', icon: ListTodo, keys: 'Control+Shift+9', ...block('task') },
    { id: 'quote', icon: TextQuote, ...block('quote') },
  ],
  [
    { id: 'bold', icon: Bold, keys: 'Control+B', run: { command: toggle('bold') }, isOn: (status) => status.bold },
    { id: 'italic', icon: Italic, keys: 'Control+I', run: { command: toggle('italic') }, isOn: (status) => status.italic },
    { id: 'link', icon: Link, keys: 'Control+Shift+K', run: { open: 'link' }, isOn: (status) => status.link },
  ],
  [
    { id: 'member', icon: AtSign, run: { ask: 'member' }, isInMenu: true },
    { id: 'theme', icon: Hash, run: { ask: 'theme' }, isInMenu: true },
    { id: 'study', icon: BookPlus, run: { ask: 'study' }, isInMenu: true },
    { id: 'date', icon: CalendarPlus, run: { open: 'date' }, isInMenu: true },
  ],
  [
    { id: 'undo', icon: Undo, keys: 'Control+Z', run: { command: undo }, can: (status) => status.canUndo },
    { id: 'redo', icon: Redo, keys: 'Control+Y', run: { command: redo }, can: (status) => status.canRedo },
  ],
];
