// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Block } from '../ipc/generated';
import { scalars, toBlocks, toDocument } from './blocks';
import { schema } from './schema';
import { firstWords, folded, plainText, typedText } from './text';

const block = (text: string, more: Partial<Block> = {}): Block => ({
  id: 'b1', kind: 'paragraph', level: 0, checked: false, text, marks: [], ...more,
});
const mark = (from: number, to: number, kind: string, value = '') => ({ from, to, kind, value }) as Block['marks'][number];
const backAndForth = (blocks: Block[]) => toBlocks(toDocument(schema, blocks));

describe('blocks to a document and back', () => {
  it('every kind keeps its id, level and tick', () => {
    const blocks = [
      block('Kop', { id: 'a', kind: 'heading', level: 2 }),
      block('punt', { id: 'b', kind: 'bullet', level: 3 }),
      block('nummer', { id: 'c', kind: 'numbered', level: 1 }),
      block('doen', { id: 'd', kind: 'task', checked: true }),
      block('citaat', { id: 'e', kind: 'quote' }),
      block('vreemd niveau', { id: 'f', kind: 'paragraph', level: 7, checked: true }),
    ];
    expect(backAndForth(blocks), 'nothing that the core stores may be rounded off').toEqual(blocks);
  });

  it('positions count whole characters, whatever their length in UTF-16', () => {
    const text = '👩‍👧 Gé 𝒳 e\u0301é 🏠!';
    const house = [...text].indexOf('🏠');
    const blocks = [block(text, { marks: [mark(0, 3, 'bold'), mark(house, house + 1, 'theme', 'f'.repeat(32))] })];
    expect(backAndForth(blocks)).toEqual(blocks);
    const doc = toDocument(schema, blocks);
    const under: string[] = [];
    doc.descendants((node) => void (node.marks.some((one) => one.type.name === 'theme') && under.push(node.text ?? '')));
    expect(under, 'the mark must lie over the house and nothing else').toEqual(['🏠']);
  });

  it('a mark may end inside a joined emoji, as the core allows', () => {
    const blocks = [block('👩‍👧x', { marks: [mark(0, 1, 'italic')] })];
    expect(backAndForth(blocks)).toEqual(blocks);
  });

  it('nested, crossing and neighbouring marks stay apart', () => {
    const blocks = [
      block('abcdefghij', {
        marks: [
          mark(0, 6, 'bold'),
          mark(2, 4, 'link', 'https://a.nl/'),
          mark(3, 8, 'italic'),
          mark(4, 6, 'link', 'https://b.nl/'),
          mark(5, 7, 'link', 'https://c.nl/'),
        ],
      }),
    ];
    expect(backAndForth(blocks), 'two links over one text are what a merge can leave').toEqual(blocks);
  });

  it('empty blocks stay, and no blocks at all stay none', () => {
    const blocks = [block('', { id: 'x' }), block('', { id: 'y', kind: 'task' })];
    expect(backAndForth(blocks)).toEqual(blocks);
    expect(backAndForth([]), 'an empty document has a paragraph that was never written').toEqual([]);
    expect(backAndForth([block('', { id: 'x' })])).toHaveLength(1);
  });

  it('kinds and marks of a newer version are carried and shown as text', () => {
    const blocks = [
      block('A | B', { kind: 'table' as Block['kind'], level: 4, marks: [mark(0, 1, 'colour', 'red'), mark(0, 3, 'bold')] }),
    ];
    expect(backAndForth(blocks)).toEqual(blocks);
    expect(toDocument(schema, blocks).textContent).toBe('A | B');
  });

  it('a link that may not be followed is kept and drawn without an address', () => {
    const blocks = [block('klik', { marks: [mark(0, 4, 'link', 'javascript:alert(1)')] })];
    const [shown] = toDocument(schema, blocks).child(0).child(0).marks;
    const drawn = shown && shown.type.spec.toDOM?.(shown, true);
    expect(JSON.stringify(drawn)).not.toContain('javascript');
    expect(backAndForth(blocks)).toEqual(blocks);
  });

  it('what the core refuses never leaves the editor', () => {
    const doc = schema.topNodeType.create(null, schema.node('paragraph', null, schema.text('a\nb\ud800c\0')));
    expect(toBlocks(doc)[0]?.text, 'line breaks, halves of characters and zero bytes').toBe('a b\ufffdc\ufffd');
    expect(scalars('a\u{1f600}b')).toBe(3);
  });
});

describe('texts as words', () => {
  it('first words are cut at a word', () => {
    expect(firstWords([block('Een heel lange zin over matching')], 20)).toBe('Een heel lange zin…');
    expect(plainText([block(' a '), block(''), block('b')])).toBe('a\nb');
  });

  it('the clipboard gets signs that plain text has, numbered per level', () => {
    const blocks = [
      block('een', { kind: 'numbered' }), block('diep', { kind: 'numbered', level: 1 }), block('twee', { kind: 'numbered' }),
      block('klaar', { kind: 'task', checked: true }), block('een', { kind: 'numbered' }),
    ];
    expect(typedText(blocks)).toBe('1. een\n  1. diep\n2. twee\n[x] klaar\n1. een');
  });

  it('comparing forgets capitals and diacritics', () => {
    expect(folded('Çağlar Yıldız')).toBe('caglar yildiz');
    expect(folded('continuïteit')).toBe('continuiteit');
  });
});
