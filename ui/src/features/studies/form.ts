// A study as a form has it: everything typed as text, authors one per line.
import type { Author, AuthorInput, ChangeStudyInput, StudyInput, StudyItem } from '../../ipc/generated';

/** Types of source that the form offers, by their CSL code, the usual ones first. */
export const TYPES = [
  'report', 'article-journal', 'book', 'chapter', 'thesis', 'webpage', 'article-magazine', 'article-newspaper',
  'paper-conference', 'dataset', 'manuscript', 'speech', 'document',
];

export interface StudyForm {
  title: string;
  authors: string;
  year: string;
  csl_type: string;
  container_title: string;
  publisher: string;
  doi: string;
  url: string;
  editors: string;
  volume: string;
  issue: string;
  pages: string;
  edition: string;
  publisher_place: string;
  isbn: string;
  language: string;
  keywords: string;
  abstract_text: string;
  retracted: boolean;
}

type LineField = Exclude<keyof StudyForm, 'authors' | 'editors' | 'year' | 'keywords' | 'retracted'>;
const LINES: LineField[] = [
  'title', 'csl_type', 'container_title', 'publisher', 'doi', 'url', 'volume', 'issue', 'pages', 'edition',
  'publisher_place', 'isbn', 'language', 'abstract_text',
];

// A particle is written small and stands between given and family name; a given name begins with a capital.
const PARTICLE = /^(?:\p{Ll}|['’])/u;

/** `Meulen, Annelies van der` is a person, a line without a comma an organisation. */
export function authorOf(line: string): AuthorInput {
  const at = line.indexOf(',');
  if (at < 0) return { literal: line.trim() };
  const words = line.slice(at + 1).trim().split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => PARTICLE.test(word));
  const cut = first < 0 ? words.length : first;
  return {
    family: line.slice(0, at).trim(),
    given: words.slice(0, cut).join(' '),
    particle: words.slice(cut).join(' '),
  };
}

/** The line that `authorOf` reads back. */
export function lineOf(author: Author): string {
  if (author.literal) return author.literal;
  const rest = [author.given, author.particle].filter(Boolean).join(' ');
  return author.family ? `${author.family}, ${rest}`.trim() : rest;
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
const words = (text: string): string[] => text.split(',').map((word) => word.trim()).filter(Boolean);

/** The number as it stands before the resolver is added: people paste whole addresses. */
export const bareDoi = (typed: string): string =>
  typed.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');

export function formOf(study?: StudyItem): StudyForm {
  const form = Object.fromEntries(LINES.map((field) => [field, study?.[field] ?? ''])) as Record<LineField, string>;
  return {
    ...form,
    csl_type: study?.csl_type || 'report',
    authors: (study?.authors ?? []).map(lineOf).join('\n'),
    editors: (study?.editors ?? []).map(lineOf).join('\n'),
    year: study?.issued ? String(study.issued.year) : '',
    keywords: (study?.keywords ?? []).join(', '),
    retracted: study?.retracted ?? false,
  };
}

/** A year of four digits, or nothing. */
export const isYear = (typed: string): boolean => /^(?:\d{4})?$/.test(typed.trim());

type Fields = ChangeStudyInput['fields'];

/** The fields of which the form differs from `before`; what nobody touched is not written again. */
export function changes(form: StudyForm, before: StudyForm): Fields {
  const fields: Fields = {};
  for (const field of LINES) {
    const value = field === 'doi' ? bareDoi(form.doi) : form[field].trim();
    if (form[field] !== before[field]) fields[field] = value;
  }
  if (form.authors !== before.authors) fields.authors = lines(form.authors).map(authorOf);
  if (form.editors !== before.editors) fields.editors = lines(form.editors).map(authorOf);
  if (form.keywords !== before.keywords) fields.keywords = words(form.keywords);
  if (form.retracted !== before.retracted) fields.retracted = form.retracted;
  const year = form.year.trim();
  // Day and month belonged to the year that was wrong.
  if (year !== before.year) fields.issued = year ? { year: Number(year), month: null, day: null } : null;
  return fields;
}

/** Everything, for a study that is new. */
export const wholeOf = (form: StudyForm): StudyInput => changes(form, EMPTY);

const EMPTY: StudyForm = { ...formOf(), csl_type: '' };
