// Which records the tour shows: the fullest meeting, the statement most argued about, a study beside it.
import type { MeetingRow, StatementView, StudyRow } from '../../ipc/generated';
import type { Place } from '../../state/place.svelte';

export const STOPS = ['today', 'meeting', 'statement', 'study', 'exchange'] as const;

type Meeting = Pick<MeetingRow, 'id' | 'agenda'>;
type Statement = Pick<StatementView, 'id' | 'rounds' | 'evidence'>;
type Study = Pick<StudyRow, 'id' | 'has_summary'>;

function best<T>(all: readonly T[], weight: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>((most, one) => (most && weight(most) >= weight(one) ? most : one), undefined);
}

/** How much was said against a statement; evidence for and against it counts when that is equal. */
function dissent({ rounds, evidence }: Statement): number {
  const stances = rounds.flatMap((round) => round.positions.map((position) => position.stance));
  const objections = stances.filter((stance) => stance === 'object').length;
  const reservations = stances.filter((stance) => stance === 'agree_with_reservation').length;
  return objections * 20 + reservations * 10 + evidence.length;
}

/** A summary in plain Dutch makes a study worth showing; the same statement's comes first. */
function worth({ id, has_summary }: Study, shown: Statement | undefined, statements: readonly Statement[]): number {
  const uses = (one: Statement) => one.evidence.filter(({ study }) => study === id).length;
  const all = statements.reduce((count, one) => count + uses(one), 0);
  return (shown && uses(shown) ? 100 : 0) + (has_summary ? 20 : 0) + all * 2;
}

/** The places of the five stops, in their order. */
export function findStops(
  meetings: readonly Meeting[],
  statements: readonly Statement[],
  studies: readonly Study[],
): Place[] {
  const meeting = best(meetings, (one) => one.agenda.length);
  const statement = best(statements, dissent);
  const study = best(studies, (one) => worth(one, statement, statements));
  return [
    { room: 'today' },
    { room: 'meetings', ...(meeting ? { id: meeting.id } : {}) },
    { room: 'themes', ...(statement ? { id: statement.id, part: 'statement' } : {}) },
    { room: 'studies', ...(study ? { id: study.id } : {}) },
    { room: 'exchange' },
  ];
}
