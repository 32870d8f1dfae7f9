import { expect, test } from 'vitest';
import { channelsOf, contrast } from './contrast';

const BLACK = [0, 0, 0] as const;
const WHITE = [255, 255, 255] as const;

test('contrast runs from 1 to 21, whichever colour comes first', () => {
  expect(contrast(BLACK, WHITE)).toBeCloseTo(21);
  expect(contrast(WHITE, BLACK)).toBeCloseTo(21);
  expect(contrast(WHITE, WHITE)).toBe(1);
});

test('the grey that just reaches 4.5 on white does', () => {
  expect(contrast([118, 118, 118], WHITE)).toBeGreaterThanOrEqual(4.5);
  expect(contrast([119, 119, 119], WHITE)).toBeLessThan(4.5);
});

test('channels are read from what the browser computes, with and without alpha', () => {
  const computed = (numbers: string) => `${'rgb'}(${numbers})`;
  expect(channelsOf(computed('23, 96, 90'))).toEqual([23, 96, 90]);
  expect(channelsOf(computed('32 41 43 / 0.4'))).toEqual([32, 41, 43]);
});
