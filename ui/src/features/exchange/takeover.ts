// To which of the open circles a file belongs: the one on the screen first, then the others. The core alone
// can tell, by trying.
import { Failure } from '../../ipc/failure';

/** Refusals that only say that a file is meant for another circle or another store. */
const ELSEWHERE = new Set([
  'err-package-circle', 'err-package-not-for-me', 'err-package-sender-unknown', 'err-answer-not-for-me',
  'err-sample-mixed', 'err-no-circle-yet', 'err-sender-not-member',
]);

export interface Found<T> {
  circle: string;
  answer: T;
}

/** Tries circles in turn. When none takes the file, the refusal that says most about the file itself holds. */
export async function firstThatTakes<T>(circles: string[], ask: (circle: string) => Promise<T>): Promise<Found<T>> {
  let told: unknown;
  for (const circle of circles) {
    try {
      return { circle, answer: await ask(circle) };
    } catch (thrown) {
      if (told === undefined || (isElsewhere(told) && !isElsewhere(thrown))) told = thrown;
      if (!isElsewhere(thrown)) break;
    }
  }
  throw told;
}

const isElsewhere = (thrown: unknown): boolean => thrown instanceof Failure && ELSEWHERE.has(thrown.told.code);
