import { expect, test } from 'vitest';
import { sentenceOf } from './journal';

test('an import names the number of the package, not the laptop it came from', () => {
  expect(sentenceOf({ event: 'import', about: '3fa4 14' })).toMatchObject({ key: 'settings-journal-import', number: '14' });
});

test('a refusal names its reason', () => {
  const sentence = sentenceOf({ event: 'refusal', about: 'err-package-damaged' });
  expect(sentence).toMatchObject({ key: 'settings-journal-refusal', reason: 'err-package-damaged' });
});

test('an event of a newer version is told as such, without its code', () => {
  expect(sentenceOf({ event: 'erasure', about: '12' })).toEqual({ key: 'settings-journal-other', number: '', reason: '' });
});
