// Where marks go when the text under them is changed by hand: those before the change stay, those behind it
// move along, and one whose own words changed is let go, because nobody knows what it covers now.
import type { Mark } from '../ipc/generated';

/** The marks of `before` as they stand over `after`. Positions count Unicode scalar values. */
export function moveMarks(marks: Mark[], before: string, after: string): Mark[] {
  const old = [...before];
  const now = [...after];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const shift = now.length - old.length;
  return marks.flatMap((mark) => {
    if (mark.to <= head) return [mark];
    if (mark.from >= old.length - tail) return [{ ...mark, from: mark.from + shift, to: mark.to + shift }];
    return [];
  });
}
