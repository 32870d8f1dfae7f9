// Every sentence a member reads. The core keeps them once, for the screen, documents and errors alike, and
// hands over those of the language in use.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Language = 'nl' | 'en';

const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

// The bundle is replaced whole, so that every sentence on the screen follows a change of language.
let current = $state.raw(new FluentBundle(LOCALE.nl));
let chosen = $state<Language>('nl');

/** The language in use. */
export const language = (): Language => chosen;

/** The language in use, as the platform's formatters name it. */
export const locale = (): string => LOCALE[chosen];

/** Speaks a language from now on, with sentences from these Fluent source texts. */
export function speak(next: Language, sources: string[]): void {
  const bundle = new FluentBundle(LOCALE[next], { useIsolating: false });
  for (const source of sources) bundle.addResource(new FluentResource(source));
  current = bundle;
  chosen = next;
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

/** The sentence of a key. A key without a sentence is shown as it is, and a test finds it. */
export function say(key: string, values?: Record<string, FluentVariable>): string {
  const pattern = current.getMessage(key)?.value;
  return pattern ? current.formatPattern(pattern, values ?? null, []) : key;
}

/** Whether there is a sentence for a key. */
export const has = (key: string): boolean => Boolean(current.getMessage(key)?.value);
