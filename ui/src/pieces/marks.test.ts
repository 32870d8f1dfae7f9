import { expect, test } from 'vitest';
import type { Mark } from '../ipc/generated';
import { moveMarks } from './marks';

const bold = (from: number, to: number): Mark => ({ kind: 'bold', from, to, value: '' });

test('a mark before the change stays', () => {
  expect(moveMarks([bold(0, 3)], 'een huis', 'een groot huis')).toEqual([bold(0, 3)]);
});

test('a mark behind the change moves along', () => {
  expect(moveMarks([bold(4, 8)], 'een huis', 'een groot huis')).toEqual([bold(10, 14)]);
});

test('a mark over changed words is let go', () => {
  expect(moveMarks([bold(4, 8)], 'een huis is', 'een boot is')).toEqual([]);
});

test('characters outside the basic plane count as one', () => {
  expect(moveMarks([bold(2, 4)], '🏠 ab', '🏠🏠 ab')).toEqual([bold(3, 5)]);
});
