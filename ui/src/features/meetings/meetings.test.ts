import { describe, expect, it } from 'vitest';
import type { MeetingRow } from '../../ipc/generated';
import { endsTooEarly, grouped, subjectOf, timeField, timeInput } from './meetings';

const row = (number: number, date: string | null): MeetingRow => ({
  id: String(number), number, date, of: 6, title: '', theme: null, theme_name: 'continuïteit', place: '', purpose: '',
  starts: null, ends: null, chair: null, minute_taker: null, agenda: [], attendance: {}, attachments: {},
});

describe('the list of meetings', () => {
  it('puts the next one first, and of those that were the last one', () => {
    const rows = [row(1, '2026-01-12'), row(2, '2026-02-09'), row(3, '2026-03-12'), row(4, '2026-04-10'), row(5, null)];
    const { coming, past } = grouped(rows, '2026-03-12');
    expect(coming.map((one) => one.number), 'today is still to come, and so is one without a date').toEqual([3, 4, 5]);
    expect(past.map((one) => one.number)).toEqual([2, 1]);
  });

  it('names a meeting after its title, or else its main theme', () => {
    expect(subjectOf(row(1, null))).toBe('Continuïteit');
    expect(subjectOf({ ...row(1, null), title: 'Werkbezoek' })).toBe('Werkbezoek');
  });

  it('takes times from fields and gives them back', () => {
    expect(timeInput('13:30')).toBe('13:30:00');
    expect(timeInput('')).toBeNull();
    expect(timeField('13:30:00')).toBe('13:30');
    expect(endsTooEarly('13:30', '12:00')).toBe(true);
    expect(endsTooEarly('13:30', '')).toBe(false);
  });
});
