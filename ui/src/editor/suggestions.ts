// The people, themes and studies of the circle on the screen that a text can refer to.
import { callCircle, type CircleOutput } from '../ipc/client';
import { shortAuthors, yearOf } from '../pieces/citation';
import { app } from '../state/app.svelte';
import { tellFailure } from '../state/notices.svelte';
import { say } from '../text.svelte';
import { fitting, type Choice } from './fitting';
import type { Reference } from './trigger';

/** Answers what fits the words typed so far, best first. */
export type Provider = (query: string) => Promise<Choice[]>;
export type Providers = Record<Reference, Provider>;

/** A list is asked for anew when it is wanted again after this long. */
const FRESH_MS = 15_000;

type Study = CircleOutput<'list_studies'>[number];

function shortStudy({ authors, issued, title }: Study): string {
  const names = shortAuthors(authors, say('studies-and-others'));
  const year = yearOf(issued);
  return names && year ? `${names} (${year})` : names || title;
}

const READ: Record<Reference, (circle: string) => Promise<Choice[]>> = {
  member: async (circle) =>
    (await callCircle(circle, 'list_members', {})).map(({ id, full_name, organisation_name }) => ({
      id, label: full_name, detail: organisation_name, text: full_name,
    })),
  theme: async (circle) =>
    (await callCircle(circle, 'list_themes', {})).map(({ id, name, aliases }) => ({
      id, label: name, detail: aliases.join(', '), text: name,
    })),
  study: async (circle) =>
    (await callCircle(circle, 'list_studies', {})).map((study) => ({
      id: study.id, label: shortStudy(study), detail: study.title, text: shortStudy(study),
    })),
};

function provider(what: Reference): Provider {
  let known: { circle: string; at: number; choices: Promise<Choice[]> } | undefined;
  return async (query) => {
    const circle = app.handle;
    if (!known || known.circle !== circle || Date.now() - known.at > FRESH_MS) {
      known = { circle, at: Date.now(), choices: READ[what](circle) };
    }
    try {
      return fitting(await known.choices, query);
    } catch (thrown) {
      known = undefined;
      tellFailure(thrown);
      return [];
    }
  };
}

/** What the core knows of the circle on the screen. */
export const circleProviders = (): Providers => ({
  member: provider('member'),
  theme: provider('theme'),
  study: provider('study'),
});
