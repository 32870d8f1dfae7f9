import { expect, test } from 'vitest';
import { addressesOf } from './addresses';

test('a DOI and an address are offered with the host they lead to', () => {
  expect(addressesOf({ doi: '10.1000/xyz123', url: 'http://www.nji.nl/stuk?a=1' })).toEqual([
    { kind: 'doi', url: 'https://doi.org/10.1000/xyz123', host: 'doi.org' },
    { kind: 'url', url: 'https://www.nji.nl/stuk?a=1', host: 'www.nji.nl' },
  ]);
});

test('what is no web address is not offered', () => {
  expect(addressesOf({ doi: '', url: 'javascript:alert(1)' })).toEqual([]);
  expect(addressesOf({ doi: '', url: 'nji' })).toEqual([]);
});
