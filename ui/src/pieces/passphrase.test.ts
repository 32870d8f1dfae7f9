import { expect, test } from 'vitest';
import { strengthOf } from './passphrase';

test('four loose words are strong', () => {
  expect(strengthOf('fiets wolk emmer dinsdag')).toBe('strong');
  expect(strengthOf('fiets-wolk-emmer-dinsdag')).toBe('strong');
});

test('fewer characters than the core takes are short, whatever they are', () => {
  expect(strengthOf('')).toBe('short');
  expect(strengthOf('k7!Qz')).toBe('short');
  expect(strengthOf('   a      ')).toBe('short');
});

test('one word or a repeated character stays weak', () => {
  expect(strengthOf('gezinshuis')).toBe('weak');
  expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaaaaaa')).toBe('weak');
  expect(strengthOf('aap aap aap aap')).toBe('weak');
});

test('three words, or one long line, are good', () => {
  expect(strengthOf('fiets wolk emmer')).toBe('good');
  expect(strengthOf('fietswolkemmer9')).toBe('good');
});
