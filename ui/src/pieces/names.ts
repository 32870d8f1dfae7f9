// The parts of a person's name, as a form has them.
import type { PersonName } from '../ipc/generated';

export const noName = (): PersonName => ({ given: '', particle: '', family: '', sort_as: '' });

/** Whether there is anything to call someone by. */
export const isNamed = (name: PersonName): boolean => `${name.given}${name.family}`.trim() !== '';

export const trimmed = (name: PersonName): PersonName => ({
  given: name.given.trim(),
  particle: name.particle.trim(),
  family: name.family.trim(),
  sort_as: name.sort_as.trim(),
});
