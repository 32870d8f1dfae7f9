import { describe, expect, test } from 'vitest';
import type { StudyItem } from '../../ipc/generated';
import { authorOf, bareDoi, changes, formOf, isYear, lineOf, wholeOf } from './form';

const study: StudyItem = {
  id: 's',
  title: 'Gezinshuizen in beeld',
  authors: [{ family: 'Meulen', given: 'Annelies', particle: 'van der', literal: '' }],
  editors: [],
  issued: { year: 2019, month: 4, day: 3 },
  accessed: null,
  csl_type: 'report',
  container_title: '',
  publisher: 'NJi',
  publisher_place: '',
  volume: '',
  issue: '',
  pages: '',
  edition: '',
  doi: '',
  isbn: '',
  url: '',
  language: '',
  keywords: ['gezinshuis', 'hechting'],
  retracted: false,
  abstract_text: '',
  summary: [],
  themes: {},
  meetings: {},
  attachments: {},
};

describe('authors on lines', () => {
  test('the particle is found behind the given names', () => {
    expect(authorOf('Meulen, Annelies van der')).toEqual({ family: 'Meulen', given: 'Annelies', particle: 'van der' });
    expect(authorOf("Hart, Gé 't")).toEqual({ family: 'Hart', given: 'Gé', particle: "'t" });
    expect(authorOf('Berg-de Boer, H. van den')).toEqual({ family: 'Berg-de Boer', given: 'H.', particle: 'van den' });
    expect(authorOf('Yıldız, Çağlar')).toEqual({ family: 'Yıldız', given: 'Çağlar', particle: '' });
  });

  test('a line without a comma is an organisation', () => {
    expect(authorOf('Nederlands Jeugdinstituut')).toEqual({ literal: 'Nederlands Jeugdinstituut' });
  });

  test('a line is read back as it was written', () => {
    const [author] = study.authors;
    if (author) expect(authorOf(lineOf(author))).toEqual({ family: 'Meulen', given: 'Annelies', particle: 'van der' });
  });
});

describe('a study in a form', () => {
  test('untouched fields are not written again', () => {
    const form = formOf(study);
    expect(changes(form, formOf(study))).toEqual({});
    expect(changes({ ...form, publisher: ' Rudolphstichting ' }, form)).toEqual({ publisher: 'Rudolphstichting' });
  });

  test('another year takes day and month away, an emptied one the whole date', () => {
    const form = formOf(study);
    expect(changes({ ...form, year: '2020' }, form)).toEqual({ issued: { year: 2020, month: null, day: null } });
    expect(changes({ ...form, year: '' }, form)).toEqual({ issued: null });
  });

  test('a new study carries what was filled in and its type', () => {
    expect(wholeOf({ ...formOf(), title: 'A', keywords: 'b, c' })).toEqual({
      title: 'A',
      csl_type: 'report',
      keywords: ['b', 'c'],
    });
  });

  test('a pasted address of a DOI keeps its number', () => {
    expect(bareDoi('https://doi.org/10.1000/xyz')).toBe('10.1000/xyz');
    expect(bareDoi('doi: 10.1000/xyz')).toBe('10.1000/xyz');
  });

  test('a year has four digits or is empty', () => {
    expect([isYear('2019'), isYear(''), isYear('19'), isYear('voorjaar')]).toEqual([true, true, false, false]);
  });
});
