// Every sentence a member reads. The core keeps them once, for the screen, documents and errors alike, and
// hands over those of the language in use.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

type FluentPattern = NonNullable<ReturnType<FluentBundle['getMessage']>>['value'];

export type Language = 'nl' | 'en';

const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

// The bundle is replaced whole, so that every sentence on the screen follows a change of language.
let current = $state.raw(new FluentBundle(LOCALE.nl));
// Source texts that no sentence was asked of yet: the first page needs a fifth of them, and is there sooner.
let unread: string[] = [];
let chosen = $state<Language>('nl');

/** The language in use. */
export const language = (): Language => chosen;

/** The language in use, as the platform's formatters name it. */
export const locale = (): string => LOCALE[chosen];

/** Speaks a language from now on, with sentences from these Fluent source texts. */
export function speak(next: Language, sources: string[]): void {
  const bundle = new FluentBundle(LOCALE[next], { useIsolating: false });
  // The longest last: what documents and refusals say is half of all, and the first page needs none of it.
  unread = sources.toSorted((a, b) => a.length - b.length);
  current = bundle;
  chosen = next;
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

/** What stands under a key; source texts are read until it is found. */
function pattern(key: string): FluentPattern | null | undefined {
  for (;;) {
    const message = current.getMessage(key);
    const next = message ? undefined : unread.shift();
    if (next === undefined) return message?.value;
    current.addResource(new FluentResource(next));
  }
}

/** The sentence of a key. A key without a sentence is shown as it is, and a test finds it. */
export function say(key: string, values?: Record<string, FluentVariable>): string {
  const found = pattern(key);
  return found ? current.formatPattern(found, values ?? null, []) : key;
}

/** Whether there is a sentence for a key. */
export const has = (key: string): boolean => Boolean(pattern(key));
