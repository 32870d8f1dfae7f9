import { describe, expect, it } from 'vitest';
import type { AgendaItemView } from '../../ipc/generated';
import { clockOf, minutesOf, placeAfterStep, placed, plannedMinutes, totalMinutes } from './agenda';

const item = (id: string, ordinal: string, minutes: number | null, parent: string | null = null): AgendaItemView => ({
  id, ordinal, minutes, parent, meeting: 'm', kind: null, statement: null, title: id, notes: [],
});

describe('the clock of an agenda', () => {
  const items = [
    item('opening', '1', 5),
    item('talk', '2', null),
    item('first', '2.1', 10, 'talk'),
    item('second', '2.2', 20, 'talk'),
    item('end', '3', 5),
  ];

  it('runs on from the beginning of the meeting', () => {
    const times = placed(items, '13:30:00').map((one) => clockOf(one.begins ?? -1));
    expect(times, 'parts begin within the item that they belong to').toEqual([
      '13:30', '13:35', '13:35', '13:45', '14:05',
    ]);
  });

  it('is absent while the meeting has no time', () => {
    expect(placed(items, null).every((one) => one.begins === undefined)).toBe(true);
  });

  it('counts parts once, within the item that they belong to', () => {
    expect(totalMinutes(placed(items, null))).toBe(40);
    const own = placed([item('a', '1', 15), item('b', '1.1', 10, 'a')], null);
    expect(totalMinutes(own), 'an item with minutes of its own takes those').toBe(15);
  });

  it('reads and writes civil time', () => {
    expect(minutesOf('09:05:00')).toBe(545);
    expect(minutesOf(null)).toBeUndefined();
    expect(clockOf(24 * 60 + 5), 'a meeting may last past midnight').toBe('00:05');
    expect(plannedMinutes({ starts: '13:30:00', ends: '16:00:00' })).toBe(150);
    expect(plannedMinutes({ starts: '13:30:00', ends: null })).toBeUndefined();
  });
});

describe('a step up or down', () => {
  const items = [item('a', '1', 5), item('a1', '1.1', 5, 'a'), item('a2', '1.2', 5, 'a'), item('b', '2', 5)];
  const agenda = ['a', 'a1', 'a2', 'b'];

  it('goes over the parts of a neighbour', () => {
    expect(placeAfterStep({ agenda, items }, 'b', -1)).toBe(0);
    expect(placeAfterStep({ agenda, items }, 'a', 1)).toBe(3);
  });

  it('keeps a part under its item', () => {
    expect(placeAfterStep({ agenda, items }, 'a1', 1)).toBe(2);
    expect(placeAfterStep({ agenda, items }, 'a1', -1), 'the first part has nowhere to go').toBeUndefined();
  });

  it('goes nowhere at the ends', () => {
    expect(placeAfterStep({ agenda, items }, 'a', -1)).toBeUndefined();
    expect(placeAfterStep({ agenda, items }, 'b', 1)).toBeUndefined();
  });

  it('goes behind an item that a merge left out of the list', () => {
    expect(placeAfterStep({ agenda: ['a', 'a1', 'a2'], items }, 'a', 1)).toBe(3);
  });
});
