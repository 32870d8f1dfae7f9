// The positions that one person gave, out of all statements.
import type { Stance, StatementView } from '../../ipc/generated';

export interface OwnPosition {
  id: string;
  stance: Stance;
  /** The reservation or objection in their words. */
  text: string;
  statement: string;
  /** The statement in its present wording. */
  statementText: string;
}

/** One person's positions that count, the newest round of each statement only. */
export function positionsOf(holder: string, statements: StatementView[]): OwnPosition[] {
  return statements.flatMap((statement) => {
    const given = statement.rounds.flatMap((round) => round.positions);
    const last = given.filter((position) => position.holder === holder && position.counts).at(-1);
    if (!last) return [];
    const { id, stance, text } = last;
    return [{ id, stance, text, statement: statement.id, statementText: statement.text }];
  });
}
