// Says in one sentence why no window can be tested here, and that the network is shut off.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { program } from '../window.ts';

test('this machine can show windows', () => {
  const missing = ['WebKitWebDriver', 'Xvfb', 'dbus-daemon', 'python3'].filter(
    (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0,
  );
  expect(missing, 'install them with: bash .ci/setup').toEqual([]);
  expect(existsSync(program), `${program} is built by: cargo build --workspace`).toBe(true);
});

test('the only network is the loopback', () => {
  // /sys still shows the interfaces of the namespace in which it was mounted; /proc shows this one's.
  const [, , ...lines] = readFileSync('/proc/self/net/dev', 'utf8').trimEnd().split('\n');
  const interfaces = lines.map((line) => line.split(':')[0]?.trim());
  expect(interfaces, 'start the journeys with tests/e2e/run-window.sh').toEqual(['lo']);
});
