// That the bridge is a fair stand-in for the window: the same core, the same policy, and nobody else let in.

import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { expect, Refused, test } from '../bridge.ts';
import { PASSPHRASE } from '../steps.ts';

/** The status that a request gets which names this host; the path goes out as it is written. */
function statusFor(url: URL, host: string, path = url.pathname): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ hostname: url.hostname, port: url.port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
}

test('only who knows the token is answered', async ({ bridge }) => {
  const url = new URL(bridge.url);
  expect(await statusFor(new URL('/', url), url.host)).toBe(403);
  expect(await statusFor(new URL('/0000/', url), url.host)).toBe(403);
  expect(await statusFor(url, 'kringboek.example'), 'a foreign name that leads here').toBe(403);
  expect(await statusFor(url, url.host)).toBe(200);
});

test('a page gets the policy of the window, and no file from outside the screen', async ({ bridge }) => {
  const answer = await fetch(bridge.url);
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain('unsafe');
  const url = new URL(bridge.url);
  for (const path of ['../package.json', '%2e%2e/package.json', '/etc/passwd', 'assets']) {
    expect(await statusFor(url, url.host, url.pathname + path), path).toBe(404);
  }
});

test('a circle is founded, locked and unlocked in the real core', async ({ bridge }) => {
  expect(await bridge.call('show_app')).toMatchObject({ phase: 'first', circles: [] });
  await bridge.found();
  const meeting = await bridge.make('create_meeting', { title: 'Doelgroep', date: '2026-03-12', number: 0 });
  expect(await bridge.call('list_meetings')).toMatchObject([{ id: meeting }]);
  const { circle } = bridge;
  bridge.circle = undefined;
  expect(await bridge.call('lock')).toMatchObject({ phase: 'locked' });
  const wrong = bridge.call('unlock', {}, { secrets: { passphrase: 'een heel ander woord' } });
  await expect(wrong).rejects.toThrow(Refused);
  expect(await bridge.call('unlock', {}, { secrets: { passphrase: PASSPHRASE } })).toMatchObject({ phase: 'open' });
  bridge.circle = circle;
  expect(await bridge.call('list_meetings')).toMatchObject([{ id: meeting }]);
});

test('what was saved is there after a crash and another start', async ({ bridge, openBridge }) => {
  await bridge.found();
  await bridge.make('create_theme', { name: 'continuïteit' });
  const { laptop, circle } = bridge;
  await bridge.kill();
  const again = await openBridge({ laptop, seed: 77 });
  await again.call('unlock', {}, { secrets: { passphrase: PASSPHRASE } });
  again.circle = circle;
  expect(await again.call('list_themes')).toMatchObject([{ name: 'continuïteit' }]);
});

test('files are chosen beforehand, and what the system opens can be read', async ({ bridge }) => {
  await bridge.found();
  const path = join(bridge.laptop.top, 'bron.ris');
  writeFileSync(path, 'TY  - JOUR\nTI  - Rust in huis\nER  - \n');
  await bridge.willChoose(path);
  const files = await bridge.call<{ file: number; name: string }[]>('choose_files', { purpose: 'studies' });
  expect(files).toMatchObject([{ name: 'bron.ris', kind: 'studies' }]);
  await bridge.call('import_studies', {}, { file: files[0]?.file ?? -1 });
  expect(await bridge.call('list_studies')).toMatchObject([{ title: 'Rust in huis' }]);
  await bridge.offer(path);
  expect(await bridge.call('list_opened')).toHaveLength(1);
  await bridge.call('open_address', { url: 'https://www.scp.nl/' });
  expect(await bridge.opened()).toEqual([{ how: 'url', what: 'https://www.scp.nl/' }]);
});

test('a page that listens hears of every change', async ({ bridge }) => {
  await bridge.found();
  const { body } = await fetch(`${bridge.url}events`);
  const text = body?.pipeThrough(new TextDecoderStream()).getReader();
  await bridge.make('create_theme', { name: 'rust' });
  await bridge.send('lock');
  let heard = '';
  while (!heard.includes('event: lock')) heard += (await text?.read())?.value ?? '';
  await text?.cancel();
  expect(heard).toContain('event: changed');
  expect(heard).toContain('"theme"');
});
