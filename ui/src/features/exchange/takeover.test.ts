import { expect, test } from 'vitest';
import { Failure } from '../../ipc/failure';
import { firstThatTakes } from './takeover';

const refuse = (code: string) => new Failure({ code, happened: code, todo: '' });

test('the circle on the screen is asked first', async () => {
  expect(await firstThatTakes(['a', 'b'], async (circle) => `taken by ${circle}`)).toEqual({
    circle: 'a', answer: 'taken by a',
  });
});

test('a file of another circle is taken there', async () => {
  const ask = async (circle: string) => {
    if (circle === 'a') throw refuse('err-package-circle');
    return 'taken';
  };
  expect(await firstThatTakes(['a', 'b'], ask)).toEqual({ circle: 'b', answer: 'taken' });
});

test('a damaged file is not tried again, and its own refusal is told', async () => {
  const asked: string[] = [];
  const ask = async (circle: string) => {
    asked.push(circle);
    throw refuse('err-package-damaged');
  };
  await expect(firstThatTakes(['a', 'b'], ask)).rejects.toMatchObject({ told: { code: 'err-package-damaged' } });
  expect(asked).toEqual(['a']);
});

test('what is wrong with the file is told rather than that another circle does not know it', async () => {
  const ask = async (circle: string) => {
    throw refuse(circle === 'a' ? 'err-package-not-for-me' : 'err-segment-signature');
  };
  await expect(firstThatTakes(['a', 'b'], ask)).rejects.toMatchObject({ told: { code: 'err-segment-signature' } });
});
