// The words of the block model that the core and the editor share, and its bounds.
import type { Block, Mark } from '../ipc/generated';

/** Blocks whose `level` is an indent. */
export const INDENTED = ['bullet', 'numbered'];
/** Every block that this version can edit as what it is; another kind is carried and shown as text. */
export const BLOCK_KINDS = ['paragraph', 'heading', 'task', 'quote', ...INDENTED];

/** Marks that grow with the text typed behind them. */
export const PLAIN_MARKS = ['bold', 'italic'];
/** Marks that carry the id of another record. */
export const REFERENCES = ['member', 'theme', 'study', 'statement', 'meeting'];
/** Marks that carry something. */
export const VALUE_MARKS = ['link', 'date', ...REFERENCES];
/** Every mark that this version knows. */
export const MARK_KINDS = [...PLAIN_MARKS, ...VALUE_MARKS];

/** The node or mark that carries what this version does not know. */
export const OTHER = 'other';

export const MAX_HEADING = 3;
export const MAX_INDENT = 5;
/** A longer text holds at most this many characters. */
export const MAX_CHARS = 500_000;

export type BlockKind = Block['kind'];
export type MarkKind = Mark['kind'];
