import { describe, expect, test } from 'vitest';
import { filtered, findable } from './fold';

describe('filtering while typing', () => {
  test('every word must occur, in any order', () => {
    const rows = findable(['Breakdown in gezinshuizen', 'Gezinshuizen in beeld'], (row) => row);
    expect(filtered(rows, 'gezinshuïzen break')).toEqual(['Breakdown in gezinshuizen']);
    expect(filtered(rows, '  ')).toHaveLength(2);
    expect(filtered(rows, 'pleegzorg')).toEqual([]);
  });
});
