// A study in one line, as Dutch readers write a source. The document exports cite by their own style; this
// is for the screen.
import type { Author, PartialDate, StudyItem, StudyRow } from '../ipc/generated';

const nonEmpty = (parts: (string | undefined)[]): string[] => parts.filter((part): part is string => Boolean(part));

/** `van der Meulen`, or the name of an organisation. */
export const shortAuthor = (author: Author): string =>
  author.literal || nonEmpty([author.particle, author.family]).join(' ') || author.given;

/** `Annelies van der Meulen`. */
export const fullAuthor = (author: Author): string =>
  author.literal || nonEmpty([author.given, author.particle, author.family]).join(' ');

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Van der Meulen`, `Van der Meulen & De Wit`, `Van der Meulen e.a.` */
export function shortAuthors(authors: Author[], andOthers: string): string {
  const names = authors.map((author) => upperFirst(shortAuthor(author)));
  if (names.length > 2) return `${names[0]} ${andOthers}`;
  return names.join(' & ');
}

/** `2019`, or nothing when it is not known. */
export const yearOf = (date: PartialDate | null): string => (date ? String(date.year) : '');

/** What a study is found by while typing. */
export const searchText = (study: Omit<StudyRow, 'id' | 'has_summary'>): string =>
  [study.title, ...study.authors.map(fullAuthor), yearOf(study.issued), study.container_title, ...study.keywords].join(' ');

type Cited = Pick<StudyItem, 'authors' | 'issued' | 'container_title' | 'volume' | 'issue' | 'pages' | 'publisher' | 'publisher_place' | 'edition'>;

/** Everything about where a study appeared, without its title: `A. Berg, B. de Wit · 2019 · Kind, 12(3), 4–9`. */
export function citation(study: Cited, noYear: string): string {
  const volume = study.volume + (study.issue ? `(${study.issue})` : '');
  const appeared = nonEmpty([study.container_title, volume, study.pages]).join(', ');
  const publisher = nonEmpty([study.publisher, study.publisher_place]).join(', ');
  const authors = study.authors.map(fullAuthor).join(', ');
  return nonEmpty([authors, yearOf(study.issued) || noYear, appeared, study.edition, publisher]).join(' · ');
}
