import { expect, test } from 'vitest';
import { Failure } from '../../ipc/failure';
import type { Batch } from '../../ipc/generated';
import { firstThatTakes } from './takeover';

const refuse = (code: string) => new Failure({ code, happened: code, todo: '' });

/** A batch of files, each taken or refused with this code. */
const batch = (...codes: (string | null)[]): Batch =>
  ({
    files: codes.map((code, place) => ({ place, refused: code && { code, happened: code, todo: '' } })),
  }) as unknown as Batch;

test('the circle on the screen is asked first', async () => {
  const found = await firstThatTakes(['a', 'b'], ['f'], async () => batch(null));
  expect(found).toMatchObject({ circle: 'a', files: ['f'] });
});

test('a file of another circle is taken there', async () => {
  const ask = async (circle: string) => {
    if (circle === 'a') throw refuse('err-package-circle');
    return batch(null);
  };
  expect(await firstThatTakes(['a', 'b'], ['f'], ask)).toMatchObject({ circle: 'b', files: ['f'] });
});

test('a damaged file is not tried again, and its own refusal is told', async () => {
  const asked: string[] = [];
  const ask = async (circle: string) => {
    asked.push(circle);
    throw refuse('err-package-damaged');
  };
  await expect(firstThatTakes(['a', 'b'], ['f'], ask)).rejects.toMatchObject({ told: { code: 'err-package-damaged' } });
  expect(asked).toEqual(['a']);
});

test('what is wrong with the file is told rather than that another circle does not know it', async () => {
  const ask = async (circle: string) => {
    throw refuse(circle === 'a' ? 'err-package-not-for-me' : 'err-segment-signature');
  };
  await expect(firstThatTakes(['a', 'b'], ['f'], ask)).rejects.toMatchObject({ told: { code: 'err-segment-signature' } });
});

test('of several files those of another circle wait for their turn', async () => {
  const ask = async (circle: string) => (circle === 'a' ? batch(null, 'err-package-circle', 'err-package-damaged') : batch());
  const found = await firstThatTakes(['a', 'b'], ['own', 'other', 'broken'], ask);
  expect(found.files).toEqual(['own', 'broken']);
  expect(found.batch.files.map((one) => one.place)).toEqual([0, 2]);
});

test('with one circle every file is told of here', async () => {
  const found = await firstThatTakes(['a'], ['own', 'other'], async () => batch(null, 'err-package-circle'));
  expect(found.files).toEqual(['own', 'other']);
});

test('files that no circle takes are told of together', async () => {
  const found = await firstThatTakes(['a', 'b'], ['x', 'y'], async () => batch('err-package-circle', 'err-package-not-for-me'));
  expect(found).toMatchObject({ circle: 'a', files: ['x', 'y'] });
});
