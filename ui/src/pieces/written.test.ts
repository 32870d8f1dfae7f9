import { describe, expect, it } from 'vitest';
import type { Block } from '../ipc/generated';
import { blocksOf, keyOf, planOf, type WrittenPart } from './written';

const blocks: Block[] = [{ id: 'a', kind: 'paragraph', level: 0, checked: false, text: 'woorden', marks: [] }];
const parts: WrittenPart[] = [
  { command: 'change_theme', id: 't1', field: 'known' },
  { command: 'change_theme', id: 't1', field: 'unknown' },
  { command: 'change_theme', id: 't2', field: 'known' },
  { command: 'change_study', id: 's1', field: 'summary' },
  { command: 'change_circle', id: 'c1', field: 'goals' },
];

describe('a part of a record that is written in place', () => {
  it('has a key of its own', () => {
    expect(new Set(parts.map(keyOf)).size).toBe(parts.length);
  });

  it('is stored where it was typed, and is found back only there', () => {
    for (const part of parts) {
      const plan = planOf(part, blocks);
      expect(plan).toMatchObject({ command: part.command, input: { id: part.id, fields: { [part.field]: blocks } } });
      expect(parts.filter((other) => blocksOf(other, plan))).toEqual([part]);
    }
  });
});
