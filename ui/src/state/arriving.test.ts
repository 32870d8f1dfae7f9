import { expect, test } from 'vitest';
import { follow, without } from './arriving';

test('files that came later stand behind those that wait', () => {
  expect(follow([{ file: 1 }], [{ file: 2 }, { file: 3 }])).toEqual([{ file: 1 }, { file: 2 }, { file: 3 }]);
});

test('a file that waits already is not asked twice', () => {
  expect(follow([{ file: 1 }], [{ file: 1 }, { file: 2 }])).toEqual([{ file: 1 }, { file: 2 }]);
});

test('a file that is done goes', () => {
  expect(without([{ file: 1 }, { file: 2 }], { file: 1 })).toEqual([{ file: 2 }]);
});
