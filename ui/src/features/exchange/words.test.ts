import { expect, test } from 'vitest';
import type { ReportedRecord } from '../../ipc/generated';
import { byPersonInWords, countsOf, inWords, namesInWords, sorted, told } from './words';

const record = (kind: string, id: string, more: Partial<ReportedRecord> = {}): ReportedRecord => ({
  id, kind, title: '', new: true, trashed: false, ...more,
});

test('counts are told in the order of interest', () => {
  expect(inWords([['study', 1], ['position', 2], ['note', 4]])).toBe('4 aantekeningen, 2 standpunten, 1 onderzoek');
});

test('a new wording and its statement are one statement', () => {
  expect(told([['statement', 1], ['statement_version', 2]])).toEqual([['statement', 2]]);
});

test('what only keeps the books is not told', () => {
  expect(inWords([['numbering', 3], ['note', 1]])).toBe('1 aantekening');
  expect(inWords([['review', 1]])).toBe('kleine wijzigingen');
});

test('more than five kinds are summed up', () => {
  const counts: [string, number][] = [
    ['note', 1], ['position', 1], ['statement', 1], ['study', 1], ['meeting', 2], ['theme', 3],
  ];
  expect(inWords(counts)).toBe('1 aantekening, 1 standpunt, 1 stelling, 1 onderzoek, nog 5 andere');
  expect(inWords(counts.slice(0, 5))).toBe('1 aantekening, 1 standpunt, 1 stelling, 1 onderzoek, 2 bijeenkomsten');
});

test('a kind of a newer version has a word', () => {
  expect(inWords([['dream', 2]])).toBe('2 andere stukken');
});

test('each person has a sentence, also one without a name', () => {
  const people = [
    { name: 'Fatima el Amrani', counts: [['note', 1]] as [string, number][] },
    { name: '', counts: [['study', 2]] as [string, number][] },
  ];
  expect(byPersonInWords(people)).toEqual(['Fatima el Amrani: 1 aantekening', 'Iemand: 2 onderzoeken']);
});

test('records are counted by kind', () => {
  expect(countsOf([record('note', 'a'), record('note', 'b'), record('study', 'c')])).toEqual([['note', 2], ['study', 1]]);
});

test('what went to the trash stands apart, once', () => {
  const gone = record('note', 'a', { new: false, trashed: true });
  const parts = sorted([gone, record('study', 'b'), record('theme', 'c', { new: false })], [gone]);
  expect(parts.deleted).toEqual([gone]);
  expect(parts.new.map((one) => one.id)).toEqual(['b']);
  expect(parts.changed.map((one) => one.id)).toEqual(['c']);
});

test('a new statement is listed once, by its wording, and another wording of one that was here as well', () => {
  const words = 'Ouders houden een plek.';
  const records = [
    record('statement', 's', { title: words }),
    record('statement_version', 'v', { title: words }),
    record('statement_version', 'w', { title: 'Rust gaat voor.' }),
  ];
  expect(sorted(records, []).new.map((one) => one.id)).toEqual(['s', 'w']);
});

test('names stand as in a sentence', () => {
  expect(namesInWords(['Anna', 'Bas', 'Çağlar'])).toBe('Anna, Bas en Çağlar');
});

test('records stand by kind, then by title with numbers as numbers', () => {
  const title = (kind: string, name: string) => record(kind, name, { title: name });
  const records = [title('study', 'Een'), title('note', 'Deel 10'), title('note', 'Deel 9')];
  expect(sorted(records, []).new.map((one) => one.title)).toEqual(['Deel 9', 'Deel 10', 'Een']);
});
