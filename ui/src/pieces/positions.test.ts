import { describe, expect, test } from 'vitest';
import type { PositionView, Stance } from '../ipc/generated';
import { grouped, positionOf, standing } from './positions';

function position(id: string, stance: Stance, more: Partial<PositionView> = {}): PositionView {
  return {
    id,
    stance,
    holder: `m-${id}`,
    holder_name: id,
    text: '',
    recorded_by: null,
    counts: true,
    after_closing: false,
    ask_holder: false,
    ...more,
  };
}

describe('positions of a round', () => {
  test('marks stand in the fixed order and leave out stances that nobody holds', () => {
    const marks = grouped([position('a', 'object'), position('b', 'agree'), position('c', 'agree')]).marks;
    expect(marks.map((mark) => [mark.stance, mark.positions.length])).toEqual([['agree', 2], ['object', 1]]);
  });

  test('objections stand before reservations, whatever their order by name', () => {
    const { dissenting } = grouped([position('a', 'agree_with_reservation'), position('b', 'object')]);
    expect(dissenting.map((one) => one.id)).toEqual(['b', 'a']);
  });

  test('replaced and late positions neither count nor get lost', () => {
    const replaced = position('a', 'agree', { counts: false });
    const late = position('b', 'object', { counts: false, after_closing: true });
    const all = [replaced, late, position('c', 'agree')];
    expect(grouped(all).earlier).toEqual([replaced]);
    expect(grouped(all).late).toEqual([late]);
    expect(standing(all)).toBe(1);
  });

  test('a member sees the position that counts, and else the one after closing', () => {
    const old = position('old', 'agree', { holder: 'me', counts: false });
    const now = position('now', 'object', { holder: 'me' });
    const late = position('late', 'agree', { holder: 'me', counts: false, after_closing: true });
    expect(positionOf([old, now, late], 'me')).toBe(now);
    expect(positionOf([old, late], 'me')).toBe(late);
    expect(positionOf([old], null)).toBeUndefined();
  });
});
