// Which part of which record a text that is written in place is, and the command that stores it there.
import type { Block } from '../ipc/generated';
import type { Plan } from '../state/draft.svelte';

/** Plain words, read once: what is typed goes to the record it was typed in, whatever is on the page later. */
export type WrittenPart =
  | { command: 'change_theme'; id: string; field: 'known' | 'unknown' }
  | { command: 'change_study'; id: string; field: 'summary' }
  | { command: 'change_circle'; id: string; field: 'goals' };

export const keyOf = ({ command, id, field }: WrittenPart): string => `${command}:${id}:${field}`;

export function planOf(part: WrittenPart, blocks: Block[]): Plan {
  const { command, id } = part;
  switch (command) {
    case 'change_theme':
      return { command, input: { id, fields: part.field === 'known' ? { known: blocks } : { unknown: blocks } } };
    case 'change_study':
      return { command, input: { id, fields: { summary: blocks } } };
    case 'change_circle':
      return { command, input: { id, fields: { goals: blocks } } };
  }
}

/** The text that a plan stores in this part; absent when it stores it elsewhere. */
export function blocksOf(part: WrittenPart, plan: Plan | undefined): Block[] | undefined {
  if (plan?.command !== part.command || plan.input.id !== part.id) return undefined;
  return (plan.input.fields as Record<string, Block[] | undefined>)[part.field];
}
