import { expect, test } from 'vitest';
import { groupsOf, lettersIn, RECOVERY_LETTERS } from './key';

const KEY = 'HERSTEL1 QPZR 9X8GF 2TVDW 0S3JN 54KHC E6MUA 7LQPZ RY9X8 GF2T VDW0S 3JN54 KHCE6';

test('a key falls apart into its head and its groups', () => {
  const { head, groups } = groupsOf(`  ${KEY}\n`);
  expect(head).toBe('HERSTEL1');
  expect(groups).toHaveLength(12);
});

test('a whole key has as many letters as asked for, however it is typed', () => {
  expect(lettersIn(KEY)).toBe(RECOVERY_LETTERS);
  expect(lettersIn(KEY.toLowerCase().replaceAll(' ', ' – '))).toBe(RECOVERY_LETTERS);
});
