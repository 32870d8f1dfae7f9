// Which round of a statement says how the circle stands, and the rule of the next one.
import type { Rule, RoundView, StatementView, VersionView } from '../../ipc/generated';

/** The rounds on one wording, latest first. */
export const roundsOn = (statement: StatementView, version: string | null): RoundView[] =>
  statement.rounds.filter((round) => round.version === version).reverse();

/** The round that says how the circle stands: the latest on the present wording. */
export const latestRound = (statement: StatementView): RoundView | undefined =>
  roundsOn(statement, statement.version)[0];

/** The round on the present wording in which positions are asked now. */
export const openRound = (statement: StatementView): RoundView | undefined =>
  roundsOn(statement, statement.version).find((round) => !round.closed);

/** Whether a round waits for the position of a member. What was written down for them is not their own word. */
export function asksOf(statement: StatementView, member: string | null | undefined): boolean {
  const round = openRound(statement);
  return Boolean(round && !round.positions.some((given) => given.holder === member && !given.recorded_by));
}

/** Whether the circle agreed on the present wording. */
export function isAgreed(statement: StatementView): boolean {
  const closed = roundsOn(statement, statement.version).find((round) => round.closed);
  return closed?.outcome.verdict === 'agreed';
}

export interface Wording {
  version: VersionView;
  isPresent: boolean;
  rounds: RoundView[];
}

/** Every wording with its rounds, latest first. */
export const wordings = (statement: StatementView): Wording[] =>
  [...statement.versions].reverse().map((version) => ({
    version,
    isPresent: version.id === statement.version,
    rounds: roundsOn(statement, version.id),
  }));

/** Other wordings that nobody replaced: two people worded the statement anew at the same time. */
export const rivals = (statement: StatementView): VersionView[] =>
  statement.versions.filter((version) => !version.superseded && version.id !== statement.version);

export type RuleCode = Rule['rule'];
export const RULES: RuleCode[] = ['consent', 'threshold', 'unanimous'];

/** The numbers of a threshold as they are typed. */
export interface Threshold {
  agree: string;
  object: string;
  positions: string;
}

const within = (text: string, from: number, to: number): number | undefined => {
  const value = Number(text);
  return Number.isInteger(value) && value >= from && value <= to ? value : undefined;
};

/** The rule to open a round with; absent while a number of the threshold is out of its bounds. */
export function ruleOf(code: RuleCode, threshold: Threshold): Rule | undefined {
  if (code !== 'threshold') return { rule: code };
  const agree = within(threshold.agree, 1, 100);
  const object = within(threshold.object, 1, 100);
  const positions = within(threshold.positions, 1, 1000);
  if (agree === undefined || object === undefined || positions === undefined) return undefined;
  return { rule: 'threshold', agree_percent: agree, object_percent: object, positions };
}

/** Words separated by commas, without doubles. */
export const listOf = (typed: string): string[] =>
  [...new Set(typed.split(',').map((word) => word.trim()).filter(Boolean))];
