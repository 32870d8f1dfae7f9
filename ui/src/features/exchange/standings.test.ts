import { expect, test } from 'vitest';
import type { DeviceStanding } from '../../ipc/generated';
import { standings } from './standings';

const device = (more: Partial<DeviceStanding>): DeviceStanding => ({
  device: 'd', member: 'm', name: 'Fatima el Amrani', own: false, lacks: 0, last_ms: null, last_package: null, last_sent: null, last_sent_ms: null, ...more,
});

test('the own laptop is not told of', () => {
  expect(standings([device({ own: true })])).toEqual([]);
});

test('what someone lacks is a sentence', () => {
  expect(standings([device({ lacks: 12 })])[0]).toMatchObject({ sentence: 'mist nog 12 wijzigingen', isUpToDate: false });
  expect(standings([device({ lacks: 1 })])[0]).toMatchObject({ sentence: 'mist nog 1 wijziging' });
  expect(standings([device({})])[0]).toMatchObject({ sentence: 'is bij', isUpToDate: true });
});

test('the last package is named with its moment', () => {
  const [standing] = standings([device({ last_package: 14, last_ms: Date.UTC(2020, 2, 12, 13, 3) })]);
  expect(standing?.last).toBe('Laatste pakket: nummer 14, do 12 maart 2020, 14.03.');
});

test('two laptops of one person are numbered', () => {
  const names = standings([device({ device: 'a' }), device({ device: 'b' })]).map((one) => one.name);
  expect(names).toEqual(['Fatima el Amrani, laptop 1', 'Fatima el Amrani, laptop 2']);
});
