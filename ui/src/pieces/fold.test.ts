import { describe, expect, test } from 'vitest';
import { filtered, findable, fold } from './fold';

describe('filtering while typing', () => {
  test('marks on letters and capitals do not matter', () => {
    expect(fold('Continuïteit Çağlar')).toBe('continuiteit caglar');
  });

  test('every word must occur, in any order', () => {
    const rows = findable(['Breakdown in gezinshuizen', 'Gezinshuizen in beeld'], (row) => row);
    expect(filtered(rows, 'gezinshuizen break')).toEqual(['Breakdown in gezinshuizen']);
    expect(filtered(rows, '  ')).toHaveLength(2);
    expect(filtered(rows, 'pleegzorg')).toEqual([]);
  });
});
