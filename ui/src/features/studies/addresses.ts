// Addresses a study can be opened at.
import type { StudyItem } from '../../ipc/generated';

export interface Address {
  kind: 'doi' | 'url';
  url: string;
  /** What the member is shown before anything opens. */
  host: string;
}

function hostOf(url: string): string | undefined {
  try {
    const { protocol, host } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? host : undefined;
  } catch {
    return undefined;
  }
}

/** The DOI by its resolver, and the web address. Only secure addresses are opened, so http becomes https. */
export function addressesOf(study: Pick<StudyItem, 'doi' | 'url'>): Address[] {
  const found: Address[] = [];
  if (study.doi) found.push({ kind: 'doi', url: `https://doi.org/${encodeURI(study.doi)}`, host: 'doi.org' });
  const url = study.url.replace(/^http:/i, 'https:');
  const host = hostOf(url);
  if (host) found.push({ kind: 'url', url, host });
  return found;
}
