// Sentences about what came, what goes and who has what: which kinds a reader wants to hear of, in what order.
import type { ReportedRecord } from '../../ipc/generated';
import { has, locale, say } from '../../text.svelte';

/** How many records of a kind. */
export type Counts = [kind: string, count: number][];

/** Kinds in the order in which a member would tell of them. */
const ORDER = [
  'note', 'position', 'statement', 'study', 'meeting', 'agenda_item', 'decision', 'action', 'theme', 'evidence',
  'contribution', 'round', 'member', 'organisation', 'circle',
];

/** Kinds that a reader meets as part of another one. */
const TOLD_AS: Record<string, string> = { statement_version: 'statement', closing: 'round', confirmation: 'position' };

/** Kinds that only keep the books; they are told of when nothing else came. */
const UNTOLD = new Set(['numbering', 'review', 'receipt']);

/** The counts that are told, in order. A wording and its statement count as one. */
export function told(counts: Counts): Counts {
  const grouped = new Map<string, number>();
  for (const [kind, count] of counts) {
    const as = TOLD_AS[kind] ?? kind;
    if (!UNTOLD.has(kind) && count > 0) grouped.set(as, Math.max(grouped.get(as) ?? 0, count));
  }
  return [...grouped].sort(([a], [b]) => rank(a) - rank(b));
}

/** How many kinds are named before the rest is summed up. */
const MOST_KINDS = 4;

/** `4 aantekeningen, 2 standpunten, 1 onderzoek`. */
export function inWords(counts: Counts): string {
  const all = told(counts);
  const spoken = all.slice(0, all.length === MOST_KINDS + 1 ? MOST_KINDS + 1 : MOST_KINDS);
  const rest = all.slice(spoken.length).reduce((sum, [, count]) => sum + count, 0);
  const parts = spoken.map(([kind, count]) => countOf(kind, count));
  if (rest > 0) parts.push(say('exchange-count-more', { count: rest }));
  return parts.length ? parts.join(', ') : say('exchange-count-nothing-to-read');
}

function countOf(kind: string, count: number): string {
  const key = `exchange-count-${kind}`;
  return say(has(key) ? key : 'exchange-count-unknown', { count });
}

/** The counts of a list of records. */
export function countsOf(records: Pick<ReportedRecord, 'kind'>[]): Counts {
  const counts = new Map<string, number>();
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}

/** Who did what, one sentence a person: `Fatima el Amrani: 4 aantekeningen, 2 standpunten`. */
export function byPersonInWords(people: { name: string; counts: Counts }[]): string[] {
  return people.map(({ name, counts }) => {
    const values = { name: name || say('exchange-someone'), counts: inWords(counts) };
    return say('exchange-person', values);
  });
}

/** What a list of records shows, apart: new ones, changed ones, and those that went to the trash. */
export function sorted(records: ReportedRecord[], deleted: ReportedRecord[]): Record<Part, ReportedRecord[]> {
  const gone = new Set(deleted.map((record) => record.id));
  // A statement goes by its wording, which is not told of a second time.
  const stated = new Set(records.filter((record) => record.kind === 'statement').map((record) => record.title));
  const isTold = ({ kind, title }: ReportedRecord) =>
    !UNTOLD.has(kind) && !(kind === 'statement_version' && stated.has(title));
  const kept = records.filter((record) => !gone.has(record.id) && !record.trashed && isTold(record));
  const trashed = records.filter((record) => record.trashed && !gone.has(record.id));
  return {
    new: kept.filter((record) => record.new).sort(inOrder),
    changed: kept.filter((record) => !record.new).sort(inOrder),
    deleted: [...deleted, ...trashed].sort(inOrder),
  };
}

/** By kind as they are told of, then by title, in which numbers count as numbers. */
function inOrder(a: ReportedRecord, b: ReportedRecord): number {
  return rank(a.kind) - rank(b.kind) || a.title.localeCompare(b.title, locale(), { numeric: true });
}

const rank = (kind: string): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
export type Part = 'new' | 'changed' | 'deleted';
export const PARTS: Part[] = ['new', 'changed', 'deleted'];

/** `Anna, Bas en Çağlar`. */
export const namesInWords = (names: string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
