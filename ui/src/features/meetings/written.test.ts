import { describe, expect, it } from 'vitest';
import type { Block } from '../../ipc/generated';
import { partsOf, runsOf } from './written';

const block = (kind: Block['kind'], text: string, marks: Block['marks'] = []): Block => ({
  id: text, kind, text, marks, level: 0, checked: false,
});

describe('a written text', () => {
  it('is cut where marks begin and end, also where they overlap', () => {
    const runs = runsOf(block('paragraph', '👪 en Bas', [
      { kind: 'bold', from: 0, to: 4, value: '' },
      { kind: 'italic', from: 2, to: 4, value: '' },
      { kind: 'member', from: 5, to: 99, value: 'x' },
    ]));
    expect(runs.map((run) => run.text), 'a family of people is one character').toEqual(['👪 ', 'en', ' ', 'Bas']);
    expect(runs.map((run) => run.isBold)).toEqual([true, true, false, false]);
    expect(runs.map((run) => run.isItalic)).toEqual([false, true, false, false]);
    expect(runs.map((run) => run.isReference)).toEqual([false, false, false, true]);
  });

  it('has no runs when it is empty', () => {
    expect(runsOf(block('paragraph', ''))).toEqual([]);
  });

  it('puts the items of a list together', () => {
    const parts = partsOf([
      block('paragraph', 'a'), block('paragraph', ' '), block('bullet', 'b'), block('bullet', 'c'), block('numbered', 'd'),
    ]);
    expect(parts.map((part) => (part.kind === 'list' ? part.blocks.length : part.block.text))).toEqual(['a', 2, 1]);
  });
});
