import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterMonday, later, readDay, writtenDay } from './dates';
import { speak } from './text.svelte';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-12T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

test.each([
  ['14-4-2011', '2011-04-14'],
  ['14/04/11', '2011-04-14'],
  ['14.4.2011', '2011-04-14'],
  [' 14  april 2011 ', '2011-04-14'],
  ['14 april', '2026-04-14'],
  ['14-4', '2026-04-14'],
  ['do 12 mrt.', '2026-03-12'],
  ['Donderdag 12 Maart 2026', '2026-03-12'],
  ['1 mei', '2026-05-01'],
  ['29-2-2028', '2028-02-29'],
  ['2011-04-14', '2011-04-14'],
])('%s is a day', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

test.each(['', 'morgen', '14', '31-4-2026', '29-2-2026', '0-1-2026', '14-13-2026', '14 ma 2026', '14-4-201', '14-4-3011', '14-4-2011 13.30', '114-4-2011', '14-0-2026'])(
  '%s is none, and nothing is guessed',
  (typed) => expect(readDay(typed)).toBeUndefined(),
);

test('a day that is shown can be read again, in either language', () => {
  for (const language of ['nl', 'en'] as const) {
    speak(language, []);
    expect(readDay(writtenDay('2026-12-03')), writtenDay('2026-12-03')).toBe('2026-12-03');
  }
  expect(readDay('3 Sept 2026'), 'months by the names of the language in use').toBe('2026-09-03');
  expect(writtenDay('')).toBe('');
});

test('a month later keeps within the month, and weeks begin on Monday', () => {
  expect(later('2026-03-31', 0, 1)).toBe('2026-04-30');
  expect(later('2028-02-29', 0, -12)).toBe('2027-02-28');
  expect(later('2026-12-31', 1)).toBe('2027-01-01');
  expect(later('2026-03-29', -7)).toBe('2026-03-22');
  expect([afterMonday('2026-03-09'), afterMonday('2026-03-15')]).toEqual([0, 6]);
});
