import { expect, test } from 'vitest';
import type { PositionView, RoundView, StatementView } from '../../ipc/generated';
import { positionsOf } from './positions';

const position = (id: string, holder: string, more: Partial<PositionView> = {}): PositionView => ({
  id, holder, holder_name: '', stance: 'agree', text: '', counts: true, after_closing: false, ask_holder: false,
  recorded_by: null, ...more,
});
const statement = (...rounds: PositionView[][]): StatementView =>
  ({ id: 's', text: 'Ouders houden een plek.', rounds: rounds.map((positions) => ({ positions }) as RoundView) }) as StatementView;

test('only what someone gave themselves, and what counts, is theirs', () => {
  const given = statement([position('a', 'bas'), position('b', 'anna'), position('c', 'bas', { counts: false })]);
  expect(positionsOf('bas', [given]).map((one) => one.id)).toEqual(['a']);
});

test('a later round of the same statement holds', () => {
  const given = statement([position('a', 'bas')], [position('b', 'bas', { stance: 'object', text: 'Te vroeg.' })]);
  expect(positionsOf('bas', [given])).toEqual([
    { id: 'b', stance: 'object', text: 'Te vroeg.', statement: 's', statementText: 'Ouders houden een plek.' },
  ]);
});

test('a statement without a position of theirs is not named', () => {
  expect(positionsOf('bas', [statement([position('b', 'anna')])])).toEqual([]);
});
