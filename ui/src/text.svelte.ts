// Every sentence a member reads, from the Fluent catalogues in assets/text: the core's own and one file per
// feature of the window. Dutch comes with the app, English is fetched from the app's files when chosen.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import dutchCore from '../../assets/text/nl.ftl?raw';

export type Language = 'nl' | 'en';

const dutchFiles = import.meta.glob<string>('../../assets/text/window/*.nl.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const englishFiles = import.meta.glob<string>(['../../assets/text/en.ftl', '../../assets/text/window/*.en.ftl'], {
  query: '?raw',
  import: 'default',
});

const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

function bundleOf(language: Language, files: string[]): FluentBundle {
  const bundle = new FluentBundle(LOCALE[language], { useIsolating: false });
  for (const file of files) bundle.addResource(new FluentResource(file));
  return bundle;
}

const dutch = bundleOf('nl', [dutchCore, ...Object.values(dutchFiles)]);
let english: FluentBundle | undefined;

// The bundle is replaced whole, so that every sentence on the screen follows a change of language.
let current = $state.raw<FluentBundle>(dutch);
let chosen = $state<Language>('nl');

/** The language in use. */
export const language = (): Language => chosen;

/** The language in use, as the platform's formatters name it. */
export const locale = (): string => LOCALE[chosen];

/** Speaks another language from now on. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'en') {
    const files = Object.values(englishFiles).map((load) => load());
    english ??= bundleOf('en', await Promise.all(files));
  }
  current = next === 'en' && english ? english : dutch;
  chosen = next;
  document.documentElement.lang = next;
}

/** The sentence of a key. A key without a sentence is shown as it is, and a test finds it. */
export function say(key: string, values?: Record<string, FluentVariable>): string {
  const pattern = current.getMessage(key)?.value ?? dutch.getMessage(key)?.value;
  return pattern ? current.formatPattern(pattern, values ?? null, []) : key;
}

/** Whether there is a sentence for a key. */
export const has = (key: string): boolean => Boolean(current.getMessage(key)?.value);
