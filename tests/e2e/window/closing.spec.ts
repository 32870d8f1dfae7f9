// A program that is asked to end while it is still starting ends, and does not stay behind without a window.

import { join } from 'node:path';
import { Child, isAlive } from '../child.ts';
import { Desk } from '../desk.ts';
import { discard, freshLaptop, root } from '../places.ts';
import { expect, program, test, until } from '../window.ts';

test('the cross ends the program from the first moment that there is one', async () => {
  const desk = new Desk(freshLaptop());
  await desk.start();
  // Without a driver, which waits for the page.
  const started = new Child(program, [], { env: { ...desk.environment(), TAURI_WEBVIEW_AUTOMATION: 'false' } });
  try {
    await until('the window takes a close', async () => {
      const asked = new Child('python3', [join(root, 'tests/e2e/ask_to_close.py'), String(started.pid)], { env: desk.environment() });
      await asked.end();
      return asked.said.includes('asked');
    });
    await until('the program ended by itself', async () => !isAlive(started.pid));
    expect(started.said.filter((line) => line.includes('panicked'))).toEqual([]);
  } finally {
    await started.stop('SIGKILL');
    await desk.stop();
    discard(desk.laptop);
  }
});
