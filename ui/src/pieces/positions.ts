// The positions of one round, sorted for reading: what stands, beside each other what agrees and what does
// not, and what was given earlier or too late to count.
import type { PositionView, Stance } from '../ipc/generated';
import { STANCES } from './stances';

export interface Grouped {
  /** Every stance that somebody holds, in the fixed order, with who holds it. */
  marks: { stance: Stance; positions: PositionView[] }[];
  agreeing: PositionView[];
  /** Reservations and objections, the objections first: they weigh most. */
  dissenting: PositionView[];
  /** Given after the round was closed. */
  late: PositionView[];
  /** Replaced by a later position of the same holder, or giving way to their own. */
  earlier: PositionView[];
}

export function grouped(positions: PositionView[]): Grouped {
  const standing = positions.filter((position) => position.counts);
  const rest = positions.filter((position) => !position.counts);
  const of = (stance: Stance) => standing.filter((position) => position.stance === stance);
  return {
    marks: STANCES.map((stance) => ({ stance, positions: of(stance) })).filter((mark) => mark.positions.length > 0),
    agreeing: of('agree'),
    dissenting: [...of('object'), ...of('agree_with_reservation')],
    late: rest.filter((position) => position.after_closing),
    earlier: rest.filter((position) => !position.after_closing),
  };
}

/** How many people's positions stand now. */
export const standing = (positions: PositionView[]): number =>
  positions.filter((position) => position.counts).length;

/** The position of a member as it stands now: the one that counts, else the one that came after closing. */
export function positionOf(positions: PositionView[], member: string | null | undefined): PositionView | undefined {
  const own = positions.filter((position) => position.holder === member);
  return own.find((position) => position.counts) ?? own.find((position) => position.after_closing);
}
