import { expect, test } from 'vitest';
import contract from './generated.ts?raw';

/** Commands that no screen calls, with the reason. */
const WITHOUT_A_SCREEN: Record<string, string> = {
  show_round: 'a statement is shown with its rounds; scripts ask for one by itself',
  import_package: 'the window takes packages over together, also when it is only one',
  change_passphrase: 'the window changes the passphrase of every open circle at once',
};

const sources = import.meta.glob<string>(['../**/*.{ts,svelte}', '!../**/*.test.ts', '!./generated.ts'], {
  query: '?raw', import: 'default', eager: true,
});
const screen = Object.values(sources).join('\n');
// A command stands in the contract as its name with what goes in and what comes out.
const commands = [...contract.matchAll(/^ {4}(\w+): \{\n {6}(?:\/\*\*[\s\S]*?\*\/\n {6})?input/gm)].map(([, name]) => name ?? '');

test('everything of the core is done somewhere in the window, or the reason is known', () => {
  expect(commands.length, 'the contract was read').toBeGreaterThan(140);
  const unreached = commands.filter((name) => !screen.includes(`'${name}'`));
  expect(unreached.sort()).toEqual(Object.keys(WITHOUT_A_SCREEN).sort());
});
