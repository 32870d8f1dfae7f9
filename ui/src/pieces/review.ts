// What a review is about and how its text can be changed by hand.
import type { CircleCommands, CircleInput } from '../ipc/client';
import type { Block, BlockInput, ReviewView, Side } from '../ipc/generated';
import { has, locale, say } from '../text.svelte';
import { longDay } from '../dates';
import { moveMarks } from './marks';

/** A value that stands at a spot, as text; absent for what is no text. */
export function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && 'text' in value && typeof value.text === 'string') return value.text;
  return undefined;
}

/** A value in words, also when it is a day, a number, a name or a tick. */
export function valueInWords(value: unknown, names: ReadonlyMap<string, string>): string {
  const text = textOf(value);
  if (text !== undefined) {
    if (text === '') return say('review-empty');
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return longDay(text);
    return names.get(text) ?? text;
  }
  if (typeof value === 'boolean') return say(value ? 'review-yes' : 'review-no');
  if (typeof value === 'number') return new Intl.NumberFormat(locale()).format(value);
  return say('review-other-value');
}

/** The field of a key: `body/7f3a` stands in `body`. */
export const fieldOf = (key: string): string => key.split('/')[0] ?? key;

/** The block of a key; absent where the whole field is meant. */
const blockOf = (key: string): string | undefined => key.split('/')[1];

/** What a member calls the field. */
export function fieldInWords(key: string): string {
  const text = `field-${fieldOf(key)}`;
  return say(has(text) ? text : 'field-other');
}

/** The member's own side and the one to set against it; of two others, the older one comes first. */
export function ordered(sides: Side[]): Side[] {
  return [...sides].sort((a, b) => Number(b.own) - Number(a.own) || a.at_ms - b.at_ms);
}

/** Whether both versions can stay, one behind the other. */
export const canKeepBoth = (review: ReviewView): boolean => {
  const isText = (value: unknown) => typeof value === 'string' || (typeof value === 'object' && value !== null && 'text' in value);
  return review.sides.length > 1 && review.sides.every((side) => isText(side.value)) && !isName(review);
};

/** A title, a name or a day twice makes no sense. */
const isName = (review: ReviewView): boolean =>
  !blockOf(review.key) && ['name', 'title', 'date', 'due', 'starts', 'ends', 'review_date'].includes(fieldOf(review.key));

/** Where a text can be changed from here: blocks of these fields, and these plain fields. */
const BLOCKS: Record<string, { show: keyof CircleCommands; change: keyof CircleCommands; fields: string[] }> = {
  note: { show: 'show_note', change: 'change_note', fields: ['body'] },
  theme: { show: 'show_theme', change: 'change_theme', fields: ['known', 'unknown'] },
  study: { show: 'show_study', change: 'change_study', fields: ['summary'] },
};
const PLAIN: Record<string, { change: keyof CircleCommands; fields: string[] }> = {
  note: { change: 'change_note', fields: ['title'] },
  theme: { change: 'change_theme', fields: ['name'] },
  study: { change: 'change_study', fields: ['title'] },
  meeting: { change: 'change_meeting', fields: ['title', 'place', 'purpose'] },
  agenda_item: { change: 'change_agenda_item', fields: ['title'] },
  decision: { change: 'change_decision', fields: ['text'] },
  action: { change: 'change_action', fields: ['text'] },
  circle: { change: 'change_circle', fields: ['name'] },
  organisation: { change: 'change_organisation', fields: ['name'] },
  member: { change: 'change_member', fields: ['email'] },
};

/** How a text is changed by hand: what to ask first, and what to do with the answer. */
export type Way =
  | { is: 'blocks'; show: keyof CircleCommands; change: keyof CircleCommands; field: string; block: string }
  | { is: 'plain'; change: keyof CircleCommands; field: string };

/** The way to change the text of a review by hand; absent where only its own page can. */
export function wayToEdit(review: Pick<ReviewView, 'kind' | 'key' | 'merged'>): Way | undefined {
  const field = fieldOf(review.key);
  const block = blockOf(review.key);
  const blocks = BLOCKS[review.kind];
  const plain = PLAIN[review.kind];
  if (block && blocks?.fields.includes(field) && textOf(review.merged)) return { is: 'blocks', ...blocks, field, block };
  if (!block && plain?.fields.includes(field) && typeof review.merged === 'string') {
    return { is: 'plain', change: plain.change, field };
  }
  return undefined;
}

/** The blocks with the text of one of them changed. */
export function withText(blocks: Block[], id: string, text: string): BlockInput[] {
  return blocks.map((block) =>
    block.id === id ? { ...block, text, marks: moveMarks(block.marks, block.text, text) } : block,
  );
}

/** The input of the command that changes a record. */
export const changeOf = (id: string, field: string, value: unknown): CircleInput<'change_note'> =>
  ({ id, fields: { [field]: value } }) as CircleInput<'change_note'>;
