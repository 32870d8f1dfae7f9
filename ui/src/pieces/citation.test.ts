import { describe, expect, test } from 'vitest';
import type { Author } from '../ipc/generated';
import { citation, shortAuthors } from './citation';

const author = (given: string, particle: string, family: string, literal = ''): Author => ({ given, particle, family, literal });
const annelies = author('Annelies', 'van der', 'Meulen');
const bas = author('Bas', 'de', 'Wit');

describe('a study in one line', () => {
  test('one, two and more authors', () => {
    expect(shortAuthors([annelies], 'e.a.')).toBe('Van der Meulen');
    expect(shortAuthors([annelies, bas], 'e.a.')).toBe('Van der Meulen & De Wit');
    expect(shortAuthors([annelies, bas, bas], 'e.a.')).toBe('Van der Meulen e.a.');
    expect(shortAuthors([author('', '', '', 'Nederlands Jeugdinstituut')], 'e.a.')).toBe('Nederlands Jeugdinstituut');
    expect(shortAuthors([], 'e.a.')).toBe('');
  });

  test('empty parts leave no signs behind', () => {
    const bare = { authors: [], issued: null, container_title: '', volume: '', issue: '', pages: '', publisher: '', publisher_place: '', edition: '' };
    expect(citation(bare, 'z.d.')).toBe('z.d.');
    const full = { ...bare, authors: [bas], issued: { year: 2019, month: null, day: null }, container_title: 'Kind', volume: '12', issue: '3', pages: '4–9' };
    expect(citation(full, 'z.d.')).toBe('Bas de Wit · 2019 · Kind, 12(3), 4–9');
  });
});
