import { expect, test } from 'vitest';
import type { EvidenceView, PositionView, RoundView } from '../../ipc/generated';
import { findStops } from './stops';

const round = (...stances: PositionView['stance'][]): RoundView =>
  ({ positions: stances.map((stance) => ({ stance })) }) as RoundView;
const evidence = (study: string | null): EvidenceView => ({ study }) as EvidenceView;

test('the tour shows the fullest meeting, the most disputed statement and a study beside it', () => {
  const meetings = [{ id: 'm1', agenda: ['a'] }, { id: 'm4', agenda: ['a', 'b', 'c'] }, { id: 'm5', agenda: [] }];
  const statements = [
    { id: 'calm', rounds: [round('agree', 'agree')], evidence: [evidence('s0'), evidence('s1')] },
    { id: 'disputed', rounds: [round('agree', 'object')], evidence: [evidence(null), evidence('s2')] },
    { id: 'doubted', rounds: [round('agree_with_reservation')], evidence: [] },
  ];
  const studies = [
    { id: 's0', has_summary: true },
    { id: 's1', has_summary: true },
    { id: 's2', has_summary: false },
  ];
  expect(findStops(meetings, statements, studies)).toEqual([
    { room: 'today' },
    { room: 'meetings', id: 'm4' },
    { room: 'themes', id: 'disputed', part: 'statement' },
    { room: 'studies', id: 's2' },
    { room: 'exchange' },
  ]);
});

test('in an empty circle the tour shows the rooms', () => {
  expect(findStops([], [], []).map((place) => place.room)).toEqual(['today', 'meetings', 'themes', 'studies', 'exchange']);
});
