import { describe, expect, it } from 'vitest';
import { fitting } from './fitting';
import { placed } from '../elements/placed';

const choices = ['Annelies van der Meulen', 'Çağlar Yıldız', 'Hannah van den Berg-de Boer', 'Bas de Wit'].map((label, id) => ({
  id: String(id), label, detail: 'Rudolphstichting', text: label,
}));
const found = (query: string) => fitting(choices, query).map(({ label }) => label.split(' ')[0]);

describe('choices for what was typed', () => {
  it('every word begins a word, whatever its capitals and marks', () => {
    expect(found('cag')).toEqual(['Çağlar']);
    expect(found('yildiz')).toEqual(['Çağlar']);
    expect(found('van meu')).toEqual(['Annelies']);
    expect(found('boer'), 'the second half of a double name').toEqual(['Hannah']);
    expect(found('nelies')).toEqual([]);
  });

  it('what begins with the words comes first, and nothing typed offers all', () => {
    expect(found('b')).toEqual(['Bas', 'Hannah']);
    expect(found('')).toHaveLength(4);
  });
});

describe('a box beside the text', () => {
  const size = { width: 200, height: 100 };
  it('stands below, above where the window ends, and never outside it', () => {
    expect(placed({ left: 50, top: 20, bottom: 40 }, size, { width: 800, height: 600 })).toEqual({ left: 50, top: 46 });
    expect(placed({ left: 50, top: 560, bottom: 580 }, size, { width: 800, height: 600 }).top).toBe(454);
    expect(placed({ left: 790, top: 20, bottom: 40 }, size, { width: 800, height: 600 }).left).toBe(592);
    expect(placed({ left: 0, top: 60, bottom: 80 }, size, { width: 150, height: 120 })).toEqual({ left: 8, top: 12 });
  });
});
