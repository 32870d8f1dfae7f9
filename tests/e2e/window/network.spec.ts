// That the journeys would notice a program that calls home: run-window.sh trusts these counters at its end.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../places.ts';
import { expect, test } from '../window.ts';

const ATTEMPTS = join(root, 'tests/e2e/attempts.sh');

/** What the kernel counted after a shell did this in a fresh namespace of its own. */
function counted(deed: string): string {
  const alone = spawnSync('unshare', ['--net', 'bash', '-c', `ip link set lo up; ${deed}; exec '${ATTEMPTS}'`], {
    encoding: 'utf8',
  });
  expect(alone.status, alone.stderr).toBe(0);
  return alone.stdout;
}

test('a connection, a datagram and the lookup of a name are all counted', () => {
  expect(counted('true')).toBe('');
  expect(counted('(: </dev/tcp/192.0.2.1/443) 2>/dev/null')).toContain('Ip:OutNoRoutes');
  expect(counted('(: </dev/tcp/2001:db8::1/443) 2>/dev/null')).toContain('Ip6OutNoRoutes');
  expect(counted('(echo >/dev/udp/192.0.2.1/53) 2>/dev/null')).toContain('OutNoRoutes');
  expect(counted('getent hosts kringboek.example')).toContain('OutNoRoutes');
});
