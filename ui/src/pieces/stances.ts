// The four stances in their order, each with the sign that stands beside its word; never a colour alone.
import type { Stance } from '../ipc/generated';
import { say } from '../text.svelte';

export const STANCES: Stance[] = ['agree', 'agree_with_reservation', 'object', 'no_opinion'];

export const SIGN: Record<Stance, string> = {
  agree: '✓',
  agree_with_reservation: '~',
  object: '✕',
  no_opinion: '–',
};

/** The name of the style that draws a stance. */
export const TONE: Record<Stance, string> = {
  agree: 'agree',
  agree_with_reservation: 'reservation',
  object: 'objection',
  no_opinion: 'no-opinion',
};

/** A reservation or an objection says why. */
export const needsText = (stance: Stance | undefined): boolean =>
  stance === 'agree_with_reservation' || stance === 'object';

/** A word at the beginning of a line. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `Instemming`. */
export const stanceWord = (stance: Stance): string =>
  capital(say(`export-stance-${stance.replaceAll('_', '-')}`));
