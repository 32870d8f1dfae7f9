import { expect, test } from 'vitest';
import type { CircleItem, OrganisationItem } from '../../ipc/generated';
import { circleChange, circleFields, laptops, organisationFields, organisationInput, takingPart } from './members';

const circle: CircleItem = {
  id: 'c', name: 'Kenniskring', goals: [], starts: '2026-01-01', ends: null, meetings_planned: 6,
  organisations: { a: 'host', b: '' },
};
const organisations: OrganisationItem[] = [
  { id: 'b', name: 'Intermetzo', kind: null, former_names: ['LSG-Rentray'] },
  { id: 'a', name: 'Gezinshuis.com', kind: null, former_names: [] },
];

test('a form that nobody touched changes nothing', () => {
  expect(circleChange(circle, circleFields(circle))).toEqual({});
});

test('only what was changed goes to the core', () => {
  const fields = { ...circleFields(circle), ends: '2026-12-31', meetings: '' };
  expect(circleChange(circle, fields)).toEqual({ ends: '2026-12-31', meetings_planned: null });
});

test('a part that is taken away stays as an empty text', () => {
  const fields = { ...circleFields(circle), parts: { a: ' ', b: '', c: '' } };
  expect(circleChange(circle, fields)).toEqual({ organisations: { a: '', b: '' } });
});

test('organisations that take part stand in the order of the list', () => {
  expect(takingPart(circle, organisations)).toEqual([{ id: 'a', name: 'Gezinshuis.com', part: 'host' }]);
});

test('former names are lines', () => {
  const fields = organisationFields(organisations[0]);
  expect(fields.former).toBe('LSG-Rentray');
  expect(organisationInput({ ...fields, former: 'LSG\n\n Rentray ' }).former_names).toEqual(['LSG', 'Rentray']);
});

test('laptops that left the circle are counted apart', () => {
  expect(laptops({ devices: [{ id: 'x', active: true, own: true }, { id: 'y', active: false, own: false }] })).toEqual({ active: 1, gone: 1 });
});
