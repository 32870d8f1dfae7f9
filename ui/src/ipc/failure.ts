// What the core tells when it refuses something: a code, what happened and what to do, already in the
// member's language.
export interface Told {
  code: string;
  happened: string;
  todo: string;
}

export class Failure extends Error {
  readonly told: Told;

  constructor(told: Told) {
    super(told.code);
    this.told = told;
  }

  get isCancel(): boolean {
    return this.told.code === 'err-cancelled';
  }
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'code' in value && 'happened' in value;
}

/** Makes a failure of whatever was thrown; an answer that is no refusal is a fault of the app itself. */
export function failureOf(thrown: unknown, fallback: Told): Failure {
  if (thrown instanceof Failure) return thrown;
  return new Failure(isTold(thrown) ? thrown : fallback);
}
