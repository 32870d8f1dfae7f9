// The kind of source in a word of the member's language; codes the app has no word for are "something else".
import { capital } from '../../pieces/stances';
import { has, say } from '../../text.svelte';

export const typeWord = (code: string): string =>
  capital(say(has(`studies-type-${code}`) ? `studies-type-${code}` : 'studies-type-other'));
