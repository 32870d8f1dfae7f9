import { expect, test } from 'vitest';
import { sizeWord } from './size';

test('a size is said in the unit that fits it, with a comma', () => {
  expect([0, 999, 1000, 1400, 820_400, 999_499].map(sizeWord)).toEqual([
    '0 bytes', '999 bytes', '1 kB', '1,4 kB', '820 kB', '999 kB',
  ]);
  expect([999_500, 1_400_000, 9_949_999, 9_950_000, 52_428_800].map(sizeWord)).toEqual([
    '1 MB', '1,4 MB', '9,9 MB', '10 MB', '52 MB',
  ]);
});
