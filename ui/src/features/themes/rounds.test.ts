import { describe, expect, test } from 'vitest';
import type { RoundView, StatementView, Verdict } from '../../ipc/generated';
import { asksOf, isAgreed, latestRound, listOf, openRound, rivals, ruleOf, wordings } from './rounds';

const round = (id: string, version: string, verdict: Verdict, closed = true): RoundView => ({
  id,
  version,
  closed,
  meeting: null,
  outcome: {
    verdict,
    rule: { rule: 'consent' },
    distribution: { agree: 0, agree_with_reservation: 0, object: 0, no_opinion: 0 },
  },
  reason: '',
  positions: [],
});

const statement = (rounds: RoundView[], versions = ['v1', 'v2'], present = 'v2'): StatementView => ({
  id: 's',
  theme: 't',
  text: '',
  meeting: null,
  item: null,
  version: present,
  evidence: [],
  rounds,
  versions: versions.map((id, at) => ({
    id,
    number: at + 1,
    statement: 's',
    text: id,
    supersedes: null,
    superseded: id === 'v1',
  })),
});

describe('how a circle stands', () => {
  test('agreement on an earlier wording does not count for the present one', () => {
    const view = statement([round('r1', 'v1', 'agreed')]);
    expect(isAgreed(view)).toBe(false);
    expect(latestRound(view)).toBeUndefined();
  });

  test('a later open round does not take the agreement away', () => {
    const view = statement([round('r1', 'v2', 'agreed'), round('r2', 'v2', 'undecided', false)]);
    expect(isAgreed(view)).toBe(true);
    expect(latestRound(view)?.id).toBe('r2');
    expect(openRound(view)?.id).toBe('r2');
  });

  test('a member is asked only while the round is open and their position is missing', () => {
    const mine = { id: 'p', holder: 'me', holder_name: '', stance: 'agree' as const, text: '', recorded_by: null, counts: true, after_closing: false, ask_holder: false };
    const open = round('r1', 'v2', 'undecided', false);
    expect(asksOf(statement([open]), 'me')).toBe(true);
    expect(asksOf(statement([{ ...open, positions: [mine] }]), 'me')).toBe(false);
    expect(asksOf(statement([{ ...open, positions: [{ ...mine, recorded_by: 'Bas' }] }]), 'me')).toBe(true);
    expect(asksOf(statement([round('r1', 'v2', 'agreed')]), 'me')).toBe(false);
  });

  test('a later refusal takes it away', () => {
    expect(isAgreed(statement([round('r1', 'v2', 'agreed'), round('r2', 'v2', 'not_agreed')]))).toBe(false);
  });

  test('every wording keeps its own rounds, the latest wording first', () => {
    const all = wordings(statement([round('r1', 'v1', 'not_agreed'), round('r2', 'v2', 'agreed')]));
    expect(all.map((one) => [one.version.id, one.isPresent, one.rounds.map((found) => found.id)])).toEqual([
      ['v2', true, ['r2']],
      ['v1', false, ['r1']],
    ]);
  });

  test('a wording made at the same time by someone else is not hidden', () => {
    expect(rivals(statement([], ['v1', 'v2', 'v3'], 'v3')).map((one) => one.id)).toEqual(['v2']);
  });
});

describe('a rule to open with', () => {
  const numbers = { agree: '75', object: '20', positions: '5' };

  test('a threshold takes whole numbers within their bounds', () => {
    expect(ruleOf('threshold', numbers)).toEqual({ rule: 'threshold', agree_percent: 75, object_percent: 20, positions: 5 });
    expect(ruleOf('threshold', { ...numbers, agree: '0' })).toBeUndefined();
    expect(ruleOf('threshold', { ...numbers, object: '20,5' })).toBeUndefined();
    expect(ruleOf('threshold', { ...numbers, positions: '' })).toBeUndefined();
  });

  test('the other rules need no numbers', () => {
    expect(ruleOf('consent', { agree: '', object: '', positions: '' })).toEqual({ rule: 'consent' });
  });
});

test('other names are split at commas, without doubles', () => {
  expect(listOf(' breakdown, uitval ,, breakdown')).toEqual(['breakdown', 'uitval']);
});
