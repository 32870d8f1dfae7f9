// To which of the open circles files belong: the one on the screen first, then the others. The core alone can
// tell, by trying.
import { Failure } from '../../ipc/failure';
import type { Batch } from '../../ipc/generated';

/** Refusals that only say that a file is meant for another circle or another store. */
const ELSEWHERE = new Set([
  'err-package-circle', 'err-package-not-for-me', 'err-package-sender-unknown', 'err-answer-not-for-me',
  'err-sample-mixed', 'err-no-circle-yet', 'err-sender-not-member',
]);

export interface Found<F> {
  circle: string;
  batch: Batch;
  /** The files of which the batch tells. Those of another circle wait for their own turn. */
  files: F[];
}

/** Tries circles in turn. When none takes a single file, the refusal that says most about the file itself holds. */
export async function firstThatTakes<F>(
  circles: string[],
  files: F[],
  ask: (circle: string) => Promise<Batch>,
): Promise<Found<F>> {
  let told: unknown;
  let first: Found<F> | undefined;
  for (const circle of circles) {
    try {
      const batch = await ask(circle);
      first ??= { circle, batch, files };
      const here = batch.files.filter((one) => !ELSEWHERE.has(one.refused?.code ?? ''));
      if (!here.length) continue;
      if (circles.length === 1 || here.length === files.length) return { circle, batch, files };
      return { circle, batch: { ...batch, files: here }, files: files.filter((_, place) => here.some((one) => one.place === place)) };
    } catch (thrown) {
      if (told === undefined || (isElsewhere(told) && !isElsewhere(thrown))) told = thrown;
      if (!isElsewhere(thrown)) break;
    }
  }
  if (first) return first;
  throw told;
}

const isElsewhere = (thrown: unknown): boolean => thrown instanceof Failure && ELSEWHERE.has(thrown.told.code);
