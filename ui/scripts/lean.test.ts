import { expect, test } from 'vitest';
import { withoutDead } from './lean';

const FILE = '/work/node_modules/svelte/src/internal/client/dom/hydration.js';
const HYDRATION = 'export let hydrating = false;\nfunction set(value) {\n\thydrating = value;\n}\n';

/** Runs a hook of the plugin as the bundler would; a build that stops throws its sentence. */
function run(hook: 'transform' | 'buildEnd', ...given: unknown[]): unknown {
  const stops = { error: (sentence: string) => { throw new Error(sentence); } };
  const plugin = withoutDead() as unknown as Record<typeof hook, (this: typeof stops, ...given: unknown[]) => unknown>;
  return plugin[hook].apply(stops, given);
}

test('dead passages are left out of the package that carries them, and of no other', () => {
  expect(run('transform', HYDRATION, FILE)).toEqual({
    code: 'export const hydrating = false;\nfunction set(value) {\n}\n',
    map: null,
  });
  expect(run('transform', HYDRATION, '/work/src/hydration.js')).toBeNull();
});

test('the build stops with what to do when a package says something else than it did', () => {
  expect(() => run('transform', 'export let isHydrating = false;', FILE)).toThrow(
    /hydration\.js no longer says “export let hydrating = false;”.*README/,
  );
});

test('the build stops when a package went whose passages are still listed', () => {
  expect(() => run('buildEnd')).toThrow(/no longer contains svelte\/.*prosemirror-view/);
  expect(() => run('buildEnd', new Error('something else went wrong')), 'the first failure is the one told').not.toThrow();
});
