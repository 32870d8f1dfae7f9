// The sentences a member reads, so that specs name them by key: `say('meetings-empty-title')`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { root } from './places.ts';

/** A language the app speaks. */
export type Language = 'nl' | 'en';

const bundles: Record<Language, FluentBundle> = { nl: load('nl'), en: load('en') };

function load(language: Language): FluentBundle {
  // No isolation marks around values: the app writes none either.
  const bundle = new FluentBundle(language === 'nl' ? 'nl-NL' : 'en-GB', { useIsolating: false });
  const text = join(root, 'assets/text');
  const windowTexts = readdirSync(join(text, 'window'))
    .filter((name) => name.endsWith(`.${language}.ftl`))
    .map((name) => join(text, 'window', name));
  for (const path of [join(text, `${language}.ftl`), ...windowTexts]) {
    const errors = bundle.addResource(new FluentResource(readFileSync(path, 'utf8')), { allowOverrides: false });
    if (errors.length > 0) throw new Error(`${path}: ${errors.join(', ')}`);
  }
  return bundle;
}

/** The sentence under a key, in Dutch unless asked otherwise; a key that does not exist is a mistake in the test. */
export function say(key: string, values: Record<string, FluentVariable> = {}, language: Language = 'nl'): string {
  const bundle = bundles[language];
  const [name = key, attribute] = key.split('.');
  const message = bundle.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) throw new Error(`no text ${key} in ${language}`);
  const errors: Error[] = [];
  const sentence = bundle.formatPattern(pattern, values, errors);
  if (errors.length > 0) throw new Error(`text ${key}: ${errors.join(', ')}`);
  return sentence;
}

/** Whether a key exists in a language. */
export function isSaid(key: string, language: Language = 'nl'): boolean {
  return bundles[language].hasMessage(key);
}

/** The sentences without values that a language has and the other has nowhere: finding one tells the languages apart. */
export function onlyIn(language: Language): Set<string> {
  const plain = (one: Language): Set<string> => new Set(keys(one).flatMap((key) => pattern(one, key)));
  const others = plain(language === 'nl' ? 'en' : 'nl');
  return new Set([...plain(language)].filter((sentence) => !others.has(sentence)));
}

function keys(language: Language): string[] {
  return [...bundles[language]._messages.keys()];
}

function pattern(language: Language, key: string): string[] {
  const value = bundles[language].getMessage(key)?.value;
  return typeof value === 'string' ? [value.replace(/\s+/g, ' ').trim()] : [];
}

/** Whether what a page shows is a key of a text, and not a word with a hyphen. */
export function isKey(shown: string): boolean {
  return /^[a-z]+-[\w-]+$/.test(shown) && (isSaid(shown) || !sentences('nl').has(shown));
}

const plain = new Map<Language, Set<string>>();

/** The sentences of a language that are the same whatever they are about. */
export function sentences(language: Language): Set<string> {
  const known = plain.get(language);
  if (known) return known;
  const bundle = bundles[language];
  const said = new Set([...bundle._messages.values()].flatMap(({ value }) => (typeof value === 'string' ? [value] : [])));
  plain.set(language, said);
  return said;
}
