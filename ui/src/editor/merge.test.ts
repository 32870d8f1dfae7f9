import { describe, expect, it } from 'vitest';
import type { Block } from '../ipc/generated';
import { merge, saysTheSame } from './merge';

const block = (id: string, text: string): Block => ({ id, kind: 'paragraph', level: 0, checked: false, text, marks: [] });
const base = [block('a', 'een'), block('b', 'twee'), block('c', 'drie')];
const texts = (mine: Block[], theirs: Block[]) => merge(base, mine, theirs).blocks.map(({ text }) => text);

describe('a text changed here and elsewhere', () => {
  it('has the changes of both', () => {
    const mine = [block('a', 'een!'), block('b', 'twee'), block('', 'nieuw hier'), block('c', 'drie')];
    const theirs = [block('x', 'nieuw daar'), block('a', 'een'), block('b', 'twee?'), block('c', 'drie')];
    expect(texts(mine, theirs)).toEqual(['nieuw daar', 'een!', 'twee?', 'nieuw hier', 'drie']);
    expect(merge(base, mine, theirs).isContested).toBe(false);
  });

  it('keeps what is typed here where both changed a block, and says so', () => {
    const merged = merge(base, [block('a', 'mijn'), ...base.slice(1)], [block('a', 'hun'), ...base.slice(1)]);
    expect(merged.blocks[0]?.text).toBe('mijn');
    expect(merged.isContested, 'the other version must not go unnoticed').toBe(true);
  });

  it('leaves out what one of them took away, unless the other worked on it', () => {
    expect(texts(base.slice(1), base)).toEqual(['twee', 'drie']);
    expect(texts(base, base.slice(1))).toEqual(['twee', 'drie']);
    expect(texts(base.slice(1), [block('a', 'een en meer'), ...base.slice(1)])).toEqual(['een en meer', 'twee', 'drie']);
    expect(texts([block('a', 'een en meer'), ...base.slice(1)], base.slice(1))).toEqual(['een en meer', 'twee', 'drie']);
  });

  it('is the same text whatever the order of its fields and an empty value left out', () => {
    const told = JSON.parse('[{"text":"x","id":"1","marks":[{"to":1,"from":0,"kind":"bold"}],"level":0,"kind":"paragraph","checked":false}]') as Block[];
    const own = [{ ...block('', 'x'), marks: [{ from: 0, to: 1, kind: 'bold' as const, value: '' }] }];
    expect(saysTheSame(told, own)).toBe(true);
  });
});
