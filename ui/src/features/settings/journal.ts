// Lines of this laptop's journal as the key of a sentence with its values.
import type { JournalLine } from '../../ipc/generated';

const EVENTS = ['unlock', 'incarnation', 'passphrase', 'import', 'export', 'document', 'refusal', 'quarantine',
  'undo-import', 'quarantine-removed'];

export interface JournalSentence {
  key: string;
  /** Number of the package. */
  number: string;
  /** Key of the sentence that says why something was refused. */
  reason: string;
}

/** Splits a line into what a sentence needs. An event of a newer version has a sentence of its own. */
export function sentenceOf({ event, about }: Pick<JournalLine, 'event' | 'about'>): JournalSentence {
  const number = ['import', 'export', 'undo-import'].includes(event) ? (about.split(' ').at(-1) ?? '') : '';
  const isKnown = EVENTS.includes(event) && (event !== 'import' || number !== '');
  return {
    key: `settings-journal-${isKnown ? event : 'other'}`,
    number,
    reason: event === 'refusal' ? about : '',
  };
}
